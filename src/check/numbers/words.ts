/** How rules write figures, periods and ranges in their messages. */
import { Big } from "big.js";
import type { Text } from "../../diagnostics/diagnostic.ts";
import type { Interval } from "../../model/interval.ts";
import type { Period } from "../../model/period.ts";
import type { Span } from "../../model/span.ts";
import { wordsOf } from "../../model/words.ts";

/** Rounding modes of big.js: towards zero, away from zero. */
const [ROUND_DOWN, ROUND_UP] = [0, 3] as const;

/** 2021年上半年, H1 2021. */
export function periodText(period: Period): Text {
  return { zh: wordsOf("zh-CN").period(period), en: wordsOf("en").period(period) };
}

/** 11.3%–13.0%: the ends of a range of per cents, rounded outwards; null where an end is missing. */
export function rangeText({ low, high }: Interval, decimals: number): string | null {
  if (low.at === null || high.at === null) return null;
  return `${outwards(low.at, decimals, low.at.lt(0))}%–${outwards(high.at, decimals, high.at.gt(0))}%`;
}

/** data/observations.csv:3. */
export function placeText({ file, line }: Span): string {
  return `${file}:${line}`;
}

function outwards(value: Big, decimals: number, away: boolean): string {
  const text = value.toFixed(decimals, away ? ROUND_UP : ROUND_DOWN);
  return text.replace(/^-(0(?:\.0*)?)$/, "$1");
}
