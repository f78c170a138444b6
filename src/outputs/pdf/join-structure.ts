/** The structure trees of several parts as one: elements, the way from marks on pages to elements, and names of elements. */
import { dictionaryAt, referred, type PdfObject } from "./document.ts";
import { isArray, isDictionary, isReference, mapDictionaries, UnknownPdfShape, wholeNumber, withEntries, type PdfDictionary, type PdfValue } from "./values.ts";

export interface PartStructure {
  /** Number of the StructTreeRoot. */
  readonly root: number;
  /** Number of its one element, the document. */
  readonly document: number;
  /** Numbers of all objects of the part. */
  readonly objects: readonly number[];
}

type Objects = Map<number, PdfObject>;

const KNOWN = new Set(["/Type", "/K", "/ParentTree", "/ParentTreeNextKey", "/IDTree"]);

/** Where the structure of one part stands; throws UnknownPdfShape for trees with more than the browser writes. */
export function findStructure(objects: Objects, root: number, numbers: readonly number[]): PartStructure {
  const tree = dictionaryAt(objects, root);
  for (const key of tree.keys()) if (!KNOWN.has(key)) throw new UnknownPdfShape(`${key} in the structure tree`);
  return { root, document: referred(tree.get("/K")), objects: numbers };
}

/** Brings everything below the first part's root and document; `newNumber` is free and takes the names. */
export function joinStructure(objects: Objects, parts: readonly PartStructure[], newNumber: number): void {
  const [first] = parts;
  if (first === undefined) return;
  const names = renameElements(objects, parts);
  const marks = joinParentTrees(objects, parts);
  const kids = parts.flatMap(({ document }) => kidsOf(dictionaryAt(objects, document)));
  objects.set(first.document, { value: withEntries(dictionaryAt(objects, first.document), { "/K": kids }), stream: null });
  objects.set(newNumber, { value: new Map([["/Names", names]]), stream: null });
  const changes = { "/ParentTreeNextKey": String(marks.next), "/ParentTree": { to: marks.number }, "/IDTree": names.length === 0 ? null : { to: newNumber } };
  objects.set(first.root, { value: withEntries(dictionaryAt(objects, first.root), changes), stream: null });
}

/** Only elements of their own: a mark would need the page of its document element. */
function kidsOf(document: PdfDictionary): readonly PdfValue[] {
  const kids = document.get("/K");
  const list = isArray(kids) ? kids : kids === undefined ? [] : [kids];
  if (!list.every(isReference)) throw new UnknownPdfShape("the document element holds marks");
  return list;
}

/** Numbers of pages and annotations in the tree go on from part to part. */
function joinParentTrees(objects: Objects, parts: readonly PartStructure[]): { readonly number: number; readonly next: number } {
  const marks: PdfValue[] = [];
  let next = 0;
  for (const part of parts) {
    const tree = dictionaryAt(objects, part.root);
    for (const [key, value] of pairsOf(objects, tree.get("/ParentTree"), "/Nums")) marks.push(String(wholeNumber(key) + next), value);
    if (next > 0) shiftMarks(objects, part.objects, next);
    next += wholeNumber(tree.get("/ParentTreeNextKey"));
  }
  const number = referred(dictionaryAt(objects, parts[0]?.root ?? 0).get("/ParentTree"));
  objects.set(number, { value: new Map<string, PdfValue>([["/Type", "/ParentTree"], ["/Nums", marks]]), stream: null });
  return { number, next };
}

function shiftMarks(objects: Objects, numbers: readonly number[], by: number): void {
  const shifted = (dictionary: PdfDictionary): PdfDictionary => {
    let changed = dictionary;
    for (const key of ["/StructParents", "/StructParent"]) {
      const value = dictionary.get(key);
      if (value !== undefined) changed = withEntries(changed, { [key]: String(wholeNumber(value) + by) });
    }
    return changed;
  };
  changeDictionaries(objects, numbers, shifted);
}

/**
 * Two parts may use the same names for different elements, and the browser counts on from one document to the next:
 * names are given anew in the order of the tree. Returns the pairs of the joined tree.
 */
function renameElements(objects: Objects, parts: readonly PartStructure[]): PdfValue[] {
  const pairs: PdfValue[] = [];
  for (const part of parts) {
    const renamed = new Map<string, string>();
    for (const [name, element] of pairsOf(objects, dictionaryAt(objects, part.root).get("/IDTree"), "/Names")) {
      if (typeof name !== "string") throw new UnknownPdfShape("a name that is no string");
      renamed.set(name, `(node${String(pairs.length / 2 + 1).padStart(8, "0")})`);
      pairs.push(renamed.get(name) ?? name, element);
    }
    if (renamed.size > 0) changeDictionaries(objects, part.objects, (dictionary) => withNames(dictionary, renamed));
  }
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
function pairsOf(objects: Objects, node: PdfValue | undefined, leaves: "/Names" | "/Nums"): (readonly [PdfValue, PdfValue])[] {
  if (node === undefined) return [];
  const dictionary = isDictionary(node) ? node : dictionaryAt(objects, referred(node));
  const [list, kids] = [dictionary.get(leaves), dictionary.get("/Kids")];
  const own: (readonly [PdfValue, PdfValue])[] = [];
  if (isArray(list)) {
    for (let index = 0; index + 1 < list.length; index += 2) own.push([list[index] ?? "null", list[index + 1] ?? "null"]);
  }
  return [...own, ...(isArray(kids) ? kids.flatMap((kid) => pairsOf(objects, kid, leaves)) : [])];
}
