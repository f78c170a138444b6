/** Which characters the finished pages show: counted in the final output, so that no font is cut too small. */
import type { RenderedDeck } from "../render/rendered.ts";
import { decodeEntity } from "../render/entities.ts";

/** Kept in every cut if the first font of a stack has it, used or not. */
export const RESERVED = -2;
/** Used by the tool's own words, not by any slide. */
export const OWN_WORDS = -1;

/** Code points by the place where they first appear: index of the slide, OWN_WORDS or RESERVED. */
export type CharacterPlaces = Map<number, number>;

export interface DeckCharacters {
  readonly slides: CharacterPlaces;
  readonly notes: CharacterPlaces;
  /** Characters that only the tool's own controls show. */
  readonly own: CharacterPlaces;
  /** All characters of the booklet, in any font; empty if there is no booklet. */
  readonly booklet: CharacterPlaces;
}

/** Kept in every cut, so that a changed figure does not force all fonts to be cut again: digits, Han digits, the words and marks of figures. */
const ALWAYS =
  " !\"#$%&'()*+,-./0123456789:;<=>?@[\\]^_`{|}~\u00a0·—–…−‘’“”、。《》（），：；？！　" +
  "〇零一二三四五六七八九十百千万亿元年月第位近约超不足左右以上下内增长降同比";
/** For key names and other text that the tool itself writes in Latin letters. */
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/**
 * Counts a deck. `words` are the tool's scripts: any of their characters beyond ASCII may be
 * shown (speaker window, help). `booklet` is the booklet's HTML, empty if there is no booklet.
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
  // The booklet borrows the fonts of the slides for its title and for headings of the first level, which may be the text's own.
  for (const [, , heading = ""] of booklet.matchAll(/<h([12])\b([^]*?)<\/h\1>/g)) addHtml(slides, `<h${heading}`, OWN_WORDS);
  return { slides, notes, own, booklet: booklet === "" ? new Map() : bookletPlaces(booklet, notes) };
}

/** The notes tell which slide a character is on; the rest are ordinals, names and the tool's own words. */
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

/** Text between tags; inside tags only non-ASCII characters, since some attributes are shown (labels, alternatives). */
function addHtml(places: CharacterPlaces, html: string, index: number): void {
  for (const [text] of html.matchAll(/(?<=>)[^<]+|[^\0-~]+/g)) addText(places, text, index);
  if (html.includes("&")) for (const [entity] of html.matchAll(/&#?\w+;/g)) addText(places, decodeEntity(entity), index);
}

/** Strings of `content` declarations, with their `\201C` escapes decoded. */
function generatedContent(css: string): string {
  const found = [...css.matchAll(/content\s*:\s*([^;}]*)/g)].map((match) => match[1] ?? "").join("");
  return found.replace(/\\([0-9a-f]{1,6})\s?/gi, (_, hex: string) => String.fromCodePoint(Math.min(Number.parseInt(hex, 16), 0x10ffff)));
}

/** Control characters, joiners, selectors, lone surrogates: browsers draw nothing for them, so they need no glyph. */
const INVISIBLE: readonly (readonly [number, number])[] = [
  [0x00, 0x1f], [0x7f, 0x9f], [0xad, 0xad], [0x200b, 0x200f], [0x2028, 0x202e], [0x2060, 0x206f],
  [0xd800, 0xdfff], [0xfe00, 0xfe0f], [0xfeff, 0xfeff], [0xe0000, 0xe0fff],
];

function isInvisible(point: number): boolean {
  return INVISIBLE.some(([first, last]) => point >= first && point <= last);
}
