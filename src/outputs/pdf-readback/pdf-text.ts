/** The text that a page shows, out of its content stream and of the forms that it paints, by the fonts' ToUnicode maps. */
import type { PdfDocument } from "./pdf-document.ts";
import { createLexer, decodeText, type PdfDictionary, type PdfObject, type PdfString } from "./pdf-syntax.ts";
import { parseToUnicode } from "./to-unicode.ts";

export interface ShownText {
  /** In the order of painting. */
  readonly text: string;
  /** Glyphs that no one can copy or search, since no map says which character they are. */
  readonly unmapped: number;
  /** Glyphs with the number 0: the empty box of a font that lacks the character. */
  readonly boxes: number;
}

/** A font as text sees it: characters by code, and how many bytes a code has. */
interface Font {
  readonly characters: ReadonlyMap<number, string>;
  readonly width: 1 | 2;
}
type Fonts = Map<PdfDictionary, Font>;

export interface TextReader {
  read(page: PdfDictionary): ShownText;
}

/** Fonts and forms that several pages share are read once. */
export function createTextReader(document: PdfDocument): TextReader {
  const fonts: Fonts = new Map();
  const forms = new Map<PdfDictionary, ShownText>();
  const readForm = (form: PdfDictionary): ShownText => {
    const known = forms.get(form);
    if (known !== undefined) return known;
    // A form that painted itself would never end.
    forms.set(form, { text: "", unmapped: 0, boxes: 0 });
    const shown = readContent(document.stream(form) ?? "", form);
    forms.set(form, shown);
    return shown;
  };
  const readContent = (content: string, owner: PdfDictionary): ShownText => {
    const resources = document.dictionary(owner.entries.get("Resources"))?.entries;
    const [faces, objects] = [document.dictionary(resources?.get("Font")), document.dictionary(resources?.get("XObject"))];
    const sum = { text: "", unmapped: 0, boxes: 0 };
    const add = (shown: ShownText): void => {
      sum.text += shown.text;
      sum.unmapped += shown.unmapped;
      sum.boxes += shown.boxes;
    };
    // Paths are most of a stream and hold no text: only the places where text or a form begins are looked at.
    const begins = /\bBT\s|\/([^\s/]+)\s+Do\b/g;
    for (let found = begins.exec(content); found !== null; found = begins.exec(content)) {
      const form = found[1] === undefined ? null : document.dictionary(objects?.entries.get(found[1]));
      const painted = form?.entries.get("Subtype");
      if (form !== null && typeof painted === "object" && painted?.type === "name" && painted.name === "Form") add(readForm(form));
      else if (found[1] === undefined) begins.lastIndex = readTextObject(content, begins.lastIndex, (name) => fontOf(document.dictionary(faces?.entries.get(name)), document, fonts), add);
    }
    return sum;
  };
  return {
    read(page) {
      const contents = page.entries.get("Contents");
      const parts = document.items(contents);
      const streams = parts.length > 0 ? parts : [contents];
      return readContent(streams.map((part) => document.stream(part) ?? "").join("\n"), page);
    },
  };
}

/** From BT to ET (9.4); gives the position behind it. */
function readTextObject(content: string, start: number, findFont: (name: string) => Font | null, add: (shown: ShownText) => void): number {
  const lexer = createLexer(content, start);
  let font: Font | null = null;
  let operands: PdfObject[] = [];
  /** Marks open since one that says itself what its glyphs mean (14.9.4): a letter with its accent, a joined pair. */
  let told = 0;
  for (let token = lexer.next(); token !== null; token = lexer.next()) {
    if (typeof token !== "object" || token.type !== "word") {
      operands.push(token);
      continue;
    }
    const [first] = operands;
    if (token.word === "ET") break;
    if (token.word === "Tf" && typeof first === "object" && first?.type === "name") font = findFont(first.name);
    if (/^(Tj|TJ|'|")$/.test(token.word)) for (const shown of stringsOf(operands)) add(told > 0 ? { ...decodeGlyphs(shown, font), text: "", unmapped: 0 } : decodeGlyphs(shown, font));
    if (/^B[DM]C$/.test(token.word)) {
      const actual = told > 0 ? null : actualText(operands);
      if (actual !== null) add({ text: actual, unmapped: 0, boxes: 0 });
      if (told > 0 || actual !== null) told += 1;
    } else if (token.word === "EMC" && told > 0) told -= 1;
    operands = [];
  }
  return lexer.position();
}

function actualText(operands: readonly PdfObject[]): string | null {
  const mark = operands[1];
  const text = typeof mark === "object" && mark?.type === "dictionary" ? mark.entries.get("ActualText") : null;
  return typeof text === "object" && text?.type === "string" ? decodeText(text) : null;
}

function stringsOf(operands: readonly PdfObject[]): readonly PdfString[] {
  return operands.flatMap((operand) => (typeof operand !== "object" || operand === null ? [] : operand.type === "array" ? stringsOf(operand.items) : operand.type === "string" ? [operand] : []));
}

function decodeGlyphs({ bytes }: PdfString, font: Font | null): ShownText {
  const width = font?.width ?? 1;
  const shown = { text: "", unmapped: 0, boxes: 0 };
  for (let at = 0; at + width <= bytes.length; at += width) {
    const code = width === 2 ? (bytes.charCodeAt(at) << 8) | bytes.charCodeAt(at + 1) : bytes.charCodeAt(at);
    const character = font?.characters.get(code);
    if (code === 0) shown.boxes += 1;
    else if (character === undefined) shown.unmapped += 1;
    shown.text += character ?? "";
  }
  return shown;
}

function fontOf(about: PdfDictionary | null, document: PdfDocument, fonts: Fonts): Font | null {
  if (about === null) return null;
  const known = fonts.get(about);
  if (known !== undefined) return known;
  const subtype = about.entries.get("Subtype");
  const composite = typeof subtype === "object" && subtype?.type === "name" && subtype.name === "Type0";
  const font: Font = { characters: parseToUnicode(document.stream(about.entries.get("ToUnicode")) ?? ""), width: composite ? 2 : 1 };
  fonts.set(about, font);
  return font;
}
