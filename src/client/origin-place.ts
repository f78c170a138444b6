/** Puts a sheet on its slide: beside its figure, which the veil leaves free, or over the whole slide. */
import { drawing, element } from "./dom.ts";

export interface Shown {
  readonly remove: () => void;
}

/** A part of the slide in its own pixels. */
interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * Pixels of the slide: around a card, around a figure in a drawing, around one in
 * a line, between a figure and its sheet, and between a sheet and the slide's edge.
 */
const [PADDING, AIRY, TIGHT, APART, EDGE] = [26, 16, 8, 72, 56];
/** A sheet may become narrower, but not less than this, to fit beside its figure. */
const NARROWEST = 560;

export function showOver(slide: HTMLElement, sheet: HTMLElement): Shown {
  const veil = element(slide.ownerDocument, "div", "origin-veil");
  slide.append(veil);
  (isRead(slide) ? slide.ownerDocument.body : slide).append(sheet);
  return { remove: () => [veil, sheet].forEach((part) => part.remove()) };
}

export function showBeside(slide: HTMLElement, figure: Element, sheet: HTMLElement): Shown {
  const page = slide.ownerDocument;
  const asked = figure.closest(".cell") ?? figure;
  asked.classList.add("asked");
  if (isRead(slide)) {
    page.body.append(sheet);
    return { remove: () => (sheet.remove(), asked.classList.remove("asked")) };
  }
  const veil = element(page, "div", "origin-veil");
  const frame = element(page, "div", "origin-frame");
  const line = drawing(page, "svg", { class: "origin-line", "aria-hidden": "true", viewBox: `0 0 ${slide.offsetWidth} ${slide.offsetHeight}` });
  slide.append(veil, frame, line, sheet);
  const room: Box = { left: 0, top: 0, right: slide.offsetWidth, bottom: slide.offsetHeight };
  const box = grow(boxOf(asked, slide), asked !== figure ? PADDING : asked instanceof SVGElement ? AIRY : TIGHT);
  setBox(frame, box);
  veil.style.clipPath = holed(room, box);
  const beside = Math.max(room.right - box.right, box.left) - APART - EDGE;
  if (beside >= NARROWEST) sheet.style.maxWidth = `${beside}px`;
  const spot = findSpot(box, sheet.offsetWidth, sheet.offsetHeight, room);
  sheet.style.left = `${spot.left}px`;
  sheet.style.top = `${spot.top}px`;
  drawLine(line, box, { left: spot.left, top: spot.top, right: spot.left + sheet.offsetWidth, bottom: spot.top + sheet.offsetHeight });
  return {
    remove: () => {
      [veil, frame, line, sheet].forEach((part) => part.remove());
      asked.classList.remove("asked");
    },
  };
}

/** On the reading page a slide would contain even fixed elements, so the sheet must be outside it. */
function isRead({ ownerDocument }: HTMLElement): boolean {
  return ownerDocument.documentElement.classList.contains("reading");
}

function boxOf(part: Element, slide: HTMLElement): Box {
  const frame = slide.getBoundingClientRect();
  const scale = frame.width / slide.offsetWidth;
  const { left, top, right, bottom } = part.getBoundingClientRect();
  return { left: (left - frame.left) / scale, top: (top - frame.top) / scale, right: (right - frame.left) / scale, bottom: (bottom - frame.top) / scale };
}

function grow({ left, top, right, bottom }: Box, by: number): Box {
  return { left: left - by, top: top - by, right: right + by, bottom: bottom + by };
}

function setBox(part: HTMLElement, { left, top, right, bottom }: Box): void {
  Object.assign(part.style, { left: `${left}px`, top: `${top}px`, width: `${right - left}px`, height: `${bottom - top}px` });
}

/** Everything except the box. */
function holed(room: Box, box: Box): string {
  const corners = ({ left, top, right, bottom }: Box): string => `${left}px ${top}px, ${right}px ${top}px, ${right}px ${bottom}px, ${left}px ${bottom}px, ${left}px ${top}px`;
  return `polygon(evenodd, ${corners(room)}, ${corners(box)})`;
}

/** Where there is room: to the right, to the left, below, above; otherwise on the side with the most room. */
function findSpot(box: Box, width: number, height: number, room: Box): { readonly left: number; readonly top: number } {
  const within = (at: number, size: number, end: number): number => Math.max(EDGE, Math.min(at, end - EDGE - size));
  const top = within((box.top + box.bottom - height) / 2, height, room.bottom);
  const left = within((box.left + box.right - width) / 2, width, room.right);
  const spots = [
    { spare: room.right - EDGE - (box.right + APART + width), left: box.right + APART, top },
    { spare: box.left - APART - width - EDGE, left: box.left - APART - width, top },
    { spare: room.bottom - EDGE - (box.bottom + APART + height), left, top: box.bottom + APART },
    { spare: box.top - APART - height - EDGE, left, top: box.top - APART - height },
  ];
  const chosen = spots.find(({ spare }) => spare >= 0) ?? spots.reduce((best, spot) => (spot.spare > best.spare ? spot : best));
  return { left: within(chosen.left, width, room.right), top: within(chosen.top, height, room.bottom) };
}

/** A straight line from the frame's edge to the sheet, with a dot where it begins; nothing if they touch. */
function drawLine(line: SVGElement, from: Box, to: Box): void {
  const y = middle(from.top, from.bottom, to.top, to.bottom);
  const x = middle(from.left, from.right, to.left, to.right);
  const ends =
    to.left > from.right ? [from.right, y, to.left, y]
    : to.right < from.left ? [from.left, y, to.right, y]
    : to.top > from.bottom ? [x, from.bottom, x, to.top]
    : to.bottom < from.top ? [x, from.top, x, to.bottom]
    : null;
  if (ends === null) return;
  const [x1, y1, x2, y2] = ends as [number, number, number, number];
  line.append(drawing(line.ownerDocument, "line", { x1, y1, x2, y2 }), drawing(line.ownerDocument, "circle", { cx: x1, cy: y1, r: 9 }));
}

/** The middle of what two stretches have in common, otherwise of the first. */
function middle(from: number, to: number, otherFrom: number, otherTo: number): number {
  const [start, end] = [Math.max(from, otherFrom), Math.min(to, otherTo)];
  return start < end ? (start + end) / 2 : (from + to) / 2;
}
