/** A12, A13: a row compared with that of the previous year. */
import { Big } from "big.js";
import type { Report } from "../../diagnostics/diagnostic.ts";
import { growthMismatch, unitSlip } from "../../diagnostics/messages/numbers.ts";
import { intervalOf } from "../../model/figure-interval.ts";
import type { Figure } from "../../model/figure.ts";
import { rateOnYear } from "../../model/growth.ts";
import type { Observation } from "../../model/indicator.ts";
import { add, finite, growthBetween, isApart, isPositive, multiply, overlaps, pointInterval, scale, type Interval } from "../../model/interval.ts";
import { numberOf } from "../../model/published.ts";
import { formatFigure, isMoney } from "../../model/unit.ts";
import type { Rule } from "../rule.ts";
import { reportOnRows } from "./report-on-rows.ts";
import { indexRows, yearPairs, type Pair } from "./rows.ts";
import { periodText, placeText, rangeText } from "./words.ts";

/** Factors by which a figure is off when a unit is mistaken: a digit too many, 百, 万元 for 亿元. */
const SLIPS = [new Big(10), new Big(100), new Big(10_000)];
/** How close a quotient has to be to a slip: a fifth less to a quarter more. */
const NEAR: Interval = { low: finite(new Big("0.8"), true), high: finite(new Big("1.25"), true) };
/** Counts with few digits (1 → 10 projects) may well grow tenfold. */
const LEAST_DIGITS = 3;

/** A12 and A13: growth agrees with the two levels; a level does not jump by a unit. One mistake is reported once. */
export const checkYears: Rule = ({ deck, report }) => {
  for (const pair of yearPairs(indexRows(deck.indicators))) {
    const { row, against } = pair;
    const [now, before, growth] = [levelOf(row), levelOf(against), rateOnYear(row.growth)];
    if (now === null || before === null) continue;
    if (surelyAlike(now, before) && !isCompared(pair)) continue;
    if (growth !== null && agree(now, before, growth)) continue;
    const slip = findSlip(now, before);
    if (slip !== null) reportOnRows(unitSlip(row.span, describe(pair, now, before), slip), [row, against], report);
    else if (growth !== null) reportMismatch(pair, now, before, growth, report);
  }
};

/** The level of a period; null for words, and for a sum or a mean of several. */
function levelOf({ value, growth, basis }: Observation): Figure | null {
  return growth === null && basis !== null ? null : numberOf(value);
}

/** Whether a level, that of the previous year and the growth between them may all be true; also if a level is not above zero. */
function agree(now: Figure, before: Figure, growth: Figure): boolean {
  if (surelyAgree(now, before, growth)) return true;
  const [level, base] = [intervalOf(now), intervalOf(before)];
  if (!isPositive(level) || !isPositive(base)) return true;
  const grown = multiply(base, scale(add(intervalOf(growth), pointInterval(new Big(100))), new Big("0.01")));
  return grown === null || !isApart(grown, level);
}

/**
 * Tables may have several hundred thousand rows, and most clearly agree: for those, binary numbers will do. Well within the last
 * digit of the growth there is no doubt; anything else is decided exactly.
 */
function surelyAgree(now: Figure, before: Figure, growth: Figure): boolean {
  if (now.qualifier !== "exact" || before.qualifier !== "exact" || growth.qualifier !== "exact" || growth.decimals > 6) return false;
  const grown = (Number(now.value) / Number(before.value) - 1) * 100;
  return Math.abs(grown - Number(growth.value)) < 0.49 * 10 ** -growth.decimals;
}

/** Whether a row's growth must follow from its levels: at constant prices, and for rates and ranks, it is not computed from them. */
function isCompared({ indicator, row }: Pair<Observation>): boolean {
  return rateOnYear(row.growth) !== null && indicator.basis !== "constant" && (indicator.kind === "flow" || indicator.kind === "stock");
}

/**
 * No unit is mistaken if neither level is above twice the other: a rounded figure is off by at most half of itself, and four
 * times two is less than the smallest slip.
 */
function surelyAlike(now: Figure, before: Figure): boolean {
  const ratio = Number(now.value) / Number(before.value);
  return now.qualifier === "exact" && before.qualifier === "exact" && ratio > 0.5 && ratio < 2;
}

function reportMismatch(pair: Pair<Observation>, now: Figure, before: Figure, growth: Figure, report: Report): void {
  const { indicator, row, against } = pair;
  if (!isCompared(pair)) return;
  const computed = growthBetween(intervalOf(before), intervalOf(now));
  const range = computed === null ? null : rangeText(computed, Math.max(1, growth.decimals));
  const certain = indicator.basis === "nominal" || !isMoney(indicator.unit);
  const severity = !certain ? "note" : areOfDifferentReports(row, against) ? "warning" : "error";
  if (range !== null) reportOnRows(growthMismatch(severity, row.span, describe(pair, now, before), row.growth?.raw ?? growth.raw, range), [row, against], report);
}

/** A later report may give growth on a revised figure of the year before, and so may final figures after preliminary ones. */
function areOfDifferentReports(row: Observation, against: Observation): boolean {
  return row.source !== against.source || row.status !== against.status;
}

/** The factor between two levels that suggests another unit; null for none. */
function findSlip(now: Figure, before: Figure): number | null {
  if (Math.max(digitsOf(now), digitsOf(before)) < LEAST_DIGITS) return null;
  const [level, base] = [intervalOf(now), intervalOf(before)];
  if (!isPositive(level) || !isPositive(base)) return null;
  const near = (from: Interval, to: Interval, slip: Big): boolean => {
    const slipped = multiply(from, scale(NEAR, slip));
    return slipped !== null && overlaps(slipped, to);
  };
  const found = SLIPS.find((slip) => near(base, level, slip) || near(level, base, slip));
  return found === undefined ? null : Number(found.toFixed(0));
}

/** Significant digits: 3 for 148, 2 for 0.15 and 1500. */
function digitsOf({ value }: Figure): number {
  return value.replace(/[-.]/g, "").replace(/^0+|(?<!0)0+$/g, "").length;
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
