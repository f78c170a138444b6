/** A slide as a form shows it, and one change that leaves every other line as it is. */
import { describe, expect, it } from "vitest";
import { editSlide, readSlide } from "../../src/parse/edit-slide.ts";
import type { SlideEdit } from "../../src/model/form.ts";

const TEXT = `---
minutes: 3
---
# 工作回顾

## 主要指标 <!-- check-ignore D3: 口径 --> {#one layout=figures}

先看数。

\`\`\`figures
hero: gdp
# 顺序照报告
cards: [a, b]
\`\`\`

备注：
念的话。

再念。

## 要点 {variant=panel .backup}

- 甲
- 乙{{gdp}}

\`\`\`js
## 不是标题
\`\`\`

## 图

\`\`\`chart
type: [
\`\`\`

**备注**：一句话。
`;
const at = (word: string): number => TEXT.split("\n").findIndex((line) => line.includes(word)) + 1;

describe("the parts of a slide", () => {
  it("are read from any of its lines", () => {
    expect(readSlide(TEXT, at("顺序"))).toEqual({ line: 6, divider: false, title: "主要指标", attributes: { "#": "one", layout: "figures" }, lead: "先看数。", items: null, notes: "念的话。\n\n再念。", blocks: [{ language: "figures", values: { hero: "gdp", cards: ["a", "b"] } }] });
    expect(readSlide(TEXT, at("不是标题"))).toMatchObject({ title: "要点", items: ["甲", "乙{{gdp}}"], blocks: [], attributes: { variant: "panel", ".": "backup" } });
    expect(readSlide(TEXT, at("## 图"))).toMatchObject({ blocks: [{ language: "chart", values: null }], notes: "一句话。" });
    expect(readSlide(TEXT, at("# 工作"))).toMatchObject({ divider: true, title: "工作回顾" });
    expect(readSlide(TEXT, 1)).toMatchObject({ title: "工作回顾" });
  });

  it.each([["without a heading", "a\n\nb", 1], ["in an empty file", "", 1], ["behind a break", "## a\n\n---\n\nb", 5]])("are none %s", (_, text, line) => {
    expect(readSlide(text, line)).toBeNull();
  });
});

const CASES: readonly (readonly [name: string, word: string, edit: SlideEdit, before: string, after: string])[] = [
  ["a title keeps its comment and attributes", "主要指标", { type: "title", text: "主要\n经济指标" }, "## 主要指标 <", "## 主要 经济指标 <"],
  ["an attribute is changed", "主要指标", { type: "attribute", key: "layout", value: "table" }, "layout=figures", "layout=table"],
  ["an attribute with blanks gets quotes", "主要指标", { type: "attribute", key: "kicker", value: '第 "一"' }, "layout=figures}", 'layout=figures kicker="第 \\"一\\""}'],
  ["the first of several attributes goes", "要点", { type: "attribute", key: "variant", value: null }, "{variant=panel .backup}", "{.backup}"],
  ["attributes are new", "## 图", { type: "attribute", key: "layout", value: "chart" }, "## 图\n", "## 图 {layout=chart}\n"],
  ["a lead is changed", "主要指标", { type: "lead", text: "看。" }, "先看数。", "看。"],
  ["a lead goes with its blank line", "主要指标", { type: "lead", text: "" }, "先看数。\n\n", ""],
  ["a lead is new", "## 图", { type: "lead", text: "看图。" }, "## 图\n", "## 图\n\n看图。\n"],
  ["items are changed, added", "要点", { type: "items", items: ["甲", "丙", "", "丁"] }, "- 乙{{gdp}}", "- 丙\n- 丁"],
  ["items are new", "## 图", { type: "items", items: ["甲"] }, "## 图\n", "## 图\n\n- 甲\n"],
  ["notes are changed", "主要指标", { type: "notes", text: "新的话。" }, "念的话。\n\n再念。", "新的话。"],
  ["notes stay beside their mark", "## 图", { type: "notes", text: "两句。\n话。" }, "**备注**：一句话。", "**备注**：两句。\n话。"],
  ["notes are new", "要点", { type: "notes", text: "话。" }, "不是标题\n```\n", "不是标题\n```\n\n备注：\n话。\n"],
  ["a value of a block", "主要指标", { type: "value", block: 0, path: ["hero"], value: "gdp2", bare: false }, "hero: gdp\n", "hero: gdp2\n"],
  ["a slide with a chart comes behind the notes", "主要指标", { type: "slide", title: "走势", language: "chart", values: { type: "trend", indicator: "gdp", names: ["一", "二: 三"] } }, "再念。\n", '再念。\n\n## 走势\n\n```chart\ntype: trend\nindicator: gdp\nnames: [一, "二: 三"]\n```\n'],
];

describe("one change", () => {
  it.each(CASES)("%s", (_, word, edit, before, after) => {
    expect(editSlide(TEXT, at(word), edit)).toBe(TEXT.replace(before, () => after));
  });

  it.each([
    ["a block that is not there", { type: "value", block: 3, path: ["a"], value: "b", bare: false }],
    ["a path that is none", { type: "value", block: 0, path: ["hero", "x", 1], value: "b", bare: false }],
  ] as const)("is refused for %s", (_, edit) => {
    expect(editSlide(TEXT, at("主要指标"), edit)).toBeNull();
  });

  it("without a change every byte stays", () => {
    for (const word of ["主要指标", "要点", "## 图"]) {
      const { title, lead, items, notes } = readSlide(TEXT, at(word))!;
      for (const edit of [{ type: "title", text: title ?? "" }, { type: "lead", text: lead ?? "" }, { type: "notes", text: notes ?? "" }, ...(items === null ? [] : [{ type: "items", items }])] as SlideEdit[]) expect(editSlide(TEXT, at(word), edit)).toBe(TEXT);
    }
  });
});
