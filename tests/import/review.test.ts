/** The page that shows an import to a person: the doubtful first, each with its paragraph and its reason. */
import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { groupReview } from "../../src/import/review-groups.ts";
import { reviewJson } from "../../src/import/review-json.ts";
import { renderReview } from "../../src/import/review-page.ts";
import { sharedBrowser } from "../browser/shared-browser.ts";
import { sampleReview } from "./sample-review.ts";

const REVIEW = sampleReview();
const PAGE = renderReview(REVIEW);
const shared = sharedBrowser();

describe("what a person looks at first", () => {
  it("is what is in doubt, the most doubtful before all else; counts are no doubt", () => {
    const groups = groupReview(REVIEW);
    expect(groups.doubtful.map(({ paragraph }) => paragraph)).toEqual([7, 3, 6, 9]);
    expect(groups.settled.map(({ paragraph }) => paragraph)).toEqual([5]);
    expect(groups.doubtful[1]?.heading).toBe("一、2025年工作回顾");
  });

  it("paragraphs with digits and without a decision are listed; years and numbers of headings are no digits", () => {
    const paragraphs = ["1.要在2026年6月1日前完成", "第1批", "改造14个"].map((text, index) => ({ paragraph: 20 + index, line: null, text, heading: null, asides: [] }));
    expect(groupReview({ ...REVIEW, paragraphs: [...REVIEW.paragraphs, ...paragraphs] }).unread.map(({ paragraph }) => paragraph)).toEqual([10, 22]);
  });

  it("rows to copy are those that are unsure, each once", () => {
    const twice = { ...REVIEW, decisions: [...REVIEW.decisions, ...REVIEW.decisions] };
    expect([...groupReview(twice).lines]).toEqual([
      ["observations.csv", ["revenue-general,2025,18.7,近9%,3", "i001,2021-2025,96,"]],
      ["projects.csv", ["客运枢纽,产业升级步伐加快,"]],
      ["targets.csv", ["income,2026,增长与经济增长同步"]],
    ]);
  });
});

