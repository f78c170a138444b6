/** Cells as offices publish them: read as numbers where they are numbers, kept as words where they are not. */
import { describe, expect, it } from "vitest";
import { intervalOf } from "../../src/model/figure-interval.ts";
import { parseGrowth, growthText, percentOf, rateOnYear } from "../../src/model/growth.ts";
import { isFigure, parsePublished } from "../../src/model/published.ts";
import { formatFigure } from "../../src/model/unit.ts";

/** `[low, high]` of what a figure stands for; null is open. */
function rangeOf(text: string): readonly (string | null)[] {
  const read = parsePublished(text);
  if (read === null || !isFigure(read)) throw new Error(`no number: ${text}`);
  const { low, high } = intervalOf(read);
  return [low.at?.toFixed() ?? null, high.at?.toFixed() ?? null];
}

describe("a value as published", () => {
  it.each([
    ["4300多", "4300", "4300多人", ["4300", "4400"]],
    ["5200多万", "52000000", "5200多万人", ["52000000", "53000000"]],
    ["2.7万余", "27000", "2.7万余人", ["27000", "28000"]],
    ["2.7万", "27000", "2.7万人", ["26500", "27500"]],
    ["近8万", "80000", "近8万人", ["72000", "80000"]],
    ["超千万", "10000000", "超千万人", ["10000000", null]],
    ["约十万", "100000", "约十万人", ["90000", "110000"]],
    ["百余", "100", "百余人", ["100", "200"]],
    ["上万", "10000", "上万人", ["10000", null]],
    ["过百亿", "10000000000", "过百亿人", ["10000000000", null]],
    ["三千二百", "3200", "三千二百人", ["3150", "3250"]],
    ["零", "0", "零人", ["-0.5", "0.5"]],
    ["两", "2", "两人", ["1.5", "2.5"]],
    ["达88.4", "88.4", "达88.4人", ["88.35", "88.45"]],
    ["预计35.6", "35.6", "预计35.6人", ["35.5", "35.7"]],
    ["≥90", "90", "≥90人", ["90", null]],
    ["不到60", "60", "不到60人", [null, "60"]],
    ["200及以上", "200", "200人及以上", ["200", null]],
    ["4—6", "4", "4—6人", ["4", "6"]],
    ["12~15", "12", "12~15人", ["12", "15"]],
    ["3—5万", "30000", "3—5万人", ["30000", "50000"]],
    ["2.4倍", "2.4", "2.4倍", ["2.35", "2.45"]],
    ["百分之六十", "60", "百分之六十", ["55", "65"]],
    ["约8左右", "8", "约8人左右", ["7", "9"]],
  ])("%s", (text, value, shown, range) => {
    const read = parsePublished(text)!;
    expect([read.value, formatFigure(read, "人"), rangeOf(text)]).toEqual([value, shown, range]);
  });

  it.each([
    ["5:4", "ratio", ["5", "4"]],
    ["12.5∶40.1∶47.4", "ratio", ["12.5", "40.1", "47.4"]],
    ["8：92", "ratio", ["8", "92"]],
    ["2/5以上", "fraction", ["2", "5"]],
    ["近四分之三", "fraction", ["3", "4"]],
    ["Ⅳ类及以下", "words", []],
    ["3A级", "words", []],
    ["优", "words", []],
    ["全覆盖", "words", []],
    ["数百", "words", []],
  ])("%s is a %s without one number", (text, form, numbers) => {
    const read = parsePublished(text)!;
    expect(read).toEqual({ raw: text, value: null, form, numbers });
    expect(formatFigure(read, "人")).toBe(text);
  });

  it.each(["", "—", "-", "无", "暂无", "待定", "N/A", "TBD", "160亿元", "l48", "14O", "7—5", "近9左右", "约近8", "万", "多", "TRUE", "1?8", "12月"])("%s is neither", (text) => {
    expect(parsePublished(text)).toBeNull();
  });
});

