/** Figures as published and the number formats that show them. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { format } from "numfmt";
import { expect, test } from "vitest";
import { parseGrowth } from "../../src/model/growth.ts";
import { isFigure, parsePublished } from "../../src/model/published.ts";
import { numberFormat } from "../../src/office/pptx/charts/number-format.ts";
import { withMinus } from "../../src/render/charts/printed.ts";
import { HOME } from "../support/project.ts";

test.each([
  ["近9%", "9", '"近"0"%"'], ["8%左右", "8", '0"%左右"'], ["10.89%", "10.89", '0.00"%"'], ["1,234", "1234", "#,##0"], ["12.0", "12.0", "0.0"], ["148亿元", "148", '0"亿元"'],
  ["5%—5.5%", "5.5", '"5%—"0.0"%"'], ["提高0.9个百分点", "0.9", '"提高"0.0"个百分点"'], ["2021年11.6%", "11.6", '"2021年"0.0"%"'],
])("%s of %s keeps its number in the format", (text, value, pattern) => {
  expect(numberFormat(text, value)).toBe(pattern);
  expect(format(pattern, Number(value))).toBe(text);
});

test.each([["超万亿元", "1000000000000"], ["增长1.6倍", "160"], ["基本持平", "0"], ["−3.2%", "-3.2"], ["下降3%以上", "-3"], ['"约"8', "9"]])("%s of %s comes back to the letter", (text, value) => {
  expect(format(numberFormat(text, value), Number(value))).toBe(text);
});

test("an edited cell keeps the words and loses those of a fall", () => {
  const pattern = numberFormat("下降3%", "-3");
  expect(format(pattern, -4)).toBe("下降4%");
  expect(format(pattern, 2)).toBe("2%");
});

/** All tables of figures of the golden decks and of the sample. */
function tables(): readonly string[] {
  const decks = join(HOME, "tests/decks");
  const folders = ["data", ...readdirSync(decks).map((name) => `tests/decks/${name}/data`), ...readdirSync(join(HOME, "src/template")).map((name) => `src/template/${name}/data`)];
  return folders.flatMap((folder) => {
    try {
      return readdirSync(join(HOME, folder)).filter((name) => name.endsWith(".csv")).map((name) => join(HOME, folder, name));
    } catch {
      return [];
    }
  });
}

test("every figure of every golden deck comes back through its format", () => {
  let count = 0;
  for (const file of tables()) {
    for (const cell of readFileSync(file, "utf8").split(/[\r\n,]+/)) {
      const text = cell.replaceAll('"', "").trim();
      const [published, growth] = text === "" ? [null, null] : [parsePublished(text), parseGrowth(text, null)];
      const figures = [...(published !== null && isFigure(published) ? [published] : []), ...(growth?.figure === null || growth === null ? [] : [growth.figure])];
      for (const figure of figures) {
        const shown = withMinus(text);
        expect(format(numberFormat(shown, figure.value), Number(figure.value)), `${file}: ${text}`).toBe(shown);
        count += 1;
      }
    }
  }
  expect(count).toBeGreaterThan(300);
});
