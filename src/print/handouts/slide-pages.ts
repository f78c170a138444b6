/** slides.pdf: every slide on a page of its own, in its final state or once for each step. */
import type { RenderedSlide } from "../../render/rendered.ts";
import { renderSlides } from "../../render/page/slides.ts";
import type { Composition, PrintedDocument, PrintMaterial } from "./document.ts";
import { SLIDE_PAPER } from "./geometry.ts";
import { renderSteps } from "./steps.ts";

/** Printing time grows with the square of the pages; below this number a separate part costs more than it saves. */
const LARGEST_PART = 100;

/** Containment makes printing a thousand pages twice as slow, so it is off; nothing moves on paper. */
const CSS = `
@page { margin: 0 }
html, body { margin: 0; padding: 0; background: none }
body > .slide { display: block; position: relative; visibility: visible; opacity: 1; width: 1920px; height: 1080px; margin: 0; overflow: hidden; contain: none; break-inside: avoid; print-color-adjust: exact; -webkit-print-color-adjust: exact }
body > .slide + .slide { break-before: page }
`;

export const SLIDE_PAGES: PrintedDocument = { name: "slides", paper: SLIDE_PAPER, running: { top: 0, bottom: 0 }, slide: SLIDE_PAPER.width, scale: 2 / 3, fonts: "slides", compose };

function compose({ deck, steps }: PrintMaterial): Composition {
  const pages = steps ? deck.slides.flatMap(renderSteps) : deck.slides;
  return { body: "print", ...composeSlides(pages), slides: steps ? "steps" : "canvas" };
}

/** Each of these slides on a page of its own. */
export function composeSlides(slides: readonly RenderedSlide[]): Pick<Composition, "css" | "parts" | "pages"> {
  // An even number, because two or more tabs share them.
  const count = slides.length <= LARGEST_PART ? 1 : 2 * Math.ceil(slides.length / LARGEST_PART / 2);
  const size = Math.ceil(slides.length / count);
  const parts = Array.from({ length: count }, (_, index) => renderSlides(slides.slice(index * size, (index + 1) * size), false));
  return { css: CSS, parts, pages: slides.length };
}
