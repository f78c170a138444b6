/** What the speaker has at hand besides the notes: overview, freeze, pointing, teleprompter, times. */
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { heightAt, placeAt, positionAt, positionOf } from "../../src/client/speaker/prompter/track.ts";
import { createSearch } from "../../src/client/speaker/search.ts";
import { readSpeechTimes } from "../../src/model/speech-times.ts";
import { readToolWish } from "../../src/model/stage-tools.ts";
import { bundleClient, singlePage } from "./fixture.ts";
import { press } from "./press.ts";
import { sharedBrowser } from "./shared-browser.ts";
import { openAt, openSpeaker, paired, placeOf, reads, stageFolder, stands, type StageFolder } from "./stage-pages.ts";

const shared = sharedBrowser();
let folder: StageFolder;
let file = "";
/** The last slide is a backup slide, the first has three cards. */
let withBackup = "";
const CARDS = `<p>${["第一项内容", "第二项内容", "第三项内容"].map((text) => `<span class="card">${text}</span>`).join("　")}</p>`;

beforeAll(async () => {
  const client = await bundleClient("deck");
  folder = stageFolder(client);
  file = folder.write("deck.html");
  const page = singlePage(client, { notes: true }).replace('<section id="closing"', '<section data-backup="" id="closing"').replace('"run":7', '"run":6').replace('<p class="place">某镇</p>', CARDS);
  writeFileSync(join(folder.path, "backup.html"), page);
  withBackup = pathToFileURL(join(folder.path, "backup.html")).href;
});
afterAll(() => folder.remove());

async function open(url: string): Promise<{ page: Page; speaker: Page }> {
  const { page } = await shared.open();
  await openAt(page, url);
  const speaker = await openSpeaker(page);
  await speaker.setViewport({ width: 1366, height: 768 });
  return { page, speaker };
}

/** Waits until the deck's slide has, or has no longer, something that matches. */
function has(page: Page, selector: string, wanted = true): Promise<unknown> {
  return page.waitForFunction((what, there) => (document.querySelector(`body > .reveal .present ${what}`) !== null) === there, { timeout: 8000 }, selector, wanted);
}

describe("the private overview", () => {
  it("moves nothing for the audience until a slide is chosen, and goes back", async () => {
    const { page, speaker } = await open(`${file}#/steps/0`);
    await press(speaker, "o");
    await press(speaker, "ArrowDown", "ArrowRight", "ArrowRight");
    expect(await speaker.evaluate(() => document.activeElement?.querySelector("b")?.textContent)).toBe("5");
    expect(await placeOf(page)).toBe("steps 1");
    await press(speaker, "Enter");
    await stands(page, "2022 0");
    await press(speaker, "q");
    await stands(page, "steps 1");
    await press(speaker, "q");
    await stands(page, "2022 0");
  });

  it("finds slides by pinyin initials", async () => {
    const { page, speaker } = await open(file);
    await press(speaker, "o");
    await speaker.type(".speaker-list input", "gzh");
    await reads(speaker, ".speaker-found", "1 页");
    await press(speaker, "Enter");
    await stands(page, "review-1 0");
  });

  it("knows numbers, words without their gaps, and characters of several readings", () => {
    const titles = ["政府工作报告", "强产业、促转型", "2022年目标", "GDP and Jobs", "重点任务"];
    const search = createSearch({ slides: titles.map((title, index) => ({ id: String(index), title, section: 0, seconds: 0, steps: 0 })), initials: { z: "政转重", c: "产重", f: "府", d: "点", q: "强", y: "业", x: "型" } });
    expect([search("3"), search("产业促"), search("qcy"), search("cd"), search("zd"), search("gdp  AND"), search("2022"), search("")]).toEqual([[2], [1], [1], [4], [4], [3], [2], [0, 1, 2, 3, 4]]);
    expect(search("zq")).toEqual([]);
  });
});

it("freezes the audience while the speaker looks ahead, by the keys of either window, and sends what is looked at", async () => {
  const { page, speaker } = await open(`${file}#/review-1`);
  await press(speaker, "x");
  await press(speaker, "PageDown");
  await reads(speaker, ".speaker-count b", "3");
  await press(page, "PageDown", "PageDown");
  await reads(speaker, ".speaker-next h2", "主要指标");
  expect(await placeOf(page)).toBe("review-1 0");
  expect(await speaker.$eval(".speaker-frozen", (box) => box.textContent)).toBe("定屏：大屏在第2页");
  await press(speaker, "x");
  await reads(speaker, ".speaker-count b", "2");
  await press(page, "PageDown");
  await stands(page, "steps 0");
  await press(speaker, "x");
  await press(speaker, "5", "Enter");
  await reads(speaker, ".speaker-count b", "5");
  expect(await placeOf(page)).toBe("steps 0");
  await press(speaker, "g");
  await stands(page, "2022 0");
});

