/** A03, A04, A15, A17: plans compared with what was published, and the years of both with those of the deck. */
import { Big } from "big.js";
import { figureWithoutTarget, planNotNextYear, rowsOfOtherYears, targetBesideGrowth, targetWithoutFigure } from "../../diagnostics/messages/numbers.ts";
import type { Settings } from "../../model/deck.ts";
import type { Figure } from "../../model/figure.ts";
import { rateOnYear } from "../../model/growth.ts";
import { plannedRate, showTarget, type Indicator, type Observation, type Target } from "../../model/indicator.ts";
import type { Period } from "../../model/period.ts";
import { splitSheet } from "../../model/span.ts";
import type { Rule } from "../rule.ts";
import { indexRows } from "./rows.ts";
import { periodText } from "./words.ts";

/** An indicator with its row and target for the two periods of the deck. */
interface Planned {
  readonly indicator: Indicator;
  readonly row: Observation | null;
  readonly target: Target | null;
}

/** Percentage points from which a step between last year and the plan is reported. */
const STEP = 1;

/** A03: how far planned rates are from the last ones, if a point or more; one note for the whole plan. */
export const checkTargetsBesideGrowth: Rule = ({ deck, report }) => {
  const { settings } = deck;
  const steps = plansOf(deck.indicators, settings).flatMap(({ indicator, row, target }) => {
    const last = rateOnYear(row?.growth ?? null);
    const rate = target === null ? null : plannedRate(target.goal);
    if (last === null || target === null || rate === null || row?.growth == null) return [];
    const points = stepTo(rate, new Big(last.value));
    if (points.abs().lt(STEP)) return [];
    return [{ span: target.span, name: indicator.name, last: row.growth.raw, wording: showTarget(target), points: points.toFixed() }];
  });
  const [first] = steps;
  if (first !== undefined && settings.plan !== null) report(targetBesideGrowth(first.span, steps, periodText(settings.period), periodText(settings.plan)));
};

/** From the last rate to the planned one, or to the nearer end of a range. */
function stepTo({ value, upper = value }: Figure, last: Big): Big {
  if (last.lt(value)) return new Big(value).minus(last);
  return last.gt(upper) ? new Big(upper).minus(last) : new Big(0);
}

/** A04: what is reported but not planned, and planned but not reported; one note each, and none for a deck without plans. */
export const checkTargetsAndFigures: Rule = ({ deck, report }) => {
  const { settings } = deck;
  const plans = plansOf(deck.indicators, settings);
  if (settings.plan === null || !plans.some(({ target }) => target !== null) || !plans.some(({ row }) => row !== null)) return;
  const [period, plan] = [periodText(settings.period), periodText(settings.plan)];
  const unplanned = plans.flatMap(({ indicator, row, target }) => (row === null || target !== null ? [] : [{ name: indicator.name, span: row.span }]));
  if (unplanned[0] !== undefined) report(figureWithoutTarget(unplanned[0].span, unplanned.map(({ name }) => name), period, plan));
  const unreported = plans.flatMap(({ indicator, row, target }) => (target === null || hasMeasure(target, row) ? [] : [{ name: indicator.name, span: target.span }]));
  if (unreported[0] !== undefined) report(targetWithoutFigure(unreported[0].span, unreported.map(({ name }) => name), period, plan));
};

/** A15: the year planned follows the year reported. */
export const checkPlanYear: Rule = ({ deck, report }) => {
  const { period, plan, places, span } = deck.settings;
  if (plan !== null && plan.year !== period.year + 1) report(planNotNextYear(places.get("plan") ?? span, periodText(period), periodText(plan)));
};

/** A17: a table has rows of a year that the deck is about. Targets of the year reported are compared with what was reached. */
export const checkYearsOfRows: Rule = ({ deck, report }) => {
  const { period, plan } = deck.settings;
  const rows = deck.indicators.flatMap((indicator) => indicator.observations.filter(({ area }) => area === null));
  const targets = deck.indicators.flatMap((indicator) => indicator.targets);
  const years = (all: readonly { readonly period: Period }[]): number[] => [...new Set(all.map((one) => one.period.year))].toSorted((a, b) => a - b);
  const [first, firstTarget] = [rows[0], targets[0]];
  if (first !== undefined && !rows.some((row) => row.period.year === period.year)) report(rowsOfOtherYears(first.span, splitSheet(first.span.file).file, years(rows), period.year, "period"));
  if (firstTarget !== undefined && plan !== null && !targets.some((target) => target.period.year === plan.year || target.period.year === period.year)) report(rowsOfOtherYears(firstTarget.span, splitSheet(firstTarget.span.file).file, years(targets), plan.year, "plan"));
};

function plansOf(indicators: readonly Indicator[], { period, plan }: Settings): Planned[] {
  const rows = indexRows(indicators);
  return indicators.map((indicator) => ({ indicator, row: rows.observation(indicator.id, period, null), target: plan === null ? null : rows.target(indicator.id, plan) }));
}

/** Whether the last period has the measure in which the plan is set. */
function hasMeasure({ goal }: Target, row: Observation | null): boolean {
  switch (goal.type) {
    case "growth":
      return row !== null && row.growth !== null;
    case "level":
      return row !== null && row.value !== null;
    case "points":
    case "compared":
    case "direction":
    case "complete":
    case "words":
      return row !== null;
  }
}
