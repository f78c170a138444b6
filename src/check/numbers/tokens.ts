/** Running text as the rules on literal figures read it: names, figures, periods, what joins them, and all else. */
import { APPROXIMATE_WORDS } from "../../model/approximate.ts";
import type { Deck } from "../../model/deck.ts";
import type { Indicator } from "../../model/indicator.ts";
import { parsePeriod, type Period } from "../../model/period.ts";
import { kindredUnits } from "../../model/convert-unit.ts";
import type { Passage } from "../passages.ts";
import { OPAQUE, type Piece } from "../wording.ts";
import { GLUE, OPEN, VERBS, WHOLE_YEAR, type Openness, type Verb } from "./lexicon.ts";

interface At {
  /** Offsets in the passage. */
  readonly start: number;
  readonly end: number;
}

export type Token = At &
  (
    | { readonly type: "name"; readonly id: string }
    | { readonly type: "bound"; readonly figure: NonNullable<Piece["figure"]> }
    /** A number with its words and unit, as written: 近9%, 150余万人; `figure` is it without the unit. */
    | { readonly type: "literal"; readonly text: string; readonly figure: string; readonly unit: string }
    | { readonly type: "place"; readonly text: string; readonly rank: number }
    /** `whole` but for the end of a year: 2021年末. */
    | { readonly type: "period"; readonly period: Period; readonly whole: boolean }
    /** The year a figure is compared with: 比2020年. */
    | { readonly type: "base"; readonly period: Period }
    /** The year of the report: 全年, 一年来. */
    | { readonly type: "year" }
    /** It leaves open which time a figure is for: 累计, 预计. */
    | { readonly type: "open"; readonly openness: Openness }
    | { readonly type: "verb"; readonly verb: Verb }
    /** The organisation itself: 全镇, 我镇, 甪直镇. */
    | { readonly type: "own" }
    | { readonly type: "glue" }
    /** A mark within a sentence. */
    | { readonly type: "mark" }
    /** 、 and 和, which give a figure several names. */
    | { readonly type: "and" }
    | { readonly type: "other" }
  );

