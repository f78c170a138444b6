/** What is wrong, where, and what to do: the one shape of every diagnostic. */
import { compareSpans, type Span } from "../model/span.ts";

export type Severity = "error" | "warning" | "note";
/** The two languages of every message. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

/** A safe fix: what `luduan check --fix` writes in place of `span`. It changes no digit. */
export interface Fix {
  readonly span: Span;
  readonly replacement: string;
}

export interface Diagnostic {
  readonly severity: Severity;
  /** Kebab-case name, never reused. */
  readonly code: string;
  /** Short code of docs/checks (A11, V03 …); null where there is none. */
  readonly rule: string | null;
  readonly message: Text;
  readonly hint: Text | null;
  /** Null for mistakes of usage and failures of the machine, which are in no file. */
  readonly span: Span | null;
  /** Null where only the author can know the answer. */
  readonly fix: Fix | null;
  /** Table rows that it is about: their exceptions silence it, as those at its own place do. */
  readonly about?: readonly Span[];
}

/** Where a stage reports what it finds; stages continue after an error, so that one run shows them all. */
export type Report = (diagnostic: Diagnostic) => void;

interface Extra {
  readonly hint?: Text | null;
  readonly rule?: string;
  readonly fix?: Fix | null;
}

export function error(code: string, span: Span | null, message: Text, extra: Extra = {}): Diagnostic {
  const hint = extra.hint ?? null;
  return { severity: "error", code, rule: extra.rule ?? null, message: { ...message, zh: nestQuotes(message.zh) }, hint: hint === null ? null : { ...hint, zh: nestQuotes(hint.zh) }, span, fix: extra.fix ?? null };
}
export function warning(code: string, span: Span | null, message: Text, extra: Extra = {}): Diagnostic {
  return { ...error(code, span, message, extra), severity: "warning" };
}
export function note(code: string, span: Span | null, message: Text, extra: Extra = {}): Diagnostic {
  return { ...error(code, span, message, extra), severity: "note" };
}

/** Quotes of a quoted text become inner ones, ‘ ’ (GB/T 15834—2011, 4.8.3.3); a text about single marks stays as it is. */
function nestQuotes(text: string): string {
  if (!/“[^”]*“/.test(text) || /““”|“””/.test(text)) return text;
  let depth = 0;
  let nested = "";
  for (const character of text) {
    if (character === "”") depth -= 1;
    nested += depth > 0 && character === "“" ? "‘" : depth > 0 && character === "”" ? "’" : character;
    if (character === "“") depth += 1;
    if (depth < 0) return text;
  }
  return depth === 0 ? nested : text;
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === "error");
}

/** Sorted by place, those without a place first; exact repeats removed. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const sorted = diagnostics.toSorted((a, b) => {
    if (a.span === null || b.span === null) return (a.span === null ? 0 : 1) - (b.span === null ? 0 : 1);
    return compareSpans(a.span, b.span) || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);
  });
  // Repeats begin at the same place, so what was seen at other places can be forgotten.
  const seen = new Set<string>();
  let last: Span | null = null;
  return sorted.filter(({ code, span, message }) => {
    if (span !== null && (last === null || compareSpans(span, last) !== 0)) seen.clear();
    last = span;
    const key = `${code} ${span?.endLine}:${span?.endColumn} ${message.en}`;
    return !seen.has(key) && seen.add(key);
  });
}
