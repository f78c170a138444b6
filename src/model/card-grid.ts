/** The grid of cards and the panel of the one that leads: which form of each holds all its words, in pixels of the canvas, as in figures.css. */
import type { CardText } from "./card-text.ts";
import { fewestLines, fitHero, fitNumber, fitPhrase, heightOf, mostLines, STEPS, type CountLines, type NumberForm, type Room } from "./card-room.ts";
import { textWidth } from "./text-width.ts";

/** The words above cards. */
export interface CardsHead {
  readonly kicker: string;
  readonly title: string;
  readonly lead: string;
}

export interface GridPlan {
  readonly room: Room;
  readonly forms: readonly NumberForm[];
  /** Whether every card has room for all its words. */
  readonly holds: boolean;
}

/** The smallest number that sets the size for others, as a share of the middle one; where words are counted with care, one card of many does not make all small. */
const LEAST_SHARED = { usual: 0.7, careful: 0.85 } as const;

/** The largest form of one card in its row; null where it has no number, or no room for it. */
function fitCard(card: CardText, room: Room, lines: CountLines): NumberForm | null {
  const forms = STEPS.filter((size) => size <= room.most).map((most) => (card.parts === null ? null : fitNumber(card.parts, room, most)));
  return forms.find((form) => form !== null && heightOf(card, form, room, lines) <= room.height) ?? forms.at(-1) ?? null;
}

/** The forms of cards that share a grid: most of them in one size, those with more words in a smaller one. */
function fitCards(cards: readonly CardText[], room: Room, lines: CountLines): readonly NumberForm[] {
  const own = cards.map((card) => fitCard(card, room, lines));
  const sizes = own.flatMap((form) => (form === null ? [] : [form.size])).toSorted((x, y) => x - y);
  const middle = sizes[Math.floor((sizes.length - 1) / 2)] ?? room.most;
  const shared = sizes.find((size) => size >= middle * (lines === mostLines ? LEAST_SHARED.careful : LEAST_SHARED.usual)) ?? middle;
  return cards.map((card, index) => {
    const form = own[index] ?? null;
    if (form === null) return fitPhrase(card, room, lines);
    return form.size <= shared ? form : (fitCard(card, { ...room, most: shared }, lines) ?? form);
  });
}

/** Sizes of words in a grid, by the class that sets them in figures.css, largest first. */
const WORDS = {
  grand: { words: 64, label: 60, growth: 96, phrase: 104 },
  large: { words: 56, label: 52, growth: 72, phrase: 88 },
  plain: { words: 44, label: 44, growth: 60, phrase: 64 },
  snug: { words: 40, label: 40, growth: 56, phrase: 52 },
  dense: { words: 36, label: 36, growth: 48, phrase: 44 },
} as const;
const FORMS = ["grand", "large", "plain", "snug", "dense"] as const;

