/** A figure in a sentence: what it measures, and which year it may be of. */
import { exchange } from "../model/convert-unit.ts";
import type { Period } from "../model/period.ts";
import type { Lexicon, Verb } from "./lexicon.ts";
import type { Times } from "./times.ts";
import { RATIO, type Token } from "./token.ts";
import type { Named } from "./vocabulary.ts";

/**
 * `amount` is a change in the indicator's own unit, `average` the yearly growth and `sum` the total of several years, `ratio` several
 * numbers at once.
 */
export type Measure = "level" | "growth" | "points" | "amount" | "average" | "sum" | "ratio" | "rank";

/** One literal that is an indicator's figure. */
export interface Reading {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly indicator: Named;
  readonly measure:
    | { readonly type: Exclude<Measure, "rank">; readonly figure: string; readonly falls: boolean; /** As written. */ readonly unit: string }
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
  /** Whether the sentence says only half of the indicator's name: no repair binds such a figure. */
  readonly inferred: boolean;
  /** Whether the words around the sentence are about several years, so that it may be about them, too: only a slip of one digit is told. */
  readonly doubtful?: boolean;
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
  /** The several years that 年均 counts where a sentence names only the last of them; null where none were mentioned. */
  readonly span?: Times | null;
  /** Whether what a flow 达到 in words about several years is of the last of them; otherwise it may as well be their sum. */
  readonly reachedIsLast?: boolean;
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

/** What is counted for each person or village adds up over no years. */
const PER_HEAD = /均(?!速|增)/;

/** The years of 五年来年均增长 and 五年累计; null where the words do not count them. */
export function yearsOf({ period, times }: Before, subject: { readonly period: Period | null } | null, setting: Setting): Pick<Reading, "period" | "dated"> | null {
  const now = subject?.period ?? period ?? setting.period;
  if (times.type !== "several" || now.type !== "year") return null;
  const since = times.since ?? (times.years === null ? null : now.year - times.years);
  return since === null || since + 1 >= now.year ? null : { period: { type: "years", first: since + 1, year: now.year }, dated: true };
}

/** Of several years, only what was reached in the end is a figure of the last one: no growth, and no sum. */
export function mayBeOf({ times, range, verb, arrived, period }: Before & { readonly verb: Verb | null; readonly arrived: boolean }, measure: Measure, { kind, name }: Named, { dated, reachedIsLast = false }: Setting): boolean {
  if (times.type === "elsewhen") return false;
  if (times.type === "own" || range !== null) return true;
  return measure !== "growth" && measure !== "points" && measure !== "amount" && (kind !== "flow" || PER_HEAD.test(name) || (reachedIsLast && verb === "to" && measure === "level")) && (verb === "to" || arrived || measure === "rank") && (period !== null || dated || times.since === null);
}

/** A rate changes by percentage points: 提高0.9个百分点. */
const POINTS = "个百分点";

/** 增长1.6倍 is growth by 160%. */
export const TIMES = "倍";

/** Indicators whose level is a growth. */
const RATE_NAME = /(?:涨幅|增幅|增速|增长率|增长速度)$/;

/** Which measure a number gives: a rate needs a growth word, unless the indicator itself is a rate; null where the words do not fit. */
export function measureOf(token: Extract<Token, { type: "literal" | "place" }>, indicator: Named, verb: Verb | null): Reading["measure"] | null {
  const { kind, unit } = indicator;
  if (token.type === "place") return kind === "rank" ? { type: "rank", rank: token.rank } : null;
  const moved = verb === "rise" || verb === "fall";
  const make = (type: Exclude<Measure, "rank">): Reading["measure"] => ({ type, figure: token.figure, falls: verb === "fall", unit: token.unit });
  if (token.unit === RATIO) return !moved && (unit === "%" || unit === "") ? make("ratio") : null;
  if (token.unit === POINTS) return moved && unit === "%" ? make("points") : null;
  if ((token.unit === "%" || token.unit === TIMES) && moved && unit !== "%") return make("growth");
  // 居民消费价格上涨0.2%: the indicator is itself a growth, 居民消费价格涨幅.
  if (token.unit === "%" && moved && unit === "%" && RATE_NAME.test(indicator.name)) return make("level");
  if (moved && (unit === "%" || unit === "" || kind === "rank")) return null;
  const type = moved ? "amount" : "level";
  if (token.unit === unit || isNumeratorOf(token.unit, indicator) || (unit === "" && indicator.planned.includes(token.unit))) return make(type);
  return token.unit === "" || token.unit === "%" || exchange(token.unit, unit) === null ? null : make(type);
}

/** 亩均税收18.7万元 is in 万元/亩, 每人每月158元 in 元/月. */
function isNumeratorOf(written: string, { unit }: Named): boolean {
  return written !== "" && unit.startsWith(`${written}/`);
}
