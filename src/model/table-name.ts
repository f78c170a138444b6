/** Which table a source file holds, whether it is a CSV file or a sheet of a workbook. */
import { splitSheet } from "./span.ts";

/** Sheets that mean something, as they may be called; a CSV file has the first name. */
const SHEETS: readonly (readonly [name: string, chinese: string])[] = [
  ["indicators", "指标"],
  ["observations", "数据"],
  ["targets", "目标"],
  ["projects", "项目"],
  ["terms", "用语"],
];

/** Names that a sheet should be close to, when it is none of them. */
export const SHEET_NAMES: readonly string[] = SHEETS.map(([name]) => name);

/** The table of a sheet of this name, case and blanks aside: `observations.csv`; null for the office's other sheets. */
export function findSheetTable(sheet: string): string | null {
  const asked = sheet.trim().toLowerCase();
  const found = SHEETS.find((names) => names.includes(asked));
  return found === undefined ? null : `${found[0]}.csv`;
}

/** The file name under which a table is known and published: `observations.csv` for data/observations.csv and for that sheet. */
export function tableName(path: string): string {
  const { file, sheet } = splitSheet(path);
  const table = sheet === null ? null : findSheetTable(sheet);
  return table ?? file.slice(file.lastIndexOf("/") + 1);
}
