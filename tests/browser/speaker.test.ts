/** The speaker window, opened from file:// and from a server under a strict policy. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "puppeteer";
import { afterAll, beforeAll, expect, it } from "vitest";
import { bundleClient, singlePage, webPage } from "./fixture.ts";
import { press } from "./press.ts";
import { serve, sharedBrowser, watch } from "./shared-browser.ts";

const shared = sharedBrowser();
let folder = "";
let file = "";
let web: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  const client = await bundleClient("deck");
  folder = await mkdtemp(join(tmpdir(), "luduan-speaker-"));
  await writeFile(join(folder, "deck.html"), singlePage(client, { notes: true }));
  file = pathToFileURL(join(folder, "deck.html")).href;
  web = await serve(webPage(client, { notes: true }));
});
afterAll(async () => {
  web.close();
  await rm(folder, { recursive: true, force: true });
});

interface Stage {
  readonly page: Page;
  readonly speaker: Page;
  readonly complaints: string[];
}

async function openSpeaker(url: string): Promise<Stage> {
  const { page, complaints } = await shared.open();
  await page.goto(url);
  await page.waitForSelector("html.started");
  const popup = new Promise<Page>((done) => page.once("popup", (opened) => opened !== null && done(opened)));
  // One screen only: it asks first, and S again opens it all the same.
  await press(page, "s", "s");
  const speaker = await popup;
  const more = watch(speaker);
  await speaker.waitForSelector(".speaker .speaker-now section");
  await speaker.waitForSelector(".speaker-lost[hidden]");
  await speaker.setViewport({ width: 1920, height: 1080 });
  return { page, speaker, complaints: [...complaints, ...more] };
}

/** Waits until an element has a text, since messages take a moment. */
async function reads(page: Page, selector: string, wanted: string): Promise<void> {
  await page.waitForFunction((where, what) => document.querySelector(where)?.textContent === what, { timeout: 5000 }, selector, wanted);
}

/** Waits until the deck shows a slide with this many steps. */
async function stands(page: Page, wanted: string): Promise<void> {
  const at = (place: string): boolean => `${document.querySelector("body > .reveal > .slides > .present")?.id} ${document.querySelectorAll("body > .reveal .present .fragment.visible").length}` === place;
  await page.waitForFunction(at, { timeout: 5000 }, wanted);
}

function text(page: Page, selector: string): Promise<string> {
  return page.$eval(selector, (node) => node.textContent ?? "");
}

function shown(page: Page): Promise<string> {
  return page.evaluate(() => `${document.querySelector("body > .reveal > .slides > .present")?.id} ${document.querySelectorAll("body > .reveal .present .fragment.visible").length}`);
}

it.each(["file", "web"])("follows and moves the deck both ways (%s)", async (kind) => {
  const { page, speaker, complaints } = await openSpeaker(kind === "file" ? file : web.url);
  expect(await speaker.title()).toBe("演讲者窗口 · 政府工作报告");
  expect(await speaker.evaluate(() => [document.documentElement.lang, document.compatMode])).toEqual(["zh-CN", "CSS1Compat"]);
  await reads(speaker, ".speaker-next", "下一张工作回顾");
  // The window's own styles do not change the slide.
  expect(await speaker.$eval(".speaker-now .place", (line) => getComputedStyle(line).fontSize)).toBe("56px");
  await press(page, "3");
  await press(page, "Enter");
  await reads(speaker, ".speaker-count", "3 / 7强产业、促转型");
  await reads(speaker, ".speaker-next", "下一步1 / 2");
  expect(await speaker.$$eval(".speaker-sentence", (all) => all.map((node) => node.textContent))).toEqual(["一年来，我们抓产业。", "二是优规划！", "三是腾空间。"]);
  await press(speaker, "PageDown");
  await stands(page, "steps 1");
  await speaker.waitForFunction(() => document.querySelectorAll(".speaker-now .fragment.visible").length === 1);
  expect(await speaker.$$eval(".speaker-coming .fragment.visible", (all) => all.length)).toBe(3);
  await press(speaker, "b");
  await speaker.waitForSelector(".speaker-shade:not([hidden])");
  await press(speaker, "b");
  await speaker.waitForSelector(".speaker-shade[hidden]");
  await press(speaker, "7");
  await press(speaker, "Enter");
  await stands(page, "closing 0");
  await reads(speaker, ".speaker-next", "结束");
  await reads(speaker, ".speaker-notes", "本页无讲稿");
  // The styles were copied: the picture is scaled into its box.
  const [box, slide] = await speaker.evaluate(() => [".speaker-now", ".speaker-now section"].map((selector) => document.querySelector(selector)!.getBoundingClientRect().width));
  expect(slide).toBeCloseTo(box!, 0);
  expect(complaints).toEqual([]);
});

