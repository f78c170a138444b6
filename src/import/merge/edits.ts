/** Edits of a project's files, and the words that tell them. */
import type { Span } from "../../model/span.ts";

/** Takes the place of `span`, which is within a line; an empty span is an insertion. */
export interface MergeEdit {
  readonly span: Span;
  readonly after: string;
  /** Name of the lines that it writes, as in a draft: `note 12`, `observations.csv gdp 2025`. Empty for what is taken away. */
  readonly name: string;
}

/** What a person is told. */
export interface MergeTold {
  /** Paragraphs of the document: `changed`, `added`, and `unplaced`, by number. */
  readonly changed: readonly number[];
  readonly added: readonly number[];
  readonly unplaced: readonly number[];
  /** Words that were spoken and are no longer in the document; those that the last import had not written are kept. */
  readonly removed: readonly string[];
  readonly kept: readonly string[];
  /** Rows: `observations.csv gdp 2025`, with their lines before and now. */
  readonly rows: readonly { readonly name: string; readonly before: string; readonly now: string }[];
}

/** The edits that put `text` in the place of the lines of a span; lines that are left over become empty. */
export function replaceLines(span: Span, lines: readonly string[], text: string, name: string): MergeEdit[] {
  const edits: MergeEdit[] = [];
  for (let line = span.line; line <= span.endLine; line++) {
    const column = line === span.line ? span.column : 1;
    const endColumn = line === span.endLine ? span.endColumn : (lines[line - 1] ?? "").length + 1;
    edits.push({ span: { file: span.file, line, column, endLine: line, endColumn }, after: line === span.line ? text : "", name: line === span.line ? name : "" });
  }
  return edits;
}

/** An insertion behind a span. */
export function insertBehind(span: Span, text: string, name: string): MergeEdit {
  return { span: { file: span.file, line: span.endLine, column: span.endColumn, endLine: span.endLine, endColumn: span.endColumn }, after: text, name };
}
