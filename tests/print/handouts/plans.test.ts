/** What is decided before printing: which slides share a page, when sections begin, where sentences end. */
import { describe, expect, test } from "vitest";
import { countLines, packPages } from "../../../src/print/handouts/pack-pages.ts";
import { cssString } from "../../../src/print/handouts/running.ts";
import { markSentences } from "../../../src/print/handouts/sentences.ts";
import { planTimes } from "../../../src/print/handouts/times.ts";
import { slide } from "../../support/rendered-sample.ts";

const lines = (count: number): string => `<p>${"字".repeat(38 * count)}</p>`;
const pack = (...counts: number[]): number[][] =>
  packPages(counts.map((count, index) => slide(`s${index}`, index + 1, "", count === 0 ? "" : lines(count)))).map(({ slides }) => slides.map(({ page }) => page));

describe("pages of handout-2", () => {
  test("hold two slides, with short notes or none", () => {
    expect(pack(0, 0, 0, 3, 4, 2)).toEqual([[1, 2], [3, 4], [5, 6]]);
  });
  test("one that would not fit below the other's notes begins the next page", () => {
    expect(pack(6, 6, 1)).toEqual([[1], [2, 3]]);
    expect(pack(5, 6, 1)).toEqual([[1, 2], [3]]);
  });
  test("begin a slide where long notes end, when it fits", () => {
    expect(pack(40, 1)).toEqual([[1, 2]]);
    expect(pack(60, 1)).toEqual([[1], [2]]);
  });
  test("put slides level only where every one has room in its half", () => {
    const level = packPages([slide("a", 1, "", lines(3)), slide("b", 2, "", lines(3)), slide("c", 3, "", lines(7)), slide("d", 4, "", lines(2))]);
    expect(level.map((page) => page.level)).toEqual([true, false]);
  });
  test("lines are counted by the width of their text, each paragraph by itself", () => {
    expect(countLines("", 40)).toBe(0);
    expect(countLines("<p>一</p><p>二</p>", 40)).toBe(2);
    expect(countLines(`<p>${"字".repeat(60)}</p>`, 40)).toBe(2);
    expect(countLines(`<p>${"a".repeat(60)}</p>`, 40)).toBe(1);
  });
});

describe("times of sections", () => {
  const times = (...minutes: (number | null)[]): unknown => planTimes(minutes.map((value) => ({ minutes: value })));
  test("follow one another", () => {
    expect(times(0.1, 1.6, 13)).toEqual([
      { minutes: 0.1, range: ["0:00", "0:06"] },
      { minutes: 1.6, range: ["0:06", "1:42"] },
      { minutes: 13, range: ["1:42", "14:42"] },
    ]);
  });
  test("are not made up after a section without minutes", () => {
    expect(times(4, null, 3)).toEqual([{ minutes: 4, range: ["0:00", "4:00"] }, null, { minutes: 3, range: null }]);
  });
  test("go on beyond an hour", () => {
    expect(times(59.5, 1)).toEqual([{ minutes: 59.5, range: ["0:00", "59:30"] }, { minutes: 1, range: ["59:30", "60:30"] }]);
  });
});

describe("sentences", () => {
  const said = (html: string, lang = "zh-CN"): string[] => [...markSentences(html, lang).matchAll(/<span class="said">([\s\S]*?)<\/span>(?=<span class="said">|<\/p>)/g)].map((match) => match[1] ?? "");
  test("end at 。！？ and take their closing quotes along", () => {
    expect(said("<p>他说：“好。”我们走！去哪？</p>")).toEqual(["他说：“好。”", "我们走！", "去哪？"]);
  });
  test("are not cut inside marks, figures or decimals", () => {
    expect(said('<p>增长<span class="whole">11.6%</span>。<strong>第一。第二</strong>。完。</p>')).toEqual(['增长<span class="whole">11.6%</span>。', "<strong>第一。第二</strong>。", "完。"]);
  });
  test("of English end before the next one", () => {
    expect(said("<p>Growth was 11.6%. It &amp; prices hold.</p>", "en")).toEqual(["Growth was 11.6%. ", "It &amp; prices hold."]);
  });
  test("of English do not end behind a title, an initial or what stands before a number", () => {
    expect(said("<p>Dr. Smith and J. Li came. See No. 5, Fig. 2. It grew.</p>", "en")).toEqual(["Dr. Smith and J. Li came. ", "See No. 5, Fig. 2. ", "It grew."]);
  });
  test("nothing but the wrapping is added, in any block", () => {
    const html = "<p>一。二。</p><ul><li>三。</li></ul><blockquote><p>四。</p></blockquote><p>没有句号</p>";
    expect(markSentences(html, "zh-CN").replace(/<span class="said">|<\/span>/g, "")).toBe(html);
  });
});

test("any text is a CSS string and nothing else", () => {
  expect(cssString('a"b\\c\n</style>')).toBe('"a\\22 b\\5c c\\a \\3c /style\\3e "');
});
