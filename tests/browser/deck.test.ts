/** What a person sees and presses in the web deck and the single file, in a real browser. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundleClient, singlePage, webPage, type Client } from "./fixture.ts";
import { press } from "./press.ts";
import { serve, sharedBrowser, type WatchedPage } from "./shared-browser.ts";

const shared = sharedBrowser();
let folder = "";
let file = "";
let web: Awaited<ReturnType<typeof serve>>;
let client: Client;

beforeAll(async () => {
  client = await bundleClient("deck");
  folder = await mkdtemp(join(tmpdir(), "luduan-browser-"));
  await writeFile(join(folder, "deck.html"), singlePage(client, { notes: true }));
  await writeFile(join(folder, "en.html"), singlePage(client, { notes: true, lang: "en" }));
  file = pathToFileURL(join(folder, "deck.html")).href;
  web = await serve(webPage(client, { notes: false }));
});
afterAll(async () => {
  web.close();
  await rm(folder, { recursive: true, force: true });
});

async function openDeck(url: string, options = {}): Promise<WatchedPage> {
  const watched = await shared.open(options);
  await watched.page.goto(url);
  await watched.page.waitForSelector("html.started");
  return watched;
}

/** Slide id and number of shown steps; equal texts mean the same place. */
function place(page: Page): Promise<string> {
  return page.evaluate(() => {
    const slide = document.querySelector("body > .reveal > .slides > .present");
    return `${slide?.id} ${slide?.querySelectorAll(".fragment.visible").length}`;
  });
}

describe("keys", () => {
  it("moves by clicker, arrows, space, Home, End and number with Enter", async () => {
    const { page, complaints } = await openDeck(web.url);
    expect(await place(page)).toBe("cover-1 0");
    await press(page, "PageDown", "ArrowRight");
    expect(await place(page)).toBe("steps 0");
    await press(page, "Space");
    expect(await place(page)).toBe("steps 1");
    await press(page, "PageDown");
    expect(await place(page)).toBe("steps 3");
    await press(page, "PageDown", "PageUp");
    expect(await place(page)).toBe("steps 3");
    await press(page, "PageUp", "PageUp", "PageUp");
    expect(await place(page)).toBe("review-1 0");
    await press(page, "End");
    expect(await place(page)).toBe("closing 0");
    await press(page, "Home");
    expect(await place(page)).toBe("cover-1 0");
    await press(page, "5");
    expect(await page.$eval(".toast", (toast) => toast.textContent)).toBe("第5页 · 回车");
    await press(page, "Enter");
    expect(await place(page)).toBe("2022 0");
    expect(await page.$(".toast")).toBeNull();
    await press(page, "9", "9", "Enter");
    expect(await place(page)).toBe("closing 0");
    expect(complaints).toEqual([]);
  });

  it("blackens the screen with B and . and the next press only brings the light back", async () => {
    const { page, complaints } = await openDeck(web.url);
    const black = (): Promise<boolean> =>
      page.evaluate(() => getComputedStyle(document.querySelector(".pause-overlay")!).visibility === "visible" && document.elementFromPoint(600, 300)?.className === "pause-overlay");
    expect(await black()).toBe(false);
    await press(page, "b");
    expect(await black()).toBe(true);
    expect(await page.$eval(".announcer", (region) => region.textContent)).toBe("黑屏");
    await press(page, "PageDown");
    expect(await black()).toBe(false);
    expect(await place(page)).toBe("cover-1 0");
    await press(page, ".");
    expect(await black()).toBe(true);
    await press(page, ".");
    expect(await black()).toBe(false);
    expect(complaints).toEqual([]);
  });

  it("leaves F11, Ctrl combinations and typing to the browser", async () => {
    const { page } = await openDeck(web.url);
    const prevented = (init: KeyboardEventInit): Promise<boolean> => page.evaluate((given) => !document.body.dispatchEvent(new KeyboardEvent("keydown", { ...given, bubbles: true, cancelable: true })), init);
    expect(await prevented({ key: "F5", ctrlKey: true })).toBe(false);
    expect(await prevented({ key: "F11" })).toBe(false);
    expect(await prevented({ key: "p", ctrlKey: true })).toBe(false);
    expect(await prevented({ key: "PageDown" })).toBe(true);
  });

  it("shows its help in the deck's language", async () => {
    const { page } = await openDeck(file);
    await press(page, "?");
    expect(await page.$eval(".help", (help) => help.textContent)).toContain("演讲者窗口");
    await press(page, "Escape");
    expect(await page.$(".help")).toBeNull();
    expect(await page.$(".overview")).toBeNull();
    const { page: english } = await openDeck(pathToFileURL(join(folder, "en.html")).href);
    await press(english, "?");
    expect(await english.$eval(".help", (help) => help.textContent)).toContain("Speaker window");
  });

  it("opens the overview with Escape, moves in it by arrows and goes where Enter is pressed", async () => {
    const { page, complaints } = await openDeck(web.url);
    await press(page, "Escape");
    await page.waitForSelector(".overview .preview section");
    expect(await page.$$eval(".overview-caption", (cells) => cells.map((cell) => cell.textContent))).toContain("4 主要指标");
    // Pictures have ids of their own, so that they hide no id of the slides.
    expect(await page.$$eval("[id]", (nodes) => nodes.length - new Set(nodes.map((node) => node.id)).size)).toBe(0);
    await press(page, "ArrowRight", "ArrowRight", "ArrowRight", "Enter");
    expect(await page.$(".overview")).toBeNull();
    expect(await place(page)).toBe("figures 0");
    expect(complaints).toEqual([]);
  });
});

