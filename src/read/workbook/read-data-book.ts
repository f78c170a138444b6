/** Reads a workbook that an office hands over with a report: sheets in our own format, and tables of a bureau with merged heads. */
import type { Cell, Sheet } from "hucre";
import type { format } from "numfmt";
import type { Report } from "../../diagnostics/diagnostic.ts";
import { dataCellsLeft, documentLeftOut } from "../../diagnostics/messages/documents.ts";
import { unreadableWorkbook } from "../../diagnostics/messages/workbook.ts";
import type { SourceFile } from "../../model/sources.ts";
import { fileSpan, sheetPath, type Span } from "../../model/span.ts";
import { findSheetTable } from "../../model/table-name.ts";
import type { DocumentCell } from "../documents/document.ts";
import { openWorkbook } from "./open-workbook.ts";
import { readWorkbook } from "./read-workbook.ts";
import { cellsSpan } from "./sheet-text.ts";
import { showCell } from "./show-cell.ts";

/** A sheet of the office's own making. */
export interface DataSheet {
  /** `指标.xlsx!综合`, as spans have it. */
  readonly path: string;
  readonly name: string;
  /** Cells of each row of the sheet, its empty rows too; what a merged cell covers has no cell. */
  readonly rows: readonly (readonly DocumentCell[])[];
}

export interface DataBook {
  /** As given. */
  readonly path: string;
  /** Sheets in our own format, named as our tables are. */
  readonly tables: readonly SourceFile[];
  readonly sheets: readonly DataSheet[];
}

/** A table of indicators has some 200 rows and 20 columns; what is larger holds other data. */
const [MOST_ROWS, MOST_COLUMNS] = [5_000, 64] as const;

/** Null after reporting `unreadable-workbook`. Hidden rows, columns and sheets are left out, and reported. */
export async function readDataBook(path: string, bytes: Uint8Array, report: Report): Promise<DataBook | null> {
  const ours: string[] = [];
  const opened = await openWorkbook(bytes, (sheet) => findSheetTable(sheet) === null || ours.push(sheet) === 0);
  // Other Office archives open as a workbook without sheets.
  if (opened.type === "fault" || opened.sheets.length + ours.length === 0) {
    report(unreadableWorkbook(fileSpan(path), opened.type === "fault" ? opened.fault : "damaged"));
    return null;
  }
  const tables = ours.length === 0 ? [] : await readWorkbook(path, bytes, report);
  const { format: show } = await import("numfmt");
  const hidden: Span[] = [];
  const sheets = opened.sheets.flatMap((sheet): DataSheet[] => {
    const own = sheetPath(path, sheet.name);
    if (sheet.hidden === true || sheet.veryHidden === true) hidden.push(cellsSpan(own, 0, 0));
    if (sheet.hidden === true || sheet.veryHidden === true || sheet.rows.length > MOST_ROWS) return [];
    return [{ path: own, name: sheet.name, rows: readRows(sheet, own, show, hidden, report) }];
  });
  if (hidden.length > 0) report(documentLeftOut(hidden[0]!, "hidden", hidden.length, ""));
  return { path, tables, sheets };
}

function readRows(sheet: Sheet, path: string, show: typeof format, hidden: Span[], report: Report): readonly (readonly DocumentCell[])[] {
  const spans = new Map((sheet.merges ?? []).map(({ startRow, startCol, endRow, endCol }) => [`${startRow},${startCol}`, { columns: endCol - startCol + 1, rows: endRow - startRow + 1 }]));
  const covered = coveredCells(sheet);
  const unclear: Span[] = [];
  const rows = sheet.rows.map((values, row): readonly DocumentCell[] => {
    if (sheet.rowDefs?.get(row)?.hidden === true) {
      if (values.some((value) => value !== null && value !== "")) hidden.push(cellsSpan(path, row, 0));
      return [];
    }
    return values.slice(0, MOST_COLUMNS).flatMap((value, column): DocumentCell[] => {
      const key = `${row},${column}`;
      const text = covered.has(key) ? "" : shownText(value ?? null, sheet.cells?.get(key), show);
      if (sheet.columns?.[column]?.hidden === true) {
        if (row === 0 || (text !== "" && !hidden.some((span) => span.column === column + 1 && span.file === path))) hidden.push(cellsSpan(path, row, column));
        return [];
      }
      if (text === null) unclear.push(cellsSpan(path, row, column));
      const { columns = 1, rows: height = 1 } = spans.get(key) ?? {};
      return text === null || text === "" ? [] : [{ text, columns, rows: height, column }];
    });
  });
  if (unclear.length > 0) report(dataCellsLeft(unclear[0]!, unclear.length));
  return rows;
}

/** Places that a merged cell covers, beside its own. */
function coveredCells({ merges = [], rows }: Sheet): ReadonlySet<string> {
  const covered = new Set<string>();
  for (const { startRow, startCol, endRow, endCol } of merges) {
    for (let row = startRow; row <= Math.min(endRow, rows.length - 1); row += 1) {
      for (let column = startCol; column <= Math.min(endCol, MOST_COLUMNS - 1); column += 1) if (row !== startRow || column !== startCol) covered.add(`${row},${column}`);
    }
  }
  return covered;
}

/** Null for a number that the sheet does not show as it could be published. */
function shownText(value: Sheet["rows"][number][number], detail: Cell | undefined, show: typeof format): string | null {
  if (detail?.type === "error") return null;
  const shown = showCell({ value: value ?? null, formula: detail?.formula !== undefined, format: detail?.style?.numFmt ?? null }, "", show);
  return shown.type === "text" ? shown.text.replace(/\r\n?/g, "\n") : null;
}
