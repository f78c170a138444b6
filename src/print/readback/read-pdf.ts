/** Facts read from a finished PDF: pages with their text and tags, bookmarks, fonts, language, title. */
import { setImmediate } from "node:timers/promises";
import { openPdf, type PdfDocument } from "./pdf-document.ts";
import { MILLIMETRES_PER_POINT, type Area } from "./pdf-space.ts";
import { createTextReader } from "./pdf-text.ts";
import type { ShownText } from "./pdf-text-object.ts";
import { decodeText, type PdfDictionary, type PdfObject } from "./pdf-syntax.ts";

export interface PdfPage extends ShownText {
  /** Of the MediaBox, in millimetres. */
  readonly width: number;
  readonly height: number;
  /** Whether an element of the structure tree refers to it. */
  readonly tagged: boolean;
  /** Whether a figure on it has no alternative text. */
  readonly bareFigure: boolean;
}

export interface PdfFont {
  /** Without the subset prefix. */
  readonly name: string;
  readonly embedded: boolean;
  readonly type3: boolean;
  /** 1-based, where it is first used. */
  readonly page: number;
}

export interface PdfFacts {
  readonly pages: readonly PdfPage[];
  /** Titles of all bookmarks, in order. */
  readonly bookmarks: readonly string[];
  readonly fonts: readonly PdfFont[];
  /** 1-based pages of the named places that links lead to. */
  readonly destinations: ReadonlyMap<string, number>;
  readonly lang: string;
  readonly title: string;
  /** Bytes. */
  readonly size: number;
}

/**
 * Reads a PDF as Chromium prints it. Throws a RangeError, or what decompression throws, when the file
 * is broken. It yields after each page: a browser that has printed one document waits for the next.
 */
export async function readPdf(bytes: Uint8Array): Promise<PdfFacts> {
  const document = openPdf(bytes);
  const catalogue = document.dictionary(document.trailer.entries.get("Root"));
  if (catalogue === null) throw new RangeError("no catalogue");
  const pages = listPages(document.dictionary(catalogue.entries.get("Pages")), document);
  const tags = readTags(catalogue, document);
  const text = createTextReader(document);
  const read: PdfPage[] = [];
  for (const page of pages) {
    const paper = paperOf(page, document);
    const [width, height] = [(paper.right - paper.left) * MILLIMETRES_PER_POINT, (paper.top - paper.bottom) * MILLIMETRES_PER_POINT];
    read.push({ width, height, ...text.read(page, paper), tagged: tags.tagged.has(page), bareFigure: tags.bare.has(page) });
    await setImmediate();
  }
  return {
    pages: read,
    bookmarks: listBookmarks(document.dictionary(catalogue.entries.get("Outlines")), document),
    fonts: listFonts(pages, document),
    destinations: listDestinations(document.dictionary(catalogue.entries.get("Dests")), pages, document),
    lang: textOf(catalogue.entries.get("Lang"), document),
    title: textOf(document.dictionary(document.trailer.entries.get("Info"))?.entries.get("Title"), document),
    size: bytes.length,
  };
}

function textOf(value: PdfObject | undefined, document: PdfDocument): string {
  const object = document.resolve(value);
  return typeof object === "object" && object?.type === "string" ? decodeText(object) : "";
}

/** Leaves of the page tree (7.7.3) in order; each is complete, because Chromium does not use inheritance. */
function listPages(node: PdfDictionary | null, document: PdfDocument, above: ReadonlySet<PdfDictionary> = new Set()): readonly PdfDictionary[] {
  if (node === null || above.has(node)) return [];
  if (!node.entries.has("Kids")) return [node];
  const path = new Set([...above, node]);
  return document.items(node.entries.get("Kids")).flatMap((kid) => listPages(document.dictionary(kid), document, path));
}

function paperOf(page: PdfDictionary, document: PdfDocument): Area {
  const box = document.items(page.entries.get("MediaBox")).map((item) => document.resolve(item));
  const [left = 0, bottom = 0, right = 0, top = 0] = box.map((edge) => (typeof edge === "number" ? edge : 0));
  return { left, bottom, right, top };
}

