/** Links from one part to another: a browser drops links whose target is not in the document that it prints. */
import { FAR } from "../pdf/places.ts";

const HREF = /\bhref="#([^"]*)"/g;
const ID = /\bid="([^"]*)"/g;

/**
 * Gives each link to another part a stand-in target, which joining replaces by the real place. A
 * browser records only the places of link targets, so the other part gets an empty link to the place.
 */
export function markFarLinks(parts: readonly string[]): readonly string[] {
  const ids = parts.map((part) => new Set(valuesOf(part, ID)));
  const far = parts.map((part, index) => new Set(valuesOf(part, HREF).filter((id) => ids[index]?.has(id) === false && ids.some((own) => own.has(id)))));
  const wanted = new Set(far.flatMap((own) => [...own]));
  return parts.map((part, index) => {
    const html = part.replace(HREF, (link, id: string) => (far[index]?.has(id) === true ? `href="#${FAR}${id}"` : link));
    const standIns = Array.from(far[index] ?? [], (id) => `<i id="${FAR}${id}"></i>`);
    const places = [...wanted].flatMap((id) => (ids[index]?.has(id) === true ? `<a href="#${id}"></a>` : []));
    return standIns.length + places.length === 0 ? html : `<div class="far">${standIns.join("")}${places.join("")}</div>${html}`;
  });
}

function valuesOf(html: string, pattern: RegExp): readonly string[] {
  return Array.from(html.matchAll(pattern), (match) => match[1] ?? "");
}
