/** Wide tables of the reading page: a reader scrolls them by hand, or with the arrow keys once the table has the focus. */

/** Names the scrolling boxes of a slide and puts them into the tab order, or takes them out again. */
export function prepareScrolling(slide: HTMLElement, reading: boolean): void {
  for (const box of slide.querySelectorAll<HTMLElement>(".table")) {
    if (!reading) ["tabindex", "role", "aria-label"].forEach((name) => box.removeAttribute(name));
    else {
      box.tabIndex = 0;
      box.setAttribute("role", "region");
      box.setAttribute("aria-label", nameOf(slide));
    }
  }
}

/** The title of the slide, or the name of a slide without one. */
function nameOf(slide: HTMLElement): string {
  const title = slide.querySelector(".title")?.textContent ?? slide.getAttribute("aria-label") ?? "";
  return title.replace(/\s+/g, " ").trim();
}
