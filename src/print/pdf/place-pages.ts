/**
 * Puts pages of one printed PDF into the holes of another: what is laid out once
 * appears in several documents, with its text, structure, links and bookmarks.
 */
import { deflateSync, inflateSync } from "node:zlib";
import { catalogueOf, dictionaryAt, parseDocument, placesOf, referred, writeDocument, type PdfObject, type WrittenObject } from "./document.ts";
import { fillHoles, findHoles, type Hole, type Placing } from "./holes.ts";
import { joinOutlines, listBookmarks } from "./join-outlines.ts";
import { findStructure, forgetElements, listMarks, orderOf, renameElements, shiftMarks, writeMarks, type PartStructure } from "./join-structure.ts";
import { joinPlaces, nearName } from "./places.ts";
import type { PreparedPage, PreparedPages } from "./prepare-pages.ts";
import { tagFonts } from "./share-resources.ts";
import { isDictionary, isReference, listOf, renderValue, UnknownPdfShape, wholeNumber, withEntries, type PdfDictionary, type PdfValue } from "./values.ts";

type Objects = Map<number, PdfObject>;

/** Where a page was placed. */
interface Placed {
  readonly page: PreparedPage;
  readonly hole: Hole;
  readonly placing: Placing;
}

/** For the tags of its fonts, the frame counts as the last of all parts. */
const LAST_PART = 26 * 26 - 1;

/**
 * The frame with each page in the hole named for it; everything else, including the properties, is the frame's. The same inputs
 * give the same bytes. Throws UnknownPdfShape if a page has no hole or several, and for a frame that is not printed by a browser.
 */
export function placePages(frame: Uint8Array, prepared: PreparedPages): Uint8Array {
  const document = parseDocument(frame, prepared.end);
  const objects: Objects = new Map(document.objects);
  const catalogue = catalogueOf(document);
  const structure = findStructure(objects, referred(catalogue.get("/StructTreeRoot")), [...objects.keys()]);
  const placed = paintPages(objects, prepared);
  const pageOf = new Map(placed.map(({ page, hole }) => [page.page, hole.page]));
  joinStructures(objects, structure, prepared, placed, document.end);
  for (const { page, hole, placing } of placed) moveLinks(objects, page, hole.page, placing, prepared);
  const moved = new Map(placed.map(({ page, placing }) => [page.page, placing]));
  const outlines = joinBookmarks(objects, structure, catalogue, prepared, moved);
  const own = [...prepared.places].filter(([name]) => name === nearName(name)).map(([name, place]) => [name, movePlace(place, moved)] as const);
  const places = joinPlaces([placesOf(objects, catalogue), new Map(own)]);
  objects.set(document.end + 1, { value: places, stream: null });
  const changes = { "/Dests": places.size === 0 ? null : { to: document.end + 1 }, "/Outlines": outlines === null ? null : { to: outlines } };
  objects.set(document.root, { value: withEntries(catalogue, changes), stream: null });
  tagFonts(objects, new Map(), () => LAST_PART);
  return writeDocument(writeObjects(objects, prepared, pageOf), document);
}

/** Every page in its hole, painted by the frame's pages. */
function paintPages(objects: Objects, { pages }: PreparedPages): readonly Placed[] {
  const holes = findHoles(objects);
  if (holes.length !== pages.length || new Set(holes.map(({ source }) => source)).size !== pages.length) throw new UnknownPdfShape("not one hole for each page");
  return [...new Set(holes.map(({ page }) => page))].flatMap((number) => {
    const own = holes.flatMap((hole) => {
      const page = pages[hole.source];
      return hole.page !== number || page === undefined ? [] : [{ hole, page }];
    });
    const forms = new Map(own.map(({ hole, page }) => [hole.mark, { ...page, name: `S${page.form}` }]));
    const filled = fillHoles(contentOf(objects, number), forms);
    paint(objects, number, filled.content, [...forms.values()]);
    return own.flatMap(({ hole, page }) => {
      const placing = filled.placings.get(hole.mark);
      return placing === undefined ? [] : [{ hole, page, placing }];
    });
  });
}

function contentOf(objects: Objects, page: number): string {
  const content = objects.get(referred(dictionaryAt(objects, page).get("/Contents")));
  if (content?.stream == null || !isDictionary(content.value) || content.value.get("/Filter") !== "/FlateDecode") throw new UnknownPdfShape("a page whose content is not packed");
  return inflateSync(content.stream).toString("latin1");
}

function paint(objects: Objects, page: number, content: string, forms: readonly { readonly name: string; readonly form: number }[]): void {
  const about = dictionaryAt(objects, page);
  const resources = about.get("/Resources");
  if (!isDictionary(resources)) throw new UnknownPdfShape("a page without resources");
  const others = resources.get("/XObject");
  const drawn = new Map<string, PdfValue>([...(isDictionary(others) ? others : []), ...forms.map(({ name, form }) => [`/${name}`, { to: form }] as const)]);
  objects.set(page, { value: withEntries(about, { "/Resources": withEntries(resources, { "/XObject": drawn }) }), stream: null });
  const stream = deflateSync(Buffer.from(content, "latin1"));
  objects.set(referred(about.get("/Contents")), { value: new Map([["/Filter", "/FlateDecode"], ["/Length", String(stream.length)]]), stream });
}

