/** A figure of a sentence with what the words before it say: whose it is, what it measures, and of which time. */
import { findApproximateWord } from "../model/approximate.ts";
import type { Openness } from "./lexicon.ts";
import { mayBeOf, measureOf, periodOf, yearsOf, type Measure, type Reading, type Setting } from "./reading.ts";
import { OWN } from "./times.ts";
import type { Token } from "./token.ts";
import type { State, Subject } from "./walk-state.ts";

/** After 突破140亿元, the exact figure may still follow. */
export function isRough(token: Extract<Token, { type: "literal" | "place" }>): boolean {
  return token.type === "literal" && (findApproximateWord(token.figure, "before") !== null || token.figure.endsWith("以上"));
}

/** Null where the literal has no subject, does not fit it, or would be its second figure of one kind. */
export function readingOf(token: Extract<Token, { type: "literal" | "place" }>, state: State, setting: Setting): Reading | null {
  const { subject, earlier, range } = state;
  const measure = subject === null ? null : measureAt(token, state, subject);
  if (subject === null || measure === null || isTold(measure.type, subject, state)) return null;
  if (isChange(measure.type) && state.apart) return null;
  if (subject.bound === null && setting.lexicon.others.test(earlier)) return null;
  const several = isOfSeveral(measure.type, state);
  const open = several ? null : openAt(token, state, subject, setting);
  // 累计实施项目2万个，占比提高到45%: what a later clause says was reached is no sum.
  const isReached = (state.verb === "to" || (measure.type === "level" && isRough(token))) && earlier.includes("，");
  if (open === "doubtful" && !isReached && (earlier !== "" || token.start > setting.sumsFrom)) return null;
  const when = several ? yearsOf(state.times.type === "several" ? state : { ...state, times: state.span ?? state.times }, subject, setting) : periodOf(state, subject, setting);
  if (when === null) return null;
  const before = { ...state, arrived: state.arrived || isRough(token) };
  const doubtful = !several && !mayBeOf(before, measure.type, subject.indicator, setting);
  if (doubtful && !(state.times.type === "several" && state.times === setting.times && mayBeOf({ ...before, times: OWN }, measure.type, subject.indicator, setting))) return null;
  const { indicator, area, bound } = subject;
  const certain = (bound !== null || (earlier === "" && open === null)) && !subject.resumed && !subject.inferred && state.times.type === "own" && range === null && !state.loose;
  return { start: token.start, end: token.end, text: token.text, indicator, measure, ...when, loose: state.loose, planned: setting.planned || subject.planned, area, bound, certain: certain && !doubtful, inferred: subject.inferred, ...(doubtful ? { doubtful } : {}) };
}

function isChange(measure: Measure): boolean {
  return measure === "growth" || measure === "points" || measure === "amount";
}

/** 五年来提高5.5个百分点 and 净增117.7亿元 are changes of all years, unless the words say 同比. */
function isOfSeveral(measure: Measure, { times, onYear, range }: State): boolean {
  return measure === "average" || measure === "sum" || ((measure === "points" || measure === "amount") && times.type === "several" && range === null && !onYear);
}

/** Of several years, 年均增长 is their average and 累计 their sum. */
function measureAt(token: Extract<Token, { type: "literal" | "place" }>, { verb, range, average, open, times }: State, { indicator }: Subject): Reading["measure"] | null {
  const measure = measureOf(token, indicator, range?.end === "first" && verb === "to" ? null : verb);
  if (measure === null || measure.type === "rank") return measure;
  if (average) return measure.type === "growth" ? { ...measure, type: "average" } : null;
  return times.type === "several" && open === "doubtful" && verb !== "to" && measure.type === "level" && indicator.kind === "flow" ? { ...measure, type: "sum" } : measure;
}

function isTold(measure: Measure, { told, rough }: Subject, { arrived }: State): boolean {
  return told.includes(measure) && !(arrived && rough.includes(measure));
}

/** A named year settles what 累计 and 预计 leave open; a stock is read at the end of the year anyway. */
function openAt(token: Token, { named: year, open }: State, { indicator }: Subject, setting: Setting): Openness | null {
  if (open === null || year === "whole") return null;
  return indicator.kind === "stock" && open === "likely" && token.start <= setting.sumsFrom ? null : open;
}
