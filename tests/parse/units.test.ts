import { describe, expect, it } from "vitest";
import type { BlockOf } from "../../src/model/deck.ts";
import { parseFence } from "../../src/parse/fences.ts";
import { contextOf, settingsOf } from "./bench.ts";

const TABLES = {
  indicators: "id,name,unit,kind\nhomes,保障性住房,套,flow\ndone,已交付,套,flow\nmany,已登记,万套,flow\nrough,在建,套,flow\nacres,绿地,亩,flow\njobless,失业率,%,rate\n",
  observations: "indicator,period,area,value\nhomes,2021,,1240\ndone,2021,,860\nmany,2021,,2\nrough,2021,,近300\nacres,2021,,300\njobless,2021,,4\n",
  targets: "indicator,period,target\nhomes,2022,新建1500套以上\ndone,2022,增长5%\n",
  projects: "name,section,status\n大桥,城建,建设\n学校,民生,开工\n公园,城建,交付\n",
};

function parse(text: string): { readonly block: BlockOf<"units"> | null; readonly codes: readonly string[] } {
  const context = contextOf(TABLES, settingsOf());
  const span = { file: "slides/a.md", line: 10, column: 1, endLine: 20, endColumn: 4 };
  const block = parseFence({ language: "units", text: `kind: houses\n${text}`, line: 11, span, step: null }, context);
  return { block: block?.type === "units" ? block : null, codes: context.diagnostics.map(({ code }) => code) };
}

describe("a units block", () => {
  it("takes the figure of an indicator, and the part that is lit", () => {
    const { block, codes } = parse("indicator: homes\nlit: done");
    expect(codes).toEqual([]);
    expect(block?.counted).toMatchObject({ name: "保障性住房", text: "1240套", origin: { indicator: "homes", field: "figure" } });
    expect(block?.lit).toMatchObject({ text: "860套", origin: { indicator: "done" } });
    expect(block?.plan).toEqual({ each: 50, whole: 24, rest: 40, vague: 0 });
  });

  it("takes a target, which may be open upward", () => {
    const { block } = parse("indicator: homes\nmeasure: target\ncaption: 今年计划");
    expect(block?.counted).toMatchObject({ name: "今年计划", origin: { indicator: "homes", field: "target", period: { year: 2022 } } });
    expect(block?.plan).toMatchObject({ each: 50, whole: 30, vague: 1 });
  });

  it("counts the projects of the table", () => {
    expect(parse("projects: all\nfinished: 交付").block).toMatchObject({ counted: { text: "3个", origin: null }, lit: { text: "1个", name: "交付" }, plan: { each: 1, whole: 3 } });
    expect(parse("projects: [建设, 开工]").block?.counted.text).toBe("2个");
  });

  it.each([
    ["", ["missing-key"]],
    ["indicator: homes\nprojects: all", ["missing-key"]],
    ["indicator: nobody", ["unknown-indicator"]],
    ["indicator: homes\nperiod: 2019", ["no-data"]],
    ["indicator: jobless", ["not-countable"]],
    ["indicator: done\nmeasure: target", ["not-countable"]],
    ["indicator: homes\nlit: rough", ["not-countable"]],
    ["indicator: homes\nlit: many", ["parts-exceed-whole"]],
    ["indicator: homes\nlit: acres", ["unit-mismatch"]],
    ["projects: 投产", ["no-projects"]],
    ["projects: 建设\nfinished: 交付", ["parts-exceed-whole"]],
  ])("is reported: %j", (text, expected) => {
    const { block, codes } = parse(text);
    expect(block).toBeNull();
    expect(codes).toEqual(expected);
  });
});
