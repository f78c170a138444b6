/** What the writers of outputs share: the deck, its settings, pictures and fonts. */
import type { Deck } from "../model/deck.ts";
import type { RenderedDeck } from "../render/rendered.ts";
import type { CutFace } from "./fonts/cut-fonts.ts";
import { IMAGE_TYPES, type EncodedImages } from "./images.ts";
import type { ClientFiles } from "./tool-files.ts";

export interface Material {
  readonly deck: RenderedDeck;
  readonly model: Deck;
  readonly images: EncodedImages;
  /** As WOFF2; those of the notes included. */
  readonly fonts: readonly CutFace[];
  readonly client: Readonly<Record<"deck" | "kiosk", ClientFiles>>;
}

/** The address that carries the picture itself. */
export function imageDataUrl(images: EncodedImages, path: string): string {
  const image = images.get(path);
  // A picture that could not be encoded has been reported: nothing is written then.
  if (image === undefined) return "";
  const { bytes } = image;
  return `data:${IMAGE_TYPES[image.format]};base64,${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64")}`;
}

/** Fonts without those that only notes are set in. */
export function slideFonts(fonts: readonly CutFace[]): readonly CutFace[] {
  return fonts.filter((cut) => cut.face.role !== "notes");
}
