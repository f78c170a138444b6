/** Every rule on the whole deck, in the order of docs/diagnostics.md. */
import type { Report } from "../diagnostics/diagnostic.ts";
import type { Deck } from "../model/deck.ts";
import { checkCrowdedSlides } from "./crowded-slides.ts";
import { NUMBER_RULES } from "./numbers/rules.ts";
import { findPassages, type Passage } from "./passages.ts";
import { WORD_RULES } from "./words/word-rules.ts";

/** What a rule may look at and where it complains. */
export interface Checking {
  readonly deck: Deck;
  readonly passages: readonly Passage[];
  readonly report: Report;
}

/** One rule: reads, reports, changes nothing. */
export type Rule = (checking: Checking) => void;

const RULES: readonly Rule[] = [...NUMBER_RULES, ...WORD_RULES, checkCrowdedSlides];

export function checkDeck(deck: Deck, report: Report): void {
  const checking: Checking = { deck, passages: findPassages(deck), report };
  for (const rule of RULES) rule(checking);
}
