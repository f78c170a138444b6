/** Names that stay on one line wherever there is room for them. */
import type { Deck } from "../model/deck.ts";

/** A name longer than this may have to be broken to fit a column. */
const LONGEST = 12;

/** What deck.yaml protects, the organisation, indicators and projects. */
export function protectedWords({ settings, indicators, projects }: Deck): readonly string[] {
  const words = [...settings.protect, settings.organisation, ...indicators.map(({ name }) => name), ...projects.map(({ name }) => name)];
  return words.filter((word) => word.length <= LONGEST);
}
