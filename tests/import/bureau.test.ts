/** Tables as bureaus send them to offices, with invented figures. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readHead } from "../../src/import/bureau-heads.ts";
import { readBureauTable } from "../../src/import/bureau-tables.ts";
import type { DocumentCell } from "../../src/read/documents/document.ts";

/** Cells of a table: a text, or one that covers columns and rows. */
type Cell = string | readonly [text: string, columns: number, rows: number];

function table(...rows: readonly (readonly Cell[])[]): readonly (readonly DocumentCell[])[] {
  const taken = new Set<string>();
  return rows.map((cells, row) => {
    let column = 0;
    return cells.map((cell) => {
      while (taken.has(`${row} ${column}`)) column += 1;
      const [text, columns, height] = typeof cell === "string" ? [cell, 1, 1] : cell;
      for (let down = 0; down < height; down += 1) for (let over = 0; over < columns; over += 1) taken.add(`${row + down} ${column + over}`);
      const made = { text, columns, rows: height, column };
      column += columns;
      return made;
    });
  });
}

/** `period name value unit growth`, and a parent in brackets. */
const brief = (rows: ReturnType<typeof table>, captions: readonly string[] = [], year: number | null = 2025): readonly string[] =>
  readBureauTable(rows, captions, year).map(({ name, parent, unit, period, value, growth, rank }) => [period ?? "?", parent === "" ? name : `${parent}>${name}`, value === "" ? "" : `${value}${unit}`, growth, rank === "" ? "" : `#${rank}`].filter((part) => part !== "").join(" "));

describe("heads", () => {
  it.each<[string, string]>([
    ["指标", "name null"], ["项 目", "name null"], ["主要经济指标", "name null"], ["计量单位", "unit null"], ["绝对数", "value null"], ["全年总量（亿元）", "value 2025 亿元"],
    ["2024年", "value 2024"], ["上年同期", "value 2024"], ["本年", "value 2025"], ["1-6月", "value null"], ["1—12月累计", "value 2025"], ["2025年上半年完成", "value 2025H1"], ["2025年一季度实际", "value 2025Q1"], ["2025年11月绝对数", "value 2025-11"], ["1-11月累计", "value open"],
    ["增长（%）", "growth null"], ["同比±%", "growth null"], ["比上年增长%", "growth null"], ["比2024年增长（%）", "growth null"], ["2025年增速", "growth 2025"], ["增减（百分点）", "points null"],
    ["全市位次", "rank null"],
  ])("%s is %s", (text, expected) => {
    const head = readHead([text], 2025);
    const shown = expected === "value null" ? readHead([text, "绝对数"], 2025) : head;
    expect(`${shown?.kind} ${shown?.period}${shown?.unit ? ` ${shown.unit}` : ""}`).toBe(text === "1-6月" ? "value 2025H1" : expected);
  });

  it.each(["备注", "占比（%）", "完成年度目标%", "增减", "环比增长%", "年均增长%", "序号", "责任部门", "比上年增减额"])("%s is none of them", (text) => {
    expect(readHead([text], 2025)).toBeNull();
  });
});

