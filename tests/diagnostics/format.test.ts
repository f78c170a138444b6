import { describe, expect, it } from "vitest";
import { error, note, warning, type Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { displayWidth, formatDiagnostics, toJson } from "../../src/diagnostics/format.ts";
import { findNearest } from "../../src/diagnostics/suggest.ts";
import type { Span } from "../../src/model/span.ts";

const span = (line: number, column: number, endColumn: number, endLine = line): Span => ({ file: "slides/20-figures.md", line, column, endLine, endColumn });
const text = (en: string, zh = en): { zh: string; en: string } => ({ zh, en });
const SOURCE = ["# 二", "", "```chart", "indicators: [gpd, revenue]", "## 全年“指标” {layuot=chart}", "\t制表", `${"长".repeat(80)}错误${"长".repeat(80)}`, "😀x"].join("\n");
const SOURCES = new Map([["slides/20-figures.md", SOURCE]]);

const unknown = error("unknown-indicator", span(4, 14, 17), text('No indicator is called "gpd".', "没有叫“gpd”的指标。"), { hint: text('did you mean "gdp" (data/indicators.csv:2)?', "是不是“gdp”？") });

function frame(diagnostic: Diagnostic): string[] {
  return formatDiagnostics([diagnostic], SOURCES, { lang: "en", colour: false }).split("\n").slice(2, 4);
}

describe("for people", () => {
  it("stand as place, message, frame and hint, with a count at the end", () => {
    expect(formatDiagnostics([unknown], SOURCES, { lang: "en", colour: false })).toBe(`slides/20-figures.md:4:14 error unknown-indicator
  No indicator is called "gpd".
    4 | indicators: [gpd, revenue]
      |              ^^^
  hint: did you mean "gdp" (data/indicators.csv:2)?

1 error.
`);
  });

  it("speak Chinese, in order of place, once each, with rules and without files", () => {
    const late = warning("number-format", span(5, 4, 6), text("late", "后"), { rule: "P03" });
    const machine = error("missing-browser", null, text("machine", "没有浏览器。"));
    expect(formatDiagnostics([late, unknown, unknown, machine, note("n", span(2, 1, 1), text("n", "空行"))], SOURCES, { lang: "zh", colour: false })).toBe(`错误 missing-browser
  没有浏览器。

slides/20-figures.md:2:1 提示 n
  空行

slides/20-figures.md:4:14 错误 unknown-indicator
  没有叫“gpd”的指标。
    4 | indicators: [gpd, revenue]
      |              ^^^
  建议：是不是“gdp”？

slides/20-figures.md:5:4 警告 number-format (P03)
  后
    5 | ## 全年“指标” {layuot=chart}
      |    ^^^^

共 2 个错误、1 个警告、1 个提示。
`);
  });

  describe("of which there are many", () => {
    const many = (count: number, code = "unknown-indicator"): Diagnostic[] => Array.from({ length: count }, (_, index) => error(code, span(index + 1, 1, 2), text(`${code} ${index + 1}`)));
    const told = (diagnostics: readonly Diagnostic[], options: { lang?: "zh" | "en"; all?: boolean } = {}): string[] =>
      formatDiagnostics(diagnostics, new Map(), { lang: "en", colour: false, ...options }).split("\n\n").map((entry) => entry.split("\n").at(-1) === "" ? entry.trim() : (entry.split("\n").at(-1) ?? "").trim());

    it("are all told up to fifty of a kind", () => expect(told([...many(50), ...many(50, "raw-html")])).toHaveLength(101));
    it("are told by the first ten of their kind, and how many more there are; others are told whole", () => {
      const lines = told([...many(3, "raw-html"), ...many(300_000)]);
      expect(lines.filter((line) => line.startsWith("unknown-indicator "))).toEqual(Array.from({ length: 10 }, (_, index) => `unknown-indicator ${index + 1}`));
      expect(lines.filter((line) => line.startsWith("raw-html"))).toHaveLength(3);
      expect(lines.slice(-2)).toEqual(["unknown-indicator: and 299,990 more of this kind; --format unix lists them all.", "300003 errors."]);
      expect(told(many(51), { lang: "zh" }).at(-2)).toBe("unknown-indicator：同类还有 41 处，--format unix 逐条列出。");
    });
    it("are one note of a kind, and the number of the others", () => {
      const notes = many(3, "a").map((one): Diagnostic => ({ ...one, severity: "note" }));
      expect(told([...notes, ...many(1, "b").map((one): Diagnostic => ({ ...one, severity: "note" }))])).toEqual(["a 1", "b 1", "a: and 2 more of this kind; --format unix lists them all.", "4 notes."]);
    });
    it("say how many of them --fix mends", () => {
      const fixed = (one: Diagnostic): Diagnostic => ({ ...one, fix: { span: span(1, 1, 2), replacement: "" } });
      expect(told(many(21).map(fixed)).at(-2)).toBe("unknown-indicator: and 16 more of this kind, which luduan check --fix mends; --format unix lists them all.");
      const some = many(60).map((one, index) => (index < 40 ? fixed(one) : one));
      expect(told(some).at(-2)).toBe("unknown-indicator: and 50 more of this kind, 30 of which luduan check --fix mends; --format unix lists them all.");
      expect(told(some, { lang: "zh" }).at(-2)).toBe("unknown-indicator：同类还有 50 处，其中 30 处 luduan check --fix 可以一并改好，--format unix 逐条列出。");
    });
    it("are all told where all are asked for, and to other programs", () => {
      expect(told(many(60), { all: true })).toHaveLength(61);
      expect(toJson(many(60), "en").diagnostics).toHaveLength(60);
    });
    it("are one where they are the same, whatever stands between them", () => {
      const twice = [error("a", span(1, 1, 2), text("x")), error("a", span(1, 1, 9), text("x")), error("a", span(1, 1, 2), text("x")), error("a", null, text("x")), error("a", null, text("x"))];
      expect(toJson(twice, "en").diagnostics.map(({ endColumn }) => endColumn)).toEqual([null, 2, 9]);
    });
  });

  it.each<readonly [name: string, place: Span, lines: readonly string[]]>([
    ["full-width characters before the mark", span(5, 12, 24), ["    5 | ## 全年“指标” {layuot=chart}", "      |                ^^^^^^^^^^^^"]],
    ["tabs", span(6, 2, 4), ["    6 |  制表", "      |  ^^^^"]],
    ["astral characters", span(8, 3, 4), ["    8 | 😀x", "      |   ^"]],
    ["an empty span", span(4, 1, 1), ["    4 | indicators: [gpd, revenue]", "      | ^"]],
    ["a span of several lines", span(3, 1, 4, 5), ["    3 | ```chart", "      | ^^^^^^^^"]],
    ["a column after the end", span(4, 99, 120), ["    4 | indicators: [gpd, revenue]", "      |                           ^"]],
  ])("mark %s", (_, place, lines) => expect(frame(error("x", place, text("x")))).toEqual(lines));

  it("cut long lines around the mark", () => {
    const [line, mark] = frame(error("x", span(7, 81, 83), text("x")));
    expect(displayWidth(line!)).toBeLessThan(115);
    expect(displayWidth(line!.slice(0, line!.indexOf("错误")))).toBe(displayWidth(mark!.slice(0, mark!.indexOf("^"))));
    expect(mark).toMatch(/ \^{4}$/);
  });

  it("show no frame of a file or line that isn't there", () => {
    expect(frame(error("x", { ...span(1, 1, 2), file: "data/none.csv" }, text("x")))).toEqual(["", "1 error."]);
    expect(frame(error("x", span(99, 1, 2), text("x")))).toEqual(["", "1 error."]);
  });

  it("are coloured on demand, and nothing without diagnostics", () => {
    expect(formatDiagnostics([unknown], SOURCES, { lang: "en", colour: true })).toContain("\u001B[1;31merror\u001B[0m");
    expect(formatDiagnostics([], SOURCES, { lang: "en", colour: true })).toBe("");
  });
});

it("for programs they are one object in order of place", () => {
  expect(toJson([error("b", span(4, 14, 17), text("b", "乙"), { rule: "A11" }), error("a", null, text("a", "甲"))], "zh")).toEqual({
    diagnostics: [
      { severity: "error", code: "a", rule: null, message: "甲", hint: null, file: null, line: null, column: null, endLine: null, endColumn: null, fix: null },
      { severity: "error", code: "b", rule: "A11", message: "乙", hint: null, file: "slides/20-figures.md", line: 4, column: 14, endLine: 4, endColumn: 17, fix: null },
    ],
  });
});

describe("the nearest word", () => {
  const ids = ["gdp", "revenue-all", "revenue-general", "output", "rank-100"];
  const words = ["地区生产总值", "一般公共预算收入", "工业总产值", "水"];
  it.each<readonly [word: string, known: readonly string[], near: string | null]>([
    ["gpd", ids, "gdp"],
    ["GDP", ids, "gdp"],
    ["ｇｄｐ", ids, "gdp"],
    ["gd", ids, "gdp"],
    ["outptu", ids, "output"],
    ["revenue_all", ids, "revenue-all"],
    ["revenue", ids, "revenue-all"],
    ["rank", ids, "rank-100"],
    ["population", ids, null],
    ["xyz", ids, null],
    ["", ids, null],
    ["地区生产总直", words, "地区生产总值"],
    ["工业产值", words, "工业总产值"],
    ["农业总产量", words, null],
    ["火", words, null],
    ["x".repeat(5000), ["x".repeat(4999)], null],
    ["constructor", [], null],
  ])("of %j", (word, known, near) => expect(findNearest(word, known)).toBe(near));
});
