/** Checks whether everything on a slide is fully visible: inside the slide, its card and the page, and not on top of anything. */
import type { FaultType, PageFault } from "../../model/page-fault.ts";
import { nameOf, round, wordsOf, type Box, type Piece } from "./pieces.ts";

/** Boxes that their words must not leave. */
const HOLDERS = ".card, .cell, .rows > *, .statement, .stage, .entry, .zone, th, td, .agenda li, .chart-notes li, .lead, .sentence, .picture-head, .picture-text, .side, .stack";
/** Large type is moved a few pixels to the left, so that it looks aligned. */
const OPTICAL = 12;
/** Rounding of line boxes, in pixels. */
const ROUNDING = 1.5;
/** The tail of a comma hangs below its line, in em. */
const TAIL = 0.08;
/** Ink of two lines may overlap by this much, in pixels. */
const TOUCH = 2;

/** Every fault of a slide. */
export function checkLayout(slide: Element, all: readonly Piece[]): PageFault[] {
  const pieces = all.flatMap((piece) => seenPiece(piece, slide));
  return [...checkInside(slide, pieces), ...checkFoot(slide, pieces), ...checkHolders(slide, pieces), ...checkClipped(slide, pieces), ...checkOverlaps(slide, pieces)];
}

function fault(slide: Element, type: FaultType, text: string, pixels: number, other: string | null = null): PageFault {
  return { type, slide: slide.id, text, other, value: round(pixels), least: null };
}

/** A piece with the part of its ink that shows before anyone scrolls; none if a reader has to scroll its box to see it. */
function seenPiece(piece: Piece, slide: Element): readonly Piece[] {
  const box = scrollerOf(piece.element, slide);
  if (box === null) return [piece];
  const { left, right } = box.getBoundingClientRect();
  const boxes = piece.boxes.flatMap((ink) => (ink.right <= left || ink.left >= right ? [] : [{ ...ink, left: Math.max(ink.left, left), right: Math.min(ink.right, right) }]));
  return boxes.length === 0 ? [] : [{ ...piece, boxes }];
}

/** The box that a reader can scroll sideways, by hand and by keyboard, to see an element; null if there is none. */
function scrollerOf(element: Element, slide: Element): Element | null {
  for (let box: Element | null = element; box !== null && box !== slide; box = box.parentElement) {
    if (box.scrollWidth > box.clientWidth && box.matches("[tabindex='0'][role=region]") && getComputedStyle(box).overflowX === "auto") return box;
  }
  return null;
}

/** How far, in pixels, a box sticks out of another; 0 or less if it is inside. */
function excess(inner: Box, outer: Box): number {
  return Math.max(outer.left - inner.left, outer.top - inner.top, inner.right - outer.right, inner.bottom - outer.bottom);
}

function checkInside(slide: Element, pieces: readonly Piece[]): PageFault[] {
  const frame = slide.getBoundingClientRect();
  const words = pieces.map((piece) => ({ text: wordsOf(piece), boxes: piece.boxes }));
  return [...words, ...findDrawings(slide)].flatMap(({ text, boxes }) => {
    const out = Math.max(...boxes.map((box) => excess(box, frame)));
    return out > 0.5 ? [fault(slide, "cut-off", text, out)] : [];
  });
}

/** How far, in pixels, ink stands below the line of the foot, or below the words of the foot in its own columns: those of a panel are no line for what stands beside it. */
function depthBelow(boxes: readonly Box[], parts: readonly DOMRect[]): number {
  return Math.max(-Infinity, ...boxes.flatMap((box) => parts.filter(({ left, right }) => left < box.right && right > box.left).map(({ top }) => box.bottom - top)));
}

function checkFoot(slide: Element, pieces: readonly Piece[]): PageFault[] {
  const foot = slide.querySelector(".foot");
  if (foot === null || !foot.checkVisibility()) return [];
  const parts = [...foot.querySelectorAll(".art-track, p")].filter((part) => part.checkVisibility()).map((part) => part.getBoundingClientRect());
  return pieces.flatMap((piece) => {
    if (piece.element.closest(".foot, .draft-stamp, .demo-mark") !== null) return [];
    const below = depthBelow(piece.boxes, parts);
    return below > 0 ? [fault(slide, "below-foot", wordsOf(piece), below)] : [];
  });
}

