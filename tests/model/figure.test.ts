import { describe, expect, it } from "vitest";
import { compareFigures, parseFigure, subtractedRange, subtractFigures, toNumber } from "../../src/model/figure.ts";
import { formatFigure } from "../../src/model/unit.ts";
import { parseGrowth } from "../../src/model/growth.ts";
import { wordsOf } from "../../src/model/words.ts";

describe("a published figure", () => {
  it.each([
    ["148", "148", 0, "exact"],
    ["10.89%", "10.89", 2, "exact"],
    ["11.60%", "11.60", 2, "exact"],
    ["1,234,567.8", "1234567.8", 1, "exact"],
    ["-3.2%", "-3.2", 1, "exact"],
    ["−3.2%", "-3.2", 1, "exact"],
    ["+5%", "5", 0, "exact"],
    ["0", "0", 0, "exact"],
    ["近9%", "9", 0, "nearly"],
    ["将近9%", "9", 0, "nearly"],
    ["不足100", "100", 0, "nearly"],
    ["低于100%", "100", 0, "at-most"],
    ["below 5%", "5", 0, "at-most"],
    ["8%左右", "8", 0, "about"],
    ["约8%", "8", 0, "about"],
    ["8%以上", "8", 0, "at-least"],
    ["超8%", "8", 0, "at-least"],
    ["超过8%", "8", 0, "at-least"],
    ["不低于8%", "8", 0, "at-least"],
    ["100余", "100", 0, "at-least"],
    ["5%以内", "5", 0, "at-most"],
    ["不超过5%", "5", 0, "at-most"],
    ["nearly 9%", "9", 0, "nearly"],
    ["at least 8%", "8", 0, "at-least"],
    ["9007199254740993.1", "9007199254740993.1", 1, "exact"],
  ])("%s", (raw, value, decimals, qualifier) => {
    expect(parseFigure(` ${raw} `)).toEqual({ raw, value, decimals, qualifier });
  });

  it.each(["", "-", "—", "无", "约", "148亿元", "#REF!", "1e3", "1.", ".5", "1,23", "12,345,6", "8%左右左右", "近9%左右", "约8%以上", "８％", "0x10", "1 2", "5%-8%", "NaN", "Infinity", "八"])("%s is none", (text) => {
    expect(parseFigure(text)).toBeNull();
  });

  it("compares and subtracts exactly", () => {
    const figure = (text: string): NonNullable<ReturnType<typeof parseFigure>> => parseFigure(text)!;
    expect(compareFigures(figure("0.3"), figure("0.30"))).toBe(0);
    expect(compareFigures(figure("9007199254740993"), figure("9007199254740992"))).toBe(1);
    expect(subtractFigures(figure("32.64"), [figure("20.47")])).toEqual({ value: "12.17", decimals: 2 });
    expect(subtractFigures(figure("0.3"), [figure("0.1"), figure("0.2")])).toEqual({ value: "0.0", decimals: 1 });
    expect(subtractFigures(figure("1"), [figure("1.25")])).toEqual({ value: "-0.25", decimals: 2 });
    expect(toNumber(figure("-3.2%"))).toBe(-3.2);
  });

  it.each([
    ["32.64", ["20.47"], ["12.16", "12.18"]],
    // Three half units, rounded outwards.
    ["32.64", ["20.47", "2.00"], ["10.15", "10.19"]],
    ["148", ["20.47"], ["127.02", "128.04"]],
    ["0.3", ["0.25"], ["0.00", "0.11"]],
    ["近33", ["20.47"], null],
    ["33", ["20左右"], null],
  ] as const)("bounds what %s leaves after %j by how they were rounded", (whole, parts, range) => {
    expect(subtractedRange(parseFigure(whole)!, parts.map((part) => parseFigure(part)!))).toEqual(range);
  });
});

describe("a figure with its unit", () => {
  it.each([
    ["148", "亿元", "148亿元"],
    ["近148", "亿元", "近148亿元"],
    ["148左右", "亿元", "148亿元左右"],
    ["148以上", "万人", "148万人以上"],
    ["100余", "万人", "100余万人"],
    ["65", "%", "65%"],
    ["65%", "%", "65%"],
    ["8%左右", "%", "8%左右"],
    ["12.5", "kWh", "12.5 kWh"],
    ["148", "", "148"],
  ])("%s + %s", (raw, unit, shown) => {
    expect(formatFigure(parseFigure(raw)!, unit)).toBe(shown);
  });
});

describe("growth in words", () => {
  it.each([
    ["11.6%", "同比增长11.6%", "up 11.6% on the year"],
    ["近9%", "同比增长近9%", "up 近9% on the year"],
    ["-3.2%", "同比下降3.2%", "down 3.2% on the year"],
    ["−3.2%", "同比下降3.2%", "down 3.2% on the year"],
    ["+5%", "同比增长5%", "up 5% on the year"],
  ])("%s", (raw, zh, en) => {
    expect(wordsOf("zh-CN").charts.grew(parseGrowth(raw, null)!)).toBe(zh);
    expect(wordsOf("en").charts.grew(parseGrowth(raw, null)!)).toBe(en);
  });
});
