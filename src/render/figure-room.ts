/** How large the numbers of cards are set: as large as their column and their row allow, chosen when the deck is built, so that nothing is shrunk or cut on the stage. */
import { textWidth } from "../model/text-width.ts";

/** A printed figure split into the parts that are set differently; each may be empty. */
export interface FigureParts {
  /** 近, 约, 增长 … before the number. */
  readonly before: string;
  /** Digits with sign, separators and per cent sign; both ends of a range. */
  readonly number: string;
  /** Scale, unit and what follows it: 亿元, 多万件, 左右. */
  readonly after: string;
}

/** Sizes of numbers in pixels, as the classes `n-…` of figures.css. */
const STEPS = [320, 300, 264, 240, 220, 200, 180, 160, 144, 132, 120, 112, 104, 96, 88, 76] as const;
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

/** What a card says, as far as its size depends on it. */
export interface CardText {
  readonly name: string;
  /** Null where all of it is words. */
  readonly parts: FigureParts | null;
  readonly text: string;
  /** The lines below the number: growth and place. */
  readonly asides: readonly string[];
}

/** A number with its unit and qualifier beside it, below it or above it; `phrase` sets all of it as words. */
export interface NumberForm {
  readonly size: number;
  readonly form: "beside" | "unit-below" | "stacked" | "stacked unit-below" | "phrase";
}

export function classOfForm({ size, form }: NumberForm): string {
  if (form === "phrase") return `cell-phrase p-${size}`;
  return `n-${size}${form === "beside" ? "" : ` ${form}`}`;
}

/** Sizes of words that stand in place of a number, as the classes `p-…`. */
const PHRASES = [104, 96, 88, 72, 64, 56, 52, 48, 44] as const;

/** Words on one line where they need little more than a size less for it; otherwise on as many as their row holds. */
export function fitPhrase(card: Pick<CardText, "name" | "text" | "asides">, room: Room): NumberForm {
  const sizes = PHRASES.filter((size) => size <= room.phrase);
  const holds = (size: number): boolean => heightOf({ ...card, parts: null }, { size, form: "phrase" }, room) <= room.height;
  const line = sizes.find((size) => size >= room.phrase * 0.7 && linesOf(card.text, size, room.width) === 1 && holds(size));
  return { size: line ?? sizes.find(holds) ?? sizes.at(-1)!, form: "phrase" };
}

/** Width of a number in digits: a separator counts as half of one. */
function digitsOf(number: string): number {
  return [...number].reduce((sum, character) => sum + (/[.,]/.test(character) ? 0.5 : /[%％]/.test(character) ? 1.7 : /[—～]/.test(character) ? 2.2 : /–/.test(character) ? 1.4 : 1), 0);
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
  return alone === null ? null : { size: alone, form: "unit-below" };
}

/** The one number of a panel: where the words around it would make it small, they stand above and below it. */
export function fitHero(card: CardText, room: Room): NumberForm {
  const { parts } = card;
  return (parts === null ? null : fitStacked(parts, room)) ?? fitPhrase(card, room);
}

function fitStacked(parts: FigureParts, room: Room): NumberForm | null {
  const beside = fitNumber(parts, room);
  if (parts.before === "" || (beside !== null && beside.form === "beside" && beside.size >= room.most * SHRUNK)) return beside;
  const tailed = largest(parts, widthOf(parts.after, room), room, room.most);
  if (tailed !== null && tailed >= room.most * 0.6) return { size: tailed, form: "stacked" };
  const alone = largest(parts, 0, room, room.most);
  return alone === null ? beside : { size: alone, form: "stacked unit-below" };
}

/** Rule and padding of a card, in pixels. */
const EDGE = 24;
/** Words beside a growth are smaller than its figure, whose size counts. */
const ASIDE = 0.78;
/** A unit below its number, as a share of one beside it, and at least so many pixels. */
const BELOW = { share: 0.84, least: 36 } as const;
/** Height of lines in em. */
const LINE = 1.3;

function linesOf(text: string, size: number, width: number): number {
  return Math.max(1, Math.ceil((textWidth(text) * size) / width));
}

