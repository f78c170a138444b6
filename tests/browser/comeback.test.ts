/** The show comes back: after a reload, a closed window, blocked storage, another day, and a browser killed at any moment. */
import { join } from "node:path";
import { launch, type Browser, type Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findBrowser } from "../../src/world/find-browser.mjs";
import { groupOf } from "../support/processes.ts";
import { bundleClient, type Client } from "./fixture.ts";
import { press } from "./press.ts";
import { sharedBrowser } from "./shared-browser.ts";
import { openAt, openSpeaker, placeOf, stageFolder, stands, type StageFolder } from "./stage-pages.ts";

const shared = sharedBrowser();
let client: Client;
let folder: StageFolder;

beforeAll(async () => {
  client = await bundleClient("deck");
  folder = stageFolder(client);
});
afterAll(() => folder.remove());

/** Lets a page believe that it is later. */
async function later(page: Page, hours: number): Promise<void> {
  await page.evaluateOnNewDocument((milliseconds) => {
    const now = Date.now.bind(Date);
    Date.now = () => now() + milliseconds;
  }, hours * 3_600_000);
}

/** Another window of the same browser profile. */
async function beside(page: Page): Promise<Page> {
  return page.browserContext().newPage();
}

describe("the place", () => {
  it("comes back in a window that is opened after the first was closed, cover included", async () => {
    const url = folder.write("closed.html");
    const { page } = await shared.open();
    await openAt(page, url);
    await press(page, "3", "Enter", "PageDown", "w");
    await stands(page, "steps 1 white");
    const next = await beside(page);
    await page.close();
    await openAt(next, url);
    await stands(next, "steps 1 white");
    await press(next, "PageDown");
    expect(await placeOf(next)).toBe("steps 1");
  });

  it("gives way to an address that a person types, and to no address of its own", async () => {
    const url = folder.write("typed.html");
    const { page } = await shared.open();
    await openAt(page, `${url}#/figures`);
    await press(page, "PageDown", "ArrowDown");
    await stands(page, "tasks-1 0");
    const typed = await beside(page);
    await openAt(typed, `${url}#/steps/0`);
    expect(await placeOf(typed)).toBe("steps 1");
    // The page's own address may be older than what is kept: the browser comes back to it with the state that was written beside it.
    await typed.evaluate(() => {
      const stale = { ...(history.state as object), time: Date.now() - 60_000 };
      history.replaceState(stale, "", "#/cover-1");
    });
    await typed.reload();
    await typed.waitForSelector("html.started");
    expect(await placeOf(typed)).toBe("steps 1");
  });

  it("is each file's and each deck's own", async () => {
    const [first, copy] = [folder.write("one/deck.html"), folder.write("two/deck.html")];
    const { page } = await shared.open();
    await openAt(page, first);
    await press(page, "End");
    await stands(page, "closing 0");
    await openAt(page, copy);
    expect(await placeOf(page)).toBe("cover-1 0");
    // Another deck that takes the place of the first one begins at its own front.
    folder.write("one/deck.html", { title: "另一份报告" });
    await openAt(page, first);
    expect(await placeOf(page)).toBe("cover-1 0");
    // A new build of the same deck goes on.
    folder.write("two/deck.html", {});
    await openAt(page, `${copy}#/2022`);
    folder.write("two/deck.html", { build: "two" });
    await openAt(page, copy);
    expect(await placeOf(page)).toBe("2022 0");
  });

  it("comes back where all storage is blocked", async () => {
    const url = folder.write("blocked.html");
    const { page, complaints } = await shared.open();
    await page.evaluateOnNewDocument(() => {
      for (const name of ["indexedDB", "localStorage", "sessionStorage"]) {
        Object.defineProperty(window, name, { get: () => { throw new DOMException("blocked", "SecurityError"); } });
      }
    });
    await openAt(page, url);
    await press(page, "3", "Enter", "PageDown");
    await press(page, "b");
    await page.waitForFunction(() => (history.state as { value: { cover: unknown } }).value.cover === "black");
    await page.reload();
    await page.waitForSelector("html.started");
    await stands(page, "steps 1 black");
    expect(complaints).toEqual([]);
  });
});

