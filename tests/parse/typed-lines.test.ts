/** Lines as people type and paste them: lists and tables of word processors, indented paragraphs. */
import { describe, expect, it } from "vitest";
import { everyInline, outline, readMarkdown, readSlide, sourceOf } from "./markdown-reading.ts";

const page = (text: string): string => `## 甲\n\n${text}\n`;
const notesOf = (text: string): string[] => outline(readMarkdown(`## 甲\n\n- 一\n\n备注：\n${text}\n`).slides[0]!.notes);

describe("lists", () => {
  it.each([
    "1、甲\n2、乙", "１、甲\n２、乙", "1．甲\n2．乙", "1.甲\n2.乙", "1）甲\n2）乙", "1)甲\n2)乙", "（1）甲\n（2）乙", "(1)甲\n(2) 乙", "①甲\n②乙", "⑴甲\n⑵乙", "⒈甲\n⒉乙", "　　1、甲\n　　2、乙", "1、甲\n\n2、乙",
    "1.　甲\n2.　乙", "1. 甲\n2.乙",
  ])("%j is numbered", (text) => expect(outline(readSlide(page(text)).blocks)).toEqual(["ol", "  - 甲", "  - 乙"]));

  it.each(["• 甲\n• 乙", "•甲\n•乙", "●甲\n●乙", "-甲\n-乙", "－甲\n－乙", "·甲\n·乙", "*甲\n*乙", "+甲\n+乙", "■ 甲\n■ 乙", "　　- 甲\n　　- 乙", "-　甲\n-　乙", "- 甲\n-乙", "✓ 甲\n✓ 乙", "➢甲\n\n➢乙"])("%j has bullets", (text) =>
    expect(outline(readSlide(page(text)).blocks)).toEqual(["ul", "  - 甲", "  - 乙"]));

  it("stand below a lead-in, one in the other", () => {
    expect(outline(readSlide(page("如下：\n1、甲\n（1）丙\n（2）丁\n2、乙")).blocks)).toEqual(["p 如下：", "ol", "  - 甲", "    ol", "      - 丙", "      - 丁", "  - 乙"]);
    expect(outline(readSlide(page("- 甲\n  -丙\n- 乙")).blocks)).toEqual(["ul", "  - 甲", "    ul", "      - 丙", "  - 乙"]);
  });

  it.each(["> 如下：\n> 1、甲\n> 2、乙", "> 如下：\n> ① 甲\n> ② 乙", "＞ 如下：\n＞ （1）甲\n＞ （2）乙", "> 如下：\n>\n> 1、甲\n>\n> 2、乙"])("%j is one in a quote", (text) => {
    expect(outline(readSlide(page(text)).blocks)).toEqual(["quote", "  p 如下：", "  ol", "    - 甲", "    - 乙"]);
    for (const inline of everyInline(readSlide(page(text)))) if (inline.type === "text") expect(sourceOf(page(text), inline.span)).toBe(inline.text);
  });

  it.each(["> •甲\n> •乙", "> -甲\n> -乙"])("%j has bullets in a quote", (text) => expect(outline(readSlide(page(text)).blocks)).toEqual(["quote", "  ul", "    - 甲", "    - 乙"]));

  it.each(["1.5亿元投资，\n2.3亿元到位。", "-3.2%", "*甲*\n*乙*", "——甲\n——乙", "2025年，\n2026年。", "3、甲", "甲·乙", "+5%\n+6%", "一是甲；\n二是乙。"])("%j is no list", (text) =>
    expect(readSlide(page(text)).blocks.map(({ type }) => type)).toEqual(["paragraph"]));

  const ordinals = (text: string): (string | null)[] => readSlide(page(text)).blocks.flatMap((block) => (block.type === "list" ? block.items.map(({ ordinal }) => ordinal) : []));
  it.each<readonly [text: string, ordinals: readonly string[]]>([
    ["1. 甲\n2. 乙", ["1", "2"]],
    ["6. 甲\n7. 乙", ["6", "7"]],
    ["1、甲\n6、乙\n7、丙", ["1", "6", "7"]],
    ["1. 甲\n1. 乙\n1. 丙", ["1", "2", "3"]],
    ["01. 甲\n02. 乙", ["1", "2"]],
    ["⑨甲\n⑩乙", ["9", "10"]],
    ["一、甲\n二、乙", ["一", "二"]],
    ["（十一）甲\n（十二）乙", ["十一", "十二"]],
  ])("the numbers of %j stay as typed", (text, expected) => expect(ordinals(text)).toEqual(expected));

  it("keep the place of every word", () => {
    const text = page("如下：\n1、甲**重**点\n　　（1）丙\n　　（2）丁{{gdp}}\n2、乙");
    for (const inline of everyInline(readSlide(text))) if (inline.type === "text") expect(sourceOf(text, inline.span)).toBe(inline.text);
  });
});

