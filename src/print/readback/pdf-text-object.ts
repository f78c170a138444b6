/** One text object of a content stream, from BT to ET (ISO 32000-1, 9.4): its characters, and the positions of its glyphs. */
import { contrastRatio } from "../../model/contrast.ts";
import type { Font } from "./pdf-font.ts";
import { areaOf, excess, isInside, join, pointAt, scaleOf, type Matrix, type Space } from "./pdf-space.ts";
import { createLexer } from "./pdf-lexer.ts";
import { decodeText, type PdfObject, type PdfString } from "./pdf-syntax.ts";

/** Text in one font, shown in one go. */
export interface ShownRun {
  readonly text: string;
  /** Points from the lower edge of the paper to the baseline. */
  readonly base: number;
  /** Height of the type on paper, in points. */
  readonly size: number;
  /** Points on paper per unit of the drawing: content that was scaled down as a whole has small units. */
  readonly scale: number;
  /** Contrast with white paper, 1 to 21. */
  readonly contrast: number;
  /** Points of a glyph that are clipped or off the paper, if more of it is lost than visible; otherwise 0. */
  readonly cut: number;
}

export interface ShownText {
  /** In the order of painting. */
  readonly text: string;
  /** Glyphs that nobody can copy or search, because no map gives their character. */
  readonly unmapped: number;
  /** Glyphs with the number 0: the empty box of a font that lacks the character. */
  readonly boxes: number;
  readonly runs: readonly ShownRun[];
}

/** What a glyph takes above and below its baseline, in em: nearly all of a Han character. */
const [ABOVE, BELOW] = [0.85, 0.1] as const;

/**
 * The part of a glyph that is needed to read it, in em from the baseline and
 * as a share of its width: boxes are rounded, and a hair of ink is no loss.
 */
const CORE = { side: 0.25, bottom: 0.1, top: 0.6 } as const;

/** Characters with ink all over their box. A mark has its ink in one corner, and where marks meet, their empty halves overlap what is beside them. */
const FILLING = /[\p{L}\p{N}\p{S}]/u;

/** Where the next glyph goes. */
interface Pen {
  font: Font | null;
  size: number;
  /** From text space to the paper. */
  place: Matrix;
  /** Start of the line in text space, and the next glyph's distance along it. */
  x: number;
  y: number;
  along: number;
}

/** The operands before an operator. */
interface Operands {
  readonly numbers: number[];
  readonly strings: PdfString[];
  name: string | null;
  /** The text that a marked piece gives for its glyphs (14.9.4). */
  actual: string | null;
}

/** Operators that choose the font or move the pen, that show text, and that open a marked piece of text. */
const MOVES: ReadonlySet<string> = new Set(["Tf", "Tm", "Td", "TD"]);
const SHOWS: ReadonlySet<string> = new Set(["Tj", "TJ", "'", '"']);
const MARKS: ReadonlySet<string> = new Set(["BDC", "BMC"]);

/** Tools for reading a text object. */
export interface TextTools {
  readonly findFont: (name: string) => Font | null;
  /** Contrast of words painted there with white paper. */
  readonly contrastOf: (space: Space) => number;
}

/** What has been shown so far. */
interface Shown {
  text: string;
  unmapped: number;
  boxes: number;
  cut: number;
}

