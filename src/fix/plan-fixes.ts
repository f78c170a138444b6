/** Turns diagnostics into edits: which fixes are made, no two in one place and none that changes a digit. */
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { compareSpans, type Span } from "../model/span.ts";
import { digitsOf } from "./digits.ts";

/** One fix in a source file. */
export interface Edit {
  readonly span: Span;
  readonly before: string;
  readonly after: string;
  readonly code: string;
  readonly rule: string | null;
}

/** `reference` writes `{{gdp}}` in place of a literal figure: only the deck shows that it reads the same. All others are `wording`. */
export type FixKind = "wording" | "reference";

/** The fixes of one kind that can be made at once, in order of place: within a line, not overlapping, digits kept. */
export function planFixes(diagnostics: readonly Diagnostic[], texts: ReadonlyMap<string, string>, kind: FixKind): readonly Edit[] {
  const lines = new Map<string, readonly string[]>();
  const edits = diagnostics.flatMap((diagnostic): Edit[] => {
    const { fix, code, rule } = diagnostic;
    if (fix === null) return [];
    const before = textAt(fix.span, texts, lines);
    if (before === null || before === fix.replacement) return [];
    const bound = fix.replacement.includes("{{") && !before.includes("{{");
    if (bound !== (kind === "reference") || (!bound && digitsOf(before) !== digitsOf(fix.replacement))) return [];
    return [{ span: fix.span, before, after: fix.replacement, code, rule }];
  });
  const planned: Edit[] = [];
  for (const edit of edits.toSorted((a, b) => compareSpans(a.span, b.span))) {
    const last = planned.at(-1);
    if (last === undefined || !overlap(last.span, edit.span)) planned.push(edit);
  }
  return planned;
}

function textAt(span: Span, texts: ReadonlyMap<string, string>, lines: Map<string, readonly string[]>): string | null {
  const text = texts.get(span.file);
  if (text === undefined || span.line !== span.endLine) return null;
  const known = lines.get(span.file) ?? text.split("\n");
  lines.set(span.file, known);
  return known[span.line - 1]?.slice(span.column - 1, span.endColumn - 1) ?? null;
}

/** `a` begins first. Fixes side by side wait for the next round, since the first may make the second unnecessary. */
function overlap(a: Span, b: Span): boolean {
  return a.file === b.file && a.line === b.line && b.column <= a.endColumn;
}