describe("after hours", () => {
  it.each([
    ["the clicker goes on", "PageDown", "steps 1"],
    ["the clicker begins anew", "PageUp", "cover-1 0"],
    ["Enter goes on", "Enter", "steps 1"],
    ["Home begins anew", "Home", "cover-1 0"],
  ])("asks where to begin: %s", async (_, key, wanted) => {
    const url = folder.write(`asked-${key}.html`);
    const { page, complaints } = await shared.open();
    await openAt(page, url);
    await press(page, "3", "Enter", "PageDown");
    await stands(page, "steps 1");
    const next = await beside(page);
    await page.close();
    await later(next, 4);
    await openAt(next, url);
    expect(await placeOf(next)).toBe("cover-1 0");
    expect(await next.$$eval(".question button", (answers) => answers.map((answer) => answer.textContent))).toEqual(["从第3页继续（下一页）", "从头（上一页）"]);
    expect(await next.evaluate(() => document.activeElement?.textContent)).toBe("从第3页继续（下一页）");
    // What is kept stays until there is an answer: a second accident loses nothing.
    await next.goto("about:blank");
    await openAt(next, url);
    await press(next, key);
    expect(await next.$(".question")).toBeNull();
    await stands(next, wanted);
    expect(complaints).toEqual([]);
  });

  it("asks sooner when the show had come to its end, and not when the page is only loaded again", async () => {
    const url = folder.write("over.html", { lang: "en" });
    const { page } = await shared.open();
    await openAt(page, url);
    await press(page, "End");
    await stands(page, "closing 0");
    await later(page, 0.2);
    await page.reload();
    await page.waitForSelector("html.started");
    expect(await placeOf(page)).toBe("closing 0");
    const next = await beside(page);
    await later(next, 0.4);
    await openAt(next, url);
    await next.click(".question button:last-of-type");
    await stands(next, "cover-1 0");
  });

  it("sets the clock to zero when a show that was left on its first slide begins hours later", async () => {
    const url = folder.write("front.html");
    const { page } = await shared.open();
    await openAt(page, url);
    const speaker = await openSpeaker(page);
    await press(page, "PageDown");
    await speaker.waitForFunction(() => document.querySelector(".speaker-spent")?.textContent !== "00:00");
    await press(page, "Home");
    await stands(page, "cover-1 0");
    await onDisk(page, "cover-1 0");
    await page.close();
    await later(speaker, 4);
    const next = await beside(speaker);
    await later(next, 4);
    await openAt(next, url);
    expect(await next.$(".question")).toBeNull();
    await speaker.reload();
    await speaker.waitForFunction(() => document.querySelector(".speaker-spent")?.textContent === "00:00");
  });

  it("sets the clock to zero when it begins anew", async () => {
    const url = folder.write("clock.html");
    const { page } = await shared.open();
    await openAt(page, url);
    const speaker = await openSpeaker(page);
    await press(page, "PageDown");
    await speaker.waitForFunction(() => document.querySelector(".speaker-spent")?.textContent !== "00:00");
    await later(page, 4);
    await later(speaker, 4);
    await page.goto("about:blank");
    await page.goto(url);
    await page.waitForSelector(".question");
    await speaker.reload();
    await speaker.waitForFunction(() => document.querySelector(".speaker-spent")?.textContent?.startsWith("4:00:") === true);
    await press(page, "PageUp");
    await speaker.waitForFunction(() => document.querySelector(".speaker-spent")?.textContent === "00:00");
  });
});

/** The linear order of all places of the fixture, for "within a step". */
const PLACES = ["cover-1 0", "review-1 0", "steps 0", "steps 1", "steps 3", "figures 0", "2022 0", "tasks-1 0", "tasks-1 1", "tasks-1 3", "closing 0"];

/** Waits until the database has a place: what is there may not be lost any more. */
async function onDisk(page: Page, place: string): Promise<void> {
  const [id, shown] = place.split(" ");
  await page.waitForFunction(async (hash) => {
    const opened = await new Promise<IDBDatabase>((done) => {
      const request = indexedDB.open("luduan");
      request.onsuccess = () => done(request.result);
    });
    const kept = await new Promise<{ value: { hash: string } } | undefined>((done) => {
      const request = opened.transaction("stage").objectStore("stage").get(`luduan:show:${location.pathname}`);
      request.onsuccess = () => done(request.result);
    });
    opened.close();
    return kept?.value.hash === hash;
  }, { polling: 10 }, `#/${id}${shown === "0" ? "" : `/${shown === "1" ? 0 : 1}`}`);
}

/** Ends all processes of a browser at once, as a power cut does; the one that was started may be a script around them. */
async function kill(browser: Browser): Promise<void> {
  const { pid } = browser.process()!;
  process.kill(-pid!, "SIGKILL");
  while (groupOf(pid!).length > 0) await new Promise((done) => setTimeout(done, 5));
}

it("comes back within a step when the browser is killed at any moment, with the clock", { timeout: 60_000 }, async () => {
  const url = folder.write("killed.html");
  const start = (): Promise<Browser> =>
    launch({ executablePath: findBrowser() ?? "", userDataDir: join(folder.path, "profile"), args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
  let [expected, began] = [0, 0];
  for (const [round, moment] of [3, 41, 0, 17].entries()) {
    const browser = await start();
    try {
      const page = await browser.newPage();
      await openAt(page, url);
      const at = PLACES.indexOf(await placeOf(page));
      expect(Math.abs(at - expected), `round ${round}`).toBeLessThanOrEqual(1);
      const speaker = await openSpeaker(page);
      const spent = await speaker.$eval(".speaker-spent", (clock) => clock.textContent ?? "");
      if (began > 0) {
        const [minutes = 0, seconds = 0] = spent.split(":").map(Number);
        expect(Math.abs(minutes * 60 + seconds - (Date.now() - began) / 1000), `clock of round ${round}`).toBeLessThan(3);
      }
      await press(page, "PageDown");
      if (began === 0) began = Date.now();
      await onDisk(page, PLACES[at + 1]!);
      await press(page, "PageDown");
      expected = at + 2;
      await new Promise((done) => setTimeout(done, moment));
    } finally {
      await kill(browser);
    }
  }
});
