/** When the screens of a hall play. */

/** Minutes since midnight: `from` 0 to 1439, `to` up to 1440, or up to 2879 where it goes on past midnight. */
export type OpenSpan = readonly [from: number, to: number];

/** First and last day, both closed: `2022-10-01`, or `10-01` for every year (these may go past New Year). */
export type ClosedSpan = readonly [from: string, to: string];

export interface OpeningHours {
  /** The spans of each weekday from Sunday (as `Date.getDay` counts), by their begin; a span past midnight belongs to the day it begins on. */
  readonly week: readonly (readonly OpenSpan[])[];
  readonly closed: readonly ClosedSpan[];
}

export const DAY = 1440;
/** Plays around the clock. */
export const ALWAYS: readonly (readonly OpenSpan[])[] = Array.from({ length: 7 }, () => [[0, DAY] as const]);