describe("place", () => {
  it("comes back to slide and step after a reload", async () => {
    const { page, complaints } = await openDeck(web.url);
    await press(page, "PageDown", "PageDown", "PageDown");
    expect(await place(page)).toBe("steps 1");
    // Reload at once: what the address does not have yet is in the session storage.
    await page.reload();
    await page.waitForSelector("html.started");
    expect(await place(page)).toBe("steps 1");
    await page.waitForFunction(() => location.hash === "#/steps/0");
    expect(complaints).toEqual([]);
  });

  it("follows an address that is asked for, even where the place before it is written just then", async () => {
    const { page } = await openDeck(web.url);
    await press(page, "PageDown");
    // The page writes its place a moment after each move. That may fall between the new address and the browser's event for it.
    await page.evaluate(() => {
      location.hash = "#/2022";
      history.replaceState(null, "", "#/steps");
    });
    await page.waitForFunction(() => document.querySelector("body > .reveal > .slides > .present")?.id === "2022" && location.hash === "#/2022");
  });

  it("follows links and addresses, ids of digits included", async () => {
    const { page } = await openDeck(`${web.url}#/2022`);
    expect(await place(page)).toBe("2022 0");
    await page.click(".present a");
    await page.waitForFunction(() => document.querySelector("#steps.present") !== null);
    const { page: lost } = await openDeck(`${web.url}#/nowhere`);
    expect(await place(lost)).toBe("cover-1 0");
  });

  it("does not let the query of the address change reveal.js", async () => {
    const { page } = await openDeck(`${web.url}?postMessage=true&view=print&controls=true#/figures`);
    await page.evaluate(() => postMessage(JSON.stringify({ method: "slide", args: [0] }), "*"));
    await page.evaluate(() => new Promise((done) => setTimeout(done)));
    expect(await place(page)).toBe("figures 0");
    expect(page.url()).toContain("?postMessage=true");
  });
});

