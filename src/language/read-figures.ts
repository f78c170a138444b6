/** Figures in sentences with the thing, measure and period they are about, where the words leave no doubt. */
import type { Period } from "../model/period.ts";
import type { Lexicon } from "./lexicon.ts";
import { ENGLISH } from "./english-lexicon.ts";
import { readNumberFirst } from "./number-first.ts";
import { readLists } from "./respectively.ts";
import { OWN, timeOf, type Times } from "./times.ts";
import type { Token } from "./token.ts";
import { readerOf, wordsBeside } from "./tokens.ts";
import type { Vocabulary } from "./vocabulary.ts";
import type { Reading, Setting } from "./reading.ts";
import { walk } from "./walk.ts";
import type { Wording } from "./wording.ts";

/** In text order; quoted figures are left out. */
export function readFigures(wording: Wording, setting: Setting, vocabulary: Vocabulary): Reading[] {
  let around: Setting = { ...setting, span: setting.times.type === "several" ? setting.times : (setting.span ?? null) };
  const { text, sentences } = readerOf(vocabulary, setting.lexicon).read(wording);
  const readings = sentences.flatMap((sentence) => {
    // 全年 is the year of the report again, whatever the sentence before was about.
    if (sentence.some(({ type }) => type === "year")) around = { ...around, period: setting.period, dated: setting.dated };
    const own = readSentence(sentence, text, around, vocabulary);
    const passedOn = setting.lexicon === ENGLISH ? sentence.slice(0, firstFigure(sentence)) : sentence;
    const last = lastPeriod(passedOn, text, setting.thisYear);
    const times = lastTimes(passedOn, around);
    around = { ...around, ...(last === null ? {} : { period: last, dated: true }), times, span: times.type === "several" ? times : (around.span ?? null) };
    return own;
  });
  return outsideQuotations(readings, text);
}

/** In English a year behind a figure is that figure's: debt fell to 148 million from 183 million in 2021. */
function firstFigure(tokens: readonly Token[]): number {
  const first = tokens.findIndex(({ type }) => type === "literal" || type === "place" || type === "bound");
  return first === -1 ? tokens.length : first;
}

/** The year that a sentence passes on to the next one; bracketed text is an aside, and so is the first year of 由2020年的A增加到B. */
function lastPeriod(tokens: readonly Token[], text: string, thisYear: number | null): Period | null {
  let [depth, period]: [number, Period | null] = [0, null];
  for (const [index, token] of tokens.entries()) {
    const mark = token.type === "mark" ? text.charAt(token.start) : "";
    if (/[（(]/.test(mark)) depth += 1;
    else if (/[）)]/.test(mark)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && tokens[index - 1]?.type !== "from") period = timeOf(token, thisYear)?.period ?? period;
  }
  return period;
}

/** The years that a sentence leaves for the next one: 五年来 holds until a year is named. */
function lastTimes(tokens: readonly Token[], { times, thisYear }: Setting): Times {
  // 由2020年的A增加到2025年的B: the years of the two figures are none of the sentence.
  const from = tokens.findIndex(({ type }) => type === "from");
  const own = tokens.filter((_, index) => {
    const before = tokens[index - 1];
    return before?.type !== "from" && !(from !== -1 && from < index && (before?.type === "until" || (before?.type === "verb" && before.verb === "to")));
  });
  const last = own.map((token) => timeOf(token, thisYear)?.times ?? null).findLast((one) => one !== null);
  if (last === undefined) return times;
  // 较“十三五”末增加4374亿元 leaves five years what they are.
  return last.type === "elsewhen" ? (times.type === "several" ? times : OWN) : last;
}

function readSentence(tokens: readonly Token[], text: string, setting: Setting, vocabulary: Vocabulary): Reading[] {
  if (!tokens.some(({ type }) => type === "literal" || type === "place")) return [];
  const around = { ...setting, planned: setting.planned || setting.lexicon.planned.test(wordsBeside(tokens, text).replace(setting.lexicon.reached, "")) };
  const own = tokens.slice(0, endOfOwn(tokens, text, setting.lexicon));
  const listed = readLists(own, text, around, vocabulary);
  const walked = partsOf(own, text, setting.lexicon).flatMap((part) => walk(part, text, around, vocabulary)).filter(({ start }) => !listed.some((reading) => reading.start === start));
  const counted = setting.lexicon === ENGLISH ? readNumberFirst(own, text, around, vocabulary) : [];
  const behind = [...walked, ...listed].filter(({ start, end }) => !counted.some((reading) => reading.start === start) && !setting.lexicon.measured.test(text.slice(end)));
  return [...behind, ...counted];
}

/** What is walked at once: all of it, but in English only the parts in which no “respectively” gives figures to several names. */
function partsOf(tokens: readonly Token[], text: string, { pairs }: Lexicon): (readonly Token[])[] {
  if (!pairs.test(wordsBeside(tokens, text))) return [tokens];
  const parts: Token[][] = [[]];
  for (const token of tokens) {
    if (text.charAt(token.start) === ";") parts.push([]);
    else parts.at(-1)!.push(token);
  }
  return parts.filter((part) => part.length > 0 && !pairs.test(wordsBeside(part, text)));
}

/** Quoted words are somebody else's, or a motto: “地区生产总值增长6%”这一底线. */
function outsideQuotations(readings: readonly Reading[], text: string): Reading[] {
  const marks = readings.length === 0 ? [] : [...text.matchAll(/[“”]/g)];
  let next = 0;
  return readings.toSorted((a, b) => a.start - b.start).filter(({ start }) => {
    while ((marks[next]?.index ?? Infinity) < start) next += 1;
    return marks[next - 1]?.[0] !== "“";
  });
}

/** A unit says nothing about the time: 29 micrograms per cubic metre, 79.8 years; 5 years may be a time. */
function withoutUnit(token: Token): Token {
  return token.type === "literal" && /[\d.]{3}|%$/.test(token.text) ? { ...token, end: token.start } : token;
}

/** How many tokens of a sentence are about one year and one figure at a time: those before the first clause that is not. */
function endOfOwn(tokens: readonly Token[], text: string, { elsewhere, reasons }: Lexicon): number {
  let from = 0;
  for (const [index, token] of tokens.entries()) {
    const isLast = index === tokens.length - 1;
    const reason = tokens[index + 1];
    const divides = token.type === "mark" && /[，,；;]/.test(text.slice(token.start, token.end));
    if (!isLast && !divides && !(token.type !== "other" && reason?.type === "other" && reasons.test(text.slice(reason.start, reason.end)))) continue;
    if (elsewhere.test(wordsBeside(tokens.slice(from, index + 1).map(withoutUnit), text))) return from;
    from = index + 1;
  }
  return tokens.length;
}
