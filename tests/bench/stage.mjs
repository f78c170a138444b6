/** The stage, from the single file on disk or as `luduan present` serves it: the time to the first slide, and from a key to both windows. */
import { pathToFileURL } from "node:url";
import { startPresent } from "../support/present.mjs";
import { withBrowser } from "./browser.mjs";

/** Milliseconds from opening the file until its first slide stands, each time in a fresh context. */
export function startToSlide(file, runs) {
  return withBrowser(async (browser) => {
    const times = [];
    for (let i = 0; i <= runs; i += 1) {
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      await page.evaluateOnNewDocument(() => {
        new MutationObserver((_, observer) => {
          if (!document.documentElement?.classList.contains("started")) return;
          observer.disconnect();
          window.startedAfter = performance.now();
        }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["class"] });
      });
      await page.goto(pathToFileURL(file).href);
      await page.waitForFunction(() => window.startedAfter !== undefined);
      if (i > 0) times.push(await page.evaluate(() => window.startedAfter));
      await context.close();
    }
    return times;
  });
}

/** Milliseconds from starting `luduan present` until its first slide stands in a browser that is open already, and from a key to both windows. */
export async function presentShow(dir, cli, runs) {
  const starts = await withBrowser(async (browser) => {
    const times = [];
    for (let i = 0; i <= runs; i += 1) {
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      const started = performance.now();
      const { deck, end } = await startPresent(dir, cli);
      await page.goto(deck);
      await page.waitForSelector("html.started");
      if (i > 0) times.push(performance.now() - started);
      await context.close();
      await end();
    }
    return times;
  });
  const { deck, end } = await startPresent(dir, cli);
  try {
    return { starts, keys: await keyToWindows(deck, runs * 4) };
  } finally {
    await end();
  }
}

/** Milliseconds from a key in the deck until deck and speaker window have both changed, by the machine's clock. */
export function keyToWindows(address, runs) {
  return withBrowser(async (browser) => {
    const page = await browser.newPage();
    await page.setViewport({ width: 1920, height: 1080 });
    await page.goto(address);
    await page.waitForSelector("html.started");
    const popup = new Promise((done) => page.once("popup", done));
    // The second S answers the question of a machine with one screen.
    await page.keyboard.press("s");
    await new Promise((done) => setTimeout(done, 200));
    await page.keyboard.press("s");
    const speaker = await popup;
    await speaker.waitForSelector(".speaker-lost[hidden]");
    await page.evaluate(() => addEventListener("keydown", (event) => (window.pressed = performance.timeOrigin + event.timeStamp), true));
    for (const [view, selector] of [[page, ".reveal .slides"], [speaker, ".speaker-now"]]) {
      await view.evaluate((where) => {
        new MutationObserver(() => (window.changed ??= performance.timeOrigin + performance.now())).observe(document.querySelector(where), { subtree: true, childList: true, attributes: true, attributeFilter: ["class"] });
      }, selector);
    }
    const times = [];
    for (let i = 0; i <= runs; i += 1) {
      for (const view of [page, speaker]) await view.evaluate(() => void (window.changed = undefined));
      // Two keys by turns: the same one within 150 ms would count once.
      await page.keyboard.press(i % 2 === 0 ? "PageDown" : "ArrowRight");
      for (const view of [page, speaker]) await view.waitForFunction(() => window.changed !== undefined);
      const pressed = await page.evaluate(() => window.pressed);
      const seen = await Promise.all([page, speaker].map((view) => view.evaluate(() => window.changed)));
      if (i > 0) times.push(Math.max(...seen) - pressed);
    }
    return times;
  });
}
