/** Exceptions from the check: a comment in a slides file, or the note of a row, exempts some lines from some rules. */
import type { Span } from "./span.ts";

export interface Exception {
  /** Names of rules as written: `P03` or `half-width-mark`. */
  readonly rules: readonly string[];
  /** First and last line of the file that it covers, 1-based. */
  readonly firstLine: number;
  readonly lastLine: number;
  /** What it belongs to: running text or a row. */
  readonly of: "text" | "row";
  readonly span: Span;
}

/** Severity of a rule for the deck or a section. */
export type CheckLevel = "off" | "note" | "warning" | "error";

/** Severities by code or rule, each with the place where it was set. */
export type CheckLevels = Readonly<Record<string, { readonly level: CheckLevel; readonly span: Span }>>;
