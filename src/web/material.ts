/** What all writers of outputs need: the deck, its settings, pictures and fonts. */
import type { Deck } from "../model/deck.ts";
import type { RenderedDeck } from "../render/rendered.ts";
import type { CutFace } from "../fonts/cut-fonts.ts";
import type { EncodedImages } from "../pictures/images.ts";
import type { ClientFiles, PlayerFiles } from "./tool-files.ts";

export interface Material {
  readonly deck: RenderedDeck;
  readonly model: Deck;
  readonly images: EncodedImages;
  /** As WOFF2, including the notes' fonts. */
  readonly fonts: readonly CutFace[];
  readonly client: Readonly<Record<"deck" | "kiosk", ClientFiles>> & { readonly player: PlayerFiles };
}

/** Fonts without those that only notes use. */
export function slideFonts(fonts: readonly CutFace[]): readonly CutFace[] {
  return fonts.filter((cut) => cut.face.role !== "notes");
}
