/** Literal figures in running text with the indicator, measure and period they speak of, where the sentence leaves no doubt. */
import type { Deck, Inline, Settings } from "../../model/deck.ts";
import { findIndicator, type Indicator } from "../../model/indicator.ts";
import { samePeriod, type Period } from "../../model/period.ts";
import type { Passage } from "../passages.ts";
import { ELSEWHERE, LAST_YEAR, MEASURED, OTHERS, PLANNED, type Verb } from "./lexicon.ts";
import { findPairs } from "./respectively.ts";
import { readerOf, type Token } from "./tokens.ts";

type Measure = "level" | "growth" | "rank";

/** One literal that is an indicator's figure. */
export interface Reading {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly indicator: Indicator;
  readonly measure: { readonly type: "level" | "growth"; readonly figure: string; readonly falls: boolean } | { readonly type: "rank"; readonly rank: number };
  readonly period: Period;
  /** Whether the sentence or its title speaks of a plan. */
  readonly planned: boolean;
  readonly area: string | null;
  /** The reference beside it, where that names the indicator instead of a name. */
  readonly bound: string | null;
  /** False where an earlier clause of the sentence has another subject. */
  readonly certain: boolean;
}

/** What the words so far are about. */
interface Subject {
  readonly indicator: Indicator;
  readonly period: Period | null;
  readonly area: string | null;
  readonly bound: string | null;
  /** Measures it has a figure for in this sentence. */
  readonly told: readonly Measure[];
}

/** What a sentence takes from around it. */
interface Setting {
  readonly period: Period;
  readonly planned: boolean;
}

/** The literals of a passage that can be told from its words alone; most passages have none. */
export function findReadings(passage: Passage, deck: Deck): Reading[] {
  if (!passage.pieces.some(({ type, text }) => type === "text" && /\d/.test(text))) return [];
  const setting = settingOf(passage, deck.settings);
  if (setting === null) return [];
  let { period } = setting;
  return readerOf(deck).read(passage).flatMap((sentence) => {
    const readings = readSentence(sentence, passage.text, { ...setting, period }, deck);
    for (const token of sentence) if (token.type === "period") period = token.period;
    return readings;
  });
}

