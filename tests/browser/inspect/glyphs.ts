/** Whether every character of a slide has a glyph. */
import { findPieces, wordsOf } from "../../../src/client/measure/pieces.ts";

/** A private code point that no font has. */
const NOBODY = "\u{10fffd}";
/** Characters that have no ink in any font. */
const BLANK = /[\s\u200b-\u200d\u2060\u3000\ufeff]/g;

/** Characters drawn as the box for a missing glyph. Where no other font is installed, nothing else reveals them. */
export function checkGlyphs(root: Element): string[] {
  return findPieces(root).flatMap((piece) => {
    const { fontWeight, fontFamily } = getComputedStyle(piece.element);
    const font = `${fontWeight} ${GLYPH}px ${fontFamily}`;
    const missing = [...new Set(piece.node.data.replace(BLANK, ""))].filter((character) => draw(character, font) === draw(NOBODY, font));
    return missing.length > 0 ? [`${root.id}: ${wordsOf(piece)} has no glyph for ${missing.join("")}`] : [];
  });
}

/** Size in pixels at which glyphs are compared. */
const GLYPH = 18;
const drawn = new Map<string, number>();
const canvas = document.createElement("canvas");
canvas.width = canvas.height = GLYPH + 6;
const context = canvas.getContext("2d", { willReadFrequently: true })!;

/** A number that identifies the picture of a character. */
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
