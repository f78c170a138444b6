/** What the dev server sends after an edit, and the names of the messages. */
import type { DeckData } from "./deck-data.ts";

/** Only what changed since the revision before; null is as it was. */
export interface DeckPatch {
  /** Counts good compilations. */
  readonly revision: number;
  /** Ids of all slides in order. */
  readonly order: readonly string[] | null;
  /** Changed and new slides, notes inside. */
  readonly slides: readonly { readonly id: string; readonly html: string }[];
  /** The deck's style sheet. */
  readonly css: string | null;
  /** Its `@font-face` rules. */
  readonly fonts: string | null;
  readonly data: DeckData | null;
}

/** Server to page: a patch; errors are gone with it. */
export const PATCH = "luduan:patch";
/** Page to server: which revision the page shows. */
export const HELLO = "luduan:hello";
/** Ids of the style elements of a dev page. */
export const STYLE_ID = "deck-style";
export const FONTS_ID = "deck-fonts";
