/** A row that a person has accepted goes into the table in the columns that this has, and changes no figure that is there. */
import { expect, it } from "vitest";
import { acceptRow, emptyTable, namedCells } from "../../src/import/accept-row.ts";
import type { TableLine } from "../../src/import/decision.ts";
import { readDoubts } from "../../src/import/read-doubts.ts";
import { reviewJson } from "../../src/import/review-json.ts";
import { sampleReview } from "./sample-review.ts";

const OBSERVATIONS: TableLine = { table: "observations.csv", line: 'gdp,2025,"2,764.9",近9%,,,' };
const HEAD = "indicator,period,value,growth,basis,rank,note\n";

it.each([
  ["below the last row", OBSERVATIONS, `${HEAD}gdp,2024,1,,,,`, `${HEAD}gdp,2024,1,,,,\ngdp,2025,"2,764.9",近9%,,,\n`],
  ["in other columns", OBSERVATIONS, "period,indicator,growth,note,value\n2024,gdp,,,1\n", 'period,indicator,growth,note,value\n2024,gdp,,,1\n2025,gdp,近9%,,"2,764.9"\n'],
  ["into the row of the same thing, which lacks its cells", OBSERVATIONS, `${HEAD}gdp,2025,,近9%,,2,甲\nx,2025,1,,,,\n`, `${HEAD}gdp,2025,"2,764.9",近9%,,2,甲\nx,2025,1,,,,\n`],
  ["in a table with tabs", OBSERVATIONS, "indicator\tperiod\tvalue\tgrowth\n", "indicator\tperiod\tvalue\tgrowth\ngdp\t2025\t2,764.9\t近9%\n"],
  ["of another area", { table: "observations.csv", line: "gdp,2025,东镇,1,,,," } as const, "indicator,period,area,value\ngdp,2025,,2\n", "indicator,period,area,value\ngdp,2025,,2\ngdp,2025,东镇,1\n"],
])("a row goes %s", (_, row, text, expected) => {
  expect(acceptRow(row, text)).toEqual({ type: "open", text: expected });
  expect(acceptRow(row, expected)).toEqual({ type: "there" });
});

it("an indicator that the table has is never described anew", () => {
  const row: TableLine = { table: "indicators.csv", line: "gdp,GDP,亿元,flow,up," };
  expect(acceptRow(row, "id,name,unit,kind,better,aliases\ngdp,地区生产总值,亿元,flow,,\n")).toEqual({ type: "there" });
});

it.each([
  ["the table has another figure", `${HEAD}gdp,2025,148,,,,\n`],
  ["a column is missing", "indicator,period,value\n"],
  ["the table is no table", ""],
])("nothing is changed where %s", (_, text) => {
  expect(acceptRow(OBSERVATIONS, text)).toEqual({ type: "taken" });
});

it("a table that is not there begins with its columns, and the cells have their names", () => {
  expect(emptyTable(OBSERVATIONS)).toBe(HEAD);
  expect(emptyTable({ table: "terms.csv", line: "甲乙丙丁,phrase,," })).toBe("wording,kind,since,source\n");
  expect(namedCells({ table: "targets.csv", line: "gdp,2026,增长6%左右" })).toEqual([["indicator", "gdp"], ["period", "2026"], ["target", "增长6%左右"]]);
});

it("doubts are read from the review's data, those with a row first; what was edited into it says nothing", () => {
  const json = reviewJson(sampleReview());
  const doubts = readDoubts(json);
  expect(doubts.map(({ title }) => title)).toEqual(["一般公共预算收入 3", "客运枢纽", "技改投资 96亿元", "居民收入 增长与经济增长同步", "技改投资 11%"]);
  expect(doubts[0]).toMatchObject({ number: 4, place: "第3段", words: "第三", lines: [{ table: "indicators.csv", line: "revenue-general,一般公共预算收入,,rank,up," }, { table: "observations.csv" }] });
  expect(doubts[3]!.lines[0]!.line).toBe("income,居民收入,,flow,up,");
  const review = JSON.parse(json) as { decisions: Record<string, unknown>[] };
  for (const broken of [{ lines: [{ table: "../x.csv", line: "a" }] }, { reason: null }, { type: "constructor" }, { place: {} }, { text: 7 }]) {
    expect(readDoubts(JSON.stringify({ ...review, decisions: [{ ...review.decisions[3], ...broken }] }))).toEqual([]);
  }
  for (const other of ["", "7", "{}", '{"decisions":7}', '{"decisions":[null,[],"x"]}']) expect(readDoubts(other)).toEqual([]);
});
