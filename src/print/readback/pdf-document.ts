/** Opens a PDF file for reading: its cross-reference tables, its objects by number, its streams decompressed. */
import { inflateSync } from "node:zlib";
import { createLexer } from "./pdf-lexer.ts";
import { asObject, isWord, type PdfDictionary, type PdfObject } from "./pdf-syntax.ts";

export interface PdfDocument {
  readonly trailer: PdfDictionary;
  /** The target of a reference; any other value as it is. */
  resolve(value: PdfObject | undefined): PdfObject;
  dictionary(value: PdfObject | undefined): PdfDictionary | null;
  items(value: PdfObject | undefined): readonly PdfObject[];
  /** Decompressed bytes of a stream as Latin-1; null if it is not a stream, or a photo. */
  stream(value: PdfObject | undefined): string | null;
}

/** Throws a RangeError if the file is not as Chromium writes it: classic tables, streams plain or deflated. */
export function openPdf(bytes: Uint8Array): PdfDocument {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = buffer.toString("latin1");
  const start = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-1024))?.[1];
  if (start === undefined) throw new RangeError("no startxref");
  const { offsets, trailer } = readTables(text, Number(start));
  const known = new Map<number, PdfObject>();
  const resolve = (value: PdfObject | undefined): PdfObject => {
    if (typeof value !== "object" || value?.type !== "reference") return value ?? null;
    const { number } = value;
    const kept = known.get(number);
    if (kept !== undefined) return kept;
    const read = readObject(text, offsets.get(number), number);
    known.set(number, read);
    return read;
  };
  const dictionary = (value: PdfObject | undefined): PdfDictionary | null => {
    const object = resolve(value);
    return typeof object === "object" && object?.type === "dictionary" ? object : null;
  };
  return {
    trailer, resolve, dictionary,
    items(value) {
      const object = resolve(value);
      return typeof object === "object" && object?.type === "array" ? object.items : [];
    },
    stream(value) {
      const about = dictionary(value);
      const length = about === null ? null : resolve(about.entries.get("Length"));
      const head = about === null ? null : /^\s*stream\r?\n/.exec(text.slice(about.end, about.end + 16));
      if (about === null || head === null || typeof length !== "number") return null;
      const from = about.end + head[0].length;
      const filter = about.entries.get("Filter");
      if (filter === undefined) return text.slice(from, from + length);
      // Any other filter compresses pictures, which have no text to read.
      const deflated = typeof filter === "object" && filter?.type === "name" && filter.name === "FlateDecode";
      return deflated ? inflateSync(buffer.subarray(from, from + length)).toString("latin1") : null;
    },
  };
}

interface Tables {
  readonly offsets: ReadonlyMap<number, number>;
  readonly trailer: PdfDictionary;
}

/** Follows the chain of updates (7.5.6) from the newest table to the oldest; an object's newest offset counts. */
function readTables(text: string, newest: number): Tables {
  const offsets = new Map<number, number>();
  let trailer: PdfDictionary | null = null;
  const seen = new Set<number>();
  for (let at: PdfObject | undefined = newest; typeof at === "number" && !seen.has(at); ) {
    seen.add(at);
    let lexer = createLexer(text, at);
    if (!isWord(lexer.next(), "xref")) throw new RangeError("no cross-reference table");
    for (let first = lexer.next(); typeof first === "number"; first = lexer.next()) {
      const count = Number(lexer.next());
      lexer = createLexer(text, readSection(text, lexer.position(), first, count, offsets));
    }
    const about = asObject(lexer.next());
    if (typeof about !== "object" || about?.type !== "dictionary") throw new RangeError("no trailer");
    trailer ??= about;
    at = about.entries.get("Prev");
  }
  if (trailer === null) throw new RangeError("no trailer");
  return { offsets, trailer };
}

/** Rows of twenty bytes (7.5.4): offset, generation, and whether the object is in use. Returns where the section ends. */
function readSection(text: string, from: number, first: number, count: number, offsets: Map<number, number>): number {
  const rows = text.indexOf("\n", from) + 1;
  for (let index = 0; index < count; index += 1) {
    const row = rows + index * 20;
    const offset = Number(text.slice(row, row + 10));
    if (Number.isNaN(offset)) throw new RangeError("a row of the cross-reference table that is no row");
    if (text[row + 17] === "n" && !offsets.has(first + index)) offsets.set(first + index, offset);
  }
  return rows + count * 20;
}

function readObject(text: string, offset: number | undefined, number: number): PdfObject {
  if (offset === undefined) return null;
  const lexer = createLexer(text, offset);
  if (lexer.next() !== number || typeof lexer.next() !== "number" || !isWord(lexer.next(), "obj")) throw new RangeError(`no object ${number} where the table says`);
  return asObject(lexer.next());
}
