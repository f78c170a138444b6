/** The objects of PDF (ISO 32000-1, 7.3), and what their strings say. */

export interface PdfName {
  readonly type: "name";
  readonly name: string;
}
export interface PdfString {
  readonly type: "string";
  /** One character a byte. */
  readonly bytes: string;
}
export interface PdfReference {
  readonly type: "reference";
  readonly number: number;
}
export interface PdfArray {
  readonly type: "array";
  readonly items: readonly PdfObject[];
}
export interface PdfDictionary {
  readonly type: "dictionary";
  readonly entries: ReadonlyMap<string, PdfObject>;
  /** Where the text goes on behind it: a stream's bytes follow. */
  readonly end: number;
}
/** An operator of a content stream, or a keyword such as `obj`. */
export interface PdfWord {
  readonly type: "word";
  readonly word: string;
}
export type PdfObject = null | boolean | number | PdfName | PdfString | PdfReference | PdfArray | PdfDictionary;

/** Whether it is this operator or keyword. */
export function isWord(value: PdfObject | PdfWord, word: string): boolean {
  return typeof value === "object" && value !== null && value.type === "word" && value.word === word;
}

/** A PDF's `null`, like any word where an object has to stand, is none. */
export function asObject(value: PdfObject | PdfWord): PdfObject {
  return typeof value === "object" && value !== null && value.type === "word" ? null : value;
}

/** A text string (7.9.2.2): UTF-16 with its mark, else its bytes, which are ASCII in what Chromium writes. */
export function decodeText({ bytes }: PdfString): string {
  return bytes.startsWith("\u00FE\u00FF") ? fromUtf16(bytes.slice(2)) : bytes;
}

/** Big-endian UTF-16, one character a byte, to text. */
export function fromUtf16(bytes: string): string {
  let text = "";
  for (let at = 0; at + 1 < bytes.length; at += 2) text += String.fromCharCode((bytes.charCodeAt(at) << 8) | bytes.charCodeAt(at + 1));
  return text;
}
