/** Decides which font file provides each character: the first in a role's stack that has it, then its neighbours. */
import type { Report } from "../diagnostics/diagnostic.ts";
import { missingFont, missingGlyph } from "../diagnostics/messages/outputs.ts";
import type { SourceFile } from "../model/sources.ts";
import type { FontRole, FontSource, Theme } from "../model/theme.ts";
import type { RenderedDeck } from "../render/rendered.ts";
import type { World } from "../world/world.ts";
import { RESERVED, type CharacterPlaces, type DeckCharacters } from "./characters.ts";
import { covers } from "./coverage.ts";
import { createFontLibrary, type FontFile, type FontLibrary } from "./font-library.ts";
import { findLostPlaces } from "./lost-places.ts";

/** One future `@font-face`: a file cut to a text. */
export interface PlannedFace {
  readonly role: FontRole;
  readonly weight: number;
  readonly file: FontFile;
  readonly axes: Readonly<Record<string, number>>;
  /** See FontSource. */
  readonly scale: number;
  /** Sorted, without repeats. */
  readonly text: string;
  /** Null for the first face of a family, which serves every character. */
  readonly range: string | null;
}

/** Only these ranges use the numeral font, so that Chinese marks keep their full width. */
const NUMERAL_POINTS = (point: number): boolean => (point >= 0x20 && point <= 0x7e) || point === 0x2212 || point === 0x2013;
const NUMERAL_RANGE = "U+20-7E,U+2212,U+2013";
const QUOTES = new Set([0x2018, 0x2019, 0x201c, 0x201d]);
const ROLES: readonly FontRole[] = ["serif", "sans", "numeral", "notes", "fangsong", "kaiti", "latin"];
/** The fonts of an output: slides only, slides and notes, or the booklet, which borrows its titles from the slides. */
export type FontSet = "slides" | "notes" | "booklet";
export const FONT_SETS: Readonly<Record<FontSet, readonly FontRole[]>> = {
  slides: ["serif", "sans", "numeral"],
  notes: ["serif", "sans", "numeral", "notes"],
  booklet: ["serif", "sans", "numeral", "fangsong", "kaiti", "latin"],
};
/** Roles that lend glyphs to a role that lacks them. */
const LENDERS: readonly FontRole[] = ["serif", "sans", "notes"];

/**
 * Plans the faces of all roles. Reports each character that no font of the theme has, wherever
 * it is in `sources`: groups of files in the order that {@link findLostPlaces} searches.
 */
export async function planFonts(deck: RenderedDeck, theme: Theme, folders: readonly string[], characters: DeckCharacters, sources: readonly (readonly SourceFile[])[], world: World, report: Report): Promise<readonly PlannedFace[]> {
  const library = createFontLibrary(theme, folders, world);
  const roles = ROLES.filter((role) => isUsed(role, deck, characters));
  await library.open(roles.flatMap((role) => theme.fonts[role]));
  for (const source of library.missing()) report(missingFont(source.file, theme.name));
  const lost = new Map<number, number>();
  const faces: PlannedFace[] = [];
  for (const role of roles) {
    const places = placesOf(role, characters);
    for (const weight of weightsOf(theme.fonts[role])) {
      faces.push(...(await planWeight({ role, weight, places, theme, library, lost, wide: deck.lang !== "en" })));
    }
  }
  const tried = [...new Set(LENDERS.flatMap((role) => theme.fonts[role].map((source) => source.file.split("/").at(-1) ?? "")))];
  for (const [point, first] of lost) {
    const character = String.fromCodePoint(point);
    for (const { span, page } of findLostPlaces(character, first, deck, sources)) report(missingGlyph(character, span, page, tried));
  }
  return faces;
}

/** The booklet uses only the fonts of its language. */
function isUsed(role: FontRole, deck: RenderedDeck, { booklet }: DeckCharacters): boolean {
  switch (role) {
    case "serif":
    case "sans":
    case "numeral":
    case "notes":
      return true;
    case "fangsong":
    case "kaiti":
      return booklet.size > 0 && deck.lang !== "en";
    case "latin":
      return booklet.size > 0 && deck.lang === "en";
  }
}

