/** The syntax of PDF (ISO 32000-1, 7.2 and 7.3): bytes as Latin-1 text to objects, and to the words of a content stream. */

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

export interface Lexer {
  /** The next object or word; null at the end. A PDF's own `null` is a word. */
  next(): PdfObject | PdfWord;
  readonly position: () => number;
}

/** One of: reference, number, name, hex string, bracket, string's parenthesis, word. Sticky: nothing is skipped unread. */
const TOKEN = /[\s\0]*(?:%[^\r\n]*[\s\0]*)*(?:(\d+)\s+\d+\s+R(?![^\s()<>[\]{}/%])|([+-]?(?:\d+\.?\d*|\.\d+))(?![^\s()<>[\]{}/%])|\/([^\s\0()<>[\]{}/%]*)|(<<|>>|\[|\])|<([0-9A-Fa-f\s]*)>|(\()|([^\s\0()<>[\]{}/%]+))/y;

export function createLexer(text: string, start: number): Lexer {
  let at = start;
  const next = (): PdfObject | PdfWord => {
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(text);
    if (found === null) return null;
    at = TOKEN.lastIndex;
    const [, reference, number, name, bracket, hex, parenthesis, word] = found;
    if (reference !== undefined) return { type: "reference", number: Number(reference) };
    if (number !== undefined) return Number(number);
    if (name !== undefined) return { type: "name", name: name.replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) };
    if (hex !== undefined) return { type: "string", bytes: fromHex(hex) };
    if (parenthesis !== undefined) return readString();
    if (bracket === "<<") return readDictionary();
    if (bracket === "[") return readArray();
    if (word === "true" || word === "false") return word === "true";
    return { type: "word", word: bracket ?? word ?? "" };
  };
  const readString = (): PdfString => {
    let depth = 1;
    let bytes = "";
    for (; at < text.length; at += 1) {
      const character = text[at] ?? "";
      if (character === "\\") {
        const [raw, read] = unescape(text, at);
        bytes += read;
        at += raw - 1;
        continue;
      }
      depth += character === "(" ? 1 : character === ")" ? -1 : 0;
      if (depth === 0) break;
      bytes += character;
    }
    at += 1;
    return { type: "string", bytes };
  };
  const readArray = (): PdfArray => {
    const items: PdfObject[] = [];
    for (let item = next(); item !== null && !isWord(item, "]"); item = next()) items.push(asObject(item));
    return { type: "array", items };
  };
  const readDictionary = (): PdfDictionary => {
    const entries = new Map<string, PdfObject>();
    for (let key = next(); key !== null && !isWord(key, ">>"); key = next()) {
      const value = next();
      if (typeof key === "object" && key.type === "name") entries.set(key.name, asObject(value));
    }
    return { type: "dictionary", entries, end: at };
  };
  return { next, position: () => at };
}

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

function fromHex(digits: string): string {
  const clean = /\s/.test(digits) ? digits.replace(/\s/g, "") : digits;
  return Buffer.from(clean.length % 2 === 0 ? clean : `${clean}0`, "hex").toString("latin1");
}

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

/** Length of an escape in the text, and what it stands for (7.3.4.2). */
function unescape(text: string, at: number): readonly [number, string] {
  const octal = /^\\([0-7]{1,3})/.exec(text.slice(at, at + 4));
  if (octal !== null) return [octal[0].length, String.fromCharCode(Number.parseInt(octal[1] ?? "", 8) & 0xff)];
  const character = text[at + 1] ?? "";
  if (character === "\r" && text[at + 2] === "\n") return [3, ""];
  return character === "\n" || character === "\r" ? [2, ""] : [2, ESCAPES[character] ?? character];
}
