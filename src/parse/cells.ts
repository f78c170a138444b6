/** Typed cells of a table: the head is checked once, each cell is read or reported at its exact place. */
import type { Report } from "../diagnostics/diagnostic.ts";
import {
  duplicateColumn, emptyTable, formulaError, invalidCsv, invalidFigure, invalidPeriod, missingCell, missingColumn,
  raggedRow, unknownCellWord, unknownColumn,
} from "../diagnostics/messages/data.ts";
import { findNearest } from "../diagnostics/suggest.ts";
import { parsePeriod, type Period } from "../model/period.ts";
import { parsePublished, type Published } from "../model/published.ts";
import type { SourceFile } from "../model/sources.ts";
import { fileSpan, type Span } from "../model/span.ts";
import { cellSpan, parseTable, rowSpan, type Csv, type CsvRow } from "./csv.ts";

/** A table with a valid head; rows with the wrong number of cells are left out. */
export interface Table {
  readonly csv: Csv;
  readonly columns: ReadonlyMap<string, number>;
  readonly rows: readonly CsvRow[];
  /** What stands first in the rows that were left out. */
  readonly lost: readonly string[];
  readonly report: Report;
}

/** The columns that a table may have. */
export interface Columns {
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

/** Reads a table; null after reporting that it is empty or lacks a required column. */
export function openTable(file: SourceFile, columns: Columns, report: Report): Table | null {
  const csv = parseTable(file.path, file.text);
  const known = [...columns.required, ...columns.optional];
  for (const { type, row, cell } of csv.slips) if (type !== "reported") report(invalidCsv(cellSpan(csv, row, cell), type));
  const head = csv.rows[0];
  if (head === undefined) {
    report(emptyTable(fileSpan(file.path), known));
    return null;
  }
  const names = head.cells.slice(0, head.cells.findLastIndex((name) => name !== "") + 1);
  // A head in other words (指标,年份,数值) is one mistake, not one for each column.
  if (names.every((name) => !known.includes(name) && findNearest(name, known) === null && !/[，；;\t]/.test(name))) {
    report(missingColumn(rowSpan(csv, head), columns.required[0]!, known));
    return null;
  }
  const found = readHead(csv, head, names, known, report);
  const missing = columns.required.filter((name) => !found.has(name));
  // A misspelt column is one mistake, not two.
  const strangers = names.filter((name) => !known.includes(name));
  const absent = missing.filter((name) => !strangers.some((stranger) => findNearest(stranger, known) === name || /[，；]/.test(stranger)));
  for (const name of absent) report(missingColumn(rowSpan(csv, head), name, known));
  if (missing.length > 0) return null;
  const broken = new Set(csv.slips.map((slip) => slip.row));
  const all = csv.rows.slice(1);
  const rows = all.filter((row) => !broken.has(row) && fits(csv, row, names.length, report));
  const kept = new Set(rows);
  const lost = all.filter((row) => !kept.has(row)).map(({ cells }) => cells[0]?.split("，")[0]?.trim() ?? "");
  return { csv, columns: found, rows, lost, report };
}

function readHead(csv: Csv, head: CsvRow, names: readonly string[], known: readonly string[], report: Report): Map<string, number> {
  const found = new Map<string, number>();
  names.forEach((name, index) => {
    if (!known.includes(name)) report(unknownColumn(cellSpan(csv, head, index), name, known));
    else if (found.has(name)) report(duplicateColumn(cellSpan(csv, head, index), name));
    else found.set(name, index);
  });
  return found;
}

/** Spreadsheets pad rows with empty cells; only filled cells count as too many. */
function fits(csv: Csv, row: CsvRow, columns: number, report: Report): boolean {
  const filled = row.cells.findLastIndex((cell) => cell !== "") + 1;
  // A sheet has no delimiters that could be missing.
  if ((row.cells.length >= columns || csv.type === "sheet") && filled <= columns) return true;
  report(raggedRow(rowSpan(csv, row), filled > columns ? filled : row.cells.length, columns, row.cells.some((cell) => cell.includes("，"))));
  return false;
}

/** Text of a cell; empty if the table has no such column. */
export function cellText(table: Table, row: CsvRow, column: string): string {
  const index = table.columns.get(column);
  return index === undefined ? "" : (row.cells[index] ?? "");
}

/** Text of a cell; null if it is empty. */
export function cellOrNull(table: Table, row: CsvRow, column: string): string | null {
  return cellText(table, row, column) || null;
}

export function spanOfCell(table: Table, row: CsvRow, column: string): Span {
  return cellSpan(table.csv, row, table.columns.get(column) ?? row.cells.length);
}

export function spanOfRow(table: Table, row: CsvRow): Span {
  return rowSpan(table.csv, row);
}

/** Text of a cell that must be filled; null after reporting. */
export function neededCell(table: Table, row: CsvRow, column: string): string | null {
  const text = cellText(table, row, column);
  if (text !== "") return reportFormulaError(table, row, column, text) ? null : text;
  table.report(missingCell(spanOfCell(table, row, column), column));
  return null;
}

/** A period; null after reporting. */
export function periodCell(table: Table, row: CsvRow): Period | null {
  const text = neededCell(table, row, "period");
  if (text === null) return null;
  const period = parsePeriod(text);
  if (period === null) table.report(invalidPeriod(spanOfCell(table, row, "period"), text));
  return period;
}

/** A figure or words as published; null for an empty cell, undefined after reporting. */
export function figureCell(table: Table, row: CsvRow, column: string): Published | null | undefined {
  const text = cellText(table, row, column);
  if (text === "") return null;
  if (reportFormulaError(table, row, column, text)) return undefined;
  const figure = parsePublished(text);
  if (figure !== null) return figure;
  table.report(invalidFigure(spanOfCell(table, row, column), column, text));
  return undefined;
}

/** One of the known words; null for an empty cell, undefined after reporting. */
export function wordCell<T>(table: Table, row: CsvRow, column: string, words: ReadonlyMap<string, T>): T | null | undefined {
  const text = cellText(table, row, column);
  if (text === "") return null;
  const value = words.get(text);
  if (value === undefined) table.report(unknownCellWord(spanOfCell(table, row, column), column, text, [...words.keys()]));
  return value;
}

/** Errors that Excel, WPS and LibreOffice leave in a cell. */
const FORMULA_ERROR = /^(?:#(?:REF|DIV\/0|VALUE|NAME|N\/A|NUM|NULL|SPILL|CALC)[!?]?|#+|Err:\d+)$/i;

/** Whether the cell holds an error of a spreadsheet, which is reported. */
export function reportFormulaError(table: Table, row: CsvRow, column: string, text: string): boolean {
  if (!FORMULA_ERROR.test(text)) return false;
  table.report(formulaError(spanOfCell(table, row, column), text));
  return true;
}