it("turns from the run into no backup slide, and back from none", async () => {
  const { page, speaker } = await open(`${withBackup}#/tasks-1`);
  await press(page, "End");
  await press(page, "PageDown", "PageDown", "PageDown");
  await stands(page, "tasks-1 3");
  await reads(speaker, ".speaker-next", "结束");
  await press(page, "7", "Enter");
  await stands(page, "closing 0");
  await reads(speaker, ".speaker-count", "备用1谢谢");
  await press(page, "PageUp", "PageDown");
  expect(await placeOf(page)).toBe("closing 0");
  await press(speaker, "q");
  await stands(page, "tasks-1 3");
  await reads(speaker, ".speaker-head button", "回备用1");
  const last = (selector: string): Promise<string | undefined> => speaker.$$eval(selector, (all) => all.at(-1)?.textContent ?? undefined);
  await press(speaker, "o");
  expect(await last(".speaker-caption")).toBe("备用1谢谢");
  await press(speaker, "Escape", "u");
  expect(await last(".speaker-table th")).toBe("备用1　谢谢");
  await press(page, "o");
  expect(await page.$$eval(".overview-caption", (all) => all.at(-1)?.textContent)).toBe("备用1 谢谢");
});

describe("pointing by keys alone", () => {
  it("moves a laser, as long as the key is held or until the next press", async () => {
    const { page, speaker } = await open(`${file}#/figures`);
    await press(speaker, "l");
    await has(page, ".laser");
    const left = (): Promise<number> => page.$eval(".laser", (spot) => parseFloat((spot as HTMLElement).style.left));
    const before = await left();
    await press(speaker, "ArrowRight", "ArrowRight");
    await page.waitForFunction((from) => parseFloat(document.querySelector<HTMLElement>(".laser")!.style.left) > from + 4, { timeout: 8000 }, before);
    await press(speaker, "PageDown");
    await stands(page, "2022 0");
    expect(await page.$$eval(".present .laser, .past .laser", (spots) => spots.length)).toBeLessThanOrEqual(1);
    await press(speaker, "l");
    await page.waitForFunction(() => document.querySelector(".laser") === null, { timeout: 8000 });
  });

  it("draws lines that stay with their slide until they are taken off", async () => {
    const { page, speaker } = await open(`${file}#/figures`);
    await press(speaker, "d", "Space", "ArrowRight", "ArrowDown");
    await has(page, ".ink .ink-line");
    expect(await speaker.$$eval(".speaker-layer .ink-line", (lines) => lines.length)).toBe(1);
    await press(speaker, "PageDown");
    await stands(page, "2022 0");
    await has(page, ".ink", false);
    await press(speaker, "PageUp");
    await has(page, ".ink .ink-line");
    for (const view of [page, speaker]) await view.reload();
    await paired(speaker);
    await has(page, ".ink .ink-line");
    expect(await speaker.$$eval(".speaker-layer .ink-line", (lines) => lines.length)).toBe(1);
    await press(speaker, "e");
    await has(page, ".ink", false);
    await page.reload();
    await page.waitForSelector("html.started");
    expect(await page.$(".ink")).toBeNull();
  });

  it("shows parts large, one after the other, and all again on the next slide", async () => {
    const { page, speaker } = await open(withBackup);
    await press(speaker, "z");
    await page.waitForFunction(() => document.querySelector("body > .reveal .present.zoomed") !== null, { timeout: 8000 });
    await page.waitForFunction(() => Number(getComputedStyle(document.querySelector(".zoomed")!).scale) > 3, { timeout: 8000 });
    await press(speaker, "z", "z");
    await reads(speaker, ".toast.brief", "放大 3 / 3");
    await press(speaker, "z");
    await page.waitForFunction(() => document.querySelector(".zoomed") === null, { timeout: 8000 });
    await press(speaker, "z");
    await press(speaker, "Escape");
    await page.waitForFunction(() => document.querySelector(".zoomed") === null, { timeout: 8000 });
    // A deck that is loaded again shows the whole slide: the speaker's picture must not say otherwise.
    await press(speaker, "z");
    await page.waitForSelector(".zoomed");
    await page.reload();
    await speaker.waitForSelector(".speaker-outline[hidden]");
    expect(await speaker.$$eval('.speaker-toolbar [aria-pressed="true"]', (pressed) => pressed.length)).toBe(0);
  });
});

