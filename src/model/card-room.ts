/** How large the numbers of cards are set: as large as their column and their row allow, chosen when the deck is built, so that nothing is shrunk or cut on the stage; what does not fit even in the smallest form goes on (cards-plan.ts). */
import type { CardText } from "./card-text.ts";
import type { FigureParts } from "./figure-parts.ts";
import { textWidth } from "./text-width.ts";

/** Sizes of numbers in pixels, as the classes `n-…` of figures.css. */
export const STEPS = [320, 300, 264, 240, 220, 200, 180, 160, 144, 132, 120, 112, 104, 96, 88, 76] as const;
/** Advance of a tabular digit, in em. */
const DIGIT = 0.5;
const GAP = 12;
/** Below this share of its size a number with a unit of Latin words is set alone, and the unit stands below it. */
const SHRUNK = 0.85;

/** Where a card stands: pixels of the canvas, as in figures.css. */
export interface Room {
  readonly form: "grand" | "large" | "plain" | "snug" | "dense";
  readonly columns: number;
  readonly width: number;
  /** Of its row, rules included. */
  readonly height: number;
  /** Largest number. */
  readonly most: number;
  /** Units and qualifiers, names, growth, and what is set as words. */
  readonly words: number;
  readonly label: number;
  readonly growth: number;
  readonly phrase: number;
}

/** A number with its unit and qualifier beside it, below it or above it; `phrase` sets all of it as words. */
export interface NumberForm {
  readonly size: number;
  readonly form: "beside" | "unit-below" | "stacked" | "stacked unit-below" | "phrase";
}

/** Sizes of words that stand in place of a number, as the classes `p-…`. */
const PHRASES = [160, 132, 104, 96, 88, 72, 64, 56, 52, 48, 44] as const;

/** Words of at most so many em (Ⅱ类, 1∶1.75, 1/3以上) are as much of a figure as its neighbours' digits, and take this share of their size. */
const SHORT = { width: 4.4, share: 0.66 } as const;

/** Words on one line where they need little more than a size less for it; otherwise on as many as their row holds. */
export function fitPhrase(card: Pick<CardText, "name" | "text" | "asides">, room: Room, lines: CountLines = fewestLines): NumberForm {
  const most = textWidth(card.text) <= SHORT.width ? Math.max(room.phrase, room.most * SHORT.share) : room.phrase;
  const sizes = PHRASES.filter((size) => size <= most);
  const holds = (size: number): boolean => heightOf({ ...card, parts: null, mark: "" }, { size, form: "phrase" }, room, lines) <= room.height;
  const line = sizes.find((size) => size >= most * 0.7 && lines(card.text, size, room.width) === 1 && holds(size));
  return { size: line ?? sizes.find(holds) ?? sizes.at(-1)!, form: "phrase" };
}

/** Width of a number in digits: a separator counts as half of one. */
export function digitsOf(number: string): number {
  return [...number].reduce((sum, character) => sum + (/[.,]/.test(character) ? 0.5 : /[%％]/.test(character) ? 1.7 : /[-−]/.test(character) ? 1.1 : /[—～]/.test(character) ? 2.2 : /–/.test(character) ? 1.4 : 1), 0);
}

function largest(parts: FigureParts, others: number, room: Room, most: number): number | null {
  return STEPS.find((size) => size <= most && digitsOf(parts.number) * size * DIGIT + others <= room.width - 4) ?? null;
}

function widthOf(words: string, room: Room): number {
  return words === "" ? 0 : textWidth(words) * room.words + GAP;
}

