/** Walks a sentence from left to right: which indicator each figure belongs to, and what it says about it. */
import type { Inline } from "../model/deck.ts";
import type { Period } from "../model/period.ts";
import { isRough, readingOf } from "./figure-at.ts";
import type { Lexicon, Verb } from "./lexicon.ts";
import type { Measure, Reading, Setting } from "./reading.ts";
import { timeOf, type Time, type Times } from "./times.ts";
import type { Token } from "./token.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { START, type State, type Subject } from "./walk-state.ts";

/** Walks a sentence: a subject lasts until a word that does not join it to its figures. */
export function walk(tokens: readonly Token[], text: string, setting: Setting, vocabulary: Vocabulary): Reading[] {
  let readings: Reading[] = [];
  let state: State = { ...START, times: setting.times, span: setting.span ?? null };
  for (const written of tokens) {
    const token = withPeople(written, state);
    const last = readings.at(-1);
    if (last !== undefined && text.slice(last.end, token.start).trim() === "") readings = followed(readings, token, state, setting);
    if (isRevised(token, state, text)) state = { ...state, range: null };
    else if (isMovedPlace(token, state)) state = { ...state, verb: null };
    else if (token.type === "literal" && token.ranged && state.range === null) state = stray(state, "");
    else if (token.type === "literal" && token.unit === "" && state.subject?.indicator.unit !== "") state = stray(state, text.slice(token.start, token.end));
    else if (token.type === "literal" || token.type === "place") {
      const reading = readingOf(token, state, setting);
      if (reading !== null) readings.push(reading);
      state = afterFigure(token, reading, state);
    } else state = step(state, token, text, setting, vocabulary);
  }
  return readings;
}

function afterFigure(token: Extract<Token, { type: "literal" | "place" }>, reading: Reading | null, state: State): State {
  const range = state.range?.end === "first" ? { end: "first", period: null } as const : null;
  // The first figure of 由A增加到B is of an earlier year, so the second is still to come.
  if (range !== null) return { ...state, range, arrived: false };
  const subject = reading === null ? null : tell(state.subject, reading.measure.type, isRough(token));
  const awaiting = reading === null && state.average ? state.subject : null;
  return { ...state, range, verb: null, arrived: false, average: false, onYear: false, fresh: false, shared: false, subject, awaiting, lapsed: null, earlier: state.clean ? state.earlier : `${state.earlier}0` };
}

/** Handles what comes right after a figure: grew by 5.1% to CNY 132.7 billion in 2020, grew by 60% over 2016. */
function followed(readings: Reading[], token: Token, state: State, setting: Setting): Reading[] {
  if (token.type === "base" && !isYearBefore(token.period, state, setting)) return readings.slice(0, -1);
  if (token.type !== "period" || state.named !== null || state.range !== null) return readings;
  return readings.map((reading) => (reading.bound === null ? { ...reading, period: token.period, dated: true, loose: false } : reading));
}

/** 由初步核算的1320亿元修订为1316亿元: the first is of the same year, and in no table any more. */
function isRevised(token: Token, { range }: State, text: string): boolean {
  return token.type === "literal" && range?.end === "first" && /^(?:最终)?(?:修订|核定|核实|更正)为/.test(text.slice(token.end));
}

/** A population of 162,500 has people for its unit, in whatever thousands the table counts them. */
function withPeople(token: Token, { subject }: State): Token {
  const counts = token.type === "literal" && token.unit === "" && /\d,\d{3}/.test(token.figure) && /\b(?:people|persons|residents|inhabitants)$/.test(subject?.indicator.unit ?? "");
  return counts ? { ...token, unit: "people" } : token;
}

/** 上升5位 is a movement, not a place. */
function isMovedPlace(token: Token, { verb }: State): boolean {
  return token.type === "place" && (verb === "rise" || verb === "fall");
}

