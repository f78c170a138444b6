/** A slide once for each of its steps, as it looks before the next click. */
import type { RenderedSlide } from "../../render/rendered.ts";

/** Attributes that hold or refer to ids; ids inside a slide begin with the slide's own. */
const NAMING = /\b(id|for|href|xlink:href|aria-labelledby|aria-describedby|aria-controls)="([^"]*)"|url\(#([^)"]*)\)/g;
const FRAGMENT = /class="([^"]*)" data-fragment-index="(\d+)"/g;

/** From the slide's first state to the whole slide; the first page keeps the slide's ids and headings, so that links and bookmarks lead there. */
export function renderSteps(slide: RenderedSlide): readonly RenderedSlide[] {
  return Array.from({ length: slide.steps + 1 }, (_, shown) => {
    const html = shown < slide.steps ? hideLater(slide.html, shown) : slide.html;
    return { ...slide, html: shown === 0 ? html : withoutHeadings(renameIds(html, shown)) };
  });
}

function hideLater(html: string, shown: number): string {
  return html.replace(FRAGMENT, (all, names: string, index: string) => (Number(index) < shown ? all : `class="${names} later" data-fragment-index="${index}"`));
}

/** Ids are unique in a document. Ids of other slides stay: links lead to their first step. */
function renameIds(html: string, step: number): string {
  const own = new Set([...html.matchAll(/\bid="([^"]*)"/g)].map((match) => match[1] ?? ""));
  const rename = (id: string): string => (own.has(id) ? `${id}.step-${step}` : id);
  return html.replace(NAMING, (_, key: string | undefined, value: string | undefined, address: string | undefined) => {
    if (key === undefined || value === undefined) return `url(#${rename(address ?? "")})`;
    if (!key.endsWith("href")) return `${key}="${value.split(" ").map(rename).join(" ")}"`;
    return `${key}="${value.startsWith("#") ? `#${rename(value.slice(1))}` : value}"`;
  });
}

/** Bookmarks come from headings: a slide has one, however many pages its steps take. */
function withoutHeadings(html: string): string {
  return html.replace(/<(\/?)h[1-6]\b/g, "<$1div");
}
