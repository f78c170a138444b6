/** Whether the words of a slide can be read: size, contrast, a glyph for every character. */
import { findPieces, nameOf, type Box, type Piece } from "./pieces.ts";

/** Labels may be smaller than what is read aloud. */
const LABELS = "svg, .foot, .draft-stamp, .growth .label, .chart-notes, .scheme-note, .stamp, .tag, .due, .layout-statement > p";

/** Least sizes in pixels. */
export interface Sizes {
  readonly label: number;
  readonly body: number;
  readonly numeral: number;
}

/** Words and numerals that are too small; null sizes of drawings are not looked at. */
export function checkSizes(slide: Element, { label, body, numeral }: Sizes, drawings: boolean): string[] {
  return findPieces(slide).flatMap((piece) => {
    if (!drawings && piece.element.closest("svg") !== null) return [];
    const least = piece.element.closest(".cell .value .number") !== null ? numeral : piece.element.closest(LABELS) !== null ? label : body;
    return piece.size < least - 0.05 ? [`${slide.id}: ${nameOf(piece)} is ${piece.size.toFixed(1)} px, not ${least}`] : [];
  });
}

type Colour = readonly [red: number, green: number, blue: number, alpha: number];

// Drawings let the pointer through; here what is painted below the words is looked for.
const PAINTED = new CSSStyleSheet();
PAINTED.replaceSync("* { pointer-events: auto !important } svg { pointer-events: none !important } svg * { pointer-events: visiblePainted !important }");

/** Text that stands out too little from its ground (WCAG 2.2, 1.4.3). From then on everything painted meets the pointer. */
export function checkContrast(slide: Element, least: number): string[] {
  // Taking the sheet away again would cost a style calculation of all slides for each.
  if (!document.adoptedStyleSheets.includes(PAINTED)) document.adoptedStyleSheets.push(PAINTED);
  return findPieces(slide).flatMap((piece) => {
    const ratio = contrastOf(piece);
    return ratio < least ? [`${slide.id}: ${nameOf(piece)} has a contrast of ${ratio.toFixed(2)}`] : [];
  });
}

function contrastOf(piece: Piece): number {
  const style = getComputedStyle(piece.element);
  const ground = groundOf(piece);
  const text = blend(parseColour(piece.element.closest("svg") === null ? style.color : style.fill), ground);
  const [light, dark] = [luminance(text), luminance(ground)].sort((a, b) => b - a);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

/** What is painted below the middle of the words, from the first opaque layer upwards. */
function groundOf(piece: Piece): Colour {
  const { left, right, top, bottom } = piece.boxes[0] as Box;
  const layers: Colour[] = [];
  for (const element of document.elementsFromPoint((left + right) / 2, (top + bottom) / 2)) {
    if (element.closest("text") !== null || element.contains(piece.node) && element instanceof SVGElement) continue;
    const style = getComputedStyle(element);
    const colour = element instanceof SVGElement ? parseColour(style.fill, Number(style.opacity) * Number(style.fillOpacity)) : parseColour(style.backgroundColor);
    layers.push(colour);
    if (colour[3] === 1) break;
  }
  return layers.reduceRight((below, layer) => blend(layer, below), [255, 255, 255, 1] as Colour);
}

function parseColour(text: string, opacity = 1): Colour {
  const [red, green, blue, alpha = 1] = (text.match(/[\d.]+/g) ?? []).map(Number);
  return red === undefined || green === undefined || blue === undefined ? [0, 0, 0, 0] : [red, green, blue, alpha * opacity];
}

function blend(over: Colour, below: Colour): Colour {
  const mix = (channel: 0 | 1 | 2): number => over[channel] * over[3] + below[channel] * (1 - over[3]);
  return [mix(0), mix(1), mix(2), 1];
}

function luminance(colour: Colour): number {
  const linear = (channel: number): number => (channel / 255 <= 0.04045 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(colour[0]) + 0.7152 * linear(colour[1]) + 0.0722 * linear(colour[2]);
}

/** A private code point that no face has. */
const NOBODY = "\u{10fffd}";
/** What has no ink in any face. */
const BLANK = /[\s\u200b-\u200d\u2060\u3000\ufeff]/g;

/** Characters that are drawn as the box for what is missing: where no other font is installed, nothing else tells of them. */
export function checkGlyphs(root: Element): string[] {
  return findPieces(root).flatMap((piece) => {
    const { fontWeight, fontFamily } = getComputedStyle(piece.element);
    const font = `${fontWeight} ${GLYPH}px ${fontFamily}`;
    const missing = [...new Set(piece.node.data.replace(BLANK, ""))].filter((character) => draw(character, font) === draw(NOBODY, font));
    return missing.length > 0 ? [`${root.id}: ${nameOf(piece)} has no glyph for ${missing.join("")}`] : [];
  });
}

/** Size in pixels at which glyphs are told apart. */
const GLYPH = 18;
const drawn = new Map<string, number>();
const canvas = document.createElement("canvas");
canvas.width = canvas.height = GLYPH + 6;
const context = canvas.getContext("2d", { willReadFrequently: true })!;

/** A number for the picture of a character. */
function draw(character: string, font: string): number {
  const key = character + font;
  const known = drawn.get(key);
  if (known !== undefined) return known;
  context.clearRect(0, 0, canvas.width, canvas.height);
  context.font = font;
  context.fillText(character, 2, GLYPH);
  let hash = 0;
  for (const pixel of new Uint32Array(context.getImageData(0, 0, canvas.width, canvas.height).data.buffer)) hash = (Math.imul(hash, 31) + (pixel >>> 24)) | 0;
  drawn.set(key, hash);
  return hash;
}
