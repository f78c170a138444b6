/** What the elements of HTML are to a reader of the text. */
import { attributeOf, type HtmlElement } from "./parse-html.ts";

/** They begin and end paragraphs. */
export const BLOCKS: ReadonlySet<string> = new Set([
  "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr",
  "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
]);
/** They show no words of a text. */
export const SILENT: ReadonlySet<string> = new Set(["head", "script", "style", "template", "noscript", "link", "meta", "title", "base", "param", "source", "track", "map", "area", "col", "colgroup"]);
/** Controls and frames: furniture of a page. */
export const CONTROLS: ReadonlySet<string> = new Set(["button", "select", "input", "textarea", "option", "iframe", "frame", "frameset", "object", "embed", "applet", "audio", "video", "canvas", "svg", "dialog", "nav", "footer", "aside", "form"]);

const BOLD: ReadonlySet<string> = new Set(["b", "strong"]);

export function isBold(element: HtmlElement): boolean {
  return BOLD.has(element.tagName) || /font-weight\s*:\s*(?:bold|[6-9]00)/i.test(attributeOf(element, "style") ?? "");
}

export function isPlain(element: HtmlElement): boolean {
  return /font-weight\s*:\s*(?:normal|[1-5]00)/i.test(attributeOf(element, "style") ?? "");
}

/** Pages that show themselves by a script begin with `visibility: hidden`; only what takes no room is hidden. */
export function isHidden(element: HtmlElement): boolean {
  return attributeOf(element, "hidden") !== null || /display\s*:\s*none/i.test(attributeOf(element, "style") ?? "");
}
