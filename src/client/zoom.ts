/** Shows a part of a slide large: a chart, a figure, a picture, a table. */
import type { Part, Point } from "../model/stage-tools.ts";
import { LANDSCAPE } from "./fit.ts";

/** What can be shown large; of parts within parts, the outer one counts. */
const PARTS = "figure, .cell, .card, table, blockquote, img, li";
/** The part fills this share of the window at most. */
const FILLED = 0.92;
const LARGEST = 5;
/** A part that grows less than so many times gains nothing. */
const LEAST_GAIN = 1.25;
/** What is smaller is a mark, not a part; as a share of the slide's width. */
const SMALLEST = 0.03;

/** A part that is too large to gain anything is shown in pieces of this share of its width and height. */
const PIECE = 0.55;
/** What is shown around a point where there is no part, as a share of the slide. */
const AROUND = 0.4;

/** The parts of a slide that can be shown large, in reading order; the slide must be laid out. */
export function findParts(slide: HTMLElement): readonly Part[] {
  const frame = slide.getBoundingClientRect();
  if (frame.width === 0) return [];
  const parts: Part[] = [];
  for (const part of slide.querySelectorAll<HTMLElement>(PARTS)) {
    // The slide itself may be hidden from screen readers, being a picture or not the current one.
    const unseen = part.closest("aside.notes, .visually-hidden, [aria-hidden=true]");
    if (unseen !== null && unseen !== slide && slide.contains(unseen)) continue;
    const found = within(part.getBoundingClientRect(), frame);
    if (found.width < SMALLEST || found.height < SMALLEST || parts.some((other) => covers(other, found))) continue;
    if (magnification(found) >= LEAST_GAIN) parts.push(found);
    else if (part.matches("figure, table")) parts.push(...piecesOf(found));
  }
  return parts;
}

/** The corners of a large part, in reading order; they overlap. */
function piecesOf({ x, y, width, height }: Part): readonly Part[] {
  const rest = 1 - PIECE;
  return [[0, 0], [rest, 0], [0, rest], [rest, rest]].map(([across = 0, down = 0]) => ({ x: x + across * width, y: y + down * height, width: width * PIECE, height: height * PIECE }));
}

/** What stands around a point. */
export function partAround({ x, y }: Point): Part {
  const start = (middle: number): number => Math.min(Math.max(middle - AROUND / 2, 0), 1 - AROUND);
  return { x: start(x), y: start(y), width: AROUND, height: AROUND };
}

/** The piece of a box that is on the slide. */
function within(box: DOMRect, frame: DOMRect): Part {
  const share = (value: number): number => Math.min(Math.max(value, 0), 1);
  const [x, y] = [share((box.left - frame.left) / frame.width), share((box.top - frame.top) / frame.height)];
  return { x, y, width: share((box.right - frame.left) / frame.width) - x, height: share((box.bottom - frame.top) / frame.height) - y };
}

/** How many times larger a part is shown. */
function magnification({ width, height }: Part): number {
  return Math.min(FILLED / width, FILLED / height, LARGEST);
}

function covers(outer: Part, inner: Part): boolean {
  const little = 0.001;
  return outer.x <= inner.x + little && outer.y <= inner.y + little && outer.x + outer.width >= inner.x + inner.width - little && outer.y + outer.height >= inner.y + inner.height - little;
}

/** Shows a part of the slide large; null shows the whole slide. */
export function zoomTo(slide: HTMLElement, part: Part | null): void {
  slide.classList.toggle("zoomed", part !== null);
  if (part === null) {
    slide.style.removeProperty("scale");
    slide.style.removeProperty("translate");
    return;
  }
  const times = magnification(part);
  const shift = (middle: number, length: number): string => `${((0.5 - middle) * length * times).toFixed(1)}px`;
  slide.style.setProperty("scale", times.toFixed(4));
  slide.style.setProperty("translate", `${shift(part.x + part.width / 2, LANDSCAPE.width)} ${shift(part.y + part.height / 2, LANDSCAPE.height)}`);
}