describe("tables", () => {
  it("with a unit, a value and a growth a row", () => {
    expect(brief(table(["指标", "单位", "绝对数", "增长%"], ["地区生产总值", "亿元", "286.4", "6.3"], ["一般公共预算收入", "亿元", "18.70", "-1.2"], ["城镇调查失业率", "%", "5.1", "—"]))).toEqual([
      "2025 地区生产总值 286.4亿元 6.3%", "2025 一般公共预算收入 18.70亿元 -1.2%", "2025 城镇调查失业率 5.1%",
    ]);
  });

  it("with merged heads and several years", () => {
    const rows = table([["指标名称", 1, 2], ["2025年", 2, 1], ["2024年", 2, 1]], ["绝对数（亿元）", "增长（%）", "绝对数（亿元）", "增长（%）"], ["地区生产总值", "286.4", "6.3", "270.1", "5.9"]);
    expect(brief(rows)).toEqual(["2025 地区生产总值 286.4亿元 6.3%", "2024 地区生产总值 270.1亿元 5.9%"]);
  });

  it("with years as columns and one growth, which is of the latest", () => {
    expect(brief(table(["项目", "2025年", "2024年", "增长%"], ["粮食总产量（万吨）", "12.3", "12.1", "1.7"]))).toEqual(["2025 粮食总产量 12.3万吨 1.7%", "2024 粮食总产量 12.1万吨"]);
    expect(brief(table(["项目", "上年", "本年", "同比±%"], ["税收", "9.1", "9.9", "8.8"]))).toEqual(["2024 税收 9.1", "2025 税收 9.9 8.8%"]);
  });

  it("with a caption that names year and unit, and the same again beside it", () => {
    const rows = table(["", "", "单位：亿元", "", "", ""], ["指标", "总量", "增速", "指标", "总量", "增速"], ["工业投资", "31", "12.4", "出口总额", "8.2", "3.1"]);
    expect(brief(rows, ["2024年主要指标"], 2025)).toEqual(["2024 工业投资 31亿元 12.4%", "2024 出口总额 8.2亿元 3.1%"]);
  });

  it("with parts of the name above, numbers and marks of notes", () => {
    const rows = table(["指标", "单位", "全年", "增长%"], ["一、综合", "", "", ""], ["1.地区生产总值（GDP）①", "亿元", "286.4", "6.3"], ["\u3000\u3000第一产业", "亿元", "20.1", "3.0"], ["\u3000\u3000第二产业", "亿元", "130", "7.1"], ["\u3000\u3000\u3000\u3000#工业", "亿元", "120", "7.4"], ["2.进出口总额", "亿元", "31", "2"], ["其中：出口", "亿元", "20", "4"]);
    expect(brief(rows)).toEqual([
      "2025 地区生产总值（GDP） 286.4亿元 6.3%", "2025 地区生产总值（GDP）>第一产业 20.1亿元 3.0%", "2025 地区生产总值（GDP）>第二产业 130亿元 7.1%", "2025 第二产业>工业 120亿元 7.4%", "2025 进出口总额 31亿元 2%", "2025 进出口总额>出口 20亿元 4%",
    ]);
  });

  it("with points, places and times that no key has", () => {
    expect(brief(table(["指标", "数值", "比上年增减（百分点）", "全市位次"], ["常住人口城镇化率（%）", "64.2", "0.8", "第3位"]))).toEqual(["2025 常住人口城镇化率 64.2% 0.8个百分点 #3"]);
    expect(brief(table(["指标", "1-11月累计", "同比增长%"], ["用电量（亿千瓦时）", "8.1", "5"]))).toEqual(["? 用电量 8.1亿千瓦时 5%"]);
  });

  it("with two columns of one time say nothing about either", () => {
    expect(brief(table(["指标", "完成数", "实际数", "增长%"], ["税收", "9.1", "9.2", "1"]))).toEqual(["2025 税收 1%"]);
  });

  it("a row of units, and one of column numbers, belong to the head", () => {
    expect(brief(table(["指标", "总量", "增速"], ["", "（亿元）", "（%）"], ["甲", "1", "2"], ["税收", "9.1", "1"]))).toEqual(["2025 税收 9.1亿元 1%"]);
  });

  it("with an area a row: merged heads name the indicators, and a place is that of the level before it", () => {
    const rows = table([["县（市、区）", 1, 2], ["地区生产总值", 4, 1], ["一般公共预算收入（亿元）", 1, 2], ["规上工业增加值增速（%）", 1, 2]], ["总量（亿元）", "位次", "增速（%）", "位次"], ["全  市", "812.4", "", "5.6", "", "41.2", "7.1"], ["青石区", "286.4", "1", "6.3", "2", "18.7", "8.4"], ["白云县", "201.5", "2", "-1.2", "5", "—", "—"]);
    const figures = readBureauTable(rows, ["2025年各县（市、区）主要指标"], 2025, "沧江市");
    expect(figures.map(({ area, name, period, value, unit, growth, rank }) => [area, name, period, value + (value === "" ? "" : unit), growth, rank].join(" "))).toEqual([
      " 地区生产总值 2025 812.4亿元 5.6% ", " 一般公共预算收入 2025 41.2亿元  ", " 规上工业增加值 2025  7.1% ",
      "青石区 地区生产总值 2025 286.4亿元 6.3% 1", "青石区 一般公共预算收入 2025 18.7亿元  ", "青石区 规上工业增加值 2025  8.4% ", "白云县 地区生产总值 2025 201.5亿元 -1.2% 2",
    ]);
  });

  it("a place behind a growth is open, unless its head says that it is the total's", () => {
    const rows = (place: string): ReturnType<typeof table> => table(["乡镇", "地区生产总值（亿元）", "地区生产总值增速（%）", place], ["青石镇", "12.3", "5.1", "2"]);
    expect(["位次", "增速位次", "总量位次"].map((place) => readBureauTable(rows(place), [], 2025).map(({ value, growth, rank }) => `${value} ${growth} ${rank}`))).toEqual([["12.3 5.1% "], ["12.3 5.1% "], ["12.3 5.1% 2"]]);
  });

  it("with an area a row and one indicator, which the caption names", () => {
    const rows = table(["地区", "总量", "排名", "增长（%）"], ["青石区", "286.4", "第1位", "6.3"], ["沧江市", "812.4", "", "5.6"]);
    expect(readBureauTable(rows, ["2025年地区生产总值（亿元）"], 2026, "沧江市").map(({ area, name, period, value, unit, growth, rank }) => [area, name, period, value + unit, growth, rank].join(" "))).toEqual(["青石区 地区生产总值 2025 286.4亿元 6.3% 1", " 地区生产总值 2025 812.4亿元 5.6% "]);
  });

  it("of other things have no figures", () => {
    expect(brief(table(["姓名", "单位", "电话"], ["张", "局", "123"]))).toEqual([]);
    expect(brief(table(["指标"], ["税收"]))).toEqual([]);
    expect(brief([])).toEqual([]);
  });

  it("of any shape give figures that stand in them", () => {
    const cell = fc.constantFrom("指标", "地区", "地区生产总值", "位次", "单位", "亿元", "2025年", "增长%", "税收", "9.1", "—", "其中：出口", "");
    fc.assert(fc.property(fc.array(fc.array(fc.tuple(cell, fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })), { maxLength: 5 }), { maxLength: 6 }), (rows) => {
      const cells = table(...rows);
      const written = new Set(cells.flat().map(({ text }) => text));
      for (const { value } of readBureauTable(cells, [], 2025)) expect(value === "" || written.has(value)).toBe(true);
    }));
  });
});
