/** What the browser gets to print: it loads nothing and runs nothing. */
import type { RenderedDeck } from "../../render/rendered.ts";
import type { PrintPage } from "../../world/world.ts";
import type { EncodedImages } from "../../pictures/images.ts";
import { picturesFor } from "../../pictures/page-pictures.ts";
import { shortenCss } from "../../render/page/shorten-css.ts";
import type { Composition } from "./document.ts";

/** Steps in their final state, unless a page marks them as later; no motion; stand-ins for places in other parts take no room. */
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

/**
 * The chart's drawing becomes a PDF figure with alternative text; its container,
 * which also holds the table, would become a second figure without one.
 */
function withoutOuterFigures(html: string): string {
  return html.replaceAll('<figure class="chart', '<figure role="group" class="chart');
}
