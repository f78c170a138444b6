/** Every rule on the whole deck, in the order of docs/diagnostics.md. */
import type { Report } from "../diagnostics/diagnostic.ts";
import type { Deck } from "../model/deck.ts";
import { checkCrowdedSlides } from "./crowded-slides.ts";
import { NUMBER_RULES } from "./numbers/rules.ts";
import { findPassages } from "./passages.ts";
import { checkRhythm } from "./rhythm.ts";
import type { Checking, Rule } from "./rule.ts";
import { WORD_RULES } from "./words/word-rules.ts";

const RULES: readonly Rule[] = [...NUMBER_RULES, ...WORD_RULES, checkCrowdedSlides, checkRhythm];

export function checkDeck(deck: Deck, report: Report): void {
  const checking: Checking = { deck, passages: findPassages(deck), report };
  for (const rule of RULES) rule(checking);
}
