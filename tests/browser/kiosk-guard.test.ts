/** The finished kiosk.html from a disk: it tells when it cannot start, mends itself, and cannot be left. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeOutputs } from "../../src/outputs/write-outputs.ts";
import { createBench, deckOf, sampleTheme, textOf, type Bench } from "../support/rendered-sample.ts";
import { sharedBrowser } from "./shared-browser.ts";

const shared = sharedBrowser();
let bench: Bench;
let html: string;
beforeAll(async () => {
  bench = await createBench();
  const files = await writeOutputs(deckOf(), sampleTheme(), bench.options({ only: ["kiosk"] }), bench.world, bench.report);
  html = textOf(files, "kiosk.html");
});
afterAll(() => bench.close());

async function openFile(text: string, name = "kiosk.html"): Promise<{ page: Page; complaints: string[] }> {
  const path = join(bench.dir, name);
  await writeFile(path, text);
  const { page, complaints } = await shared.open();
  await page.goto("about:blank");
  await page.goto(pathToFileURL(path).href);
  return { page, complaints };
}

/** The line that covers the page, after its patience; null if there is none. */
function stuckLine(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    for (const animation of document.getAnimations()) if ((animation as CSSAnimation).animationName === "stuck") animation.finish();
    const { content, visibility } = getComputedStyle(document.documentElement, "::before");
    return visibility === "visible" && content !== "none" ? content : null;
  });
}

const seen = (page: Page): Promise<string> => page.waitForSelector("html.started .present").then(() => page.$eval(".present", (slide) => slide.id));

describe("words on the screen", () => {
  it("are not there when the loop has started, nor any complaint", async () => {
    const { page, complaints } = await openFile(html);
    await seen(page);
    expect(await stuckLine(page)).toBeNull();
    expect(complaints).toEqual([]);
  });

  it.each([
    ["within the fonts", (text: string) => text.slice(0, text.indexOf("@font-face") + 500)],
    ["within the slides", (text: string) => text.slice(0, text.indexOf("<section") + 200)],
    ["within the data", (text: string) => text.slice(0, text.indexOf('id="deck-data"') + 60)],
    ["within the script", (text: string) => text.slice(0, text.lastIndexOf("<script>") + 400)],
  ])("are there when the file ends %s", async (_, cut) => {
    const { page } = await openFile(cut(html), "half.html");
    expect(await page.evaluate(() => getComputedStyle(document.documentElement, "::before").visibility)).toBe("hidden");
    expect(await stuckLine(page)).toContain("没有启动");
  });

  it("are there when the browser does not run the script", async () => {
    const { page } = await openFile(html.replace(/(<script>)(?=[^]*<\/script>\s*<\/body>)/, "$1?.old "), "old.html");
    expect(await stuckLine(page)).toContain("浏览器太旧");
  });
});

it("asks not to be translated", async () => {
  const { page } = await openFile(html);
  expect(await page.evaluate(() => [document.documentElement.translate, document.querySelector<HTMLMetaElement>("meta[name=google]")?.content])).toEqual([false, "notranslate"]);
});

