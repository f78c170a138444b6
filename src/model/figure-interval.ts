/** The values a published figure may stand for: 148 is [147.5, 148.5), 近9% is [8, 9), 8%以上 is [8, ∞). */
import { Big } from "big.js";
import { findApproximateWord, type Meaning } from "./approximate.ts";
import type { Figure } from "./figure.ts";
import { finite, INFINITE, negate, type Interval } from "./interval.ts";

/**
 * The values a published figure stands for. Without an approximate word: those that round to its last digit, halves away from
 * zero. With one: see {@link Meaning}. A fall (下降3%以上) is kept as a negative value, and its word applies to the size of the fall.
 */
export function intervalOf(figure: Figure): Interval {
  const value = new Big(figure.value);
  if (figure.qualifier === "range") return { low: finite(value, true), high: finite(new Big(figure.upper ?? figure.value), true) };
  const fall = value.lt(0) && !/[-−]/.test(figure.raw);
  const meaning = meaningOf(figure, fall);
  if (meaning !== null) return fall ? negate(meant(meaning, value.neg(), figure)) : meant(meaning, value, figure);
  const half = new Big(`5e${lastPlace(figure) - 1}`);
  return { low: finite(value.minus(half), value.gt(0)), high: finite(value.plus(half), value.lt(0)) };
}

function meaningOf({ raw, qualifier }: Figure, fall: boolean): Meaning | null {
  const bare = fall ? raw.replace(/^\D*?(?=超|不|近|约|接|将|大|突|逾|至|\d)/, "") : raw;
  const word = findApproximateWord(bare, "before") ?? findApproximateWord(bare, "after");
  if (word !== null) return word.meaning;
  // 6800多万: the word stands inside the number.
  if (/[余多][百千万亿]/.test(bare)) return "little-above";
  switch (qualifier) {
    case "exact":
    case "range":
      return null;
    case "nearly":
      return "under";
    case "about":
      return "around";
    case "at-least":
      return fall ? "up-to" : "from";
    case "at-most":
      return fall ? "from" : "up-to";
  }
}

function meant(meaning: Meaning, value: Big, figure: Figure): Interval {
  const [digit, near] = leeways(value, figure);
  switch (meaning) {
    case "under":
      return { low: finite(value.minus(near), true), high: finite(value, false) };
    case "short-of":
    case "below":
      return { low: INFINITE, high: finite(value, false) };
    case "around":
      return { low: finite(value.minus(near), true), high: finite(value.plus(near), true) };
    case "from":
      return { low: finite(value, true), high: INFINITE };
    case "above":
      return { low: finite(value, false), high: INFINITE };
    case "little-above":
      return { low: finite(value, false), high: finite(value.plus(digit), false) };
    case "up-to":
      return { low: INFINITE, high: finite(value, true) };
  }
}

/**
 * One unit of the last digit before any trailing zeros (10 for 150, 0.1 for 8.6), and how far an approximate value may lie from
 * the number: the same, or a tenth of a round number with one significant digit (1 for 10, 20 for 200).
 */
function leeways(value: Big, figure: Figure): readonly [digit: Big, near: Big] {
  if (figure.decimals > 0) {
    const last = new Big(`1e${lastPlace(figure)}`);
    return [last, last];
  }
  const text = value.abs().toFixed(0);
  const digit = new Big(10).pow(/[1-9](0*)$/.exec(text)?.[1]?.length ?? 0);
  return [digit, /^[1-9]0+$/.test(text) ? value.abs().div(10) : digit];
}

/** The power of ten that the last published digit counts: 0 for 148, −1 for 8.6, 3 for 1.3万. */
function lastPlace({ decimals, power = 0 }: Figure): number {
  return power - decimals;
}
