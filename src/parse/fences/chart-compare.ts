/** `type: compare`: the deck's own area compared with others. */
import { noAreas, unknownArea } from "../../diagnostics/messages/blocks.ts";
import type { Chart, CompareGroup, Datum } from "../../model/chart.ts";
import { growthText, percentOf } from "../../model/growth.ts";
import { findObservation, type Indicator, type Observation } from "../../model/indicator.ts";
import { periodKey, samePeriod, type Period } from "../../model/period.ts";
import { numberOf } from "../../model/published.ts";
import { formatFigure } from "../../model/unit.ts";
import { choice, list, located, nullable, optional, record, required, type Located, type Shaped } from "../shape.ts";
import { period, text } from "../values.ts";
import { FRAME, frameOf } from "./chart-frame.ts";
import { indicatorId, neededFigure, resolveIndicators, allOrNull, type Desk } from "./desk.ts";

export const COMPARE = record({
  type: required(choice(["compare"])),
  indicators: required(list(indicatorId, 1)),
  areas: optional(nullable(list(located(text), 1)), null),
  measure: optional(choice(["value", "growth"]), "value"),
  period: optional(nullable(period), null),
  ...FRAME,
}, "chart type: compare");

type Measure = "value" | "growth";

export function resolveCompare(keys: Shaped<typeof COMPARE>, desk: Desk): Chart | null {
  const at = keys.period ?? desk.settings.period;
  const { measure } = keys;
  const named = resolveIndicators(keys.indicators, desk);
  const own = named === null ? null : allOrNull(named.map((one) => neededFigure(one, measure, at, desk)));
  if (named === null || own === null) return null;
  const indicators = named.map(({ indicator }) => indicator);
  const areas = comparedAreas(keys.areas, publishedAreas(indicators, measure, at), at, desk);
  if (areas === null) return null;
  const groups = indicators.map((indicator) => groupOf(indicator, [null, ...areas], measure, at, desk));
  const { charts } = desk.words;
  const when = desk.words.period(at);
  const frame = frameOf(keys, {
    title: charts.compareTitle(when, indicators.map(({ name }) => name)),
    statement: charts.inPeriod(when, [indicators.map((indicator) => tellGroup(indicator, [null, ...areas], measure, at, desk)).join(charts.groupMark)]),
    highlight: null,
    rows: indicators.flatMap((indicator) => [null, ...areas].map((area) => findObservation(indicator, at, area))).filter((row): row is Observation => row !== null),
  }, desk);
  return { ...frame, type: "compare", period: at, measure, groups };
}

/** Other areas with the measure for at least one of the indicators, in table order. */
function publishedAreas(indicators: readonly Indicator[], measure: Measure, at: Period): string[] {
  const rows = indicators.flatMap((indicator) => indicator.observations).filter((row) => row[measure] !== null && samePeriod(row.period, at));
  return [...new Set(rows.map((row) => row.area).filter((area) => area !== null))];
}

function comparedAreas(written: readonly Located<string>[] | null, published: readonly string[], at: Period, desk: Desk): string[] | null {
  if (written === null) {
    if (published.length > 0) return [...published];
    desk.context.report(noAreas(desk.span, periodKey(at)));
    return null;
  }
  const others = written.filter(({ value }) => value !== desk.settings.organisation);
  const unknown = others.filter(({ value }) => !published.includes(value));
  for (const { value, span } of unknown) desk.context.report(unknownArea(span, value, published));
  return unknown.length > 0 ? null : [...new Set(others.map(({ value }) => value))];
}

function groupOf(indicator: Indicator, areas: readonly (string | null)[], measure: Measure, at: Period, desk: Desk): CompareGroup {
  const bars = areas.map((area) => ({
    area: area ?? desk.settings.organisation,
    own: area === null,
    value: datumOf(findObservation(indicator, at, area), measure),
  }));
  return { indicator: indicator.id, name: indicator.name, unit: indicator.unit, bars };
}

function datumOf(row: Observation | null, measure: Measure): Datum | null {
  if (row === null) return null;
  if (measure === "growth") return row.growth === null ? null : { text: growthText(row.growth), figure: percentOf(row.growth) };
  return row.value === null ? null : { text: row.value.raw, figure: numberOf(row.value) };
}

function tellGroup(indicator: Indicator, areas: readonly (string | null)[], measure: Measure, at: Period, desk: Desk): string {
  const { charts } = desk.words;
  const told = areas.flatMap((area) => {
    const row = findObservation(indicator, at, area);
    const name = area ?? desk.settings.organisation;
    if (measure === "growth") return row === null || row.growth === null ? [] : [charts.says(name, charts.grew(row.growth))];
    return row === null || row.value === null ? [] : [charts.says(name, formatFigure(row.value, indicator.unit))];
  });
  return charts.lists(indicator.name, told);
}
