/** `type: progress`: what was reached against what was planned for the same period. */
import { figureNotNumeric, targetNotNumeric } from "../../diagnostics/messages/blocks.ts";
import type { Chart, ProgressRow } from "../../model/chart.ts";
import { inUnit } from "../../model/convert-unit.ts";
import { againstOf, growthText } from "../../model/growth.ts";
import type { Goal, Observation } from "../../model/indicator.ts";
import type { Period } from "../../model/period.ts";
import { formatFigure } from "../../model/unit.ts";
import { choice, list, nullable, optional, record, required, type Shaped } from "../shape.ts";
import { period } from "../values.ts";
import { checkHighlight, FRAME, frameOf } from "./chart-frame.ts";
import { indicatorId, neededFigure, neededNumber, neededTarget, resolveIndicators, allOrNull, type Desk, type Named } from "./desk.ts";

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
  if (goal.type !== "growth" && goal.type !== "level" && goal.type !== "points") {
    desk.context.report(targetNotNumeric(named.span, indicator.name, target.wording));
    return null;
  }
  const actual = goal.type === "level" ? reachedLevel(named, goal, at, desk) : reachedChange(named, goal, at, desk);
  if (actual === null) return null;
  const shown: ProgressRow = { indicator: indicator.id, name: indicator.name, unit: goal.type === "points" ? POINTS : indicator.unit, ...actual.shown, measure: goal.type === "level" ? "level" : "growth" };
  return { shown, row: actual.row };
}

interface Reached {
  readonly shown: Pick<ProgressRow, "actual" | "target" | "said">;
  readonly row: Observation;
}

/** What points are counted in, so that they do not share a scale with rates. */
const POINTS = "个百分点";

/** Actual and target in the indicator's unit. */
function reachedLevel(named: Named, { figure, unit }: Extract<Goal, { type: "level" }>, at: Period, desk: Desk): Reached | null {
  const actual = neededNumber(named, at, desk);
  const target = inUnit(figure, unit, named.indicator.unit);
  return actual === null ? null : { shown: { actual: actual.figure, target, said: formatFigure(actual.figure, named.indicator.unit) }, row: actual.row };
}

/** Both in per cent, or both in points, and against the same base. */
function reachedChange(named: Named, { type, figure, base }: Extract<Goal, { type: "growth" | "points" }>, at: Period, desk: Desk): Reached | null {
  const found = neededFigure(named, "growth", at, desk);
  if (found === null) return null;
  const { figure: reached, against } = found.figure;
  const alike = found.figure.measure === (type === "growth" ? "percent" : "points") && (against === "other") === (againstOf(base) === "other");
  if (reached !== null && alike) return { shown: { actual: { ...reached, raw: growthText(found.figure) }, target: figure, said: desk.words.charts.grew(found.figure) }, row: found.row };
  desk.context.report(figureNotNumeric(named.span, named.indicator.name, found.figure.raw));
  return null;
}

function tell(row: ProgressRow, desk: Desk): string {
  const { charts } = desk.words;
  return charts.against(charts.says(row.name, row.said), row.measure === "growth" ? row.target.raw : formatFigure(row.target, row.unit));
}
