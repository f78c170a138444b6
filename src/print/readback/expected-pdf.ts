/** What a PDF must contain: its size, its bookmarks, and every passage of the HTML that it was printed from. */
import type { Span } from "../../model/span.ts";
import { decodeEntities } from "../../render/entities.ts";

/** A stretch of text that must be readable in the PDF. */
export interface Passage {
  readonly text: string;
  /** 1-based; null where the text flows and may be on any page. */
  readonly page: number | null;
  /** Where its source is; null for the tool's own words. */
  readonly span: Span | null;
}

export interface ExpectedPdf {
  readonly title: string;
  /** BCP 47. */
  readonly lang: string;
  /** Null if the length of the text decides. */
  readonly pages: number | null;
  /** In millimetres. */
  readonly width: number;
  readonly height: number;
  /**
   * Height of the strips at the upper and lower edge of the paper that only
   * running lines use, in millimetres: text there does not count for any passage.
   */
  readonly running: { readonly top: number; readonly bottom: number };
  /** Titles that the bookmarks must list; empty if a document has none. */
  readonly headings: readonly string[];
  readonly passages: readonly Passage[];
  /** Number of pictures shown: each may add to the file's size. */
  readonly pictures: number;
  /** Text drawn at a smaller scale than this, in points per CSS pixel, is on a slide: it is checked on the slide's canvas. */
  readonly ownScale: number;
  /** The settings, whose words the running lines show. */
  readonly settings: Span | null;
}

/** A printed PDF with what it must contain. */
export interface PrintedPdf {
  /** Path below the output folder. */
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly expected: ExpectedPdf;
}

/** Elements that do not interrupt a sentence. */
const INLINE = /^(?:a|abbr|b|br|code|del|em|i|ins|kbd|mark|s|small|span|strong|sub|sup|tspan|u|wbr)$/;
/** Elements whose content is never shown; the two of SVG are only read aloud. */
const SILENT = /^(?:title|desc|style|script|template)$/;
export const HEADING = /^h[1-6]$/;
const VOID = /^(?:area|br|col|hr|img|input|link|meta|source|wbr)$/;
/** What base.css hides for everyone but screen readers, and steps that come on a later page. */
const HIDDEN = /\bclass="(?:[^"]*\s)?(?:visually-hidden|later)(?:\s[^"]*)?"|\shidden(?=[\s=>/]|$)/;
const PIECE = /<(\/?)([a-zA-Z][\w:-]*)((?:"[^"]*"|'[^']*'|[^'">])*)>|<!--[\s\S]*?-->|([^<]+)/g;

/** Passages that rendered HTML shows, block by block, without text meant only for screen readers. */
export function findPassages(html: string): readonly string[] {
  const passages: string[] = [];
  let passage = "";
  for (const { name, text } of findShown(html)) {
    passage += text;
    if (name === "" || INLINE.test(name)) continue;
    if (passage.trim() !== "") passages.push(decodeText(passage));
    passage = "";
  }
  if (passage.trim() !== "") passages.push(decodeText(passage));
  return passages;
}

/** Texts of the visible headings, which become bookmarks. */
export function findHeadings(html: string): readonly string[] {
  const headings: string[] = [];
  let heading: string | null = null;
  for (const { name, closes, text } of findShown(html)) {
    if (heading !== null) heading += text;
    if (!HEADING.test(name)) continue;
    if (closes && heading !== null && heading.trim() !== "") headings.push(decodeText(heading));
    heading = closes ? null : "";
  }
  return headings;
}

/** A tag or a visible text. A text has an empty name; a tag or a hidden text has an empty `text`. */
export interface Piece {
  readonly name: string;
  readonly attributes: string;
  readonly closes: boolean;
  readonly text: string;
}

export function* findShown(html: string): Generator<Piece> {
  /** Open elements, from the outermost hidden one inwards. */
  const unseen: string[] = [];
  for (const [, slash, tag, attributes = "", text = ""] of html.matchAll(PIECE)) {
    const name = (tag ?? "").toLowerCase();
    const closes = slash === "/";
    yield { name, attributes, closes, text: unseen.length > 0 ? "" : text };
    if (closes) {
      if (unseen.at(-1) === name) unseen.pop();
    } else if (name !== "" && !attributes.endsWith("/") && !VOID.test(name) && (unseen.length > 0 || SILENT.test(name) || HIDDEN.test(attributes))) unseen.push(name);
  }
}

function decodeText(text: string): string {
  return decodeEntities(text).replace(/\s+/g, " ").trim();
}
