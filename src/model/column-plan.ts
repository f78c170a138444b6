/** How cards side by side are set: as large as number and length of their words allow (hall.md: heads 120–160 px, captions 64). */
import type { Block, BlockOf, Inline } from "./deck.ts";
import { plainText } from "./plain-text.ts";
import { textWidth } from "./text-width.ts";

type Card = BlockOf<"card">;

/** Sizes of a card's head and of its text, in pixels, as the classes `head-…` and `text-…`. */
export interface ColumnForm {
  readonly head: number;
  readonly text: number;
}

const HEADS = [160, 140, 120, 104, 92, 80, 68, 56] as const;
const TEXTS = [64, 60, 56, 52, 48, 44] as const;

/** Pixels of the canvas: the line of cards, its gaps, the room of heads above the waterline and of words below it, and of long cards. */
const LINE = 1696;
const GAP = 32;
const ABOVE = 216;
const BELOW = 318;
const LONG = 720;
/** Between paragraphs or items. */
const STEP = 14;
const PITCH = { head: 1.16, text: 1.4 } as const;
/** Mark and gap before an item of a long card. */
const MARK = 36;
const CAUTION = 1.03;
/** Quoted terms stay on one line. */
const QUOTED = /[“”‘’《》]/u;
/** Largest head on two lines, and the size of captions beside heads. */
const TWO_LINES = 92;
const CAPTION = 0.75;
/** Most items of a list on the waterline. */
const MOST_ITEMS = 3;

function columnWidth(count: number): number {
  return (LINE - GAP * (count - 1)) / count;
}

function emOf(inlines: readonly Inline[]): number {
  return textWidth(plainText(inlines).trim()) * CAUTION;
}

function linesOf(inlines: readonly Inline[], size: number, width: number): number {
  return Math.max(1, Math.ceil((emOf(inlines) * size) / width));
}

/** For cards of a few words, which stand on a waterline; null where one says more. */
export function planShort(cards: readonly Card[], count: number): ColumnForm | null {
  if (!cards.every(isShort)) return null;
  const width = columnWidth(count);
  const widest = Math.max(0, ...cards.map(({ title }) => emOf(title)));
  const line = HEADS.find((size) => widest * size <= width) ?? 0;
  // A long head takes two lines rather than make all heads small.
  const head = line >= TWO_LINES || cards.some(({ title }) => QUOTED.test(plainText(title))) ? line || undefined : HEADS.find((size) => size <= TWO_LINES && cards.every(({ title }) => linesOf(title, size, width) * size * PITCH.head <= ABOVE));
  const text = TEXTS.find((size) => size <= (head ?? 0) * CAPTION && cards.every(({ blocks }) => heightOf(blocks, size, width, 0) <= BELOW));
  return head === undefined || text === undefined ? null : { head, text };
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
export function planLong(cards: readonly Card[], count: number): ColumnForm {
  const width = columnWidth(count);
  for (const text of TEXTS) {
    const head = HEADS.find((size) => size <= text * 1.5 && size <= 92 && cards.every(({ title }) => linesOf(title, size, width) <= 2)) ?? 56;
    if (cards.every(({ title, blocks }) => 56 + linesOf(title, head, width) * head * PITCH.head + heightOf(blocks, text, width, MARK) <= LONG)) return { head, text };
  }
  return { head: 56, text: DENSE };
}

/** Where even the smallest text has no room: a slide that says too much, as V07 reports. */
const DENSE = 38;
