/** `type: trend`: one indicator over the years; gaps stay gaps. */
import { tooFewPeriods } from "../../diagnostics/messages/blocks.ts";
import type { Chart, SeriesPoint } from "../../model/chart.ts";
import { findObservation, type Indicator } from "../../model/indicator.ts";
import { formatFigure } from "../../model/unit.ts";
import { choice, record, required, type Shaped } from "../shape.ts";
import { axisPeriods, FRAME, frameOf, PERIODS } from "./chart-frame.ts";
import { indicatorId, reportNoData, resolveIndicator, type Desk } from "./desk.ts";

export const TREND = record({
  type: required(choice(["trend"])),
  indicator: required(indicatorId),
  periods: PERIODS,
  ...FRAME,
}, "chart type: trend");

export function resolveTrend(keys: Shaped<typeof TREND>, desk: Desk): Chart | null {
  const named = resolveIndicator(keys.indicator, desk);
  if (named === null) return null;
  const { indicator } = named;
  const own = indicator.observations.filter((row) => row.area === null && (row.value !== null || row.growth !== null));
  const axis = axisPeriods(keys.periods, own.map((row) => row.period), desk);
  if (axis === null) return null;
  const rows = axis.map((period) => findObservation(indicator, period));
  const points = axis.map((period, index): SeriesPoint => ({ period, value: rows[index]?.value ?? null, growth: rows[index]?.growth ?? null }));
  const filled = points.filter((point) => point.value !== null || point.growth !== null);
  if (filled.length < 2) {
    if (filled.length === 0) reportNoData(named, "data", axis.at(-1) ?? desk.settings.period, desk);
    else desk.context.report(tooFewPeriods(named.span, indicator.name, indicator.id, "trend"));
    return null;
  }
  const frame = frameOf(keys, {
    title: desk.words.charts.trendTitle(indicator.name, desk.words.range(axis[0]!, axis.at(-1)!)),
    statement: tellTrend(indicator, filled, desk),
    highlight: null,
    rows: rows.filter((row) => row !== null),
  }, desk);
  return { ...frame, type: "trend", indicator: indicator.id, name: indicator.name, unit: indicator.unit, points };
}

/** First and last level, and the last growth; only growths if no level was published. */
function tellTrend(indicator: Indicator, points: readonly SeriesPoint[], desk: Desk): string {
  const { charts, period } = desk.words;
  const levels = points.filter((point) => point.value !== null);
  const told = levels.length >= 2 ? [levels[0]!, levels.at(-1)!] : [points[0]!, points.at(-1)!];
  const last = told[1]!;
  const tell = (point: SeriesPoint): string => {
    if (point.value !== null) return charts.when(period(point.period), formatFigure(point.value, indicator.unit));
    return charts.when(period(point.period), charts.grew(point.growth!));
  };
  const growth = last.value !== null && last.growth !== null ? [charts.grew(last.growth)] : [];
  return charts.sentence([charts.lists(indicator.name, [...told.map(tell), ...growth])]);
}
