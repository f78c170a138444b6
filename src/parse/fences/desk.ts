/** What every fenced block needs: looking up names and figures, and reporting what is missing. */
import { figureNotNumeric, listedTwice, noData, type MissingPart } from "../../diagnostics/messages/blocks.ts";
import type { Settings } from "../../model/deck.ts";
import type { Figure } from "../../model/figure.ts";
import { findObservation, findTarget, type Indicator, type Observation, type Target } from "../../model/indicator.ts";
import { periodKey, type Period } from "../../model/period.ts";
import { numberOf } from "../../model/published.ts";
import type { Span } from "../../model/span.ts";
import { wordsOf, type Words } from "../../model/words.ts";
import type { ParseContext } from "../context.ts";
import { lookupIndicator } from "../lookup.ts";
import { plainText, readPlainText } from "../references.ts";
import { asked, located, type Located } from "../shape.ts";
import { text } from "../values.ts";

/** A fence being resolved. */
export interface Desk {
  readonly context: ParseContext;
  readonly settings: Settings;
  readonly words: Words;
  /** The fence, for diagnostics without a better place. */
  readonly span: Span;
}

export function createDesk(context: ParseContext, span: Span): Desk {
  return { context, settings: context.settings, words: wordsOf(context.settings.lang), span };
}

/** An indicator and where the block names it. */
export interface Named {
  readonly indicator: Indicator;
  readonly span: Span;
}

/** An indicator's id in a block. */
export const indicatorId = asked(located(text), { type: "indicator" });

/** Null after reporting `unknown-indicator`. */
export function resolveIndicator(id: Located<string>, desk: Desk): Named | null {
  const indicator = lookupIndicator(id.value, id.span, desk.context.indicators, desk.context.report);
  return indicator === null ? null : { indicator, span: id.span };
}

/** Null after reporting every id that is unknown or listed twice. */
export function resolveIndicators(ids: readonly Located<string>[], desk: Desk): Named[] | null {
  const seen = new Set<string>();
  const named = ids.map((id) => {
    if (seen.has(id.value)) {
      desk.context.report(listedTwice(id.span, id.value));
      return null;
    }
    seen.add(id.value);
    return resolveIndicator(id, desk);
  });
  return allOrNull(named);
}

/** The list, or null if anything in it is null. */
export function allOrNull<T>(list: readonly (T | null)[]): T[] | null {
  const found = list.filter((entry) => entry !== null);
  return found.length === list.length ? found : null;
}

/** What a field of a row publishes. */
type Field = "value" | "growth";

/** A published figure with its row; null after reporting `no-data` at the place that names the indicator. */
export function neededFigure<F extends Field>(named: Named, field: F, period: Period, desk: Desk): { readonly figure: NonNullable<Observation[F]>; readonly row: Observation } | null {
  const row = findObservation(named.indicator, period);
  const figure = row?.[field] ?? null;
  if (row !== null && figure !== null) return { figure, row };
  reportNoData(named, field, period, desk);
  return null;
}

/** Like {@link neededFigure}, but words are reported as well: a part of a whole has to be a number. */
export function neededNumber(named: Named, period: Period, desk: Desk): { readonly figure: Figure; readonly row: Observation } | null {
  const found = neededFigure(named, "value", period, desk);
  if (found === null) return null;
  const figure = numberOf(found.figure);
  if (figure !== null) return { figure, row: found.row };
  desk.context.report(figureNotNumeric(named.span, named.indicator.name, found.figure.raw));
  return null;
}

/** Null after reporting `no-data`, or a row of the indicator before. */
export function neededTarget(named: Named, period: Period, desk: Desk): Target | null {
  const target = findTarget(named.indicator, period);
  if (target === null && named.indicator.rowsLost !== true) {
    const planned = named.indicator.targets.map((row) => periodKey(row.period));
    desk.context.report(noData(named.span, named.indicator.name, "target", periodKey(period), planned));
  }
  return target;
}

export function reportNoData(named: Named, part: Exclude<MissingPart, "target">, period: Period, desk: Desk): void {
  if (named.indicator.rowsLost === true) return;
  const field = part === "figure" || part === "data" ? "value" : part;
  const rows = named.indicator.observations.filter((row) => row.area === null && row[field] !== null);
  desk.context.report(noData(named.span, named.indicator.name, part, periodKey(period), rows.map((row) => periodKey(row.period))));
}

/** A text value with its references replaced; its words are passed to the check. */
export function shownText(written: Located<string>, desk: Desk): string {
  const inlines = readPlainText(written.value, written.span, desk.context);
  desk.context.label(inlines);
  return plainText(inlines);
}
