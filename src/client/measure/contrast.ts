/** Checks whether the words of a slide stand out from their ground. */
import type { PageFault } from "../../model/page-fault.ts";
import { blend, parseColour, ratioOf, type Colour } from "./colour.ts";
import { groundsBelow } from "./photo-ground.ts";
import { wordsOf, type Box, type Piece } from "./pieces.ts";

// Drawings normally let the pointer through; here we need what is painted below the words.
const PAINTED = new CSSStyleSheet();
PAINTED.replaceSync("* { pointer-events: auto !important } svg { pointer-events: none !important } svg * { pointer-events: visiblePainted !important }");

/** From now on the pointer meets everything painted: removing the sheet again would cost a style calculation of all slides, for each slide. */
export function meetPaint(): void {
  if (!document.adoptedStyleSheets.includes(PAINTED)) document.adoptedStyleSheets.push(PAINTED);
}

/** Text with too little contrast to its ground (WCAG 2.2, 1.4.3). */
export function checkContrast(slide: Element, pieces: readonly Piece[], least: number): PageFault[] {
  meetPaint();
  const seen = new Set<Element>();
  return pieces.flatMap((piece) => {
    // The words of one element have one colour.
    if (seen.has(piece.element)) return [];
    seen.add(piece.element);
    const found = contrastOf(piece, slide);
    return found !== null && found.ratio < least ? [{ type: found.photo ? "words-on-photo" : "low-contrast", slide: slide.id, text: wordsOf(piece), other: null, value: roundDown(found.ratio), least }] : [];
  });
}

/** To a tenth: the reported value must not look sufficient. */
export function roundDown(ratio: number): number {
  return Math.floor(ratio * 10) / 10;
}

/** Null if the ground below the words cannot be found; on a photo or a gradient what counts is where they stand out least. */
function contrastOf(piece: Piece, slide: Element): { readonly ratio: number; readonly photo: boolean } | null {
  const style = getComputedStyle(piece.element);
  const [red, green, blue, alpha] = parseColour(piece.element.closest("svg") === null ? style.color : style.fill);
  const words: Colour = [red, green, blue, alpha * opacityOf(piece.element, slide)];
  const ground = groundOf(piece);
  if (ground !== null) return { ratio: ratioOf(words, ground), photo: false };
  const uneven = groundsBelow(piece.boxes, (element) => countsBelow(element, piece));
  return uneven === null ? null : { ratio: leastRatio(uneven.colours.map((colour) => ratioOf(words, colour))), photo: uneven.photo };
}

/** What one point in twenty falls short of: a single bright pixel does not hide a word. */
function leastRatio(ratios: readonly number[]): number {
  return [...ratios].sort((a, b) => a - b)[Math.floor(ratios.length / 20)] ?? Infinity;
}

export function opacityOf(element: Element, slide: Element): number {
  let opacity = 1;
  for (let box: Element | null = element; box !== null && box !== slide; box = box.parentElement) opacity *= Number(getComputedStyle(box).opacity);
  return opacity;
}

/** The paint below the middle of the words. */
function groundOf(piece: Piece): Colour | null {
  const { left, right, top, bottom } = piece.boxes[0] as Box;
  return groundAt((left + right) / 2, (top + bottom) / 2, (element) => countsBelow(element, piece));
}

/** Whether an element may be painted below the words: they themselves and the drawing around them are not. */
function countsBelow(element: Element, piece: Piece): boolean {
  return element.closest("text") === null && !(element.contains(piece.node) && element instanceof SVGElement);
}

/** The paint at a point of the screen, from the first opaque layer upwards, by the elements that count; null without an even colour. */
export function groundAt(x: number, y: number, counts: (element: Element) => boolean): Colour | null {
  const layers: Colour[] = [];
  for (const element of document.elementsFromPoint(x, y)) {
    if (!counts(element)) continue;
    const style = getComputedStyle(element);
    // Below words on a photo every stroke has a different colour: photo-ground.ts reads its pixels.
    if (element instanceof HTMLImageElement || style.backgroundImage !== "none") return null;
    const colour = element instanceof SVGElement ? parseColour(style.fill, Number(style.opacity) * Number(style.fillOpacity)) : parseColour(style.backgroundColor);
    layers.push(colour);
    if (colour[3] === 1) break;
  }
  return layers.length === 0 ? null : layers.reduceRight((below, layer) => blend(layer, below), [255, 255, 255, 1] as Colour);
}