it("points with a mouse in the picture of the slide", async () => {
  const { page, speaker } = await open(`${file}#/figures`);
  await press(speaker, "d");
  const box = await speaker.$eval(".speaker-frame", (frame) => frame.getBoundingClientRect().toJSON() as DOMRect);
  await speaker.mouse.move(box.x + box.width * 0.25, box.y + box.height * 0.5);
  await speaker.mouse.down();
  await speaker.mouse.move(box.x + box.width * 0.75, box.y + box.height * 0.5, { steps: 4 });
  await speaker.mouse.up();
  await page.waitForFunction(() => /^M480\.0 540\.0.*L1440\.0 540\.0$/.test(document.querySelector(".present .ink-line")?.getAttribute("d") ?? ""), { timeout: 8000 });
});

it("takes no wish that is out of bounds", () => {
  const point = { x: 0.5, y: 0.5 };
  expect(readToolWish({ type: "draw", slide: "a", line: 1, points: [point] })).not.toBeNull();
  expect(readToolWish({ type: "draw", slide: "a", line: 1, points: Array.from({ length: 65 }, () => point) })).toBeNull();
  for (const wish of [{ type: "point", at: { x: 2, y: 0 } }, { type: "zoom", part: { ...point, width: 0, height: 1 } }, { type: "erase" }, { type: "origins" }, { type: "hold", place: { slide: -1, step: 0 } }, { type: "other" }]) expect(readToolWish(wish), wish.type).toBeNull();
  expect(readToolWish({ type: "hold", place: null, next: 1, previous: true })).toEqual({ type: "hold", place: null, next: false, previous: true });
});

describe("the teleprompter", () => {
  it("runs, takes the slides with it, waits, changes its speed, and follows the slides", async () => {
    const { page, speaker } = await open(`${file}#/review-1`);
    await press(speaker, "m");
    const speed = await speaker.$eval(".prompter-speed", (box) => parseInt(box.textContent ?? "", 10));
    await press(speaker, "ArrowUp");
    await speaker.waitForFunction((before) => parseInt(document.querySelector(".prompter-speed")!.textContent!, 10) === before + 10, {}, speed);
    for (let times = 0; times < 60; times += 1) await speaker.keyboard.press("ArrowUp");
    await reads(speaker, ".prompter-speed", "600 字／分");
    await press(speaker, "Space");
    // Ten characters a second: the next slide's notes are reached by themselves.
    await stands(page, "steps 0");
    await press(speaker, "Space");
    const top = await speaker.$eval(".prompter-text", (text) => text.scrollTop);
    await press(page, "5", "Enter");
    await speaker.waitForFunction((before) => document.querySelector(".prompter-text")!.scrollTop > before + 100, { timeout: 8000 }, top);
    expect(await placeOf(page)).toBe("2022 0");
    await speaker.evaluate(() => [...document.querySelectorAll<HTMLButtonElement>(".prompter-bar button")].find((made) => made.textContent === "左右反")!.click());
    expect(await speaker.$eval(".prompter-text", (text) => getComputedStyle(text).scale)).toMatch(/^-1/);
    await press(speaker, "Escape");
    expect(await speaker.$(".speaker-prompter")).toBeNull();
  });

  it("leaves the audience where it is when it is closed while the text moves", async () => {
    const { page, speaker } = await open(`${file}#/figures`);
    await press(speaker, "m");
    await speaker.waitForSelector(".speaker-prompter");
    await speaker.evaluate(() => new Promise<void>((done) => {
      document.querySelector(".prompter-text")!.scrollTop += 30;
      document.querySelector(".prompter-text")!.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
      // What the browser still has to say of the scrolling comes with the next picture.
      requestAnimationFrame(() => requestAnimationFrame(() => done()));
    }));
    expect(await speaker.$(".speaker-prompter")).toBeNull();
    await press(speaker, "b");
    await stands(page, "figures 0 black");
  });

  it("knows where on its way the text and the slides are", () => {
    const stretches = [{ start: 0, length: 10, top: 100, height: 50 }, { start: 10, length: 30, top: 200, height: 60 }];
    expect([0, 5, 10, 25, 40, 99].map((at) => heightAt(stretches, at))).toEqual([100, 125, 200, 230, 260, 260]);
    expect([0, 125, 200, 230, 999].map((height) => positionAt(stretches, height))).toEqual([0, 5, 10, 25, 40]);
    const anchors = [{ at: 0, place: { slide: 0, step: 0 } }, { at: 10, place: { slide: 1, step: 0 } }, { at: 20, place: { slide: 1, step: 2 } }];
    expect([placeAt(anchors, 9), placeAt(anchors, 10), placeAt(anchors, 50), placeAt([], 3)]).toEqual([{ slide: 0, step: 0 }, { slide: 1, step: 0 }, { slide: 1, step: 2 }, null]);
    expect([positionOf(anchors, { slide: 1, step: 1 }), positionOf(anchors, { slide: 4, step: 0 })]).toEqual([10, 20]);
  });
});

