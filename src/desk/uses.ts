/** Which slides show the figures of a table, by its rows. */
import { auditFigures } from "../check/audit.ts";
import type { Deck } from "../model/deck.ts";
import type { DeskUses } from "../model/desk.ts";

/** By line of the file, from 1; each slide once, in the order of the deck. */
export function usesOf(path: string, model: Deck | null): DeskUses {
  const uses: Record<string, string[]> = {};
  for (const { row, slide } of model === null ? [] : auditFigures(model)) {
    if (row?.file !== path) continue;
    const slides = (uses[row.line] ??= []);
    if (!slides.includes(slide)) slides.push(slide);
  }
  return uses;
}
