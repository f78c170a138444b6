/** A12, A13: a row beside that of the year before. */
import { Big } from "big.js";
import { growthMismatch, unitSlip } from "../../diagnostics/messages/numbers.ts";
import { intervalOf } from "../../model/figure-interval.ts";
import type { Figure } from "../../model/figure.ts";
import type { Indicator, Observation } from "../../model/indicator.ts";
import { divide, finite, growthBetween, isApart, overlaps, scale, type Interval } from "../../model/interval.ts";
import { formatFigure, isMoney } from "../../model/unit.ts";
import type { Rule } from "../check-deck.ts";
import { reportUnlessExcused } from "./excuses.ts";
import { indexRows, yearPairs, type Pair } from "./rows.ts";
import { periodText, placeText, rangeText } from "./words.ts";

/** What figures are off by when a unit is mistaken: a digit too many, 百, 万元 for 亿元. */
const SLIPS = [new Big(10), new Big(100), new Big(10_000)];
/** How near to a slip a quotient has to come: a fifth less or a quarter more. */
const NEAR: Interval = { low: finite(new Big("0.8"), true), high: finite(new Big("1.25"), true) };
/** Counts of few digits (1 → 10 projects) may well grow tenfold. */
const LEAST_DIGITS = 3;

/** A12 and A13: growth agrees with the two levels; a level does not jump by a unit. One mistake is one complaint. */
export const checkYears: Rule = ({ deck, report }) => {
  for (const pair of yearPairs(indexRows(deck.indicators))) {
    const { row, against } = pair;
    if (row.value === null || against.value === null) continue;
    const growth = row.growth === null ? null : intervalOf(row.growth);
    const computed = growthBetween(intervalOf(against.value), intervalOf(row.value));
    if (computed === null || (growth !== null && !isApart(computed, growth))) continue;
    const slip = findSlip(row.value, against.value);
    if (slip !== null) reportUnlessExcused(unitSlip(row.span, describe(pair, row.value, against.value), slip), [row, against], report);
    else if (row.growth !== null) reportMismatch(pair, { now: row.value, before: against.value, growth: row.growth, computed }, report);
  }
};

interface Mismatch {
  readonly now: Figure;
  readonly before: Figure;
  readonly growth: Figure;
  readonly computed: Interval;
}

function reportMismatch(pair: Pair<Observation>, { now, before, growth, computed }: Mismatch, report: Parameters<Rule>[0]["report"]): void {
  const { indicator, row, against } = pair;
  if (indicator.basis === "constant" || !addsUp(indicator)) return;
  const range = rangeText(computed, Math.max(1, growth.decimals));
  const certain = indicator.basis === "nominal" || !isMoney(indicator.unit);
  if (range !== null) reportUnlessExcused(growthMismatch(certain ? "error" : "note", row.span, describe(pair, now, before), growth.raw, range), [row, against], report);
}

/** Growth of a rate, a rank or an index is told in other ways than on its level. */
function addsUp({ kind }: Indicator): boolean {
  return kind === "flow" || kind === "stock";
}

/** The factor between two levels that looks like another unit; null for none. */
function findSlip(now: Figure, before: Figure): number | null {
  if (Math.max(digitsOf(now), digitsOf(before)) < LEAST_DIGITS) return null;
  const quotients = [divide(intervalOf(now), intervalOf(before)), divide(intervalOf(before), intervalOf(now))];
  const found = SLIPS.find((slip) => quotients.some((quotient) => quotient !== null && overlaps(quotient, scale(NEAR, slip))));
  return found === undefined ? null : Number(found.toFixed(0));
}

/** Digits that count: 3 for 148, 2 for 0.15 and 1500. */
function digitsOf({ value }: Figure): number {
  return value.replace(/[-.]/g, "").replace(/^0+|0+$/g, "").length;
}

function describe({ indicator, row, against }: Pair<Observation>, now: Figure, before: Figure): Parameters<typeof unitSlip>[1] {
  return {
    name: indicator.name,
    now: formatFigure(now, indicator.unit),
    before: formatFigure(before, indicator.unit),
    period: periodText(row.period),
    past: periodText(against.period),
    place: placeText(against.span),
  };
}
