/**
 * Turns bytes as Latin-1 text into the objects of a PDF (ISO 32000-1, 7.2 and 7.3), and into the words of a content stream. A
 * handout has a million tokens: this code looks at each character once, which takes a third of the time of a regular expression.
 */
import { asObject, isWord, type PdfArray, type PdfDictionary, type PdfName, type PdfObject, type PdfReference, type PdfString, type PdfWord } from "./pdf-syntax.ts";

export interface Lexer {
  /** The next object or word; null at the end, and where nothing of PDF begins. A PDF's own `null` is a word. */
  next(): PdfObject | PdfWord;
  readonly position: () => number;
}

interface Cursor {
  readonly text: string;
  at: number;
}

const codeOf = (character: string): number => character.charCodeAt(0);
const [REGULAR, SPACE, DELIMITER] = [0, 1, 2] as const;
/** The kind of each byte (7.2.2). */
const KINDS = new Uint8Array(256);
for (const character of "\0\t\n\f\r ") KINDS[codeOf(character)] = SPACE;
for (const character of "()<>[]{}/%") KINDS[codeOf(character)] = DELIMITER;

const [PLUS, MINUS, DOT, ZERO, NINE, BACKSLASH] = [codeOf("+"), codeOf("-"), codeOf("."), codeOf("0"), codeOf("9"), codeOf("\\")] as const;
const [OPEN, CLOSE, LESS, GREATER, LEFT, RIGHT, SLASH, PERCENT] = [codeOf("("), codeOf(")"), codeOf("<"), codeOf(">"), codeOf("["), codeOf("]"), codeOf("/"), codeOf("%")] as const;
const [LETTER_A, LOWER_CASE] = [codeOf("a"), 0x20] as const;
const LINE_ENDS: ReadonlySet<number> = new Set([codeOf("\r"), codeOf("\n")]);

export function createLexer(text: string, start: number): Lexer {
  const cursor = { text, at: start };
  return { next: () => readToken(cursor), position: () => cursor.at };
}

function readToken(cursor: Cursor): PdfObject | PdfWord {
  skipSpace(cursor);
  const { text, at } = cursor;
  if (at >= text.length) return null;
  const code = text.charCodeAt(at);
  if (kindAt(text, at) === REGULAR) return isNumeral(code) ? readNumeral(cursor) : readWord(cursor);
  cursor.at = at + 1;
  const doubled = text.charCodeAt(at + 1) === code;
  switch (code) {
    case SLASH:
      return readName(cursor);
    case OPEN:
      return readString(cursor);
    case LEFT:
      return readArray(cursor);
    case RIGHT:
      return { type: "word", word: "]" };
    case LESS:
      if (!doubled) return readHex(cursor);
      cursor.at = at + 2;
      return readDictionary(cursor);
    case GREATER:
      if (!doubled) return null;
      cursor.at = at + 2;
      return { type: "word", word: ">>" };
    default:
      return null;
  }
}

/** Comments count as space. */
function skipSpace(cursor: Cursor): void {
  const { text } = cursor;
  let { at } = cursor;
  for (; at < text.length; at += 1) {
    if (text.charCodeAt(at) === PERCENT) {
      while (at < text.length && !LINE_ENDS.has(text.charCodeAt(at))) at += 1;
    } else if (kindAt(text, at) !== SPACE) break;
  }
  cursor.at = at;
}

function kindAt(text: string, at: number): number {
  return KINDS[text.charCodeAt(at)] ?? REGULAR;
}

/** Where the run of regular characters from here ends. */
function endOfRegular(text: string, from: number): number {
  let at = from;
  while (at < text.length && kindAt(text, at) === REGULAR) at += 1;
  return at;
}

function isDigit(code: number): boolean {
  return code >= ZERO && code <= NINE;
}

function isNumeral(code: number): boolean {
  return isDigit(code) || code === DOT || code === MINUS || code === PLUS;
}

/** A number (7.3.3), a reference that begins with one (7.3.10), or a word that only looks like one. */
function readNumeral(cursor: Cursor): boolean | number | PdfReference | PdfWord {
  const { text, at } = cursor;
  const first = text.charCodeAt(at);
  const signed = first === PLUS || first === MINUS;
  let end = signed ? at + 1 : at;
  // Collects digits as one whole number with its divisor: exact for up to fifteen digits, and without cutting out a substring.
  let digits = 0;
  let divisor = 0;
  for (; kindAt(text, end) === REGULAR && end < text.length; end += 1) {
    const code = text.charCodeAt(end);
    if (isDigit(code)) {
      digits = digits * 10 + code - ZERO;
      divisor *= 10;
    } else if (code === DOT && divisor === 0) divisor = 1;
    else return readWord(cursor);
  }
  if (end - at === (signed ? 1 : 0) + (divisor > 0 ? 1 : 0)) return readWord(cursor);
  cursor.at = end;
  const number = (first === MINUS ? -digits : digits) / (divisor === 0 ? 1 : divisor);
  const behind = signed || divisor > 0 ? 0 : endOfReference(text, end);
  if (behind === 0) return number;
  cursor.at = behind;
  return { type: "reference", number };
}

