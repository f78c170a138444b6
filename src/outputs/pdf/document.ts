/** A printed PDF as its objects by number, and objects as a PDF again. */
import { isDictionary, isReference, parseValue, referencesIn, renderValue, UnknownPdfShape, wholeNumber, type PdfDictionary, type PdfValue } from "./values.ts";

export interface PdfObject {
  readonly value: PdfValue;
  /** Bytes as they stand in the file, still packed. */
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

/** What stands before the first object: PDF 1.4, and four bytes that say the file is not text. */
const HEAD = Buffer.from("%PDF-1.4\n%\xD3\xEB\xE9\xE1\n", "latin1");

/**
 * Objects of a PDF with one classic cross-reference table (ISO 32000-1, 7.5.4), as browsers print it; `base` is added to
 * every number. Throws UnknownPdfShape for what has object streams, later updates or encryption.
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

/** The number behind a reference; throws UnknownPdfShape where there is none. */
export function referred(value: PdfValue | undefined): number {
  if (!isReference(value)) throw new UnknownPdfShape("a reference is missing");
  return value.to;
}

/** The dictionary with this number; throws UnknownPdfShape where there is none. */
export function dictionaryAt(objects: ReadonlyMap<number, PdfObject>, number: number): PdfDictionary {
  const value = objects.get(number)?.value;
  if (!isDictionary(value)) throw new UnknownPdfShape(`object ${number} is no dictionary`);
  return value;
}

/** Writes what the catalogue and the properties lead to, numbered anew without gaps; `standIn` tells which object stands for another. */
export function renderDocument({ objects, root, about }: Omit<PdfDocument, "end">, standIn: (number: number) => number): Uint8Array {
  const numbers = numberObjects(objects, [about, root], standIn);
  const numberOf = (to: number): number => numbers.get(standIn(to)) ?? 0;
  const chunks: Uint8Array[] = [HEAD];
  let length = HEAD.length;
  const write = (text: string): void => {
    chunks.push(Buffer.from(text, "latin1"));
    length += text.length;
  };
  let table = `xref\n0 ${numbers.size + 1}\n0000000000 65535 f \n`;
  for (const [old, number] of numbers) {
    const object = objects.get(old);
    if (object === undefined) throw new UnknownPdfShape(`object ${old} is missing`);
    table += `${String(length).padStart(10, "0")} 00000 n \n`;
    const value = renderValue(object.value, numberOf);
    if (object.stream === null) write(`${number} 0 obj\n${value}\nendobj\n`);
    else {
      write(`${number} 0 obj\n${value} stream\n`);
      chunks.push(object.stream);
      length += object.stream.length;
      write("\nendstream\nendobj\n");
    }
  }
  write(`${table}trailer\n<</Size ${numbers.size + 1}\n/Root ${numberOf(root)} 0 R\n/Info ${numberOf(about)} 0 R>>\nstartxref\n${length}\n%%EOF\n`);
  return Buffer.concat(chunks);
}

/** Old number → new number, in the order of both. */
function numberObjects(objects: ReadonlyMap<number, PdfObject>, from: readonly number[], standIn: (number: number) => number): Map<number, number> {
  const reached = new Set<number>(from);
  for (const number of reached) {
    const object = objects.get(number);
    if (object !== undefined) for (const to of referencesIn(object.value)) reached.add(standIn(to));
  }
  return new Map([...reached].sort((a, b) => a - b).map((old, index) => [old, index + 1]));
}
