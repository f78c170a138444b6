/** Joins several printed PDFs into one: pages, structure, bookmarks and named places, as if printed in one piece. */
import { catalogueOf, dictionaryAt, parseDocument, placesOf, referred, renderDocument, type PdfDocument, type PdfObject } from "./document.ts";
import { joinOutlines, listBookmarks } from "./join-outlines.ts";
import { findStructure, joinStructure } from "./join-structure.ts";
import { joinPlaces } from "./places.ts";
import { shareResources, tagFonts } from "./share-resources.ts";
import { UnknownPdfShape, wholeNumber, withEntries, type PdfDictionary, type PdfValue } from "./values.ts";

/**
 * Joins documents as Chromium prints them, tagged and with bookmarks; properties, language and preferences come from
 * the first. A place whose name begins with FAR (places.ts) stands for the place in another part that has the rest of
 * the name. The same parts give the same bytes. Throws UnknownPdfShape for documents that are built differently.
 */
export function joinPdf(parts: readonly Uint8Array[]): Uint8Array {
  const documents = parseParts(parts);
  const first = documents[0];
  if (first === undefined) throw new UnknownPdfShape("no parts");
  const objects = new Map<number, PdfObject>(documents.flatMap((part) => [...part.objects]));
  const catalogues = documents.map((part) => catalogueOf(part));
  const end = documents.at(-1)?.end ?? 0;
  const [pages, places, names] = [end, end + 1, end + 2];
  const structures = catalogues.map((catalogue, index) => findStructure(objects, referred(catalogue.get("/StructTreeRoot")), [...(documents[index]?.objects.keys() ?? [])]));
  const outlines = catalogues.flatMap((catalogue) => (catalogue.has("/Outlines") ? [referred(catalogue.get("/Outlines"))] : []));
  joinPages(objects, catalogues.map((catalogue) => referred(catalogue.get("/Pages"))), pages);
  joinStructure(objects, structures, names);
  if (outlines[0] !== undefined) joinOutlines(objects, outlines[0], outlines.flatMap((outline) => listBookmarks(objects, outline)));
  const found = joinPlaces(catalogues.map((catalogue) => placesOf(objects, catalogue)));
  objects.set(places, { value: found, stream: null });
  const changes = { "/Pages": { to: pages }, "/Dests": found.size === 0 ? null : { to: places }, "/Outlines": outlines[0] === undefined ? null : { to: outlines[0] } };
  objects.set(first.root, { value: withEntries(dictionaryAt(objects, first.root), changes), stream: null });
  const standIns = shareResources(objects, pagesOf(objects));
  tagFonts(objects, standIns, (number) => documents.findIndex((part) => number < part.end));
  // References to a later part's document or root now lead to the first part's.
  for (const { root, document } of structures.slice(1)) standIns.set(root, structures[0]?.root ?? root).set(document, structures[0]?.document ?? document);
  return renderDocument({ objects, root: first.root, about: first.about }, (number) => standIns.get(number) ?? number);
}

/** The numbers of each part continue after those of the part before it. */
function parseParts(parts: readonly Uint8Array[]): PdfDocument[] {
  const documents: PdfDocument[] = [];
  for (const part of parts) documents.push(parseDocument(part, documents.at(-1)?.end ?? 0));
  return documents;
}

/** The page trees of the parts become branches of one tree. */
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

function pagesOf(objects: ReadonlyMap<number, PdfObject>): PdfDictionary[] {
  return [...objects.values()].flatMap(({ value }) => (value instanceof Map && value.get("/Type") === "/Page" ? [value] : []));
}
