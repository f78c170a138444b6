/** The state of reading one inline text, and how to place what was read. */
import type { Address } from "./addresses.ts";
import type { LeafInline } from "./draft.ts";
import { textDraft, type Part } from "./emphasis.ts";
import { spanAt, type Excerpt } from "../excerpt.ts";
import type { ParseContext } from "../../context.ts";

/** What inline text may refer to. */
export interface InlineScope {
  readonly context: ParseContext;
  /** Destinations of link definitions, by normalised label. */
  readonly links: ReadonlyMap<string, string>;
  /** Labels that were referred to; filled while reading. */
  readonly usedLinks: Set<string>;
}

/** A `[` or `![` that may begin a link or image; its part is `parts[part]`. */
export interface Bracket {
  readonly start: number;
  readonly end: number;
  readonly image: boolean;
  readonly part: number;
}

/** The state of reading one text. */
export interface Scanner {
  readonly excerpt: Excerpt;
  readonly text: string;
  readonly scope: InlineScope;
  readonly parts: Part[];
  readonly brackets: Bracket[];
  /** Where the reader is, and where text not yet placed begins. */
  at: number;
  pending: number;
  /** How many brackets, from the outside, cannot be links because they contain one. */
  spent: number;
  /** Searches known to find nothing further on. */
  readonly missing: Set<string>;
}

/** Places the text before `end`. */
export function flush(scanner: Scanner, end: number): void {
  if (end > scanner.pending) scanner.parts.push(textDraft(scanner.excerpt, scanner.pending, end));
  scanner.pending = end;
}

/** Places a draft for the source from `start` up to `end`, after the text before it; null places nothing. */
export function place(scanner: Scanner, start: number, end: number, part: Part | null): true {
  flush(scanner, start);
  if (part !== null) scanner.parts.push(part);
  scanner.at = end;
  scanner.pending = end;
  return true;
}

/** Places a leaf made from the source from `start` up to `end`. */
export function placeText(scanner: Scanner, start: number, end: number, text: string): true {
  return placeLeaf(scanner, start, end, { type: "text", text, span: spanAt(scanner.excerpt, start, end) });
}

/** Places a leaf that covers the source from `start` up to `end`. */
export function placeLeaf(scanner: Scanner, start: number, end: number, inline: LeafInline): true {
  return place(scanner, start, end, { type: "leaf", inline, span: inline.span });
}

/** Places an automatic link; inside the text of a link it becomes text again. */
export function placeAddress(scanner: Scanner, address: Address, text: Pick<Address, "start" | "end"> = address): true {
  const { start, end, href } = address;
  const children = [textDraft(scanner.excerpt, text.start, text.end)];
  return place(scanner, start, end, { type: "link", href, automatic: true, children, span: spanAt(scanner.excerpt, start, end), depth: 1 });
}
