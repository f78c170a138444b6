/** Small slides: printed once for all handouts, each on a page of its own, and placed where they stand. */
import { element } from "../../render/html.ts";
import type { RenderedDeck, RenderedSlide } from "../../render/rendered.ts";
import { hasImages } from "../../pictures/images.ts";
import { HOLE } from "../pdf/holes.ts";
import type { Composition } from "./document.ts";
import { POINT, SLIDE_PAPER } from "./geometry.ts";
import { composeSlides } from "./slide-pages.ts";

/** How they are printed: saving ink, as all of a handout. */
export function composeSmallSlides(small: readonly RenderedSlide[]): Composition {
  return { body: "print ink-saving", ...composeSlides(small), slides: "canvas" };
}

/** Slides that are the same in all handouts but for their size. A picture is encoded for the size that it is printed in: slides with pictures are laid out where they stand. */
export function findSmallSlides({ slides }: RenderedDeck): readonly RenderedSlide[] {
  return slides.filter(({ html }) => !hasImages(html));
}

/** HTML in which these slides stand in this order, with holes in their places. */
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

/** A box of a slide's paper in points: what stands in it later is drawn in the same units. Links lead to it as they lead to the slide. */
function renderHole({ id }: RenderedSlide, page: number): string {
  const [width, height] = [SLIDE_PAPER.width / POINT, SLIDE_PAPER.height / POINT].map(Math.round);
  return element("svg", { class: "hole", id, role: "img", "aria-label": `${HOLE}${page}`, viewBox: `0 0 ${width} ${height}` }, `<path d="M0 0h${width}v${height}H0z"/>`);
}
