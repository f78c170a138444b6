/** What stands in a cell of `growth`: as bureaus' tables and prose write a change. */
import { expect, it } from "vitest";
import { parseGrowth } from "../../src/model/growth.ts";

it.each<readonly [cell: string, measure: string, value: string | null]>([
  ["↑5.3%", "percent", "5.3"],
  ["↓1.2%", "percent", "-1.2"],
  ["▲5.3%", "percent", "5.3"],
  ["▼0.4个百分点", "points", "-0.4"],
  ["同比↑5.3%", "percent", "5.3"],
  ["–3.1%", "percent", "-3.1"],
  ["+5.3%", "percent", "5.3"],
  ["下降1.2个百分点", "points", "-1.2"],
  ["微增0.1%", "percent", "0.1"],
  ["略降0.2%", "percent", "-0.2"],
  ["较上年多12天", "amount", "12"],
  ["比上年少3天", "amount", "-3"],
  ["延长3天", "amount", "3"],
  ["提前2年", "words", null],
  ["推迟3个月", "words", null],
  ["进2位", "words", null],
  ["1.6 times", "words", null],
  ["up 1.6 times", "words", null],
])("%s", (cell, measure, value) => {
  const growth = parseGrowth(cell, null);
  expect([growth?.measure, growth?.figure?.value ?? null, growth?.raw]).toEqual([measure, value, cell]);
});

it.each(["5.3", "↑", "(3.1%)", "—3.1%", "提前年", "times"])("%s is no growth", (cell) => expect(parseGrowth(cell, null)?.figure ?? null).toBeNull());
