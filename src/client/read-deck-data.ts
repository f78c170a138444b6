/** Reads the data that the page has for its script. */
import type { DeckData } from "../model/deck-data.ts";
import { DECK_DATA_ID } from "../model/page-ids.ts";

/** The JSON of `#deck-data`; throws if the page has none, which is a bug in the writer. */
export function readDeckData(page: Document): DeckData {
  const text = page.getElementById(DECK_DATA_ID)?.textContent ?? null;
  if (text === null) throw new Error("The page has no #deck-data.");
  return JSON.parse(text) as DeckData;
}
