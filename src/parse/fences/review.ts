/** `review`: where indicators stood and where they stand now, with the way between: 由54万亿元增加到82万亿元，年均增长. */
import { missingFrom, tooManyRows } from "../../diagnostics/messages/blocks.ts";
import type { ReviewRow } from "../../model/deck.ts";
import { findObservation, type Observation } from "../../model/indicator.ts";
import { compareFigures } from "../../model/figure.ts";
import { periodStart, type Period } from "../../model/period.ts";
import { numberOf } from "../../model/published.ts";
import { list, nullable, optional, record, required, type Shaped } from "../shape.ts";
import { period } from "../values.ts";
import { indicatorId, neededFigure, resolveIndicators, allOrNull, type Desk, type Named } from "./desk.ts";

/** Rows of one slide, also in docs/authoring.md. */
const MOST_ROWS = 6;

export const REVIEW = record({
  indicators: required(list(indicatorId, 1)),
  from: required(period),
  to: optional(nullable(period), null),
}, "review");

export interface ReviewBlock {
  readonly type: "review";
  readonly from: Period;
  readonly to: Period;
  readonly rows: readonly ReviewRow[];
  readonly form: null;
}

export function resolveReview(keys: Shaped<typeof REVIEW>, desk: Desk): ReviewBlock | null {
  const { report } = desk.context;
  const [from, to] = [keys.from, keys.to ?? desk.settings.period];
  if (periodStart(from) >= periodStart(to)) {
    report(missingFrom(desk.span, desk.words.period(from), desk.words.period(to)));
    return null;
  }
  if (keys.indicators.length > MOST_ROWS) {
    report(tooManyRows(keys.indicators[MOST_ROWS]!.span, keys.indicators.length, MOST_ROWS));
    return null;
  }
  const named = resolveIndicators(keys.indicators, desk);
  const rows = named === null ? null : allOrNull(named.map((one) => rowOf(one, from, to, desk)));
  return rows === null ? null : { type: "review", from, to, rows, form: null };
}

function rowOf(named: Named, from: Period, to: Period, desk: Desk): ReviewRow | null {
  const [before, now] = [neededFigure(named, "value", from, desk), neededFigure(named, "value", to, desk)];
  if (before === null || now === null) return null;
  const { id, name, unit } = named.indicator;
  const [first, last] = [numberOf(before.figure), numberOf(now.figure)];
  const way = wayOf(named, from, to);
  return {
    indicator: id, name, unit, before: before.figure, now: now.figure,
    growth: way === null ? null : { period: way.period, text: desk.words.charts.grew(way.growth) },
    direction: first === null || last === null ? "none" : (["down", "flat", "up"] as const)[compareFigures(last, first) + 1]!,
  };
}

/** What was published of the way: a row for the years themselves (2021-2025), or a growth of the last row with a base of its own. */
function wayOf({ indicator }: Named, from: Period, to: Period): { readonly period: Period; readonly growth: NonNullable<Observation["growth"]> } | null {
  const years = indicator.observations.find(({ area, growth, period: at }) => area === null && growth !== null && at.type === "years" && at.year === to.year && at.first === from.year + 1);
  if (years?.growth != null) return { period: years.period, growth: years.growth };
  const last = findObservation(indicator, to)?.growth ?? null;
  return last === null || last.against !== "other" ? null : { period: to, growth: last };
}