/** Elements of the pages replace those of the holes, which are removed. */
function joinStructures(objects: Objects, structure: PartStructure, prepared: PreparedPages, placed: readonly Placed[], names: number): void {
  const figures = new Set(placed.map(({ hole }) => hole.figure));
  const tops = new Map(placed.map(({ hole, page }) => [hole.figure, page.top]));
  const marks = forgetElements(objects, listMarks(objects, structure), figures);
  for (const { hole, page } of placed) {
    const around = dictionaryAt(objects, hole.parent);
    const kids = listOf(around.get("/K")).map((kid) => (isReference(kid) ? { to: tops.get(kid.to) ?? kid.to } : kid));
    objects.set(hole.parent, { value: withEntries(around, { "/K": kids }), stream: null });
    objects.set(page.top, { value: withEntries(dictionaryAt(prepared.objects, page.top), { "/P": { to: hole.parent } }), stream: null });
  }
  for (const figure of figures) objects.delete(figure);
  const own = renameElements(objects, structure, prepared.names.length);
  shiftMarks(objects, structure.objects, prepared.nextMark);
  const shifted = marks.map(([mark, element]) => [String(Number(mark) + prepared.nextMark), element] as const);
  const next = prepared.nextMark + wholeNumber(dictionaryAt(objects, structure.root).get("/ParentTreeNextKey"));
  writeMarks(objects, structure.root, { marks: [...prepared.marks, ...shifted], next, names: [...prepared.names, ...own] }, names);
}

/** Moves a page's links to the frame's page, after its own; their targets are all in this document. */
function moveLinks(objects: Objects, { links }: PreparedPage, page: number, placing: Placing, prepared: PreparedPages): void {
  if (links.length === 0) return;
  for (const link of links) {
    const about = dictionaryAt(prepared.objects, link);
    const [left = 0, bottom = 0, right = 0, top = 0] = listOf(about.get("/Rect")).map(Number);
    const to = about.get("/Dest");
    const corners = [...pointAt(left, bottom, placing), ...pointAt(right, top, placing)];
    objects.set(link, { value: withEntries(about, { "/Rect": corners, ...(typeof to === "string" ? { "/Dest": nearName(to) } : {}) }), stream: null });
  }
  const about = dictionaryAt(objects, page);
  objects.set(page, { value: withEntries(about, { "/Annots": [...listOf(about.get("/Annots")), ...links.map((to) => ({ to }))] }), stream: null });
}

/** Joins bookmarks in the order of their headings; returns the number of the root, or null if there are none. */
function joinBookmarks(objects: Objects, structure: PartStructure, catalogue: PdfDictionary, prepared: PreparedPages, moved: ReadonlyMap<number, Placing>): number | null {
  const own = catalogue.has("/Outlines") ? referred(catalogue.get("/Outlines")) : null;
  for (const { number } of prepared.bookmarks) {
    const bookmark = dictionaryAt(prepared.objects, number);
    objects.set(number, { value: withEntries(bookmark, { "/Dest": movePlace(bookmark.get("/Dest") ?? "null", moved) }), stream: null });
  }
  const root = own ?? prepared.outlines;
  if (root === null) return null;
  if (own === null) objects.set(root, { value: dictionaryAt(prepared.objects, root), stream: null });
  const mine = own === null ? [] : listBookmarks(objects, own);
  const order = mine.length === 0 ? new Map<number, number>() : orderOf((number) => objects.get(number) ?? prepared.objects.get(number), structure.document);
  const placeOf = (heading: number): number => order.get(heading) ?? 0;
  joinOutlines(objects, root, [...mine, ...prepared.bookmarks].sort((a, b) => placeOf(a.heading) - placeOf(b.heading)));
  return root;
}

/** A place (ISO 32000-1, 12.3.2.2): page, how it is shown, and the point at the window's corner. */
function movePlace(place: PdfValue, moved: ReadonlyMap<number, Placing>): PdfValue {
  const [page, fit, x, y, zoom = "0"] = listOf(place);
  const placing = moved.get(referred(page));
  if (page === undefined || placing === undefined || fit !== "/XYZ") throw new UnknownPdfShape("a place of another kind");
  return [page, fit, ...pointAt(Number(x), Number(y), placing), zoom];
}

/** A hundredth of a point is finer than any printer. */
function pointAt(x: number, y: number, { scaleX, scaleY, left, bottom }: Placing): readonly [x: string, y: string] {
  return [(scaleX * x + left).toFixed(2), (scaleY * y + bottom).toFixed(2)];
}

/**
 * Yields the prepared pages as texts, then the objects that depend on their
 * place, and the frame. References to their pages lead to the frame's pages.
 */
function* writeObjects(objects: Objects, prepared: PreparedPages, pageOf: ReadonlyMap<number, number>): Generator<WrittenObject> {
  for (const [number, { parts, page }] of prepared.texts) {
    yield { number, text: parts.length === 1 ? (parts[0] ?? "") : parts.join(String(pageOf.get(page))), stream: prepared.objects.get(number)?.stream ?? null };
  }
  for (const [number, { value, stream }] of objects) yield { number, text: renderValue(value, (to) => pageOf.get(to) ?? to), stream };
}
