/**
 * Makes the table of src/check/words/look-alikes.txt: which Han characters sound alike, and which look alike in print.
 * Sounds come from pinyin-pro (MIT), shapes are measured in the outlines of Noto Sans SC (SIL Open Font License), the font of the decks.
 */
import { readdirSync, readFileSync } from "node:fs";
import { Blob, Face, Font } from "harfbuzzjs";
import { polyphonic } from "pinyin-pro";
import subsetFont from "subset-font";
import { drawGlyph, SIDE } from "./draw-glyph.ts";

const FONTS = new URL("../../node_modules/@fontsource/noto-sans-sc/files/", import.meta.url);
/** Characters of place names that GB 2312 lacks. */
const PLACE_NAMES = "甪垟堽塆埗滘";
/** How alike two pictures are, from 0 to 1 (1: the same), once what all Han characters have in common is taken away. */
const ALIKE = 0.6;
/** Two rare characters are hardly typed for one another, unless a reader can scarcely tell them apart. */
const SAME = 0.8;
/** What sounds alike too is in the other list; here it stands only if it looks much alike as well. */
const ALSO_ALIKE = 0.66;
/** A character has at most so many of its nearest: what else is as near to dozens is simply crowded. */
const [NEAREST_TO_COMMON, NEAREST_TO_RARE] = [3, 1] as const;

/** GB 2312 in its own order: its first level, 3,755 characters, are the common ones. */
export function chineseCharacters(): { readonly all: readonly string[]; readonly common: ReadonlySet<string> } {
  const decoder = new TextDecoder("gbk");
  const all: string[] = [];
  for (let row = 0xb0; row <= 0xf7; row++) {
    for (let cell = 0xa1; cell <= 0xfe; cell++) {
      const character = decoder.decode(new Uint8Array([row, cell]));
      if (/^\p{Script=Han}$/u.test(character)) all.push(character);
    }
  }
  return { all: [...new Set([...all, ...PLACE_NAMES])].toSorted(), common: new Set(all.slice(0, 3_755)) };
}

export function readingsOf(character: string): readonly string[] {
  return polyphonic(character, { toneType: "none", type: "array" })[0] ?? [];
}

function groupBySound(characters: readonly string[]): readonly string[] {
  const groups = new Map<string, string>();
  for (const character of characters) for (const reading of readingsOf(character)) groups.set(reading, (groups.get(reading) ?? "") + character);
  return [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, group]) => (group.length > 1 ? [group] : []));
}

/** A picture of each character that the font has. */
async function drawAll(characters: readonly string[]): Promise<ReadonlyMap<string, Float64Array>> {
  const pictures = new Map<string, Float64Array>();
  for (const file of readdirSync(FONTS).filter((name) => name.endsWith("-400-normal.woff2")).toSorted()) {
    const bytes = await subsetFont(readFileSync(new URL(file, FONTS)), characters.join(""), { targetFormat: "truetype" });
    const font = new Font(new Face(new Blob(new Uint8Array(bytes).buffer)));
    for (const character of characters) {
      const glyph = pictures.has(character) ? 0 : font.glyph(character.codePointAt(0)!);
      if (glyph) pictures.set(character, drawGlyph(font.glyphToPath(glyph)));
    }
  }
  return pictures;
}

/** Takes the mean picture away and gives all the same weight, so that a product of two says how alike they are. */
function normalise(pictures: readonly Float64Array[]): Float64Array {
  const size = SIDE * SIDE;
  const mean = new Float64Array(size);
  for (const picture of pictures) for (let at = 0; at < size; at++) mean[at]! += picture[at]! / lengthOf(picture) / pictures.length;
  const all = new Float64Array(size * pictures.length);
  pictures.forEach((picture, index) => {
    const length = lengthOf(picture);
    const centred = picture.map((ink, at) => ink / length - mean[at]!);
    const weight = lengthOf(centred);
    all.set(centred.map((ink) => ink / weight), index * size);
  });
  return all;
}

