/** How many objects stand for a figure: drawing and figure agree for every count. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Figure } from "../../src/model/figure.ts";
import { isFigure, parsePublished } from "../../src/model/published.ts";
import { keyWords } from "../../src/model/unit-words.ts";
import { countOf, objectsOf, planUnits } from "../../src/model/units.ts";

function figure(raw: string): Figure {
  const published = parsePublished(raw);
  if (published === null || !isFigure(published)) throw new Error(raw);
  return published;
}

describe("plans of counted things", () => {
  it("an exact figure is drawn to the last thing, with 60 objects at most", () => {
    fc.assert(fc.property(fc.bigInt({ min: 1n, max: 10n ** 9n }), (count) => {
      const plan = planUnits(figure(`${count}`), "个");
      expect(plan.whole * plan.each + plan.rest).toBe(Number(count));
      expect(plan.rest).toBeLessThan(plan.each);
      expect(objectsOf(plan)).toBeGreaterThan(0);
      expect(objectsOf(plan)).toBeLessThanOrEqual(61);
      expect(plan.vague).toBe(0);
    }));
  });

  it("small counts are drawn one for one, and round shares divide without a rest where they can", () => {
    for (let count = 1; count <= 60; count += 1) expect(planUnits(figure(`${count}`), "个")).toEqual({ each: 1, whole: count, rest: 0, vague: 0 });
    expect(planUnits(figure("65"), "个")).toMatchObject({ each: 5, whole: 13, rest: 0 });
    expect(planUnits(figure("61"), "个")).toMatchObject({ each: 2, whole: 30, rest: 1 });
    expect(planUnits(figure("1240"), "套")).toMatchObject({ each: 50, whole: 24, rest: 40 });
  });

  it.each([
    ["近300", "艘", { each: 5, whole: 54, rest: 0, vague: 6 }],
    ["300左右", "艘", { each: 5, whole: 54, rest: 0, vague: 6 }],
    ["2800余", "人", { each: 50, whole: 56, rest: 0, vague: 1 }],
    ["300以上", "个", { each: 5, whole: 60, rest: 0, vague: 1 }],
    ["不超过300", "个", { each: 5, whole: 0, rest: 0, vague: 60 }],
    ["20—30", "个", { each: 1, whole: 20, rest: 0, vague: 10 }],
  ])("%s%s holds no more for certain than it says", (raw, unit, plan) => {
    expect(planUnits(figure(raw), unit)).toEqual(plan);
  });

  it("units with a scale count their things", () => {
    expect(countOf(figure("1.2"), "万户")?.toFixed()).toBe("12000");
    expect(planUnits(figure("1.2"), "万户")).toEqual({ each: 200, whole: 60, rest: 0, vague: 0 });
    expect(countOf(figure("1.25"), "million people")?.toFixed()).toBe("1250000");
    expect([countOf(figure("12.5"), "个"), countOf(figure("0"), "个"), countOf(figure("-3"), "个")]).toEqual([null, null, null]);
  });

  it("say what one object stands for, and what is dashed", () => {
    expect(keyWords("lanterns", planUnits(figure("31"), "个"), "个", "zh-CN")).toBe("");
    expect(keyWords("houses", planUnits(figure("1240"), "套"), "套", "zh-CN")).toBe("每座代表50套，最后一座代表40套");
    expect(keyWords("boats", planUnits(figure("近300"), "艘"), "艘", "zh-CN")).toBe("每艘代表5艘；虚线为约数");
    expect(keyWords("trees", planUnits(figure("90"), "万棵"), "万棵", "zh-CN")).toBe("每棵代表2万棵");
    expect(keyWords("people", planUnits(figure("1.25"), "million people"), "million people", "en")).toBe("1 figure = 50,000 people");
    expect(keyWords("people", planUnits(figure("about 300"), "people"), "people", "en")).toBe("1 figure = 5 people; dashed: approximate");
  });
});
