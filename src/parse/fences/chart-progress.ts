/** `type: progress`: what was reached against what was planned for the same period. */
import { targetNotNumeric } from "../../diagnostics/messages/blocks.ts";
import type { Chart, ProgressRow } from "../../model/chart.ts";
import type { Observation } from "../../model/indicator.ts";
import type { Period } from "../../model/period.ts";
import { formatFigure } from "../../model/unit.ts";
import { choice, list, nullable, optional, record, required, type Shaped } from "../shape.ts";
import { period } from "../values.ts";
import { checkHighlight, FRAME, frameOf } from "./chart-frame.ts";
import { indicatorId, neededFigure, neededTarget, resolveIndicators, allOrNull, type Desk, type Named } from "./desk.ts";

export const PROGRESS = record({
  type: required(choice(["progress"])),
  indicators: required(list(indicatorId, 1)),
  period: optional(nullable(period), null),
  highlight: optional(nullable(indicatorId), null),
  ...FRAME,
}, "chart type: progress");

interface Measured {
  readonly shown: ProgressRow;
  readonly row: Observation;
}

export function resolveProgress(keys: Shaped<typeof PROGRESS>, desk: Desk): Chart | null {
  const at = keys.period ?? desk.settings.period;
  const named = resolveIndicators(keys.indicators, desk);
  const highlight = checkHighlight(keys.highlight, keys.indicators.map((id) => id.value), desk);
  const measured = named === null ? null : allOrNull(named.map((one) => measure(one, at, desk)));
  if (measured === null || highlight === undefined) return null;
  const rows = measured.map(({ shown }) => shown);
  const { charts } = desk.words;
  const when = desk.words.period(at);
  const frame = frameOf(keys, {
    title: charts.progressTitle(when),
    statement: charts.inPeriod(when, rows.map((row) => tell(row, desk))),
    highlight,
    rows: measured.map(({ row }) => row),
  }, desk);
  return { ...frame, type: "progress", period: at, rows };
}

function measure(named: Named, at: Period, desk: Desk): Measured | null {
  const { indicator } = named;
  const target = neededTarget(named, at, desk);
  if (target === null) return null;
  const { goal } = target;
  if (goal.type !== "growth" && goal.type !== "level") {
    desk.context.report(targetNotNumeric(named.span, indicator.name, target.wording));
    return null;
  }
  const actual = neededFigure(named, goal.type === "growth" ? "growth" : "value", at, desk);
  if (actual === null) return null;
  const shown = { indicator: indicator.id, name: indicator.name, unit: indicator.unit, actual: actual.figure, target: goal.figure, measure: goal.type };
  return { shown, row: actual.row };
}

function tell(row: ProgressRow, desk: Desk): string {
  const { charts } = desk.words;
  if (row.measure === "growth") return charts.against(charts.says(row.name, charts.grew(row.actual)), row.target.raw);
  return charts.against(charts.says(row.name, formatFigure(row.actual, row.unit)), formatFigure(row.target, row.unit));
}
