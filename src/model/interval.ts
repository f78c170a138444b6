/** Exact interval arithmetic: what rounded figures imply, and what they rule out. */
import { Big } from "big.js";

/** One end of an interval; a null `at` is infinite. */
export interface End {
  readonly at: Big | null;
  readonly closed: boolean;
}

/** Never empty: `low` is not above `high`. */
export interface Interval {
  readonly low: End;
  readonly high: End;
}

export const INFINITE: End = { at: null, closed: false };

export function finite(at: Big, closed: boolean): End {
  return { at, closed };
}

/** Quotients are cut after this many decimals and then widened by one in the last place, so that no value is lost. */
const QUOTIENT_DECIMALS = 40;
const Cut = Big();
Cut.DP = QUOTIENT_DECIMALS;
Cut.RM = 0;
const LAST_DECIMAL = new Big(`1e-${QUOTIENT_DECIMALS}`);

/** The interval that holds this one value. */
export function pointInterval(value: Big): Interval {
  return { low: finite(value, true), high: finite(value, true) };
}

export function add(a: Interval, b: Interval): Interval {
  return { low: sumOf(a.low, b.low), high: sumOf(a.high, b.high) };
}

export function negate({ low, high }: Interval): Interval {
  return { low: { at: high.at?.neg() ?? null, closed: high.closed }, high: { at: low.at?.neg() ?? null, closed: low.closed } };
}

export function subtract(a: Interval, b: Interval): Interval {
  return add(a, negate(b));
}

/** Multiplies by a number above zero. */
export function scale({ low, high }: Interval, factor: Big): Interval {
  return { low: { ...low, at: low.at?.times(factor) ?? null }, high: { ...high, at: high.at?.times(factor) ?? null } };
}

/** Every product of two positive values; null where an interval reaches zero or below. */
export function multiply(a: Interval, b: Interval): Interval | null {
  if (!isPositive(a) || !isPositive(b)) return null;
  return { low: productOf(a.low, b.low), high: productOf(a.high, b.high) };
}

/** Every quotient of two positive values; null where an interval reaches zero or below. */
export function divide(a: Interval, b: Interval): Interval | null {
  if (!isPositive(a) || !isPositive(b)) return null;
  const low = b.high.at === null ? finite(new Big(0), false) : quotientOf(a.low, b.high, false);
  const high = quotientOf(a.high, b.low, true);
  return { low, high };
}

/** Growth from `before` to `now` in per cent; null where either reaches zero or below. */
export function growthBetween(before: Interval, now: Interval): Interval | null {
  const ratio = divide(now, before);
  return ratio === null ? null : scale(subtract(ratio, pointInterval(new Big(1))), new Big(100));
}

export function containsValue({ low, high }: Interval, value: Big): boolean {
  return (low.at === null || value.gt(low.at) || (low.closed && value.eq(low.at))) && (high.at === null || value.lt(high.at) || (high.closed && value.eq(high.at)));
}

/** Whether `outer` has every value of `inner`. */
export function contains(outer: Interval, inner: Interval): boolean {
  const below = outer.low.at === null || (inner.low.at !== null && (inner.low.at.gt(outer.low.at) || (inner.low.at.eq(outer.low.at) && (outer.low.closed || !inner.low.closed))));
  const above = outer.high.at === null || (inner.high.at !== null && (inner.high.at.lt(outer.high.at) || (inner.high.at.eq(outer.high.at) && (outer.high.closed || !inner.high.closed))));
  return below && above;
}

/** Whether the two share a value. */
export function overlaps(a: Interval, b: Interval): boolean {
  return !endsBefore(a, b) && !endsBefore(b, a);
}

/**
 * Whether `a` lies wholly below `b`, with a gap between them. Touching ends leave no gap: offices round a half up, or to the even
 * digit (GB/T 8170-2008, 3.2), so an end may belong to either.
 */
export function isBelow(a: Interval, b: Interval): boolean {
  return a.high.at !== null && b.low.at !== null && a.high.at.lt(b.low.at);
}

/** Whether there is a gap between the two. */
export function isApart(a: Interval, b: Interval): boolean {
  return isBelow(a, b) || isBelow(b, a);
}

/** Whether every value is above zero. */
export function isPositive({ low }: Interval): boolean {
  return low.at !== null && (low.at.gt(0) || (low.at.eq(0) && !low.closed));
}

function sumOf(a: End, b: End): End {
  return a.at === null || b.at === null ? INFINITE : finite(a.at.plus(b.at), a.closed && b.closed);
}

function productOf(a: End, b: End): End {
  return a.at === null || b.at === null ? INFINITE : finite(a.at.times(b.at), a.closed && b.closed);
}

/** A quotient that is not exact is widened outwards, so its end need not be closed. */
function quotientOf(dividend: End, divisor: End, upwards: boolean): End {
  if (dividend.at === null || divisor.at === null || divisor.at.eq(0)) return INFINITE;
  const cut = new Big(new Cut(dividend.at).div(divisor.at));
  if (cut.times(divisor.at).eq(dividend.at)) return finite(cut, dividend.closed && divisor.closed);
  return finite(upwards ? cut.plus(LAST_DECIMAL) : cut, false);
}

function endsBefore(a: Interval, b: Interval): boolean {
  if (a.high.at === null || b.low.at === null) return false;
  return a.high.at.lt(b.low.at) || (a.high.at.eq(b.low.at) && !(a.high.closed && b.low.closed));
}
