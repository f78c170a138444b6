/** The indicators of a deck as the vocabulary of the sentence reader. */
import { createVocabulary, type Vocabulary } from "../../language/vocabulary.ts";
import type { Deck } from "../../model/deck.ts";
import type { Indicator } from "../../model/indicator.ts";

const made = new WeakMap<readonly Indicator[], Vocabulary>();

/** Made once per set of tables. */
export function vocabularyOf({ indicators, settings: { organisation } }: Deck): Vocabulary {
  const known = made.get(indicators);
  if (known !== undefined && known.organisation === organisation) return known;
  const vocabulary = createVocabulary(indicators.map((indicator) => ({ ...indicator, unit: unitOf(indicator), planned: plannedUnits(indicator) })), organisation);
  made.set(indicators, vocabulary);
  return vocabulary;
}

/** An office may type the per cent sign in every row and leave the column `unit` empty. */
function unitOf({ unit, observations }: Indicator): string {
  const values = observations.flatMap(({ value }) => (value === null ? [] : [value.raw]));
  return unit === "" && values.length > 0 && values.every((raw) => /\d[%％]/.test(raw)) ? "%" : unit;
}

function plannedUnits({ unit, targets }: Indicator): string[] {
  return [...new Set(targets.flatMap(({ goal }) => (goal.type === "level" && goal.unit !== unit && goal.unit !== "" ? [goal.unit] : [])))];
}
