/** Notes for someone who holds only a clicker: they scroll before the page turns, follow the steps, and are set as Chinese text is. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anchorSteps, sentenceOfStep } from "../../src/client/speaker/sentences.ts";
import { testFontCssFor } from "../support/test-font.ts";
import { bundleClient, singlePage, type Client } from "./fixture.ts";
import { press } from "./press.ts";
import { sharedBrowser } from "./shared-browser.ts";
import { openAt, openSpeaker, placeOf, reads, stageFolder, stands, type StageFolder } from "./stage-pages.ts";

const shared = sharedBrowser();
let client: Client;
let folder: StageFolder;
let file = "";

/** Forty sentences with marks of all kinds, quotes and figures close to the ends of lines. */
const LONG = Array.from({ length: 40 }, (_, index) => `第${index + 1}句，说到“两大平台”、规上工业产值<data value="187">187亿元</data>，同比增长近${"9".repeat(1 + (index % 3))}%；第${index + 1}句${"再".repeat(index % 7)}往下说《规划》（草案）。`).join("");

beforeAll(async () => {
  const bundled = await bundleClient("deck");
  client = { ...bundled, style: `${bundled.style}\n${await testFontCssFor(LONG)}` };
  folder = stageFolder(client);
  const page = singlePage(client, { notes: true }).replace("<p>现在回顾过去一年的工作。</p>", `<p>${LONG}</p>`);
  writeFileSync(join(folder.path, "long.html"), page);
  file = pathToFileURL(join(folder.path, "long.html")).href;
});
afterAll(() => folder.remove());

async function openNotes(hash: string): Promise<{ page: Page; speaker: Page }> {
  const { page } = await shared.open();
  await openAt(page, `${file}${hash}`);
  const speaker = await openSpeaker(page);
  await speaker.setViewport({ width: 1366, height: 768 });
  await speaker.waitForFunction(() => document.querySelector(".speaker-notes")!.clientWidth > 0);
  return { page, speaker };
}

const scrolled = (speaker: Page): Promise<number> => speaker.$eval(".speaker-notes", (notes) => notes.scrollTop);
/** Waits until the notes have moved from where they were; returns where they are. */
async function moved(speaker: Page, from: number): Promise<number> {
  await speaker.waitForFunction((top) => document.querySelector(".speaker-notes")!.scrollTop !== top, { timeout: 8000 }, from);
  return scrolled(speaker);
}

describe("a clicker", () => {
  it("scrolls long notes before the page turns, in whichever window it is, and back", async () => {
    const { page, speaker } = await openNotes("#/review-1");
    expect(await speaker.$eval(".speaker-notes", (notes) => notes.className)).toContain("more-below");
    const first = await (async () => {
      await press(speaker, "PageDown");
      return moved(speaker, 0);
    })();
    expect(await placeOf(page)).toBe("review-1 0");
    // The deck has the focus: its keys come to the notes all the same.
    await press(page, "PageDown");
    const second = await moved(speaker, first);
    expect(second).toBeGreaterThan(first);
    expect(await speaker.$eval(".speaker-sentence.current", (mark) => mark.textContent)).toMatch(/^第(?!1句)\d+句/);
    await press(page, "PageUp");
    expect(await moved(speaker, second)).toBe(first);
    // Every press goes on, and the page turns when all has been seen: no sentence is skipped.
    let [turns, seen] = [0, first];
    while ((await placeOf(page)) === "review-1 0" && turns < 30) {
      const { top, bottom } = await speaker.$eval(".speaker-notes", (notes) => ({ top: notes.scrollTop, bottom: notes.scrollTop + notes.clientHeight }));
      expect(top).toBeLessThanOrEqual(seen + 1);
      seen = bottom;
      await press(speaker, "PageDown");
      await speaker.waitForFunction((before) => document.querySelector(".speaker-notes")!.scrollTop !== before || document.querySelector(".speaker-count b")!.textContent === "3", { timeout: 8000 }, top);
      turns += 1;
    }
    await stands(page, "steps 0");
    await speaker.waitForFunction(() => document.querySelector(".speaker-notes")!.scrollTop === 0);
  });

  it("turns the page at once where that is wished, and the wish is kept", async () => {
    const { page, speaker } = await openNotes("#/review-1");
    await press(speaker, "c");
    await press(speaker, "PageDown");
    await stands(page, "steps 0");
    await speaker.reload();
    await speaker.waitForSelector(".speaker .speaker-now section");
    expect(await speaker.$eval(".speaker-notes-head button", (made) => made.getAttribute("aria-pressed"))).toBe("false");
    await press(page, "PageUp");
    await reads(speaker, ".speaker-count b", "2");
    await press(page, "PageDown");
    await stands(page, "steps 0");
    await press(speaker, "c");
    expect(await speaker.$eval(".speaker-notes-head button", (made) => made.getAttribute("aria-pressed"))).toBe("true");
  });

  it("is not held by a speaker window that has gone", async () => {
    const { page, speaker } = await openNotes("#/review-1");
    await speaker.close();
    await page.evaluate(() => {
      const later = Date.now() + 5000;
      Date.now = () => later;
    });
    await press(page, "PageDown");
    await stands(page, "steps 0");
  });
});

