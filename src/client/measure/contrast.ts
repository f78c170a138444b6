/** Checks whether the words of a slide stand out from their ground. */
import type { PageFault } from "../../model/page-fault.ts";
import { wordsOf, type Box, type Piece } from "./pieces.ts";

export type Colour = readonly [red: number, green: number, blue: number, alpha: number];

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
    const ratio = contrastOf(piece, slide);
    return ratio !== null && ratio < least ? [{ type: "low-contrast", slide: slide.id, text: wordsOf(piece), other: null, value: roundDown(ratio), least }] : [];
  });
}

/** To a tenth: the reported value must not look sufficient. */
export function roundDown(ratio: number): number {
  return Math.floor(ratio * 10) / 10;
}

/** Null if the ground below the words has no even colour or cannot be found. */
function contrastOf(piece: Piece, slide: Element): number | null {
  const ground = groundOf(piece);
  if (ground === null) return null;
  const style = getComputedStyle(piece.element);
  const [red, green, blue, alpha] = parseColour(piece.element.closest("svg") === null ? style.color : style.fill);
  return ratioOf([red, green, blue, alpha * opacityOf(piece.element, slide)], ground);
}

/** Contrast of paint on an opaque ground, 1 to 21. */
export function ratioOf(paint: Colour, ground: Colour): number {
  const [light, dark] = [luminance(blend(paint, ground)), luminance(ground)].sort((a, b) => b - a);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

export function opacityOf(element: Element, slide: Element): number {
  let opacity = 1;
  for (let box: Element | null = element; box !== null && box !== slide; box = box.parentElement) opacity *= Number(getComputedStyle(box).opacity);
  return opacity;
}

/** The paint below the middle of the words. */
function groundOf(piece: Piece): Colour | null {
  const { left, right, top, bottom } = piece.boxes[0] as Box;
  return groundAt((left + right) / 2, (top + bottom) / 2, (element) => element.closest("text") === null && !(element.contains(piece.node) && element instanceof SVGElement));
}

/** The paint at a point of the screen, from the first opaque layer upwards, by the elements that count; null without an even colour. */
export function groundAt(x: number, y: number, counts: (element: Element) => boolean): Colour | null {
  const layers: Colour[] = [];
  for (const element of document.elementsFromPoint(x, y)) {
    if (!counts(element)) continue;
    const style = getComputedStyle(element);
    // Below words on a photo every stroke has a different colour.
    if (element instanceof HTMLImageElement || style.backgroundImage !== "none") return null;
    const colour = element instanceof SVGElement ? parseColour(style.fill, Number(style.opacity) * Number(style.fillOpacity)) : parseColour(style.backgroundColor);
    layers.push(colour);
    if (colour[3] === 1) break;
  }
  return layers.length === 0 ? null : layers.reduceRight((below, layer) => blend(layer, below), [255, 255, 255, 1] as Colour);
}

const parsed = new Map<string, Colour>();
const dot = document.createElement("canvas");
dot.width = dot.height = 1;
const paint = dot.getContext("2d", { willReadFrequently: true })!;

/** Any CSS colour as painted; `none` and anything that is not a plain colour are transparent. */
export function parseColour(text: string, opacity = 1): Colour {
  let colour = parsed.get(text);
  if (colour === undefined) {
    paint.clearRect(0, 0, 1, 1);
    paint.fillStyle = "transparent";
    paint.fillStyle = text;
    paint.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 0] = paint.getImageData(0, 0, 1, 1).data;
    colour = [red, green, blue, alpha / 255];
    parsed.set(text, colour);
  }
  return [colour[0], colour[1], colour[2], colour[3] * opacity];
}

function blend(over: Colour, below: Colour): Colour {
  const mix = (channel: 0 | 1 | 2): number => over[channel] * over[3] + below[channel] * (1 - over[3]);
  return [mix(0), mix(1), mix(2), 1];
}

function luminance(colour: Colour): number {
  const linear = (channel: number): number => (channel / 255 <= 0.04045 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(colour[0]) + 0.7152 * linear(colour[1]) + 0.0722 * linear(colour[2]);
}
