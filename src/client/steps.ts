/** The steps of a slide: fragments with the same index appear together. */

function indexOf(fragment: Element): number {
  return Number(fragment.getAttribute("data-fragment-index") ?? 0);
}

/** Number of steps of a slide. */
export function countSteps(slide: Element): number {
  return new Set([...slide.querySelectorAll(".fragment")].map(indexOf)).size;
}

/** How many steps of a slide are shown now. */
export function shownSteps(slide: Element): number {
  return new Set([...slide.querySelectorAll(".fragment.visible")].map(indexOf)).size;
}

/** Shows the first `count` steps of a slide outside a show (a preview, the loop). */
export function showSteps(slide: Element, count: number): void {
  const fragments = [...slide.querySelectorAll(".fragment")];
  const order = [...new Set(fragments.map(indexOf))].sort((a, b) => a - b);
  for (const fragment of fragments) {
    const position = order.indexOf(indexOf(fragment));
    fragment.classList.toggle("visible", position < count);
    fragment.classList.toggle("current-fragment", position === count - 1);
  }
}
