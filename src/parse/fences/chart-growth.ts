/** `type: growth`: growth of several indicators in one period, highest first. */
import type { Chart, GrowthBar } from "../../model/chart.ts";
import { compareFigures } from "../../model/figure.ts";
import { percentOf } from "../../model/growth.ts";
import { choice, list, nullable, optional, record, required, type Shaped } from "../shape.ts";
import { figure, period } from "../values.ts";
import { checkHighlight, FRAME, frameOf } from "./chart-frame.ts";
import { indicatorId, neededFigure, resolveIndicators, allOrNull, type Desk } from "./desk.ts";

export const GROWTH = record({
  type: required(choice(["growth"])),
  indicators: required(list(indicatorId, 1)),
  period: optional(nullable(period), null),
  highlight: optional(nullable(indicatorId), null),
  reference: optional(nullable(figure), null),
  ...FRAME,
}, "chart type: growth");

/** The most growths that the statement lists one by one. */
const TOLD = 5;

export function resolveGrowth(keys: Shaped<typeof GROWTH>, desk: Desk): Chart | null {
  const named = resolveIndicators(keys.indicators, desk);
  const at = keys.period ?? desk.settings.period;
  const found = named === null ? null : allOrNull(named.map((one) => neededFigure(one, "growth", at, desk)));
  const highlight = checkHighlight(keys.highlight, keys.indicators.map((id) => id.value), desk);
  if (named === null || found === null || highlight === undefined) return null;
  const bars = named
    .map(({ indicator }, index): GrowthBar => ({ indicator: indicator.id, name: indicator.name, growth: found[index]!.figure, value: found[index]!.row.value, unit: indicator.unit }))
    .toSorted(byGrowth);
  const when = desk.words.period(at);
  const frame = frameOf(keys, {
    title: desk.words.charts.growthTitle(when, bars.every(({ growth }) => growth.base === null || growth.against === "year")),
    statement: tellGrowth(bars, when, highlight, desk),
    highlight,
    rows: found.map(({ row }) => row),
  }, desk);
  return { ...frame, type: "growth", period: at, bars, reference: keys.reference };
}

/** Highest first; 近9% is just below 9%. What is no rate stands below, in the author's order. */
function byGrowth(a: GrowthBar, b: GrowthBar): number {
  const [first, second] = [percentOf(a.growth), percentOf(b.growth)];
  if (first === null || second === null) return Number(first === null) - Number(second === null);
  return compareFigures(second, first) || Number(first.qualifier === "nearly") - Number(second.qualifier === "nearly");
}

function tellGrowth(bars: readonly GrowthBar[], when: string, highlight: string | null, desk: Desk): string {
  const { charts } = desk.words;
  const tell = (bar: GrowthBar): string => charts.says(bar.name, charts.grew(bar.growth));
  if (bars.length <= TOLD) return charts.inPeriod(when, bars.map(tell));
  const chosen = bars.find((bar) => bar.indicator === highlight) ?? bars[0]!;
  return charts.inPeriod(when, [charts.among(bars.length, tell(chosen))]);
}
