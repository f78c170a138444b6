/** Names that stay on one line wherever they fit. */
import type { Deck } from "../model/deck.ts";

/** A longer name may have to break to fit a column. */
const LONGEST = 12;

/** The words protected by deck.yaml, the organisation, the indicators and the projects. */
export function protectedWords({ settings, indicators, projects }: Deck): readonly string[] {
  const words = [...settings.protect, settings.organisation, ...indicators.map(({ name }) => name), ...projects.map(({ name }) => name)];
  return words.filter((word) => word.length <= LONGEST);
}
