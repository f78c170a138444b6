/** What a sentence says: its numbers, and what its words are about. */
import type { Period } from "../../../model/period.ts";

/** What a number counts. */
export type Kind = "percent" | "points" | "count" | "place" | "ratio";

/** A number as it stands in the text. */
export interface Written {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly kind: Kind;
  /** Plain decimal text, without sign and separators. */
  readonly value: string;
  /** Power of ten of its scale word: 6 for million. */
  readonly power: number;
  /** What it counts, as its unit says: 元, 人; null where nothing is said. */
  readonly base: string | null;
  /** What its words allow for: more than it, less than it, about as much. */
  readonly rough: "above" | "below" | "about" | null;
}

/** Words of a sentence that are about an indicator. */
export interface Mention {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  /** 3: all words of a name together; 2: all or most of them in the sentence; 1: some; 0: in a sentence before. */
  readonly evidence: 0 | 1 | 2 | 3;
  /** Whether no plain reader takes it for a name. */
  readonly loose?: true;
}

/** Words that speak for one row only: a figure that is as published, or the name of an area. */
export interface Anchor extends Mention {
  readonly area: string | null;
  /** What of the row it is; null for an area. */
  readonly field: string | null;
  /** Null for any. */
  readonly period: Period | null;
}

/** Where an area is named. */
export interface Named {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** A sentence as its language is read. */
export interface Raw {
  readonly text: string;
  readonly start: number;
  readonly numbers: readonly Written[];
  readonly mentions: readonly Mention[];
  readonly areas: readonly Named[];
  /** Words that stand for what was named last: it, the figure. */
  readonly pronouns: readonly { readonly start: number; readonly end: number }[];
}

export interface Sentence extends Raw {
  /** Without the words of names, which say nothing about the time. */
  readonly clues: string;
  readonly anchors: readonly Anchor[];
  /** Whose a number of a list is, by its start. */
  readonly listed: ReadonlyMap<number, Mention | Anchor>;
}

/** A figure of the text that the plain reader has given to a row. */
export interface Known {
  readonly start: number;
  readonly end: number;
  readonly id: string;
  readonly area: string | null;
  readonly period: Period;
  readonly field: string;
  /** Whether it is as published. */
  readonly right: boolean;
}
