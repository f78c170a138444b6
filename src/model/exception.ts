/** Exceptions from the check: a comment in a slides file, or the note of a row, takes some lines out of some rules. */
import type { Span } from "./span.ts";

export interface Exception {
  /** Names of rules as written: `P03` or `half-width-mark`. */
  readonly rules: readonly string[];
  /** Lines of the file that it speaks of, first and last, 1-based. */
  readonly firstLine: number;
  readonly lastLine: number;
  /** What it was written beside. */
  readonly of: "text" | "row";
  readonly span: Span;
}

/** Severity of a rule for the deck or a section. */
export type CheckLevel = "off" | "note" | "warning" | "error";

/** Severities by code or rule, each with the place where it was set. */
export type CheckLevels = Readonly<Record<string, { readonly level: CheckLevel; readonly span: Span }>>;
