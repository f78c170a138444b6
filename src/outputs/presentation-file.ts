/** The presentation, with the pictures that its slides show. */
import type { Report } from "../diagnostics/diagnostic.ts";
import type { Deck } from "../model/deck.ts";
import type { Theme } from "../model/theme.ts";
import { titleFileName } from "../model/title-file-name.ts";
import { writePptx, type PptxSource } from "../office/pptx/write-pptx.ts";
import { drawSvg } from "../pictures/draw-svg.ts";
import { findShown, type EncodedImages } from "../pictures/images.ts";
import type { RenderedDeck } from "../render/rendered.ts";

export interface PresentationShop {
  readonly deck: RenderedDeck;
  readonly model: Deck;
  readonly theme: Theme;
  /** Pictures of screens: whole, since the presentation crops them itself. */
  readonly images: EncodedImages;
  readonly report: Report;
}

/** One entry, named after the deck's title. */
export async function writePresentation({ deck, model, theme, images, report }: PresentationShop): Promise<Map<string, Uint8Array>> {
  const pictures = new Map<string, ReturnType<PptxSource["pictureOf"]>>();
  for (const { address, path, tone } of findShown(deck).keys()) {
    const image = images.get(address);
    const name = `${tone === null ? "plain" : "toned"} ${path}`;
    if (image === undefined || pictures.has(name)) continue;
    pictures.set(name, image.format === "svg" ? { image: await drawSvg(image), drawing: image } : { image, drawing: null });
  }
  const name = titleFileName(deck.title, "pptx");
  const bytes = writePptx({ deck: model, rendered: deck, theme, notes: true, pictureOf: (file, toned) => pictures.get(`${toned ? "toned" : "plain"} ${file}`) ?? null }, name, report);
  return new Map([[name, bytes]]);
}
