/** How a table fills a slide of 1920 × 1080, estimated from its text: the parser learns which rows fit, the renderer which sizes to use. */
import type { TableForm } from "./deck.ts";
import { isFigureText } from "./figure-text.ts";
import { textWidth } from "./text-width.ts";

/** The plain text of a table and what stands above it. */
export interface TableText {
  readonly title: string;
  readonly lead: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface TablePlan {
  readonly form: TableForm;
  /** Rows on each slide, in order; one number where all fit on one. */
  readonly parts: readonly number[];
}

/** Pixels, largest first. A hall reads 44 px from the last row; the last two keep a table of up to eight rows on one slide. */
const TABLE_SIZES = [72, 60, 52, 44, 40, 36] as const;
/** Sizes of what goes on to further slides; a smaller one where otherwise few rows would stand on each. */
const CONTINUED = [44, 40, 36] as const;
const FEWEST = 4;
/** Above this size no cell takes two lines. */
const WRAPS_FROM = 44;
const ROOMS = [1.1, 0.9, 0.7, 0.5, 0.36, 0.24] as const;

/** Pixels of the canvas, as in columns.css. */
const WIDTH = 1696;
const HEIGHT = 886;
const KICKER = 50;
const ABOVE = 48;
const TITLES = [{ holds: 30, line: 23, size: 72 }, { holds: 54, line: 28, size: 60 }, { holds: Infinity, line: 33, size: 50 }] as const;
const LEAD = { line: 44, height: 57, above: 24 } as const;
const LINE = 1.3;
const RULE = 1.5;
/** The browser's widths differ a little from the estimate. */
const CAUTION = 1.05;

/** Gap between columns in pixels: narrower where there are many. */
export function columnGap(columns: number): number {
  return columns <= 4 ? 64 : columns <= 6 ? 40 : 28;
}

/** The largest type in which the whole table fits, or the parts it is divided into. */
export function planTable(table: TableText): TablePlan {
  const height = roomBelow(table);
  for (const size of TABLE_SIZES) {
    const rows = rowLines(table, size);
    if (size > WRAPS_FROM && rows.some((lines) => lines > 1)) continue;
    const room = ROOMS.findIndex((share) => heightOf(rows, size, share) <= height);
    if (room >= 0) return { form: { size, room: ROOMS.length - room }, parts: [table.rows.length] };
  }
  const plans = CONTINUED.map((size) => continueTable(table, size, height));
  return plans.find(({ parts }) => parts.length * FEWEST <= table.rows.length) ?? plans.at(-1)!;
}

/** The table on several slides, in one size and with the room that suits the fullest of them. */
function continueTable(table: TableText, size: number, height: number): TablePlan {
  const [head = 1, ...rows] = rowLines(table, size);
  const fits = (some: readonly number[], room: number): boolean => heightOf([head, ...some], size, room) <= height;
  const parts = divideEvenly(rows, (some) => fits(some, ROOMS.at(-1)!));
  const room = ROOMS.findIndex((share) => cut(rows, parts).every((some) => fits(some, share)));
  return { form: { size, room: room < 0 ? 1 : ROOMS.length - room }, parts };
}

/** Entries in parts of these sizes. */
export function cut<T>(entries: readonly T[], sizes: readonly number[]): readonly (readonly T[])[] {
  let from = 0;
  return sizes.map((size) => entries.slice(from, (from += size)));
}

/** Pixels below a head that spans the slide, down to the foot. */
export function roomBelow({ title, lead }: Pick<TableText, "title" | "lead">): number {
  return HEIGHT - KICKER - ABOVE - titleHeight(title) - leadHeight(lead);
}

/** Numbers of entries on each of as few parts as possible, as even as they fit; an entry that never fits has a part of its own. */
export function divideEvenly<T>(entries: readonly T[], fits: (some: readonly T[]) => boolean): number[] {
  for (let parts = 1; parts < entries.length; parts += 1) {
    const sizes = evenSizes(entries.length, parts);
    if (cut(entries, sizes).every(fits)) return sizes;
  }
  return entries.map(() => 1);
}

/** 10 in 3 parts: 4, 3, 3. */
export function evenSizes(count: number, parts: number): number[] {
  return Array.from({ length: parts }, (_, index) => Math.floor(count / parts) + (index < count % parts ? 1 : 0));
}

/** Height of the title of a slide whose head spans its width. */
function titleHeight(title: string): number {
  const width = textWidth(title);
  const { line, size } = TITLES.find(({ holds }) => width <= holds) ?? TITLES[2];
  return title === "" ? 0 : Math.ceil(width / line) * size * 1.28;
}

function leadHeight(lead: string): number {
  return lead === "" ? 0 : LEAD.above + Math.ceil(textWidth(lead) / LEAD.line) * LEAD.height;
}

function heightOf(rows: readonly number[], size: number, room: number): number {
  return rows.reduce((total, lines) => total + size * (lines * LINE + 2 * room) + RULE, 0);
}

/** Lines of the head and of each row, with columns as wide as a browser makes them. */
function rowLines({ head, rows }: TableText, size: number): readonly number[] {
  const all = [head, ...rows];
  const widths = columnWidths(all, (WIDTH - columnGap(head.length) * (head.length - 1)) / size);
  return all.map((row) => Math.max(1, ...row.map((text, column) => linesOf(text, widths[column]!))));
}

/** Pixels of each column of a table as wide as the slide, for type of this size; the gap before a column is part of it. */
export function columnPixels({ head, rows }: Pick<TableText, "head" | "rows">, size: number): readonly number[] {
  const gap = columnGap(head.length);
  const widths = columnWidths([head, ...rows], (WIDTH - gap * (head.length - 1)) / size);
  return widths.map((width, column) => width * size + (column === 0 ? 0 : gap));
}

/** Words of other scripts leave more of a line empty than Chinese phrases do. */
function linesOf(text: string, width: number): number {
  const whole = textWidth(text) * CAUTION;
  return whole <= width || !/[a-z] [a-z]/.test(text) ? Math.ceil(whole / width) : Math.ceil(whole / Math.max(width * 0.7, width - 1.6));
}

/** Widths in em: all on one line if there is room, else text gives way as far as its longest phrase. */
function columnWidths(rows: readonly (readonly string[])[], width: number): readonly number[] {
  const columns = (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? ""));
  const most = columns.map((texts) => Math.max(1, ...texts.map((text) => textWidth(text) * CAUTION)));
  const least = columns.map((texts, column) => Math.min(most[column]!, Math.max(1, ...texts.map(leastWidth))));
  const wanted = sum(most);
  if (wanted <= width) return most.map((own) => own + (width - wanted) / most.length);
  const given = Math.max(0, width - sum(least)) / Math.max(0.1, wanted - sum(least));
  return most.map((own, column) => least[column]! + (own - least[column]!) * given);
}

/** A figure stays on one line; text breaks between phrases of up to four Han characters, or between words. */
export function leastWidth(text: string): number {
  return isFigureText(text) ? textWidth(text) : Math.max(...text.split(/\s+/u).map((word) => (/\p{Script=Han}/u.test(word) ? Math.min(4, textWidth(word)) : textWidth(word))));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
