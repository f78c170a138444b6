/** Final changes to a printed PDF: its properties and language, and no trace of when it was made. */
import { createHash } from "node:crypto";

export interface PdfProperties {
  readonly title: string;
  readonly author: string;
  /** What the document is, beside its title; null if there is nothing to say. */
  readonly subject: string | null;
  /** BCP 47, for the catalogue. */
  readonly lang: string;
  readonly creator: string;
}

/**
 * Blanks the dates in place and appends an incremental update (ISO 32000-1, 7.5.6) with the
 * properties, XMP metadata and the catalogue's language. The same print gives the same bytes,
 * whatever was printed before. Throws a RangeError without a classic cross-reference table.
 */
export function finishPdf(pdf: Uint8Array, properties: PdfProperties): Uint8Array {
  const printed = withNewNames(withoutDates(pdf));
  const tail = latin(printed.subarray(Math.max(0, printed.length - 1024)));
  const trailer = /trailer\s*<<([\s\S]*?)>>\s*startxref\s+(\d+)/.exec(tail);
  if (trailer === null) throw new RangeError("no trailer");
  const [entries, crossReference] = [trailer[1] ?? "", Number(trailer[2])];
  const size = numberIn(entries, /\/Size (\d+)/);
  const root = numberIn(entries, /\/Root (\d+) 0 R/);
  const about = numberIn(entries, /\/Info (\d+) 0 R/);
  const find = (number: number): string => objectAt(printed, offsetOf(printed, crossReference, number));
  const catalogue = find(root).replace(/^<</, `<</Metadata ${size} 0 R\n`);
  const structure = /\/StructTreeRoot (\d+) 0 R/.exec(catalogue)?.[1];
  const language = catalogue.includes("/Lang ") ? catalogue : catalogue.replace(/^<</, `<</Lang (${properties.lang})\n`);
  const metadata = Buffer.from(renderMetadata(properties), "utf8").toString("latin1");
  const objects = new Map<number, string>([
    [about, renderProperties(properties)],
    [root, language],
    ...(structure === undefined ? [] : [[Number(structure), withRoles(find(Number(structure)))] as const]),
    [size, `<</Type /Metadata\n/Subtype /XML\n/Length ${metadata.length}>> stream\n${metadata}\nendstream`],
  ]);
  return appendUpdate(printed, objects, { size: size + 1, root, about, previous: crossReference });
}

/** Chromium tags emphasis with PDF 2.0 names in a PDF 1.4 file; PDF/UA-1 (7.1) requires a mapping to standard types. */
function withRoles(structure: string): string {
  return structure.includes("/RoleMap") ? structure : structure.replace(/^<</, "<</RoleMap <</Em /Span\n/Strong /Span>>\n");
}

interface Trailer {
  readonly size: number;
  readonly root: number;
  readonly about: number;
  readonly previous: number;
}

function appendUpdate(pdf: Uint8Array, objects: ReadonlyMap<number, string>, { size, root, about, previous }: Trailer): Uint8Array {
  let text = "\n";
  let table = "xref\n";
  for (const [number, content] of [...objects].sort(([a], [b]) => a - b)) {
    table += `${number} 1\n${String(pdf.length + text.length).padStart(10, "0")} 00000 n \n`;
    text += `${number} 0 obj\n${content}\nendobj\n`;
  }
  const start = pdf.length + text.length;
  const id = createHash("sha256").update(pdf).update(text).digest("hex").slice(0, 32);
  const trailer = `trailer\n<</Size ${size}\n/Root ${root} 0 R\n/Info ${about} 0 R\n/Prev ${previous}\n/ID [<${id}> <${id}>]>>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.concat([pdf, Buffer.from(text + table + trailer, "latin1")]);
}

/** The superseded properties at the front contain the time of printing: replaces their digits with zeros, byte for byte. */
function withoutDates(pdf: Uint8Array): Buffer {
  const copy = Buffer.from(pdf);
  for (const key of ["/CreationDate (D:", "/ModDate (D:"]) {
    const at = copy.indexOf(key);
    if (at < 0) continue;
    for (let index = at + key.length; copy[index] !== 0x29 && index < copy.length; index += 1) {
      const byte = copy[index] ?? 0;
      if (byte >= 0x30 && byte <= 0x39) copy[index] = 0x30;
    }
  }
  return copy;
}

/**
 * Chromium names the elements that table cells refer to with a counter that continues from one document to the
 * next in a tab. Renumbers them, byte for byte, in the order of their names, so that the tree of names stays sorted.
 */
function withNewNames(pdf: Buffer): Buffer {
  const found = [...latin(pdf).matchAll(/\(node(\d{8})\)/g)];
  const names = new Map([...new Set(found.map((match) => match[1] ?? ""))].sort().map((name, index) => [name, String(index + 1).padStart(8, "0")]));
  for (const match of found) pdf.write(names.get(match[1] ?? "") ?? "", match.index + "(node".length, "latin1");
  return pdf;
}

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
}

function numberIn(text: string, pattern: RegExp): number {
  const found = pattern.exec(text)?.[1];
  if (found === undefined) throw new RangeError(`no ${pattern.source}`);
  return Number(found);
}

/** Byte offset of an object, from a classic cross-reference table of one section. */
function offsetOf(pdf: Buffer, crossReference: number, number: number): number {
  const head = latin(pdf.subarray(crossReference, crossReference + 40));
  const section = /^xref\s+(\d+) (\d+)\s*?\n/.exec(head);
  if (section === null) throw new RangeError("no cross-reference table");
  const line = crossReference + section[0].length + (number - Number(section[1])) * 20;
  return Number(latin(pdf.subarray(line, line + 10)));
}

/** The dictionary of an object without a stream. */
function objectAt(pdf: Buffer, offset: number): string {
  const end = pdf.indexOf("endobj", offset);
  return latin(pdf.subarray(offset, end)).replace(/^\d+ 0 obj\s*/, "").trim();
}

/** A text string in UTF-16 with its byte order mark, as hex. */
function pdfText(text: string): string {
  const units = Array.from({ length: text.length }, (_, index) => text.charCodeAt(index).toString(16).padStart(4, "0"));
  return `<FEFF${units.join("").toUpperCase()}>`;
}

function renderProperties({ title, author, subject, creator }: PdfProperties): string {
  return `<</Title ${pdfText(title)}\n/Author ${pdfText(author)}\n${subject === null ? "" : `/Subject ${pdfText(subject)}\n`}/Creator ${pdfText(creator)}>>`;
}

function renderMetadata({ title, author, subject, lang, creator }: PdfProperties): string {
  const escape = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escape(title)}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>${escape(author)}</rdf:li></rdf:Seq></dc:creator>
${subject === null ? "" : `<dc:description><rdf:Alt><rdf:li xml:lang="x-default">${escape(subject)}</rdf:li></rdf:Alt></dc:description>\n`}<dc:language><rdf:Bag><rdf:li>${lang}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>${escape(creator)}</xmp:CreatorTool>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`;
}
