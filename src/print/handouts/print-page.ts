/** What the browser is given to print: it loads nothing and runs nothing. */
import type { RenderedDeck } from "../../render/rendered.ts";
import type { PrintPage } from "../../world/world.ts";
import type { EncodedImages } from "../../pictures/images.ts";
import { picturesFor } from "../../pictures/page-pictures.ts";
import { shortenCss } from "../../render/page/shorten-css.ts";
import type { Composition } from "./document.ts";

/** Steps in their final state, unless a page says that they are later; nothing moves; what stands in for places of other parts takes no room. */
const STILL = shortenCss(`
.fragment { visibility: visible !important; opacity: 1 !important; translate: none !important; transform: none !important }
.fragment.later { visibility: hidden !important }
.far { position: absolute }
*, *::before, *::after { animation: none !important; transition: none !important }
`);

/** One part of a document as a page of its own. */
export function composePage({ lang, title, css }: RenderedDeck, composition: Pick<Composition, "css" | "body">, part: string, images: EncodedImages): PrintPage {
  return { lang, title, style: shortenCss(composition.css) + css + STILL, bodyClass: composition.body, body: withoutOuterFigures(part), pictures: picturesFor(part, images) };
}

/** The drawing of a chart is a figure of the PDF with its alternative text; what holds it and its table would be another without one. */
function withoutOuterFigures(html: string): string {
  return html.replaceAll('<figure class="chart', '<figure role="group" class="chart');
}
