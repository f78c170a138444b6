/** The author's pictures in the slides' HTML: which are shown, and what replaces them in an output. */
import type { RenderedDeck, RenderedSlide } from "../render/rendered.ts";
import { readAddress, type PictureAddress } from "../render/picture-address.ts";

export interface EncodedImage {
  readonly bytes: Uint8Array;
  readonly format: "jpeg" | "png" | "svg";
}
/** By address. */
export type EncodedImages = ReadonlyMap<string, EncodedImage>;

/** A picture as a slide shows it. */
export interface ShownImage extends PictureAddress {
  /** What follows `asset:` in the slide's HTML. */
  readonly address: string;
}

const ASSET = /src="asset:([^"]*)"/g;

/** Pictures that the slides show, each with the first slide that shows it; one file may have several addresses. */
export function findShown(deck: RenderedDeck): ReadonlyMap<ShownImage, RenderedSlide> {
  const shown = new Map<string, readonly [ShownImage, RenderedSlide]>();
  for (const slide of deck.slides) for (const image of imagesIn(slide.html)) if (!shown.has(image.address)) shown.set(image.address, [image, slide]);
  return new Map(shown.values());
}

/** Replaces `asset:` addresses; `urlOf` gives the address to show each picture from. */
export function placeImages(html: string, urlOf: (image: ShownImage) => string): string {
  return hasImages(html) ? html.replace(ASSET, (_, address: string) => `src="${urlOf(shownAt(address))}"`) : html;
}

/** Pictures that this HTML shows, in order. */
export function imagesIn(html: string): readonly ShownImage[] {
  return hasImages(html) ? [...html.matchAll(ASSET)].map((match) => shownAt(match[1] ?? "")) : [];
}

/** HTML in pieces, each up to the next picture's `src`; no picture follows the last piece. */
export function splitAtImages(html: string): readonly { readonly text: string; readonly address: string | null }[] {
  const pieces: { text: string; address: string | null }[] = [];
  let end = 0;
  for (const match of html.matchAll(ASSET)) {
    const start = match.index + 'src="'.length;
    pieces.push({ text: html.slice(end, start), address: shownAt(match[1] ?? "").address });
    end = match.index + match[0].length - 1;
  }
  return [...pieces, { text: html.slice(end), address: null }];
}

export const IMAGE_TYPES: Readonly<Record<EncodedImage["format"], string>> = { jpeg: "image/jpeg", png: "image/png", svg: "image/svg+xml" };

/** Whether the HTML has pictures to place. */
export function hasImages(html: string): boolean {
  return html.includes("asset:");
}

function shownAt(escaped: string): ShownImage {
  const address = escaped.replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
  return { address, ...readAddress(address) };
}
