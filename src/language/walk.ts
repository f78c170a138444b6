/** Walks a sentence from left to right: which indicator each figure belongs to, and what it says about it. */
import { findApproximateWord } from "../model/approximate.ts";
import { exchange, type Exchange } from "../model/convert-unit.ts";
import type { Inline } from "../model/deck.ts";
import type { Period } from "../model/period.ts";
import type { Lexicon, Openness, Verb } from "./lexicon.ts";
import type { Token } from "./tokens.ts";
import type { Named, Vocabulary } from "./vocabulary.ts";

type Measure = "level" | "growth" | "rank";

/** One literal that is an indicator's figure. */
export interface Reading {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly indicator: Named;
  readonly measure:
    | { readonly type: "level" | "growth"; readonly figure: string; readonly falls: boolean; /** Null in the indicator's own unit. */ readonly exchange: Exchange | null }
    | { readonly type: "rank"; readonly rank: number };
  readonly period: Period;
  /** Whether words name that period, in the text or in a title; without them it is the deck's own. */
  readonly dated: boolean;
  /** Whether the sentence or its title is about a plan. */
  readonly planned: boolean;
  readonly area: string | null;
  /** The reference beside it, if that names the indicator instead of a name. */
  readonly bound: string | null;
  /** False where an earlier clause of the sentence has another subject, or its time is open. */
  readonly certain: boolean;
}

/** What the words so far are about. */
interface Subject {
  readonly indicator: Named;
  readonly period: Period | null;
  readonly area: string | null;
  readonly bound: string | null;
  /** Measures that already have a figure in this sentence. */
  readonly told: readonly Measure[];
  /** Those of them whose figure is only approximate: 突破140亿元. */
  readonly rough: readonly Measure[];
}

/** What a sentence takes from its surroundings. */
export interface Setting {
  readonly period: Period;
  /** Whether a title or an earlier sentence names that period. */
  readonly dated: boolean;
  readonly planned: boolean;
  readonly lexicon: Lexicon;
  /** Where sums that may cover several years begin. */
  readonly sumsFrom: number;
}

/** What is known before a token of a sentence. */
interface State {
  readonly subject: Subject | null;
  readonly period: Period | null;
  readonly verb: Verb | null;
  /** Whether the clause so far has only joining words. */
  readonly clean: boolean;
  /** Other words of the sentence so far: they may have another subject. */
  readonly earlier: string;
  /** Whether several names stand together, so that none has the figure to itself. */
  readonly shared: boolean;
  /** How the sentence names its year: as a whole, or by its end (2021年末); null where it does not. */
  readonly named: "whole" | "end" | null;
  /** What its words leave open about the time. */
  readonly open: Openness | null;
  /** Whether a word since the last figure announces one: 达到, 完成. */
  readonly arrived: boolean;
  /** Whether the sentence compares with a year other than the previous one: 与2016年相比. */
  readonly apart: boolean;
  /** The state before the bracket that is open. */
  readonly outer: State | null;
}

const START: State = { subject: null, period: null, verb: null, clean: true, earlier: "", shared: false, named: null, open: null, arrived: false, apart: false, outer: null };

/** Walks a sentence: a subject lasts until a word that does not join it to its figures. */
export function walk(tokens: readonly Token[], text: string, setting: Setting, vocabulary: Vocabulary): Reading[] {
  let readings: Reading[] = [];
  let state = START;
  for (const token of tokens) {
    const last = readings.at(-1);
    if (last !== undefined && text.slice(last.end, token.start).trim() === "") readings = followed(readings, token, state, setting);
    if (isMovedPlace(token, state)) state = { ...state, verb: null };
    else if (token.type === "literal" || token.type === "place") {
      const reading = readingOf(token, state, setting);
      if (reading !== null) readings.push(reading);
      state = { ...state, verb: null, arrived: false, subject: reading === null ? null : tell(state.subject, reading.measure.type, isRough(token)) };
    } else state = step(state, token, text, setting, vocabulary);
  }
  return readings;
}

/** Handles what comes right after a figure: grew by 5.1% to CNY 132.7 billion in 2020, grew by 60% over 2016. */
function followed(readings: Reading[], token: Token, state: State, setting: Setting): Reading[] {
  if (token.type === "base" && !isYearBefore(token.period, state, setting)) return readings.slice(0, -1);
  if (token.type !== "period" || state.named !== null) return readings;
  return readings.map((reading) => (reading.bound === null ? { ...reading, period: token.period, dated: true } : reading));
}

/** 上升5位 is a movement, not a place. */
function isMovedPlace(token: Token, { verb }: State): boolean {
  return token.type === "place" && (verb === "rise" || verb === "fall");
}

function step(state: State, token: Exclude<Token, { type: "literal" | "place" }>, text: string, setting: Setting, vocabulary: Vocabulary): State {
  const written = text.slice(token.start, token.end);
  switch (token.type) {
    case "name":
      return named(state, token.id, vocabulary);
    case "bound":
      return { ...state, verb: null, subject: boundSubject(state.subject, token.figure, written, vocabulary) };
    case "period":
      return { ...state, period: token.period, named: token.whole ? "whole" : "end" };
    case "base":
      return isYearBefore(token.period, state, setting) ? state : { ...stray(state, written), apart: true };
    case "year":
      return { ...state, named: "whole" };
    case "open":
      // A total up to the end of a year may have begun at any time.
      if (token.openness === "doubtful" && state.named === "end") return stray(state, written);
      return { ...state, open: state.open === "doubtful" ? state.open : token.openness };
    case "verb":
      // 增幅达到11.6% is still growth.
      return { ...state, verb: token.verb === "to" && state.verb !== null ? state.verb : token.verb, arrived: state.arrived || token.verb === "to" };
    case "own":
      return setting.lexicon.ownClears ? { ...state, clean: true, earlier: "" } : state;
    case "mark":
      return marked(state, written);
    case "and":
      // 148亿元、增长11.6% are two figures of one thing.
      return { ...state, shared: state.subject !== null && state.subject.told.length === 0 };
    case "other":
      return stray(state, written);
    case "glue":
      return setting.lexicon.arrival.test(written) ? { ...state, arrived: true } : state;
  }
}

