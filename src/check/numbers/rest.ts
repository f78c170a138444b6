/** Growth of what a whole leaves after its parts, with the range that rounding allows. */
import { Big } from "big.js";
import { intervalOf } from "../../model/figure-interval.ts";
import type { Figure } from "../../model/figure.ts";
import { add, divide, pointInterval, scale, type Interval } from "../../model/interval.ts";

/** A level and its growth on the previous year. */
export interface Grown {
  readonly value: Figure;
  readonly growth: Figure;
}

/** In per cent with one decimal: from the figures as published, and the lowest and highest it may be. */
export interface RestGrowth {
  readonly rate: string;
  readonly low: string;
  readonly high: string;
}

/** A range wider than this, in percentage points, says nothing. */
const WIDEST = 20;
const [ROUND_DOWN, ROUND_HALF_UP, ROUND_UP] = [0, 1, 3] as const;

/**
 * Null where the figures do not say: no rest, an open range, or one too wide to say anything. The growth of the rest is a
 * quotient of linear terms in each figure, so it is lowest and highest where each figure is at one of its ends.
 */
export function growthOfRest(whole: Grown, parts: readonly Grown[]): RestGrowth | null {
  const stated = restOf(new Big(whole.value.value), factorOf(whole.growth), sum(parts.map(({ value }) => new Big(value.value))), sum(parts.map(statedPrior)));
  const [values, priors] = [sumOf(parts.map(({ value }) => intervalOf(value))), sumOf(parts.map(priorOf))];
  const factor = divide(pointInterval(new Big(1)), factorsOf(whole.growth));
  const whole1 = intervalOf(whole.value);
  if (stated === null || values === null || priors === null || factor === null) return null;
  const corners = endsOf(whole1).flatMap((now) => endsOf(factor).flatMap((back) => endsOf(values).flatMap((part) => endsOf(priors).map((prior) => restOf(now, back, part, prior)))));
  const known = corners.filter((corner) => corner !== null);
  if (known.length < corners.length || known.length < 16) return null;
  const sorted = known.toSorted((a, b) => a.cmp(b));
  const [low, high] = [sorted[0]!, sorted.at(-1)!];
  if (high.minus(low).gt(WIDEST)) return null;
  return { rate: stated.toFixed(1, ROUND_HALF_UP), low: low.toFixed(1, low.lt(0) ? ROUND_UP : ROUND_DOWN), high: high.toFixed(1, high.gt(0) ? ROUND_UP : ROUND_DOWN) };
}

/** Growth in per cent from the previous year's rest to the present one; `back` takes the whole to the previous year. */
function restOf(whole: Big, back: Big, parts: Big, priors: Big): Big | null {
  const [now, before] = [whole.minus(parts), whole.times(back).minus(priors)];
  return now.lte(0) || before.lte(0) ? null : now.div(before).minus(1).times(100);
}

function factorOf(growth: Figure): Big {
  return new Big(100).div(new Big(100).plus(growth.value));
}

function statedPrior({ value, growth }: Grown): Big {
  return new Big(value.value).times(factorOf(growth));
}

function factorsOf(growth: Figure): Interval {
  return scale(add(intervalOf(growth), pointInterval(new Big(100))), new Big("0.01"));
}

function priorOf({ value, growth }: Grown): Interval | null {
  return divide(intervalOf(value), factorsOf(growth));
}

function sum(values: readonly Big[]): Big {
  return values.reduce((total, value) => total.plus(value), new Big(0));
}

function sumOf(intervals: readonly (Interval | null)[]): Interval | null {
  return intervals.reduce<Interval | null>((total, one) => (total === null || one === null ? null : add(total, one)), pointInterval(new Big(0)));
}

/** Both ends; empty if one is infinite. */
function endsOf({ low, high }: Interval): Big[] {
  return low.at === null || high.at === null ? [] : [low.at, high.at];
}
