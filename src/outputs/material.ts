/** What the writers of outputs share: the deck, its settings, pictures and fonts. */
import type { Deck } from "../model/deck.ts";
import type { RenderedDeck } from "../render/rendered.ts";
import type { PagePicture } from "../world/world.ts";
import type { CutFace } from "./fonts/cut-fonts.ts";
import { IMAGE_TYPES, imagesIn, type EncodedImages } from "./images.ts";
import type { ClientFiles } from "./tool-files.ts";

export interface Material {
  readonly deck: RenderedDeck;
  readonly model: Deck;
  readonly images: EncodedImages;
  /** As WOFF2; those of the notes included. */
  readonly fonts: readonly CutFace[];
  readonly client: Readonly<Record<"deck" | "kiosk", ClientFiles>>;
}

/** What a page shows, by what stands in its HTML. A picture that could not be encoded has been reported: nothing is written then. */
export function picturesFor(html: string, images: EncodedImages): ReadonlyMap<string, PagePicture> {
  return new Map(
    imagesIn(html).flatMap(({ address }) => {
      const image = images.get(address);
      return image === undefined ? [] : [[`asset:${address}`, { type: IMAGE_TYPES[image.format], bytes: image.bytes }]];
    }),
  );
}

/** Fonts without those that only notes are set in. */
export function slideFonts(fonts: readonly CutFace[]): readonly CutFace[] {
  return fonts.filter((cut) => cut.face.role !== "notes");
}
