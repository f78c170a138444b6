/** Keeps the resources of pages in several parts (fonts, images, states) once if they are equal byte for byte. */
import { createHash } from "node:crypto";
import { dictionaryAt, type PdfObject } from "./document.ts";
import { isArray, isDictionary, isReference, referencesIn, renderValue, withEntries, type PdfDictionary, type PdfValue } from "./values.ts";

type Objects = Map<number, PdfObject>;

/** Number → number of the equal object that replaces it; objects that are kept are not in the map. */
export function shareResources(objects: Objects, pages: readonly PdfDictionary[]): Map<number, number> {
  const standIns = new Map<number, number>();
  const seen = new Map<string, number>();
  const visited = new Set<number>();
  const share = (number: number): void => {
    const object = objects.get(number);
    if (object === undefined || visited.has(number)) return;
    visited.add(number);
    for (const to of referencesIn(object.value)) share(to);
    const key = renderValue(object.value, (to) => standIns.get(to) ?? to) + (object.stream === null ? "" : createHash("sha256").update(object.stream).digest("hex"));
    const equal = seen.get(key);
    if (equal === undefined) seen.set(key, number);
    else standIns.set(number, equal);
  };
  for (const page of pages) for (const number of referencesIn(page.get("/Resources") ?? "null")) share(number);
  return standIns;
}

/** Different subsets of a font in one file need different tags (ISO 32000-1, 9.6.4): the last two of six letters count the parts. */
export function tagFonts(objects: Objects, standIns: ReadonlyMap<number, number>, partOf: (number: number) => number): void {
  for (const [number, object] of objects) {
    if (!isDictionary(object.value) || standIns.has(number)) continue;
    const changes: Record<string, PdfValue> = {};
    for (const key of ["/BaseFont", "/FontName"]) {
      const name = object.value.get(key);
      if (typeof name === "string" && /^\/[A-Z]{6}\+/.test(name)) changes[key] = withTag(name, partOf(descriptorOf(objects, standIns, number)));
    }
    if (Object.keys(changes).length > 0) objects.set(number, { ...object, value: withEntries(object.value, changes) });
  }
}

/** A font and its parts share one name: that of the descriptor with the subset. */
function descriptorOf(objects: Objects, standIns: ReadonlyMap<number, number>, number: number): number {
  const font = dictionaryAt(objects, number);
  const descendants = font.get("/DescendantFonts");
  const below = isArray(descendants) ? descendants[0] : font.get("/FontDescriptor");
  return isReference(below) ? descriptorOf(objects, standIns, standIns.get(below.to) ?? below.to) : number;
}

function withTag(name: string, part: number): string {
  const letters = String.fromCharCode(65 + (Math.floor(part / 26) % 26), 65 + (part % 26));
  return part === 0 ? name : `${name.slice(0, 5)}${letters}${name.slice(7)}`;
}