describe("the sentence that is read", () => {
  it("follows the steps, forward and back", async () => {
    const { page, speaker } = await openNotes("#/steps");
    const marked = (wanted: string): Promise<void> => reads(speaker, ".speaker-sentence.current", wanted);
    await marked("一年来，我们抓产业。");
    await press(page, "PageDown", "PageDown");
    await stands(page, "steps 3");
    await marked("二是优规划！");
    await press(page, "PageUp");
    await marked("一年来，我们抓产业。");
    await reads(speaker, ".speaker-then", "下一页全年完成地区生产总值148亿元，同比增长11.6%；");
  });

  it("is where the step's words are said, else between its neighbours", () => {
    const sentences = ["先看总体。", "一是产业转型升级加快。", "其次说说别的。", "三是城乡面貌改善。", "谢谢。"];
    expect(anchorSteps(sentences, ["产业转型", "无人提到", "城乡面貌"])).toEqual([1, null, 3]);
    expect([0, 1, 2, 3].map((step) => sentenceOfStep([1, null, 3], step, 5))).toEqual([0, 1, 2, 3]);
    expect(anchorSteps(sentences, ["城乡面貌", "产业转型"])).toEqual([3, null]);
    expect(sentenceOfStep([], 0, 0)).toBe(0);
  });
});

it("begins no line with a mark that may not stand there, at any width", async () => {
  const { speaker } = await openNotes("#/review-1");
  for (const width of [700, 900, 1024, 1366, 1920]) {
    await speaker.setViewport({ width, height: 768 });
    const starts = await speaker.evaluate(async () => {
      await new Promise(requestAnimationFrame);
      const notes = document.querySelector(".speaker-notes")!;
      const walker = document.createTreeWalker(notes, NodeFilter.SHOW_TEXT);
      const found: string[] = [];
      let line = -1;
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        for (let at = 0; at < (node.textContent ?? "").length; at += 1) {
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + 1);
          const { top, height } = range.getBoundingClientRect();
          if (height === 0 || Math.abs(top - line) < height / 2) continue;
          line = top;
          found.push(node.textContent![at]!);
        }
      }
      return found;
    });
    expect(starts.length).toBeGreaterThan(40);
    expect(starts.filter((letter) => "，。；、：！？”）》%".includes(letter)), `${width} px`).toEqual([]);
  }
});

it("sets short notes larger than long ones, the notes largest of all, and larger still for a zoomed browser", async () => {
  const { page, speaker } = await openNotes("#/review-1");
  const size = (): Promise<number> => speaker.$eval(".speaker-notes", (notes) => parseFloat(getComputedStyle(notes).fontSize));
  const long = await size();
  await page.evaluate(() => (location.hash = "#/tasks-1"));
  await reads(speaker, ".speaker-count b", "6");
  expect(await size()).toBeGreaterThan(long * 1.3);
  for (const [width, height] of [[1366, 768], [1920, 1080], [2560, 1080], [1024, 768], [390, 844], [844, 390]] as const) {
    await speaker.setViewport({ width, height });
    const areas = await speaker.evaluate(() => [".speaker-notes", ".speaker-frame"].map((selector) => {
      const box = document.querySelector(selector)!.getBoundingClientRect();
      return Math.min(box.bottom, innerHeight) > box.top ? box.width * (Math.min(box.bottom, innerHeight) - box.top) : 0;
    }));
    expect(areas[0], `${width}×${height}`).toBeGreaterThan(areas[1]! * 1.15);
    expect(await speaker.evaluate(() => [...document.querySelectorAll(".speaker-side, .speaker-main, .speaker-timeline")].every((part) => part.getBoundingClientRect().bottom <= innerHeight + 1)), `${width}×${height}`).toBe(true);
  }
  await speaker.setViewport({ width: 1366, height: 768 });
  await page.evaluate(() => (location.hash = "#/review-1"));
  await reads(speaker, ".speaker-count b", "2");
  const before = await size();
  // What a browser says of itself when a person zooms to 200 per cent.
  await speaker.evaluate(() => Object.defineProperty(window, "outerWidth", { value: innerWidth * 2, configurable: true }));
  await speaker.evaluate(() => dispatchEvent(new Event("resize")));
  expect(await size()).toBeGreaterThan(before * 1.9);
});
