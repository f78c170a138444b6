/** Automatic numbers: what Word and WPS show before a paragraph is its label. */
import { describe, expect, it } from "vitest";
import { formatNumber } from "../../../src/read/documents/docx/number-formats.ts";
import { item, list, num, p, style, styled, WORD_STYLES, writeDocx, type DocxPlan } from "../../support/docx.ts";
import { read } from "./read.ts";

const linesOf = async (plan: DocxPlan): Promise<readonly string[]> => (await read("报告.docx", writeDocx(plan))).text;
const start = (level: number, number: number): string => `<w:lvlOverride w:ilvl="${level}"><w:startOverride w:val="${number}"/></w:lvlOverride>`;
const REPORT = list(0, [["chineseCountingThousand", "%1、"], ["chineseCountingThousand", "（%2）"], ["decimal", "%3."], ["decimalEnclosedCircle", "%4"]]);

it.each<[string, readonly (readonly [number, string])[]]>([
  ["decimal", [[1, "1"], [12, "12"]]],
  ["decimalZero", [[3, "03"], [12, "12"]]],
  ["decimalFullWidth", [[12, "１２"]]],
  ["decimalEnclosedCircle", [[1, "①"], [20, "⑳"], [21, "21"]]],
  ["decimalEnclosedCircleChinese", [[10, "⑩"]]],
  ["decimalEnclosedParen", [[1, "⑴"], [20, "⒇"]]],
  ["decimalEnclosedFullstop", [[1, "⒈"]]],
  ["ideographEnclosedCircle", [[1, "㊀"], [10, "㊉"], [11, "11"]]],
  ["chineseCounting", [[1, "一"], [10, "十"], [11, "十一"], [20, "二十"], [99, "九十九"], [100, "一〇〇"]]],
  ["chineseCountingThousand", [[10, "十"], [21, "二十一"], [100, "一百"], [101, "一百零一"], [110, "一百一十"], [111, "一百一十一"], [1001, "一千零一"], [1010, "一千零一十"], [10_000, "一万"], [10_500, "一万零五百"]]],
  ["taiwaneseCountingThousand", [[105, "一百零五"]]],
  ["japaneseCounting", [[11, "十一"], [101, "百一"], [250, "二百五十"]]],
  ["ideographDigital", [[10, "一〇"], [25, "二五"]]],
  ["chineseLegalSimplified", [[1, "壹"], [10, "壹拾"], [21, "贰拾壹"], [101, "壹佰零壹"]]],
  ["ideographLegalTraditional", [[6, "陸"], [12, "壹拾貳"]]],
  ["ideographTraditional", [[1, "甲"], [10, "癸"], [11, "11"]]],
  ["ideographZodiac", [[1, "子"], [12, "亥"]]],
  ["ideographZodiacTraditional", [[1, "甲子"], [13, "丙子"], [60, "癸亥"]]],
  ["upperRoman", [[4, "IV"], [19, "XIX"], [2026, "MMXXVI"]]],
  ["lowerRoman", [[9, "ix"]]],
  ["upperLetter", [[1, "A"], [26, "Z"], [27, "AA"], [28, "BB"]]],
  ["lowerLetter", [[3, "c"]]],
  ["ordinal", [[1, "1st"], [2, "2nd"], [3, "3rd"], [11, "11th"], [21, "21st"]]],
  ["numberInDash", [[2, "- 2 -"]]],
  ["none", [[1, ""]]],
  ["a format of the future", [[7, "7"]]],
])("%s", (format, pairs) => {
  expect(pairs.map(([number]) => formatNumber(number, format))).toEqual(pairs.map(([, shown]) => shown));
});

