/** A printed PDF read as objects by number, and objects written as a PDF again. */
import { isArray, isDictionary, isReference, parseValue, referencesIn, renderValue, UnknownPdfShape, wholeNumber, type PdfDictionary, type PdfValue } from "./values.ts";

export interface PdfObject {
  readonly value: PdfValue;
  /** Bytes as in the file, still compressed. */
  readonly stream: Uint8Array | null;
}

export interface PdfDocument {
  readonly objects: ReadonlyMap<number, PdfObject>;
  /** Number of the catalogue. */
  readonly root: number;
  /** Number of the document's properties. */
  readonly about: number;
  /** One above the highest number. */
  readonly end: number;
}

/** What comes before the first object: PDF 1.4, and four bytes that show the file is not text. */
const HEAD = Buffer.from("%PDF-1.4\n%\xD3\xEB\xE9\xE1\n", "latin1");

/**
 * Objects of a PDF with one classic cross-reference table (ISO 32000-1, 7.5.4), as browsers print it;
 * `base` is added to every number. Throws UnknownPdfShape for object streams, later updates or encryption.
 */
export function parseDocument(pdf: Uint8Array, base: number): PdfDocument {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const text = bytes.toString("latin1");
  const table = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-64))?.[1] ?? -1);
  const head = /^xref\s+0 (\d+)\s*?\n/.exec(table < 0 ? "" : text.slice(table, table + 40));
  if (head === null) throw new UnknownPdfShape("no single cross-reference table");
  const count = Number(head[1]);
  const rows = table + head[0].length;
  const trailer = parseValue(text, text.indexOf("trailer", rows + count * 20) + "trailer".length, base).value;
  if (!isDictionary(trailer) || trailer.has("/Prev") || trailer.has("/Encrypt") || trailer.has("/XRefStm")) throw new UnknownPdfShape("trailer");
  const objects = new Map<number, PdfObject>();
  for (let number = 0; number < count; number += 1) {
    const row = text.slice(rows + number * 20, rows + number * 20 + 18);
    if (row.endsWith("n")) objects.set(number + base, parseObject(bytes, text, Number(row.slice(0, 10)), base));
  }
  return { objects, root: referred(trailer.get("/Root")), about: referred(trailer.get("/Info")), end: base + count };
}

function parseObject(bytes: Buffer, text: string, offset: number, base: number): PdfObject {
  const opening = /^\d+ 0 obj\s/.exec(text.slice(offset, offset + 24));
  if (opening === null) throw new UnknownPdfShape(`no object at ${offset}`);
  const { value, end } = parseValue(text, offset + opening[0].length, base);
  const after = /^\s*(?:endobj|stream\r?\n)/.exec(text.slice(end, end + 16))?.[0];
  if (after === undefined) throw new UnknownPdfShape(`no end of the object at ${offset}`);
  if (after.endsWith("endobj")) return { value, stream: null };
  const start = end + after.length;
  const stop = start + wholeNumber(isDictionary(value) ? value.get("/Length") : undefined);
  if (!/^\s*endstream/.test(text.slice(stop, stop + 16))) throw new UnknownPdfShape(`no end of the stream at ${start}`);
  return { value, stream: bytes.subarray(start, stop) };
}

/** The number in a reference; throws UnknownPdfShape if the value is not a reference. */
export function referred(value: PdfValue | undefined): number {
  if (!isReference(value)) throw new UnknownPdfShape("a reference is missing");
  return value.to;
}

/** The dictionary with this number; throws UnknownPdfShape if there is none. */
export function dictionaryAt(objects: ReadonlyMap<number, PdfObject>, number: number): PdfDictionary {
  const value = objects.get(number)?.value;
  if (!isDictionary(value)) throw new UnknownPdfShape(`object ${number} is no dictionary`);
  return value;
}

