/** What a PDF has to hold: its size, its bookmarks, and every passage of the HTML that it was printed from. */
import type { Span } from "../../model/span.ts";
import { decodeEntities } from "../../render/entities.ts";

/** A stretch of text that has to be readable in the PDF. */
export interface Passage {
  readonly text: string;
  /** 1-based; null where the text flows and may stand on any page. */
  readonly page: number | null;
  /** Where its source stands; null for the tool's own words. */
  readonly span: Span | null;
}

export interface ExpectedPdf {
  readonly title: string;
  /** BCP 47. */
  readonly lang: string;
  /** Null where the text decides it. */
  readonly pages: number | null;
  /** In millimetres. */
  readonly width: number;
  readonly height: number;
  /** Millimetres from the upper and the lower edge of the paper within which running lines alone stand: what is told there replaces no passage. */
  readonly running: { readonly top: number; readonly bottom: number };
  /** Titles that the bookmarks have to list; empty where a document has none. */
  readonly headings: readonly string[];
  readonly passages: readonly Passage[];
  /** Number of pictures shown: each may add to the size. */
  readonly pictures: number;
  /** Text that is drawn in a smaller scale than this, in points a CSS pixel, stands on a slide: that is judged on its canvas. */
  readonly ownScale: number;
  /** Whose words the running lines are. */
  readonly settings: Span | null;
}

/** A printed PDF beside what it has to be. */
export interface PrintedPdf {
  /** Path below the output folder. */
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly expected: ExpectedPdf;
}

/** Elements that divide no sentence. */
const INLINE = /^(?:a|abbr|b|br|code|del|em|i|ins|kbd|mark|s|small|span|strong|sub|sup|tspan|u|wbr)$/;
/** Elements of which nothing is shown: what the two of SVG say is read aloud. */
const SILENT = /^(?:title|desc|style|script|template)$/;
export const HEADING = /^h[1-6]$/;
const VOID = /^(?:area|br|col|hr|img|input|link|meta|source|wbr)$/;
/** What base.css keeps for screen readers, and steps that come on a later page. */
const HIDDEN = /\bclass="(?:[^"]*\s)?(?:visually-hidden|later)(?:\s[^"]*)?"|\shidden(?=[\s=>/]|$)/;
const PIECE = /<(\/?)([a-zA-Z][\w:-]*)((?:"[^"]*"|'[^']*'|[^'">])*)>|<!--[\s\S]*?-->|([^<]+)/g;

/** Passages that rendered HTML shows, block by block, without what only screen readers are told. */
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

/** Texts of the headings that are shown, which become bookmarks. */
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

/** A tag, or a text that is shown; the name of a text, and the text of a tag or of what is not shown, are empty. */
export interface Piece {
  readonly name: string;
  readonly attributes: string;
  readonly closes: boolean;
  readonly text: string;
}

export function* findShown(html: string): Generator<Piece> {
  /** Open elements since the outermost that is not shown. */
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