/** Where ` 0 R` after a number ends; 0 if something else follows. */
function endOfReference(text: string, from: number): number {
  let at = from;
  while (kindAt(text, at) === SPACE) at += 1;
  const digits = at;
  while (isDigit(text.charCodeAt(at))) at += 1;
  if (at === digits || kindAt(text, at) !== SPACE) return 0;
  while (kindAt(text, at) === SPACE) at += 1;
  return text[at] === "R" && endOfRegular(text, at) === at + 1 ? at + 1 : 0;
}

function readWord(cursor: Cursor): boolean | PdfWord {
  const end = endOfRegular(cursor.text, cursor.at);
  const word = cursor.text.slice(cursor.at, end);
  cursor.at = end;
  return word === "true" ? true : word === "false" ? false : { type: "word", word };
}

function readName(cursor: Cursor): PdfName {
  const end = endOfRegular(cursor.text, cursor.at);
  const name = cursor.text.slice(cursor.at, end);
  cursor.at = end;
  return { type: "name", name: name.includes("#") ? name.replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : name };
}

function readHex(cursor: Cursor): PdfString | null {
  const end = cursor.text.indexOf(">", cursor.at);
  if (end < 0) return null;
  let bytes = "";
  let high = -1;
  for (let at = cursor.at; at < end; at += 1) {
    const digit = hexDigit(cursor.text.charCodeAt(at));
    if (digit < 0) continue;
    if (high < 0) high = digit;
    else {
      bytes += String.fromCharCode(high * 16 + digit);
      high = -1;
    }
  }
  cursor.at = end + 1;
  // A digit without a partner counts as if a zero followed.
  return { type: "string", bytes: high < 0 ? bytes : bytes + String.fromCharCode(high * 16) };
}

/** Value of a hex digit; negative for anything else, which counts as space. */
function hexDigit(code: number): number {
  if (isDigit(code)) return code - ZERO;
  const letter = (code | LOWER_CASE) - LETTER_A;
  return letter >= 0 && letter < 6 ? letter + 10 : -1;
}

/** A string in parentheses, which may be nested (7.3.4.2). */
function readString(cursor: Cursor): PdfString {
  const { text } = cursor;
  let depth = 1;
  let bytes = "";
  for (; cursor.at < text.length; cursor.at += 1) {
    const code = text.charCodeAt(cursor.at);
    if (code === BACKSLASH) {
      const [length, read] = unescape(text, cursor.at);
      bytes += read;
      cursor.at += length - 1;
      continue;
    }
    depth += code === OPEN ? 1 : code === CLOSE ? -1 : 0;
    if (depth === 0) break;
    bytes += text[cursor.at];
  }
  cursor.at += 1;
  return { type: "string", bytes };
}

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

/** Length of an escape in the text, and its meaning. */
function unescape(text: string, at: number): readonly [number, string] {
  const octal = /^\\([0-7]{1,3})/.exec(text.slice(at, at + 4));
  if (octal !== null) return [octal[0].length, String.fromCharCode(Number.parseInt(octal[1] ?? "", 8) & 0xff)];
  const character = text[at + 1] ?? "";
  if (character === "\r" && text[at + 2] === "\n") return [3, ""];
  return character === "\n" || character === "\r" ? [2, ""] : [2, ESCAPES[character] ?? character];
}

function readArray(cursor: Cursor): PdfArray {
  const items: PdfObject[] = [];
  for (let item = readToken(cursor); item !== null && !isWord(item, "]"); item = readToken(cursor)) items.push(asObject(item));
  return { type: "array", items };
}

function readDictionary(cursor: Cursor): PdfDictionary {
  const entries = new Map<string, PdfObject>();
  for (let key = readToken(cursor); key !== null && !isWord(key, ">>"); key = readToken(cursor)) {
    const value = readToken(cursor);
    if (typeof key === "object" && key.type === "name") entries.set(key.name, asObject(value));
  }
  return { type: "dictionary", entries, end: cursor.at };
}