/** The tool's controls use the sans. */
function placesOf(role: FontRole, { slides, notes, own, booklet }: DeckCharacters): CharacterPlaces {
  switch (role) {
    case "serif":
    case "numeral":
      return slides;
    case "sans":
      return new Map([...own, ...slides]);
    case "notes":
      return notes;
    case "fangsong":
    case "kaiti":
    case "latin":
      return booklet;
  }
}

interface Weight {
  readonly role: FontRole;
  readonly weight: number;
  readonly places: CharacterPlaces;
  readonly theme: Theme;
  readonly library: FontLibrary;
  /** Characters without a glyph, with the index of their slide; grows. */
  readonly lost: Map<number, number>;
  /** Chinese quotation marks take a full em. */
  readonly wide: boolean;
}

interface Choice {
  readonly source: FontSource;
  readonly file: FontFile;
}

async function planWeight(request: Weight): Promise<PlannedFace[]> {
  const { role, weight, places, theme, library } = request;
  const own = choicesOf(theme.fonts[role].filter((source) => source.weight === weight), library);
  const others = choicesOf(LENDERS.filter((other) => other !== role).flatMap((other) => nearest(theme.fonts[other], weight)), library);
  const first = own[0];
  if (first === undefined) return [];
  const taken = new Map<string, { choice: Choice; points: number[] }>([[first.file.id, { choice: first, points: [] }]]);
  for (const [point, slide] of places) {
    if (role === "numeral" && !NUMERAL_POINTS(point)) continue;
    const choice = slide === RESERVED && !isWideQuote(point, request) ? (has(first, point) ? first : null) : await choose(point, own, others, request);
    if (choice === null) {
      if (slide !== RESERVED && role !== "numeral" && !request.lost.has(point)) request.lost.set(point, slide);
      continue;
    }
    const entry = taken.get(choice.file.id);
    if (entry === undefined) taken.set(choice.file.id, { choice, points: [point] });
    else entry.points.push(point);
  }
  return [...taken.values()].map(({ choice, points }, index) => face(role, weight, choice, points, index === 0));
}

function face(role: FontRole, weight: number, choice: Choice, points: number[], first: boolean): PlannedFace {
  const sorted = points.sort((a, b) => a - b);
  const range = role === "numeral" ? NUMERAL_RANGE : first ? null : sorted.map((point) => `U+${point.toString(16).toUpperCase()}`).join(",");
  return { role, weight, file: choice.file, axes: choice.source.axes, scale: choice.source.scale, text: String.fromCodePoint(...sorted), range };
}

/** Tries the role's own fonts in order, then those of the other roles, each with the slices of its package. */
async function choose(point: number, own: readonly Choice[], others: readonly Choice[], request: Weight): Promise<Choice | null> {
  const all = [...own, ...others];
  if (isWideQuote(point, request)) {
    const wide = all.find((choice) => choice.file.coverage.wideQuotes && has(choice, point));
    if (wide !== undefined) return wide;
  }
  for (const choice of all) {
    if (has(choice, point)) return choice;
    const file = await request.library.findSlice(choice.source, point);
    if (file !== null) return { source: { ...choice.source, axes: {} }, file };
  }
  return null;
}

function isWideQuote(point: number, request: Weight): boolean {
  return request.wide && QUOTES.has(point) && request.role !== "numeral";
}

function has(choice: Choice, point: number): boolean {
  return covers(choice.file.coverage, point);
}

function weightsOf(sources: readonly FontSource[]): readonly number[] {
  return [...new Set(sources.map((source) => source.weight))].sort((a, b) => a - b);
}

/** The sources with the closest weight: a borrowed glyph should not stand out. */
function nearest(sources: readonly FontSource[], weight: number): readonly FontSource[] {
  const closest = weightsOf(sources).toSorted((a, b) => Math.abs(a - weight) - Math.abs(b - weight))[0];
  return sources.filter((source) => source.weight === closest);
}

function choicesOf(sources: readonly FontSource[], library: FontLibrary): readonly Choice[] {
  return sources.flatMap((source) => {
    const file = library.find(source.file);
    return file === null ? [] : [{ source, file }];
  });
}
