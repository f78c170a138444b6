/** What A11 offers to write changes no digit on show and is clean afterwards. No rule fails on prose full of figures. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { checkDeck } from "../../src/check/check-deck.ts";
import { findPassages } from "../../src/check/passages.ts";
import type { Diagnostic, Fix } from "../../src/diagnostics/diagnostic.ts";
import type { Deck } from "../../src/model/deck.ts";
import { parseDeck } from "../../src/parse/deck.ts";
import { createParseCache } from "../../src/parse/memo.ts";

const TABLES = [
  ["data/indicators.csv", "id,name,unit,kind,basis,aliases\ngdp,地区生产总值,亿元,flow,constant,GDP\noutput,规上工业产值,亿元,flow,constant,\nrank,全国百强镇,,rank,,\n"],
  ["data/observations.csv", "indicator,period,area,value,growth,rank\ngdp,2020,,132.7,5.1%,\ngdp,2021,,148,11.6%,\ngdp,2021,示例区,1500,9%,\noutput,2021,,187,近9%,\nrank,2021,,,,60\n"],
  ["data/targets.csv", "indicator,period,target\ngdp,2022,增长8%左右\noutput,2022,达到200亿元\n"],
].map(([path = "", text = ""]) => ({ path, text }));
const SETTINGS = { path: "slides/deck.yaml", text: "title: 报告\norganisation: 测试镇\nperiod: 2021\nplan: 2022\n" };
const PATH = "slides/10-part.md";

/** Sense and nonsense of a report: names, right and wrong figures, references, words that join them and words that do not. */
const FRAGMENTS = [
  "地区生产总值", "GDP", "规上工业产值", "全国百强镇", "{{gdp.name}}", "{{gdp}}", "{{gdp.growth}}", "{{gdp@2020}}", "{{gdp@2021/示例区}}", "{{output.target}}",
  "148亿元", "149亿元", "132.7亿元", "187亿元", "1500亿元", "11.6%", "5.1%", "近9%", "9%", "8%左右", "200亿元", "第60位", "60位", "148", "亿元", "%", "1,480亿元", "8%~9%",
  "增长", "同比增长", "下降", "增长到", "完成", "达到", "全年", "全镇", "位列", "其中", "目标", "2020年", "2021年", "2022年", "二〇二〇年", "五年来",
  "，", "；", "。", "、", "和", "：", "（", "）", "“", "”", "**", "*", " ", "`", "某企业", "三大", "等3个", "“333”行动", "一是", "\\", "~~", "&amp;", "𠮷", "\u200B",
];
const sentence = fc.array(fc.constantFrom(...FRAGMENTS), { minLength: 1, maxLength: 14 }).map((parts) => parts.join(""));
/** Sentences that are mostly correct, so that there is something to bind. */
const figure = fc.constantFrom(
  "地区生产总值148亿元", "GDP148亿元，同比增长11.6%", "规上工业产值187亿元", "规上工业产值增长近9%", "2020年地区生产总值132.7亿元，增长5.1%",
  "2022年地区生产总值增长8%左右", "目标是规上工业产值达到200亿元", "{{gdp.name}}148亿元", "{{gdp}}，增长11.6%", "在全国百强镇中位列第60位", "**地区生产总值**148亿元",
);
const prose = fc.array(fc.oneof(figure, figure, sentence), { minLength: 1, maxLength: 4 }).map((parts) => parts.join("。"));

function parse(text: string): { readonly deck: Deck; readonly errors: readonly string[] } {
  const errors: string[] = [];
  const sources = { settings: SETTINGS, slides: [{ path: PATH, text }], tables: TABLES, images: new Map(), themes: new Map() };
  const { deck } = parseDeck(sources, ({ code, severity }) => void (severity === "error" && errors.push(code)), createParseCache());
  return { deck: deck!, errors };
}

function check(deck: Deck): Diagnostic[] {
  const found: Diagnostic[] = [];
  checkDeck(deck, (diagnostic) => void found.push(diagnostic));
  return found;
}

/** Only the fixes that bind figures. Repairs of marks change what is shown and have their own test. */
function bindingsOf(deck: Deck): Fix[] {
  return check(deck).flatMap(({ fix, rule }) => (fix === null || rule !== "A11" ? [] : [fix]));
}

/** Works from last to first, so that earlier places stay valid. */
function apply(text: string, fixes: readonly Fix[]): string {
  const lines = text.split("\n");
  for (const { span, replacement } of fixes.toSorted((a, b) => b.span.line - a.span.line || b.span.column - a.span.column)) {
    const line = lines[span.line - 1]!;
    lines[span.line - 1] = line.slice(0, span.column - 1) + replacement + line.slice(span.endColumn - 1);
  }
  return lines.join("\n");
}

const shown = (deck: Deck): string[] => findPassages(deck).map(({ text }) => text);
const page = (text: string): string => `# 工作回顾\n\n## 主要指标\n\n- 甲${text}\n- ${text}\n\n备注：\n${text}\n`;

it("a repair shows the same text, needs no second one, and brings no new complaint", () => {
  let bound = 0;
  fc.assert(fc.property(prose, (text) => {
    const before = page(text);
    const { deck, errors } = parse(before);
    const fixes = bindingsOf(deck);
    const after = apply(before, fixes);
    const mended = parse(after);
    expect(shown(mended.deck)).toEqual(shown(deck));
    expect(mended.errors).toEqual(errors);
    expect(bindingsOf(mended.deck)).toEqual([]);
    const complaints = (one: Deck): string[] => check(one).filter(({ severity, rule }) => severity !== "note" && rule?.startsWith("A") === true).map(({ rule }) => rule ?? "");
    expect(complaints(mended.deck).length).toBeLessThanOrEqual(complaints(deck).length);
    bound += fixes.length;
  }), { numRuns: 150, seed: 20_211_231 });
  expect(bound).toBeGreaterThan(150);
});

it("any mixture of figures, marks and references is read without an exception, and every place stands in the file", () => {
  fc.assert(fc.property(fc.array(sentence, { maxLength: 6 }).map((parts) => parts.join("\n")), (text) => {
    const source = page(text);
    const lines = source.split("\n");
    for (const { span } of check(parse(source).deck)) {
      if (span?.file !== PATH) continue;
      expect(span.column).toBeGreaterThan(0);
      expect(span.endColumn - 1).toBeLessThanOrEqual(lines[span.endLine - 1]!.length);
    }
  }), { numRuns: 200, seed: 8_170 });
});
