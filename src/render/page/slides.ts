/** The slides of a deck as HTML for a page. */
import type { RenderedSlide } from "../rendered.ts";

/** Slides whose pictures are not placed yet; notes go at the end of each section, where the speaker window finds them. */
export function renderSlides(slides: readonly RenderedSlide[], notes: boolean): string {
  return slides
    .map((slide) => {
      const { html } = slide;
      if (!notes || slide.notes === "") return html;
      const end = html.lastIndexOf("</section>");
      return `${html.slice(0, end)}<aside class="notes">${slide.notes}</aside>${html.slice(end)}`;
    })
    .join("\n");
}