/** The object's text, and the position after it. */
export function readTextObject(content: string, start: number, space: Space, { findFont, contrastOf }: TextTools): { readonly shown: ShownText; readonly end: number } {
  const lexer = createLexer(content, start);
  const pen: Pen = { font: null, size: 0, place: space.matrix, x: 0, y: 0, along: 0 };
  const shown: Shown = { text: "", unmapped: 0, boxes: 0, cut: 0 };
  const operands: Operands = { numbers: [], strings: [], name: null, actual: null };
  let base: number | null = null;
  /** Depth of open marks since one that gives its own text: a letter with its accent, a joined pair. */
  let told = 0;
  for (let token = lexer.next(); token !== null; token = lexer.next()) {
    if (typeof token !== "object" || token.type !== "word") {
      takeOperand(token, operands);
      continue;
    }
    const { word } = token;
    if (word === "ET") break;
    if (SHOWS.has(word)) {
      base ??= pointAt(pen.x, pen.y, pen.place)[1];
      for (const glyphs of operands.strings) drawGlyphs(glyphs, pen, space, told > 0, shown);
    } else if (MOVES.has(word)) movePen(pen, word, operands, space, findFont);
    else if (MARKS.has(word)) {
      const actual = told > 0 ? null : operands.actual;
      shown.text += actual ?? "";
      if (told > 0 || actual !== null) told += 1;
    } else if (word === "EMC" && told > 0) told -= 1;
    operands.numbers.length = 0;
    operands.strings.length = 0;
    operands.name = null;
    operands.actual = null;
  }
  const { text, unmapped, boxes, cut } = shown;
  // Chromium sets a text object in one font and size.
  const runs = text.trim() === "" ? [] : [{ text, base: base ?? 0, size: pen.size * scaleOf(pen.place), scale: scaleOf(space.matrix), contrast: contrastOf(space), cut }];
  return { shown: { text, unmapped, boxes, runs }, end: lexer.position() };
}

function takeOperand(token: PdfObject, operands: Operands): void {
  if (typeof token === "number") operands.numbers.push(token);
  else if (typeof token !== "object" || token === null) return;
  else if (token.type === "string") operands.strings.push(token);
  else if (token.type === "name") operands.name = token.name;
  else if (token.type === "array") for (const item of token.items) takeOperand(item, operands);
  else if (token.type === "dictionary") {
    const actual = token.entries.get("ActualText");
    operands.actual = typeof actual === "object" && actual?.type === "string" ? decodeText(actual) : null;
  }
}

/** Computed contrasts are kept: a document has few colours. */
export function createContrasts(): (space: Space) => number {
  const contrasts = new Map<string, number>();
  return ({ paint: { colour, alpha }, cover }) => {
    const seen = `#${colour.map((channel) => Math.round(255 * (1 - cover * alpha * (1 - channel))).toString(16).padStart(2, "0")).join("")}`;
    const contrast = contrasts.get(seen) ?? contrastRatio(seen, "#ffffff");
    contrasts.set(seen, contrast);
    return contrast;
  };
}

function movePen(pen: Pen, word: string, { numbers, name }: Operands, { matrix }: Space, findFont: (name: string) => Font | null): void {
  const [first = 0, second = 0] = numbers;
  if (word === "Tf") {
    if (name !== null) pen.font = findFont(name);
    pen.size = first;
  } else if (word === "Tm") {
    if (numbers.length !== 6) return;
    pen.place = join(numbers as unknown as Matrix, matrix);
    pen.x = 0;
    pen.y = 0;
    pen.along = 0;
  } else {
    pen.x += first;
    pen.y += second;
    pen.along = 0;
  }
}

/** Adds glyphs to what is shown; text that a mark has already given is not added again. */
function drawGlyphs({ bytes }: PdfString, pen: Pen, { clip }: Space, told: boolean, shown: Shown): void {
  const { font, size, place, y } = pen;
  const width = font?.bytes ?? 1;
  for (let at = 0; at + width <= bytes.length; at += width) {
    const code = width === 2 ? (bytes.charCodeAt(at) << 8) | bytes.charCodeAt(at + 1) : bytes.charCodeAt(at);
    const character = font?.characters.get(code);
    if (code === 0) shown.boxes += 1;
    else if (character === undefined && !told) shown.unmapped += 1;
    if (!told) shown.text += character ?? "";
    const advance = (font?.widthOf(code) ?? 0) * size;
    const x = pen.x + pen.along;
    const isWhole = isInside(x + CORE.side * advance, y + CORE.bottom * size, place, clip) && isInside(x + (1 - CORE.side) * advance, y + CORE.top * size, place, clip);
    if (!isWhole && FILLING.test(character ?? "")) shown.cut = Math.max(shown.cut, excess(areaOf(x, y - BELOW * size, advance, (ABOVE + BELOW) * size, place), clip));
    pen.along += advance;
  }
}
