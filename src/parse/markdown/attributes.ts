/** Attributes in braces at the end of a heading, paragraph, list item, image or fence: `{#id .class key="value"}`. */
import type { Span } from "../../model/span.ts";
import type { ParseContext } from "../context.ts";
import { plainText, readPlainText } from "../references.ts";
import { badAttributes } from "../../diagnostics/messages/slides.ts";
import { sliceExcerpt, spanAt, trimExcerpt, type Excerpt } from "./excerpt.ts";

/** One attribute as written; an id has the key `#`, a class the key `.`. */
export interface Attribute {
  readonly key: string;
  readonly value: string;
  readonly span: Span;
  readonly valueSpan: Span;
}

export interface Attributed {
  /** The text before the attributes, trimmed. */
  readonly content: Excerpt;
  readonly attributes: readonly Attribute[];
}

/** Attributes that readers see as words. */
const WORDED: ReadonlySet<string> = new Set(["kicker", "caption", "credit"]);
// #id, .class, key=value, key="a b" or key='a b'; a bare value may hold {{references}}.
const ATTRIBUTE =
  /\s*(?:([#.])([^\s{}="']+)|([\p{L}_][\p{L}\p{N}_-]*)=(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|((?:\{\{[^{}]*\}\}|[^\s{}"'])+)))(?=[\s}])/uy;

/** Takes the attributes off the end of a text; text that only looks like attributes is reported and kept. */
export function takeAttributes(excerpt: Excerpt, context: ParseContext): Attributed {
  const trimmed = trimExcerpt(excerpt);
  const { text } = trimmed;
  const none = { content: trimmed, attributes: [] };
  if (text.endsWith("｝")) reportFullWidth(trimmed, context);
  const open = findOpenBrace(text);
  if (open === -1) return none;
  const attributes = readAttributes(trimmed, open + 1, context);
  if (attributes !== null) return { content: trimExcerpt(sliceExcerpt(trimmed, 0, open)), attributes };
  if (looksMeant(text, open)) context.report(badAttributes(spanAt(trimmed, open), false));
  return none;
}

/** The brace that the last character closes, on the same line and not one of `{{`; -1 when there is none. */
function findOpenBrace(text: string): number {
  if (!text.endsWith("}")) return -1;
  for (let at = text.length - 2; at >= 0 && text.charAt(at) !== "\n"; at--) {
    if (text.charAt(at) !== "{") continue;
    const before = text.charAt(at - 1);
    if (before === "{") at--;
    else return before === "\\" ? -1 : at;
  }
  return -1;
}

/** Where the attributes at the end of a text are, for who changes one; null where there are none. */
export function locateAttributes(text: string): { readonly open: number; readonly found: readonly { readonly key: string; readonly value: string; readonly start: number; readonly end: number }[] } | null {
  const open = findOpenBrace(text);
  if (open === -1) return null;
  ATTRIBUTE.lastIndex = open + 1;
  const found: { key: string; value: string; start: number; end: number }[] = [];
  for (let match = ATTRIBUTE.exec(text); match !== null; match = ATTRIBUTE.exec(text)) {
    found.push({ key: match[1] ?? match[3] ?? "", value: (match[2] ?? match[4] ?? match[5] ?? match[6] ?? "").replace(/\\(["'\\])/g, "$1"), start: match.index, end: match.index + match[0].length });
  }
  return found.length > 0 && text.slice(found.at(-1)!.end).trim() === "}" ? { open, found } : null;
}

function readAttributes(excerpt: Excerpt, start: number, context: ParseContext): readonly Attribute[] | null {
  const { text } = excerpt;
  const attributes: Attribute[] = [];
  let at = start;
  ATTRIBUTE.lastIndex = at;
  for (let match = ATTRIBUTE.exec(text); match !== null; match = ATTRIBUTE.exec(text)) {
    const begin = at + match[0].length - match[0].trimStart().length;
    at = ATTRIBUTE.lastIndex;
    attributes.push(attributeOf(excerpt, match, begin, at, context));
  }
  return attributes.length > 0 && text.slice(at).trim() === "}" ? attributes : null;
}

function attributeOf(excerpt: Excerpt, match: RegExpExecArray, start: number, end: number, context: ParseContext): Attribute {
  const key = match[1] ?? match[3] ?? "";
  const quoted = match[4] ?? match[5];
  const written = match[2] ?? quoted ?? match[6] ?? "";
  const valueStart = end - written.length - (quoted === undefined ? 0 : 1);
  const valueSpan = spanAt(excerpt, valueStart, valueStart + written.length);
  const plain = quoted === undefined ? written : written.replace(/\\(["'\\])/g, "$1");
  const inlines = readPlainText(plain, valueSpan, context);
  // If it contains an escape, its characters are not where they seem to be.
  if (WORDED.has(key)) context.label(plain === written ? inlines : [{ type: "text", text: written, span: valueSpan }]);
  return { key, value: plainText(inlines), span: spanAt(excerpt, start, end), valueSpan };
}

/** Braces with a `.`, `#`, `=` or a colon after a space were meant to be attributes. */
function looksMeant(text: string, open: number): boolean {
  const apart = open === 0 || text.charAt(open - 1).trim() === "";
  return apart && /^\{\s*(?:[.#=]|[\w-]+\s*[=:＝：]|(?:step|layout|id|class)\b)/.test(text.slice(open));
}

function reportFullWidth(excerpt: Excerpt, context: ParseContext): void {
  const open = excerpt.text.lastIndexOf("｛");
  if (open !== -1 && excerpt.text.charAt(open - 1) !== "｛" && /^｛\s*[.#\w。＃]/.test(excerpt.text.slice(open))) context.report(badAttributes(spanAt(excerpt, open), true));
}
