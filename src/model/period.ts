/** Reporting periods: a year, a half, a quarter or a month. */

export type Period =
  | { readonly type: "year"; readonly year: number }
  | { readonly type: "half"; readonly year: number; readonly half: number }
  | { readonly type: "quarter"; readonly year: number; readonly quarter: number }
  | { readonly type: "month"; readonly year: number; readonly month: number };

/** Reads `2021`, `2021H1`, `2021Q3`, `2021-09`; null for anything else. */
export function parsePeriod(text: string): Period | null {
  const match = /^(\d{4})(?:H([12])|Q([1-4])|-(0[1-9]|1[0-2]))?$/.exec(text.trim());
  if (match === null) return null;
  const year = Number(match[1]);
  if (match[2] !== undefined) return { type: "half", year, half: Number(match[2]) };
  if (match[3] !== undefined) return { type: "quarter", year, quarter: Number(match[3]) };
  if (match[4] !== undefined) return { type: "month", year, month: Number(match[4]) };
  return { type: "year", year };
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
  }
}
