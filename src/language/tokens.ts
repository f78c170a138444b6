/** Running text as the rules on literal figures read it: names, figures, periods, joining words and everything else. */
import { parsePeriod, type Period } from "../model/period.ts";
import type { Named, Vocabulary } from "./vocabulary.ts";
import { OPAQUE, type Piece, type Wording } from "./wording.ts";
import { chinesePattern, HAN_DIGITS } from "./chinese-pattern.ts";
import { ENGLISH } from "./english-lexicon.ts";
import { englishPattern, ENGLISH_VERBS } from "./english-pattern.ts";
import { CHINESE, OPEN, VERBS, type Lexicon, type Openness, type Verb } from "./lexicon.ts";

interface At {
  /** Offsets in the passage. */
  readonly start: number;
  readonly end: number;
}

export type Token = At &
  (
    | { readonly type: "name"; readonly id: string }
    | { readonly type: "bound"; readonly figure: NonNullable<Piece["figure"]> }
    /** A number with its words and unit, as written: 近9%, 150余万人; `figure` leaves out the unit. */
    | { readonly type: "literal"; readonly text: string; readonly figure: string; readonly unit: string }
    | { readonly type: "place"; readonly text: string; readonly rank: number }
    /** `whole` unless it is the end of a year: 2021年末. */
    | { readonly type: "period"; readonly period: Period; readonly whole: boolean }
    /** The year that a figure is compared with: 比2020年. */
    | { readonly type: "base"; readonly period: Period }
    /** The reporting year: 全年, 一年来. */
    | { readonly type: "year" }
    /** Leaves open which time a figure is for: 累计, 预计. */
    | { readonly type: "open"; readonly openness: Openness }
    | { readonly type: "verb"; readonly verb: Verb }
    /** The organisation itself: 全镇, 我镇, 甪直镇. */
    | { readonly type: "own" }
    | { readonly type: "glue" }
    /** A punctuation mark within a sentence. */
    | { readonly type: "mark" }
    /** 、 and 和, which give a figure several names. */
    | { readonly type: "and" }
    | { readonly type: "other" }
  );