describe("page", () => {
  it("announces titles politely and is no application", async () => {
    const { page } = await openDeck(web.url);
    await press(page, "4", "Enter");
    const region = await page.$eval(".announcer", (node) => [node.getAttribute("aria-live"), node.textContent]);
    expect(region).toEqual(["polite", "第4页，共7页：主要指标"]);
    expect(await page.$("[role=application]")).toBeNull();
    await press(page, "3", "Enter", "PageDown");
    expect(await page.$eval(".announcer", (node) => node.textContent)).toBe("强产业");
  });

  it("fits the window exactly and grounds it in the slide's own colour", async () => {
    const { page } = await openDeck(web.url, { width: 1366, height: 900 });
    const box = await page.$eval("#cover-1", (slide) => slide.getBoundingClientRect().toJSON() as { x: number; y: number; width: number });
    expect(box.width).toBeCloseTo(1366, 1);
    expect(box.y).toBeCloseTo((900 - (1366 * 9) / 16) / 2, 1);
    await press(page, "PageDown");
    expect(await page.evaluate(() => document.body.style.backgroundColor)).toBe("rgb(15, 51, 58)");
  });

  it("plays charts again on each visit", async () => {
    const { page } = await openDeck(`${web.url}#/figures`);
    const running = (): Promise<number> => page.$eval("#figures .bar", (bar) => bar.getAnimations().length);
    await page.$eval("#figures .bar", (bar) => Promise.all(bar.getAnimations().map((animation) => animation.finished)));
    expect(await running()).toBe(0);
    await press(page, "PageDown", "PageUp");
    expect(await running()).toBe(1);
  });

  it("cuts instead of fading where less motion is wanted", async () => {
    const { page } = await openDeck(web.url, { reducedMotion: true });
    await press(page, "PageDown");
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
    expect(await page.$eval("#review-1", (slide) => getComputedStyle(slide).opacity)).toBe("1");
  });

  it("keeps the slide's own colours where colours are forced, and gives every layer an edge", async () => {
    const { page } = await openDeck(file);
    const session = await page.createCDPSession();
    await session.send("Emulation.setEmulatedMedia", { features: [{ name: "forced-colors", value: "active" }] });
    expect(await page.$eval("#cover-1", (slide) => getComputedStyle(slide).backgroundColor)).toBe("rgb(247, 244, 236)");
    await press(page, "?");
    expect(await page.$eval(".help", (help) => [getComputedStyle(help).borderTopWidth, getComputedStyle(help).backgroundColor])).toEqual(["1px", "rgb(255, 255, 255)"]);
  });

  it("is a plain page with anchors on a telephone, and a show again when turned", async () => {
    const { page, complaints } = await openDeck(`${web.url}#/figures`, { width: 390, height: 844 });
    const shape = (): Promise<unknown> =>
      page.evaluate(() => [document.documentElement.classList.contains("reading"), document.documentElement.scrollHeight > innerHeight, document.querySelectorAll("section[hidden], section[inert]").length]);
    expect(await shape()).toEqual([true, true, 0]);
    expect(await page.$eval("#figures", (slide) => Math.round(slide.getBoundingClientRect().top))).toBeLessThan(844);
    expect(await page.$eval("#steps li", (step) => getComputedStyle(step).visibility)).toBe("visible");
    await page.setViewport({ width: 844, height: 390 });
    await page.waitForSelector("html:not(.reading) .present");
    await press(page, "PageDown");
    await page.setViewport({ width: 390, height: 844 });
    await page.waitForSelector("html.reading");
    expect(await shape()).toEqual([true, true, 0]);
    expect(complaints).toEqual([]);
  });

  it("prints one slide a page, every step shown and no notes", async () => {
    const { page } = await openDeck(file);
    const bytes = Buffer.from(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
    expect(bytes.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length).toBe(7);
    // Hidden slides would print without tags.
    const hidden = (): Promise<number> => page.$$eval("section[hidden], section[aria-hidden], section[inert]", (slides) => slides.length);
    expect(await hidden()).toBe(6);
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    expect(await hidden()).toBe(0);
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    expect(await hidden()).toBe(6);
    await page.emulateMediaType("print");
    const text = await page.evaluate(() => document.body.innerText);
    expect(text).toContain("腾空间");
    expect(text).not.toContain("现在回顾");
    expect(await place(page)).toBe("cover-1 0");
  });
});
