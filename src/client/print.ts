/** Prints one slide per page: what reveal.js hides from view and from tags is restored while printing. */

const HIDING = ["hidden", "aria-hidden", "inert"] as const;

/** Listens for printing; `slides` is called each time. */
export function preparePrinting(view: Window, slides: () => readonly HTMLElement[]): void {
  let restore: (() => void)[] = [];
  view.addEventListener("beforeprint", () => {
    restore = slides().flatMap((slide) => HIDING.flatMap((name) => lift(slide, name)));
  });
  view.addEventListener("afterprint", () => {
    for (const undo of restore) undo();
    restore = [];
  });
}

function lift(slide: HTMLElement, name: string): (() => void)[] {
  const value = slide.getAttribute(name);
  if (value === null) return [];
  slide.removeAttribute(name);
  return [() => slide.setAttribute(name, value)];
}
