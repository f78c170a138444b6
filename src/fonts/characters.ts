/** Which characters the finished pages show: counted on what goes out, so that no font is cut too small. */
import type { RenderedDeck } from "../render/rendered.ts";
import { decodeEntity } from "../render/entities.ts";

/** In every cut where the first font of a stack has it, whether used or not. */
export const RESERVED = -2;
/** Used by the tool's own words, on no slide. */
export const OWN_WORDS = -1;

/** Code points by where they are first seen: index of the slide, OWN_WORDS or RESERVED. */
export type CharacterPlaces = Map<number, number>;

export interface DeckCharacters {
  readonly slides: CharacterPlaces;
  readonly notes: CharacterPlaces;
  /** What only the tool's own controls show. */
  readonly own: CharacterPlaces;
  /** All of the booklet, whatever it is set in; empty where none is made. */
  readonly booklet: CharacterPlaces;
}

/** Kept in every cut, so that a changed figure does not cut all fonts again: digits, Han digits, the words and marks of figures. */
const ALWAYS =
  " !\"#$%&'()*+,-./0123456789:;<=>?@[\\]^_`{|}~\u00a0·—–…−‘’“”、。《》（），：；？！　" +
  "〇零一二三四五六七八九十百千万亿元年月第位近约超不足左右以上下内增长降同比";
/** The names of keys and what else the tool itself writes in Latin letters. */
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/**
 * Counts a deck; `words` are the tool's scripts, of which every character beyond ASCII may be shown (speaker window, help), and
 * `booklet` is the booklet's HTML, empty where none is made.
 */
export function characterPlaces(deck: RenderedDeck, words: string, booklet: string): DeckCharacters {
  const slides: CharacterPlaces = new Map();
  const notes: CharacterPlaces = new Map();
  const own: CharacterPlaces = new Map();
  addText(slides, ALWAYS, RESERVED);
  addText(notes, ALWAYS, RESERVED);
  addText(own, LETTERS, RESERVED);
  addText(slides, words.replace(/[\0-~]+/g, ""), OWN_WORDS);
  for (const text of [generatedContent(deck.css), deck.title, deck.organisation]) addText(slides, text, OWN_WORDS);
  for (const section of deck.sections) addText(slides, section.title, section.firstPage - 1);
  deck.slides.forEach((slide, index) => {
    addHtml(slides, slide.html, index);
    addHtml(notes, slide.notes, index);
    addText(slides, slide.title, index);
    addText(notes, slide.title, index);
  });
  return { slides, notes, own, booklet: booklet === "" ? new Map() : bookletPlaces(booklet, notes) };
}

/** The notes give each character its slide; what is left are ordinals, names and the tool's own words. */
function bookletPlaces(html: string, notes: CharacterPlaces): CharacterPlaces {
  const places: CharacterPlaces = new Map(notes);
  addHtml(places, html, OWN_WORDS);
  return places;
}

function addText(places: CharacterPlaces, text: string, index: number): void {
  for (let at = 0; at < text.length; at += 1) {
    const point = text.codePointAt(at) ?? 0;
    if (point > 0xffff) at += 1;
    const seen = places.get(point);
    if ((seen === undefined && !isInvisible(point)) || seen === RESERVED) places.set(point, index);
  }
}

/** Text between tags; of the tags themselves what is not ASCII, since some attributes are shown (labels, alternatives). */
function addHtml(places: CharacterPlaces, html: string, index: number): void {
  for (const [text] of html.matchAll(/(?<=>)[^<]+|[^\0-~]+/g)) addText(places, text, index);
  if (html.includes("&")) for (const [entity] of html.matchAll(/&#?\w+;/g)) addText(places, decodeEntity(entity), index);
}

/** Strings of `content` declarations, with their `\201C` escapes read. */
function generatedContent(css: string): string {
  const found = [...css.matchAll(/content\s*:\s*([^;}]*)/g)].map((match) => match[1] ?? "").join("");
  return found.replace(/\\([0-9a-f]{1,6})\s?/gi, (_, hex: string) => String.fromCodePoint(Math.min(Number.parseInt(hex, 16), 0x10ffff)));
}

/** Controls, joiners, selectors, halves of pairs: browsers draw nothing for them and need no glyph. */
const INVISIBLE: readonly (readonly [number, number])[] = [
  [0x00, 0x1f], [0x7f, 0x9f], [0xad, 0xad], [0x200b, 0x200f], [0x2028, 0x202e], [0x2060, 0x206f],
  [0xd800, 0xdfff], [0xfe00, 0xfe0f], [0xfeff, 0xfeff], [0xe0000, 0xe0fff],
];

function isInvisible(point: number): boolean {
  return INVISIBLE.some(([first, last]) => point >= first && point <= last);
}
