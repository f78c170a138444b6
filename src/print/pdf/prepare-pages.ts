/** Prepares pages once for use in several documents: forms to paint, and their structure, links and bookmarks to move. */
import { catalogueOf, dictionaryAt, listPages, parseDocument, placesOf, referred, type PdfDocument, type PdfObject } from "./document.ts";
import { listBookmarks, type Bookmark } from "./join-outlines.ts";
import { findStructure, kidsOf, listMarks, renameElements, type Pair } from "./join-structure.ts";
import { isDictionary, isReference, listOf, referencesIn, renderValue, UnknownPdfShape, wholeNumber, withEntries, type PdfDictionary, type PdfValue } from "./values.ts";

type Objects = Map<number, PdfObject>;

export interface PreparedPage {
  /** Number of the page in its own document; it stands for the page that it will be on. */
  readonly page: number;
  /** Number of the form, and its size in points. */
  readonly form: number;
  readonly width: number;
  readonly height: number;
  /** Number of the element that contains all of the page's elements. */
  readonly top: number;
  /** Numbers of its links. */
  readonly links: readonly number[];
}

/** Text that is the same wherever the page is placed, split where the number of that page goes. */
export interface PreparedText {
  readonly parts: readonly string[];
  /** `page` of the PreparedPage; 0 if the text names no page. */
  readonly page: number;
}

export interface PreparedPages {
  readonly objects: ReadonlyMap<number, PdfObject>;
  /** Texts of all objects that go into a document, except tops, links and bookmarks, which depend on the page's place. */
  readonly texts: ReadonlyMap<number, PreparedText>;
  readonly pages: readonly PreparedPage[];
  /** The maps from marks and from names to elements. */
  readonly marks: readonly Pair[];
  readonly nextMark: number;
  readonly names: readonly Pair[];
  readonly outlines: number | null;
  readonly bookmarks: readonly Bookmark[];
  readonly places: PdfDictionary;
  /** One above the highest number. */
  readonly end: number;
}

/** Throws UnknownPdfShape for a document not printed by a browser, or in which a page is not one element. */
export function preparePages(pdf: Uint8Array): PreparedPages {
  const document = parseDocument(pdf, 0);
  const objects: Objects = new Map(document.objects);
  const catalogue = catalogueOf(document);
  const structure = findStructure(objects, referred(catalogue.get("/StructTreeRoot")), [...objects.keys()]);
  const root = dictionaryAt(objects, structure.root);
  const names = renameElements(objects, structure, 0);
  const marks = listMarks(objects, structure);
  const outlines = catalogue.has("/Outlines") ? referred(catalogue.get("/Outlines")) : null;
  const bookmarks = outlines === null ? [] : listBookmarks(objects, outlines);
  const pages = makePages(objects, document, kidsOf(dictionaryAt(objects, structure.document)).map(({ to }) => to));
  const moving = new Set([...pages.flatMap(({ top, links }) => [top, ...links]), ...bookmarks.map(({ number }) => number)]);
  const texts = new Map<number, PreparedText>();
  const found = [...marks, ...names].flatMap(([, value]) => referencesIn(value));
  const fixed = new Set([...pages.map(({ page }) => page), structure.document]);
  for (const number of reach(objects, [...pages.map(({ form }) => form), ...found], fixed)) {
    const object = objects.get(number);
    if (object !== undefined && !moving.has(number)) texts.set(number, divide(object.value, fixed));
  }
  return { objects, texts, pages, marks, nextMark: wholeNumber(root.get("/ParentTreeNextKey")), names, outlines, bookmarks, places: placesOf(objects, catalogue), end: document.end + pages.length };
}

function makePages(objects: Objects, document: PdfDocument, tops: readonly number[]): readonly PreparedPage[] {
  const pages = listPages(objects, referred(catalogueOf(document).get("/Pages")));
  if (tops.length !== pages.length) throw new UnknownPdfShape("not one element for each page");
  return pages.map((page, index) => {
    const form = document.end + index;
    const top = tops[index] ?? 0;
    markForm(objects, top, page, form);
    const links = listOf(dictionaryAt(objects, page).get("/Annots")).map(referred);
    if (links.some((link) => dictionaryAt(objects, link).get("/Subtype") !== "/Link")) throw new UnknownPdfShape("an annotation that is no link");
    return { page, form, ...makeForm(objects, page, form), top, links };
  });
}

/** A page as a form (ISO 32000-1, 8.10): its content, its resources, and its marks. */
function makeForm(objects: Objects, page: number, form: number): { readonly width: number; readonly height: number } {
  const about = dictionaryAt(objects, page);
  const box = listOf(about.get("/MediaBox"));
  const content = objects.get(referred(about.get("/Contents")));
  if (content === undefined || !isDictionary(content.value) || box.slice(0, 2).join(" ") !== "0 0") throw new UnknownPdfShape("a page that is not as the browser prints it");
  const entries: [string, PdfValue][] = [["/Type", "/XObject"], ["/Subtype", "/Form"], ["/BBox", box]];
  for (const key of ["/Resources", "/StructParents"]) {
    const value = about.get(key);
    if (value !== undefined) entries.push([key, value]);
  }
  objects.set(form, { value: new Map([...entries, ...content.value]), stream: content.stream });
  return { width: Number(box[2]), height: Number(box[3]) };
}

/** A form now draws what an element and everything below it mark (14.7.4.2); a dictionary marks another form's content, or a link. */
function markForm(objects: Objects, number: number, page: number, form: number): void {
  const element = dictionaryAt(objects, number);
  const own = element.get("/Pg");
  if (own !== undefined && referred(own) !== page) throw new UnknownPdfShape("an element on several pages");
  const kids = listOf(element.get("/K")).map((kid): PdfValue => {
    if (isReference(kid)) markForm(objects, kid.to, page, form);
    if (typeof kid === "string") return new Map<string, PdfValue>([["/Type", "/MCR"], ["/Stm", { to: form }], ["/MCID", kid]]);
    if (isDictionary(kid) && kid.get("/Type") === "/MCR" && !kid.has("/Stm")) throw new UnknownPdfShape("a mark on another page");
    return kid;
  });
  objects.set(number, { value: withEntries(element, { "/K": kids }), stream: null });
}

/** Everything that these objects lead to, except `fixed`, which belongs to the document around them. */
function reach(objects: Objects, from: readonly number[], fixed: ReadonlySet<number>): ReadonlySet<number> {
  const reached = new Set(from);
  for (const number of reached) for (const to of referencesIn(objects.get(number)?.value ?? "null")) if (!fixed.has(to)) reached.add(to);
  return reached;
}

/** Placeholder for the number of a page in a text. */
const PAGE = "\0";

function divide(value: PdfValue, pages: ReadonlySet<number>): PreparedText {
  let page = 0;
  const text = renderValue(value, (to) => {
    if (!pages.has(to)) return to;
    if (page !== 0 && page !== to) throw new UnknownPdfShape("an object of several pages");
    page = to;
    return PAGE;
  });
  return { parts: text.split(PAGE), page };
}
