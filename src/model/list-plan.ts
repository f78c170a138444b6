/** How a list fills the right of a slide: as large as number and length of its items allow, never below what a hall reads; what does not fit goes on. */
import type { Block, Inline, ListForm, ListItem } from "./deck.ts";
import { plainText } from "./plain-text.ts";
import { divideEvenly } from "./table-plan.ts";
import { textWidth } from "./text-width.ts";

/** Rows on one slide: more are too many to take in. */
export const MOST_ROWS = 7;

/** Sizes of items in pixels, with the text below or beside their titles. */
const LIST_STEPS = [
  { item: 140, text: 84 }, { item: 132, text: 80 }, { item: 120, text: 72 }, { item: 104, text: 64 }, { item: 96, text: 60 },
  { item: 84, text: 56 }, { item: 72, text: 52 }, { item: 64, text: 48 }, { item: 56, text: 44 },
] as const;
type Step = (typeof LIST_STEPS)[number];

/** Largest items for 1–7 rows (hall.md: 3 items 120–140, 4–5 items 96–104, 7 items 72). */
const LARGEST = [140, 140, 132, 104, 96, 84, 72] as const;

/** Pixels of the canvas right of the panel and above the foot, as in split.css. */
const WIDTH = 1116;
const HEIGHT = 932;
/** The number before an item, its gap, a row's room and rule. */
const COUNT = 0.94;
const ROOM = 0.34;
const RULE = 2;
const LINE = { item: 1.2, text: 1.34 } as const;
/** Between title and text: beside each other, and one below the other. */
const APART = 56;
const BELOW = 6;
/** The browser's widths differ a little from the estimate. */
const CAUTION = 1.03;
/** Fewest rows with title and text on one line. */
const FEWEST_BESIDE = 5;

/** The form of a list, and the numbers of items on each slide. */
export function planList(items: readonly ListItem[]): { readonly form: ListForm; readonly parts: readonly number[] } {
  const whole = items.length <= MOST_ROWS ? formOf(items) : null;
  if (whole !== null) return { form: whole, parts: [items.length] };
  const parts = divideEvenly(items, (some) => some.length <= MOST_ROWS && formOf(some) !== null);
  let from = 0;
  const forms = parts.map((count) => formOf(items.slice(from, (from += count))) ?? SMALLEST);
  // All slides of one list are set alike.
  return { form: forms.reduce((small, form) => (form.item < small.item ? form : small)), parts };
}

const SMALLEST: ListForm = { ...LIST_STEPS.at(-1)!, beside: false };

/** A size on which every item keeps one line is worth this share of a larger one on which some do not. */
const WHOLE_LINES = 0.7;

/** The largest form in which the items fit one slide; null for none. */
function formOf(items: readonly ListItem[]): ListForm | null {
  const largest = LARGEST[items.length - 1] ?? 0;
  let first: ListForm | null = null;
  for (const step of LIST_STEPS.filter(({ item }) => item <= largest)) {
    const beside = items.length >= FEWEST_BESIDE && fitBeside(items, step);
    if (!beside && heightOf(items, step) > HEIGHT) continue;
    first ??= { ...step, beside };
    if (step.item < first.item * WHOLE_LINES) break;
    if (beside || items.every((item) => linesOf(titleOf(item), step.item, widthOf(step)) === 1)) return { ...step, beside };
  }
  return first;
}

/** The words that are set as the item: its bold lead, or all of it. */
function titleOf({ inlines }: ListItem): readonly Inline[] {
  return inlines[0]?.type === "strong" ? inlines[0].children : inlines;
}

function widthOf({ item }: Step): number {
  return WIDTH - item * COUNT;
}

/** Whether every item has a title and a text that share a line. */
function fitBeside(items: readonly ListItem[], step: Step): boolean {
  const rows = items.map(({ inlines: [first, ...rest], blocks }) => (first?.type === "strong" && rest.length > 0 && blocks.length === 0 ? { title: emOf(first.children), text: emOf(rest) } : null));
  if (rows.some((row) => row === null)) return false;
  const [title, text] = [Math.max(...rows.map((row) => row!.title)), Math.max(...rows.map((row) => row!.text))];
  const height = items.length * (step.item * (LINE.item + ROOM) + RULE);
  return title * step.item + text * step.text + APART <= widthOf(step) && height <= HEIGHT;
}

function emOf(inlines: readonly Inline[]): number {
  return textWidth(plainText(inlines).trim()) * CAUTION;
}

function heightOf(items: readonly ListItem[], step: Step): number {
  return items.reduce((sum, item) => sum + itemHeight(item, step) + step.item * ROOM + RULE, 0);
}

function itemHeight(item: ListItem, step: Step): number {
  const { inlines, blocks } = item;
  const width = widthOf(step);
  const [first, ...rest] = inlines;
  const led = first?.type === "strong";
  const title = linesOf(titleOf(item), step.item, width) * step.item * LINE.item;
  const text = !led || rest.length === 0 ? 0 : BELOW + linesOf(rest, step.text, width) * step.text * LINE.text;
  return title + text + blocks.reduce((sum, block) => sum + blockHeight(block, step, width), 0);
}

function linesOf(inlines: readonly Inline[], size: number, width: number): number {
  return Math.max(1, Math.ceil((emOf(inlines) * size) / width));
}

/** Nested items stand side by side where they are short. */
function blockHeight(block: Block, { text }: Step, width: number): number {
  switch (block.type) {
    case "paragraph":
      return BELOW + linesOf(block.inlines, text, width) * text * LINE.text;
    case "list":
      return BELOW + Math.ceil(block.items.reduce((sum, { inlines }) => sum + emOf(inlines) * text + APART, 0) / width) * text * LINE.text;
    default:
      return 0;
  }
}

/** Titles of cards stand beside their text, which must not look lost. */
const MOST_CARD = 104;

interface Card {
  readonly title: readonly Inline[];
  readonly blocks: readonly Block[];
}

/** Cards as rows in a box, each like an item with a title. */
export function planCards(cards: readonly Card[], box: { readonly width: number; readonly height: number } = { width: WIDTH, height: HEIGHT }): ListForm {
  const largest = Math.min(MOST_CARD, LARGEST[Math.min(cards.length, MOST_ROWS) - 1] ?? MOST_CARD);
  const fits = (step: Step): boolean => cards.reduce((sum, card) => sum + cardHeight(card, step, box.width), 0) <= box.height;
  const whole = (step: Step): boolean => cards.every(({ title }) => linesOf(title, step.item, box.width) === 1);
  const steps = LIST_STEPS.filter(({ item }) => item <= largest);
  const first = steps.find(fits) ?? LIST_STEPS.at(-1)!;
  const calm = steps.find((step) => step.item <= first.item && step.item >= first.item * WHOLE_LINES && whole(step));
  return { ...(calm ?? first), beside: false };
}

function cardHeight({ title, blocks }: Card, step: Step, width: number): number {
  const heading = title.length === 0 ? 0 : linesOf(title, step.item, width) * step.item * LINE.item;
  return heading + blocks.reduce((sum, block) => sum + blockHeight(block, step, width), 0) + step.item * ROOM + RULE;
}
