/** The type of every rule on the whole deck. */
import type { Report } from "../diagnostics/diagnostic.ts";
import type { Deck } from "../model/deck.ts";
import type { Passage } from "./passages.ts";

/** What a rule may look at, and where it reports. */
export interface Checking {
  readonly deck: Deck;
  readonly passages: readonly Passage[];
  readonly report: Report;
}

/** One rule: reads, reports, changes nothing. */
export type Rule = (checking: Checking) => void;
