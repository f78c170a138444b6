/** Joins the structure trees of several parts: elements, the map from marks on pages to elements, and names of elements. */
import { dictionaryAt, referred, type PdfObject } from "./document.ts";
import { isArray, isDictionary, isReference, listOf, mapDictionaries, UnknownPdfShape, wholeNumber, withEntries, type PdfDictionary, type PdfReference, type PdfValue } from "./values.ts";

export interface PartStructure {
  /** Number of the StructTreeRoot. */
  readonly root: number;
  /** Number of its only element, the document. */
  readonly document: number;
  /** Numbers of all objects of the part. */
  readonly objects: readonly number[];
}

type Objects = Map<number, PdfObject>;

const KNOWN = new Set(["/Type", "/K", "/ParentTree", "/ParentTreeNextKey", "/IDTree"]);

/** The structure of one part; throws UnknownPdfShape for trees with more than the browser writes. */
export function findStructure(objects: ReadonlyMap<number, PdfObject>, root: number, numbers: readonly number[]): PartStructure {
  const tree = dictionaryAt(objects, root);
  for (const key of tree.keys()) if (!KNOWN.has(key)) throw new UnknownPdfShape(`${key} in the structure tree`);
  return { root, document: referred(tree.get("/K")), objects: numbers };
}

/** Keys and values of a name or number tree: a mark or a name, and the elements that it leads to. */
export type Pair = readonly [PdfValue, PdfValue];

/** Brings everything below the first part's root and document; `newNumber` must be free and is used for the names. */
export function joinStructure(objects: Objects, parts: readonly PartStructure[], newNumber: number): void {
  const [first] = parts;
  if (first === undefined) return;
  const names: Pair[] = [];
  const marks: Pair[] = [];
  let next = 0;
  for (const part of parts) {
    names.push(...renameElements(objects, part, names.length));
    marks.push(...listMarks(objects, part).map(([mark, element]) => [String(wholeNumber(mark) + next), element] as const));
    shiftMarks(objects, part.objects, next);
    next += wholeNumber(dictionaryAt(objects, part.root).get("/ParentTreeNextKey"));
  }
  writeMarks(objects, first.root, { marks, next, names }, newNumber);
  const kids = parts.flatMap(({ document }) => kidsOf(dictionaryAt(objects, document)));
  objects.set(first.document, { value: withEntries(dictionaryAt(objects, first.document), { "/K": kids }), stream: null });
}

/** Writes the maps from marks on pages and from names to elements into a root; `newNumber` must be free and is used for the names. */
export function writeMarks(objects: Objects, root: number, { marks, next, names }: { readonly marks: readonly Pair[]; readonly next: number; readonly names: readonly Pair[] }, newNumber: number): void {
  const tree = dictionaryAt(objects, root);
  const number = referred(tree.get("/ParentTree"));
  objects.set(number, { value: new Map<string, PdfValue>([["/Type", "/ParentTree"], ["/Nums", marks.flat()]]), stream: null });
  objects.set(newNumber, { value: new Map([["/Names", names.flat()]]), stream: null });
  objects.set(root, { value: withEntries(tree, { "/ParentTreeNextKey": String(next), "/IDTree": names.length === 0 ? null : { to: newNumber } }), stream: null });
}

/** Child elements, which may not be marks: a mark would need the page of its document element. */
export function kidsOf(document: PdfDictionary): readonly PdfReference[] {
  const list = listOf(document.get("/K"));
  if (!list.every(isReference)) throw new UnknownPdfShape("the document element holds marks");
  return list;
}

/** Marks by number; the marks of later parts continue from these numbers. */
export function listMarks(objects: Objects, { root }: PartStructure): readonly Pair[] {
  return pairsOf(objects, dictionaryAt(objects, root).get("/ParentTree"), "/Nums");
}

