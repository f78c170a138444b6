/** Finds an indicator by id, with a suggestion where there is none. */
import type { Report } from "../diagnostics/diagnostic.ts";
import { unknownIndicator } from "../diagnostics/messages/data.ts";
import { findNearest } from "../diagnostics/suggest.ts";
import { findIndicator, type Indicator } from "../model/indicator.ts";
import type { Span } from "../model/span.ts";

/** The indicator called `id`; null after reporting `unknown-indicator` at `span`. */
export function lookupIndicator(id: string, span: Span, indicators: readonly Indicator[], report: Report): Indicator | null {
  const found = findIndicator(indicators, id);
  if (found === null) report(unknownIndicator(span, id, nearest(id, indicators), indicators.map((indicator) => indicator.id)));
  return found;
}

/** The indicator whose id, name or alias is `word`; ids come first, and Latin letters match in either case. Null for none. */
export function findByName(indicators: readonly Indicator[], word: string): Indicator | null {
  const lower = word.toLowerCase();
  const named = (indicator: Indicator): boolean => [indicator.id, indicator.name, ...indicator.aliases].some((name) => name.toLowerCase() === lower);
  return findIndicator(indicators, word) ?? indicators.find(named) ?? null;
}

function nearest(word: string, indicators: readonly Indicator[]): { id: string; span: Span } | null {
  const named = findByName(indicators, word);
  if (named !== null) return named;
  const id = findNearest(word, indicators.map((indicator) => indicator.id));
  return id === null ? null : findIndicator(indicators, id);
}