describe("tables", () => {
  it.each(["｜项目｜进度｜\n｜---｜---｜\n｜桥｜完成｜", "| 项目 | 进度 |\n|——|——|\n| 桥 | 完成 |", "　　| 项目 | 进度 |\n　　|---|---|\n　　| 桥 | 完成 |", "|项目|进度|\n|：－－：|－－|\n|桥|完成|"])("%j is one", (text) =>
    expect(outline(readSlide(page(text)).blocks).slice(1)).toEqual(["  项目 | 进度", "  桥 | 完成"]));

  it.each(["| 桥 | 完成 |\n| 路 | 完成 |", "桥 | 完成\n路 | 完成", "项目\t进度\n桥\t完成", "| 项目 | 进度 |\n|---|\n| 桥 | 完成 |", "｜桥｜完成｜\n｜路｜完成｜"])("%j is an error", (text) =>
    expect(readMarkdown(page(text)).diagnostics.map(({ code }) => code)).toEqual(["table-not-read"]));

  it("a bar in a sentence is none", () => expect(readMarkdown(page("甲 | 乙")).complaints).toEqual([]));
});

describe("headings", () => {
  it.each(["##　乙", "　　## 乙", "## 　乙", "\u00a0## 乙"])("%j begins a slide", (text) => expect(readMarkdown(`${page("- 一")}\n${text}\n\n- 二\n`).slides.map(({ title }) => title.length)).toEqual([1, 1]));
});

describe("paragraphs of notes", () => {
  it("begin with a wide indent", () => {
    expect(notesOf("　　各位代表：\n　　现在，我报告工作。\n　　一、2025年工作回顾\n　　（一）经济运行\n　　面对困难，\n我们努力。\n　　政　府　工　作")).toEqual([
      "p 各位代表：", "p 现在，我报告工作。", "p 一、2025年工作回顾", "p （一）经济运行", "p 面对困难，我们努力。", "p 政　府　工　作",
    ]);
  });

  it.each<readonly [text: string, notes: readonly string[]]>([
    ["    各位代表：\n    现在报告。", ["p 各位代表：", "p 现在报告。"]],
    ["各位代表：\n现在报告。\n一、回顾\n（一）经济\n全年良好。", ["p 各位代表：", "p 现在报告。", "p 一、回顾", "p （一）经济", "p 全年良好。"]],
    ["各位代表：\n\u00a0\n现在，\n　\n报告。", ["p 各位代表：", "p 现在，", "p 报告。"]],
    ["一是甲；\n二是乙。", ["p 一是甲；", "p 二是乙。"]],
    ["第一段的文字\n第二行的文字。", ["p 第一段的文字第二行的文字。"]],
    ["这一段由人手工换行，换行的地方不是句末，所以\n是同一段。下一行也是\n一样。", ["p 这一段由人手工换行，换行的地方不是句末，所以是同一段。下一行也是一样。"]],
    ["It was a good year.\nWe met the goals.", ["p It was a good year. We met the goals."]],
    ["I. Review\n(a) Roads.\n(b) Water.", ["p I. Review", "p (a) Roads.", "p (b) Water."]],
    ["- 甲\n  续行。\n- 乙", ["ul", "  - 甲续行。", "  - 乙"]],
    ["- 甲\n\n  又一段\n- 乙", ["ul", "  - 甲", "    p 又一段", "  - 乙"]],
    ["如下。\n6. 甲\n7. 乙\n\n完。", ["p 如下。", "ol", "  - 甲", "  - 乙", "p 完。"]],
  ])("%j", (text, notes) => expect(notesOf(text)).toEqual(notes));

  it("keep the place of every word", () => {
    const text = "## 甲\n\n- 一\n\n　　**备注**（内部）：\n　　各位代表：\n　　全年{{gdp}}，\n良好。\n";
    for (const inline of everyInline(readSlide(text))) if (inline.type === "text") expect(sourceOf(text, inline.span)).toBe(inline.text);
  });
});

it("paragraphs of a slide begin with a wide indent as well", () => {
  expect(outline(readSlide("## 甲 {layout=picture}\n\n　　第一段。\n　　第二段。\n").blocks)).toEqual(["p 第一段。", "p 第二段。"]);
});