function checkHolders(slide: Element, pieces: readonly Piece[]): PageFault[] {
  return pieces.flatMap((piece) => {
    // Numbers of a list hang in the gap before their column.
    const holder = piece.element.closest(".count") === null ? holderOf(piece.element) : null;
    if (holder === null) return [];
    const { left, right, top, bottom } = holder.getBoundingClientRect();
    const room = { left: left - OPTICAL, right: right + ROUNDING, top: top - ROUNDING, bottom: bottom + ROUNDING + TAIL * piece.size };
    const out = Math.max(...piece.boxes.map((box) => excess(box, room)));
    return out > 0 ? [fault(slide, "outside", wordsOf(piece), out, nameOf(holder))] : [];
  });
}

/** The innermost holder that has a box of its own. */
function holderOf(element: Element): Element | null {
  const holder = element.closest(HOLDERS);
  if (holder === null || getComputedStyle(holder).display !== "contents") return holder;
  return holder.parentElement === null ? null : holderOf(holder.parentElement);
}

/** Boxes that cut their content off, up to the slide. */
function checkClipped(slide: Element, pieces: readonly Piece[]): PageFault[] {
  return pieces.flatMap((piece) => {
    for (let box = piece.element; box !== slide && box.parentElement !== null; box = box.parentElement) {
      if (box.closest("svg") !== null || getComputedStyle(box).overflowX === "visible") continue;
      const { left, top } = box.getBoundingClientRect();
      const out = Math.max(...piece.boxes.map((ink) => excess(ink, { left, top, right: left + box.clientWidth, bottom: top + box.clientHeight })));
      if (out > 0.5) return [fault(slide, "cut-off", wordsOf(piece), out, nameOf(box))];
    }
    return [];
  });
}

function checkOverlaps(slide: Element, pieces: readonly Piece[]): PageFault[] {
  const words = pieces.map((piece) => ({ text: wordsOf(piece), block: piece.block, boxes: piece.boxes }));
  const all = [...words, ...findDrawings(slide)];
  return all.flatMap((one, index) =>
    all.slice(index + 1).flatMap((other) => {
      if (one.block === other.block || one.block.contains(other.block) && one.block.localName === "svg" || other.block.contains(one.block) && other.block.localName === "svg") return [];
      if (standsOn(one.block, other.block) || standsOn(other.block, one.block)) return [];
      const depth = Math.max(...one.boxes.flatMap((a) => other.boxes.map((b) => overlap(a, b))));
      return depth > TOUCH ? [fault(slide, "overlap", one.text, depth, other.text)] : [];
    }),
  );
}

/** Whether words belong on a picture: its own strip, and everything on one that fills the slide. Whether they are legible there, contrast.ts says. */
function standsOn(words: Element, picture: Element): boolean {
  if (picture.localName !== "img") return false;
  const shot = picture.closest(".shot");
  return (shot !== null && words.closest(".shot") === shot) || (picture.closest(".picture-page") !== null && words.closest(".photo-words, .foot, .draft-stamp, .demo-mark") !== null);
}

interface Drawn {
  readonly text: string;
  readonly block: Element;
  readonly boxes: readonly Box[];
}

/** Charts and pictures, with the name that is read aloud. */
function findDrawings(slide: Element): Drawn[] {
  return [...slide.querySelectorAll("svg[role=img], img")].filter((block) => block.checkVisibility()).map((block) => ({ text: block.getAttribute("alt") ?? block.querySelector("title")?.textContent ?? block.localName, block, boxes: [block.getBoundingClientRect()] }));
}

/** The smaller side of the area that two boxes share; negative if they are apart. */
function overlap(a: Box, b: Box): number {
  return Math.min(Math.min(a.right, b.right) - Math.max(a.left, b.left), Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));
}
