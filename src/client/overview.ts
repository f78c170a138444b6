/** The overview: all slides as small pictures in a grid; a press on one goes there. */
import { button, element, returnFocus } from "./dom.ts";
import { createPreview } from "./preview.ts";
import { countSteps } from "./steps.ts";
import type { Words } from "./words.ts";

export interface Overview {
  readonly isOpen: () => boolean;
  readonly open: (slides: readonly HTMLElement[], titles: readonly string[], current: number) => void;
  readonly close: () => void;
}

/** `onChoose` gets the 0-based index of the pressed slide. */
export function createOverview(page: Document, words: Words, onChoose: (slide: number) => void): Overview {
  let grid: HTMLElement | null = null;
  let seen: IntersectionObserver | null = null;
  let before: Element | null = null;
  const close = (): void => {
    if (grid === null) return;
    seen?.disconnect();
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
      const cells = slides.map((_, index) => cell(page, index, titles[index] ?? "", index === current, choose));
      seen = fillWhenSeen(slides, cells);
      grid.append(...cells);
      grid.addEventListener("keydown", (event) => moveFocus(event, cells));
      page.body.append(grid);
      cells[current]?.focus();
    },
  };
}

function cell(page: Document, index: number, title: string, current: boolean, choose: (slide: number) => void): HTMLButtonElement {
  const made = button(page, "overview-cell", "", `${index + 1} ${title}`, () => choose(index));
  if (current) made.setAttribute("aria-current", "page");
  const caption = element(page, "span", "overview-caption");
  caption.append(element(page, "b", "", String(index + 1)), ` ${title}`);
  made.append(caption);
  return made;
}

/** Pictures are made as they come into view: hundreds of slides open as fast as a dozen. */
function fillWhenSeen(slides: readonly HTMLElement[], cells: readonly HTMLElement[]): IntersectionObserver {
  const observer = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) {
        if (!entry.isIntersecting) continue;
        observer.unobserve(entry.target);
        const index = cells.indexOf(entry.target as HTMLElement);
        const slide = slides[index];
        if (slide === undefined) continue;
        const preview = createPreview(slide.ownerDocument, "", `-o${index}`);
        preview.show(slide, countSteps(slide));
        entry.target.prepend(preview.box);
      }
    },
    { rootMargin: "50%" },
  );
  for (const made of cells) observer.observe(made);
  return observer;
}

/** Arrows move within the grid; left and right by one, up and down by a row. */
function moveFocus(event: KeyboardEvent, cells: readonly HTMLElement[]): void {
  const at = cells.indexOf(event.target as HTMLElement);
  const columns = cells.filter((made) => made.offsetTop === cells[0]?.offsetTop).length;
  const moves: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: columns, ArrowUp: -columns, PageDown: columns, PageUp: -columns, Home: -at, End: cells.length - 1 - at };
  const move = moves[event.key];
  if (at < 0 || move === undefined) return;
  event.preventDefault();
  cells[Math.min(Math.max(at + move, 0), cells.length - 1)]?.focus();
}