/** The structure tree (14.7): pages to which an element refers, and pages on which a figure has no alternative text (ISO 14289-1, 7.3). */
function readTags(catalogue: PdfDictionary, document: PdfDocument): { readonly tagged: ReadonlySet<PdfDictionary>; readonly bare: ReadonlySet<PdfDictionary> } {
  const tagged = new Set<PdfDictionary>();
  const bare = new Set<PdfDictionary>();
  const seen = new Set<PdfDictionary>();
  const waiting: { readonly object: PdfObject; readonly inBare: boolean }[] = [{ object: catalogue.entries.get("StructTreeRoot") ?? null, inBare: false }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const element = document.dictionary(next.object);
    if (element === null || seen.has(element)) continue;
    seen.add(element);
    const inBare = next.inBare || isBareFigure(element, document);
    const page = document.dictionary(element.entries.get("Pg"));
    if (page !== null) tagged.add(page);
    if (page !== null && inBare) bare.add(page);
    const kids = element.entries.get("K");
    const listed = document.items(kids);
    for (const kid of listed.length > 0 ? listed : [kids ?? null]) waiting.push({ object: kid, inBare });
  }
  return { tagged, bare };
}

function isBareFigure({ entries }: PdfDictionary, document: PdfDocument): boolean {
  return nameOf(entries.get("S"), document) === "Figure" && !entries.has("Alt") && !entries.has("ActualText");
}

function listBookmarks(node: PdfDictionary | null, document: PdfDocument): readonly string[] {
  const titles: string[] = [];
  const seen = new Set<PdfDictionary>();
  const waiting = [node];
  while (waiting.length > 0) {
    const entry = waiting.pop() ?? null;
    if (entry === null || seen.has(entry)) continue;
    seen.add(entry);
    if (entry.entries.has("Title")) titles.push(textOf(entry.entries.get("Title"), document));
    // The last entry added is read first: children before the next sibling.
    waiting.push(document.dictionary(entry.entries.get("Next")), document.dictionary(entry.entries.get("First")));
  }
  return titles;
}

/** Named destinations (12.3.2.3) as Chromium writes them: a dictionary of arrays that begin with the page, with names encoded as in a URL. */
function listDestinations(named: PdfDictionary | null, pages: readonly PdfDictionary[], document: PdfDocument): ReadonlyMap<string, number> {
  const numbers = new Map(pages.map((page, index) => [page, index + 1]));
  const destinations = new Map<string, number>();
  for (const [name, place] of named?.entries ?? []) {
    const page = document.dictionary(document.items(place)[0]);
    const number = page === null ? undefined : numbers.get(page);
    if (number !== undefined) destinations.set(decodeName(name), number);
  }
  return destinations;
}

/** Bytes beyond ASCII are written as %E4; they are UTF-8. */
function decodeName(name: string): string {
  const bytes = name.replace(/%([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}

/** Every font of every page and of the forms that it paints, listed once. */
function listFonts(pages: readonly PdfDictionary[], document: PdfDocument): readonly PdfFont[] {
  const fonts = new Map<PdfDictionary, PdfFont>();
  const seen = new Set<PdfDictionary>();
  const collect = (owner: PdfDictionary, page: number): void => {
    if (seen.has(owner)) return;
    seen.add(owner);
    const resources = document.dictionary(owner.entries.get("Resources"))?.entries;
    for (const value of document.dictionary(resources?.get("Font"))?.entries.values() ?? []) {
      const font = document.dictionary(value);
      if (font !== null && !fonts.has(font)) fonts.set(font, describeFont(font, page, document));
    }
    for (const value of document.dictionary(resources?.get("XObject"))?.entries.values() ?? []) {
      const form = document.dictionary(value);
      if (form !== null) collect(form, page);
    }
  };
  pages.forEach((page, index) => collect(page, index + 1));
  return [...fonts.values()];
}

function describeFont(font: PdfDictionary, page: number, document: PdfDocument): PdfFont {
  const descendant = document.dictionary(document.items(font.entries.get("DescendantFonts"))[0]);
  const descriptor = document.dictionary((descendant ?? font).entries.get("FontDescriptor"));
  const type3 = nameOf(font.entries.get("Subtype"), document) === "Type3";
  const name = nameOf(font.entries.get("BaseFont"), document) || nameOf(descriptor?.entries.get("FontName"), document);
  const embedded = type3 || ["FontFile", "FontFile2", "FontFile3"].some((key) => descriptor?.entries.has(key) === true);
  return { name: name.replace(/^[A-Z]{6}\+/, ""), embedded, type3, page };
}

function nameOf(value: PdfObject | undefined, document: PdfDocument): string {
  const object = document.resolve(value);
  return typeof object === "object" && object?.type === "name" ? object.name : "";
}
