/** The pane of the notes: type as large as the window allows, and a fade where the text goes on. */
import { element } from "../dom.ts";

/** How many characters stand in a line, from the largest type to the smallest. */
const LETTERS: readonly number[] = [13, 15, 17, 19, 21, 24];
/** A pane shows at least this many lines. */
const LEAST_LINES = 6;
const LINE_HEIGHT = 1.55;
/** No type is smaller, in CSS pixels. */
const SMALLEST = 20;

export interface Pane {
  readonly box: HTMLElement;
  /** Height of a line in pixels. */
  readonly line: () => number;
  /** Distance of something inside from the top of the whole text, in pixels. */
  readonly topOf: (inside: HTMLElement) => number;
  readonly scrollTo: (top: number) => void;
  /** Chooses the largest type with which all fits, else the smallest; `scale` is what the speaker asks for, 1 is normal. */
  readonly fit: (scale: number) => void;
}

/** `onFit` is called when the room has changed. */
export function createPane(page: Document, onFit: () => void): Pane {
  const box = element(page, "div", "speaker-notes");
  // Whoever has only a keyboard scrolls it.
  box.tabIndex = 0;
  let size = SMALLEST;
  const fade = (): void => {
    box.classList.toggle("more-above", box.scrollTop > 1);
    box.classList.toggle("more-below", box.scrollTop + box.clientHeight < box.scrollHeight - 1);
  };
  box.addEventListener("scroll", fade);
  const Observer = page.defaultView?.ResizeObserver ?? ResizeObserver;
  new Observer(onFit).observe(box);
  return {
    box,
    line: () => size * LINE_HEIGHT,
    topOf: (inside) => inside.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop,
    scrollTo: (top) => {
      box.scrollTop = top;
      fade();
    },
    fit: (scale) => {
      const [width, height] = [box.clientWidth, box.clientHeight];
      if (width === 0 || height === 0) return;
      for (const letters of LETTERS) {
        size = Math.floor(Math.max(Math.min(width / letters, height / LEAST_LINES / LINE_HEIGHT) * scale, SMALLEST));
        box.style.setProperty("--size", `${size}px`);
        if (box.scrollHeight <= box.clientHeight) break;
      }
      fade();
    },
  };
}
