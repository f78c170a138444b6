/** Literal figures in running text with the indicator, measure and period they speak of, where the sentence leaves no doubt. */
import type { Deck, Inline, Settings } from "../../model/deck.ts";
import { findIndicator } from "../../model/indicator.ts";
import { samePeriod, type Period } from "../../model/period.ts";
import type { Passage } from "../passages.ts";
import { ENGLISH } from "./english-lexicon.ts";
import { CHINESE, type Lexicon } from "./lexicon.ts";
import { findPairs } from "./respectively.ts";
import { readerOf, wordsBeside, type Token } from "./tokens.ts";
import { measureOf, walk, type Reading, type Setting } from "./walk.ts";

/** The literals of a passage that can be told from its words alone; most passages have none. */
export function findReadings(passage: Passage, deck: Deck): Reading[] {
  if (!passage.pieces.some(({ type, text }) => type === "text" && /\d/.test(text))) return [];
  const lexicon = isEnglish(passage, deck) ? ENGLISH : CHINESE;
  const setting = settingOf(passage, deck.settings, lexicon);
  if (setting === null) return [];
  let { period } = setting;
  const readings = readerOf(deck, lexicon).read(passage).flatMap((sentence) => {
    const own = readSentence(sentence, passage.text, { ...setting, period }, deck);
    period = lastPeriod(sentence, passage.text) ?? period;
    return own;
  });
  return outsideQuotations(readings, passage.text);
}

/** The year that a sentence leaves to the next one; what stands in brackets is an aside. */
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

/** A deck in English may hold Chinese passages; a Chinese one speaks of GDP in Chinese sentences. */
function isEnglish({ pieces }: Passage, { settings }: Deck): boolean {
  return settings.lang === "en" && !pieces.some(({ type, text }) => type === "text" && /\p{Script=Han}/u.test(text));
}

function readSentence(tokens: readonly Token[], text: string, setting: Setting, deck: Deck): Reading[] {
  if (!tokens.some(({ type }) => type === "literal" || type === "place")) return [];
  const around = { ...setting, planned: setting.planned || setting.lexicon.planned.test(wordsBeside(tokens, text)) };
  const own = tokens.slice(0, endOfOwn(tokens, text, setting.lexicon));
  const readings = [...(own.length === 0 ? [] : walk(own, text, around, deck)), ...pairedReadings(tokens, text, around, deck)];
  return readings.filter(({ end }) => !setting.lexicon.measured.test(text.slice(end)));
}

/** Figures that a sentence gives to its names by their order. */
function pairedReadings(tokens: readonly Token[], text: string, { period: usual, planned }: Setting, { indicators }: Deck): Reading[] {
  const pairs = findPairs(tokens, text);
  const period = tokens.findLast((token) => token.type === "period")?.period ?? usual;
  return pairs.flatMap(({ token, id, verb }) => {
    const indicator = findIndicator(indicators, id);
    const measure = indicator === null ? null : measureOf(token, indicator, verb);
    if (indicator === null || measure === null) return [];
    return [{ start: token.start, end: token.end, text: token.text, indicator, measure, period, planned, area: null, bound: null, certain: true }];
  });
}

/** What is quoted was said by somebody, or is a motto: “地区生产总值增长6%”这一底线. */
function outsideQuotations(readings: readonly Reading[], text: string): Reading[] {
  const marks = readings.length === 0 ? [] : [...text.matchAll(/[“”]/g)];
  let next = 0;
  return readings.toSorted((a, b) => a.start - b.start).filter(({ start }) => {
    while ((marks[next]?.index ?? Infinity) < start) next += 1;
    return marks[next - 1]?.[0] !== "“";
  });
}

/** How many tokens of a sentence speak of one year and of one figure at a time: those before the first clause that does not. */
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

/** The period a passage is set in by its titles, else the deck's; null where they speak of several years or more than one. */
function settingOf({ slide, section, cell, text }: Passage, settings: Settings, lexicon: Lexicon): Setting | null {
  const head = `${plain(slide.title)} ${slide.kicker}`;
  const around = plain(section.title);
  const own = yearsOf(head, lexicon);
  if (lexicon.otherTimes.test(head) || (own.length === 0 && lexicon.otherTimes.test(around))) return null;
  const years = own.length > 0 ? own : yearsOf(around, lexicon);
  if (years.length > 1) return null;
  const [year = settings.period.year] = years;
  const period: Period = year === settings.period.year ? settings.period : { type: "year", year };
  const plan = settings.plan !== null && samePeriod(period, settings.plan);
  const several = text.search(lexicon.severalYears);
  // A column of sums beside one of months runs to the month of the table.
  const sumsFrom = cell !== null ? -1 : several < 0 ? text.length : several;
  return { period, planned: plan || lexicon.plannedTitle.test(head), lexicon, sumsFrom };
}

/** Different years of a title, in either style. */
function yearsOf(text: string, { titleYear }: Lexicon): number[] {
  const digits = text.replace(/[〇一二三四五六七八九]/g, (digit) => `${"〇一二三四五六七八九".indexOf(digit)}`);
  return [...new Set([...digits.matchAll(titleYear)].map((match) => Number(match[1])))];
}

function plain(inlines: readonly Inline[]): string {
  return inlines.map((inline) => ("children" in inline ? plain(inline.children) : inline.type === "text" || inline.type === "figure" ? inline.text : "")).join("");
}
