/** Running text as the rules on literal figures read it: names, figures, periods, joining words and everything else. */
import { parsePeriod, type Period } from "../model/period.ts";
import { RATIO, type Place, type Token } from "./token.ts";
import type { Said } from "./from-before.ts";
import { readEnglish } from "./english-order.ts";
import { completeNames } from "./half-names.ts";
import { namesOf, type Names } from "./names.ts";
import { yearBeforePlan } from "./times.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { OPAQUE, type Piece, type Wording } from "./wording.ts";
import { chinesePattern, HAN_DIGITS } from "./chinese-pattern.ts";
import { ENGLISH } from "./english-lexicon.ts";
import { englishPattern, ENGLISH_VERBS } from "./english-pattern.ts";
import { CHINESE, OPEN, VERBS, type Lexicon, type Verb } from "./lexicon.ts";

/** Reads wordings that may contain the names of one vocabulary. */
export interface Reader {
  readonly read: (wording: Wording) => Read;
}

export interface Read {
  /** The wording as it was read, character for character in its length. */
  readonly text: string;
  /** Sentence by sentence; those without a digit or a word of several years are left out, since they hold no figure and no time. */
  readonly sentences: readonly (readonly Token[])[];
}

const READ = /[\d〇]|年来|以来|期间|任期|[这近前]的?[二两三四五六七八九十]年|过去的?[二两三四五六七八九十]年|十[一二三四五六]五/;

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
/** A token without its place. */
type Bare = DistributiveOmit<Token, keyof Place>;

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
  const units = [...new Set(named.flatMap(({ unit, planned }) => [unit, ...planned, ...numeratorOf(unit)]).filter((unit) => unit !== ""))];
  const regex = tongue.pattern([...names.ids.keys()], units, organisation);
  const reader: Reader = { read: (wording) => readSentences(wording, tongue, names, regex) };
  shelf.made.set(vocabulary, reader);
  return reader;
}

/** The mark of a footnote inside a word, 高技术制造业[5]增加值增长, is read as if it stood behind it. */
const FOOTNOTE = /([[〔]\d{1,2}[\]〕])(\p{Script=Han}+)/gu;

