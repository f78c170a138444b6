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
  /** Whether the written one is a rounder number: it may be a mark that was passed. */
  readonly rounder: boolean;
}

/** Null where they count different things, or aren't of one length: another number altogether. */
export function difference(written: Written, entry: Entry): Difference | null {
  if (written.kind !== entry.kind || (written.base !== null && entry.base !== null && written.base !== entry.base)) return null;
  if (written.kind === "ratio") return sideBySide(written.value, entry.value, 1);
  const decimals = decimalsOf(written.value);
  const unit = written.power - decimals;
  const said = written.value.replace(".", "");
  // 5.5 is no 6 with another digit.
  if (written.value.length < 2 && entry.power - decimalsOf(entry.value) < unit) return null;
  return written.rough === null || entry.field === "target" ? sideBySide(said, shown(entry, unit), decimals) : roughly(said, new Big(entry.value).times(`1e${entry.power - unit}`), written.rough, decimals);
}

function sideBySide(said: string, known: string, decimals: number): Difference | null {
  const [a, b] = [said.padStart(decimals + 1, "0"), known.padStart(decimals + 1, "0")];
  if (a.length !== b.length) return null;
  let places = 0;
  for (let index = 0; index < a.length; index++) if (a[index] !== b[index]) places += 1;
  return { places, digits: Math.max(significant(a, decimals), significant(b, decimals)), rounder: decimals === 0 && zerosOf(a) > zerosOf(b) };
}

const ROUNDING = { above: 0, below: 3, about: HALF_UP } as const;

/** Nearly 150,000 is 148,620 rounded up, at whatever place; nearly 155,000 would be one digit off. */
function roughly(said: string, known: Big, rough: NonNullable<Written["rough"]>, decimals: number): Difference | null {
  const zeros = zerosOf(said);
  const apart = known.minus(said).times(rough === "above" ? -1 : 1);
  const contradicts = rough === "about" ? apart.abs().gt(`1e${zeros}`) : rough === "above" ? apart.gt(0) : apart.gt(0) || apart.abs().gt(`1e${zeros}`);
  let best: Difference | null = null;
  for (let place = 0; place < said.length && known.gte(`1e${place}`); place++) {
    const rounded = known.div(`1e${place}`).round(0, ROUNDING[rough]).times(`1e${place}`).toFixed();
    const found = sideBySide(said, rounded, decimals);
    if (found !== null && found.places < (best?.places ?? 2)) best = found;
  }
  return best === null || (best.places > 0 && !contradicts) ? null : best;
}

/** The digits of a published figure in units of 10^`unit`. */
function shown({ value, power }: Entry, unit: number): string {
  const decimals = decimalsOf(value);
  const missing = power - unit - decimals;
  // Most are as precise as the text has them.
  if (missing >= 0) return (value.replace(".", "").replace(/^0+(?=\d)/, "") || "0") + "0".repeat(missing);
  return new Big(value).times(`1e${power - unit}`).round(0, HALF_UP).toFixed();
}

function zerosOf(digits: string): number {
  return digits.length - digits.replace(/0+$/, "").length;
}

function decimalsOf(value: string): number {
  const point = value.indexOf(".");
  return point === -1 ? 0 : value.length - point - 1;
}

/** Zeros at the end of a whole number say nothing; 0.2 is typed as two digits. */
function significant(digits: string, decimals: number): number {
  const own = digits.replace(/^0+(?=.)/, "");
  return decimals > 0 ? Math.max(own.length, decimals + 1) : own.replace(/0+$/, "").length || 1;
}
