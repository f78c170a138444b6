/** How tables fill a slide: large where there is little, on several slides where there is much. */
import { describe, expect, it } from "vitest";
import { evenSizes, divideEvenly, planTable, type TablePlan } from "../../src/model/table-plan.ts";

const plan = (rows: readonly (readonly string[])[], head: readonly string[] = ["项目", "方式"], title = "项目"): TablePlan => planTable({ title, lead: "", head, rows });

describe("a table", () => {
  it("of a few short rows is large and roomy", () => {
    expect(plan([["中学扩建", "配合"]])).toEqual({ form: { size: 72, room: 6 }, parts: [1] });
    expect(plan([["长".repeat(25), "配合"]]).form.size).toBeLessThan(60);
  });

  it("of eight rows and six columns stays on one slide, at 36 px at least", () => {
    const row = ["规模以上工业增加值", "112.4", "118.9", "121.3", "126.5", "1,133.2"];
    const { form, parts } = plan(Array.from({ length: 8 }, () => row), ["指标", "2021年", "2022年", "2023年", "2024年", "2025年"]);
    expect(parts).toEqual([8]);
    expect(form.size).toBeGreaterThanOrEqual(36);
  });

  it("of many rows goes on in type that a hall can read, evenly", () => {
    const { form, parts } = plan(Array.from({ length: 19 }, (_, index) => [`第${index}项`, "1.5%"]));
    expect(form.size).toBe(44);
    expect(parts).toEqual([7, 6, 6]);
  });

  it("with long cells has fewer rows on a slide", () => {
    const long = ["老旧供水管网更新改造工程及智能水表安装", "已完成立项、可研批复和初步设计，正在开展施工招标，年底前开工建设，明年上半年通水"];
    const { parts } = plan(Array.from({ length: 12 }, () => long), ["项目", "说明", "投资", "占比"]);
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(12);
  });

  it("leaves room for a title of two lines", () => {
    const rows = Array.from({ length: 8 }, () => ["项目", "方式"]);
    expect(plan(rows, undefined, "关于全镇各村各社区年度民生实事项目推进情况的说明以及下一步打算").form.size).toBeLessThan(plan(rows).form.size);
  });
});

it("parts are as even and as few as fit", () => {
  expect(evenSizes(10, 3)).toEqual([4, 3, 3]);
  expect(divideEvenly([1, 1, 1, 1, 1], (some) => some.length <= 2)).toEqual([2, 2, 1]);
  expect(divideEvenly([9, 1, 9], (some) => some.reduce((a, b) => a + b, 0) <= 5)).toEqual([1, 1, 1]);
  expect(divideEvenly([], () => true)).toEqual([]);
});
