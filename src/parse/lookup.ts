/** Finds an indicator by id, with a suggestion where there is none. */
import type { Report } from "../diagnostics/diagnostic.ts";
import { unknownIndicator } from "../diagnostics/messages/data.ts";
import { findNearest } from "../diagnostics/suggest.ts";
import { findIndicator, type Indicator } from "../model/indicator.ts";
import type { Span } from "../model/span.ts";

/** Different wrong names that get a suggestion: each is compared with every indicator. */
const MOST_HELPED = 500;

/** What helps with wrong names of one table of indicators. */
interface Help {
  readonly ids: readonly string[];
  readonly byId: ReadonlyMap<string, Indicator>;
  readonly nearest: Map<string, { id: string; span: Span } | null>;
}

const helps = new WeakMap<readonly Indicator[], Help>();

/** The indicator called `id`; null after reporting `unknown-indicator` at `span`. */
export function lookupIndicator(id: string, span: Span, indicators: readonly Indicator[], report: Report): Indicator | null {
  const help = helps.get(indicators) ?? { ids: indicators.map((indicator) => indicator.id), byId: new Map(indicators.map((indicator) => [indicator.id, indicator])), nearest: new Map() };
  helps.set(indicators, help);
  const found = help.byId.get(id) ?? null;
  if (found !== null) return found;
  if (!help.nearest.has(id) && help.nearest.size < MOST_HELPED) help.nearest.set(id, nearest(id, indicators));
  report(unknownIndicator(span, id, help.nearest.get(id) ?? null, help.ids));
  return null;
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