describe("the page", () => {
  it("shows each paragraph to the letter, with every decision and its reason", () => {
    const plain = PAGE.replace(/<sup>.*?<\/sup>/g, "").replace(/<[^>]+>/g, "");
    for (const { text, sentence, reason, certainty, lines } of REVIEW.decisions) for (const said of [text, sentence, reason.zh, ...(certainty === "sure" ? [] : lines.map(({ line }) => line))]) expect(plain).toContain(said);
    expect(PAGE.match(/<li id="d\d+"/g)).toHaveLength(REVIEW.decisions.length);
  });

  it("tells where the workbook contradicts the text with both places", () => {
    expect(PAGE).toContain("随附的指标表 综合!D2 “地区生产总值”在表里是 6.1%，正文第 3 段写的是“6.3%”");
  });

  it("shows figures as a slide does, and the words of headings without the text they run into", () => {
    const [first] = REVIEW.decisions;
    const shown = { ...first!, value: "25以上", unit: "家" };
    const paragraphs = [{ paragraph: 1, line: null, text: "一、回顾", heading: 1, asides: [] }, { paragraph: 2, line: null, text: "（一）工业。新增25家以上。", heading: 2, asides: [] }, { paragraph: 3, line: null, text: "新增25家以上", heading: null, asides: [] }];
    const page = renderReview({ ...REVIEW, paragraphs, decisions: [{ ...shown, place: { ...shown.place, paragraph: 2 } }, { ...shown, place: { ...shown.place, paragraph: 3 } }] });
    expect(page).toContain("地区生产总值 25家以上");
    expect([...page.matchAll(/<h3>.*?<small>(.*?)<\/small>/g)].map((match) => match[1])).toEqual(["一、回顾", "（一）工业"]);
  });

  it("links lead to what is there, and no id is there twice", () => {
    const ids = [...PAGE.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    expect([...PAGE.matchAll(/ href="#([^"]+)"/g)].map((match) => match[1]).filter((target) => !ids.includes(target))).toEqual([]);
  });

  it("allows its own style and nothing else", () => {
    const [, css = ""] = /<style>([\s\S]*?)<\/style>/.exec(PAGE) ?? [];
    expect(PAGE).toContain(`content="default-src 'none'; style-src 'sha256-${createHash("sha256").update(css).digest("base64")}'; base-uri 'none'; form-action 'none'"`);
    expect(PAGE).not.toMatch(/<script|\sstyle=|https?:|url\(/);
  });

  it("takes hostile words for words", () => {
    const hostile = "</textarea><script>alert(1)</script>\"'&";
    const decisions = REVIEW.decisions.map((decision) => ({ ...decision, text: hostile, sentence: hostile, lines: [{ table: "observations.csv" as const, line: hostile }] }));
    const page = renderReview({ ...REVIEW, title: hostile, document: hostile, paragraphs: REVIEW.paragraphs.map((paragraph) => ({ ...paragraph, text: hostile })), decisions });
    expect(page).not.toContain("<script");
    expect(page.match(/<textarea/g)).toHaveLength(page.match(/<\/textarea>/g)!.length);
  });

  it("places outside their paragraph and in each other do not break it", () => {
    const decisions = REVIEW.decisions.map((decision, index) => ({ ...decision, place: { ...decision.place, start: index % 2 === 0 ? 3 : -1, end: index % 3 === 0 ? 9999 : 6 } }));
    const page = renderReview({ ...REVIEW, decisions });
    expect(page.replace(/<sup>.*?<\/sup>/g, "").replace(/<[^>]+>/g, "")).toContain(REVIEW.paragraphs[2]!.text);
  });

  it("of a table shows its cells, and says that nothing is in doubt", () => {
    const [first] = REVIEW.decisions;
    const page = renderReview({ ...REVIEW, decisions: [{ ...first!, place: { ...first!.place, paragraph: 99 }, sentence: "地区生产总值 | 286.4" }], replacements: [] });
    expect(page).toContain("<small>表格</small> 地区生产总值 | 286.4");
    expect(page).toContain('<p class="about">没有。</p>');
    expect(page).not.toContain('id="lines"');
  });

  it("is in English for an English report", () => {
    const page = renderReview(sampleReview("en"));
    expect(page).toContain('<html lang="en"');
    expect(page.replace(/<(?:p class="(?:said|row|about)"|h3|strong|li|textarea|pre|title|meta|span class="what").*?<\/?/g, "")).not.toMatch(/存疑|已写入/);
  });
});

it("JSON has all of it, with a version", () => {
  expect(JSON.parse(reviewJson(REVIEW))).toEqual({ version: 1, ...JSON.parse(JSON.stringify(REVIEW)) });
});

describe("in a browser", () => {
  it.each([[1366, 768], [390, 844]])("%i × %i: nothing is wider than the window, and the keyboard reaches links and rows", async (width, height) => {
    const { page, complaints } = await shared.open({ width, height });
    await page.setContent(PAGE);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
    const reached = new Set<string>();
    for (let press = 0; press < 60; press++) {
      await page.keyboard.press("Tab");
      reached.add(String(await page.evaluate("document.activeElement.id || document.activeElement.getAttribute('href')")));
    }
    expect([...reached]).toEqual(expect.arrayContaining(["#doubtful", "#lines", "#d1", "copy-observations-csv"]));
    expect(complaints).toEqual([]);
  });

  it("on paper the rows are text and not in a field", async () => {
    const { page } = await shared.open();
    await page.setContent(PAGE);
    await page.emulateMediaType("print");
    expect(await page.evaluate("[...document.querySelectorAll('.copy pre')].every((field) => field.offsetHeight > 0) && [...document.querySelectorAll('textarea, nav')].every((field) => field.offsetHeight === 0)")).toBe(true);
  });
});
