/** Cells of a table are changed one by one, and nothing else of the file. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { readCells, readPasted, withoutRow, writeCells } from "../../src/client/desk-page/csv-cells.ts";

const TABLE = 'id,name,note\ngdp,"地区生产总值, 亿元","说""明"""\n\njobs,就业,"两\n行"\nlast,末尾\n';
const values = (text: string): readonly (readonly string[])[] => readCells(text).map(({ cells }) => cells.map(({ value }) => value));

it("reads quotes, line breaks in cells, blank lines and short rows, each with its line", () => {
  expect(values(TABLE)).toEqual([["id", "name", "note"], ["gdp", "地区生产总值, 亿元", '说"明"'], ["jobs", "就业", "两\n行"], ["last", "末尾"]]);
  expect(readCells(TABLE).map(({ line }) => line)).toEqual([1, 2, 4, 6]);
});

it.each([
  ["a plain cell", { row: 2, column: 1, value: "新增就业" }, TABLE.replace("就业", "新增就业")],
  ["a cell that needs quotes", { row: 2, column: 1, value: '就业,"新"' }, TABLE.replace("就业", '"就业,""新"""')],
  ["a cell that a short row lacks", { row: 3, column: 2, value: "注" }, TABLE.replace("末尾\n", "末尾,注\n")],
  ["a row that is not there", { row: 4, column: 1, value: "新" }, `${TABLE},新,\n`],
])("writes %s", (_, change, expected) => {
  expect(writeCells(TABLE, [change])).toBe(expected);
});

it("writes several cells at once, as pasted from a sheet, with rows of their own", () => {
  expect(writeCells("id,name\na,甲\n", [{ row: 1, column: 1, value: "乙" }, { row: 2, column: 0, value: "b" }, { row: 2, column: 1, value: "丙" }])).toBe("id,name\na,乙\nb,丙\n");
});

it("takes a row out, also the last one without a line end", () => {
  expect(withoutRow(TABLE, 2)).toBe('id,name,note\ngdp,"地区生产总值, 亿元","说""明"""\n\nlast,末尾\n');
  expect(withoutRow("id\na\nb", 2)).toBe("id\na\n");
});

it.each([
  ["1\t2\r\n3\t4\r\n", [["1", "2"], ["3", "4"]]],
  ['"a\tb"\t"c""d"\n\t', [["a\tb", 'c"d'], ["", ""]]],
  ['"只有开头\t乙', [['"只有开头', "乙"]]],
])("reads what a sheet puts on the clipboard: %j", (text, expected) => {
  expect(readPasted(text)).toEqual(expected);
});

it("reads whole rows with commas where they are as wide as the table", () => {
  expect(readPasted("gdp,2026,8%左右\n", 3)).toEqual([["gdp", "2026", "8%左右"]]);
  expect(readPasted("148,6", 3)).toEqual([["148,6"]]);
  expect(readPasted("a,b,c\t1", 3)).toEqual([["a,b,c", "1"]]);
});

it("a value comes back as it was written, and every other cell stays", () => {
  const cell = fc.string({ unit: fc.constantFrom("甲", "a", ",", '"', "\n", " ", "1"), maxLength: 6 }).filter((value) => !value.includes("\r"));
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 5 }), fc.nat(4), fc.nat(2), cell, (table, row, column, value) => {
      const text = `id,b,c\n${table.map((cells) => cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(",")).join("\n")}\n`;
      const at = 1 + (row % table.length);
      const expected = values(text).map((cells, index) => (index === at ? cells.with(column, value) : cells));
      expect(values(writeCells(text, [{ row: at, column, value }]))).toEqual(expected);
    }),
  );
});