/** The keys of the browser's catalogues; other entries could be lost silently. */
const KNOWN = new Set(["/Type", "/Pages", "/Dests", "/MarkInfo", "/StructTreeRoot", "/Outlines", "/ViewerPreferences", "/Lang"]);

/** Throws UnknownPdfShape if the catalogue holds anything that browsers do not write. */
export function catalogueOf({ objects, root }: PdfDocument): PdfDictionary {
  const catalogue = dictionaryAt(objects, root);
  for (const key of catalogue.keys()) if (!KNOWN.has(key)) throw new UnknownPdfShape(`${key} in the catalogue`);
  return catalogue;
}

/** Named places that links lead to; empty if there are none. */
export function placesOf(objects: ReadonlyMap<number, PdfObject>, catalogue: PdfDictionary): PdfDictionary {
  const places = catalogue.get("/Dests");
  return isReference(places) ? dictionaryAt(objects, places.to) : new Map();
}

/** Numbers of the pages, in order (ISO 32000-1, 7.7.3). */
export function listPages(objects: ReadonlyMap<number, PdfObject>, node: number): readonly number[] {
  const kids = dictionaryAt(objects, node).get("/Kids");
  return isArray(kids) ? kids.flatMap((kid) => listPages(objects, referred(kid))) : [node];
}

/** An object ready for writing. */
export interface WrittenObject {
  readonly number: number;
  readonly text: string;
  readonly stream: Uint8Array | null;
}

/** Writes everything that the catalogue and the properties lead to, renumbered without gaps; `standIn` gives the object that replaces another. */
export function renderDocument({ objects, root, about }: Omit<PdfDocument, "end">, standIn: (number: number) => number): Uint8Array {
  const numbers = numberObjects(objects, [about, root], standIn);
  const numberOf = (to: number): number => numbers.get(standIn(to)) ?? 0;
  const written = Array.from(numbers, ([old, number]): WrittenObject => {
    const object = objects.get(old);
    if (object === undefined) throw new UnknownPdfShape(`object ${old} is missing`);
    return { number, text: renderValue(object.value, numberOf), stream: object.stream };
  });
  return writeDocument(written, { root: numberOf(root), about: numberOf(about) });
}

/** A file of these objects; missing numbers are free entries. */
export function writeDocument(objects: Iterable<WrittenObject>, { root, about }: Pick<PdfDocument, "root" | "about">): Uint8Array {
  const chunks: Uint8Array[] = [HEAD];
  const offsets: number[] = [];
  let length = HEAD.length;
  // Texts between streams become bytes in one go: most of the thousands of objects are only a few words.
  let text = "";
  for (const object of objects) {
    offsets[object.number] = length + text.length;
    text += `${object.number} 0 obj\n${object.text}`;
    if (object.stream !== null) {
      chunks.push(Buffer.from(`${text} stream\n`, "latin1"), object.stream);
      length += text.length + " stream\n".length + object.stream.length;
      text = "\nendstream";
    }
    text += "\nendobj\n";
  }
  const rows = Array.from(offsets, (offset) => (offset === undefined ? "0000000000 65535 f \n" : `${String(offset).padStart(10, "0")} 00000 n \n`));
  text += `xref\n0 ${rows.length}\n${rows.join("")}trailer\n<</Size ${rows.length}\n/Root ${root} 0 R\n/Info ${about} 0 R>>\nstartxref\n${length + text.length}\n%%EOF\n`;
  return Buffer.concat([...chunks, Buffer.from(text, "latin1")]);
}

/** Old number → new number; both keep their order. */
function numberObjects(objects: ReadonlyMap<number, PdfObject>, from: readonly number[], standIn: (number: number) => number): Map<number, number> {
  const reached = new Set<number>(from);
  for (const number of reached) {
    const object = objects.get(number);
    if (object !== undefined) for (const to of referencesIn(object.value)) reached.add(standIn(to));
  }
  return new Map([...reached].sort((a, b) => a - b).map((old, index) => [old, index + 1]));
}
