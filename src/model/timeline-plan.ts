/** How a timeline fills a slide of 1920 × 1080, estimated from its words: on the water, in two columns, or on several slides. */
import type { TimelineEntry } from "./deck.ts";
import { divideEvenly, roomBelow, type TableText } from "./table-plan.ts";
import { textWidth } from "./text-width.ts";

export interface TimelinePlan {
  /** Side by side on the waterline; otherwise in two columns. */
  readonly open: boolean;
  /** Entries on each slide, in order. */
  readonly parts: readonly number[];
}

/** Entries side by side, and in two columns. */
const MOST_OPEN = 6;
const MOST = 8;
/** Pixels as in waterline.css: height below the line for title and text, and their type for up to four and for more entries. */
const OPEN = { width: 1696, gap: 32, height: 396, when: 44, few: { title: 56, text: 44 }, many: { title: 44, text: 36 }, large: { title: 76, text: 52 } } as const;
const LONG = { width: 532, when: 260, whenSize: 40, line: 56, title: 40, text: 32, textLine: 48, apart: 38, above: 40 } as const;
/** The same on an upright screen, one below the other (portrait.css). */
const UPRIGHT = { width: 610, height: 1380, title: 44, titleLine: 57, text: 36, textLine: 54, apart: 42 } as const;
/** The browser's widths differ a little from the estimate. */
const CAUTION = 1.08;

export function planTimeline(entries: readonly TimelineEntry[], above: Pick<TableText, "title" | "lead">): TimelinePlan {
  const upright = entries.reduce((sum, entry) => sum + heightIn(entry, UPRIGHT), 0) <= UPRIGHT.height;
  if (entries.length <= MOST_OPEN && upright && fitsOpen(entries)) return { open: true, parts: [entries.length] };
  return { open: false, parts: divideEvenly(entries, (some) => some.length <= MOST && fitsLong(some, above)) };
}

function lines(text: string, size: number, width: number): number {
  return Math.ceil((textWidth(text) * size * CAUTION) / width);
}

/** Whether every time is short enough for the large type of few entries. */
export function hasShortTimes(entries: readonly TimelineEntry[]): boolean {
  const width = (OPEN.width - OPEN.gap * (entries.length - 1)) / entries.length;
  return entries.every(({ when }) => textWidth(when) * 60 <= width);
}

/** Whether up to four entries have so few words that they may be larger: no title takes more than two lines. */
export function isBrief(entries: readonly TimelineEntry[]): boolean {
  return entries.length <= MOST_LARGE && hasShortTimes(entries) && fitsOpen(entries, OPEN.large) && entries.every(({ title }) => lines(title, OPEN.large.title, (OPEN.width - OPEN.gap * (entries.length - 1)) / entries.length) <= 2);
}

/** Most entries in the large type. */
const MOST_LARGE = 4;

function fitsOpen(entries: readonly TimelineEntry[], { title, text }: { readonly title: number; readonly text: number } = entries.length > MOST_LARGE ? OPEN.many : OPEN.few): boolean {
  const width = (OPEN.width - OPEN.gap * (entries.length - 1)) / entries.length;
  return entries.every((entry) => textWidth(entry.when) * OPEN.when <= width && lines(entry.title, title, width) * title * 1.25 + 12 + lines(entry.text, text, width) * text * 1.35 <= OPEN.height);
}

function fitsLong(entries: readonly TimelineEntry[], above: Pick<TableText, "title" | "lead">): boolean {
  const height = (entry: TimelineEntry): number => Math.max(lines(entry.title, LONG.title, LONG.width) * LONG.line + lines(entry.text, LONG.text, LONG.width) * LONG.textLine, lines(entry.when, LONG.whenSize, LONG.when) * LONG.line) + LONG.apart;
  // Two entries share a row.
  const rows = entries.flatMap((entry, index) => (index % 2 === 0 ? [Math.max(height(entry), ...entries.slice(index + 1, index + 2).map(height))] : []));
  return rows.reduce((sum, row) => sum + row, 0) <= roomBelow(above) - LONG.above && entries.reduce((sum, entry) => sum + heightIn(entry, UPRIGHT), 0) <= UPRIGHT.height;
}

function heightIn({ title, text }: TimelineEntry, form: typeof UPRIGHT): number {
  return lines(title, form.title, form.width) * form.titleLine + lines(text, form.text, form.width) * form.textLine + form.apart;
}
