/** Exceptions and severities as the office set them: comments for a place, front matter for a section, deck.yaml for the deck. */
import { hasErrors, type Diagnostic } from "../diagnostics/diagnostic.ts";
import { unusedIgnore } from "../diagnostics/messages/exceptions.ts";
import type { Deck } from "../model/deck.ts";
import type { CheckLevel, CheckLevels, Exception } from "../model/exception.ts";

/** Rules whose errors an exception may silence, since the office may have its reasons; what cannot be shown stays an error. */
const EXCUSABLE = /^[APNT]/;
/** Rules that are measured on the finished pages, so that at this stage nothing tells whether an exception is used. */
const MEASURED = /^V/;

/**
 * Leaves out what an exception silences, then applies `check:` to warnings and notes, by code or by rule; a section's own
 * setting goes before the deck's. Errors stay: what cannot be shown rightly is not a matter of taste. Exceptions that
 * silence nothing are notes; notes wait until there is no error: they are asides.
 */
export function applyLevels(diagnostics: readonly Diagnostic[], deck: Deck): Diagnostic[] {
  const used = new Set<string>();
  const heard = diagnostics.filter((diagnostic) => !isExcepted(diagnostic, deck.exceptions, used));
  const unused = deck.exceptions.flatMap((exception) =>
    exception.rules.filter((rule) => !MEASURED.test(rule) && !used.has(keyOf(exception, rule))).map((rule) => unusedIgnore(exception.span, rule)),
  );
  const sections = new Map<string, CheckLevels>(deck.sections.map((section) => [section.span.file, section.check]));
  const levelled = [...heard, ...unused].flatMap((diagnostic) => {
    if (diagnostic.severity === "error") return [diagnostic];
    const own = diagnostic.span === null ? null : findLevel(diagnostic, sections.get(diagnostic.span.file) ?? {});
    const level = own ?? findLevel(diagnostic, deck.settings.check) ?? diagnostic.severity;
    return level === "off" ? [] : [{ ...diagnostic, severity: level }];
  });
  return hasErrors(levelled) ? levelled.filter(({ severity }) => severity !== "note") : levelled;
}

function isExcepted(diagnostic: Diagnostic, exceptions: readonly Exception[], used: Set<string>): boolean {
  const { span, severity, code, rule } = diagnostic;
  if (span === null || (severity === "error" && !EXCUSABLE.test(rule ?? ""))) return false;
  let excepted = false;
  for (const exception of exceptions) {
    if (exception.span.file !== span.file || span.line < exception.firstLine || span.line > exception.lastLine) continue;
    for (const name of exception.rules.filter((each) => each === code || each === rule)) {
      used.add(keyOf(exception, name));
      excepted = true;
    }
  }
  return excepted;
}

function keyOf({ span }: Exception, rule: string): string {
  return `${span.file}:${span.line}:${span.column} ${rule}`;
}

function findLevel(diagnostic: Diagnostic, levels: CheckLevels): CheckLevel | null {
  return levels[diagnostic.code] ?? (diagnostic.rule === null ? null : (levels[diagnostic.rule] ?? null));
}
