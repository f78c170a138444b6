/** The deck's running text, flattened: what a reader sees or hears in one go, with the source place of every character. */
import type { Fix } from "../diagnostics/diagnostic.ts";
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

/** Text that is read in one go, wherever it stands. */
export interface Wording {
  readonly text: string;
  /** At least one; each begins where the one before ends. */
  readonly pieces: readonly Piece[];
}

/** One heading, paragraph, list item, table cell or label of a slide. */
export interface Passage extends Wording {
  /** Where people meet it. */
  readonly surface: "title" | "slide" | "notes";
  readonly section: Section;
  readonly slide: Slide;
}

/** Stands for what no rule may read: an object, in the sense of Unicode. */
export const OPAQUE = "\uFFFC";

/** All passages in the order of the deck: per slide its title, its labels, what it shows, then its notes. */
export function findPassages(deck: Deck): readonly Passage[] {
  return deck.sections.flatMap((section) =>
    section.slides.flatMap((slide) => {
      const make = (surface: Passage["surface"]) => (inlines: readonly Inline[]): Passage => ({ surface, section, slide, ...flatten(inlines) });
      return [
        ...(hasOwnTitle(slide) ? [make("title")(slide.title)] : []),
        ...slide.labels.filter((label) => label.length > 0).map(make("slide")),
        ...runsOf(slide.blocks).map(make("slide")),
        ...runsOf(slide.notes).map(make("notes")),
      ];
    }),
  );
}

/** A cover without a title of its own shows that of deck.yaml. */
function hasOwnTitle({ title, span }: Slide): boolean {
  return title[0] !== undefined && title[0].span.file === span.file;
}

/** What deck.yaml and the tables say, outside of all slides. */
export function findOutsideWordings({ settings, cells }: Deck): readonly Wording[] {
  const shown = [["title", settings.title], ["organisation", settings.organisation], ["speaker", settings.speaker], ["meeting", settings.meeting]] as const;
  const texts = shown.flatMap(([key, text]): Inline[] => {
    const span = settings.places.get(key);
    return text === null || span === undefined ? [] : [{ type: "text", text, span: withoutQuotes(text, span) }];
  });
  return [...texts.map((text) => flatten([text])), ...cells.map(flatten)];
}

/** A YAML value that is two characters wider than its text has quotes around it. */
function withoutQuotes(text: string, span: Span): Span {
  const quoted = span.line === span.endLine && span.endColumn - span.column === text.length + 2;
  return quoted ? { ...span, column: span.column + 1, endColumn: span.endColumn - 1 } : span;
}

/** Source place of the characters from `start` up to `end` of a passage; a piece that was written otherwise is marked whole. */
export function placeIn(passage: Wording, start: number, end: number): Span {
  const first = pieceAt(passage, start);
  const last = pieceAt(passage, Math.max(end - 1, start));
  const from = within(first, start - first.start);
  const to = within(last, end - last.start);
  return { ...first.span, line: from.line, column: from.start, endLine: to.endLine, endColumn: to.end };
}

/** The repair that writes `replacement` for the characters from `start` up to `end`; null where the source has them otherwise. */
export function fixIn(wording: Wording, start: number, end: number, replacement: string): Fix | null {
  const piece = pieceAt(wording, start);
  if (piece.type !== "text" || end > piece.start + piece.text.length) return null;
  const whole = start === piece.start && end === piece.start + piece.text.length;
  return isExact(piece) || (whole && piece.text !== "\n") ? { span: placeIn(wording, start, end), replacement } : null;
}

function pieceAt(passage: Wording, offset: number): Piece {
  const found = passage.pieces.findLast((piece) => piece.start <= offset);
  if (found === undefined) throw new RangeError(`nothing stands at ${offset}`);
  return found;
}

/** Columns around an offset of a piece; exact where the source has the same characters on one line. */
function within(piece: Piece, offset: number): { line: number; start: number; endLine: number; end: number } {
  const { span } = piece;
  const exact = isExact(piece);
  return { line: span.line, start: exact ? span.column + offset : span.column, endLine: span.endLine, end: exact ? span.column + offset : span.endColumn };
}

function isExact({ type, text, span }: Piece): boolean {
  return type === "text" && span.line === span.endLine && span.endColumn - span.column === text.length;
}

function runsOf(blocks: readonly Block[]): (readonly Inline[])[] {
  return blocks.flatMap((block): (readonly Inline[])[] => {
    switch (block.type) {
      case "paragraph":
        return [block.inlines];
      case "list":
        return block.items.flatMap((item) => [divideLead(item.inlines), ...runsOf(item.blocks)]);
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

/** A strong text that opens a list item is its title: the space behind it divides as a line end would. */
function divideLead(inlines: readonly Inline[]): readonly Inline[] {
  const [lead, next, ...rest] = inlines;
  if (lead?.type !== "strong" || next?.type !== "text" || !/^[ \t]/.test(next.text) || next.span.endColumn - next.span.column !== next.text.length) return inlines;
  const { span, text } = next;
  const column = span.column + 1;
  return [lead, { type: "text", text: "\n", span: { ...span, endColumn: column } }, { type: "text", text: text.slice(1), span: { ...span, column } }, ...rest];
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