function step(state: State, token: Exclude<Token, { type: "literal" | "place" }>, text: string, setting: Setting, vocabulary: Vocabulary): State {
  const written = text.slice(token.start, token.end);
  switch (token.type) {
    case "name":
      return named(state, token, vocabulary);
    case "bound":
      return { ...state, verb: null, range: null, lapsed: null, subject: boundSubject(state.subject, token.figure, written, vocabulary) };
    case "period":
    case "year":
    case "relative":
    case "elsewhen":
    case "several":
      return timed(state, timeOf(token, setting.thisYear), written, setting);
    case "average":
      return { ...resumed(state, written), average: true };
    case "share":
      // Its figure is of another thing; the next clause may go on.
      return { ...state, subject: null, lapsed: state.subject ?? state.lapsed, fresh: false, verb: null, arrived: false };
    case "respectively":
      return stray(state, written);
    case "base":
      return isYearBefore(token.period, state, setting) ? state : { ...stray(state, written), apart: true, span: sinceYear(token.period) };
    case "multiple":
      return token.since === null ? state : { ...state, span: sinceYear(token.since) };
    case "from":
      return { ...resumed(state, written), range: { end: "first", period: null } };
    case "until":
      return state.range === null ? stray(state, written) : { ...state, range: { end: "second", period: null }, verb: state.verb ?? "to" };
    case "open":
      // A total up to the end of a year may have begun at any time.
      if (token.openness === "doubtful" && state.named === "end") return stray(state, written);
      return { ...state, open: state.open === "doubtful" ? state.open : token.openness };
    case "verb":
      return moved(resumed(state, written), token.verb);
    case "own":
      return setting.lexicon.ownClears ? { ...state, clean: true, earlier: "" } : state;
    case "mark":
      return marked(state, written, setting.lexicon);
    case "and":
      // 148亿元、增长11.6% are two figures of one thing.
      return { ...state, fresh: true, shared: state.subject !== null && state.subject.told.length === 0 };
    case "doing":
      return state.clean ? { ...state, doing: true, earlier: state.earlier + written } : stray(state, written);
    case "other":
      // 标准提高到每人每月146元: the unit says as much.
      return written.startsWith("每") && state.subject?.indicator.unit.includes("/") === true ? state : stray(state, written);
    case "glue":
      if (ON_YEAR.test(written)) return { ...state, onYear: true };
      // 在一般公共预算收入中，税收占近七成: what is in a thing has the figures behind it.
      if (written === "中" && text.charAt(token.end) === "，") return { ...state, subject: null, lapsed: null };
      return setting.lexicon.arrival.test(written) ? { ...resumed(state, written), arrived: true } : state;
  }
}

function sinceYear({ type, year }: Period): Times | null {
  return type === "year" ? { type: "several", years: null, since: year } : null;
}

const ON_YEAR = /同比|[上去]年/;

/** Where a clause begins with a verb, it goes on with the subject of the clause before. */
function resumed(state: State, written: string): State {
  const { subject, lapsed, fresh } = state;
  // 完成 and 实现 may as well begin what somebody did.
  if (subject !== null || lapsed === null || !fresh || /^(?:完成|实现)$/.test(written)) return state;
  return { ...state, subject: { ...lapsed, resumed: true } };
}

/** 增幅达到11.6% is still growth; between the figures of 由A增加到B, the verb leads to the second. */
function moved(state: State, verb: Verb): State {
  const range = state.range !== null && verb === "to" ? { end: "second", period: null } as const : state.range;
  return { ...state, range, verb: verb === "to" && state.verb !== null ? state.verb : verb, arrived: state.arrived || verb === "to" };
}

/** A year settles the time; between the figures of 由A增加到B, it is that of one of them: 由上年的1.91缩小到2025年的1.89. */
function timed(state: State, time: Time | null, written: string, setting: Setting): State {
  if (time === null) return state;
  const { range } = state;
  const now = state.period ?? setting.period;
  // 由去年的52家增至61家: the first figure is never of the year that the second is of.
  const first = range?.end === "first" && time.loose && time.period?.type === "year" && time.period.year === (now.type === "year" ? now.year : null) ? { type: "year" as const, year: time.period.year - 1 } : time.period;
  if (range !== null && first !== null) return { ...state, range: { end: /^[到至]/.test(written) ? "second" : range.end, period: first } };
  if (range?.end === "first" && /^(?:上年|去年)/.test(written) && now.type === "year") return { ...state, range: { ...range, period: { type: "year", year: now.year - 1 } } };
  const open = /(?:累计|共)$/.test(written) ? "doubtful" : state.open;
  const subject = time.period !== null && state.subject === null ? state.awaiting : state.subject;
  return { ...state, open, subject, awaiting: null, ...(time.period === null ? {} : { period: time.period, loose: time.loose }), named: time.named ?? state.named, times: time.times ?? state.times, span: time.times?.type === "several" ? time.times : state.span };
}