/** Brackets are an aside, unless they say more than figures: （不含园区） is about the figure after it. */
function marked(state: State, mark: string): State {
  if (/[；;]/.test(mark)) return { ...START, period: state.period, named: state.named };
  if (/[，,]/.test(mark)) return { ...state, clean: true, verb: null, arrived: false };
  if (/[（(]/.test(mark)) return { ...state, outer: state };
  if (!/[）)]/.test(mark) || state.outer === null) return state;
  return state.subject === null && state.outer.subject !== null && !state.clean ? { ...state, outer: state.outer.outer } : state.outer;
}

/** After words that join nothing, figures have no subject. */
function stray(state: State, written: string): State {
  return { ...state, subject: null, clean: false, shared: false, earlier: state.earlier + written };
}

/** In a sentence about 2021, 比2020年 means 同比. */
function isYearBefore({ year, type }: Period, { subject, period }: State, setting: Setting): boolean {
  const now = subject?.period ?? period ?? setting.period;
  return type === "year" && now.type === "year" && year === now.year - 1;
}

function named(state: State, id: string, vocabulary: Vocabulary): State {
  const indicator = vocabulary.find(id);
  // 地区生产总值（GDP） is one name.
  const shared = state.shared || (state.subject !== null && state.subject.indicator.id !== id && state.subject.told.length === 0);
  // 完成绿化面积2公顷 is an addition to a stock.
  const added = indicator?.kind === "stock" && state.arrived;
  const subject = indicator === null || !state.clean || shared || added ? null : { indicator, period: null, area: null, bound: null, told: [], rough: [] };
  return { ...state, subject, shared, verb: null };
}

/** A reference counts as a figure already given, and so do earlier figures of the same indicator. */
function boundSubject(before: Subject | null, { indicator: id, field, period, area }: Extract<Inline, { type: "figure" }>, written: string, vocabulary: Vocabulary): Subject | null {
  const indicator = vocabulary.find(id);
  if (indicator === null || field === "target") return null;
  const subject: Subject = { indicator, period, area, bound: written, told: before?.indicator.id === id ? before.told : [], rough: [] };
  return tell(subject, field === "growth" ? "growth" : indicator.kind === "rank" ? "rank" : "level", false);
}

function tell(subject: Subject | null, measure: Measure, rough: boolean): Subject | null {
  if (subject === null) return null;
  return { ...subject, told: [...subject.told, measure], rough: rough ? [...subject.rough, measure] : subject.rough.filter((one) => one !== measure) };
}

/** After 突破140亿元, the exact figure may still follow. */
function isRough(token: Extract<Token, { type: "literal" | "place" }>): boolean {
  return token.type === "literal" && findApproximateWord(token.figure, "before") !== null;
}

/** Null where the literal has no subject, does not fit it, or would be its second figure of one kind. */
function readingOf(token: Extract<Token, { type: "literal" | "place" }>, state: State, setting: Setting): Reading | null {
  const { subject, period, verb, earlier } = state;
  const measure = subject === null ? null : measureOf(token, subject.indicator, verb);
  if (subject === null || measure === null || isTold(measure.type, subject, state)) return null;
  if (measure.type === "growth" && state.apart) return null;
  if (subject.bound === null && setting.lexicon.others.test(earlier)) return null;
  const open = openAt(token, state, subject, setting);
  if (open === "doubtful" && (earlier !== "" || token.start > setting.sumsFrom)) return null;
  const { indicator, area, bound } = subject;
  const certain = bound !== null || (earlier === "" && open === null);
  const own = subject.period ?? period;
  return { start: token.start, end: token.end, text: token.text, indicator, measure, period: own ?? setting.period, dated: own !== null || setting.dated, planned: setting.planned, area, bound, certain };
}

function isTold(measure: Measure, { told, rough }: Subject, { arrived }: State): boolean {
  return told.includes(measure) && !(arrived && rough.includes(measure));
}

/** A named year settles what 累计 and 预计 leave open; a stock is read at the end of the year anyway. */
function openAt(token: Token, { named: year, open }: State, { indicator }: Subject, setting: Setting): Openness | null {
  if (open === null || year === "whole") return null;
  return indicator.kind === "stock" && open === "likely" && token.start <= setting.sumsFrom ? null : open;
}

/** Which measure a number gives: a rate needs a growth word, unless the indicator itself is a rate; null where the words do not fit. */
export function measureOf(token: Extract<Token, { type: "literal" | "place" }>, { kind, unit }: Named, verb: Verb | null): Reading["measure"] | null {
  if (token.type === "place") return kind === "rank" ? { type: "rank", rank: token.rank } : null;
  const moved = verb === "rise" || verb === "fall";
  if (token.unit === "%" && moved && unit !== "%") return { type: "growth", figure: token.figure, falls: verb === "fall", exchange: null };
  if (moved) return null;
  if (token.unit === unit) return { type: "level", figure: token.figure, falls: false, exchange: null };
  const converted = exchange(token.unit, unit);
  return converted === null ? null : { type: "level", figure: token.figure, falls: false, exchange: converted };
}