function readSentences({ pieces }: Wording, tongue: Tongue, names: Names, regex: RegExp): Read {
  const bound = new Map(pieces.filter(({ figure }) => figure !== null).map((piece) => [piece.start, piece]));
  // A figure from data/ is not a literal, and no pattern may reach into it.
  const masked = pieces.map((piece) => (piece.figure === null ? piece.text : OPAQUE.repeat(piece.text.length))).join("");
  // A line broken after a comma continues on the next.
  const joined = masked.replace(/(?<=[，、；：])\n/g, " ").replace(FOOTNOTE, "$2$1");
  const text = pieces.map(({ figure, start, text: shown }) => (figure === null ? joined.slice(start, start + shown.length) : shown)).join("");
  let last: Said | null = null;
  const sentences = [...joined.matchAll(tongue.lexicon.sentences)].filter(([sentence]) => READ.test(sentence)).map(({ 0: sentence, index }) => {
    const read = readTokens(joined, index, index + sentence.length, bound, (match) => tokenOf(match, tongue, names.ids), regex);
    // English says its names in full.
    if (tongue.lexicon === ENGLISH) return readEnglish(read, text, names.ids);
    const completed = completeNames(read, text, names, last);
    ({ last } = completed);
    return completed.tokens;
  });
  return { text, sentences };
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
function tokenOf({ 0: text, groups: { name, base, year, yearEnd, number, place, own, verb, and, whole, open, doing, glue, mark, several, relative, elsewhen, from, until, multiple, since, aside, share, of, average, ratio, bare, respectively, ...parts } = {} }: RegExpExecArray, { key, verbs }: Tongue, names: ReadonlyMap<string, string>): Bare {
  const id = name === undefined ? undefined : names.get(key(name));
  const kind = verb === undefined ? undefined : verbs.get(key(verb));
  const openness = open === undefined ? undefined : OPEN.get(open);
  if (id !== undefined) return { type: "name", id };
  if (base !== undefined) return yearToken(base, (period) => ({ type: "base", period }));
  if (year !== undefined) return yearToken(year, (period) => ({ type: "period", period, whole: yearEnd === undefined }));
  if (number !== undefined) return literalToken(text, parts);
  if (ratio !== undefined) return { type: "literal", text, figure: text, unit: RATIO, ranged: false };
  if (bare !== undefined) return { type: "literal", text, figure: text, unit: "", ranged: false };
  if (share !== undefined) return { type: "share", whole: of ?? null };
  if (average !== undefined) return { type: "average" };
  if (respectively !== undefined) return { type: "respectively" };
  if (several !== undefined) return severalToken(several);
  if (relative !== undefined) return { type: "relative", year: /^(?:今年|this)/i.test(relative) ? "this" : "last" };
  if (elsewhen !== undefined) return { type: "elsewhen" };
  if (from !== undefined) return { type: "from" };
  if (until !== undefined) return { type: "until" };
  if (multiple !== undefined) return since === undefined ? { type: "multiple", since: null } : yearToken(since, (period) => ({ type: "multiple", since: period }));
  if (aside !== undefined) return { type: "glue" };
  if (place !== undefined) return { type: "place", text, rank: Number(parts["rank"]) };
  if (own !== undefined) return { type: "own" };
  if (kind !== undefined) return { type: "verb", verb: kind };
  if (and !== undefined) return { type: "and" };
  if (whole !== undefined) return { type: "year", past: text.includes("过去") };
  if (openness !== undefined) return { type: "open", openness };
  if (doing !== undefined) return { type: "doing" };
  if (glue !== undefined) return { type: "glue" };
  return { type: mark === undefined ? "other" : "mark" };
}

/** 158元 for what is measured in 元/月, where the words before say 每月. */
function numeratorOf(unit: string): string[] {
  const [numerator = "", denominator] = unit.split("/");
  return denominator === undefined || numerator === "" ? [] : [numerator];
}

/** A number without a unit may count what its name says (562 high-tech enterprises), unless it looks like a year. */
function literalToken(text: string, { lead = "", coin = "", digits = "", more = "", scale = "", tail = "", ranged }: Readonly<Record<string, string | undefined>>): Bare {
  // RMB 149 billion yuan says its currency twice.
  const currency = /yuan$|rmb$|renminbi$/i.test(scale) && /^(?:rmb|cny|¥)$/i.test(coin) ? "" : coin;
  const unit = `${currency} ${scale}`.trim().replace(/^per ?cent$/i, "%").replace(/^percentage points?$/i, "个百分点");
  if (unit === "" && /^(?:19|20)\d\d$/.test(digits)) return { type: "other" };
  return { type: "literal", text, figure: `${lead}${digits}${more}${unit === "%" ? "%" : ""}${tail}`.toLowerCase(), unit, ranged: ranged !== undefined };
}

const HAN_COUNTS = "一二三四五六七八九十";

function severalToken(text: string): Bare {
  const plan = /十([一二三四五六])五/.exec(text)?.[1];
  if (plan !== undefined) return { type: "several", years: 5, since: yearBeforePlan(plan) };
  const count = /(\d{1,2}|[一二三四五六七八九十])个?年/.exec(text)?.[1] ?? "";
  return { type: "several", years: /\d/.test(count) ? Number(count) : HAN_COUNTS.indexOf(count || "无") + 1 || null, since: null };
}

function yearToken(year: string, make: (period: Period) => Bare): Bare {
  const period = parsePeriod(year.replace(/[〇一二三四五六七八九]/g, (digit) => `${HAN_DIGITS.indexOf(digit)}`));
  return period === null ? { type: "other" } : make(period);
}
