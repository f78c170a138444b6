/** Reporting periods: a year, a half, a quarter, a month, or several years. */
import { readHanNumber } from "./han-number.ts";

export type Period =
  | { readonly type: "year"; readonly year: number }
  | { readonly type: "half"; readonly year: number; readonly half: number }
  | { readonly type: "quarter"; readonly year: number; readonly quarter: number }
  | { readonly type: "month"; readonly year: number; readonly month: number }
  /** From `first` to `year`, both included: 2021—2025年. */
  | { readonly type: "years"; readonly first: number; readonly year: number };

/** The most years that one period may have. */
const MOST_YEARS = 50;
const YEARS = /^(\d{4})年?\s?[-—–~～－至到]\s?(\d{4})年?$/;
/** “十四五” and its kin: five-year plans follow each other without a gap since the third, 1966—1970. */
const PLAN = /^[“"]?(十?[一二三四五六七八九]|十|二十)五[”"]?(?:时期|期间)?$/;

/** Reads `2021`, `2021H1`, `2021Q3`, `2021-09`, `2021-2025` and 十四五; null for anything else. */
export function parsePeriod(text: string): Period | null {
  const match = /^(\d{4})(?:H([12])|Q([1-4])|-(0[1-9]|1[0-2]))?$/.exec(text.trim());
  if (match === null) return parseYears(text.trim());
  const year = Number(match[1]);
  if (match[2] !== undefined) return { type: "half", year, half: Number(match[2]) };
  if (match[3] !== undefined) return { type: "quarter", year, quarter: Number(match[3]) };
  if (match[4] !== undefined) return { type: "month", year, month: Number(match[4]) };
  return { type: "year", year };
}

function parseYears(text: string): Period | null {
  const plan = PLAN.exec(text)?.[1];
  if (plan !== undefined) {
    const number = readHanNumber(plan) ?? 0;
    return number < 3 ? null : { type: "years", first: 1951 + 5 * number, year: 1955 + 5 * number };
  }
  const match = YEARS.exec(text);
  const [first, year] = [Number(match?.[1]), Number(match?.[2])];
  return match !== null && first < year && year - first < MOST_YEARS ? { type: "years", first, year } : null;
}

/** The inverse of {@link parsePeriod}. Equal periods have equal keys, and keys of one type sort by time. */
export function periodKey(period: Period): string {
  switch (period.type) {
    case "year":
      return `${period.year}`;
    case "half":
      return `${period.year}H${period.half}`;
    case "quarter":
      return `${period.year}Q${period.quarter}`;
    case "month":
      return `${period.year}-${String(period.month).padStart(2, "0")}`;
    case "years":
      return `${period.first}-${period.year}`;
  }
}

/** Position on a time axis in years, at the start of the period. */
export function periodStart(period: Period): number {
  switch (period.type) {
    case "year":
      return period.year;
    case "half":
      return period.year + (period.half - 1) / 2;
    case "quarter":
      return period.year + (period.quarter - 1) / 4;
    case "month":
      return period.year + (period.month - 1) / 12;
    case "years":
      return period.first;
  }
}

export function samePeriod(a: Period, b: Period): boolean {
  return periodKey(a) === periodKey(b);
}

/** Orders two periods by their start. */
export function comparePeriods(a: Period, b: Period): number {
  return periodStart(a) - periodStart(b);
}

/** Every period from `first` to `last`; empty when their types differ or `last` is earlier. */
export function periodsBetween(first: Period, last: Period): Period[] {
  const periods: Period[] = [];
  if (first.type !== last.type) return periods;
  for (let at = first; comparePeriods(at, last) <= 0; at = nextPeriod(at)) periods.push(at);
  return periods;
}

function nextPeriod(period: Period): Period {
  switch (period.type) {
    case "year":
      return { type: "year", year: period.year + 1 };
    case "half":
      return period.half === 2 ? { type: "half", year: period.year + 1, half: 1 } : { ...period, half: 2 };
    case "quarter":
      return period.quarter === 4 ? { type: "quarter", year: period.year + 1, quarter: 1 } : { ...period, quarter: period.quarter + 1 };
    case "month":
      return period.month === 12 ? { type: "month", year: period.year + 1, month: 1 } : { ...period, month: period.month + 1 };
    case "years":
      return { type: "years", first: period.year + 1, year: period.year * 2 - period.first + 1 };
  }
}
