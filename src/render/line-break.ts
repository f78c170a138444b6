/** Where a line of Chinese may end: between phrases, never inside a protected word or between a number and its unit. */
import { LEXICON } from "./lexicon.ts";

/** Finds the offsets (UTF-16) before which a line may break, but only those next to a Han character or a full-width mark. */
export type LineBreaker = (text: string) => ReadonlySet<number>;

/** A stretch of text that stays on one line, end exclusive. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

const SEGMENTER = new Intl.Segmenter("zh", { granularity: "word" });
const HAN = /\p{Script=Han}/u;
const WIDE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’…—·]/u;
/** Marks that may not begin a line, and marks that may not end one (GB/T 15834, clause 5). */
const NOT_FIRST = /^[，。、；：？！）》〉」』】〕”’…—～·％‰℃,.;:?!)\]}%]/u;
const NOT_LAST = /[（《〈「『【〔“‘([{]$/u;

const UNITS =
  "个百分点|百分点|个方面|平方公里|平方千米|平方米|立方米|公里|千米|厘米|毫米|米|亿元|万元|元|亩|千瓦时|千瓦|兆瓦|千伏|伏|公斤|千克|吨|人次|户次|周年|小时|分钟|个月|号线|" +
  "个|项|条|件|次|届|大|年|月|日|号|期|位|名|所|座|栋|套|间|辆|份|倍|成|天|批|类|张|部|处|支|户|家|人|村|区|片|岁|度|秒|台|颗|级|层|路|字|步|点|方面|批次|公顷|升";
const DIGITS = `[+\\-−]?\\d[\\d,]*(?:\\.\\d+)?[%‰]?(?:[~～—–\\-][+\\-−]?\\d[\\d,]*(?:\\.\\d+)?[%‰]?)?`;
const NUMBER = new RegExp(
  `(?:不低于|不少于|不超过|不高于|突破|超过|不足|接近|大约|至少|超|近|约|第)?${DIGITS}(?:多|余)?(?:万亿|亿|万|千|百)?(?:多|余)?(?:${UNITS})?(?:左右|上下|以上|以内|以下)?`,
  "gu",
);
/** Matches only where a number begins, not again at each of its characters. */
const HAN_NUMBER = new RegExp(`(?:第|(?<![〇零一二两三四五六七八九十百千万亿]))[〇零一二两三四五六七八九十百千万亿]+(?:多|余)?(?:${UNITS}|部分)`, "gu");
const MAY_HOLD_NUMBER = /[\d〇零一二两三四五六七八九十百千万亿]/u;
const YEAR = /[〇零一二三四五六七八九]{4}年/gu;
/** A quoted term this short reads as one word. */
const SHORT_QUOTE = /[“‘《][^“”‘’《》]{1,7}[”’》]/gu;

/** Single characters that always end a phrase, that begin one, and that end one unless another single character follows. */
const PARTICLES = new Set("的地得了着过们等");
const LEANS_ON_NEXT = new Set("和与及或同在对把被从向到以为由将不未再更最很太新老大小全各每某该本此其这那做让使");
const LEANS_ON_LAST = new Set("中内外上下前后里间点区镇村市县省级率性化力者员业线园局部会法制权额量值期所院站路桥河湖型式版集房户");

const findKnown = createWordFinder(LEXICON);

/** A text of at most this many characters is never broken. */
const SHORTEST = 4;
const NOWHERE: ReadonlySet<number> = new Set();

interface Token {
  readonly from: number;
  readonly text: string;
  readonly han: boolean;
  /** Han characters, letters or digits; not a mark or a space. */
  readonly word: boolean;
  /** One Han character that the dictionary left on its own. */
  readonly lone: boolean;
}

/** A line breaker that never breaks the given words; it remembers its answers, since decks repeat names and titles. */
export function createLineBreaker(words: readonly string[]): LineBreaker {
  const findStretches = createStretchFinder(words);
  const answers = new Map<string, ReadonlySet<number>>();
  return (text) => {
    if (text.length <= SHORTEST) return NOWHERE;
    let breaks = answers.get(text);
    if (breaks === undefined) {
      breaks = findBreaks(text, findStretches(text));
      answers.set(text, breaks);
    }
    return breaks;
  };
}

function findBreaks(text: string, stretches: readonly Stretch[]): ReadonlySet<number> {
  const tokens = findTokens(text);
  const leans: boolean[] = [];
  for (let index = 0; index < tokens.length; index += 1) leans.push(leansForward(tokens, index, leans[index - 1] === true));
  const breaks = new Set<number>();
  for (let index = 1; index < tokens.length; index += 1) {
    if (mayBreak(tokens, index, leans)) breaks.add(tokens[index]!.from);
  }
  const known = findKnown(text);
  const starts = new Set(known.map(({ from }) => from));
  const indices = new Map(tokens.map(({ from }, index) => [from, index]));
  for (const { from, to } of [...known, ...stretches]) {
    if (starts.has(to) || mayEndAt(tokens, indices.get(to) ?? 0, leans)) breaks.add(to);
    keepWhole(breaks, from, to);
  }
  for (const { from, to } of findMatches(text, SHORT_QUOTE)) keepWhole(breaks, from, to);
  return breaks;
}

function findMatches(text: string, pattern: RegExp): Stretch[] {
  return [...text.matchAll(pattern)].map((match) => ({ from: match.index, to: match.index + match[0].length }));
}

function keepWhole(breaks: Set<number>, from: number, to: number): void {
  for (let offset = from + 1; offset < to; offset += 1) breaks.delete(offset);
}

/**
 * Keeps only the breaks after ，、；： if every clause fits a line of `width` em, so that a sentence of short clauses breaks clause by clause.
 * Text with a single clause or a longer one keeps all its breaks.
 */
export function clauseBreaks(text: string, breaks: ReadonlySet<number>, width: number): ReadonlySet<number> {
  const clauses = text.split(/(?<=[，、；：。])|\n/u).filter((clause) => clause !== "");
  if (clauses.length < 2 || clauses.some((clause) => clause.length > width)) return breaks;
  return new Set([...breaks].filter((offset) => /[，、；：。]/u.test(text[offset - 1] ?? "")));
}

/** Finds numbers with their units, years in Han digits, and the given words: they stay on one line everywhere. */
export function createStretchFinder(words: readonly string[]): (text: string) => readonly Stretch[] {
  const findWords = createWordFinder(words);
  return (text) => {
    const found = findWords(text);
    if (!MAY_HOLD_NUMBER.test(text)) return found;
    return mergeStretches([...found, ...[NUMBER, HAN_NUMBER, YEAR].flatMap((pattern) => findMatches(text, pattern))]);
  };
}

/** Finds words from left to right, the longest first; much faster than a pattern of many alternatives. */
function createWordFinder(words: readonly string[]): (text: string) => Stretch[] {
  const byFirst = new Map<string, string[]>();
  for (const word of words.toSorted((a, b) => b.length - a.length)) {
    if (word === "") continue;
    const same = byFirst.get(word[0]!);
    if (same === undefined) byFirst.set(word[0]!, [word]);
    else same.push(word);
  }
  return (text) => {
    const found: Stretch[] = [];
    for (let index = 0; index < text.length; index += 1) {
      const word = byFirst.get(text[index]!)?.find((candidate) => text.startsWith(candidate, index));
      if (word === undefined) continue;
      found.push({ from: index, to: index + word.length });
      index += word.length - 1;
    }
    return found;
  };
}

function mergeStretches(stretches: readonly Stretch[]): readonly Stretch[] {
  const merged: Stretch[] = [];
  for (const stretch of stretches.toSorted((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last !== undefined && stretch.from < last.to) {
      merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, stretch.to) };
    } else {
      merged.push(stretch);
    }
  }
  return merged;
}

/** Words of the dictionary, one clause at a time: the segmenter's time grows with the square of the text's length. */
function findTokens(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const { 0: clause, index: start } of text.matchAll(/[^，。；！？\n]{1,400}[，。；！？\n]{0,400}|[，。；！？\n]{1,400}/gu)) {
    for (const { segment, index } of SEGMENTER.segment(clause)) {
      const han = HAN.test(segment);
      tokens.push({ from: start + index, text: segment, han, word: han || /^[\p{L}\d]/u.test(segment), lone: han && segment.length <= 2 && [...segment].length === 1 });
    }
  }
  return tokens;
}

function mayBreak(tokens: readonly Token[], index: number, leans: readonly boolean[]): boolean {
  const before = tokens[index - 1]!;
  const after = tokens[index]!;
  return mayPart(before, after) && leans[index - 1] !== true && !leansBack(tokens, index, leans[index] === true);
}

/** Whether the marks on both sides allow a break that the browser would not make on its own. */
function mayPart(before: Token, after: Token): boolean {
  if (before.han && after.han) return true;
  if (NOT_FIRST.test(after.text) || NOT_LAST.test(before.text)) return false;
  // The browser already breaks at spaces and between Latin words.
  return !/\s/u.test(before.text + after.text) && (WIDE.test(before.text) || WIDE.test(after.text));
}

/** A number or a protected word ends a phrase, whatever the dictionary thinks of its last character. */
function mayEndAt(tokens: readonly Token[], index: number, leans: readonly boolean[]): boolean {
  if (index < 1) return false;
  return mayPart(tokens[index - 1]!, tokens[index]!) && !leansBack(tokens, index, leans[index] === true);
}

/** Whether the next token is a single character that needs a partner. */
function meetsLone(tokens: readonly Token[], index: number): boolean {
  const next = tokens[index + 1];
  return next !== undefined && next.lone && !LEANS_ON_NEXT.has(next.text) && !PARTICLES.has(next.text);
}

/** `lastLeans` is the answer for the token before. */
function leansForward(tokens: readonly Token[], index: number, lastLeans: boolean): boolean {
  const token = tokens[index]!;
  const next = tokens[index + 1];
  if (!token.lone || PARTICLES.has(token.text) || next === undefined || !next.word) return false;
  if (LEANS_ON_NEXT.has(token.text)) return true;
  if (!next.han) return false;
  const last = tokens[index - 1];
  if (LEANS_ON_LAST.has(token.text) && last !== undefined && last.han) return meetsLone(tokens, index);
  if (next.lone && LEANS_ON_NEXT.has(next.text)) return last === undefined || !last.han;
  // Two single characters make a word (增速, 招商): the second needs no other partner.
  return !(last !== undefined && last.lone && !LEANS_ON_NEXT.has(last.text) && lastLeans);
}

function leansBack(tokens: readonly Token[], index: number, leansOn: boolean): boolean {
  const token = tokens[index]!;
  if (!token.lone) return false;
  if (LEANS_ON_NEXT.has(token.text)) return tokens[index + 1]?.word !== true;
  if (PARTICLES.has(token.text)) return true;
  if (LEANS_ON_LAST.has(token.text)) return !meetsLone(tokens, index);
  return !leansOn;
}