function heightOf({ name, parts, text, asides }: CardText, form: NumberForm, room: Room): number {
  const below = Math.max(BELOW.least, room.words * BELOW.share);
  const value = form.form === "phrase" ? linesOf(text, form.size, room.width) * form.size * LINE + 12 : form.size * 1.06 + (form.form.includes("unit-below") ? linesOf(parts?.after ?? "", below, room.width) * below * LINE : 0);
  return EDGE + linesOf(name, room.label, room.width) * room.label * LINE + value + (asides.length === 0 ? 0 : linesOf(asides.join("　"), room.growth * ASIDE, room.width) * room.growth * 1.16);
}

/** The smallest number that sets the size for others, as a share of the middle one. */
const LEAST_SHARED = 0.7;

/** The largest form of one card in its row; null where it has no number, or no room for it. */
function fitCard(card: CardText, room: Room): NumberForm | null {
  const forms = STEPS.filter((size) => size <= room.most).map((most) => (card.parts === null ? null : fitNumber(card.parts, room, most)));
  return forms.find((form) => form !== null && heightOf(card, form, room) <= room.height) ?? forms.at(-1) ?? null;
}

/** The forms of cards that share a grid: most of them in one size, those with more words in a smaller one. */
function planCards(cards: readonly CardText[], room: Room): readonly NumberForm[] {
  const own = cards.map((card) => fitCard(card, room));
  const sizes = own.flatMap((form) => (form === null ? [] : [form.size])).toSorted((x, y) => x - y);
  const middle = sizes[Math.floor((sizes.length - 1) / 2)] ?? room.most;
  const shared = sizes.find((size) => size >= middle * LEAST_SHARED) ?? middle;
  return cards.map((card, index) => {
    const form = own[index] ?? null;
    if (form === null) return fitPhrase(card, room);
    return form.size <= shared ? form : (fitCard(card, { ...room, most: shared }) ?? form);
  });
}

/** Sizes of words in a grid, by the class that sets them in figures.css. */
const WORDS = {
  grand: { words: 64, label: 60, growth: 96, phrase: 104 },
  large: { words: 56, label: 52, growth: 72, phrase: 88 },
  plain: { words: 44, label: 44, growth: 60, phrase: 64 },
  snug: { words: 40, label: 40, growth: 56, phrase: 52 },
  dense: { words: 36, label: 36, growth: 48, phrase: 44 },
} as const;

function roomOf(form: keyof typeof WORDS, columns: number, rows: number, box: { readonly width: number; readonly height: number }, most: number): Room {
  return { form, columns, width: (box.width - 32 * (columns - 1)) / columns, height: box.height / rows, most, ...WORDS[form] };
}

/** Grids for `count` cards beside a panel, which is narrower where they are many, and down to the foot. */
function roomsBeside(count: number): readonly Room[] {
  const box = { width: count > 6 ? 1136 : 1008, height: 926 };
  if (count <= 3) return [roomOf(count <= 2 ? "large" : "plain", 1, count, box, [320, 240, 180][count - 1] ?? 180)];
  if (count <= 6) return [roomOf("plain", 2, Math.ceil(count / 2), box, 180)];
  return [roomOf("plain", 2, Math.ceil(count / 2), box, 132), roomOf("snug", 3, Math.ceil(count / 3), box, 132)];
}

/** Grid of `count` cards below a band of `band` pixels. */
function roomsBelow(count: number, band: number): readonly Room[] {
  const columns = [1, 2, 3, 2, 3, 3, 4, 4, 3][count - 1] ?? 4;
  const form = count <= 2 ? "grand" : count <= 6 ? "plain" : count <= 8 ? "snug" : "dense";
  return [roomOf(form, columns, Math.ceil(count / columns), { width: 1696, height: 1000 - band - 44 }, [320, 264, 200][count - 1] ?? (count <= 6 ? 180 : 144))];
}

/** The grid in which the smallest number is largest, and the form of each card in it. `band` is the height of the head above a grid without a panel. */
export function planGrid(cards: readonly CardText[], beside: boolean, band: number): { readonly room: Room; readonly forms: readonly NumberForm[] } {
  const rooms = beside ? roomsBeside(cards.length) : roomsBelow(cards.length, band);
  const plans = rooms.map((room) => ({ room, forms: planCards(cards, room) }));
  const smallest = ({ forms }: { readonly forms: readonly NumberForm[] }): number => Math.min(...forms.map(({ size }) => size));
  return plans.reduce((best, plan) => (smallest(plan) > smallest(best) ? plan : best));
}

export function classOfRoom({ form, columns }: Room): string {
  return `cells-${form} cols-${columns}`;
}
