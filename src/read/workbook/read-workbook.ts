/** Turns a workbook of data/ into its tables, each a source file of its own. */
import type { Diagnostic, Report } from "../../diagnostics/diagnostic.ts";
import { similarTableName } from "../../diagnostics/messages/data.ts";
import { noTableSheet, tooWide, unreadableWorkbook } from "../../diagnostics/messages/workbook.ts";
import { findNearest } from "../../diagnostics/suggest.ts";
import type { SourceFile } from "../../model/sources.ts";
import { fileSpan, sheetPath } from "../../model/span.ts";
import { SHEET_NAMES } from "../../model/table-name.ts";
import { openWorkbook, type Opened } from "./open-workbook.ts";
import { LAST_COLUMN, MOST_COLUMNS } from "./find-wide-cell.ts";
import { cellsSpan, renderSheet } from "./sheet-text.ts";

interface Kept {
  readonly tables: readonly SourceFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Results for the same bytes: the preview passes the same ones again after each edit of a slide. */
const kept = new WeakMap<Uint8Array, Kept>();
/** Most characters in all tables of a workbook: one long shared text may be in each of a million cells. */
const LONGEST = 64 * 1024 * 1024;

/** The tables of a workbook in the order of its sheets; `path` is relative to the project. Faults are reported. */
export async function readWorkbook(path: string, bytes: Uint8Array, report: Report): Promise<readonly SourceFile[]> {
  const known = kept.get(bytes) ?? (await openTables(path, bytes));
  kept.set(bytes, known);
  known.diagnostics.forEach(report);
  return known.tables;
}

async function openTables(path: string, bytes: Uint8Array): Promise<Kept> {
  const diagnostics: Diagnostic[] = [];
  const report: Report = (diagnostic) => void diagnostics.push(diagnostic);
  const opened = await openWorkbook(bytes);
  switch (opened.type) {
    case "fault":
      report(unreadableWorkbook(fileSpan(path), opened.fault));
      return { tables: [], diagnostics };
    case "sheets":
      return { tables: await renderTables(path, opened, report), diagnostics };
  }
}

async function renderTables(path: string, { sheets, otherNames, wide }: Extract<Opened, { type: "sheets" }>, report: Report): Promise<readonly SourceFile[]> {
  if (wide !== null) report(tooWide(cellsSpan(sheetPath(path, wide.sheet), wide.row, wide.column), MOST_COLUMNS, LAST_COLUMN));
  reportNames(path, sheets.length === 0, otherNames, report);
  if (sheets.reduce((total, { rows }) => total + lengthOf(rows), 0) > LONGEST) {
    report(unreadableWorkbook(fileSpan(path), "too-large"));
    return [];
  }
  const { format } = await import("numfmt");
  return sheets.map((sheet) => {
    const own = sheetPath(path, sheet.name);
    return { path: own, text: renderSheet({ sheet, path: own, show: format, report }) };
  });
}

/** Other sheets are the office's own, unless their name looks like a slip for a table's. */
function reportNames(path: string, none: boolean, others: readonly string[], report: Report): void {
  const near = others.map((name) => [name, findNearest(name.trim().toLowerCase(), SHEET_NAMES)] as const).filter(([, meant]) => meant !== null);
  for (const [name, meant] of near) report(similarTableName(fileSpan(sheetPath(path, name)), name, meant!));
  if (none && near.length === 0) report(noTableSheet(fileSpan(path), SHEET_NAMES));
}

function lengthOf(rows: readonly (readonly unknown[])[]): number {
  let length = 0;
  for (const row of rows) for (const value of row) if (typeof value === "string") length += value.length;
  return length;
}
