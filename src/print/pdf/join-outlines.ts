/** Joins the bookmarks of several parts into one tree: a section that began in one part continues in the next. */
import { dictionaryAt, referred, type PdfObject } from "./document.ts";
import { isReference, UnknownPdfShape, withEntries, type PdfDictionary, type PdfValue } from "./values.ts";

export interface Bookmark {
  readonly number: number;
  /** Number of its heading in the structure tree. */
  readonly heading: number;
  /** Level of its heading; 1 is the highest. */
  readonly level: number;
}

interface Branch {
  readonly number: number;
  readonly level: number;
  readonly children: Branch[];
}

type Objects = Map<number, PdfObject>;

/** Places bookmarks below a root, in this order and by the levels of their headings, as the browser does. */
export function joinOutlines(objects: Objects, root: number, bookmarks: readonly Bookmark[]): void {
  const top: Branch = { number: root, level: 0, children: [] };
  const open = [top];
  for (const { number, level } of bookmarks) {
    const branch = { number, level, children: [] };
    while (open.length > 1 && (open.at(-1)?.level ?? 0) >= level) open.pop();
    open.at(-1)?.children.push(branch);
    open.push(branch);
  }
  tie(objects, top);
}

/** All bookmarks below a given one, in page order. */
export function listBookmarks(objects: Objects, parent: number): readonly Bookmark[] {
  const found: Bookmark[] = [];
  for (let next = dictionaryAt(objects, parent).get("/First"); isReference(next); next = dictionaryAt(objects, next.to).get("/Next")) {
    const heading = referred(dictionaryAt(objects, next.to).get("/SE"));
    found.push({ number: next.to, heading, level: levelOf(dictionaryAt(objects, heading)) }, ...listBookmarks(objects, next.to));
  }
  return found;
}

function levelOf(heading: PdfDictionary): number {
  const kind = heading.get("/S");
  const level = /^\/H([1-6])$/.exec(typeof kind === "string" ? kind : "")?.[1];
  if (level === undefined) throw new UnknownPdfShape("a bookmark of something that is no heading");
  return Number(level);
}

/** Writes the links of a bookmark and of all below it; returns how many are below it. */
function tie(objects: Objects, { number, children }: Branch): number {
  let count = children.length;
  for (const [index, child] of children.entries()) {
    const changes = { "/Parent": { to: number }, "/Prev": referenceTo(children[index - 1]), "/Next": referenceTo(children[index + 1]) };
    objects.set(child.number, { value: withEntries(dictionaryAt(objects, child.number), changes), stream: null });
    count += tie(objects, child);
  }
  const changes = { "/First": referenceTo(children[0]), "/Last": referenceTo(children.at(-1)), "/Count": count === 0 ? null : String(count) };
  objects.set(number, { value: withEntries(dictionaryAt(objects, number), changes), stream: null });
  return count;
}

function referenceTo(bookmark: Branch | undefined): PdfValue | null {
  return bookmark === undefined ? null : { to: bookmark.number };
}