function roomOf(form: Room["form"], columns: number, rows: number, box: { readonly width: number; readonly height: number }, most: number): Room {
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

/** The same grid with its words in each smaller form. */
function smaller(room: Room): readonly Room[] {
  return FORMS.slice(FORMS.indexOf(room.form) + 1).map((form) => ({ ...room, form, ...WORDS[form] }));
}

/** The mark behind a number hangs in the space beside it, or takes part in its line. */
function withMark(card: CardText): CardText {
  return card.parts === null ? card : { ...card, parts: { ...card.parts, after: card.parts.after + card.mark } };
}

function holdsMark(card: CardText, { size, form }: NumberForm, room: Room): boolean {
  if (card.mark === "" || form !== "beside") return true;
  const needed = fitNumber(withMark(card).parts!, room, size);
  return needed?.size === size && needed.form === form;
}

/** The grid in which the smallest number is largest, and the form of each card in it; words are smaller where they would not fit. `band` is the height of the head above a grid without a panel. */
export function planGrid(cards: readonly CardText[], beside: boolean, band: number): GridPlan {
  const rooms = beside ? roomsBeside(cards.length) : roomsBelow(cards.length, band);
  const plan = (room: Room, lines: CountLines): GridPlan => {
    const forms = fitCards(lines === mostLines ? cards.map(withMark) : cards, room, lines);
    return { room, forms, holds: cards.every((card, index) => holdsMark(card, forms[index]!, room) && heightOf(card, forms[index]!, room, mostLines) <= room.height) };
  };
  const smallest = ({ forms }: GridPlan): number => Math.min(...forms.map(({ size }) => size));
  const best = rooms.map((room) => plan(room, fewestLines)).reduce((one, other) => (smallest(other) > smallest(one) ? other : one));
  if (best.holds) return best;
  return [...rooms, ...rooms.flatMap(smaller)].map((room) => plan(room, mostLines)).find(({ holds }) => holds) ?? best;
}

/** Height of a band without a lead, and of one line of a lead, in pixels, as in ground.css. */
const BAND = { kicker: 54, title: 176, more: 96, lead: 60, line: 42 } as const;

/** Height of a band in pixels, as far as the grid below needs to know it. */
export function bandHeight({ kicker, title, lead }: CardsHead): number {
  const width = textWidth(title);
  return BAND.title + (kicker === "" ? 0 : BAND.kicker) + (width > 24 ? BAND.more : 0) + (lead === "" ? 0 : Math.ceil(textWidth(lead) / BAND.line) * BAND.lead + 16);
}

/** Width of the panel's words beside few cards and beside many, where they begin, and where they end without and above a lead. */
const PANEL = { few: 604, many: 476, top: 76, foot: 890, lead: 850, leadLine: 56 } as const;
/** Titles of a panel by their width in em, as in figures.css. */
const TITLES = [{ holds: 18, size: 60 }, { holds: 30, size: 52 }, { holds: Infinity, size: 44 }] as const;

/** Height that the head leaves to the leading card, in pixels. */
function panelRoom({ kicker, title, lead }: CardsHead, width: number): number {
  const { size } = TITLES.find(({ holds }) => textWidth(title) <= holds) ?? TITLES[2];
  const head = PANEL.top + (kicker === "" ? 0 : mostLines(kicker, 36, width) * 50 + 10) + (title === "" ? 0 : mostLines(title, size, width) * size * 1.3);
  return lead === "" ? PANEL.foot - head : PANEL.lead - head - 52 - mostLines(lead, 40, width) * PANEL.leadLine;
}

/** Height of the leading card. */
function heroHeight({ name, parts, text, asides }: CardText, { size, form }: NumberForm, { label, words, growth, width }: Room): number {
  const around = (form.includes("stacked") ? words * 1.3 : 0) + (form.includes("unit-below") ? mostLines(parts?.after ?? "", words, width) * words * 1.3 : 0);
  const value = form === "phrase" ? mostLines(text, size, width) * size * 1.3 + 12 : size * 0.98 + around;
  const [aside = "", ...more] = asides;
  return mostLines(name, label, width) * label * 1.25 + value + (aside === "" ? 0 : 20 + mostLines(aside, growth * 0.72, width) * growth * 1.16) + more.length * growth * 0.9;
}

export interface HeroPlan {
  readonly room: Room;
  readonly form: NumberForm;
  /** Whether its words are set smaller than elsewhere (`hero-small`). */
  readonly small: boolean;
  readonly holds: boolean;
}

/** The leading card beside `count` others: as large as ever if it has room, else a smaller number, else smaller words. */
export function planHero(card: CardText, count: number, head: CardsHead): HeroPlan {
  const width = count > 6 ? PANEL.many : PANEL.few;
  const grand: Room = { form: "grand", columns: 1, width, height: 700, most: count > 6 ? 264 : 300, words: 64, label: 60, growth: 96, phrase: 96 };
  const height = panelRoom(head, width);
  const plan = (room: Room): HeroPlan => {
    const form = fitHero(room === grand ? card : withMark(card), room);
    const needed = fitHero(withMark(card), { ...room, most: form.size });
    const holds = heroHeight(card, form, room) <= height && (form.form.includes("unit-below") || (needed.size === form.size && needed.form === form.form));
    return { room, form, small: room.form !== "grand", holds };
  };
  const usual = plan(grand);
  const rooms = [
    ...STEPS.filter((size) => size < usual.form.size && size >= 160).map((most): Room => ({ ...grand, height, most })),
    ...STEPS.filter((size) => size <= 160).map((most): Room => ({ ...grand, form: "plain", height, most, words: 44, label: 44, growth: 60, phrase: 64 })),
  ];
  return usual.holds ? usual : (rooms.map(plan).find(({ holds }) => holds) ?? usual);
}
