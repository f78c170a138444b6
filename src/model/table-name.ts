/** Which table a source file holds, be it a CSV file or a sheet of a workbook. */
import { splitSheet } from "./span.ts";

/** Sheets that hold a table, by the names they may have; a CSV file uses the first. */
const SHEETS: readonly (readonly [name: string, chinese: string])[] = [
  ["indicators", "指标"],
  ["observations", "数据"],
  ["targets", "目标"],
  ["projects", "项目"],
  ["terms", "用语"],
];

/** Names to compare with the name of a sheet that holds no table, to find slips. */
export const SHEET_NAMES: readonly string[] = SHEETS.map(([name]) => name);

/** The table in a sheet of this name, ignoring case and spaces: `observations.csv`; null for the office's other sheets. */
export function findSheetTable(sheet: string): string | null {
  const asked = sheet.trim().toLowerCase();
  const found = SHEETS.find((names) => names.includes(asked));
  return found === undefined ? null : `${found[0]}.csv`;
}

/** The file name a table is known and published by: `observations.csv` for data/observations.csv and for that sheet. */
export function tableName(path: string): string {
  const { file, sheet } = splitSheet(path);
  const table = sheet === null ? null : findSheetTable(sheet);
  return table ?? file.slice(file.lastIndexOf("/") + 1);
}
