/** Fonts from the text's point of view: the characters of their codes, and how far each glyph moves the next one. */
import type { PdfDocument } from "./pdf-document.ts";
import type { PdfDictionary, PdfObject } from "./pdf-syntax.ts";
import { parseToUnicode } from "./to-unicode.ts";

export interface Font {
  readonly characters: ReadonlyMap<number, string>;
  /** Bytes per code. */
  readonly bytes: 1 | 2;
  /** Width of a glyph, in em. */
  readonly widthOf: (code: number) => number;
}

export type FontFinder = (about: PdfDictionary | null) => Font | null;

/** Fonts that several pages share are read once. */
export function createFontFinder(document: PdfDocument): FontFinder {
  const fonts = new Map<PdfDictionary, Font>();
  return (about) => {
    if (about === null) return null;
    const known = fonts.get(about);
    if (known !== undefined) return known;
    const font = readFont(about, document);
    fonts.set(about, font);
    return font;
  };
}

function readFont(about: PdfDictionary, document: PdfDocument): Font {
  const subtype = about.entries.get("Subtype");
  const composite = typeof subtype === "object" && subtype?.type === "name" && subtype.name === "Type0";
  const characters = parseToUnicode(document.stream(about.entries.get("ToUnicode")) ?? "");
  return { characters, bytes: composite ? 2 : 1, widthOf: composite ? readWidths(document.dictionary(document.items(about.entries.get("DescendantFonts"))[0]), document) : () => 0 };
}

/** Widths of a CID font (9.7.4.3): individual runs, ranges of one width, and one width for all others. */
function readWidths(font: PdfDictionary | null, document: PdfDocument): (code: number) => number {
  const widths = new Map<number, number>();
  const entries = document.items(font?.entries.get("W")).map((entry) => document.resolve(entry));
  for (let at = 0; at < entries.length; ) {
    const [first, next] = [numberOf(entries[at]), entries[at + 1]];
    if (typeof next === "object" && next?.type === "array") {
      next.items.forEach((width, index) => widths.set(first + index, numberOf(width)));
      at += 2;
    } else {
      for (let code = first; code <= numberOf(next); code += 1) widths.set(code, numberOf(entries[at + 2]));
      at += 3;
    }
  }
  const usual = numberOf(document.resolve(font?.entries.get("DW") ?? 1000));
  return (code) => (widths.get(code) ?? usual) / 1000;
}

function numberOf(value: PdfObject | undefined): number {
  return typeof value === "number" ? value : 0;
}
