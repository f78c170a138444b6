/** Several printed PDFs as one: pages, structure, bookmarks and named places, as if printed in one piece. */
import { dictionaryAt, parseDocument, referred, renderDocument, type PdfDocument, type PdfObject } from "./document.ts";
import { joinOutlines } from "./join-outlines.ts";
import { findStructure, joinStructure } from "./join-structure.ts";
import { shareResources, tagFonts } from "./share-resources.ts";
import { isReference, UnknownPdfShape, wholeNumber, withEntries, type PdfDictionary, type PdfValue } from "./values.ts";

/** Before the name of a place in another part, as HTML has it in `id`. */
export const FAR = "far:";

/** What the browser's catalogues hold; more than that could be lost without a word. */
const KNOWN = new Set(["/Type", "/Pages", "/Dests", "/MarkInfo", "/StructTreeRoot", "/Outlines", "/ViewerPreferences", "/Lang"]);

/**
 * Joins documents as Chromium prints them, tagged and with bookmarks; properties, language and preferences are the first one's.
 * A place whose name begins with FAR stands for the place of another part with the rest of the name. The same parts give the same bytes.
 * Throws UnknownPdfShape for documents that are built differently.
 */
export function joinPdf(parts: readonly Uint8Array[]): Uint8Array {
  const documents = parseParts(parts);
  const first = documents[0];
  if (first === undefined) throw new UnknownPdfShape("no parts");
  const objects = new Map<number, PdfObject>(documents.flatMap((part) => [...part.objects]));
  const catalogues = documents.map(({ root }) => catalogueAt(objects, root));
  const end = documents.at(-1)?.end ?? 0;
  const [pages, places, names] = [end, end + 1, end + 2];
  const structures = catalogues.map((catalogue, index) => findStructure(objects, referred(catalogue.get("/StructTreeRoot")), [...(documents[index]?.objects.keys() ?? [])]));
  const outlines = catalogues.flatMap((catalogue) => (catalogue.has("/Outlines") ? [referred(catalogue.get("/Outlines"))] : []));
  joinPages(objects, catalogues.map((catalogue) => referred(catalogue.get("/Pages"))), pages);
  joinStructure(objects, structures, names);
  if (outlines.length > 0) joinOutlines(objects, outlines);
  const found = joinPlaces(objects, catalogues);
  objects.set(places, { value: found, stream: null });
  const changes = { "/Pages": { to: pages }, "/Dests": found.size === 0 ? null : { to: places }, "/Outlines": outlines[0] === undefined ? null : { to: outlines[0] } };
  objects.set(first.root, { value: withEntries(dictionaryAt(objects, first.root), changes), stream: null });
  const standIns = shareResources(objects, pagesOf(objects));
  tagFonts(objects, standIns, (number) => documents.findIndex((part) => number < part.end));
  // What pointed to a later part's document or root now points to the first's.
  for (const { root, document } of structures.slice(1)) standIns.set(root, structures[0]?.root ?? root).set(document, structures[0]?.document ?? document);
  return renderDocument({ objects, root: first.root, about: first.about }, (number) => standIns.get(number) ?? number);
}

/** Numbers of each part go on where those of the part before it end. */
function parseParts(parts: readonly Uint8Array[]): PdfDocument[] {
  const documents: PdfDocument[] = [];
  for (const part of parts) documents.push(parseDocument(part, documents.at(-1)?.end ?? 0));
  return documents;
}

function catalogueAt(objects: ReadonlyMap<number, PdfObject>, root: number): PdfDictionary {
  const catalogue = dictionaryAt(objects, root);
  for (const key of catalogue.keys()) if (!KNOWN.has(key)) throw new UnknownPdfShape(`${key} in the catalogue`);
  return catalogue;
}

/** The page trees of the parts become branches of one. */
function joinPages(objects: Map<number, PdfObject>, roots: readonly number[], joined: number): void {
  let count = 0;
  for (const root of roots) {
    const tree = dictionaryAt(objects, root);
    count += wholeNumber(tree.get("/Count"));
    objects.set(root, { value: withEntries(tree, { "/Parent": { to: joined } }), stream: null });
  }
  const entries: [string, PdfValue][] = [["/Type", "/Pages"], ["/Count", String(count)], ["/Kids", roots.map((to) => ({ to }))]];
  objects.set(joined, { value: new Map(entries), stream: null });
}

/** Named places of all parts; what two parts name is where the first has it. */
function joinPlaces(objects: ReadonlyMap<number, PdfObject>, catalogues: readonly PdfDictionary[]): Map<string, PdfValue> {
  const places = new Map<string, PdfValue>();
  for (const catalogue of catalogues) {
    const own = catalogue.get("/Dests");
    if (!isReference(own)) continue;
    for (const [name, place] of dictionaryAt(objects, own.to)) if (!places.has(name)) places.set(name, place);
  }
  for (const name of places.keys()) {
    const meant = name.startsWith(`/${FAR}`) ? places.get(`/${name.slice(FAR.length + 1)}`) : undefined;
    if (meant !== undefined) places.set(name, meant);
  }
  return places;
}

function pagesOf(objects: ReadonlyMap<number, PdfObject>): PdfDictionary[] {
  return [...objects.values()].flatMap(({ value }) => (value instanceof Map && value.get("/Type") === "/Page" ? [value] : []));
}
