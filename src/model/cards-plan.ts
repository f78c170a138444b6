/** Whether cards of figures and of targets find room on one slide of 1920 × 1080 in the smallest type they may have, estimated from their words; else they go on. */
import type { FigureCard, TargetCard } from "./deck.ts";
import { divideEvenly, roomBelow, type TableText } from "./table-plan.ts";
import { textWidth } from "./text-width.ts";
import { formatFigure } from "./unit.ts";

/** The words of a card. */
interface CardWords {
  readonly name: string;
  /** The figure with its unit, or words. */
  readonly main: string;
  /** Growth, place in a list, what a target adds: lines below the figure. */
  readonly below: readonly string[];
}

/** Pixels of the type in which cards are set, as in figures.css; `number` is a digit's height, `figure` its line. */
interface Form {
  readonly name: number;
  readonly nameLine: number;
  readonly number: number;
  readonly figure: number;
  readonly words: number;
  readonly wordsLine: number;
  readonly below: number;
  readonly padding: number;
}
const LARGE: Form = { name: 36, nameLine: 48, number: 96, figure: 132, words: 36, wordsLine: 40, below: 46, padding: 24 };
const TIGHT: Form = { name: 32, nameLine: 38, number: 60, figure: 70, words: 32, wordsLine: 38, below: 40, padding: 26 };
/** On an upright screen a card is a row: its name and what stands below on the left, the figure on the right. */
interface UprightForm extends Form {
  readonly left: number;
  readonly right: number;
}
const UPRIGHT_LARGE: UprightForm = { name: 40, nameLine: 52, number: 100, figure: 110, words: 36, wordsLine: 44, below: 52, padding: 8, left: 400, right: 500 };
const UPRIGHT_TIGHT: UprightForm = { name: 34, nameLine: 42, number: 60, figure: 70, words: 32, wordsLine: 38, below: 42, padding: 20, left: 500, right: 420 };
/** Pixels of an upright page for all cards, those that a hero takes, and a line of the lead. */
const UPRIGHT = { height: 1500, hero: 560, leadLine: 66 } as const;

/** Columns by the number of cards, alone and beside a hero; from the tenth on there are four. */
const ALONE = [1, 2, 3, 2, 3, 3, 4, 4, 3] as const;
const BESIDE = [1, 1, 1, 2, 2, 2] as const;
const WIDTHS = { alone: 1696, beside: 976, gap: 32 } as const;
/** Space above the cards without and with a lead, and the height of those beside a hero. */
const ABOVE = { plain: 80, lead: 40 } as const;
const BESIDE_HEIGHT = 860;
const DIGIT = 0.52;
/** The browser's widths differ a little from the estimate, and phrases leave the ends of lines empty. */
const CAUTION = 1.08;
const MOST = 12;

/** Cards on each slide, in order; the first slide has the hero as well. */
export function planCards(cards: readonly (FigureCard | TargetCard)[], above: Pick<TableText, "title" | "lead">): readonly number[] {
  const hero = cards.filter((card) => "hero" in card && card.hero).length;
  const words = cards.slice(hero).map(wordsOf);
  const all = [cards.length];
  if (words.every((card) => isShort(card, words.length, hero > 0))) return all;
  if (fits(words, hero > 0, LARGE, above) && fitsUpright(words, hero > 0, UPRIGHT_LARGE, above)) return all;
  const fitsTight = (some: readonly CardWords[]): boolean => fits(some, hero > 0, TIGHT, above) && fitsUpright(some, hero > 0, UPRIGHT_TIGHT, above);
  if (fitsTight(words)) return all;
  const parts = divideEvenly(words, (some) => some.length <= MOST && fitsTight(some));
  return parts.map((count, index) => (index === 0 ? count + hero : count));
}

function wordsOf(card: FigureCard | TargetCard): CardWords {
  if ("wording" in card) {
    const [, main = card.wording, also = ""] = /^(.*?)[，,、；;]\s?(\D.*)$/su.exec(card.wording) ?? [];
    return { name: card.name, main, below: also === "" ? [] : [also] };
  }
  const { name, value, unit, growth, basis, rank } = card;
  const main = value !== null ? formatFigure(value, unit) : (growth?.phrase ?? (rank === null ? "" : `${rank}`));
  const aside = growth === null ? (basis ?? "") : `${growth.base ?? "同比"} ${value === null ? "" : growth.phrase}`;
  return { name, main, below: [aside, rank === null || main === `${rank}` ? "" : "第00位"].filter((text) => text !== "") };
}

function partsOf(main: string): { readonly number: string; readonly words: string } {
  const [, ahead = "", number = "", after = ""] = /^(\D*)([\d.,%]*)(.*)$/su.exec(main) ?? [];
  return { number, words: `${ahead}${after}`.trim() };
}

function columnsOf(count: number, beside: boolean): number {
  return (beside ? BESIDE : ALONE)[count - 1] ?? 4;
}

function widthOf(count: number, beside: boolean): number {
  const columns = columnsOf(count, beside);
  return ((beside ? WIDTHS.beside : WIDTHS.alone) - WIDTHS.gap * (columns - 1)) / columns;
}

/** One line for the name, and figure and growth side by side: every card has room for that. */
function isShort({ name, main, below }: CardWords, count: number, beside: boolean): boolean {
  const { number, words } = partsOf(main);
  return textWidth(name) * LARGE.name * CAUTION <= Math.min(widthOf(count, beside), UPRIGHT_LARGE.left) && number.length <= 7 && textWidth(words) <= 4 && below.every((text) => textWidth(text) <= 9);
}

function heightOf({ name, main, below }: CardWords, width: number, form: Form): number {
  const { number, words } = partsOf(main);
  const lines = (text: string, size: number): number => Math.ceil((textWidth(text) * size * CAUTION) / width);
  const digits = number.length * DIGIT * form.number;
  const beside = digits + textWidth(words) * form.words * CAUTION + 20 <= width;
  const figure = number === "" ? lines(main, 44) * 58 : form.figure + (beside || words === "" ? 0 : lines(words, form.words) * form.wordsLine);
  return form.padding + lines(name, form.name) * form.nameLine + figure + below.reduce((sum, text) => sum + lines(text, form.words) * form.below, 0);
}

function fits(cards: readonly CardWords[], beside: boolean, form: Form, above: Pick<TableText, "title" | "lead">): boolean {
  const columns = columnsOf(cards.length, beside);
  const width = widthOf(cards.length, beside);
  const room = beside ? BESIDE_HEIGHT : roomBelow(above) + 48 - (above.lead === "" ? ABOVE.plain : ABOVE.lead);
  let height = 0;
  for (let from = 0; from < cards.length; from += columns) height += Math.max(...cards.slice(from, from + columns).map((card) => heightOf(card, width, form)));
  return height <= room;
}

function fitsUpright(cards: readonly CardWords[], hero: boolean, form: UprightForm, above: Pick<TableText, "title" | "lead">): boolean {
  const lead = Math.ceil(textWidth(above.lead) / 20) * UPRIGHT.leadLine;
  const height = cards.reduce((sum, { name, main, below }) => {
    const left = heightOf({ name, main: "", below }, form.left, form);
    const right = heightOf({ name: "", main, below: [] }, form.right, form);
    return sum + Math.max(left, right, 118);
  }, 0);
  return height + lead + (hero ? UPRIGHT.hero : 0) <= UPRIGHT.height;
}
