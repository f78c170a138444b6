/** Where a piece of source stands: every model node carries one, so that every diagnostic can point. */

/** A range in a source file. Lines and columns are 1-based; columns count UTF-16 units; the end is exclusive. */
export interface Span {
  /** Path relative to the project folder, with forward slashes. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A span of a whole file, for mistakes that have no better place (a missing file, an empty folder). */
export function fileSpan(file: string): Span {
  return { file, line: 1, column: 1, endLine: 1, endColumn: 1 };
}

/** Orders spans by file, then line, then column. */
export function compareSpans(a: Span, b: Span): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
