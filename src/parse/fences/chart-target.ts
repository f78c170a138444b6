/** `type: target`: last growth and next plan; what is not a number stays words. */
import { missingPlan, noTargets } from "../../diagnostics/messages/blocks.ts";
import type { Chart, TargetRow } from "../../model/chart.ts";
import { findObservation, findTarget, plannedRate, showTarget, type Observation, type Target } from "../../model/indicator.ts";
import { periodKey, type Period } from "../../model/period.ts";
import { choice, list, nullable, optional, record, required, type Located, type Shaped } from "../shape.ts";
import { period } from "../values.ts";
import { checkHighlight, FRAME, frameOf } from "./chart-frame.ts";
import { indicatorId, neededTarget, resolveIndicators, allOrNull, type Desk, type Named } from "./desk.ts";

export const TARGET = record({
  type: required(choice(["target"])),
  indicators: optional(nullable(list(indicatorId, 1)), null),
  from: optional(nullable(period), null),
  to: optional(nullable(period), null),
  highlight: optional(nullable(indicatorId), null),
  ...FRAME,
}, "chart type: target");

/** The most plans that the statement lists one by one. */
const TOLD = 5;

export function resolveTarget(keys: Shaped<typeof TARGET>, desk: Desk): Chart | null {
  const from = keys.from ?? desk.settings.period;
  const to = keys.to ?? desk.settings.plan;
  if (to === null) {
    desk.context.report(missingPlan(desk.span, "to"));
    return null;
  }
  const named = plannedIndicators(keys.indicators, to, desk);
  const targets = named === null ? null : allOrNull(named.map((one) => neededTarget(one, to, desk)));
  if (named === null || targets === null) return null;
  const highlight = checkHighlight(keys.highlight, named.map(({ indicator }) => indicator.id), desk);
  if (highlight === undefined) return null;
  const rows: Observation[] = [];
  const shown = named.map(({ indicator }, index): TargetRow => {
    const row = findObservation(indicator, from);
    if (row !== null) rows.push(row);
    const target = targets[index]!;
    return { indicator: indicator.id, name: indicator.name, last: row?.growth ?? null, goal: target.goal, ...bareWording(target) };
  });
  const frame = frameOf(keys, { title: desk.words.charts.targetTitle(desk.words.period(to)), statement: tellPlans(shown, targets, to, highlight, desk), highlight, rows }, desk);
  return { ...frame, type: "target", from, to, rows: shown };
}

/** The indicators an author lists, or all that have a target for `to`; null after reporting. */
export function plannedIndicators(ids: readonly Located<string>[] | null, to: Period, desk: Desk): Named[] | null {
  if (ids !== null) return resolveIndicators(ids, desk);
  const planned = desk.context.indicators.filter((indicator) => findTarget(indicator, to) !== null);
  if (planned.length > 0) return planned.map((indicator) => ({ indicator, span: desk.span }));
  desk.context.report(noTargets(desk.span, periodKey(to)));
  return null;
}

/** `8%左右`: the axis already says that it is growth. */
function bareWording(target: Target): Pick<TargetRow, "wording" | "label"> {
  if (plannedRate(target.goal) === null) return { wording: showTarget(target), label: showTarget(target) };
  const wording = target.wording.replace(/^(?:同比)?增长(?!\D*同步)|^(?:growth|grow|increase|rise|up)(?: of| by)? /i, "");
  return { wording, label: target.also === null ? wording : (wording.split(/[，、；;]|,(?!\d{3})/).find((clause) => /\d|百分之|成/.test(clause)) ?? wording) };
}

function tellPlans(rows: readonly TargetRow[], targets: readonly Target[], to: Period, highlight: string | null, desk: Desk): string {
  const { charts } = desk.words;
  const clauses = rows.map((row, index) => charts.says(row.name, showTarget(targets[index]!)));
  const chosen = Math.max(0, rows.findIndex((row) => row.indicator === highlight));
  return charts.inPeriod(desk.words.period(to), clauses.length <= TOLD ? clauses : [charts.among(clauses.length, clauses[chosen]!)]);
}
