/** One text object of a content stream, from BT to ET (ISO 32000-1, 9.4): its characters, and where its glyphs stand. */
import { contrastRatio } from "../../model/contrast.ts";
import type { Font } from "./pdf-font.ts";
import { areaOf, excess, isInside, join, pointAt, scaleOf, type Matrix, type Space } from "./pdf-space.ts";
import { createLexer } from "./pdf-lexer.ts";
import { decodeText, type PdfObject, type PdfString } from "./pdf-syntax.ts";

/** Text of one font that is shown in one go. */
export interface ShownRun {
  readonly text: string;
  /** Points from the lower edge of the paper to the line that it stands on. */
  readonly base: number;
  /** Height of the type on paper, in points. */
  readonly size: number;
  /** Points on paper that a unit of the drawing takes: what was scaled down as a whole is drawn in small ones. */
  readonly scale: number;
  /** Contrast with white paper, 1 to 21. */
  readonly contrast: number;
  /** Points of a glyph that are clipped or off the paper, where more of it is lost than is seen; else 0. */
  readonly cut: number;
}

export interface ShownText {
  /** In the order of painting. */
  readonly text: string;
  /** Glyphs that no one can copy or search, since no map says which character they are. */
  readonly unmapped: number;
  /** Glyphs with the number 0: the empty box of a font that lacks the character. */
  readonly boxes: number;
  readonly runs: readonly ShownRun[];
}

/** What a glyph takes above and below its line, in em: nearly all of a Han character. */
const [ABOVE, BELOW] = [0.85, 0.1] as const;

/** The part of a glyph without which it is not read, in em from its line and in parts of its width: boxes are rounded, and a hair of ink is no loss. */
const CORE = { side: 0.25, bottom: 0.1, top: 0.6 } as const;

/** Characters with ink all over their box: of a mark it stands in a corner, and where marks meet, their empty halves overlap what is beside them. */
const FILLING = /[\p{L}\p{N}\p{S}]/u;

/** Where the next glyph goes. */
interface Pen {
  font: Font | null;
  size: number;
  /** From the space of the text to the paper. */
  place: Matrix;
  /** Start of the line in that space, and how far along it the next glyph stands. */
  x: number;
  y: number;
  along: number;
}

/** Operators that choose the font or move the pen, that show text, and that open a marked piece of it. */
const MOVES: ReadonlySet<string> = new Set(["Tf", "Tm", "Td", "TD"]);
const SHOWS: ReadonlySet<string> = new Set(["Tj", "TJ", "'", '"']);
const MARKS: ReadonlySet<string> = new Set(["BDC", "BMC"]);

/** Its text, and the position behind it. */
export function readTextObject(content: string, start: number, space: Space, findFont: (name: string) => Font | null): { readonly shown: ShownText; readonly end: number } {
  const lexer = createLexer(content, start);
  const pen: Pen = { font: null, size: 0, place: space.matrix, x: 0, y: 0, along: 0 };
  const shown = { text: "", unmapped: 0, boxes: 0, runs: [] as ShownRun[] };
  let cut = 0;
  let base: number | null = null;
  let operands: PdfObject[] = [];
  /** Marks open since one that says itself what its glyphs mean (14.9.4): a letter with its accent, a joined pair. */
  let told = 0;
  for (let token = lexer.next(); token !== null; token = lexer.next()) {
    if (typeof token !== "object" || token.type !== "word") {
      operands.push(token);
      continue;
    }
    const { word } = token;
    if (word === "ET") break;
    if (MOVES.has(word)) movePen(pen, word, operands, space, findFont);
    else if (SHOWS.has(word)) {
      base ??= pointAt(pen.x, pen.y, pen.place)[1];
      for (const glyphs of stringsOf(operands)) {
        const drawn = drawGlyphs(glyphs, pen, space);
        shown.boxes += drawn.boxes;
        if (told === 0) shown.text += drawn.text;
        if (told === 0) shown.unmapped += drawn.unmapped;
        cut = Math.max(cut, drawn.cut);
      }
    } else if (MARKS.has(word)) {
      const actual = told > 0 ? null : actualText(operands);
      shown.text += actual ?? "";
      if (told > 0 || actual !== null) told += 1;
    } else if (word === "EMC" && told > 0) told -= 1;
    operands = [];
  }
  // Chromium sets a text object in one font of one size.
  if (shown.text.trim() !== "") shown.runs.push({ text: shown.text, base: base ?? 0, size: pen.size * scaleOf(pen.place), scale: scaleOf(space.matrix), contrast: contrastOnPaper(space), cut });
  return { shown, end: lexer.position() };
}

function contrastOnPaper({ paint: { colour, alpha }, cover }: Space): number {
  const seen = colour.map((channel) => Math.round(255 * (1 - cover * alpha * (1 - channel))).toString(16).padStart(2, "0"));
  return contrastRatio(`#${seen.join("")}`, "#ffffff");
}

function movePen(pen: Pen, word: string, operands: readonly PdfObject[], { matrix }: Space, findFont: (name: string) => Font | null): void {
  const numbers = operands.filter((operand) => typeof operand === "number");
  if (word === "Tf") {
    const [name] = operands;
    if (typeof name === "object" && name?.type === "name") pen.font = findFont(name.name);
    pen.size = numbers[0] ?? 0;
  } else if (word === "Tm") {
    if (numbers.length === 6) Object.assign(pen, { place: join(numbers as unknown as Matrix, matrix), x: 0, y: 0, along: 0 });
  } else {
    pen.x += numbers[0] ?? 0;
    pen.y += numbers[1] ?? 0;
    pen.along = 0;
  }
}

interface Drawn {
  readonly text: string;
  readonly unmapped: number;
  readonly boxes: number;
  readonly cut: number;
}

function drawGlyphs({ bytes }: PdfString, pen: Pen, { clip }: Space): Drawn {
  const { font, size, place, y } = pen;
  const width = font?.bytes ?? 1;
  const drawn = { text: "", unmapped: 0, boxes: 0, cut: 0 };
  for (let at = 0; at + width <= bytes.length; at += width) {
    const code = width === 2 ? (bytes.charCodeAt(at) << 8) | bytes.charCodeAt(at + 1) : bytes.charCodeAt(at);
    const character = font?.characters.get(code);
    if (code === 0) drawn.boxes += 1;
    else if (character === undefined) drawn.unmapped += 1;
    drawn.text += character ?? "";
    const advance = (font?.widthOf(code) ?? 0) * size;
    const x = pen.x + pen.along;
    const isWhole = isInside(pointAt(x + CORE.side * advance, y + CORE.bottom * size, place), clip) && isInside(pointAt(x + (1 - CORE.side) * advance, y + CORE.top * size, place), clip);
    if (!isWhole && FILLING.test(character ?? "")) drawn.cut = Math.max(drawn.cut, excess(areaOf(x, y - BELOW * size, advance, (ABOVE + BELOW) * size, place), clip));
    pen.along += advance;
  }
  return drawn;
}

function actualText(operands: readonly PdfObject[]): string | null {
  const mark = operands[1];
  const text = typeof mark === "object" && mark?.type === "dictionary" ? mark.entries.get("ActualText") : null;
  return typeof text === "object" && text?.type === "string" ? decodeText(text) : null;
}

function stringsOf(operands: readonly PdfObject[]): readonly PdfString[] {
  const strings: PdfString[] = [];
  for (const operand of operands) {
    if (typeof operand !== "object" || operand === null) continue;
    if (operand.type === "string") strings.push(operand);
    else if (operand.type === "array") strings.push(...stringsOf(operand.items));
  }
  return strings;
}
