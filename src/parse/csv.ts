/** Splits a table's text into rows whose cells can be pointed at; positions are computed only on request. */
import { asSeen, mayBeOdd } from "../model/characters/odd-characters.ts";
import { BREAK_IN_CELL, REPORTED } from "../model/sources.ts";
import { splitSheet, type Span } from "../model/span.ts";

/** One record; quoted cells may hold line breaks. */
export interface CsvRow {
  readonly cells: readonly string[];
  /** Offset of its first character and of its line end. */
  readonly start: number;
  readonly end: number;
  /** 1-based. */
  readonly line: number;
}

/** A quote that is not closed, text after a closing quote, or a workbook cell that was reported on reading. */
export interface CsvSlip {
  readonly type: "unclosed-quote" | "text-after-quote" | "reported";
  readonly row: CsvRow;
  readonly cell: number;
}

export interface Csv {
  /** In a workbook sheet, places are rows and columns instead of lines and characters. */
  readonly type: "csv" | "sheet";
  readonly file: string;
  readonly text: string;
  readonly delimiter: string;
  /** Rows with at least one non-blank character. */
  readonly rows: readonly CsvRow[];
  readonly slips: readonly CsvSlip[];
}

interface Cell {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly slip: CsvSlip["type"] | null;
}

const NEWLINE = 10;

/** Splits a table by the kind of its file. Cells are read as they are seen: what is hidden in one has been reported, and would only be reported again. */
export function parseTable(file: string, text: string): Csv {
  const csv = splitSheet(file).sheet === null ? parseCsv(file, text) : parseSheet(file, text);
  if (!mayBeOdd(text)) return csv;
  const seen = new Map(csv.rows.map((row) => [row, { ...row, cells: row.cells.map((cell) => asSeen(cell).trim()) }]));
  const rows = [...seen.values()].filter((row) => row.cells.some((cell) => cell !== ""));
  return { ...csv, rows, slips: csv.slips.map((slip) => ({ ...slip, row: seen.get(slip.row) ?? slip.row })) };
}

/** Splits `text`; the delimiter (comma, semicolon or tab) is the most frequent one in the first line. */
function parseCsv(file: string, text: string): Csv {
  const delimiter = findDelimiter(text);
  const rows: CsvRow[] = [];
  const slips: CsvSlip[] = [];
  let line = 1;
  for (let start = 0; start < text.length; ) {
    const { row, cells } = readRow(text, start, line, delimiter);
    if (!row.cells.every((cell) => cell === "")) rows.push(row);
    cells?.forEach((cell, index) => {
      if (cell.slip !== null) slips.push({ type: cell.slip, row, cell: index });
    });
    line += cells === null ? 1 : linesIn(text, start, row.end) + 1;
    start = row.end + 1;
  }
  return { type: "csv", file, text, delimiter, rows, slips };
}

/** A sheet as src/read/workbook/ renders it: quotes are ordinary characters. */
function parseSheet(file: string, text: string): Csv {
  const rows: CsvRow[] = [];
  const slips: CsvSlip[] = [];
  let start = 0;
  text.split("\n").forEach((line, index) => {
    const cells = line.split("\t").map((cell) => cell.replaceAll(BREAK_IN_CELL, "\n").trim());
    const row = { cells, start, end: start + line.length, line: index + 1 };
    if (cells.some((cell) => cell !== "")) rows.push(row);
    if (line.includes(REPORTED)) slips.push({ type: "reported", row, cell: cells.findIndex((cell) => cell.endsWith(REPORTED)) });
    start = row.end + 1;
  });
  return { type: "sheet", file, text, delimiter: "\t", rows, slips };
}

/** Exact place of a cell with its quotes; a cell beyond the last is at the row's end. */
export function cellSpan(csv: Csv, row: CsvRow, index: number): Span {
  if (csv.type === "sheet") return { file: csv.file, line: row.line, column: index + 1, endLine: row.line, endColumn: index + 2 };
  const cell = scanCells(csv.text, row.start, csv.delimiter)[index];
  const from = cell?.start ?? row.end;
  const to = cell?.end ?? row.end;
  const start = placeOf(csv.text, row, from);
  const end = placeOf(csv.text, row, to);
  return { file: csv.file, ...start, endLine: end.line, endColumn: end.column };
}

