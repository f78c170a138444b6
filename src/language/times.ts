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
      return { period: null, named: null, times: { type: "several", years: token.years, since: token.since }, loose: false };
    default:
      return null;
  }
}
