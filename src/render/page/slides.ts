/** The slides of a deck as a page holds them. */
import type { RenderedSlide } from "../rendered.ts";

/** Slides, their pictures not placed yet; notes go into the end of each section, where the speaker window finds them. */
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
