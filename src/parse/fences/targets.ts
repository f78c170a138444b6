/** `targets`: cards with one plan each, in the report's own words. */
import { missingPlan, tooManyRows } from "../../diagnostics/messages/blocks.ts";
import type { TargetCard } from "../../model/deck.ts";
import { showTarget } from "../../model/indicator.ts";
import type { Period } from "../../model/period.ts";
import { list, nullable, optional, record, type Shaped } from "../shape.ts";
import { period } from "../values.ts";
import { plannedIndicators } from "./chart-target.ts";
import { indicatorId, neededTarget, allOrNull, type Desk, type Named } from "./desk.ts";

export const TARGETS = record({
  indicators: optional(nullable(list(indicatorId, 1)), null),
  period: optional(nullable(period), null),
}, "targets");

export interface TargetsBlock {
  readonly type: "targets";
  readonly period: Period;
  readonly cards: readonly TargetCard[];
}

export function resolveTargets(keys: Shaped<typeof TARGETS>, desk: Desk): TargetsBlock | null {
  const to = keys.period ?? desk.settings.plan;
  if (to === null) {
    desk.context.report(missingPlan(desk.span, "period"));
    return null;
  }
  const named = withinCards(plannedIndicators(keys.indicators, to, desk), desk);
  const cards = named === null ? null : allOrNull(named.map((one): TargetCard | null => {
    const target = neededTarget(one, to, desk);
    return target === null ? null : { indicator: one.indicator.id, name: one.indicator.name, wording: showTarget(target), goal: target.goal };
  }));
  return cards === null ? null : { type: "targets", period: to, cards };
}

/** Targets of one block, also in docs/authoring.md; those that do not fit a slide go on. */
const MOST_TARGETS = 40;

function withinCards(named: readonly Named[] | null, desk: Desk): readonly Named[] | null {
  if (named === null || named.length <= MOST_TARGETS) return named;
  desk.context.report(tooManyRows(named[MOST_TARGETS]!.span, named.length, MOST_TARGETS));
  return null;
}
