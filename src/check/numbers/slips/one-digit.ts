/** Whether one number is another with a single digit changed: the slip of a hand that types. */
import { Big } from "big.js";
import type { Entry } from "./published.ts";
import type { Written } from "./said.ts";

/** Rounds half away from zero, as offices do. */
const HALF_UP = 1;

/** How two numbers compare as digits, at the precision of the written one. */
export interface Difference {
  /** Places in which they differ. */
  readonly places: number;
  /** Digits that the longer of them has: how unlikely it is that they differ in one by chance. */
  readonly digits: number;
}

/** Null where they count different things, or aren't of one length: another number altogether. */
export function difference(written: Written, entry: Entry): Difference | null {
  if (written.kind !== entry.kind || (written.base !== null && entry.base !== null && written.base !== entry.base)) return null;
  const decimals = decimalsOf(written.value);
  const [said, known] = [written.value.replace(".", ""), shown(entry, written.power - decimals)];
  const [a, b] = [said.padStart(decimals + 1, "0"), known.padStart(decimals + 1, "0")];
  if (a.length !== b.length) return null;
  let places = 0;
  for (let index = 0; index < a.length; index++) if (a[index] !== b[index]) places += 1;
  return { places, digits: Math.max(significant(a, decimals), significant(b, decimals)) };
}

/** The digits of a published figure in units of 10^`unit`. */
function shown({ value, power }: Entry, unit: number): string {
  const decimals = decimalsOf(value);
  const missing = power - unit - decimals;
  // Most are as precise as the text has them.
  if (missing >= 0) return (value.replace(".", "").replace(/^0+(?=\d)/, "") || "0") + "0".repeat(missing);
  return new Big(value).times(`1e${power - unit}`).round(0, HALF_UP).toFixed();
}

function decimalsOf(value: string): number {
  const point = value.indexOf(".");
  return point === -1 ? 0 : value.length - point - 1;
}

/** Zeros at the end of a whole number say nothing. */
function significant(digits: string, decimals: number): number {
  const own = digits.replace(/^0+(?=.)/, "");
  return (decimals > 0 ? own : own.replace(/0+$/, "")).length || 1;
}
