/** What is known at each word of a sentence that is walked from left to right. */
import type { Period } from "../model/period.ts";
import type { Openness, Verb } from "./lexicon.ts";
import type { Measure, Range } from "./reading.ts";
import type { Times } from "./times.ts";
import type { Named } from "./vocabulary.ts";

/** What the words so far are about. */
export interface Subject {
  readonly indicator: Named;
  readonly period: Period | null;
  readonly area: string | null;
  readonly bound: string | null;
  /** Whether its reference is to a target. */
  readonly planned: boolean;
  /** Measures that already have a figure in this sentence. */
  readonly told: readonly Measure[];
  /** Those of them whose figure is only approximate: 突破140亿元. */
  readonly rough: readonly Measure[];
  /** Whether other words stood between it and the verb that goes on: 逆势上扬、达1.14万亿元. */
  readonly resumed: boolean;
  /** Whether the sentence says only half of its name. */
  readonly inferred: boolean;
}

/** What is known before a token of a sentence. */
export interface State {
  readonly subject: Subject | null;
  /** The subject that other words of this clause have ended; the next clause may go on with it. */
  readonly lapsed: Subject | null;
  /** The subject of 年均增长6.5%, which may go on where a year is named: 到2030年总量突破580亿元. */
  readonly awaiting: Subject | null;
  /** Whether the word before the name says what was done: so many are no stock. */
  readonly doing: boolean;
  /** Whether no other word stood in the clause so far. */
  readonly fresh: boolean;
  readonly period: Period | null;
  readonly times: Times;
  readonly loose: boolean;
  readonly range: Range | null;
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
  /** Whether 年均 stands before the growth, and whether 同比 does. */
  readonly average: boolean;
  readonly onYear: boolean;
  /** Whether the sentence compares with a year other than the previous one: 与2016年相比. */
  readonly apart: boolean;
  /** The years that 年均 counts: since the year that something is compared with, or those mentioned before; null where there are none. */
  readonly span: Times | null;
  /** The state before the bracket that is open. */
  readonly outer: State | null;
}

export const START: Omit<State, "times"> = {
  subject: null, lapsed: null, awaiting: null, doing: false, fresh: true, period: null, loose: false, range: null, verb: null, clean: true, earlier: "", shared: false, named: null, open: null, arrived: false, average: false, onYear: false, apart: false, span: null, outer: null,
};
