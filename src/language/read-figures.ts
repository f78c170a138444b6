/** Figures in sentences with the thing, measure and period they are about, where the words leave no doubt. */
import type { Period } from "../model/period.ts";
import type { Lexicon } from "./lexicon.ts";
import { findPairs } from "./respectively.ts";
import { readerOf, wordsBeside, type Token } from "./tokens.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { measureOf, walk, type Reading, type Setting } from "./walk.ts";
import type { Wording } from "./wording.ts";

/** In text order; quoted figures are left out. */
export function readFigures(wording: Wording, setting: Setting, vocabulary: Vocabulary): Reading[] {
  let { period, dated } = setting;
  const readings = readerOf(vocabulary, setting.lexicon).read(wording).flatMap((sentence) => {
    const own = readSentence(sentence, wording.text, { ...setting, period, dated }, vocabulary);
    const last = lastPeriod(sentence, wording.text);
    if (last !== null) [period, dated] = [last, true];
    return own;
  });
  return outsideQuotations(readings, wording.text);
}

/** The year that a sentence passes on to the next one; bracketed text is an aside. */
function lastPeriod(tokens: readonly Token[], text: string): Period | null {
  let [depth, period]: [number, Period | null] = [0, null];
  for (const token of tokens) {
    const mark = token.type === "mark" ? text.charAt(token.start) : "";
    if (/[（(]/.test(mark)) depth += 1;
    else if (/[）)]/.test(mark)) depth = Math.max(0, depth - 1);
    else if (token.type === "period" && depth === 0) ({ period } = token);
  }
  return period;
}

function readSentence(tokens: readonly Token[], text: string, setting: Setting, vocabulary: Vocabulary): Reading[] {
  if (!tokens.some(({ type }) => type === "literal" || type === "place")) return [];
  const around = { ...setting, planned: setting.planned || setting.lexicon.planned.test(wordsBeside(tokens, text)) };
  const own = tokens.slice(0, endOfOwn(tokens, text, setting.lexicon));
  const readings = [...(own.length === 0 ? [] : walk(own, text, around, vocabulary)), ...pairedReadings(tokens, text, around, vocabulary)];
  return readings.filter(({ end }) => !setting.lexicon.measured.test(text.slice(end)));
}

/** Figures that a sentence assigns to its names by order. */
function pairedReadings(tokens: readonly Token[], text: string, { period: usual, dated, planned }: Setting, vocabulary: Vocabulary): Reading[] {
  const pairs = findPairs(tokens, text);
  const own = tokens.findLast((token) => token.type === "period")?.period ?? null;
  return pairs.flatMap(({ token, id, verb }) => {
    const indicator = vocabulary.find(id);
    const measure = indicator === null ? null : measureOf(token, indicator, verb);
    if (indicator === null || measure === null) return [];
    return [{ start: token.start, end: token.end, text: token.text, indicator, measure, period: own ?? usual, dated: own !== null || dated, planned, area: null, bound: null, certain: true }];
  });
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

/** How many tokens of a sentence are about one year and one figure at a time: those before the first clause that is not. */
function endOfOwn(tokens: readonly Token[], text: string, { elsewhere }: Lexicon): number {
  let from = 0;
  for (const [index, token] of tokens.entries()) {
    const isLast = index === tokens.length - 1;
    if (!isLast && !(token.type === "mark" && /[，,；;]/.test(text.slice(token.start, token.end)))) continue;
    if (elsewhere.test(wordsBeside(tokens.slice(from, index + 1), text))) return from;
    from = index + 1;
  }
  return tokens.length;
}
