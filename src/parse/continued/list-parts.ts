/** How many items of a list fit beside the head of a slide, estimated from their text. */
import type { Block, Inline, ListItem } from "../../model/deck.ts";
import { plainText } from "../../model/plain-text.ts";
import { divideEvenly } from "../../model/table-plan.ts";
import { textWidth } from "../../model/text-width.ts";

/** Rows on one slide: more are too many to take in. */
export const MOST_ROWS = 7;

/** Pixels of the column beside the head, as in split.css. */
const WIDTH = 976;
/** Down to the foot's line; the last row has no rule below it. */
const HEIGHT = 900;

/** How rows are set where a slide has this many of them: least height, padding, and the sizes of title, text beside a title, text alone. */
const ROWS: readonly { readonly least: number; readonly padding: number; readonly title: number; readonly text: number; readonly alone: number; readonly line: number }[] = [
  ...Array.from({ length: 3 }, () => ({ least: 288, padding: 48, title: 60, text: 38, alone: 44, line: 1.5 })),
  { least: 216, padding: 48, title: 52, text: 38, alone: 44, line: 1.5 },
  { least: 174, padding: 32, title: 46, text: 34, alone: 42, line: 1.5 },
  { least: 144, padding: 32, title: 42, text: 34, alone: 36, line: 1.45 },
  { least: 123, padding: 22, title: 40, text: 34, alone: 34, line: 1.3 },
];

/** Numbers of items on each slide. */
export function planList(items: readonly ListItem[]): number[] {
  return divideEvenly(items, (some) => some.length <= MOST_ROWS && heightOf(some) <= HEIGHT);
}

function heightOf(items: readonly ListItem[]): number {
  const form = ROWS[items.length - 1]!;
  const least = items.length <= 3 ? 0 : form.least;
  return items.reduce((sum, item) => sum + Math.max(least, form.padding + itemHeight(item, form)), 0);
}

function itemHeight({ inlines, blocks }: ListItem, form: (typeof ROWS)[number]): number {
  const [first, ...rest] = inlines;
  const led = first?.type === "strong";
  const title = led ? linesOf(first.children, form.title) * form.title * 1.3 : 0;
  const text = led ? (rest.length === 0 ? 0 : 4 + linesOf(rest, form.text) * form.text * form.line) : linesOf(inlines, form.alone) * form.alone * form.line;
  return title + text + blocks.reduce((sum, block) => sum + blockHeight(block, form.text), 0);
}

function linesOf(inlines: readonly Inline[], size: number): number {
  return Math.ceil((textWidth(plainText(inlines).trim()) * size) / WIDTH);
}

/** Nested items stand side by side where they are short. */
function blockHeight(block: Block, size: number): number {
  const line = size * 1.5;
  switch (block.type) {
    case "paragraph":
      return linesOf(block.inlines, size) * line;
    case "list":
      return Math.ceil(block.items.reduce((sum, { inlines }) => sum + textWidth(plainText(inlines)) * size + 56, 0) / WIDTH) * line;
    default:
      return 0;
  }
}