/** Not `Math.hypot`, whose last digit differs between engines. */
function lengthOf(picture: Float64Array): number {
  return Math.sqrt(picture.reduce((sum, ink) => sum + ink * ink, 0));
}

/** Where a product of two pictures is looked at on its way: most pairs are then sure not to be alike. */
const STOPS = [4, 5, 6, 8].map((eighths) => (SIDE * SIDE * eighths) / 8);

/** For each picture, the length of what follows each stop: all that the rest can still add, times that of the other. */
function restsOf(all: Float64Array): Float64Array {
  const size = SIDE * SIDE;
  const rests = new Float64Array((all.length / size) * STOPS.length);
  for (let index = 0; index * size < all.length; index++) {
    STOPS.forEach((stop, at) => (rests[index * STOPS.length + at] = lengthOf(all.subarray(index * size + stop, (index + 1) * size))));
  }
  return rests;
}

/** How alike two pictures are; less than `ALIKE`, if they are not. */
function likeness(all: Float64Array, rests: Float64Array, a: number, b: number): number {
  const size = SIDE * SIDE;
  let sum = 0;
  let at = 0;
  for (let stop = 0; stop < STOPS.length; stop++) {
    for (; at < STOPS[stop]!; at++) sum += all[a * size + at]! * all[b * size + at]!;
    if (sum + rests[a * STOPS.length + stop]! * rests[b * STOPS.length + stop]! < ALIKE) return -1;
  }
  return sum;
}

interface Neighbour {
  readonly other: number;
  readonly likeness: number;
}

/** Pairs by their indexes, the smaller first. */
function pairsByShape(characters: readonly string[], all: Float64Array, common: ReadonlySet<string>): ReadonlySet<number> {
  const readings = characters.map(readingsOf);
  const isCommon = characters.map((character) => common.has(character));
  const rests = restsOf(all);
  const near = characters.map((): Neighbour[] => []);
  const pairs = new Set<number>();
  const keep = (a: number, b: number): void => void pairs.add(Math.min(a, b) * characters.length + Math.max(a, b));
  for (let a = 0; a < characters.length; a++) {
    for (let b = a + 1; b < characters.length; b++) {
      const alike = likeness(all, rests, a, b);
      if (alike < ALIKE || (alike < ALSO_ALIKE && readings[a]!.some((reading) => readings[b]!.includes(reading)))) continue;
      if (alike > SAME) keep(a, b);
      if (isCommon[b]) near[a]!.push({ other: b, likeness: alike });
      if (isCommon[a]) near[b]!.push({ other: a, likeness: alike });
    }
  }
  near.forEach((neighbours, index) => {
    const most = isCommon[index] ? NEAREST_TO_COMMON : NEAREST_TO_RARE;
    for (const { other } of neighbours.toSorted((a, b) => b.likeness - a.likeness || a.other - b.other).slice(0, most)) keep(index, other);
  });
  return pairs;
}

/**
 * The table as text. First groups that sound alike, one a line: the characters of one syllable, tones ignored; a character with several readings
 * stands in several. Then, after an empty line, a character and those that look like it and come later in the order of code points.
 */
export async function makeLookAlikes(): Promise<string> {
  const { all, common } = chineseCharacters();
  const pictures = await drawAll(all);
  const drawn = all.filter((character) => pictures.has(character));
  const pairs = pairsByShape(drawn, normalise(drawn.map((character) => pictures.get(character)!)), common);
  const shapes = new Map<string, string>();
  for (const pair of [...pairs].toSorted((a, b) => a - b)) {
    const [first, second] = [drawn[Math.floor(pair / drawn.length)]!, drawn[pair % drawn.length]!];
    shapes.set(first, (shapes.get(first) ?? first) + second);
  }
  return `${groupBySound(all).join("\n")}\n\n${[...shapes.values()].join("\n")}\n`;
}
