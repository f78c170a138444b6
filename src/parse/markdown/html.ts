/** The door to parse5: decodes character references, and reduces raw HTML to what a deck may hold. */
import { defaultTreeAdapter as tree, parseFragment, type DefaultTreeAdapterTypes } from "parse5";
import { isAllowedLink } from "./inline/addresses.ts";

const PHRASING = [
  "a", "abbr", "b", "bdi", "br", "cite", "code", "data", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "rp", "rt", "ruby",
  "s", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
];
const FLOW = [
  "blockquote", "caption", "col", "colgroup", "dd", "div", "dl", "dt", "figcaption", "figure", "hr", "li", "ol", "p", "pre",
  "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
];
const VOID: ReadonlySet<string> = new Set(["br", "col", "hr", "wbr"]);
/** Elements removed with their content; others lose only their tags. */
const OPAQUE: ReadonlySet<string> = new Set([
  "applet", "audio", "canvas", "embed", "frame", "frameset", "iframe", "img", "input", "link", "math", "meta", "noembed", "noframes",
  "noscript", "object", "option", "param", "script", "select", "source", "style", "svg", "template", "textarea", "title", "track", "video",
]);
const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  "*": ["class", "dir", "lang", "title"],
  a: ["href"],
  col: ["span"],
  data: ["value"],
  del: ["datetime"],
  ins: ["datetime"],
  li: ["value"],
  ol: ["reversed", "start"],
  td: ["colspan", "rowspan"],
  th: ["colspan", "rowspan", "scope"],
  time: ["datetime"],
};
/** Elements nested deeper than this are removed. */
const DEEPEST = 32;

const SETS = { phrasing: new Set(PHRASING), flow: new Set([...PHRASING, ...FLOW]) } as const;

export interface CleanHtml {
  readonly html: string;
  /** What was removed: `<script>`, `onclick`, `href="javascript:…"`. */
  readonly removed: readonly string[];
}

/** Keeps the elements and attributes a deck may hold; `phrasing` allows only those allowed in a line of text. */
export function sanitiseHtml(html: string, kind: keyof typeof SETS): CleanHtml {
  const removed = new Set<string>();
  return { html: cleanNodes(parseFragment(html).childNodes, SETS[kind], removed, 0), removed: [...removed] };
}

/** `&amp;`, `&#x7530;` and every other named or numbered character; anything else stays as written. */
export function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#[xX][0-9a-fA-F]{1,6}|#\d{1,7}|[a-zA-Z][a-zA-Z0-9]{1,31});/g, decodeReference);
}

/** References read before: a text may hold a hundred thousand of one. */
const decoded = new Map<string, string>();
const MOST_KEPT = 4_000;

function decodeReference(reference: string): string {
  const known = decoded.get(reference);
  if (known !== undefined) return known;
  const node = parseFragment(reference).childNodes[0];
  const value = node !== undefined && tree.isTextNode(node) ? node.value : reference;
  if (decoded.size < MOST_KEPT) decoded.set(reference, value);
  return value;
}

/** Text escaped for use between tags and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

function cleanNodes(nodes: readonly DefaultTreeAdapterTypes.ChildNode[], allowed: ReadonlySet<string>, removed: Set<string>, depth: number): string {
  return nodes.map((node) => cleanNode(node, allowed, removed, depth)).join("");
}

function cleanNode(node: DefaultTreeAdapterTypes.ChildNode, allowed: ReadonlySet<string>, removed: Set<string>, depth: number): string {
  if (tree.isTextNode(node)) return escapeHtml(node.value);
  if (!tree.isElementNode(node)) return "";
  const name = node.tagName;
  if (OPAQUE.has(name) || depth > DEEPEST) {
    removed.add(`<${name}>`);
    return "";
  }
  const content = cleanNodes(node.childNodes, allowed, removed, depth + 1);
  if (!allowed.has(name)) {
    removed.add(`<${name}>`);
    return content;
  }
  const start = `<${name}${cleanAttributes(name, node.attrs, removed)}>`;
  return VOID.has(name) ? start : `${start}${content}</${name}>`;
}

function cleanAttributes(element: string, attributes: readonly { readonly name: string; readonly value: string }[], removed: Set<string>): string {
  const known = [...ATTRIBUTES["*"]!, ...(Object.hasOwn(ATTRIBUTES, element) ? ATTRIBUTES[element]! : [])];
  return attributes
    .filter(({ name, value }) => {
      const refused = name === "href" && !isAllowedLink(value.trim());
      if (known.includes(name) && !refused) return true;
      removed.add(refused ? `href="${value.slice(0, 40)}"` : name);
      return false;
    })
    .map(({ name, value }) => ` ${name}="${escapeHtml(name === "href" ? value.trim() : value)}"`)
    .join("");
}
