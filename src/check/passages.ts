/** The deck's running text, flattened: what a reader sees or hears in one go, with the source place of every character. */
import type { Block, Deck, Inline, Section, Slide } from "../model/deck.ts";
import type { Span } from "../model/span.ts";

/** A stretch of shown text from one leaf of the model. */
export interface Piece {
  /** `text` may be complained about; `figure` comes from data/; what is `opaque` (code, addresses, HTML) shows as U+FFFC. */
  readonly type: "text" | "figure" | "opaque";
  readonly text: string;
  /** Offset of its first character in the passage. */
  readonly start: number;
  readonly span: Span;
  /** The figure's leaf; null for other pieces. */
  readonly figure: Extract<Inline, { type: "figure" }> | null;
}

/** One heading, paragraph, list item or table cell. */
export interface Passage {
  /** Where people meet it. */
  readonly surface: "title" | "slide" | "notes";
  readonly section: Section;
  readonly slide: Slide;
  readonly text: string;
  readonly pieces: readonly Piece[];
}

/** Stands for what no rule may read: an object, in the sense of Unicode. */
export const OPAQUE = "\uFFFC";

/** All passages in the order of the deck: per slide its title, what it shows, then its notes. */
export function findPassages(deck: Deck): readonly Passage[] {
  return deck.sections.flatMap((section) =>
    section.slides.flatMap((slide) => {
      const make = (surface: Passage["surface"]) => (inlines: readonly Inline[]): Passage => ({ surface, section, slide, ...flatten(inlines) });
      return [
        ...(slide.title.length === 0 ? [] : [make("title")(slide.title)]),
        ...runsOf(slide.blocks).map(make("slide")),
        ...runsOf(slide.notes).map(make("notes")),
      ];
    }),
  );
}

/** Source place of the characters from `start` up to `end` of a passage; a piece that was written otherwise is marked whole. */
export function placeIn(passage: Passage, start: number, end: number): Span {
  const first = pieceAt(passage, start);
  const last = pieceAt(passage, Math.max(end - 1, start));
  const from = within(first, start - first.start);
  const to = within(last, end - last.start);
  return { ...first.span, line: from.line, column: from.start, endLine: to.endLine, endColumn: to.end };
}

function pieceAt(passage: Passage, offset: number): Piece {
  const found = passage.pieces.findLast((piece) => piece.start <= offset);
  if (found === undefined) throw new RangeError(`nothing stands at ${offset}`);
  return found;
}

/** Columns around an offset of a piece; exact where the source has the same characters on one line. */
function within({ type, text, span }: Piece, offset: number): { line: number; start: number; endLine: number; end: number } {
  const exact = type === "text" && span.line === span.endLine && span.endColumn - span.column === text.length;
  return { line: span.line, start: exact ? span.column + offset : span.column, endLine: span.endLine, end: exact ? span.column + offset : span.endColumn };
}

function runsOf(blocks: readonly Block[]): (readonly Inline[])[] {
  return blocks.flatMap((block): (readonly Inline[])[] => {
    switch (block.type) {
      case "paragraph":
        return [block.inlines];
      case "list":
        return block.items.flatMap((item) => [item.inlines, ...runsOf(item.blocks)]);
      case "card":
        return [block.title, ...runsOf(block.blocks)];
      case "quote":
        return runsOf(block.blocks);
      case "table":
        return [...block.head, ...block.rows.flat()];
      case "code":
      case "image":
      case "chart":
      case "figures":
      case "targets":
      case "zones":
      case "projects":
      case "timeline":
      case "html":
        return [];
    }
  }).filter((inlines) => inlines.length > 0);
}

function flatten(inlines: readonly Inline[]): { readonly text: string; readonly pieces: readonly Piece[] } {
  const pieces: Piece[] = [];
  let text = "";
  const put = (type: Piece["type"], shown: string, span: Span, figure: Piece["figure"] = null): void => {
    pieces.push({ type, text: shown, start: text.length, span, figure });
    text += shown;
  };
  const visit = (inline: Inline): void => {
    switch (inline.type) {
      case "text":
        return put("text", inline.text, inline.span);
      case "figure":
        return put("figure", inline.text, inline.span, inline);
      case "code":
      case "html":
        return put("opaque", OPAQUE, inline.span);
      case "link":
        return isAddress(inline) ? put("opaque", OPAQUE, inline.span) : inline.children.forEach(visit);
      case "break":
        return put("text", "\n", inline.span);
      case "strong":
      case "emphasis":
      case "deleted":
        return inline.children.forEach(visit);
    }
  };
  inlines.forEach(visit);
  return { text, pieces };
}

/** A link that shows its own address. */
function isAddress({ href, children }: Extract<Inline, { type: "link" }>): boolean {
  const shown = children.map((child) => (child.type === "text" ? child.text : "")).join("");
  return shown !== "" && href.includes(shown.replace(/\/$/, ""));
}
