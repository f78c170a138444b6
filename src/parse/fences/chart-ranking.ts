/** `type: ranking`: areas in the order of their figures, one of them highlighted. */
import { noAreas, tooManyAreas, unknownArea } from "../../diagnostics/messages/blocks.ts";
import type { Chart, Datum, RankedArea } from "../../model/chart.ts";
import { compareFigures } from "../../model/figure.ts";
import { growthText, percentOf } from "../../model/growth.ts";
import { findObservation, type Observation } from "../../model/indicator.ts";
import { periodKey, samePeriod, type Period } from "../../model/period.ts";
import { numberOf } from "../../model/published.ts";
import { formatFigure } from "../../model/unit.ts";
import { choice, list, located, nullable, optional, record, required, type Located, type Shaped } from "../shape.ts";
import { period, text } from "../values.ts";
import { checkHighlight, FRAME, frameOf } from "./chart-frame.ts";
import { indicatorId, resolveIndicator, type Desk, type Named } from "./desk.ts";

export const RANKING = record({
  type: required(choice(["ranking"])),
  indicator: required(indicatorId),
  areas: optional(nullable(list(located(text), 2)), null),
  measure: optional(choice(["value", "growth"]), "value"),
  order: optional(nullable(choice(["high", "low"])), null),
  highlight: optional(nullable(located(text)), null),
  period: optional(nullable(period), null),
  ...FRAME,
}, "chart type: ranking");

type Keys = Shaped<typeof RANKING>;

/** Areas on one slide, also in docs/authoring.md. */
const MOST_AREAS = 20;
/** Areas that the statement lists. */
const TOLD = 5;

/** An area of a row: null is the deck's own. */
type Area = string | null;

export function resolveRanking(keys: Keys, desk: Desk): Chart | null {
  const at = keys.period ?? desk.settings.period;
  const named = resolveIndicator(keys.indicator, desk);
  if (named === null) return null;
  const { indicator } = named;
  const published = indicator.observations.filter((row) => row[keys.measure] !== null && samePeriod(row.period, at)).map(({ area }) => area);
  const areas = rankedAreas(keys.areas, published, named, at, desk);
  if (areas === null) return null;
  const nameOf = (area: Area): string => area ?? desk.settings.organisation;
  const highlight = checkHighlight(keys.highlight, areas.map(nameOf), desk);
  if (highlight === undefined) return null;
  const rows = areas.map((area) => findObservation(indicator, at, area)).filter((row): row is Observation => row !== null);
  const low = (keys.order ?? (indicator.better === "down" ? "low" : "high")) === "low";
  const accent = highlight ?? (areas.includes(null) ? nameOf(null) : null);
  const bars = inOrder(rows.map((row) => ({ area: nameOf(row.area), own: row.area === null, accent: nameOf(row.area) === accent, value: datumOf(row, keys.measure) })), low);
  const { charts } = desk.words;
  const when = desk.words.period(at);
  const told = bars.filter(({ accent: lit }, index) => index < TOLD || lit).map(({ area, value, place }) => charts.ranked(area, keys.measure === "value" ? withUnit(value, indicator.unit) : value.text, place));
  const frame = frameOf(keys, { title: charts.rankingTitle(when, indicator.name, keys.measure), statement: charts.inPeriod(when, [charts.lists(indicator.name, told)]), highlight: accent, rows }, desk);
  return { ...frame, type: "ranking", period: at, indicator: indicator.id, name: indicator.name, unit: indicator.unit, measure: keys.measure, bars };
}

function withUnit({ figure, text: words }: Datum, unit: string): string {
  return figure === null ? words : formatFigure(figure, unit);
}

function datumOf({ value, growth }: Observation, measure: Keys["measure"]): Datum {
  if (measure === "value") return { text: value?.raw ?? "", figure: numberOf(value) };
  return { text: growth === null ? "" : growthText(growth), figure: percentOf(growth) };
}

/** Those listed, or all that have a figure; null after reporting. */
function rankedAreas(written: readonly Located<string>[] | null, published: readonly Area[], { indicator, span }: Named, at: Period, desk: Desk): readonly Area[] | null {
  const { report } = desk.context;
  const toArea = (name: string): Area => (name === desk.settings.organisation ? null : name);
  const unknown = (written ?? []).filter(({ value }) => !published.includes(toArea(value)));
  for (const { value, span: place } of unknown) report(unknownArea(place, value, published.flatMap((area) => area ?? [])));
  if (unknown.length > 0) return null;
  const areas = [...new Set(written === null ? published : written.map(({ value }) => toArea(value)))];
  if (areas.length > MOST_AREAS) report(tooManyAreas(written?.[MOST_AREAS]?.span ?? span, indicator.name, areas.length, MOST_AREAS));
  else if (areas.length < 2) report(noAreas(desk.span, periodKey(at)));
  return areas.length < 2 || areas.length > MOST_AREAS ? null : areas;
}

/** Equal figures share a place, and words come last, without one. */
function inOrder(bars: readonly Omit<RankedArea, "place">[], low: boolean): RankedArea[] {
  const sorted = bars.toSorted((a, b) => {
    if (a.value.figure === null || b.value.figure === null) return Number(a.value.figure === null) - Number(b.value.figure === null);
    return compareFigures(b.value.figure, a.value.figure) * (low ? -1 : 1);
  });
  return sorted.map((bar, index) => {
    const { figure } = bar.value;
    const equal = (other: Omit<RankedArea, "place">): boolean => other.value.figure !== null && figure !== null && compareFigures(other.value.figure, figure) === 0;
    return { ...bar, place: figure === null ? null : Math.min(index, sorted.findIndex(equal)) + 1 };
  });
}
