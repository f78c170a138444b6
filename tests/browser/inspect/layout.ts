/** Whether everything on a slide stands where it is seen whole: inside the slide, its card and the page, on nothing else. */
import { findPieces, nameOf, type Box, type Piece } from "./pieces.ts";

/** What holds its words: they must not stick out of it. */
const HOLDERS = ".card, .cell, .rows > *, .statement, .stage, .entry, .zone, th, td, .agenda li, .chart-notes li, .lead, .sentence, .picture-head, .picture-text, .side, .stack";
/** Large type is set a few pixels to the left, so that it looks aligned. */
const OPTICAL = 12;
/** Rounding of line boxes, in pixels. */
const ROUNDING = 1.5;
/** The tail of a comma hangs below its line, in em. */
const TAIL = 0.08;
/** Ink of two lines may come this near. */
const TOUCH = 2;

/** Every fault of a slide as a sentence with element and pixels. */
export function checkLayout(slide: Element): string[] {
  const pieces = findPieces(slide);
  return [...checkInside(slide, pieces), ...checkFoot(slide, pieces), ...checkHolders(pieces), ...checkClipped(slide, pieces), ...checkOverlaps(slide, pieces)].map((fault) => `${slide.id}: ${fault}`);
}

/** By how many pixels a box sticks out of another; 0 or less when it is inside. */
function excess(inner: Box, outer: Box): number {
  return Math.max(outer.left - inner.left, outer.top - inner.top, inner.right - outer.right, inner.bottom - outer.bottom);
}

function checkInside(slide: Element, pieces: readonly Piece[]): string[] {
  const frame = slide.getBoundingClientRect();
  const drawings = [...slide.querySelectorAll("svg[role=img], img")].map((drawing) => ({ name: drawing.localName, boxes: [drawing.getBoundingClientRect()] }));
  const words = pieces.map((piece) => ({ name: nameOf(piece), boxes: piece.boxes }));
  return [...words, ...drawings].flatMap(({ name, boxes }) => {
    const out = Math.max(...boxes.map((box) => excess(box, frame)));
    return out > 0.5 ? [`${name} leaves the slide by ${out.toFixed(1)} px`] : [];
  });
}

/** The line of the foot, or its words where it has no line. */
function footTop(foot: Element): number {
  const tops = [...foot.querySelectorAll(".art-track, p")].filter((part) => part.checkVisibility()).map((part) => part.getBoundingClientRect().top);
  return Math.min(...tops);
}

function checkFoot(slide: Element, pieces: readonly Piece[]): string[] {
  const foot = slide.querySelector(".foot");
  if (foot === null || !foot.checkVisibility()) return [];
  const top = footTop(foot);
  return pieces.flatMap((piece) => {
    if (piece.element.closest(".foot, .draft-stamp") !== null) return [];
    const below = Math.max(...piece.boxes.map(({ bottom }) => bottom)) - top;
    return below > 0 ? [`${nameOf(piece)} stands ${below.toFixed(1)} px below the line of the foot`] : [];
  });
}

function checkHolders(pieces: readonly Piece[]): string[] {
  return pieces.flatMap((piece) => {
    // Numbers of a list hang in the gap before their column.
    const holder = piece.element.closest(".count") === null ? piece.element.closest(HOLDERS) : null;
    if (holder === null) return [];
    const { left, right, top, bottom } = holder.getBoundingClientRect();
    const room = { left: left - OPTICAL, right: right + ROUNDING, top: top - ROUNDING, bottom: bottom + ROUNDING + TAIL * piece.size };
    const out = Math.max(...piece.boxes.map((box) => excess(box, room)));
    return out > 0 ? [`${nameOf(piece)} leaves its ${holder.localName}.${holder.classList[0] ?? ""} by ${out.toFixed(1)} px`] : [];
  });
}

/** What cuts its content off, up to the slide. */
function checkClipped(slide: Element, pieces: readonly Piece[]): string[] {
  return pieces.flatMap((piece) => {
    for (let box = piece.element; box !== slide && box.parentElement !== null; box = box.parentElement) {
      if (box.closest("svg") !== null || getComputedStyle(box).overflowX === "visible") continue;
      const { left, top } = box.getBoundingClientRect();
      const out = Math.max(...piece.boxes.map((ink) => excess(ink, { left, top, right: left + box.clientWidth, bottom: top + box.clientHeight })));
      if (out > 0.5) return [`${nameOf(piece)} is cut off by ${out.toFixed(1)} px`];
    }
    return [];
  });
}

function checkOverlaps(slide: Element, pieces: readonly Piece[]): string[] {
  const words = pieces.map((piece) => ({ name: nameOf(piece), block: piece.block, boxes: piece.boxes }));
  const drawings = [...slide.querySelectorAll("svg[role=img], img")].map((block) => ({ name: `the ${block.localName}`, block, boxes: [block.getBoundingClientRect() as Box] }));
  const all = [...words, ...drawings];
  return all.flatMap((one, index) =>
    all.slice(index + 1).flatMap((other) => {
      if (one.block === other.block || one.block.contains(other.block) && one.block.localName === "svg" || other.block.contains(one.block) && other.block.localName === "svg") return [];
      const depth = Math.max(...one.boxes.flatMap((a) => other.boxes.map((b) => overlap(a, b))));
      return depth > TOUCH ? [`${one.name} and ${other.name} overlap by ${depth.toFixed(1)} px`] : [];
    }),
  );
}

/** The smaller side of what two boxes share; negative when they are apart. */
function overlap(a: Box, b: Box): number {
  return Math.min(Math.min(a.right, b.right) - Math.max(a.left, b.left), Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));
}
