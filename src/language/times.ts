/** Which years the words of a sentence are about. */
import type { Period } from "../model/period.ts";
import type { Token } from "./token.ts";

/** `own` is one year; `several` are many at once, `since` being the year before the first, where known; `elsewhen` is no year that a row may be of. */
export type Times = { readonly type: "own" } | { readonly type: "elsewhen" } | { readonly type: "several"; readonly years: number | null; readonly since: number | null };

/** What a token says about the time; what it leaves as it was is null. */
export interface Time {
  readonly period: Period | null;
  readonly named: "whole" | "end" | null;
  readonly times: Times | null;
  /** Whether the year before may be meant as well: 去年 in a text of last year. */
  readonly loose: boolean;
}

/** The year before the first of a five-year plan, by the numeral between 十 and 五: 十一五 is 2006 to 2010. */
export function yearBeforePlan(numeral: string): number {
  return 2005 + 5 * "一二三四五六".indexOf(numeral);
}

/** One year: the usual case. */
export const OWN: Times = { type: "own" };

/** Null for a token that is about something else. `thisYear` is what 今年 means, where that is known. */
export function timeOf(token: Token, thisYear: number | null): Time | null {
  switch (token.type) {
    case "period":
      return { period: token.period, named: token.whole ? "whole" : "end", times: OWN, loose: false };
    case "year":
      return { period: token.past && thisYear !== null ? { type: "year", year: thisYear - 1 } : null, named: "whole", times: OWN, loose: false };
    case "relative":
      if (thisYear === null) return { period: null, named: null, times: { type: "elsewhen" }, loose: false };
      return { period: { type: "year", year: token.year === "this" ? thisYear : thisYear - 1 }, named: "whole", times: OWN, loose: token.year === "last" };
    case "elsewhen":
      return { period: null, named: null, times: { type: "elsewhen" }, loose: false };
    case "several":
      // “十五五”时期, said in a report on 2025, is still to come.
      if (token.since !== null && thisYear !== null && token.since >= thisYear - 1) return { period: null, named: null, times: { type: "elsewhen" }, loose: false };
      return { period: null, named: null, times: { type: "several", years: token.years, since: token.since }, loose: false };
    default:
      return null;
  }
}
