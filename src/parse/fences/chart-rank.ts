/** `type: rank`: place in a list over the years. */
import { tooFewPeriods } from "../../diagnostics/messages/blocks.ts";
import type { Chart } from "../../model/chart.ts";
import { findObservation } from "../../model/indicator.ts";
import { choice, record, required, type Shaped } from "../shape.ts";
import { axisPeriods, FRAME, frameOf, PERIODS } from "./chart-frame.ts";
import { indicatorId, reportNoData, resolveIndicator, type Desk } from "./desk.ts";

export const RANK = record({
  type: required(choice(["rank"])),
  indicator: required(indicatorId),
  periods: PERIODS,
  ...FRAME,
}, "chart type: rank");

export function resolveRank(keys: Shaped<typeof RANK>, desk: Desk): Chart | null {
  const named = resolveIndicator(keys.indicator, desk);
  if (named === null) return null;
  const { indicator } = named;
  const ranked = indicator.observations.filter((row) => row.area === null && row.rank !== null);
  const axis = axisPeriods(keys.periods, ranked.map((row) => row.period), desk);
  if (axis === null) return null;
  const rows = axis.map((period) => findObservation(indicator, period));
  const points = axis.map((period, index) => ({ period, rank: rows[index]?.rank ?? null }));
  const filled = points.filter((point): point is { period: typeof point.period; rank: number } => point.rank !== null);
  if (filled.length < 2) {
    if (filled.length === 0) reportNoData(named, "rank", axis.at(-1) ?? desk.settings.period, desk);
    else desk.context.report(tooFewPeriods(named.span, indicator.name, indicator.id, "rank"));
    return null;
  }
  const { charts, period, place, range } = desk.words;
  const told = [filled[0]!, filled.at(-1)!].map((point) => charts.when(period(point.period), place(point.rank)));
  const frame = frameOf(keys, {
    title: charts.rankTitle(indicator.name, range(axis[0]!, axis.at(-1)!)),
    statement: charts.sentence([charts.lists(indicator.name, told)]),
    highlight: null,
    rows: rows.filter((row) => row !== null),
  }, desk);
  return { ...frame, type: "rank", indicator: indicator.id, name: indicator.name, points };
}
