/** Text widths without a canvas, and lines that fit a width. */
import type { LineBreaker } from "../line-break.ts";

/** The three typefaces of charts. */
export type Face = "numeral" | "sans" | "serif";

/** Advances of U+20–7E in thousandths of an em: Source Serif 4 at 600 with tabular figures, Noto Sans SC 500, Noto Serif SC 900. */
const ADVANCES: Readonly<Record<Face, readonly number[]>> = {
  numeral: [
    200, 270, 360, 550, 490, 840, 680, 190, 340, 340, 420, 500, 260, 300, 260, 320, 490, 490, 490, 490, 490, 490, 490, 490, 490, 490, 260, 260, 500, 500, 500, 390,
    850, 620, 560, 570, 640, 540, 510, 610, 700, 330, 340, 620, 520, 810, 650, 640, 530, 640, 620, 480, 570, 650, 610, 890, 620, 590, 510, 320, 320, 320, 500, 490,
    400, 470, 550, 440, 540, 460, 330, 490, 560, 280, 270, 520, 280, 840, 560, 510, 550, 520, 410, 400, 320, 550, 480, 720, 480, 480, 420, 330, 280, 330, 500,
  ],
  sans: [
    230, 340, 520, 570, 570, 940, 710, 300, 360, 360, 480, 570, 300, 360, 300, 390, 570, 570, 570, 570, 570, 570, 570, 570, 570, 570, 300, 300, 570, 570, 570, 490,
    970, 620, 670, 650, 700, 600, 570, 700, 740, 310, 550, 660, 560, 830, 730, 750, 650, 750, 660, 610, 610, 730, 590, 890, 600, 550, 610, 360, 390, 360, 570, 560,
    620, 580, 630, 520, 630, 570, 350, 580, 620, 290, 290, 580, 300, 940, 620, 620, 630, 630, 410, 480, 400, 620, 550, 830, 530, 540, 490, 360, 280, 360, 570,
  ],
  serif: [
    250, 380, 480, 640, 610, 990, 820, 260, 420, 420, 490, 620, 340, 380, 340, 430, 610, 610, 610, 610, 610, 610, 610, 610, 610, 610, 340, 340, 620, 620, 620, 490,
    1000, 760, 730, 710, 800, 670, 660, 770, 870, 440, 440, 790, 650, 1010, 830, 800, 690, 800, 770, 610, 710, 830, 740, 1110, 740, 710, 640, 390, 430, 390, 620, 610,
    450, 600, 690, 580, 670, 590, 410, 610, 700, 360, 350, 670, 370, 1030, 700, 640, 690, 660, 520, 510, 410, 690, 590, 890, 620, 600, 530, 380, 350, 380, 620,
  ],
};

/** Width of one line in pixels; Han characters and full-width marks are 1 em, other letters outside ASCII 0.6 em. */
export function textWidth(text: string, face: Face, size: number): number {
  const advances = ADVANCES[face];
  let width = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    width += advances[code - 0x20] ?? (code < 0x2010 || code === 0x2212 ? 600 : 1000);
  }
  return (width * size) / 1000;
}

/** Pieces that stay whole: Chinese phrases, words of other languages. */
export function phrases(text: string, breaks: LineBreaker): string[] {
  const offsets = breaks(text);
  const parts: string[] = [];
  let offset = 0;
  for (const character of text) {
    const last = parts.at(-1);
    if (last === undefined || offsets.has(offset) || (last.endsWith(" ") && character !== " ")) parts.push(character);
    else parts[parts.length - 1] = last + character;
    offset += character.length;
  }
  return parts;
}

/** Puts pieces on lines; a piece wider than a line breaks between its characters. */
function fill(parts: readonly string[], face: Face, size: number, width: number): string[] {
  const lines: string[] = [];
  const put = (part: string): void => {
    const last = lines.at(-1);
    if (last !== undefined && textWidth((last + part).trimEnd(), face, size) <= width) lines[lines.length - 1] = last + part;
    else lines.push(part);
  };
  for (const part of parts) {
    if (textWidth(part.trimEnd(), face, size) <= width) put(part);
    else for (const piece of part.match(/[\u0021-\u024f]+ ?|.[，。、：；！？）》”’]?/gu) ?? []) put(piece);
  }
  return lines.map((line) => line.trimEnd());
}

/** Breaks text into the fewest balanced lines of at most `width` pixels; a unit in brackets at the end gets its own line where possible. */
export function wrapText(text: string, face: Face, size: number, width: number, breaks: LineBreaker): readonly string[] {
  const whole = textWidth(text, face, size);
  if (whole <= width) return [text];
  const bracket = /^(.+?)\s?([（(][^（(]*[）)])$/.exec(text);
  if (bracket !== null && textWidth(bracket[1]!, face, size) <= width) return [bracket[1]!, bracket[2]!];
  const parts = phrases(text, breaks);
  const rough = fill(parts, face, size, width);
  for (let narrow = whole / rough.length; narrow < width; narrow += size / 2) {
    const lines = fill(parts, face, size, narrow);
    if (lines.length <= rough.length) return lines;
  }
  return rough;
}