/** Reads passages of one deck. */
export interface Reader {
  /** Sentence by sentence; those without a digit are left out, since they hold no figure and no year. */
  readonly read: (passage: Passage) => Token[][];
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
/** A token without its place. */
type Bare = DistributiveOmit<Token, keyof At>;

const readers = new WeakMap<readonly Indicator[], { readonly organisation: string; readonly reader: Reader }>();

/** The reader of a deck's names and units; made once for the same tables. */
export function readerOf({ indicators, settings: { organisation } }: Deck): Reader {
  const known = readers.get(indicators);
  if (known !== undefined && known.organisation === organisation) return known.reader;
  const names = namesOf(indicators);
  const regex = patternOf([...names.keys()], unitsOf(indicators), organisation);
  const reader: Reader = { read: (passage) => readSentences(passage, names, regex) };
  readers.set(indicators, { organisation, reader });
  return reader;
}

function readSentences({ pieces }: Passage, names: ReadonlyMap<string, string>, regex: RegExp): Token[][] {
  const bound = new Map(pieces.filter(({ figure }) => figure !== null).map((piece) => [piece.start, piece]));
  // What comes from data/ is no literal, and no pattern may reach into it.
  const masked = pieces.map((piece) => (piece.figure === null ? piece.text : OPAQUE.repeat(piece.text.length))).join("");
  // A line that is broken behind a comma goes on.
  const joined = masked.replace(/(?<=[，、；：])\n/g, " ");
  const sentences = [...joined.matchAll(/[^。！？\n]+/g)].filter(([sentence]) => /[\d〇]/.test(sentence));
  return sentences.map(({ 0: sentence, index }) => readTokens(joined, index, index + sentence.length, bound, (match) => tokenOf(match, names), regex));
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

/** Which alternative of {@link patternOf} fitted. */
function tokenOf([text, ...rest]: RegExpExecArray, names: ReadonlyMap<string, string>): Bare {
  const [name, base, year, yearEnd, number, lead = "", digits = "", more = "", unit = "", tail = "", place, rank, own, verb, and, whole, open, glue, mark] = rest;
  const id = name === undefined ? undefined : names.get(name);
  const kind = verb === undefined ? undefined : VERBS.get(verb);
  const openness = open === undefined ? undefined : OPEN.get(open);
  if (id !== undefined) return { type: "name", id };
  if (base !== undefined) return yearToken(base, (period) => ({ type: "base", period }));
  if (year !== undefined) return yearToken(year, (period) => ({ type: "period", period, whole: yearEnd === undefined }));
  if (number !== undefined) return { type: "literal", text, figure: lead + digits + more + (unit === "%" ? "%" : "") + tail, unit };
  if (place !== undefined) return { type: "place", text, rank: Number(rank) };
  if (own !== undefined) return { type: "own" };
  if (kind !== undefined) return { type: "verb", verb: kind };
  if (and !== undefined) return { type: "and" };
  if (whole !== undefined) return { type: "year" };
  if (openness !== undefined) return { type: "open", openness };
  if (glue !== undefined) return { type: "glue" };
  return { type: mark === undefined ? "other" : "mark" };
}

const NUMBER = "[+\\-−]?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?";
const HAN_DIGITS = "〇一二三四五六七八九";
const YEAR = `(?:(?:19|20)\\d{2}|[一二][${HAN_DIGITS}]{3})`;
/** A number of 亿 whose unit is left out; before another word it counts that. */
const BARE_SCALE = "(?:万亿|亿|万)(?=[，。；、,;）)\\s]|$|大关|左右|以上|以下|以内)";

/** Ids by name and alias; a name that two indicators share says nothing. */
function namesOf(indicators: readonly Indicator[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const shared = new Set<string>();
  for (const { id, name, aliases } of indicators) {
    for (const word of [name, ...aliases]) {
      if (names.has(word) && names.get(word) !== id) shared.add(word);
      names.set(word, id);
    }
  }
  return new Map([...names].filter(([word]) => !shared.has(word)));
}

/** One pattern for all tokens, in the order of what goes first; its groups are those of {@link tokenOf}. */
function patternOf(names: readonly string[], units: readonly string[], organisation: string): RegExp {
  const before = APPROXIMATE_WORDS.filter(({ side }) => side === "before").map(({ word }) => word);
  const after = APPROXIMATE_WORDS.filter(({ side, meaning }) => side === "after" && meaning !== "little-above").map(({ word }) => word);
  const scope = /[省市区县乡镇村]$/.exec(organisation)?.[0] ?? null;
  const own = [organisation, ...(scope === null ? [] : ["全", "我", "本"].map((word) => word + scope))];
  const unit = `${oneOf(units)}|${BARE_SCALE}`;
  const alternatives = [
    `(${oneOf(names)})`,
    `(?:相比|对比|[比较同与])(${YEAR})年(?:相比)?`,
    `(?:(?:截至|截止|到|至)(?=${YEAR}年[末底]))?(${YEAR})年(?:度|([末底]))?(?![代底末初\\d以来])`,
    // A number that belongs to a longer one, to a range or to a code is none.
    `((?<![\\d.A-Za-z+\\-−—~～:/第]|\\d[百千万亿])(${oneOf(before)})?(${NUMBER})([余多])?\\s?(${unit})(${oneOf(after)})?(?![~～—/／-]|[至到]\\s?\\d|[点个次均口]))`,
    "(第?(?<!\\d)(\\d+)位(?!数))",
    `(${oneOf(own)})`,
    `(${oneOf([...VERBS.keys()])})`,
    "([、和与及])",
    `(${oneOf(WHOLE_YEAR)})`,
    `(${oneOf([...OPEN.keys()])})`,
    `(${oneOf(GLUE)})`,
    "([，,；：:（）()“”\\s])",
    OPAQUE,
  ];
  return new RegExp(alternatives.join("|"), "g");
}

/** The units of the tables, and those that can be converted into one of them. */
function unitsOf(indicators: readonly Indicator[]): string[] {
  return [...new Set(["%", ...indicators.flatMap(({ unit }) => (unit === "" ? [] : [unit, ...kindredUnits(unit)]))])];
}

function yearToken(year: string, make: (period: Period) => Bare): Bare {
  const period = parsePeriod(year.replace(/[〇一二三四五六七八九]/g, (digit) => `${HAN_DIGITS.indexOf(digit)}`));
  return period === null ? { type: "other" } : make(period);
}

/** Any of the words, the longest that fits; the empty pattern of no words never fits. */
function oneOf(words: readonly string[]): string {
  const sorted = words.toSorted((a, b) => b.length - a.length);
  return sorted.length === 0 ? "(?!)" : sorted.map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&")).join("|");
}
