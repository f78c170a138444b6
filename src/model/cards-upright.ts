/** Cards on an upright screen of 1080 × 1920: whether they find room, as rows with name and growth on the left and the figure on the right; pixels as in portrait.css and tight.css. */
import type { CardsHead, HeroPlan } from "./card-grid.ts";
import type { CardText } from "./card-text.ts";
import { digitsOf, mostLines } from "./card-room.ts";
import { textWidth } from "./text-width.ts";

/** Type of a row, its least height, and the share of its width that the figure may take. */
interface Row {
  readonly number: number;
  readonly words: number;
  readonly label: number;
  readonly growth: number;
  readonly phrase: number;
  readonly least: number;
  readonly share: number;
}
const FEW: Row = { number: 112, words: 44, label: 48, growth: 52, phrase: 60, least: 138, share: 0.62 };
const MANY: Row = { number: 100, words: 40, label: 42, growth: 46, phrase: 48, least: 116, share: 0.62 };
/** Where the words of rows like these would not fit (`cells-wordy`). */
const WORDY: Row = { number: 76, words: 36, label: 36, growth: 46, phrase: 40, least: 100, share: 0.46 };

/** One or two cards have the height of many: the number stands below its name, over the width of the screen, in the largest of these that hold it (`cells-lofty`, `cells-tall`, `cells-low`). */
const STANDING = {
  lofty: { cards: 1, number: 300, words: 80, label: 84, growth: 100, phrase: 132 },
  tall: { cards: 2, number: 220, words: 64, label: 68, growth: 80, phrase: 88 },
  low: { cards: 2, number: 132, words: 48, label: 50, growth: 56, phrase: 64 },
} as const;
/** Gaps in such a card, and the rule and padding around it. */
const AROUND = { gap: 12, edge: 58 } as const;

const WIDTH = 936;
const GAP = 24;
/** Where the foot begins, with a section's name of two lines. */
const FOOT = 1824;
/** Rule and padding of a row. */
const EDGE = 6;
/** Lines of a name beside a large figure. */
const MOST_LINES = 4;

/** `usual` rows, `wordy` rows in smaller type, standing cards where they are few, or none that hold the cards. */
export type UprightForm = "usual" | "wordy" | keyof typeof STANDING | null;

export function planUpright(cards: readonly CardText[], hero: { readonly card: CardText; readonly plan: HeroPlan } | null, head: CardsHead): UprightForm {
  const above = headHeight(head) + (hero === null ? 0 : heroHeight(hero.card, hero.plan)) + 56;
  const rows = (row: Row): readonly RowPlan[] => cards.map((card) => planRow(card, row));
  const holds = (some: readonly RowPlan[]): boolean => above + some.reduce((sum, { height }) => sum + height, 0) <= FOOT;
  const standing = (["lofty", "tall", "low"] as const).find((form) => cards.length <= STANDING[form].cards && above + cards.reduce((sum, card) => sum + standingHeight(card, STANDING[form]), 0) <= FOOT);
  if (standing !== undefined) return standing;
  const usual = rows(cards.length > 6 ? MANY : FEW);
  if (holds(usual) && usual.every(({ nameLines }) => nameLines <= MOST_LINES)) return "usual";
  return holds(rows(WORDY)) ? "wordy" : holds(usual) ? "usual" : null;
}

function headHeight({ kicker, title, lead }: CardsHead): number {
  const size = textWidth(title) > 30 ? 68 : 88;
  return 88 + (kicker === "" ? 0 : 66) + (title === "" ? 0 : mostLines(title, size, WIDTH) * size * 1.24) + (lead === "" ? 0 : 28 + mostLines(lead, 44, WIDTH) * 62) + 56;
}

function heroHeight({ name, parts, text, asides }: CardText, { form, small }: HeroPlan): number {
  const type = small ? { words: 48, label: 48, growth: 64 } : { words: 72, label: 64, growth: 112 };
  const around = (form.form.includes("stacked") ? type.words * 1.3 : 0) + (form.form.includes("unit-below") ? mostLines(parts?.after ?? "", type.words, WIDTH) * type.words * 1.3 : 0);
  const value = form.form === "phrase" ? mostLines(text, form.size, WIDTH) * form.size * 1.3 + 12 : Math.min(360, form.size * 1.16) * 0.98 + around;
  return 40 + mostLines(name, type.label, WIDTH) * type.label * 1.25 + value + asides.reduce((sum, aside, index) => sum + 20 + mostLines(aside, type.growth * 0.72, WIDTH) * type.growth * (index === 0 ? 1.16 : 0.7), 0);
}

interface RowPlan {
  readonly height: number;
  readonly nameLines: number;
}

function planRow({ name, parts, text, asides }: CardText, row: Row): RowPlan {
  const most = WIDTH * row.share;
  const figure = parts === null ? phraseOf(text, row, most) : figureOf(parts, row, most);
  const left = Math.max(WIDTH * 0.34, WIDTH - figure.width - GAP);
  const aside = asides.length === 0 ? 0 : sansLines(asides.join("　"), row.growth * 0.85, left) * row.growth * 1.16;
  const nameLines = sansLines(name, row.label, left);
  return { nameLines, height: Math.max(row.least, nameLines * row.label * 1.3 + aside + EDGE, figure.height + EDGE) };
}

/** Height of a card whose number stands below its name; without end where number and unit need more than one line. */
function standingHeight({ name, parts, text, asides }: CardText, type: (typeof STANDING)[keyof typeof STANDING]): number {
  const figure = parts === null ? phraseOf(text, { ...FEW, ...type }, WIDTH).height : figureOf(parts, { ...FEW, ...type }, WIDTH).height;
  if (parts !== null && figure > type.number) return Infinity;
  const aside = asides.length === 0 ? 0 : sansLines(asides.join("　"), type.growth * 0.85, WIDTH) * type.growth * 1.16;
  return sansLines(name, type.label, WIDTH) * type.label * 1.3 + figure * 1.06 + aside + 2 * AROUND.gap + AROUND.edge;
}

/** Names and units are set in the sans, whose Latin words are narrower than the serif's. */
const SANS = 0.92;

function widthOf(text: string, size: number): number {
  return textWidth(text.trim()) * size * (/[a-z]{2}/i.test(text) ? SANS : 1);
}

function sansLines(text: string, size: number, width: number): number {
  return widthOf(text, size) <= width ? 1 : mostLines(text, size, width);
}

interface Box {
  readonly width: number;
  readonly height: number;
}

function phraseOf(text: string, { phrase }: Row, most: number): Box {
  const lines = mostLines(text, phrase, most);
  return { width: lines > 1 ? most : textWidth(text) * phrase, height: lines * phrase * 1.2 };
}

/** Qualifier, number and unit beside each other, or each on lines of its own. */
function figureOf({ before, number, after }: NonNullable<CardText["parts"]>, { number: size, words }: Row, most: number): Box {
  const digits = digitsOf(number) * size * 0.5;
  const beside = [before, after].reduce((sum, part) => sum + (part === "" ? 0 : widthOf(part, words) + 12), digits);
  const stacked = [before, after].reduce((sum, part) => sum + (part === "" ? 0 : sansLines(part, words, most) * words * 1.1), size);
  return beside <= most ? { width: beside, height: size } : { width: Math.max(digits, most), height: stacked };
}
