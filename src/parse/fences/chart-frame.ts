/** What all chart types share: their common keys, title, statement, source and stamp. */
import { highlightNotShown, invalidPeriods } from "../../diagnostics/messages/blocks.ts";
import type { Text } from "../../diagnostics/diagnostic.ts";
import type { ChartFrame } from "../../model/chart.ts";
import type { Indicator, Observation } from "../../model/indicator.ts";
import { comparePeriods, periodsBetween, type Period } from "../../model/period.ts";
import { list, located, nullable, optional, type Located } from "../shape.ts";
import { flag, period, text } from "../values.ts";
import { shownText, type Desk } from "./desk.ts";

/** Keys of every chart. */
export const FRAME = {
  title: optional(nullable(located(text)), null),
  statement: optional(nullable(located(text)), null),
  source: optional(nullable(located(text)), null),
  demo: optional(flag, false),
};

export interface FrameKeys {
  readonly title: Located<string> | null;
  readonly statement: Located<string> | null;
  readonly source: Located<string> | null;
  readonly demo: boolean;
}

/** What a chart says about itself if the author says nothing; `rows` are the observations it shows. */
export interface FrameDefaults {
  readonly title: string;
  readonly statement: string;
  readonly highlight: string | null;
  readonly rows: readonly Observation[];
}

export function frameOf(keys: FrameKeys, defaults: FrameDefaults, desk: Desk): ChartFrame {
  return {
    title: keys.title === null ? defaults.title : shownText(keys.title, desk),
    statement: keys.statement === null ? defaults.statement : shownText(keys.statement, desk),
    highlight: defaults.highlight,
    source: keys.source === null ? commonSource(defaults.rows, desk) : shownText(keys.source, desk),
    demo: keys.demo,
  };
}

/** The source of all rows; null where they differ. A row without a source has its indicator's. */
function commonSource(rows: readonly Observation[], desk: Desk): string | null {
  const sources = new Set(rows.map((row) => row.source ?? sourceOf(row, desk.context.indicators)));
  return sources.size === 1 ? [...sources][0]! : null;
}

function sourceOf(row: Observation, indicators: readonly Indicator[]): string | null {
  return indicators.find((indicator) => indicator.id === row.indicator)?.source ?? null;
}

/** The id to draw in the accent colour; undefined after reporting that the chart does not show it. */
export function checkHighlight(highlight: Located<string> | null, shown: readonly string[], desk: Desk): string | null | undefined {
  if (highlight === null || shown.includes(highlight.value)) return highlight?.value ?? null;
  desk.context.report(highlightNotShown(highlight.span, highlight.value, shown));
  return undefined;
}

/** The key `periods`: first and last. */
export const PERIODS = optional(nullable(located(list(period, 2, 2))), null);

/** The longest time axis that is still readable. */
const MOST_PERIODS = 60;

/**
 * Every period of the axis without gaps, from the author's first to last, or the published ones; null after reporting
 * `invalid-periods`. Only rows of one kind of period share an axis: the author's kind, or else the deck's.
 */
export function axisPeriods(written: Located<readonly Period[]> | null, published: readonly Period[], desk: Desk): Period[] | null {
  if (written === null) {
    const kind = published.some((row) => row.type === desk.settings.period.type) ? desk.settings.period.type : published[0]?.type;
    const rows = published.filter((row) => row.type === kind).toSorted(comparePeriods);
    return rows.length === 0 ? [] : periodsBetween(rows[0]!, rows.at(-1)!).slice(-MOST_PERIODS);
  }
  const [first, last] = [written.value[0]!, written.value[1]!];
  const problem = axisProblem(first, last);
  if (problem === null) return periodsBetween(first, last);
  desk.context.report(invalidPeriods(written.span, problem));
  return null;
}

function axisProblem(first: Period, last: Period): Text | null {
  if (first.type !== last.type) return { zh: "起止不是同一种时期", en: "the first and the last are of different kinds" };
  if (comparePeriods(first, last) >= 0) return { zh: "止不晚于起", en: "the last is not after the first" };
  if (periodsBetween(first, last).length > MOST_PERIODS) return { zh: `超过 ${MOST_PERIODS} 个时期`, en: `more than ${MOST_PERIODS} periods` };
  return null;
}