/** Brackets are an aside, unless they say more than figures: （不含园区） is about the figure after it. */
function marked(state: State, mark: string, { announces }: Lexicon): State {
  // of which: the figures behind it are of a part.
  if (/[；;]|of which/i.test(mark)) return { ...START, period: state.period, loose: state.loose, named: state.named, times: state.times, span: state.span };
  if (/[：:]/.test(mark)) return { ...state, clean: true, fresh: true, earlier: announces.test(state.earlier + mark) ? "" : state.earlier };
  if (/[，,]|——/.test(mark)) return { ...state, clean: true, fresh: true, range: null, verb: null, arrived: false, average: false, onYear: false, earlier: state.earlier === "" ? "" : `${state.earlier}，` };
  if (/[（(]/.test(mark)) return { ...state, outer: state };
  if (!/[）)]/.test(mark) || state.outer === null) return state;
  // 占总人口比重（城镇化率）为63.5%: the bracket names what the words before it say.
  if (state.outer.subject === null && state.subject !== null && state.subject.told.length === 0 && state.subject !== state.outer.lapsed) return { ...state.outer, subject: state.subject, lapsed: null };
  return state.subject === null && state.outer.subject !== null && !state.clean ? { ...state, outer: state.outer.outer } : state.outer;
}

/** After words that join nothing, figures have no subject. */
function stray(state: State, written: string): State {
  const joint = /[A-Za-z.]$/.test(state.earlier) && /^[A-Za-z]/.test(written) ? " " : "";
  const lapsed = /\d/.test(written) ? null : (state.subject ?? (state.fresh ? null : state.lapsed));
  return { ...state, subject: null, lapsed, fresh: false, range: null, verb: null, clean: false, shared: false, earlier: state.earlier + joint + written };
}

/** In a sentence about 2021, 比2020年 means 同比. */
function isYearBefore({ year, type }: Period, { subject, period }: State, setting: Setting): boolean {
  const now = subject?.period ?? period ?? setting.period;
  return type === "year" && now.type === "year" && year === now.year - 1;
}

function named(state: State, { id, inferred = false }: Extract<Token, { type: "name" }>, vocabulary: Vocabulary): State {
  const indicator = vocabulary.find(id);
  // 地区生产总值（GDP） is one name.
  const shared = state.shared || (state.subject !== null && state.subject.indicator.id !== id && state.subject.told.length === 0);
  // 完成绿化面积2公顷 is an addition to a stock, and 净增规上工业企业58家 is one to anything.
  const added = (indicator?.kind === "stock" && (state.arrived || state.doing)) || state.verb === "rise" || state.verb === "fall";
  const subject = indicator === null || !state.clean || shared || added ? null : { indicator, period: null, area: null, bound: null, planned: false, told: [], rough: [], resumed: false, inferred };
  return { ...state, subject, lapsed: null, doing: false, fresh: false, range: null, shared, verb: null };
}

/** A reference counts as a figure already given, and so do earlier figures of the same indicator. */
function boundSubject(before: Subject | null, { indicator: id, field, period, area }: Extract<Inline, { type: "figure" }>, written: string, vocabulary: Vocabulary): Subject | null {
  const indicator = vocabulary.find(id);
  if (indicator === null) return null;
  const subject: Subject = { indicator, period, area, bound: written, planned: field === "target", told: before?.indicator.id === id ? before.told : [], rough: [], resumed: false, inferred: false };
  // Beside a target, another figure of the plan may follow: 增长7.5%，达到309亿元.
  return field === "target" ? subject : tell(subject, field === "growth" ? "growth" : indicator.kind === "rank" ? "rank" : "level", false);
}

function tell(subject: Subject | null, measure: Measure, rough: boolean): Subject | null {
  if (subject === null) return null;
  return { ...subject, told: [...subject.told, measure], rough: rough ? [...subject.rough, measure] : subject.rough.filter((one) => one !== measure) };
}
