/** Named places that links lead to (ISO 32000-1, 12.3.2.3), as the browser writes them: a dictionary of arrays. */
import type { PdfDictionary, PdfValue } from "./values.ts";

/** Prefix for the name of a place in another part, as in an HTML `id`. */
export const FAR = "far:";

/** The name of the real place, given the name of a stand-in. */
export function nearName(name: string): string {
  return name.startsWith(`/${FAR}`) ? `/${name.slice(FAR.length + 1)}` : name;
}

/** All places by name. For a name used twice the first place counts; a stand-in gets the place that it stands for. */
export function joinPlaces(all: readonly PdfDictionary[]): Map<string, PdfValue> {
  const places = new Map<string, PdfValue>();
  for (const own of all) for (const [name, place] of own) if (!places.has(name)) places.set(name, place);
  for (const name of places.keys()) {
    const meant = places.get(nearName(name));
    if (meant !== undefined) places.set(name, meant);
  }
  return places;
}