describe("numbers of paragraphs", () => {
  it("go through the levels of an official document, and begin again below each", async () => {
    const levels = [0, 1, 1, 2, 2, 3, 0, 1, 2, 3, 3];
    expect(await linesOf({ numbering: REPORT + num(1, 0), body: levels.map((level) => item("文", 1, level)).join("") })).toEqual(["一、文", "（一）文", "（二）文", "1.文", "2.文", "①文", "二、文", "（一）文", "1.文", "①文", "②文"]);
  });

  it("count paragraphs without a text, since the program shows theirs", async () => {
    expect(await linesOf({ numbering: REPORT + num(1, 0), body: item("甲", 1) + item("<w:r/>", 1) + item("乙", 1) })).toEqual(["一、甲", "三、乙"]);
  });

  it("go on in another list of the same kind, unless that starts anew", async () => {
    const numbering = REPORT + num(1, 0) + num(2, 0) + num(3, 0, start(0, 1)) + num(4, 0, start(0, 5));
    expect(await linesOf({ numbering, body: [1, 2, 3, 3, 4, 1].map((id) => item("文", id)).join("") })).toEqual(["一、文", "二、文", "一、文", "二、文", "五、文", "六、文"]);
  });

  it("may have levels of their own in one list", async () => {
    const own = '<w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="第%1条"/><w:suff w:val="space"/></w:lvl></w:lvlOverride>';
    expect(await linesOf({ numbering: REPORT + num(1, 0, own), body: item("总则", 1) })).toEqual(["第3条 总则"]);
  });

  it("show the levels above, in digits where the level asks for it, and from their start if they have none yet", async () => {
    const numbering = list(0, [["chineseCounting", "第%1章"], ["decimal", "%1.%2"], ["decimal", "%1.%2.%3", "<w:isLgl/>"]]) + num(1, 0);
    expect(await linesOf({ numbering, body: item("甲", 1, 2) + item("乙", 1) + item("丙", 1, 1) + item("丁", 1, 2) })).toEqual(["1.1.1 甲", "第一章 乙", "一.1 丙", "1.1.1 丁"]);
  });

  it("begin again only where the level says so", async () => {
    const numbering = list(0, [["decimal", "%1."], ["decimal", "%2)"], ["lowerLetter", "%3)", '<w:lvlRestart w:val="1"/>'], ["upperLetter", "%4)", '<w:lvlRestart w:val="0"/>']]) + num(1, 0);
    const levels = [0, 1, 2, 3, 1, 2, 3, 0, 2, 3];
    expect(await linesOf({ numbering, body: levels.map((level) => item("x", 1, level)).join("") })).toEqual(["1.x", "1)x", "a)x", "A)x", "2)x", "b)x", "B)x", "2.x", "a)x", "C)x"]);
  });

  it("come from a style, at the level that the list gives it", async () => {
    const numPr = '<w:numPr><w:numId w:val="1"/></w:numPr>';
    const styles = WORD_STYLES + style("h1", "我的标题一", `${numPr}<w:outlineLvl w:val="0"/>`) + style("h2", "我的标题二", numPr) + style("h3", "更小", "", "", "", "h2");
    const numbering = list(0, [["chineseCounting", "%1、", '<w:pStyle w:val="h1"/>'], ["chineseCounting", "（%2）", '<w:pStyle w:val="h2"/>']]) + num(1, 0);
    const body = styled("h1", "甲") + styled("h2", "乙") + styled("h3", "丙") + p("丁", '<w:pStyle w:val="h1"/><w:numPr><w:numId w:val="0"/></w:numPr>') + styled("h1", "戊");
    expect(await linesOf({ styles, numbering, body })).toEqual(["# 一、甲", "（一）乙", "（二）丙", "# 丁", "# 二、戊"]);
  });

  it("come through a style of lists", async () => {
    const styles = `${WORD_STYLES}<w:style w:type="numbering" w:styleId="L"><w:name w:val="列表"/><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style>`;
    const numbering = `${list(0, [["ideographTraditional", "%1、"]], '<w:styleLink w:val="L"/>')}<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="L"/></w:abstractNum>${num(7, 0)}${num(8, 1)}`;
    expect(await linesOf({ styles, numbering, body: item("文", 8) + item("文", 8) })).toEqual(["甲、文", "乙、文"]);
    const circle = '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="L"/></w:abstractNum>';
    expect(await linesOf({ styles, numbering: circle + num(7, 1), body: item("文", 7) })).toEqual(["文"]);
  });

  it("are none for dots; a long dash is a word of the text", async () => {
    const numbering = list(0, [["bullet", "\uF06C"], ["bullet", "——"]]) + num(1, 0);
    expect(await linesOf({ numbering, body: item("点", 1) + item("破折", 1, 1) + item("无此列表", 9) })).toEqual(["点", "——破折", "无此列表"]);
  });

  it("may be padded, in the way that new programs write for old ones", async () => {
    const format = '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>';
    const numbering = `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="7"/>${format}<w:suff w:val="nothing"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum>${num(1, 0)}`;
    expect(await linesOf({ numbering, body: item("号", 1) })).toEqual(["007号"]);
  });

  it("skip paragraphs that a change deletes", async () => {
    const deleted = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>旧</w:delText></w:r></w:del></w:p>';
    expect(await linesOf({ numbering: REPORT + num(1, 0), body: item("甲", 1) + deleted + item("乙", 1) })).toEqual(["一、甲", "二、乙"]);
  });
});