it("marks the sentence that is read, moves it by arrows and scales the notes", async () => {
  const { page, speaker } = await openSpeaker(`${file}#/steps`);
  const current = (): Promise<string> => text(speaker, ".speaker-sentence.current");
  expect(await current()).toBe("一年来，我们抓产业。");
  await press(speaker, "ArrowDown");
  await press(speaker, "ArrowDown");
  expect(await current()).toBe("三是腾空间。");
  await stands(page, "steps 0");
  await press(speaker, "ArrowDown");
  await stands(page, "steps 1");
  const size = (): Promise<number> => speaker.$eval(".speaker-notes", (notes) => parseFloat(getComputedStyle(notes).fontSize));
  const before = await size();
  await press(speaker, "+");
  expect(await size()).toBeGreaterThan(before);
  await press(speaker, "-");
  await press(speaker, "-");
  expect(await size()).toBeLessThan(before);
});

it("counts the time from the first move, pauses and resets it, and compares it with the plan", async () => {
  const { page, speaker } = await openSpeaker(file);
  const spent = (): Promise<string> => text(speaker, ".speaker-spent");
  expect(await spent()).toBe("00:00");
  expect(await text(speaker, ".speaker-pace")).toBe("");
  const passMinutes = (minutes: number): Promise<void> =>
    speaker.evaluate((milliseconds) => {
      const then = Date.now() + milliseconds;
      Date.now = () => then;
    }, minutes * 60_000);
  await passMinutes(0);
  await press(page, "PageDown");
  await speaker.waitForFunction(() => document.querySelector(".speaker-count b")?.textContent === "2");
  await passMinutes(0.4);
  await reads(speaker, ".speaker-spent", "00:24");
  expect(await text(speaker, ".speaker-pace")).toBe("快 3 分");
  await passMinutes(3);
  await reads(speaker, ".speaker-pace", "正点");
  await passMinutes(17);
  await speaker.waitForFunction(() => document.querySelector(".speaker-spent")?.textContent === "20:24");
  expect(await text(speaker, ".speaker-pace")).toMatch(/^慢 \d+ 分$/);
  expect(await speaker.$$eval(".speaker-part", (parts) => parts.map((part) => part.textContent))).toEqual(["", "一工作回顾18分用 20:24", "二思路目标8分", "三2022年任务24分"]);
  await press(speaker, "t");
  await speaker.waitForFunction(() => document.querySelector(".speaker-state")?.textContent === "暂停");
  await press(speaker, "r");
  await speaker.waitForFunction(() => document.querySelector(".speaker-spent")?.textContent === "00:00");
  expect(await text(speaker, ".toast.brief")).toBe("计时归零，再按 R 恢复");
  await press(speaker, "r");
  await reads(speaker, ".speaker-spent", "20:24");
  expect(await text(speaker, ".speaker-part.current")).toBe("一工作回顾18分用 20:24");
});

it("finds a slide by number or by a part of its title", async () => {
  const { page, speaker } = await openSpeaker(file);
  await press(speaker, "o");
  await speaker.type(".speaker-list input", "指标");
  expect(await speaker.$$eval(".speaker-list .speaker-row:not([hidden]) .speaker-caption", (rows) => rows.map((row) => row.textContent))).toEqual(["4主要指标"]);
  await press(speaker, "Enter");
  await stands(page, "figures 0");
  expect(await speaker.$(".speaker-list")).toBeNull();
  await press(speaker, "o");
  await speaker.type(".speaker-list input", "6");
  await press(speaker, "Enter");
  await stands(page, "tasks-1 0");
});

it("outlives a reload of the deck and of itself", async () => {
  const { page, speaker, complaints } = await openSpeaker(`${file}#/steps`);
  await page.reload();
  await page.waitForSelector("html.started");
  await speaker.waitForSelector(".speaker-lost[hidden]");
  await press(speaker, "PageDown");
  await page.waitForFunction(() => document.querySelectorAll("body > .reveal .present .fragment.visible").length === 1);
  await speaker.waitForFunction(() => document.querySelectorAll(".speaker-now .fragment.visible").length === 1);
  await speaker.reload();
  await speaker.waitForFunction(() => document.querySelector(".speaker-count b")?.textContent === "3");
  await press(page, "s");
  expect((await page.browserContext().pages()).length).toBe(2);
  expect(complaints).toEqual([]);
});

it("obeys no other window", async () => {
  const { page } = await openSpeaker(file);
  const wish = { mark: "luduan-speaker", wish: { type: "next" } };
  await page.evaluate((message) => {
    postMessage(message, "*");
    document.body.append(document.createElement("iframe"));
  }, wish);
  const inner = await page.waitForFrame((frame) => frame.parentFrame() !== null);
  await inner.evaluate((message) => parent.postMessage(message, "*"), wish);
  await page.evaluate(() => new Promise((done) => setTimeout(done)));
  expect(await shown(page)).toBe("cover-1 0");
});

it("says so when the deck is gone", async () => {
  const { page, speaker } = await openSpeaker(file);
  await page.close();
  await speaker.waitForSelector(".speaker-lost:not([hidden])");
  await reads(speaker, ".speaker-lost p", "放映窗口没有回应。还开着就刷新它，关了就重新打开。");
});
