/** A01, A02, A14: parts and their wholes, as published and as planned. */
import { Big } from "big.js";
import { impliedRest, partExceedsWhole, partTargetExceedsWhole } from "../../diagnostics/messages/numbers.ts";
import type { Figure } from "../../model/figure.ts";
import { intervalOf } from "../../model/figure-interval.ts";
import { againstOf, rateOnYear } from "../../model/growth.ts";
import type { Indicator, Observation, Target } from "../../model/indicator.ts";
import { add, finite, isBelow, multiply, pointInterval, scale, type Interval } from "../../model/interval.ts";
import type { Period } from "../../model/period.ts";
import { numberOf } from "../../model/published.ts";
import { formatFigure, splitUnit } from "../../model/unit.ts";
import type { Rule } from "../rule.ts";
import { reportOnRows } from "./report-on-rows.ts";
import { growthOfRest, type Grown } from "./rest.ts";
import { indexRows, partPairs, partTargetPairs, type Rows } from "./rows.ts";
import { periodText, placeText } from "./words.ts";

/** A01: a part is not larger than its whole. */
export const checkPartsOfWholes: Rule = ({ deck, report }) => {
  for (const { indicator, row, other, against } of partPairs(indexRows(deck.indicators))) {
    const [share, all] = [numberOf(row.value), numberOf(against.value)];
    if (share === null || all === null || splitUnit(indicator.unit).base !== splitUnit(other.unit).base) continue;
    if (!isBelow(levelOf(all, other), levelOf(share, indicator))) continue;
    const part = { name: indicator.name, figure: formatFigure(share, indicator.unit) };
    const whole = { name: other.name, figure: formatFigure(all, other.unit), place: placeText(against.span) };
    reportOnRows(partExceedsWhole(row.span, part, whole, periodText(row.period)), [row, against], report);
  }
};

/** A02: what the growth of a whole and its parts implies for the rest, since somebody in the hall may work it out. */
export const checkImpliedRest: Rule = ({ deck, report }) => {
  const rows = indexRows(deck.indicators);
  const { period } = deck.settings;
  for (const whole of deck.indicators) {
    const row = rows.observation(whole.id, period, null);
    const parts = deck.indicators.filter((part) => part.partOf === whole.id && part.unit === whole.unit);
    // Growth at constant prices says nothing about last year's level.
    if ([whole, ...parts].some(({ basis }) => basis === "constant")) continue;
    const grown = parts.map((part) => grownOf(rows.observation(part.id, period, null)));
    const all = grownOf(row);
    if (row === null || all === null || grown.length === 0) continue;
    const known = grown.filter((part) => part !== null);
    const rest = known.length === grown.length ? growthOfRest(all, known) : null;
    if (rest !== null) reportOnRows(impliedRest(row.span, whole.name, parts.map((part) => part.name), rest, periodText(period)), [row], report);
  }
};

/** A14: what is planned for a part fits what is planned for its whole. */
export const checkTargetsOfParts: Rule = ({ deck, report }) => {
  const rows = indexRows(deck.indicators);
  for (const { indicator, row, other, against } of partTargetPairs(rows)) {
    if (splitUnit(indicator.unit).base !== splitUnit(other.unit).base) continue;
    const part = plannedLevel(row, indicator, deck.settings.period, rows);
    const whole = plannedLevel(against, other, deck.settings.period, rows);
    if (part === null || whole === null || !isBelow(whole, part)) continue;
    report(partTargetExceedsWhole(row.span, { name: indicator.name, wording: row.wording }, { name: other.name, wording: against.wording, place: placeText(against.span) }, periodText(row.period)));
  }
};

/** The level in the unit without its scale, so that 万元 can be compared with 亿元. */
function levelOf(figure: Figure, { unit }: { readonly unit: string }): Interval {
  return scale(intervalOf(figure), new Big(`1e${splitUnit(unit).power}`));
}

/** The level that a target comes to: its own, or the last level with its growth; null where that cannot be known. */
function plannedLevel({ goal, period }: Target, indicator: Indicator, reported: Period, rows: Rows): Interval | null {
  switch (goal.type) {
    case "level":
      // A plan is set, not measured, so 21亿元 is not a rounded figure.
      return goal.base !== null ? null : goal.figure.qualifier === "exact" ? pointInterval(new Big(`${goal.figure.value}e${splitUnit(goal.unit).power}`)) : levelOf(goal.figure, goal);
    case "growth": {
      const last = numberOf(rows.observation(indicator.id, reported, null)?.value ?? null);
      if (last === null || againstOf(goal.base) !== "year" || period.type !== "year" || reported.type !== "year" || period.year !== reported.year + 1) return null;
      const factor = scale(add(intervalOf(goal.figure), pointInterval(new Big(100))), new Big("0.01"));
      // 下降3%以上 has no other bound than zero.
      return multiply(levelOf(last, indicator), factor.low.at === null ? { ...factor, low: finite(new Big(0), false) } : factor);
    }
    case "points":
    case "compared":
    case "direction":
    case "complete":
    case "words":
      return null;
  }
}

function grownOf(row: Observation | null): Grown | null {
  const [value, growth] = [numberOf(row?.value ?? null), rateOnYear(row?.growth ?? null)];
  return value === null || growth === null ? null : { value, growth };
}
