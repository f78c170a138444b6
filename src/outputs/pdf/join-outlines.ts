/** The bookmarks of several parts as one tree: a section that began in one part goes on in the next. */
import { dictionaryAt, referred, type PdfObject } from "./document.ts";
import { isReference, UnknownPdfShape, withEntries, type PdfValue } from "./values.ts";

interface Bookmark {
  readonly number: number;
  /** Of its heading, 1 is the highest. */
  readonly level: number;
  readonly children: Bookmark[];
}

type Objects = Map<number, PdfObject>;

/** Hangs all bookmarks below the first of `roots`, by the levels of their headings as the browser does. */
export function joinOutlines(objects: Objects, roots: readonly number[]): void {
  const top: Bookmark = { number: roots[0] ?? 0, level: 0, children: [] };
  const open = [top];
  for (const bookmark of roots.flatMap((root) => bookmarksBelow(objects, root))) {
    while (open.length > 1 && (open.at(-1)?.level ?? 0) >= bookmark.level) open.pop();
    open.at(-1)?.children.push(bookmark);
    open.push(bookmark);
  }
  tie(objects, top);
}

/** In the order of the pages. */
function bookmarksBelow(objects: Objects, parent: number): Bookmark[] {
  const found: Bookmark[] = [];
  for (let next = dictionaryAt(objects, parent).get("/First"); isReference(next); next = dictionaryAt(objects, next.to).get("/Next")) {
    found.push({ number: next.to, level: levelOf(objects, next.to), children: [] }, ...bookmarksBelow(objects, next.to));
  }
  return found;
}

function levelOf(objects: Objects, bookmark: number): number {
  const heading = dictionaryAt(objects, referred(dictionaryAt(objects, bookmark).get("/SE"))).get("/S");
  const level = /^\/H([1-6])$/.exec(typeof heading === "string" ? heading : "")?.[1];
  if (level === undefined) throw new UnknownPdfShape("a bookmark of something that is no heading");
  return Number(level);
}

/** Writes the links of a bookmark and of all below it; returns how many are below it. */
function tie(objects: Objects, { number, children }: Bookmark): number {
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

function referenceTo(bookmark: Bookmark | undefined): PdfValue | null {
  return bookmark === undefined ? null : { to: bookmark.number };
}
