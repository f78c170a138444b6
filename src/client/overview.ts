/** The overview: all slides as small pictures in a grid; a press on one goes there. */
import { button, element, returnFocus } from "./dom.ts";
import { fillWhenSeen, moveWithin } from "./grid.ts";
import type { Words } from "./words.ts";

export interface Overview {
  readonly isOpen: () => boolean;
  readonly open: (slides: readonly HTMLElement[], titles: readonly string[], current: number) => void;
  readonly close: () => void;
}

/** `run` is how many slides are in the run; `onChoose` gets the 0-based index of the pressed slide. */
export function createOverview(page: Document, words: Words, run: () => number, onChoose: (slide: number) => void): Overview {
  let grid: HTMLElement | null = null;
  let stop = (): void => undefined;
  let before: Element | null = null;
  const close = (): void => {
    if (grid === null) return;
    stop();
    grid.remove();
    grid = null;
    page.querySelector(".reveal")?.removeAttribute("inert");
    returnFocus(before);
  };
  return {
    isOpen: () => grid !== null,
    close,
    open: (slides, titles, current) => {
      close();
      before = page.activeElement;
      page.querySelector(".reveal")?.setAttribute("inert", "");
      grid = element(page, "div", "overview");
      grid.setAttribute("role", "dialog");
      grid.setAttribute("aria-label", words.overview);
      const choose = (slide: number): void => {
        close();
        onChoose(slide);
      };
      const cells = slides.map((_, index) => cell(page, words.number(index + 1, run()), titles[index] ?? "", index === current, () => choose(index)));
      stop = fillWhenSeen(slides, cells, "-o");
      grid.append(...cells);
      grid.addEventListener("keydown", (event) => moveWithin(event, cells));
      page.body.append(grid);
      cells[current]?.focus();
    },
  };
}

function cell(page: Document, number: string, title: string, current: boolean, choose: () => void): HTMLButtonElement {
  const made = button(page, "overview-cell", "", "", choose);
  if (current) made.setAttribute("aria-current", "page");
  const caption = element(page, "span", "overview-caption");
  caption.append(element(page, "b", "", number), ` ${title}`);
  made.append(caption);
  return made;
}
