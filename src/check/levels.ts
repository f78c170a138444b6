/** Exceptions and severities set by the office: comments for a place, front matter for a section, deck.yaml for the deck. */
import { hasErrors, type Diagnostic } from "../diagnostics/diagnostic.ts";
import { levelOfError, unusedIgnore } from "../diagnostics/messages/exceptions.ts";
import type { Deck } from "../model/deck.ts";
import type { CheckLevels, Exception } from "../model/exception.ts";

/** Rules whose errors an exception may silence, since the office may have its reasons; what cannot be shown stays an error. */
const EXCUSABLE = /^[APNT]/;
/** Rules measured on the finished pages: at this stage, nobody can say whether an exception is used. */
const MEASURED = /^V/;

/**
 * Drops what an exception silences, then applies `check:` to warnings and notes, by code or by rule; a section's own setting
 * overrides the deck's. Errors stay: what cannot be shown correctly is not a matter of taste. Exceptions that silence nothing are
 * reported as notes.
 */
export function applyLevels(diagnostics: readonly Diagnostic[], deck: Deck): Diagnostic[] {
  const used = new Set<string>();
  const heard = diagnostics.filter((diagnostic) => !isExcepted(diagnostic, deck.exceptions, used));
  const unused = deck.exceptions.flatMap((exception) =>
    exception.rules.filter((rule) => !MEASURED.test(rule) && !used.has(keyOf(exception, rule))).map((rule) => unusedIgnore(exception, rule)),
  );
  return holdNotes([...heard, ...unused].flatMap((diagnostic) => withLevel(diagnostic, deck)));
}

/** The same for a diagnostic from the finished pages; by then, unused exceptions have been reported. */
export function applyLateLevel(diagnostic: Diagnostic, deck: Deck): Diagnostic[] {
  return isExcepted(diagnostic, deck.exceptions, new Set()) ? [] : withLevel(diagnostic, deck);
}

/** Holds notes back while there are errors: they are asides. */
export function holdNotes(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const failed = hasErrors(diagnostics);
  return diagnostics.filter(({ severity }) => !failed || severity !== "note");
}

function withLevel(diagnostic: Diagnostic, { sections, settings }: Deck): Diagnostic[] {
  const section = sections.find(({ span }) => span.file === diagnostic.span?.file);
  const found = findLevel(diagnostic, section?.check ?? {}) ?? findLevel(diagnostic, settings.check);
  const level = found?.level ?? diagnostic.severity;
  // Reported at the setting each time; sorting drops repeats for one place.
  if (diagnostic.severity === "error") return found === null || level === "error" ? [diagnostic] : [diagnostic, levelOfError(found.span, found.name, diagnostic.rule !== null && EXCUSABLE.test(diagnostic.rule))];
  return level === "off" ? [] : [{ ...diagnostic, severity: level }];
}

function isExcepted(diagnostic: Diagnostic, exceptions: readonly Exception[], used: Set<string>): boolean {
  const { span, severity, code, rule } = diagnostic;
  if (span === null || (severity === "error" && !EXCUSABLE.test(rule ?? ""))) return false;
  let excepted = false;
  const places = [span, ...(diagnostic.about ?? [])];
  for (const exception of exceptions) {
    if (!places.some(({ file, line }) => file === exception.span.file && line >= exception.firstLine && line <= exception.lastLine)) continue;
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

function findLevel(diagnostic: Diagnostic, levels: CheckLevels): (CheckLevels[string] & { readonly name: string }) | null {
  const name = [diagnostic.code, diagnostic.rule].find((each) => each !== null && Object.hasOwn(levels, each));
  return typeof name === "string" ? { ...levels[name]!, name } : null;
}
