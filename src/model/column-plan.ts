/** How cards side by side are set: as large as number and length of their words allow (hall.md: heads 120–160 px, captions 64). */
import type { Block, BlockOf, Inline } from "./deck.ts";
import { plainText } from "./plain-text.ts";
import { textWidth } from "./text-width.ts";

type Card = BlockOf<"card">;

/** Sizes of a card's head and of its text, in pixels, as the classes `head-…` and `text-…`. */
export interface ColumnSizes {
  readonly head: number;
  readonly text: number;
}

/** How cards of a few words stand: side by side on the waterline (`low`: one line lower, below heads of two lines), beside a drawing, or each in a row of its own where its head is long. */
export interface ColumnForm extends ColumnSizes {
  readonly kind: "standing" | "low" | "beside" | "rows";
}

/** What else is on the slide: a drawing that may stand beside two cards, a paragraph above them. */
export interface ColumnRoom {
  readonly drawing: boolean;
  readonly lead: boolean;
}

const HEADS = [160, 140, 132, 120, 112, 104, 92, 80, 68, 56] as const;
const TEXTS = [64, 60, 56, 52, 48, 44] as const;

/** Pixels of the canvas: the line of cards, its gaps, the room of heads above the waterline and of words below it, and of long cards. */
const LINE = 1696;
const GAP = 32;
const ABOVE = { one: 216, two: 372, led: 300 } as const;
const BELOW = { high: 300, low: 250 } as const;
const LONG = 720;
/** Between heads side by side, or they read as one. */
const APART = 40;
/** Two cards beside a drawing share this width. */
const BESIDE = 1112;
const HALL = 120;
/** Between paragraphs or items. */
const STEP = 14;
const PITCH = { head: 1.16, text: 1.4 } as const;
/** Mark and gap before an item of a long card. */
const MARK = 36;
const CAUTION = 1.03;
/** Quoted terms stay on one line. */
const QUOTED = /[“”‘’《》]/u;
/** Heads smaller than this stand in rows, where they are larger. */
const SIDE_BY_SIDE = 104;
/** Of two lines that end between phrases one is longer than the other. */
const UNEVEN = 1.16;
/** Captions are at most this share of their heads. */
const CAPTION = 0.75;
/** Rows: their height with and without a lead, gaps between them, the sides of a head's block, its gap to the words, and their least width. */
const ROWS = { height: 704, led: 610, gap: 24, side: 52, beside: 56, words: 480, air: 28, least: 80 } as const;
/** Most items of a list on the waterline. */
const MOST_ITEMS = 3;

function columnWidth(count: number, line: number = LINE): number {
  return (line - GAP * (count - 1)) / count;
}

function emOf(inlines: readonly Inline[]): number {
  return textWidth(plainText(inlines).trim()) * CAUTION;
}

function linesOf(inlines: readonly Inline[], size: number, width: number): number {
  return Math.max(1, Math.ceil((emOf(inlines) * size) / width));
}

/** For cards of a few words; null where one says more. */
export function planShort(cards: readonly Card[], count: number, room: ColumnRoom): ColumnForm | null {
  if (!cards.every(isShort)) return null;
  const beside = room.drawing ? planStanding(cards, columnWidth(count, BESIDE), room.lead) : null;
  if (beside?.kind === "standing" && beside.head >= HALL) return { ...beside, kind: "beside" };
  const standing = planStanding(cards, columnWidth(count), room.lead);
  if (standing !== null && standing.head >= SIDE_BY_SIDE) return standing;
  const rows = planRows(cards, room.lead);
  return rows !== null && rows.head > (standing?.head ?? 0) ? rows : standing;
}

/** On the waterline: heads of one line, or of two where that makes them much larger. */
function planStanding(cards: readonly Card[], width: number, lead: boolean): ColumnForm | null {
  const widest = Math.max(0, ...cards.map(({ title }) => emOf(title)));
  const one = HEADS.find((size) => widest * size <= width - APART) ?? 0;
  const quoted = cards.some(({ title }) => QUOTED.test(plainText(title)));
  const above = lead ? ABOVE.led : ABOVE.two;
  const fitsTwo = (size: number): boolean => 2 * size * PITCH.head <= above && widest * UNEVEN * size <= 2 * (width - APART);
  const two = quoted || one >= SIDE_BY_SIDE ? 0 : (HEADS.find(fitsTwo) ?? 0);
  const [head, low] = two > one ? [two, true] : [one, false];
  const text = TEXTS.find((size) => size <= head * CAPTION && cards.every(({ blocks }) => heightOf(blocks, size, width, 0) <= (low ? BELOW.low : BELOW.high)));
  return head === 0 || text === undefined ? null : { kind: low ? "low" : "standing", head, text };
}

/** A row for each: its head on a block, its words beside it. */
function planRows(cards: readonly Card[], lead: boolean): ColumnForm | null {
  const height = ((lead ? ROWS.led : ROWS.height) - ROWS.gap * (cards.length - 1)) / cards.length;
  const widest = Math.max(0, ...cards.map(({ title }) => emOf(title)));
  for (const head of HEADS.filter((size) => size >= ROWS.least && size * PITCH.head + ROWS.air <= height)) {
    const width = LINE - widest * head - 2 * ROWS.side - ROWS.beside;
    if (width < ROWS.words) continue;
    const text = TEXTS.find((size) => size <= head * CAPTION && cards.every(({ blocks }) => heightOf(blocks, size, width, 0) <= height));
    if (text !== undefined) return { kind: "rows", head, text };
  }
  return null;
}

/** One paragraph, or a list of at most three short lines. */
function isShort({ blocks: [block, ...more] }: Card): boolean {
  if (block === undefined) return true;
  if (more.length > 0) return false;
  if (block.type === "paragraph") return true;
  return block.type === "list" && block.items.length <= MOST_ITEMS && block.items.every(({ blocks }) => blocks.length === 0);
}

function heightOf(blocks: readonly Block[], size: number, width: number, mark: number): number {
  return blocks.reduce((sum, block) => sum + blockHeight(block, size, width, mark) + STEP, 0);
}

function blockHeight(block: Block, size: number, width: number, mark: number): number {
  switch (block.type) {
    case "paragraph":
      return linesOf(block.inlines, size, width) * size * PITCH.text;
    case "list":
      return block.items.reduce((sum, { inlines, blocks }) => sum + linesOf(inlines, size, width - mark) * size * PITCH.text + STEP + heightOf(blocks, size, width - mark, mark), 0);
    case "image":
      return PICTURE;
    default:
      return 0;
  }
}

/** A picture on a card, with its gap. */
const PICTURE = 388;

/** For cards that say more: the largest sizes in which the longest has room. */
export function planLong(cards: readonly Card[], count: number): ColumnSizes {
  const width = columnWidth(count);
  for (const text of TEXTS) {
    const head = HEADS.find((size) => size <= text * 1.5 && size <= 92 && cards.every(({ title }) => linesOf(title, size, width) <= 2)) ?? 56;
    if (cards.every(({ title, blocks }) => 56 + linesOf(title, head, width) * head * PITCH.head + heightOf(blocks, text, width, MARK) <= LONG)) return { head, text };
  }
  return { head: 56, text: DENSE };
}

/** Where even the smallest text has no room: a slide that says too much, as V07 reports. */
const DENSE = 38;