/** Exact place of a cell's text, without quotes and blanks; the whole cell if it contains doubled quotes. */
export function cellTextSpan(csv: Csv, row: CsvRow, index: number): Span {
  if (csv.type === "sheet") return cellSpan(csv, row, index);
  const cell = scanCells(csv.text, row.start, csv.delimiter)[index];
  const text = row.cells[index] ?? "";
  const at = cell === undefined ? -1 : csv.text.slice(cell.start, cell.end).indexOf(text);
  if (cell === undefined || at === -1) return cellSpan(csv, row, index);
  const start = placeOf(csv.text, row, cell.start + at);
  const end = placeOf(csv.text, row, cell.start + at + text.length);
  return { file: csv.file, ...start, endLine: end.line, endColumn: end.column };
}

/** The whole row. */
export function rowSpan(csv: Csv, row: CsvRow): Span {
  if (csv.type === "sheet") return { ...cellSpan(csv, row, 0), endColumn: row.cells.length + 1 };
  const end = csv.text.lastIndexOf("\n", row.end - 1) < row.start ? { line: row.line, column: row.end - row.start + 1 } : placeOf(csv.text, row, row.end);
  return { file: csv.file, line: row.line, column: 1, endLine: end.line, endColumn: end.column };
}

function findDelimiter(text: string): string {
  const end = text.indexOf("\n");
  const head = (end === -1 ? text : text.slice(0, end)).replaceAll(/"[^"]*"/g, "");
  const counts = [",", ";", "\t"].map((mark) => [mark, head.split(mark).length] as const);
  return counts.reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}

function readRow(text: string, start: number, line: number, delimiter: string): { row: CsvRow; cells: Cell[] | null } {
  const newline = text.indexOf("\n", start);
  const end = newline === -1 ? text.length : newline;
  const plain = text.slice(start, end);
  // Nearly every row is without quotes; this path keeps large tables cheap.
  if (!plain.includes('"')) return { row: { cells: plain.split(delimiter).map((cell) => cell.trim()), start, end, line }, cells: null };
  const cells = scanCells(text, start, delimiter);
  return { row: { cells: cells.map((cell) => cell.text.trim()), start, end: cells.at(-1)!.end, line }, cells };
}

function scanCells(text: string, start: number, delimiter: string): Cell[] {
  const cells: Cell[] = [];
  let at = start;
  for (;;) {
    const cell = text[at] === '"' ? quotedCell(text, at, delimiter) : plainCell(text, at, delimiter);
    cells.push(cell);
    if (text[cell.end] !== delimiter) return cells;
    at = cell.end + 1;
  }
}

function plainCell(text: string, start: number, delimiter: string): Cell {
  const end = endOfCell(text, start, delimiter);
  return { text: text.slice(start, end), start, end, slip: null };
}

function quotedCell(text: string, start: number, delimiter: string): Cell {
  let close = text.indexOf('"', start + 1);
  while (close !== -1 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  // Without a closing quote the cell ends where it would without quotes, so that the rows below are still read.
  if (close === -1) return { ...plainCell(text, start, delimiter), slip: "unclosed-quote" };
  const end = endOfCell(text, close + 1, delimiter);
  const inner = text.slice(start + 1, close).replaceAll('""', '"');
  return text.slice(close + 1, end).trim() === ""
    ? { text: inner, start, end, slip: null }
    : { text: text.slice(start, end), start, end, slip: "text-after-quote" };
}

function endOfCell(text: string, start: number, delimiter: string): number {
  const mark = delimiter.charCodeAt(0);
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === mark || code === NEWLINE) return at;
  }
  return text.length;
}

function linesIn(text: string, start: number, end: number): number {
  let lines = 0;
  for (let at = text.indexOf("\n", start); at !== -1 && at < end; at = text.indexOf("\n", at + 1)) lines++;
  return lines;
}

function placeOf(text: string, row: CsvRow, offset: number): { line: number; column: number } {
  const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
  return { line: row.line + linesIn(text, row.start, offset), column: offset - Math.max(lineStart, 0) + 1 };
}
