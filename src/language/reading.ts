/** A figure in a sentence: what it measures, and which year it may be of. */
import { exchange, type Exchange } from "../model/convert-unit.ts";
import type { Period } from "../model/period.ts";
import type { Lexicon, Verb } from "./lexicon.ts";
import type { Times } from "./times.ts";
import type { Token } from "./token.ts";
import type { Named } from "./vocabulary.ts";

export type Measure = "level" | "growth" | "points" | "rank";

/** One literal that is an indicator's figure. */
export interface Reading {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly indicator: Named;
  readonly measure:
    | { readonly type: "level" | "growth" | "points"; readonly figure: string; readonly falls: boolean; /** Null in the indicator's own unit. */ readonly exchange: Exchange | null }
    | { readonly type: "rank"; readonly rank: number };
  readonly period: Period;
  /** Whether words name that period, in the text or in a title; without them it is the deck's own. */
  readonly dated: boolean;
  /** Whether the year before it may be meant as well: 去年 in a text that was written last year. */
  readonly loose: boolean;
  /** Whether the sentence or its title is about a plan. */
  readonly planned: boolean;
  readonly area: string | null;
  /** The reference beside it, if that names the indicator instead of a name. */
  readonly bound: string | null;
  /** False where an earlier clause of the sentence has another subject, or its time is open. */
  readonly certain: boolean;
}

/** What a sentence takes from its surroundings. */
export interface Setting {
  readonly period: Period;
  /** Whether a title or an earlier sentence names that period. */
  readonly dated: boolean;
  readonly planned: boolean;
  readonly lexicon: Lexicon;
  /** Where sums that may cover several years begin. */
  readonly sumsFrom: number;
  /** What 今年 means: the year planned. Null where the deck does not say. */
  readonly thisYear: number | null;
  /** The years that the titles or the words before the sentence are about. */
  readonly times: Times;
}

/** Between 由 and its second figure: which of the two comes next, and its year where that is named. */
export interface Range {
  readonly end: "first" | "second";
  readonly period: Period | null;
}

/** What the words before a figure say about its time. */
interface Before {
  readonly period: Period | null;
  readonly range: Range | null;
  readonly times: Times;
}

/** The year of a figure: a named one, or that before for the first figure of 由A增加到B; null where that is unknown. */
export function periodOf({ period, range, times }: Before, subject: { readonly period: Period | null } | null, setting: Setting): Pick<Reading, "period" | "dated"> | null {
  const own = range?.period ?? subject?.period ?? period;
  const now = own ?? setting.period;
  if (range?.end !== "first" || range.period !== null) return { period: now, dated: own !== null || setting.dated };
  if (now.type !== "year" || times.type === "elsewhen") return null;
  const year = times.type === "own" ? now.year - 1 : (times.since ?? (times.years === null ? null : now.year - times.years));
  return year === null ? null : { period: { type: "year", year }, dated: true };
}

/** Of several years, only what was reached in the end is a figure of the last one: no growth, and no sum. */
export function mayBeOf({ times, range, verb, arrived, period }: Before & { readonly verb: Verb | null; readonly arrived: boolean }, measure: Measure, { kind }: Named, { dated }: Setting): boolean {
  if (times.type === "elsewhen") return false;
  if (times.type === "own" || range !== null) return true;
  return measure !== "growth" && measure !== "points" && kind !== "flow" && (verb === "to" || arrived || measure === "rank") && (period !== null || dated || times.since === null);
}

/** A rate changes by percentage points: 提高0.9个百分点. */
const POINTS = "个百分点";

/** Which measure a number gives: a rate needs a growth word, unless the indicator itself is a rate; null where the words do not fit. */
export function measureOf(token: Extract<Token, { type: "literal" | "place" }>, { kind, unit }: Named, verb: Verb | null): Reading["measure"] | null {
  if (token.type === "place") return kind === "rank" ? { type: "rank", rank: token.rank } : null;
  const moved = verb === "rise" || verb === "fall";
  if (token.unit === POINTS) return moved && unit === "%" ? { type: "points", figure: token.figure, falls: verb === "fall", exchange: null } : null;
  if (token.unit === "%" && moved && unit !== "%") return { type: "growth", figure: token.figure, falls: verb === "fall", exchange: null };
  if (moved) return null;
  if (token.unit === unit) return { type: "level", figure: token.figure, falls: false, exchange: null };
  const converted = exchange(token.unit, unit);
  return converted === null ? null : { type: "level", figure: token.figure, falls: false, exchange: converted };
}
