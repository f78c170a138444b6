/** Exact conversion between units of one kind. */
import { Big } from "big.js";
import { readEnglishUnit } from "./english-unit.ts";
import type { Figure } from "./figure.ts";
import { powerOfScale, SCALE_WORDS } from "./scale-word.ts";
import { splitUnit } from "./unit.ts";

/** How many of the family's first unit each unit is. */
type Family = Readonly<Record<string, string>>;

/**
 * Area in 亩 (15 to the hectare), mass in kilograms, length in metres, energy in kilowatt-hours (GB 3100-1993; 亩 by the State
 * Council's order of 1984).
 */
const FAMILIES: readonly Family[] = [
  { 亩: "1", 公顷: "15", 平方公里: "1500", 平方千米: "1500", 平方米: "0.0015", "㎡": "0.0015" },
  { 公斤: "1", 千克: "1", 斤: "0.5", 吨: "1000" },
  { 米: "1", 公里: "1000", 千米: "1000" },
  { 千瓦时: "1", 度: "1" },
];

interface Measured {
  /** The first unit of its family, or the thing counted. */
  readonly base: string;
  readonly factor: Big;
}

/** What one of each unit is worth in a common base unit. */
export interface Exchange {
  readonly from: Big;
  readonly to: Big;
}

/**
 * How two units convert; null where they measure different things. 万元 and 亿元 are 1e4 and 1e8 元, 亩 and 公顷 1 and 15 亩. A bare scale
 * (亿, billion) fits any unit that counts things.
 */
export function exchange(from: string, to: string): Exchange | null {
  const target = measured(to);
  const english = readEnglishUnit(from);
  const power = english?.base === "" ? english.power : powerOfScale(from);
  if (power !== null) return isConverted(to) || to === "" || isRate(to) ? null : { from: tenTo(power), to: target.factor };
  const source = measured(from);
  return source.base === target.base ? { from: source.factor, to: target.factor } : null;
}

/** A figure of one unit in another of its kind, exactly; as it is where the two do not convert. */
export function inUnit(figure: Figure, from: string, to: string): Figure {
  const rate = from === to ? null : exchange(from, to);
  if (rate === null) return figure;
  const convert = (value: string): string => new Big(value).times(rate.from).div(rate.to).toFixed();
  const { upper, ...rest } = figure;
  const power = new Big(rate.from).div(rate.to).e;
  return { ...rest, raw: figure.raw.replace(/\d[\d,]*(?:\.\d+)?/, convert(figure.value.replace("-", ""))), value: convert(figure.value), power: (figure.power ?? 0) + power, ...(upper === undefined ? {} : { upper: convert(upper) }) };
}

/** Chinese units that {@link exchange} can convert into this one. */
export function kindredUnits(unit: string): string[] {
  const { base } = splitUnit(unit);
  if (isRate(unit)) return [];
  const bases = familyOf(unit) ?? familyOf(base) ?? { [base]: "1" };
  return Object.keys(bases).flatMap((one) => [one, ...SCALE_WORDS.map((scale) => scale + one)]);
}

function isRate(unit: string): boolean {
  return /[%‰]/.test(unit);
}

function isConverted(unit: string): boolean {
  return (familyOf(unit) ?? familyOf(splitUnit(unit).base)) !== null;
}

function measured(unit: string): Measured {
  const whole = inFamily(unit, 0);
  if (whole !== null) return whole;
  const { power, base } = readEnglishUnit(unit) ?? splitUnit(unit);
  return inFamily(base, power) ?? { base, factor: tenTo(power) };
}

function inFamily(unit: string, power: number): Measured | null {
  const family = familyOf(unit);
  if (family === null) return null;
  return { base: Object.keys(family)[0] ?? unit, factor: new Big(family[unit] ?? 1).times(tenTo(power)) };
}

function familyOf(unit: string): Family | null {
  return FAMILIES.find((family) => Object.hasOwn(family, unit)) ?? null;
}

function tenTo(power: number): Big {
  return new Big(`1e${power}`);
}
