/** A workbook beside the report: its figures are read as their sheets show them, and held against the text. */
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { formatDiagnostics } from "../../src/diagnostics/format.ts";
import { holdAgainstText, type DataFigure } from "../../src/import/bureau-compare.ts";
import { readBureauTable } from "../../src/import/bureau-tables.ts";
import { readDataBook, type DataBook } from "../../src/read/workbook/read-data-book.ts";
import { writeWorkbook, type CellPlan, type SheetPlan } from "../support/workbook.ts";
import { sampleReview } from "./sample-review.ts";

async function open(sheets: Readonly<Record<string, SheetPlan>>): Promise<{ readonly book: DataBook; readonly diagnostics: readonly Diagnostic[]; readonly figures: readonly DataFigure[] }> {
  const diagnostics: Diagnostic[] = [];
  const book = (await readDataBook("指标.xlsx", writeWorkbook({ sheets }), (diagnostic) => void diagnostics.push(diagnostic)))!;
  return { book, diagnostics, figures: book.sheets.flatMap(({ path, name, rows }) => readBureauTable(rows, [name], 2025).map((figure) => ({ ...figure, path }))) };
}

const YEARS: SheetPlan = {
  rows: [
    ["全县2025年主要经济指标"],
    ["指标", "单位", "2025年", "备注", "2024年", null],
    [null, null, "绝对数", "增长%", "绝对数", "增长%"],
    ["地区生产总值", "亿元", { value: 286.4, format: "0.0" }, { value: 6.1, format: "0.0" }, { value: 270.13, format: "0.00" }, 5.9],
    ["一般公共预算收入", "万元", 187_000, 8.7, 171_500, 7],
  ],
  merges: ["A1:F1", "A2:A3", "B2:B3", "C2:D2", "E2:F2"],
};

describe("a bureau's workbook", () => {
  it("gives the figures that its sheets show, with their cells", async () => {
    const { book, figures, diagnostics } = await open({ 综合: YEARS });
    expect(book.sheets[0]?.rows[1]?.map(({ text, columns, rows }) => [text, columns, rows])).toEqual([["指标", 1, 2], ["单位", 1, 2], ["2025年", 2, 1], ["2024年", 2, 1]]);
    expect(figures.map(({ name, period, value, unit, growth, valuePlace, path }) => [name, period, value + unit, growth, valuePlace?.row, valuePlace?.column, path].join(" "))).toEqual([
      "地区生产总值 2025 286.4亿元 6.1% 3 2 指标.xlsx!综合", "地区生产总值 2024 270.13亿元 5.9% 3 4 指标.xlsx!综合", "一般公共预算收入 2025 187000万元 8.7% 4 2 指标.xlsx!综合", "一般公共预算收入 2024 171500万元 7% 4 4 指标.xlsx!综合",
    ]);
    expect(diagnostics).toEqual([]);
  });

  it("keeps sheets of our own format apart", async () => {
    const { book, figures } = await open({ 综合: YEARS, observations: { rows: [["indicator", "period", "value"], ["gdp", 2025, 286.4]] } });
    expect(book.tables.map(({ path, text }) => `${path} ${text.split("\n")[1]}`)).toEqual(["指标.xlsx!observations gdp\t2025\t286.4"]);
    expect(figures).toHaveLength(4);
  });

  it("leaves out what is hidden, and numbers that nobody could publish, and tells both: data-cells-left, document-left-out", async () => {
    const rows: CellPlan[][] = [["指标", "单位", "总量", "增速"], ["税收", "亿元", 1 / 3, 2], ["投资", "亿元", { formula: "A1" }, 3], ["出口", "亿元", 8, 4]];
    const { figures, diagnostics } = await open({ 表: { rows, hiddenRows: [4] }, 藏: { rows, state: "hidden" } });
    expect(figures.map(({ name, value, growth }) => `${name} ${value} ${growth}`)).toEqual(["税收  2%", "投资  3%"]);
    expect(diagnostics.map(({ code, severity }) => `${severity} ${code}`)).toEqual(["warning data-cells-left", "note document-left-out"]);
  });

  it("that is none says so", async () => {
    const told: string[] = [];
    expect(await readDataBook("指标.xlsx", Buffer.from("PK"), ({ code }) => void told.push(code))).toBeNull();
    expect(told).toEqual(["unreadable-workbook"]);
  });
});

describe("held against the text: data-contradicts-text", () => {
  const review = sampleReview();
  const told = async (rows: readonly (readonly CellPlan[])[]): Promise<string> => {
    const { figures } = await open({ 综合: { rows: [["指标", "单位", "绝对数", "增长%"], ...rows] } });
    return formatDiagnostics(holdAgainstText(review.decisions, figures, () => null), new Map(), { lang: "zh", colour: false });
  };

  it("both places are told where two figures cannot both be right", async () => {
    expect(await told([["地区生产总值", "亿元", 284.9, 6.1]])).toMatch(/指标\.xlsx:2:3 警告 data-contradicts-text[\s\S]*综合!C2[\s\S]*284\.9亿元[\s\S]*第 3 段[\s\S]*286\.4亿元[\s\S]*综合!D2[\s\S]*6\.1%[\s\S]*“6\.3%”/);
  });

  it("rounding, approximate words and other units are no contradiction", async () => {
    expect(await told([["地区生产总值", "万元", 2_864_321, 6.28], ["一般公共预算收入", "亿元", 18.7, 8.9], ["技改投资", "亿元", 12, 3], ["出口", "亿元", 1, 1]])).not.toContain("data-contradicts-text");
  });

  it("another year and a part of the name are other figures", async () => {
    const { figures } = await open({ 综合: { rows: [["指标", "2024年", "2025年"], ["地区生产总值（亿元）", 270, 286.4], ["其中：地区生产总值（亿元）", 1, 2]] } });
    expect(holdAgainstText(review.decisions, figures, () => null)).toEqual([]);
  });

  it("growth on another base is another figure", async () => {
    const { figures } = await open({ 综合: { rows: [["指标", "增长%"], ["地区生产总值", 1]] } });
    const based = review.decisions.map((decision) => (decision.type === "figure" ? { ...decision, basis: "比2020年" } : decision));
    expect(holdAgainstText(review.decisions, figures, () => null)).toHaveLength(1);
    expect(holdAgainstText(based, figures, () => null)).toEqual([]);
  });

  it("names that mean the same are compared by their id", async () => {
    const { figures } = await open({ 综合: { rows: [["指标", "总量（亿元）"], ["GDP", 200]] } });
    expect(holdAgainstText(review.decisions, figures, (name) => (["GDP", "地区生产总值"].includes(name) ? "gdp" : null))).toHaveLength(1);
  });
});