/** Reads wordings that may contain the names of one vocabulary. */
export interface Reader {
  /** Sentence by sentence; those without a digit are left out, since they hold no figure and no year. */
  readonly read: (wording: Wording) => Token[][];
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
/** A token without its place. */
type Bare = DistributiveOmit<Token, keyof At>;

/** How the words of a language become tokens. */
interface Tongue {
  readonly lexicon: Lexicon;
  readonly pattern: (names: readonly string[], units: readonly string[], organisation: string) => RegExp;
  readonly verbs: ReadonlyMap<string, Verb>;
  /** A word in the form it is looked up by. */
  readonly key: (word: string) => string;
}

const TONGUES: readonly Tongue[] = [
  { lexicon: CHINESE, pattern: chinesePattern, verbs: VERBS, key: (word) => word },
  { lexicon: ENGLISH, pattern: englishPattern, verbs: ENGLISH_VERBS, key: (word) => word.toLowerCase() },
];

const readers = new Map(TONGUES.map((tongue) => [tongue.lexicon, { tongue, made: new WeakMap<Vocabulary, Reader>() }]));

/** The reader for a vocabulary's names and units in a language; made once per vocabulary. */
export function readerOf(vocabulary: Vocabulary, lexicon: Lexicon): Reader {
  const shelf = readers.get(lexicon);
  if (shelf === undefined) throw new RangeError("a language without a pattern");
  const known = shelf.made.get(vocabulary);
  if (known !== undefined) return known;
  const { tongue } = shelf;
  const { named, organisation } = vocabulary;
  const names = namesOf(named, tongue.key);
  const units = [...new Set(named.map(({ unit }) => unit).filter((unit) => unit !== ""))];
  const regex = tongue.pattern([...names.keys()], units, organisation);
  const reader: Reader = { read: (wording) => readSentences(wording, tongue, names, regex) };
  shelf.made.set(vocabulary, reader);
  return reader;
}

function readSentences({ pieces }: Wording, tongue: Tongue, names: ReadonlyMap<string, string>, regex: RegExp): Token[][] {
  const bound = new Map(pieces.filter(({ figure }) => figure !== null).map((piece) => [piece.start, piece]));
  // A figure from data/ is not a literal, and no pattern may reach into it.
  const masked = pieces.map((piece) => (piece.figure === null ? piece.text : OPAQUE.repeat(piece.text.length))).join("");
  // A line broken after a comma continues on the next.
  const joined = masked.replace(/(?<=[，、；：])\n/g, " ");
  const sentences = [...joined.matchAll(tongue.lexicon.sentences)].filter(([sentence]) => /[\d〇]/.test(sentence));
  return sentences.map(({ 0: sentence, index }) => readTokens(joined, index, index + sentence.length, bound, (match) => tokenOf(match, tongue, names), regex));
}

function readTokens(masked: string, start: number, end: number, bound: ReadonlyMap<number, Piece>, read: (match: RegExpExecArray) => Bare, regex: RegExp): Token[] {
  const tokens: Token[] = [];
  let from = start;
  regex.lastIndex = start;
  for (let match = regex.exec(masked); match !== null && match.index < end; match = regex.exec(masked)) {
    const at = match.index;
    if (at > from) tokens.push({ type: "other", start: from, end: at });
    const piece = bound.get(at);
    from = piece === undefined ? regex.lastIndex : at + piece.text.length;
    regex.lastIndex = from;
    tokens.push({ ...(piece?.figure == null ? read(match) : boundToken(piece.figure)), start: at, end: from });
  }
  if (from < end) tokens.push({ type: "other", start: from, end });
  return tokens;
}

function boundToken(figure: NonNullable<Piece["figure"]>): Bare {
  switch (figure.field) {
    case "name":
      return { type: "name", id: figure.indicator };
    case "unit":
      return { type: "other" };
    case "figure":
    case "value":
    case "growth":
    case "rank":
    case "target":
      return { type: "bound", figure };
  }
}

/** What tokens say apart from names, whose own words (人均可支配收入) say nothing about the sentence. */
export function wordsBeside(tokens: readonly Token[], text: string): string {
  return tokens.map(({ type, start, end }) => (type === "name" ? OPAQUE : text.slice(start, end))).join("");
}

/** Which alternative of the pattern matched. */
function tokenOf({ 0: text, groups: { name, base, year, yearEnd, number, place, own, verb, and, whole, open, glue, mark, ...parts } = {} }: RegExpExecArray, { key, verbs }: Tongue, names: ReadonlyMap<string, string>): Bare {
  const id = name === undefined ? undefined : names.get(key(name));
  const kind = verb === undefined ? undefined : verbs.get(key(verb));
  const openness = open === undefined ? undefined : OPEN.get(open);
  if (id !== undefined) return { type: "name", id };
  if (base !== undefined) return yearToken(base, (period) => ({ type: "base", period }));
  if (year !== undefined) return yearToken(year, (period) => ({ type: "period", period, whole: yearEnd === undefined }));
  if (number !== undefined) return literalToken(text, parts);
  if (place !== undefined) return { type: "place", text, rank: Number(parts["rank"]) };
  if (own !== undefined) return { type: "own" };
  if (kind !== undefined) return { type: "verb", verb: kind };
  if (and !== undefined) return { type: "and" };
  if (whole !== undefined) return { type: "year" };
  if (openness !== undefined) return { type: "open", openness };
  if (glue !== undefined) return { type: "glue" };
  return { type: mark === undefined ? "other" : "mark" };
}

/** A number without a unit counts nothing. */
function literalToken(text: string, { lead = "", coin = "", digits = "", more = "", scale = "", tail = "" }: Readonly<Record<string, string | undefined>>): Bare {
  const unit = `${coin} ${scale}`.trim().replace(/^per ?cent$/i, "%");
  return unit === "" ? { type: "other" } : { type: "literal", text, figure: `${lead}${digits}${more}${unit === "%" ? "%" : ""}${tail}`.toLowerCase(), unit };
}

/** Ids by name and alias; a name that two things share identifies neither. */
function namesOf(named: readonly Named[], key: (name: string) => string): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const shared = new Set<string>();
  for (const { id, name, aliases } of named) {
    for (const word of [name, ...aliases].map(key)) {
      if (names.has(word) && names.get(word) !== id) shared.add(word);
      names.set(word, id);
    }
  }
  return new Map([...names].filter(([word]) => !shared.has(word)));
}

function yearToken(year: string, make: (period: Period) => Bare): Bare {
  const period = parsePeriod(year.replace(/[〇一二三四五六七八九]/g, (digit) => `${HAN_DIGITS.indexOf(digit)}`));
  return period === null ? { type: "other" } : make(period);
}
