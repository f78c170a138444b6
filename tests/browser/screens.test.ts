/** Slides on the projector, notes on the laptop: a browser with two virtual screens, and one with a single screen. */
import { launch, type Browser, type Page } from "puppeteer";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findBrowser } from "../../src/world/find-browser.mjs";
import { bundleClient, type Client } from "./fixture.ts";
import { press } from "./press.ts";
import { sharedBrowser, watch } from "./shared-browser.ts";
import { openAt, paired, placeOf, reads, stageFolder, stands, type StageFolder } from "./stage-pages.ts";

const shared = sharedBrowser();
let client: Client;
let folder: StageFolder;
let url = "";
let two: Browser;

beforeAll(async () => {
  client = await bundleClient("deck");
  folder = stageFolder(client);
  url = folder.write("deck.html");
  const root = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  two = await launch({ executablePath: findBrowser() ?? "", defaultViewport: null, args: [...root, "--screen-info={1366x768}{1920x1080}"] });
});
afterAll(async () => {
  await two.close();
  folder.remove();
});

/** The window that a page opens. */
function opened(page: Page): Promise<Page> {
  return new Promise((done) => page.once("popup", (popup) => popup !== null && done(popup)));
}

/** A deck in the browser with two screens, of which it may or may not know; notes every request for full screen. */
async function openOnTwo(may: boolean): Promise<Page> {
  const page = await two.newPage();
  const session = await two.target().createCDPSession();
  await session.send("Browser.setPermission", { permission: { name: "window-management" }, setting: may ? "granted" : "denied" });
  await page.evaluateOnNewDocument(() => {
    const filled: number[] = [];
    Object.assign(window, { filled });
    const fill = Element.prototype.requestFullscreen;
    Element.prototype.requestFullscreen = function (options?: FullscreenOptions & { screen?: { left: number } }) {
      filled.push(options?.screen?.left ?? -1);
      return fill.call(this, options);
    };
  });
  await openAt(page, url);
  return page;
}

it("seats the slides on the projector and the notes on the laptop by one press", async () => {
  const page = await openOnTwo(true);
  const complaints = watch(page);
  const popup = opened(page);
  await press(page, "s");
  const speaker = await popup;
  await paired(speaker);
  expect(await speaker.evaluate(() => [screenX, screenY, outerWidth, outerHeight])).toEqual([0, 0, 1366, 768]);
  // The projector begins where the laptop's screen ends.
  expect(await page.evaluate(() => (window as unknown as { filled: number[] }).filled)).toEqual([1366]);
  expect(complaints).toEqual([]);
  await page.close();
  await speaker.close();
});

it("opens the window beside the deck where the browser may not tell its screens", async () => {
  const page = await openOnTwo(false);
  const popup = opened(page);
  await press(page, "s");
  const speaker = await popup;
  await paired(speaker);
  expect(await page.evaluate(() => (window as unknown as { filled: number[] }).filled)).toEqual([]);
  await page.close();
  await speaker.close();
});

it("asks where the show stands on an outer screen and the browser may not tell its screens", async () => {
  const page = await openOnTwo(false);
  const session = await page.createCDPSession();
  const { windowId } = await session.send("Browser.getWindowForTarget");
  await session.send("Browser.setWindowBounds", { windowId, bounds: { left: 1500, top: 50, width: 1000, height: 700 } });
  await page.waitForFunction(() => (screen as unknown as { availLeft: number }).availLeft === 1366);
  await press(page, "s");
  await reads(page, ".question p", "放映窗口不在电脑自己的屏幕上，讲稿会在同一块屏幕打开，大家都看得见。");
  await page.close();
});

it("asks before the notes open on the only screen, and the clicker goes on without them", async () => {
  const { page } = await shared.open();
  await openAt(page, url);
  await press(page, "s");
  await reads(page, ".question p", "电脑只认出一块屏幕。投影若设成“复制”，讲稿会上屏：请先按 Windows+P，选“扩展”。");
  expect(await page.$eval(".question", (box) => [box.getAttribute("role"), document.activeElement?.textContent])).toEqual(["alertdialog", "不打开（Esc）"]);
  await press(page, "PageDown");
  expect(await page.$(".question")).toBeNull();
  expect(await placeOf(page)).toBe("cover-1 0");
  await press(page, "PageDown");
  await stands(page, "review-1 0");
  await press(page, "s", "Escape");
  expect((await page.browserContext().pages()).length).toBe(1);
  const popup = opened(page);
  await press(page, "s", "s");
  await paired(await popup);
});

it("asks before it would leave full screen, and says what to do when the window is blocked", async () => {
  const { page } = await shared.open();
  await openAt(page, folder.write("en.html", { lang: "en" }));
  await press(page, "f");
  await page.waitForFunction(() => document.fullscreenElement !== null);
  await page.evaluate(() => Object.assign(window, { open: () => null }));
  await press(page, "s");
  await reads(page, ".question p", "The notes would open on this screen and the show would leave full screen: everybody sees them.");
  expect(await page.evaluate(() => document.fullscreenElement !== null)).toBe(true);
  await page.click(".question button:last-of-type");
  await page.waitForSelector(".toast.brief");
  expect(await page.$eval(".toast.brief", (toast) => toast.textContent)).toContain("allow pop-ups for this page, then press S again");
});

it("keeps the screen awake while a show runs, by F11 as well", async () => {
  const { page } = await shared.open({ width: 800, height: 600 });
  await page.evaluateOnNewDocument(() => {
    const asked: string[] = [];
    Object.assign(window, { asked });
    Object.defineProperty(navigator, "wakeLock", { value: { request: (kind: string) => (asked.push(kind), Promise.resolve({ released: false, release: () => Promise.resolve(asked.push("released")) })) } });
  });
  await openAt(page, url);
  const asked = (wanted: string): Promise<unknown> => page.waitForFunction((list) => (window as unknown as { asked: string[] }).asked.join(" ") === list, { timeout: 8000 }, wanted);
  await asked("");
  await press(page, "f");
  await asked("screen");
  await press(page, "f");
  await asked("screen released");
  // No headless browser has F11, which changes the display mode and the size of the window.
  await page.evaluate(() => {
    const ask = window.matchMedia.bind(window);
    window.matchMedia = (query) => (query === "(display-mode: fullscreen)" ? ({ matches: true } as MediaQueryList) : ask(query));
    dispatchEvent(new Event("resize"));
  });
  await asked("screen released screen");
});
