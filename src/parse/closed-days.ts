/** Reads days on which the screens stay dark: `2022-10-01 至 2022-10-07`, `10月1日-7日`, `1 October 2022`, `05-01` (every year). */
import type { ClosedSpan } from "../model/opening.ts";
import type { Faulty } from "./opening.ts";

/** Why closed days cannot be used. */
export type ClosedFault = "syntax" | "date" | "order";

interface Day {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const NAME = `(${MONTHS.join("|")})[a-z]*\\.?`;
const DIGITS = /(?:(\d{4})\s*[-/.年]\s*)?(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)[日号]?/y;
const DAY_FIRST = new RegExp(`(\\d{1,2})(?:st|nd|rd|th)? ${NAME}(?:,? (\\d{4}))?`, "y");
const MONTH_FIRST = new RegExp(`${NAME} (\\d{1,2})(?:st|nd|rd|th)?(?!\\d)(?:,? (\\d{4}))?`, "y");
const DAY_ALONE = /(\d{1,2})[日号]/y;
const TO = /\s*(?:[-~–—―/]+|至|到|\bto\b)\s*/y;
const BETWEEN = /(?:[\s,;、和及&]|and\b)+/y;

/** The spans of one line, in the order written. */
export function parseClosed(line: string): readonly ClosedSpan[] | Faulty<ClosedFault> {
  const text = line.normalize("NFKC").trim().toLowerCase();
  const spans: ClosedSpan[] = [];
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found !== null) at = pattern.lastIndex;
    return found;
  };
  while (at < text.length) {
    if (take(BETWEEN) !== null) continue;
    const from = takeDay(take);
    if (from === null) return { fault: "syntax", words: line };
    const end = take(TO) === null ? from : takeEnd(take, from);
    if (end === null) return { fault: "syntax", words: line };
    // 2022-10-01 至 10-07: the year goes on.
    const to = { ...end, year: end.year ?? from.year };
    if (!exists(from) || !exists(to)) return { fault: "date", words: line };
    const span = [write(from), write(to)] as const;
    // Days of every year may go past New Year.
    if ((from.year === null) !== (to.year === null) || (from.year !== null && span[1] < span[0])) return { fault: "order", words: line };
    spans.push(span);
  }
  return spans.length === 0 ? { fault: "syntax", words: line } : spans;
}

type Take = (pattern: RegExp) => RegExpExecArray | null;

function takeDay(take: Take): Day | null {
  const digits = take(DIGITS);
  if (digits !== null) return { year: digits[1] === undefined ? null : Number(digits[1]), month: Number(digits[2]), day: Number(digits[3]) };
  const first = take(DAY_FIRST);
  if (first !== null) return named(first[3], first[2]!, first[1]!);
  const second = take(MONTH_FIRST);
  return second === null ? null : named(second[3], second[1]!, second[2]!);
}

/** The last day; 10月1日-7日 leaves its month out. */
function takeEnd(take: Take, from: Day): Day | null {
  const day = takeDay(take);
  if (day !== null) return day;
  const alone = take(DAY_ALONE);
  return alone === null ? null : { ...from, day: Number(alone[1]) };
}

const named = (year: string | undefined, month: string, day: string): Day => ({ year: year === undefined ? null : Number(year), month: MONTHS.indexOf(month) + 1, day: Number(day) });

/** 29 February is a day of every year that has it. */
function exists({ year, month, day }: Day): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year ?? 2024, month, 0)).getUTCDate();
}

function write({ year, month, day }: Day): string {
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${year === null ? "" : `${year}-`}${two(month)}-${two(day)}`;
}
