/** Turns a sheet into text as shown, with one line per row and tabs between cells; what cannot be shown is reported at its cell. */
import type { Cell, Sheet } from "hucre";
import type { format } from "numfmt";
import type { Report } from "../../diagnostics/diagnostic.ts";
import { formulaError } from "../../diagnostics/messages/data.ts";
import { dateCell, formulaWithoutValue, hiddenCells, mergedCells, unclearNumber } from "../../diagnostics/messages/workbook.ts";
import { BREAK_IN_CELL, REPORTED } from "../../model/sources.ts";
import type { Span } from "../../model/span.ts";
import { showCell, type ShownCell, type StoredCell } from "./show-cell.ts";

/** A sheet being turned into text. */
interface Reading {
  readonly sheet: Sheet;
  /** Path of the sheet among the sources. */
  readonly path: string;
  readonly show: typeof format;
  readonly report: Report;
}

/** The sheet's text; each row is on the line of its number. */
export function renderSheet(reading: Reading): string {
  const { rows } = reading.sheet;
  const head = rows.findIndex((row) => row.some((value) => value !== null && value !== ""));
  const names = (rows[head] ?? []).map((value) => String(value ?? "").trim());
  const lines = rows.map((row, index) => row.map((_, column) => renderCell(reading, index, column, index === head ? "" : (names[column] ?? ""))).join("\t"));
  reportMerges(reading);
  reportHidden(reading);
  return lines.map((line) => line.replace(/(?<!\t)\t+$/, "")).join("\n");
}

function renderCell(reading: Reading, row: number, column: number, name: string): string {
  const value = reading.sheet.rows[row]![column] ?? null;
  // Most cells of a large table are words; among them, only errors begin like this.
  if (typeof value === "string" && !value.startsWith("#")) return inOneLine(value);
  const detail = reading.sheet.cells?.get(`${row},${column}`);
  if (value === null && detail?.formula === undefined) return "";
  if (detail?.type === "error") reading.report(formulaError(cellsSpan(reading.path, row, column), String(value)));
  const shown = showCell(storedCell(value, detail), name, reading.show);
  return shown.type === "text" ? inOneLine(shown.text) : reportCell(shown, detail?.formula ?? "", cellsSpan(reading.path, row, column), reading.report);
}

/** Reports what is unclear about a cell; returns marked text in its place. */
function reportCell(shown: Exclude<ShownCell, { type: "text" }>, formula: string, span: Span, report: Report): string {
  switch (shown.type) {
    case "no-value":
      report(formulaWithoutValue(span));
      return `=${inOneLine(formula)}${REPORTED}`;
    case "date":
      report(dateCell(span, shown.text));
      return `${shown.text}${REPORTED}`;
    case "number":
      report(unclearNumber(span, shown.held, shown.why));
      return `${shown.held}${REPORTED}`;
  }
}

const ODD = /[\t\r\n\uFFFC]/;

/** A cell's text without cell and row separators, and without the mark of reported cells. */
function inOneLine(text: string): string {
  return ODD.test(text) ? text.replaceAll(REPORTED, "").replaceAll("\t", " ").replaceAll(/\r\n?|\n/g, BREAK_IN_CELL) : text;
}

function storedCell(value: StoredCell["value"], detail: Cell | undefined): StoredCell {
  return { value, formula: detail?.formula !== undefined, format: detail?.style?.numFmt ?? null };
}

/** Zero-based; the last row and column are included. */
export function cellsSpan(file: string, row: number, column: number, lastRow = row, lastColumn = column): Span {
  return { file, line: row + 1, column: column + 1, endLine: lastRow + 1, endColumn: lastColumn + 2 };
}

/** Merged cells without content are only layout. */
function reportMerges({ sheet, path, report }: Reading): void {
  for (const { startRow, startCol, endRow, endCol } of sheet.merges ?? []) {
    const content = sheet.rows[startRow]?.[startCol] ?? "";
    if (content !== "") report(mergedCells(cellsSpan(path, startRow, startCol, endRow, endCol)));
  }
}

/** Reports each kind once, at the first one that hides something. */
function reportHidden({ sheet, path, report }: Reading): void {
  const width = Math.max(1, ...(sheet.rows.find((row) => row.length > 0) ?? []).map((_, index) => index + 1));
  const filled = (value: unknown): boolean => value !== null && value !== undefined && value !== "";
  if (sheet.hidden === true || sheet.veryHidden === true) report(hiddenCells(cellsSpan(path, 0, 0, 0, width - 1), "sheet"));
  const row = sheet.rows.findIndex((cells, index) => sheet.rowDefs?.get(index)?.hidden === true && cells.some(filled));
  if (row !== -1) report(hiddenCells(cellsSpan(path, row, 0, row, width - 1), "rows"));
  const column = sheet.columns?.findIndex((def, index) => def?.hidden === true && sheet.rows.some((cells) => filled(cells[index]))) ?? -1;
  if (column !== -1) report(hiddenCells(cellsSpan(path, 0, column), "columns"));
}
