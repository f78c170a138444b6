/** A small label beside the pointer, inside the slide, so that it is scaled and hidden with the slide. */
import { element } from "./dom.ts";

export interface Row {
  readonly name: string;
  readonly figures: readonly { readonly label: string; readonly figure: string }[];
}

export interface Tooltip {
  /** Shows a row on the slide of `part`. */
  readonly show: (part: HTMLElement, row: Row) => void;
  /** Moves it near a point of the window, in CSS pixels, and keeps it inside the slide. */
  readonly move: (x: number, y: number) => void;
  readonly hide: () => void;
}

/** Distance between the point and the label, in em, so that it suits any page. */
const APART = 0.8;

export function createTooltip(page: Document): Tooltip {
  // The focused area already has this text as its label.
  const box = element(page, "div", "chart-tip");
  box.setAttribute("aria-hidden", "true");
  return {
    show: (part, row) => {
      box.replaceChildren(element(page, "strong", "", row.name), listOf(page, row));
      (part.closest<HTMLElement>(".slide") ?? page.body).append(box);
    },
    move: (x, y) => {
      const slide = box.parentElement;
      if (slide !== null) place(box, slide, x, y);
    },
    hide: () => box.remove(),
  };
}

function listOf(page: Document, row: Row): HTMLElement {
  const list = element(page, "dl", "");
  for (const { label, figure } of row.figures) list.append(element(page, "dt", "", label), element(page, "dd", "", figure));
  return list;
}

/** To the lower right of the point; on the other side where the slide ends. */
function place(box: HTMLElement, slide: HTMLElement, x: number, y: number): void {
  const frame = slide.getBoundingClientRect();
  const scale = frame.width / slide.offsetWidth;
  const apart = Number.parseFloat(getComputedStyle(box).fontSize) * APART;
  const along = (point: number, size: number, room: number): number => Math.max(0, point + apart + size > room ? Math.min(point - apart, room) - size : point + apart);
  box.style.left = `${along((x - frame.left) / scale, box.offsetWidth, slide.offsetWidth)}px`;
  box.style.top = `${along((y - frame.top) / scale, box.offsetHeight, slide.offsetHeight)}px`;
}