describe("a growth as published", () => {
  it.each([
    // written, base, against, measure, number
    ["7.4%", null, "year", "percent", "7.4"],
    ["7.4％", null, "year", "percent", "7.4"],
    ["增长7.4%", null, "year", "percent", "7.4"],
    ["下降1.3%", null, "year", "percent", "-1.3"],
    ["下降超10%", null, "year", "percent", "-10"],
    ["同比增长4%", "同比", "year", "percent", "4"],
    ["比上年提高1.1个百分点", "比上年", "year", "points", "1.1"],
    ["-0.4个百分点", null, "year", "points", "-0.4"],
    ["增长2.5倍", null, "year", "percent", "250"],
    ["增长近两倍", null, "year", "percent", "200"],
    ["翻一番", null, "year", "percent", "100"],
    ["翻两番", null, "year", "percent", "300"],
    ["增5.3%", null, "year", "percent", "5.3"],
    ["－5.3%", null, "year", "percent", "-5.3"],
    ["5.3 percent", null, "year", "percent", "5.3"],
    ["增加0.2万", null, "year", "amount", "0.2"],
    ["前移2位", null, "year", "words", null],
    ["由第5位升至第3位", null, "year", "words", null],
    ["是上年的2.6倍", null, "year", "words", null],
    ["剔除不可比因素增长4%", "剔除不可比因素", "adjusted", "percent", "4"],
    ["近三成", null, "year", "percent", "30"],
    ["下降4.5‰", null, "year", "percent", "-0.45"],
    ["与上年基本持平", "与上年", "year", "percent", "0"],
    ["6%—6.5%", null, "year", "percent", "6"],
    ["下降2%—4%", null, "year", "percent", "-4"],
    ["由负转正", null, "year", "words", null],
    ["降幅收窄0.8个百分点", null, "year", "words", null],
    ["增加4天", null, "year", "amount", "4"],
    ["年均增长7.1%", "年均", "other", "percent", "7.1"],
    ["净增1.4万户", null, "year", "amount", "1.4"],
    ["年均净增900户", "年均", "other", "amount", "900"],
    ["累计新增11万人", "累计", "other", "amount", "11"],
    ["三年年均增长6.4%", "三年年均", "other", "percent", "6.4"],
    ["近三年平均增长5.5%左右", "近三年平均", "other", "percent", "5.5"],
    ["五年累计增长31%", "五年累计", "other", "percent", "31"],
    ["两年平均增长4.4%", "两年平均", "other", "percent", "4.4"],
    ["比2015年增长66%", "比2015年", "other", "percent", "66"],
    ["比2015年翻一番", "比2015年", "other", "percent", "100"],
    ["较2019年同期增长9.2%", "较2019年同期", "other", "percent", "9.2"],
    ["比年初增加86亿元", "比年初", "other", "amount", "86"],
    ["环比增长1.2%", "环比", "other", "percent", "1.2"],
    ["“十三五”年均增长6.6%", "“十三五”年均", "other", "percent", "6.6"],
    ["按可比价格计算增长5.9%", "按可比价格计算", "adjusted", "percent", "5.9"],
    ["同口径下降2.2%", "同口径", "adjusted", "percent", "-2.2"],
    ["扣除价格因素实际增长3.8%", "扣除价格因素实际", "adjusted", "percent", "3.8"],
    ["up 5.3%", null, "year", "percent", "5.3"],
    ["down by 2.1%", null, "year", "percent", "-2.1"],
    ["up 38% on 2015", "on 2015", "other", "percent", "38"],
    ["an average of 6.2% a year", "a year", "other", "percent", "6.2"],
    ["up 4.7 percent", null, "year", "percent", "4.7"],
    ["up 31.5 percent in five years", "in five years", "other", "percent", "31.5"],
    ["up 2.3 percentage points over five years", "over five years", "other", "points", "2.3"],
    ["up 0.9 percentage points", null, "year", "points", "0.9"],
    ["unchanged", null, "year", "percent", "0"],
  ])("%s", (text, base, against, measure, value) => {
    const read = parseGrowth(text, null)!;
    expect([read.raw, read.base, read.against, read.measure, read.figure?.value ?? null]).toEqual([text, base, against, measure, value]);
    expect(rateOnYear(read)?.value ?? null).toBe(against === "year" && measure === "percent" ? value : null);
    expect(growthText(read)).toBe(text);
  });

  it.each([
    ["6.2%", "年均", "年均6.2%", "other"],
    ["增长6.2%", "比2010年", "比2010年增长6.2%", "other"],
    ["年均增长6.2%", "年均", "年均增长6.2%", "other"],
    ["6.2%", "同比", "同比6.2%", "year"],
    ["up 6.2%", "on 2010", "up 6.2% on 2010", "other"],
  ])("%s with the column's %s is %s", (text, column, shown, against) => {
    const read = parseGrowth(text, column)!;
    expect([growthText(read), read.against, read.raw]).toEqual([shown, against, text]);
  });

  it.each(["5.3", "—", "无", "下降-3%", "降至5%", "由5%提高到6%", "0.08", "7%%", "近9%左右"])("%s is none", (text) => {
    expect(parseGrowth(text, null)).toBeNull();
  });

  it.each([`比${"9".repeat(60_000)}`, "1:".repeat(60_000), `${"按".repeat(60_000)}5%`, `${"9".repeat(60_000)}x`])("a cell that goes on and on is none, and costs nothing", (text) => {
    const started = performance.now();
    expect([parseGrowth(text, null), parsePublished(text)]).toEqual([null, null]);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it("a multiple keeps the weight of its last digit, and words have no rate", () => {
    const { low, high } = intervalOf(percentOf(parseGrowth("增长1.7倍", null))!);
    expect([low.at!.toFixed(), high.at!.toFixed()]).toEqual(["165", "175"]);
    expect(percentOf(parseGrowth("提高1个百分点", null))).toBeNull();
    expect(percentOf(parseGrowth("由降转升", null))).toBeNull();
  });
});
