/** What the words around a number say about it in one language. Each pattern is for the text right before the number, right behind it, or its clause. */
import type { Lexicon } from "../../../language/lexicon.ts";
import type { Wording } from "../../../language/wording.ts";
import type { Deck } from "../../../model/deck.ts";
import type { Indicator } from "../../../model/indicator.ts";
import type { Raw } from "./said.ts";

export interface Clues {
  /** What ends a clause: everything before is about something else, or only the next words are. */
  readonly divides: RegExp;
  readonly ends: RegExp;
  /** What makes a clause one of plans. */
  readonly planned: RegExp;
  /** What says that something has happened. */
  readonly past: RegExp;
  /** The year of a number, as group 1: right behind it, right before it, and at the beginning of its sentence. */
  readonly yearAfter: RegExp;
  readonly yearBefore: RegExp;
  readonly yearLeads: RegExp;
  /** What makes it one of an earlier time: right before it, before it in its clause, right behind it. */
  readonly earlierBefore: RegExp;
  readonly earlierClause: RegExp;
  readonly earlierAfter: RegExp;
  /** The year reported, as the day of the report sees it: last year. */
  readonly reported: RegExp;
  /** A quarter or a month; what makes it the end of one, where a stock is read. */
  readonly partOfYear: RegExp;
  readonly atTheEnd: RegExp;
  /** Several years, of which no yearly growth is. */
  readonly severalYears: RegExp;
  /** Somebody else's figures. */
  readonly others: RegExp;
  /** Parts of the thing named, or more of it. */
  readonly parts: RegExp;
  readonly partsAfter: RegExp;
  /** What makes a rate a change, right before it and right behind it, and what makes it a share. */
  readonly changeBefore: RegExp;
  readonly changeAfter: RegExp;
  readonly shareAfter: RegExp;
  /** An indicator whose level is a change: the rise of prices. */
  readonly isChange: RegExp;
  /** Between the numbers of a list. */
  readonly joint: RegExp;
  /** Between a change and the level it led to: 6.1 per cent, to 17,208. */
  readonly leadsTo: RegExp;
}

/** How a language is read. */
export interface Tongue {
  readonly lexicon: Lexicon;
  readonly clues: Clues;
  /** The sentences of a text that have numbers, or names for the sentences behind them. */
  readonly read: (wording: Wording, deck: Deck) => readonly Raw[];
  /** How many words between two places of a sentence may give a number to something else than an indicator. */
  readonly strange: (raw: Raw, from: number, to: number, indicator: Indicator) => number;
  /** Words before a number that say whose it is; `from` is where its clause begins. */
  readonly foreign: (raw: Raw, from: number, to: number) => boolean;
  /** Words that join nothing, at most, between a name and a figure of none, one, two, three, and more digits. */
  readonly gaps: readonly [number, number, number, number, number];
  /** Digits below which only a figure that is right says what the next is of, since plain sentences are read already. */
  readonly fewest: number;
}
