/** Tables and pictures of a document: figures of indicator tables come first, each enclosure has a slide, and none is spoken. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { importDocument, type Imported } from "../../src/import.ts";
import { spokenText } from "../../src/import/proof.ts";
import type { DocumentBlock, DocumentCell, DocumentTable } from "../../src/read/documents/document.ts";
import { createWorld } from "../../src/world/node-world.ts";
import type { World } from "../../src/world/world.ts";
import { HOME, THEMES } from "../support/project.ts";

let world: World;
beforeAll(() => {
  world = createWorld({ home: HOME });
});
afterAll(() => world.close());

function paragraph(number: number, text: string): DocumentBlock {
  return { type: "paragraph", place: { paragraph: number, line: null }, label: "", level: null, runs: [{ text, bold: false }], notes: [] };
}

function table(number: number, rows: readonly (readonly string[])[]): DocumentTable {
  return { type: "table", place: { paragraph: number, line: null }, rows: rows.map((cells) => cells.map((text, column) => ({ text, column, columns: 1, rows: 1 }))) };
}

function bring(blocks: readonly DocumentBlock[]): Promise<Imported> {
  return importDocument({ document: { path: "报告.docx", kind: "docx", blocks }, dir: "/nowhere/draft", themes: [THEMES] }, world);
}

const text = ({ files }: Imported, path: string): string => new TextDecoder().decode(files.get(path));

test("an indicator table fills the tables before any sentence does, with its units and its year", async () => {
  const imported = await bring([
    paragraph(1, "一、2025年工作回顾"),
    paragraph(2, "全年地区生产总值90亿元，一般公共预算收入完成4.8亿元。"),
    table(3, [["指标名称", "单位", "2025年", "比上年增长（%）"], ["地区生产总值", "亿元", "88.4", "5.6"], ["规上工业产值（亿元）", "", "120.5", "-2.1"], ["一般公共预算收入", "亿元", "4.8", "3.2%"]]),
  ]);
  expect(imported.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(text(imported, "data/observations.csv").split("\n").slice(1, 4)).toEqual(["gdp,2025,88.4,5.6%,,,", "output-above-scale,2025,120.5,-2.1%,,,", "revenue-general,2025,4.8,3.2%,,,"]);
  expect(text(imported, "slides/10-part-1.md")).toContain("```indicators\nindicators: [gdp, output-above-scale, revenue-general]\n```");
  // The sentence that says otherwise stays text, and a person is told.
  expect(text(imported, "slides/10-part-1.md")).toContain("全年地区生产总值90亿元，一般公共预算收入完成{{revenue-general}}。");
  expect(imported.review.decisions).toContainEqual(expect.objectContaining({ type: "figure", text: "90亿元", certainty: "unsure" }));
});

test("the places of a table are written with its figures", async () => {
  const imported = await bring([paragraph(1, "一、2025年工作回顾"), paragraph(2, "主要指标见下表。"), table(3, [["指标名称", "单位", "2025年", "比上年增长（%）", "全市位次"], ["地区生产总值", "亿元", "88.4", "5.6", "第3位"], ["一般公共预算收入", "亿元", "4.8", "3.2", "2"], ["城镇调查失业率", "%", "5.1", "", ""]])]);
  expect(imported.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(text(imported, "data/observations.csv")).toMatch(/^gdp,2025,88\.4,5\.6%,,3,check-ignore A07: /m);
  expect(text(imported, "data/observations.csv")).toMatch(/^revenue-general,2025,4\.8,3\.2%,,2,check-ignore A07: /m);
});

test("a small table of another kind is shown as it is, a large one is spoken", async () => {
  const small = [["姓名代号", "职责"], ["甲组", "材料"], ["乙组", "会务|后勤"]];
  const imported = await bring([paragraph(1, "一、分工"), paragraph(2, "分工如下表。"), table(3, small), table(9, Array.from({ length: 40 }, () => ["长", "短"]))]);
  expect(text(imported, "slides/10-part-1.md")).toContain("| 姓名代号 | 职责 |\n| --- | --- |\n| 甲组 | 材料 |\n| 乙组 | 会务\\|后勤 |");
  expect(imported.deck!.sections.flatMap(({ slides }) => slides.filter(({ layout }) => layout === "table"))).toHaveLength(1);
  expect(spokenText(imported.deck!)).toEqual(["一、分工", "分工如下表。", `〔表1〕${Array.from({ length: 40 }, () => "长 | 短").join("\n")}`]);
  expect(imported.review.paragraphs.at(-1)?.asides).toMatchObject([{ after: null, mark: "〔表1〕" }]);
});

test("a merged table is shown with the text of its cells at every place that they cover", async () => {
  const cell = (words: string, column: number, columns = 1, rows = 1): DocumentCell => ({ text: words, column, columns, rows });
  const merged: DocumentBlock = { type: "table", place: { paragraph: 3, line: null }, rows: [[cell("片区", 0, 1, 2), cell("任务", 1, 2)], [cell("上半年", 1), cell("下半年", 2)], [cell("东片", 0, 1, 2), cell("勘察", 1), cell("设计", 2)], [cell("招标", 1, 2)]] };
  const imported = await bring([paragraph(1, "一、分工"), paragraph(2, "分工如下表。"), merged]);
  expect(text(imported, "slides/10-part-1.md")).toContain("| 片区 | 任务 上半年 | 任务 下半年 |\n| --- | --- | --- |\n| 东片 | 勘察 | 设计 |\n| 东片 | 招标 | 招标 |");
  expect(spokenText(imported.deck!)).toEqual(["一、分工", "分工如下表。"]);
});

test("a document that begins with a table speaks it first", async () => {
  const imported = await bring([table(1, Array.from({ length: 20 }, () => ["长", "短"])), paragraph(41, "一、分工"), paragraph(42, "分工如上表。")]);
  expect(spokenText(imported.deck!)[0]).toBe(`〔表1〕${Array.from({ length: 20 }, () => "长 | 短").join("\n")}`);
});

test("a picture goes into images/ with a slide behind its paragraph; one that is none is left out", async () => {
  const bytes = new Uint8Array(readFileSync(join(HOME, "docs/images/deck.png")));
  const picture = (number: number, name: string, content: Uint8Array): DocumentBlock => ({ type: "picture", place: { paragraph: number, line: null }, name, alternative: "", bytes: content });
  const imported = await bring([paragraph(1, "一、回顾"), paragraph(2, "（一）甲河整治"), picture(3, "image1.png", bytes), picture(4, "image2.png", new Uint8Array([1, 2, 3]))]);
  expect(imported.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  expect([...imported.files.keys()].filter((path) => path.startsWith("images/"))).toEqual(["images/image1.png"]);
  expect(text(imported, "slides/10-part-1.md")).toContain("![甲河整治](images/image1.png)");
  expect(imported.understanding.told).toMatchObject([{ code: "document-not-taken", severity: "warning", span: { line: 4 } }]);
});
