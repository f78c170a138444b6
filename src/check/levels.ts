/** Severities as the office set them, in deck.yaml for the deck and in front matter for a section. */
import { hasErrors, type Diagnostic } from "../diagnostics/diagnostic.ts";
import type { CheckLevel, Deck } from "../model/deck.ts";

type Levels = Readonly<Record<string, CheckLevel>>;

/**
 * Applies `check:` to warnings and notes, by code or by rule; a section's own setting goes before the deck's.
 * Errors stay: what cannot be shown rightly is not a matter of taste. Notes wait until there is none: they are asides.
 */
export function applyLevels(diagnostics: readonly Diagnostic[], deck: Deck): Diagnostic[] {
  const sections = new Map<string, Levels>(deck.sections.map((section) => [section.span.file, section.check]));
  const levelled = diagnostics.flatMap((diagnostic) => {
    if (diagnostic.severity === "error") return [diagnostic];
    const own = diagnostic.span === null ? null : findLevel(diagnostic, sections.get(diagnostic.span.file) ?? {});
    const level = own ?? findLevel(diagnostic, deck.settings.check) ?? diagnostic.severity;
    return level === "off" ? [] : [{ ...diagnostic, severity: level }];
  });
  return hasErrors(levelled) ? levelled.filter(({ severity }) => severity !== "note") : levelled;
}

function findLevel(diagnostic: Diagnostic, levels: Levels): CheckLevel | null {
  return levels[diagnostic.code] ?? (diagnostic.rule === null ? null : (levels[diagnostic.rule] ?? null));
}