/** The largest size in which a number has its qualifier and unit beside it, or stands alone above its unit. */
export function fitNumber(parts: FigureParts, room: Room, most = room.most): NumberForm | null {
  const [before, after] = [widthOf(parts.before, room), widthOf(parts.after, room)];
  const beside = largest(parts, before + after, room, most);
  const alone = largest(parts, before, room, most);
  const below = /[A-Za-z]/.test(parts.after) && alone !== null && (beside === null || beside < Math.min(most, alone) * SHRUNK);
  if (below) return { size: alone, form: "unit-below" };
  if (beside !== null) return { size: beside, form: "beside" };
  if (alone !== null) return { size: alone, form: "unit-below" };
  const bare = /[A-Za-z]/.test(parts.before) ? largest(parts, 0, room, most) : null;
  return bare === null ? null : { size: bare, form: "stacked unit-below" };
}

/** The one number of a panel: where the words around it would make it small, they stand above and below it. */
export function fitHero(card: CardText, room: Room): NumberForm {
  const { parts } = card;
  return (parts === null ? null : fitStacked(parts, room)) ?? fitPhrase(card, room);
}

/** A leading number that would be smaller than this beside its unit stands above it. */
const LEAST_HERO = 150;

function fitStacked(parts: FigureParts, room: Room): NumberForm | null {
  const beside = fitNumber(parts, room);
  if (parts.before === "" && parts.after !== "" && beside?.form === "beside" && beside.size < LEAST_HERO) return { size: largest(parts, 0, room, room.most) ?? beside.size, form: "unit-below" };
  if (parts.before === "" || (beside !== null && beside.form === "beside" && beside.size >= room.most * SHRUNK)) return beside;
  const tailed = largest(parts, widthOf(parts.after, room), room, room.most);
  if (tailed !== null && tailed >= room.most * 0.6) return { size: tailed, form: "stacked" };
  const alone = largest(parts, 0, room, room.most);
  return alone === null ? beside : { size: alone, form: "stacked unit-below" };
}

/** Rule and padding of a card, in pixels. */
const EDGE = 24;
/** Words beside a growth are smaller than its figure; long words leave much of a line empty. */
const ASIDE = { usual: 0.78, latin: 0.95 } as const;
/** A unit below its number, as a share of one beside it, and at least so many pixels. */
const BELOW = { share: 0.84, least: 36 } as const;
/** Height of lines in em. */
const LINE = 1.3;

/** Lines of a text of this size in this width. */
export type CountLines = (text: string, size: number, width: number) => number;

/** As many as a text needs that fills each line. */
export const fewestLines: CountLines = (text, size, width) => Math.max(1, Math.ceil((textWidth(text) * size) / width));

/** Em that a phrase or a word leaves empty at the end of a line. */
const RAGGED = { han: 1.8, latin: 2 } as const;

/** As many as it may need: whole phrases and words leave the ends of lines empty. */
export const mostLines: CountLines = (text, size, width) => {
  const whole = textWidth(text) * size;
  return whole <= width ? 1 : Math.max(2, Math.ceil(whole / Math.max(width * 0.7, width - (/[a-z]{2}/i.test(text) ? RAGGED.latin : RAGGED.han) * size)));
};

function asideShare(asides: readonly string[], lines: CountLines): number {
  return lines === mostLines && /[a-z]{2}/i.test(asides[0] ?? "") ? ASIDE.latin : ASIDE.usual;
}

/** Height of a card in a grid. */
export function heightOf({ name, parts, text, asides }: CardText, form: NumberForm, room: Room, lines: CountLines): number {
  const below = Math.max(BELOW.least, room.words * BELOW.share);
  const above = form.form.includes("stacked") ? lines(parts?.before ?? "", room.words, room.width) * room.words * LINE : 0;
  const value = form.form === "phrase" ? lines(text, form.size, room.width) * form.size * LINE + 12 : above + form.size * 1.06 + (form.form.includes("unit-below") ? lines(parts?.after ?? "", below, room.width) * below * LINE : 0);
  return EDGE + lines(name, room.label, room.width) * room.label * LINE + value + (asides.length === 0 ? 0 : lines(asides.join("　"), room.growth * asideShare(asides, lines), room.width) * room.growth * 1.16);
}