describe("a damaged page", () => {
  it.each([
    ["the root is gone", () => document.querySelector(".reveal")!.remove()],
    ["a slide is gone", () => document.querySelector(".slides > section:not(.present)")!.remove()],
    ["the slide cannot be seen", () => document.querySelector(".slides")!.setAttribute("hidden", "")],
  ])("is loaded again when %s", async (_, damage) => {
    const { page } = await openFile(html);
    await seen(page);
    const loaded = new Promise<void>((done) => page.once("load", () => done()));
    await page.evaluate(damage);
    await loaded;
    await seen(page);
    // It stays as it is when it breaks again at once: no storm of reloads.
    expect(await page.evaluate(() => Math.abs(Date.now() - Number(sessionStorage.getItem("luduan:reloaded"))) < 60_000)).toBe(true);
    expect(await page.$$eval(".slides > .present", (all) => all.length)).toBe(1);
  });

  it("is not what fades in at each look, but what stays unseen", async () => {
    const path = join(bench.dir, "fading.html");
    await writeFile(path, html.replace(/"seconds":\d+/g, '"seconds":600'));
    const { page } = await shared.open();
    // The page looks at itself when the test says so.
    await page.evaluateOnNewDocument(() => {
      const looks: (() => void)[] = [];
      Object.assign(window, { setInterval: (look: () => void) => looks.push(look), look: () => looks.forEach((one) => one()) });
    });
    await page.goto(pathToFileURL(path).href);
    await seen(page);
    const lookThrice = (): Promise<string | null> => page.evaluate(() => {
      for (let times = 0; times < 3; times++) (window as unknown as { look: () => void }).look();
      return sessionStorage.getItem("luduan:reloaded");
    });
    await page.evaluate(() => void document.querySelector(".present")!.animate([{ opacity: 0 }, { opacity: 0, offset: 0.99 }, { opacity: 1 }], 3_600_000));
    expect(await lookThrice()).toBeNull();
    const loaded = new Promise<void>((done) => page.once("load", () => done()));
    await page.evaluate(() => {
      for (const fade of document.querySelector(".present")!.getAnimations()) fade.cancel();
      document.querySelector<HTMLElement>(".slides")!.style.opacity = "0";
    });
    expect(await lookThrice()).not.toBeNull();
    await loaded;
  });

  it("shows one slide again when another is present too", async () => {
    // Long slides: the next turn would put the second one away.
    const { page } = await openFile(html.replace(/"seconds":\d+/g, '"seconds":600'), "long.html");
    await seen(page);
    await page.evaluate(() => document.querySelector(".slides > section:not(.present)")!.classList.add("present"));
    await page.waitForFunction(() => document.querySelectorAll(".slides > .present").length === 1);
    expect(await page.evaluate(() => document.querySelector(".present")!.id === document.documentElement.dataset["slide"])).toBe(true);
  });
});

it("goes on where it was after a reload", async () => {
  const { page } = await shared.open();
  const path = join(bench.dir, "again.html");
  await writeFile(path, html.replace(/"seconds":\d+/g, '"seconds":600'));
  await page.evaluateOnNewDocument(() => {
    const Real = Date;
    const hour = Number(location.hash.slice(1)) * 3_600_000;
    window.Date = class extends Real {
      constructor() {
        super(hour);
      }
      static override now(): number {
        return hour;
      }
    } as DateConstructor;
  });
  const shown: string[] = [];
  for (const hour of [1, 1.2, 1.4, 1.7]) {
    await page.goto("about:blank");
    await page.goto(`${pathToFileURL(path).href}#${hour}`);
    shown.push(await seen(page));
    await page.reload();
    expect(await seen(page)).toBe(shown.at(-1));
  }
  expect(new Set(shown).size).toBeGreaterThan(1);
});

describe("nobody leaves the page", () => {
  it("by its history, from either side", async () => {
    const { page } = await openFile(html);
    await seen(page);
    for (let count = 0; count < 3; count += 1) {
      await page.evaluate(() => history.back());
      await page.waitForFunction(() => history.state === "loop");
      expect(page.url()).toContain("kiosk.html");
    }
    await page.evaluate(() => history.forward());
    expect(await seen(page)).not.toBe("");
  });

  it("by the mouse's buttons, dragging, the menu or the keyboard", async () => {
    const { page } = await openFile(html);
    await seen(page);
    const url = page.url();
    for (const button of ["back", "forward", "middle", "right"] as const) await page.mouse.click(300, 300, { button });
    for (const key of ["Backspace", "F5", "Tab", "Enter", "Escape", "ContextMenu"] as const) await page.keyboard.press(key);
    await page.keyboard.down("Alt");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.up("Alt");
    const passed = await page.evaluate(() => {
      const mouse = [1, 2, 3, 4].flatMap((button) => ["mousedown", "mouseup", "pointerup"].map((type) => new MouseEvent(type, { bubbles: true, cancelable: true, button })));
      const others = ["contextmenu", "dragstart", "drop", "selectstart", "wheel", "keydown", "auxclick"].map((type) => new Event(type, { bubbles: true, cancelable: true }));
      return [...mouse, ...others].filter((event) => document.body.dispatchEvent(event)).map(({ type }) => type);
    });
    expect(passed).toEqual([]);
    expect(page.url()).toBe(url);
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe("body");
  });
});