describe("the time", () => {
  it("outlives a reload of the speaker window: what is used, what is planned, and what each slide took", async () => {
    const { page, speaker } = await open(file);
    await press(page, "PageDown");
    await reads(speaker, ".speaker-count b", "2");
    await speaker.evaluate(() => {
      const now = Date.now;
      Date.now = () => now() + 10 * 60_000;
    });
    await press(speaker, "t");
    await reads(speaker, ".speaker-state", "暂停");
    const said = (): Promise<(string | null)[]> => speaker.$$eval(".speaker-left, .speaker-spent, .speaker-pace, .speaker-part", (parts) => parts.map((part) => part.textContent));
    const before = await said();
    expect(before).toContainEqual(expect.stringMatching(/^10:0/));
    await speaker.reload();
    await paired(speaker);
    await reads(speaker, ".speaker-state", "暂停");
    expect(await said()).toEqual(before);
    await press(speaker, "u");
    const row = await speaker.$$eval(".speaker-table .of-slide", (rows) => rows.map(({ children }) => [children[0]?.textContent, children[2]?.textContent]).find(([name]) => name === "2　工作回顾"));
    expect(row?.[1]).toMatch(/^10:0/);
  });

  it("changes its colour two minutes before the end and counts what is over; what each slide took is shown and saved", async () => {
    const { page, speaker } = await open(file);
    const later = (minutes: number): Promise<void> => speaker.evaluate((by) => {
      const now = Date.now;
      Date.now = () => now() + by;
    }, minutes * 60_000);
    await reads(speaker, ".speaker-big.left .speaker-label", "剩余");
    await press(page, "PageDown");
    await reads(speaker, ".speaker-count b", "2");
    await later(10);
    await press(page, "PageDown");
    await reads(speaker, ".speaker-count b", "3");
    await later(30);
    await speaker.waitForFunction(() => parseInt(document.querySelector(".speaker-left")!.textContent!, 10) < 20);
    expect(await speaker.$(".speaker-clock.soon, .speaker-clock.over")).toBeNull();
    const left = await speaker.$eval(".speaker-left", (figure) => parseInt(figure.textContent ?? "", 10));
    await later(left - 1);
    await speaker.waitForSelector(".speaker-clock.soon");
    await later(5);
    await speaker.waitForSelector(".speaker-clock.over");
    await reads(speaker, ".speaker-big.left .speaker-label", "超时");
    const downloads = mkdtempSync(join(tmpdir(), "luduan-times-"));
    const session = await speaker.createCDPSession();
    const { id: browserContextId = "" } = speaker.browserContext();
    await press(speaker, "u");
    const rows = await speaker.$$eval(".speaker-table tr", (all) => all.map((row) => [...row.children].map((cell) => cell.textContent)));
    expect(rows.find(([name]) => name === "2　工作回顾")?.[2]).toMatch(/^10:0/);
    expect(rows.find(([name]) => name === "3　强产业、促转型")?.[3]).toMatch(/^\+/);
    const saved = new Promise<void>((done) => session.on("Browser.downloadProgress", ({ state }) => state === "completed" && done()));
    await session.send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: downloads, browserContextId, eventsEnabled: true });
    await speaker.click(".speaker-search button");
    await saved;
    const [name = ""] = readdirSync(downloads);
    expect(name).toBe("政府工作报告-用时.json");
    const times = readSpeechTimes(JSON.parse(readFileSync(join(downloads, name), "utf8")));
    rmSync(downloads, { recursive: true });
    expect(times?.sections.find(({ id }) => id === "review")?.seconds).toBeGreaterThan(2400);
    expect(times?.sections.find(({ id }) => id === "tasks")?.seconds).toBe(0);
  });
});
