/** The windows through which finished pages are looked at, and what is asked of each (rules V01, V02, V04). */
import type { MeasureRequest } from "../../model/page-fault.ts";
import type { RenderedDeck } from "../../render/rendered.ts";
import { CANVAS } from "../handouts/geometry.ts";
import { composePage } from "../handouts/print-page.ts";
import { imageDataUrl } from "../material.ts";
import type { EncodedImages } from "../images.ts";
import { renderSlides } from "../page.ts";

/** Where a fault is seen. */
export type ViewName = "stage" | "phone" | "portrait";

export interface View {
  readonly name: ViewName;
  readonly width: number;
  readonly height: number;
  readonly measure: MeasureRequest;
}

/** All slides on the canvas in their final state, one at a time. */
export const STAGE: View = {
  name: "stage", ...CANVAS,
  measure: { slides: "body > .slide", single: true, scripted: false, sizes: { label: 24, body: 32, numeral: 32, drawings: true }, contrast: 4.5 },
};
/** The deck as it is read on a telephone: one page, with its own script. */
export const PHONE: View = {
  name: "phone", width: 390, height: 844,
  measure: { slides: ".slides > section", single: false, scripted: true, sizes: { label: 14, body: 14, numeral: 14, drawings: false }, contrast: null },
};
/** The loop on an upright screen: drawings made for the wide canvas shrink to its width, and their labels must not. */
export const PORTRAIT: View = {
  name: "portrait", width: 1080, height: 1920,
  measure: { slides: ".slides > section", single: true, scripted: true, sizes: { label: 24, body: 32, numeral: 32, drawings: true }, contrast: null },
};

const ONE_AT_A_TIME = "body { margin: 0 } body > .slide { display: none } body > .slide.present { display: block }";

/** The slides as they are on the stage, in a page without a script; `faces` are style sheets with their fonts. */
export function renderStage(deck: RenderedDeck, images: EncodedImages, faces: readonly string[]): string {
  const slides = renderSlides(deck.slides, false, (path) => imageDataUrl(images, path));
  const { style, body } = composePage(deck, { body: "", css: "", parts: [], pages: null }, slides);
  return `<!doctype html>
<html lang="${deck.lang}">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:">
<title></title>
<style>${faces.join("")}${style}${ONE_AT_A_TIME}</style>
<body>${body}</body>
</html>
`;
}
