/** Numbers on cards are as large as their column and row allow, and never refused. */
import { describe, expect, it } from "vitest";
import { planGrid } from "../../src/model/card-grid.ts";
import { fitHero, fitPhrase, type Room } from "../../src/model/card-room.ts";
import type { CardText } from "../../src/model/card-text.ts";
import { planUpright } from "../../src/model/cards-upright.ts";

const cardOf = (name: string, number: string, after: string, asides: readonly string[] = [], before = ""): CardText => ({ name, parts: { before, number, after }, text: before + number + after, mark: "", asides });
const ordinary = (count: number): readonly CardText[] => Array.from({ length: count }, () => cardOf("一般公共预算收入", "20.47", "亿元", ["同比10.5%"]));
const ROOM: Room = { form: "grand", columns: 1, width: 604, height: 700, most: 300, words: 64, label: 60, growth: 96, phrase: 96 };

describe("cards", () => {
  it.each([1, 2, 3, 4, 5, 6])("beside a hero: %i ordinary ones have numbers of 132 px or more", (count) => {
    for (const { size } of planGrid(ordinary(count), true, 0).forms) expect(size).toBeGreaterThanOrEqual(132);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])("below a band: %i ordinary ones have numbers of 112 px or more", (count) => {
    for (const { size } of planGrid(ordinary(count), false, 230).forms) expect(size).toBeGreaterThanOrEqual(112);
  });

  it.each([3, 6, 8, 12])("at their worst: %i with long names, seven digits and long units are set, not refused", (count) => {
    const cards = Array.from({ length: count }, () => cardOf("高新技术产业产值占规模以上工业总产值比重", "1,234,567", "万吨标准煤", ["扣除价格因素实际增长12.34%", "第12位"], "约"));
    for (const form of planGrid(cards, count < 9, 290).forms) expect(form.size).toBeGreaterThanOrEqual(44);
  });

  it("with more words than the others are smaller alone", () => {
    const { forms } = planGrid([...ordinary(5), cardOf("居民人均可支配收入", "41260", "元", ["扣除价格因素实际增长4.9%，城镇居民增长5.1%"])], true, 0);
    expect(forms.slice(0, 5).every(({ size }) => size >= 132)).toBe(true);
    expect(forms[5]!.size).toBeLessThan(132);
  });

  it("set a Latin unit below the number rather than make the number small", () => {
    expect(planGrid([cardOf("Grain output", "31.1", "million tonnes"), ...ordinary(3)], true, 0).forms[0]).toMatchObject({ form: "unit-below" });
  });
});

describe("the leading number", () => {
  it("stands beside its unit, or below the word before it", () => {
    expect(fitHero(cardOf("地区生产总值", "148", "亿元"), ROOM)).toEqual({ size: 300, form: "beside" });
    expect(fitHero(cardOf("地区生产总值", "8%", "左右", [], "增长"), ROOM)).toMatchObject({ form: "stacked" });
  });

  it("that is words keeps one line where it can", () => {
    expect(fitPhrase({ name: "结构", text: "21.9∶38.7∶39.4", asides: [] }, ROOM).form).toBe("phrase");
    // A class or a ratio is read as a figure, beside numbers of 180 px.
    expect(fitPhrase({ name: "主要河流水质", text: "Ⅱ类", asides: [] }, { ...ROOM, form: "plain", width: 544, height: 310, most: 180, phrase: 64 }).size).toBeGreaterThanOrEqual(96);
    expect(fitPhrase({ name: "结构", text: "与经济增长同步", asides: [] }, ROOM).size * 7).toBeLessThanOrEqual(ROOM.width);
  });
});

describe("cards on an upright screen", () => {
  const head = { kicker: "", title: "主要指标", lead: "" };
  const income = cardOf("居民人均可支配收入", "41260", "元", ["同比5.3%"]);

  it("stand over its whole width where they are one or two", () => {
    expect([1, 2, 3].map((count) => planUpright(Array.from({ length: count }, () => income), null, head))).toEqual(["lofty", "tall", "usual"]);
  });

  it("stand smaller, or in rows, where a hero or their words leave less", () => {
    const hero = { card: income, plan: { room: ROOM, form: { size: 300, form: "beside" }, small: false, holds: true } } as const;
    expect(planUpright([income, income], hero, { ...head, kicker: "2021年", lead: "绝对数按现价计算，增速按可比价格计算" })).toBe("low");
    expect(["usual", "wordy"]).toContain(planUpright([cardOf("Affordable homes finished in old and new towns", "1,234,567.8", "million cubic metres a year", ["growth 12.34%"]), income], hero, head));
  });
});
