/** A published figure: decimal text, precision and qualifier, never a float. */
import { Big } from "big.js";
import { findApproximateWord, qualifierOf, type Qualifier } from "./approximate.ts";

export interface Figure {
  /** As published: `近9%`, `10.89%`, `148`, `8%左右`. This is what every surface shows. */
  readonly raw: string;
  /** Plain decimal text without separators, sign included: `9`, `10.89`, `-3.2`. */
  readonly value: string;
  /** Digits after the point as published. */
  readonly decimals: number;
  readonly qualifier: Qualifier;
  /** The higher end of a range, whose lower end is `value`: 5%—5.5%. Absent for one number. */
  readonly upper?: string;
  /** Power of ten of a scale word in the figure itself (6800多万: 4, 增长1.6倍: 2), so its last digit counts 10^(power − decimals). Absent for 0. */
  readonly power?: number;
}

/** Rounding modes of big.js: towards zero, and away from it. */
const [ROUND_DOWN, ROUND_UP] = [0, 3] as const;

/**
 * Reads a figure as published: an optional qualifier, an optional sign, digits with optional thousands separators,
 * an optional per cent sign. Returns null for text, formula errors, exponents and anything else; nothing is coerced.
 */
export function parseFigure(text: string): Figure | null {
  const raw = text.trim();
  // Most cells of a large table are plain numbers.
  const plain = readNumber(raw);
  if (plain !== null) return { raw, ...plain, qualifier: "exact" };
  const split = splitQualifier(raw);
  const number = split === null ? null : readNumber(split.rest.trim());
  return split === null || number === null ? null : { raw, ...number, qualifier: split.qualifier };
}

/** Null without a qualifier, or with one on each side (近9%左右 contradicts itself). */
function splitQualifier(raw: string): { readonly rest: string; readonly qualifier: Qualifier } | null {
  const prefix = findApproximateWord(raw, "before");
  const suffix = findApproximateWord(raw, "after");
  if (prefix !== null) return suffix === null ? { rest: raw.slice(prefix.word.length), qualifier: qualifierOf(prefix.meaning) } : null;
  return suffix === null ? null : { rest: raw.slice(0, -suffix.word.length), qualifier: qualifierOf(suffix.meaning) };
}

function readNumber(text: string): { readonly value: string; readonly decimals: number } | null {
  const match = /^([+\-−]?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?\s?%?$/.exec(text);
  if (match === null) return null;
  const fraction = match[3] ?? "";
  const whole = match[2]!.replaceAll(",", "");
  const sign = match[1] === "-" || match[1] === "−" ? "-" : "";
  return { value: sign + whole + (fraction === "" ? "" : `.${fraction}`), decimals: fraction.length };
}

/** Orders two figures by their published value, exactly. */
export function compareFigures(a: Figure, b: Figure): number {
  return new Big(a.value).cmp(b.value);
}

/** What is left of `whole` after `parts`, exactly, with as many decimals as the most precise of them. */
export function subtractFigures(whole: Figure, parts: readonly Figure[]): { readonly value: string; readonly decimals: number } {
  const rest = parts.reduce((left, part) => left.minus(part.value), new Big(whole.value));
  const decimals = Math.max(whole.decimals, ...parts.map((part) => part.decimals));
  return { value: rest.toFixed(decimals), decimals };
}

/**
 * The lowest and highest value that {@link subtractFigures} may stand for, given that each figure was rounded to its last
 * published digit. Rounded outwards to as many decimals, but never below zero. Null when a figure is not exact: 近 and 左右 have no
 * bounds.
 */
export function subtractedRange(whole: Figure, parts: readonly Figure[]): readonly [low: string, high: string] | null {
  const all = [whole, ...parts];
  if (all.some((figure) => figure.qualifier !== "exact")) return null;
  const { value, decimals } = subtractFigures(whole, parts);
  const slack = all.reduce((sum, figure) => sum.plus(new Big(`5e${(figure.power ?? 0) - figure.decimals - 1}`)), new Big(0));
  const low = new Big(value).minus(slack);
  const high = new Big(value).plus(slack);
  return [(low.lt(0) ? new Big(0) : low).toFixed(decimals, ROUND_DOWN), high.toFixed(decimals, ROUND_UP)];
}

/** What a word means for a fall as negative growth: a fall of 3 % or more is a growth of at most −3 %. */
export function mirroredQualifier(qualifier: Qualifier): Qualifier {
  if (qualifier === "at-least") return "at-most";
  return qualifier === "at-most" ? "at-least" : qualifier;
}

/** The end that lies farther from zero, for drawing: the higher one of a range of gains, the lower one of a range of falls. */
export function farEnd({ value, upper = value }: Figure): number {
  return Number(value.startsWith("-") ? value : upper);
}

/** The value as a number: for drawing lengths only, never for text. */
export function toNumber(figure: Figure): number {
  return Number(figure.value);
}
