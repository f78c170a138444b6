/** Things that are counted and drawn one by one: how many objects stand for a figure, and what each of them stands for. */
import { Big } from "big.js";
import { ENGLISH_SCALES, readEnglishUnit } from "./english-unit.ts";
import type { Figure } from "./figure.ts";
import { intervalOf } from "./figure-interval.ts";
import { splitUnit } from "./unit.ts";

export const UNIT_KINDS = ["lanterns", "houses", "trees", "boats", "people"] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

/** Objects on one drawing: more cannot be told apart from the last row. */
const MOST = 60;
/** Below so many objects a drawing no longer shows how much it is: a rounder share is not worth that. */
const FEW = 12;

/** What is drawn for a figure. Whole objects are certain; the last ones are not where the figure is approximate. */
export interface UnitPlan {
  /** Things that one object stands for: 1, 2, 5, 10, 20, 50 …. */
  readonly each: number;
  /** Objects that the figure certainly holds. */
  readonly whole: number;
  /** Things that the object after the whole ones stands for, fewer than `each`; 0 where nothing is left over. */
  readonly rest: number;
  /** Objects after these that the figure may hold: 近, 左右, 余. */
  readonly vague: number;
}

/** A scale in English words before the thing counted. */
const ENGLISH = new RegExp(`^(${ENGLISH_SCALES.join("|")})\\b\\s*(.*)$`, "i");

/** The power of ten and the thing counted: 万户 is 4 and 户, million people 6 and people. */
export function countedUnit(unit: string): { readonly power: number; readonly base: string } {
  const [, scale, base = ""] = ENGLISH.exec(unit.trim()) ?? [];
  return scale === undefined ? splitUnit(unit) : { power: readEnglishUnit(scale)?.power ?? 0, base };
}

/** How many things a figure counts; null for a number below one, or that is no whole number of things. */
export function countOf(figure: Figure, unit: string): Big | null {
  const count = new Big(figure.value).times(`1e${countedUnit(unit).power}`);
  return count.gte(1) && count.mod(1).eq(0) ? count : null;
}

/** The roundest share that leaves {@link FEW} to {@link MOST} objects without a rest; else the least that leaves at most {@link MOST}. */
function chooseEach(count: Big): number {
  const steps: number[] = [];
  for (let power = 1; power <= 1e15; power *= 10) steps.push(power, 2 * power, 5 * power);
  const possible = steps.filter((each) => count.div(each).lte(MOST));
  const even = possible.find((each) => count.mod(each).eq(0) && count.div(each).gte(FEW));
  return even ?? possible[0] ?? 1;
}

/** The plan of a figure of which {@link countOf} is a number. */
export function planUnits(figure: Figure, unit: string): UnitPlan {
  const scale = `1e${countedUnit(unit).power}`;
  const count = new Big(figure.value).times(scale);
  const upper = figure.upper === undefined ? count : new Big(figure.upper).times(scale);
  const each = chooseEach(upper);
  if (figure.qualifier === "exact") {
    const whole = count.div(each).round(0, 0);
    return { each, whole: Number(whole), rest: Number(count.minus(whole.times(each))), vague: 0 };
  }
  const low = intervalOf(figure).low.at?.times(scale) ?? new Big(0);
  const whole = Number((low.lt(0) ? new Big(0) : low).div(each).round(0, 0));
  const shown = Number(upper.div(each).round(0, 3)) + (figure.qualifier === "at-least" && upper.mod(each).eq(0) ? 1 : 0);
  return { each, whole, rest: 0, vague: Math.max(0, shown - whole) };
}

/** All objects of a plan. */
export function objectsOf({ whole, rest, vague }: UnitPlan): number {
  return whole + (rest > 0 ? 1 : 0) + vague;
}
