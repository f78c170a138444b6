/** Where a piece of source is: every model node carries a span, so that every diagnostic can point to it. */

/**
 * A range in a source file. Lines and columns are 1-based; columns count UTF-16 units; the end is exclusive. In a workbook sheet,
 * lines are rows and columns are columns: C5 is line 5, column 3.
 */
export interface Span {
  /** Path relative to the project folder, with forward slashes; for a sheet, what {@link sheetPath} returns. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A span for a whole file, for mistakes without a better place (a missing file, an empty folder). */
export function fileSpan(file: string): Span {
  return { file, line: 1, column: 1, endLine: 1, endColumn: 1 };
}

/** Orders spans by file, then line, then column. */
export function compareSpans(a: Span, b: Span): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}

/** A sheet's path among the source files, in spreadsheet notation: `data/report.xlsx!observations`. */
export function sheetPath(file: string, sheet: string): string {
  return `${file}!${sheet}`;
}

/** The file on disk, and the sheet in it; `sheet` is null for a file that is not a workbook. */
export function splitSheet(path: string): { readonly file: string; readonly sheet: string | null } {
  const match = /^(.*?\.xlsx)!(.*)$/is.exec(path);
  return match === null ? { file: path, sheet: null } : { file: match[1]!, sheet: match[2]! };
}

/** `observations!C5`, or `observations!A5:D5` for several cells; null for a span that is not in a sheet. */
export function cellsName(span: Span): string | null {
  const { sheet } = splitSheet(span.file);
  if (sheet === null) return null;
  const first = `${columnName(span.column)}${span.line}`;
  const last = `${columnName(Math.max(span.endColumn - 1, span.column))}${span.endLine}`;
  return `${sheet}!${first === last ? first : `${first}:${last}`}`;
}

/** 1 is A, 27 is AA. */
function columnName(column: number): string {
  let name = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}