/** Removes elements from the targets of marks; lists in other objects are changed in place. */
export function forgetElements(objects: Objects, marks: readonly Pair[], gone: ReadonlySet<number>): readonly Pair[] {
  const without = (element: PdfValue): PdfValue => (isReference(element) && gone.has(element.to) ? "null" : element);
  for (const [, entry] of marks) {
    const list = isReference(entry) ? objects.get(entry.to)?.value : undefined;
    if (isReference(entry) && isArray(list)) objects.set(entry.to, { value: list.map(without), stream: null });
  }
  return marks.map(([mark, entry]) => [mark, without(entry)] as const);
}

/** Shifts the marks of pages, forms and links, each an object of its own. */
export function shiftMarks(objects: Objects, numbers: readonly number[], by: number): void {
  if (by === 0) return;
  for (const number of numbers) {
    const object = objects.get(number);
    if (object === undefined || !isDictionary(object.value)) continue;
    for (const key of ["/StructParents", "/StructParent"]) {
      const mark = object.value.get(key);
      if (mark !== undefined) objects.set(number, { ...object, value: withEntries(object.value, { [key]: String(wholeNumber(mark) + by) }) });
    }
  }
}

/**
 * Two parts may use the same names for different elements, because the browser's counter continues from one document
 * to the next. Names are assigned anew in tree order, after the `count` earlier ones. Returns the part's pairs.
 */
export function renameElements(objects: Objects, part: PartStructure, count: number): readonly Pair[] {
  const pairs: Pair[] = [];
  const renamed = new Map<string, string>();
  for (const [name, element] of pairsOf(objects, dictionaryAt(objects, part.root).get("/IDTree"), "/Names")) {
    if (typeof name !== "string") throw new UnknownPdfShape("a name that is no string");
    const fresh = `(node${String(count + pairs.length + 1).padStart(8, "0")})`;
    renamed.set(name, fresh);
    pairs.push([fresh, element]);
  }
  if (renamed.size > 0) changeDictionaries(objects, part.objects, (dictionary) => withNames(dictionary, renamed));
  return pairs;
}

function withNames(dictionary: PdfDictionary, renamed: ReadonlyMap<string, string>): PdfDictionary {
  const rename = (name: PdfValue): PdfValue => (typeof name === "string" ? (renamed.get(name) ?? name) : name);
  const [id, headers] = [dictionary.get("/ID"), dictionary.get("/Headers")];
  if (id === undefined && headers === undefined) return dictionary;
  return withEntries(dictionary, { ...(id === undefined ? {} : { "/ID": rename(id) }), ...(isArray(headers) ? { "/Headers": headers.map(rename) } : {}) });
}

function changeDictionaries(objects: Objects, numbers: readonly number[], change: (dictionary: PdfDictionary) => PdfDictionary): void {
  for (const number of numbers) {
    const object = objects.get(number);
    if (object === undefined) continue;
    const value = mapDictionaries(object.value, change);
    if (value !== object.value) objects.set(number, { ...object, value });
  }
}

/** Keys and values of a name or number tree (ISO 32000-1, 7.9.6 and 7.9.7), in its order. */
function pairsOf(objects: Objects, node: PdfValue | undefined, leaves: "/Names" | "/Nums"): readonly Pair[] {
  if (node === undefined) return [];
  const dictionary = isDictionary(node) ? node : dictionaryAt(objects, referred(node));
  const [list, kids] = [dictionary.get(leaves), dictionary.get("/Kids")];
  const own: Pair[] = [];
  if (isArray(list)) {
    for (let index = 0; index + 1 < list.length; index += 2) own.push([list[index] ?? "null", list[index + 1] ?? "null"]);
  }
  return [...own, ...(isArray(kids) ? kids.flatMap((kid) => pairsOf(objects, kid, leaves)) : [])];
}

/** Position of each element in the tree, read from its beginning. */
export function orderOf(find: (number: number) => PdfObject | undefined, document: number): ReadonlyMap<number, number> {
  const order = new Map<number, number>();
  const visit = (number: number): void => {
    order.set(number, order.size);
    const element = find(number)?.value;
    for (const kid of listOf(isDictionary(element) ? element.get("/K") : undefined)) if (isReference(kid)) visit(kid.to);
  };
  visit(document);
  return order;
}
