/** The objects of PDF (ISO 32000-1, 7.3), and the text of their strings. */

export interface PdfName {
  readonly type: "name";
  readonly name: string;
}
export interface PdfString {
  readonly type: "string";
  /** One character per byte. */
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
  /** Where the text continues after it: a stream's bytes follow. */
  readonly end: number;
}
/** An operator of a content stream, or a keyword such as `obj`. */
export interface PdfWord {
  readonly type: "word";
  readonly word: string;
}
export type PdfObject = null | boolean | number | PdfName | PdfString | PdfReference | PdfArray | PdfDictionary;

/** Whether the value is this operator or keyword. */
export function isWord(value: PdfObject | PdfWord, word: string): boolean {
  return typeof value === "object" && value !== null && value.type === "word" && value.word === word;
}

/** A PDF's `null` gives null, like any word where an object is expected. */
export function asObject(value: PdfObject | PdfWord): PdfObject {
  return typeof value === "object" && value !== null && value.type === "word" ? null : value;
}

/** A text string (7.9.2.2): UTF-16 with a byte order mark, otherwise its bytes, which are ASCII in Chromium's files. */
export function decodeText({ bytes }: PdfString): string {
  return bytes.startsWith("\u00FE\u00FF") ? fromUtf16(bytes.slice(2)) : bytes;
}

/** Decodes big-endian UTF-16, one character per byte. */
export function fromUtf16(bytes: string): string {
  let text = "";
  for (let at = 0; at + 1 < bytes.length; at += 2) text += String.fromCharCode((bytes.charCodeAt(at) << 8) | bytes.charCodeAt(at + 1));
  return text;
}