function readSentence(tokens: readonly Token[], text: string, setting: Setting, deck: Deck): Reading[] {
  const [first, last] = [tokens[0], tokens.at(-1)];
  if (first === undefined || last === undefined || !tokens.some(({ type }) => type === "literal" || type === "place")) return [];
  const words = text.slice(first.start, last.end);
  const around = { ...setting, planned: setting.planned || PLANNED.test(words) };
  const own = tokens.slice(0, endOfOwn(tokens, text));
  const readings = [...(own.length === 0 ? [] : walk(own, text, around, deck)), ...pairedReadings(tokens, text, around, deck)];
  return readings.filter(({ start, end }) => !MEASURED.test(text.slice(end)) && !isQuoted(text, start));
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
function isQuoted(text: string, at: number): boolean {
  return text.lastIndexOf("“", at) > text.lastIndexOf("”", at);
}

/** How many tokens of a sentence speak of one year and of one figure at a time: those before the first clause that does not. */
function endOfOwn(tokens: readonly Token[], text: string): number {
  let from = 0;
  for (const [index, token] of tokens.entries()) {
    const isLast = index === tokens.length - 1;
    if (!isLast && !(token.type === "mark" && /[，,；;]/.test(text.slice(token.start, token.end)))) continue;
    const clause = text.slice(tokens[from]?.start ?? 0, token.end);
    if (ELSEWHERE.test(clause) || LAST_YEAR.test(clause)) return from;
    from = index + 1;
  }
  return tokens.length;
}

/** What is known before a token of a sentence. */
interface State {
  readonly subject: Subject | null;
  readonly period: Period | null;
  readonly verb: Verb | null;
  /** Whether the clause so far has only words that join. */
  readonly clean: boolean;
  /** Other words of the sentence so far: they may have another subject. */
  readonly earlier: string;
  /** Whether several names stand together: none of them has the figure for itself. */
  readonly shared: boolean;
}

const START: State = { subject: null, period: null, verb: null, clean: true, earlier: "", shared: false };

/** Goes through a sentence: a subject stands until another word than those that join it to its figures. */
function walk(tokens: readonly Token[], text: string, setting: Setting, deck: Deck): Reading[] {
  const readings: Reading[] = [];
  let state = START;
  for (const token of tokens) {
    if (isMovedPlace(token, state)) state = { ...state, verb: null };
    else if (token.type === "literal" || token.type === "place") {
      const reading = readingOf(token, state, setting);
      if (reading !== null) readings.push(reading);
      state = { ...state, verb: null, subject: reading === null ? null : tell(state.subject, reading.measure.type) };
    } else state = step(state, token, text, deck);
  }
  return readings;
}

/** 上升5位 is a way, and no place. */
function isMovedPlace(token: Token, { verb }: State): boolean {
  return token.type === "place" && (verb === "rise" || verb === "fall");
}

function step(state: State, token: Exclude<Token, { type: "literal" | "place" }>, text: string, deck: Deck): State {
  const written = text.slice(token.start, token.end);
  switch (token.type) {
    case "name":
      return named(state, token.id, deck);
    case "bound":
      return { ...state, verb: null, subject: boundSubject(state.subject, token.figure, written, deck) };
    case "period":
      return { ...state, period: token.period };
    case "verb":
      // 增幅达到11.6% is a growth still.
      return { ...state, verb: token.verb === "to" && state.verb !== null ? state.verb : token.verb };
    case "own":
      return { ...state, clean: true, earlier: "" };
    case "mark":
      if (written === "；") return { ...START, period: state.period };
      return /[，,]/.test(written) ? { ...state, clean: true, verb: null } : state;
    case "and":
      // 148亿元、增长11.6% are two figures of one thing.
      return { ...state, shared: state.subject !== null && state.subject.told.length === 0 };
    case "other":
      return { ...state, subject: null, clean: false, shared: false, earlier: state.earlier + written };
    case "glue":
      return state;
  }
}

function named(state: State, id: string, { indicators }: Deck): State {
  const indicator = findIndicator(indicators, id);
  // 地区生产总值（GDP） is one name.
  const shared = state.shared || (state.subject !== null && state.subject.indicator.id !== id && state.subject.told.length === 0);
  const subject = indicator === null || !state.clean || shared ? null : { indicator, period: null, area: null, bound: null, told: [] };
  return { ...state, subject, shared, verb: null };
}

/** What a reference shows is told already, and so is what was told of the same indicator before it. */
function boundSubject(before: Subject | null, { indicator: id, field, period, area }: Extract<Inline, { type: "figure" }>, written: string, { indicators }: Deck): Subject | null {
  const indicator = findIndicator(indicators, id);
  if (indicator === null || field === "target") return null;
  const subject: Subject = { indicator, period, area, bound: written, told: before?.indicator.id === id ? before.told : [] };
  return tell(subject, field === "growth" ? "growth" : indicator.kind === "rank" ? "rank" : "level");
}

function tell(subject: Subject | null, measure: Measure): Subject | null {
  return subject === null ? null : { ...subject, told: [...subject.told, measure] };
}

/** Null where the literal has no subject, does not fit it, or would be its second figure of one kind. */
function readingOf(token: Extract<Token, { type: "literal" | "place" }>, { subject, period, verb, earlier }: State, setting: Setting): Reading | null {
  const measure = subject === null ? null : measureOf(token, subject.indicator, verb);
  if (subject === null || measure === null || subject.told.includes(measure.type)) return null;
  if (subject.bound === null && OTHERS.test(earlier)) return null;
  const { indicator, area, bound } = subject;
  const certain = bound !== null || earlier === "";
  return { start: token.start, end: token.end, text: token.text, indicator, measure, period: subject.period ?? period ?? setting.period, planned: setting.planned, area, bound, certain };
}

/** Which measure a number tells: a rate needs a word of growth, unless the indicator itself is one; null where the words do not fit. */
function measureOf(token: Extract<Token, { type: "literal" | "place" }>, { kind, unit }: Indicator, verb: Verb | null): Reading["measure"] | null {
  if (token.type === "place") return kind === "rank" ? { type: "rank", rank: token.rank } : null;
  const moved = verb === "rise" || verb === "fall";
  if (token.unit === "%" && moved && unit !== "%") return { type: "growth", figure: token.figure, falls: verb === "fall" };
  return token.unit === unit && !moved ? { type: "level", figure: token.figure, falls: false } : null;
}

/** The period a passage is set in by its titles, else the deck's; null where they speak of several years or more than one. */
function settingOf({ slide, section }: Passage, settings: Settings): Setting | null {
  const head = `${plain(slide.title)} ${slide.kicker}`;
  const around = plain(section.title);
  if (ELSEWHERE.test(head) || (yearsOf(head).length === 0 && ELSEWHERE.test(around))) return null;
  const years = yearsOf(head).length > 0 ? yearsOf(head) : yearsOf(around);
  if (years.length > 1) return null;
  const [year = settings.period.year] = years;
  const period: Period = year === settings.period.year ? settings.period : { type: "year", year };
  const plan = settings.plan !== null && samePeriod(period, settings.plan);
  return { period, planned: plan || /目标|预期/.test(head) };
}

/** Different years of a title, in either style. */
function yearsOf(text: string): number[] {
  const digits = text.replace(/[〇一二三四五六七八九]/g, (digit) => `${"〇一二三四五六七八九".indexOf(digit)}`);
  return [...new Set([...digits.matchAll(/(?<!\d)((?:19|20)\d{2})年/g)].map((match) => Number(match[1])))];
}

function plain(inlines: readonly Inline[]): string {
  return inlines.map((inline) => ("children" in inline ? plain(inline.children) : inline.type === "text" || inline.type === "figure" ? inline.text : "")).join("");
}
