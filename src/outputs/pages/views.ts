/** The windows through which finished pages are looked at, and what is asked of each (rules V01, V02, V04). */
import type { MeasureRequest } from "../../model/page-fault.ts";
import type { RenderedDeck } from "../../render/rendered.ts";
import { CANVAS } from "../handouts/geometry.ts";
import { composePage } from "../handouts/print-page.ts";
import type { PageInspection } from "../../world/world.ts";
import { placeImages, type EncodedImages } from "../images.ts";
import { encodeText, renderSlides } from "../page.ts";

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
  measure: { slides: "body > .slide", single: true, scripted: false, sizes: { label: 24, body: 32, numeral: 32, drawings: true }, contrast: { words: 4.5, marks: 3 } },
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

/** The slides as they are on the stage, in a page without a script and with its pictures beside it; `faces` are style sheets with their fonts. */
export function renderStage(deck: RenderedDeck, images: EncodedImages, faces: readonly string[]): Pick<PageInspection, "html" | "pictures"> {
  const { style, body, pictures = new Map() } = composePage(deck, { body: "", css: "" }, renderSlides(deck.slides, false), images);
  const names = new Map([...pictures.keys()].map((address, index) => [address, `picture-${index}`]));
  const html = `<!doctype html>
<html lang="${deck.lang}">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src 'self' data:">
<title></title>
<style>${faces.join("")}${style}${ONE_AT_A_TIME}</style>
<body>${placeImages(body, ({ address }) => names.get(`asset:${address}`) ?? "")}</body>
</html>
`;
  return { html: encodeText(html), pictures: new Map([...pictures].map(([address, picture]) => [names.get(address) ?? "", picture])) };
}
