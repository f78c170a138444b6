import { describe, expect, it } from "vitest";
import { comparePeriods, parsePeriod, periodKey, periodsBetween, samePeriod, type Period } from "../../src/model/period.ts";
import { wordsOf } from "../../src/model/words.ts";

const period = (text: string): Period => parsePeriod(text)!;

describe("a period", () => {
  it.each([
    ["2021", "2021年", "2021"],
    ["2021H1", "2021年上半年", "H1 2021"],
    ["2021Q3", "2021年三季度", "Q3 2021"],
    ["2021-09", "2021年9月", "September 2021"],
  ])("%s", (key, zh, en) => {
    expect(periodKey(period(key))).toBe(key);
    expect(wordsOf("zh-CN").period(period(key))).toBe(zh);
    expect(wordsOf("en").period(period(key))).toBe(en);
  });

  it.each(["", "21", "2021年", "2021H3", "2021Q0", "2021Q5", "2021-13", "2021-9", "2021-00", "2021 Q1", "２０２１"])("%s is none", (text) => {
    expect(parsePeriod(text)).toBeNull();
  });

  it("stands on a time axis", () => {
    expect(["2022", "2021-12", "2021Q3", "2021H1"].map(period).toSorted(comparePeriods).map(periodKey)).toEqual(["2021H1", "2021Q3", "2021-12", "2022"]);
    expect(samePeriod(period("2021"), period("2021H1"))).toBe(false);
  });

  it.each([
    ["2018", "2021", ["2018", "2019", "2020", "2021"]],
    ["2020H2", "2021H2", ["2020H2", "2021H1", "2021H2"]],
    ["2020Q3", "2021Q1", ["2020Q3", "2020Q4", "2021Q1"]],
    ["2020-11", "2021-02", ["2020-11", "2020-12", "2021-01", "2021-02"]],
    ["2021", "2021", ["2021"]],
    ["2021", "2020", []],
    ["2020", "2021Q1", []],
  ])("from %s to %s", (first, last, keys) => {
    expect(periodsBetween(period(first), period(last)).map(periodKey)).toEqual(keys);
  });

  it("a range of years says 年 once", () => {
    expect(wordsOf("zh-CN").range(period("2018"), period("2021"))).toBe("2018—2021年");
    expect(wordsOf("zh-CN").range(period("2021Q1"), period("2021Q3"))).toBe("2021年一季度—2021年三季度");
  });
});
