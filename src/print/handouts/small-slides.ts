/** Small slides: printed once for all handouts, each on a page of its own, then placed in the handouts. */
import { element } from "../../render/html.ts";
import type { RenderedDeck, RenderedSlide } from "../../render/rendered.ts";
import { hasImages } from "../../pictures/images.ts";
import { HOLE } from "../pdf/holes.ts";
import type { Composition } from "./document.ts";
import { POINT, SLIDE_PAPER } from "./geometry.ts";
import { composeSlides } from "./slide-pages.ts";

/** Printed to save ink, like everything in a handout. */
export function composeSmallSlides(small: readonly RenderedSlide[]): Composition {
  return { body: "print ink-saving", ...composeSlides(small), slides: "canvas" };
}

/**
 * Slides that differ only in size between handouts. A picture is encoded
 * for its printed size, so slides with pictures are laid out in each handout.
 */
export function findSmallSlides({ slides }: RenderedDeck): readonly RenderedSlide[] {
  return slides.filter(({ html }) => !hasImages(html));
}

/** HTML with holes in place of these slides, which it contains in this order. */
export function withHoles(html: string, slides: readonly RenderedSlide[]): string {
  let from = 0;
  let hollow = "";
  for (const [index, slide] of slides.entries()) {
    const at = html.indexOf(slide.html, from);
    if (at < 0) continue;
    hollow += html.slice(from, at) + renderHole(slide, index + 1);
    from = at + slide.html.length;
  }
  return hollow + html.slice(from);
}

/** A box of a slide's paper in points: what is placed in it later uses the same units. Links lead to it as they lead to the slide. */
function renderHole({ id }: RenderedSlide, page: number): string {
  const [width, height] = [SLIDE_PAPER.width / POINT, SLIDE_PAPER.height / POINT].map(Math.round);
  return element("svg", { class: "hole", id, role: "img", "aria-label": `${HOLE}${page}`, viewBox: `0 0 ${width} ${height}` }, `<path d="M0 0h${width}v${height}H0z"/>`);
}
