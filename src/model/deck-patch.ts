/** What the dev server sends after an edit, and the names of the messages. */
import type { DeckData } from "./deck-data.ts";

/** What changed since the previous revision; null means unchanged. */
export interface DeckPatch {
  /** The number of successful compilations so far. */
  readonly revision: number;
  /** Ids of all slides in order. */
  readonly order: readonly string[] | null;
  /** Changed and new slides, with their notes. */
  readonly slides: readonly { readonly id: string; readonly html: string }[];
  /** The deck's style sheet. */
  readonly css: string | null;
  /** Its `@font-face` rules. */
  readonly fonts: string | null;
  readonly data: DeckData | null;
}

/** Server to page: a patch, which also clears the errors. */
export const PATCH = "luduan:patch";
/** Page to server: the revision that the page shows. */
export const HELLO = "luduan:hello";
