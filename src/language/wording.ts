/** Text as it is read in one go, with the source place of every character. */
import type { Fix } from "../diagnostics/diagnostic.ts";
import { hasIgnorable, visibleStretches, withoutIgnorable } from "../model/characters/ignorable.ts";
import type { Inline } from "../model/deck.ts";
import type { Span } from "../model/span.ts";

/** A stretch of shown text from one leaf of the model. */
export interface Piece {
  /** `text` may get diagnostics; `figure` comes from data/; `opaque` (code, addresses, HTML) appears as U+FFFC. */
  readonly type: "text" | "figure" | "opaque";
  readonly text: string;
  /** Offset of its first character in the passage. */
  readonly start: number;
  readonly span: Span;
  /** The figure's leaf; null for other pieces. */
  readonly figure: Extract<Inline, { type: "figure" }> | null;
}

/** Text that is read in one go, wherever it is. */
export interface Wording {
  readonly text: string;
  /** At least one; each begins where the one before ends. */
  readonly pieces: readonly Piece[];
}

/** Replaces what no rule may read: Unicode's object replacement character. */
export const OPAQUE = "\uFFFC";

/** What inlines show, in order, without characters that nobody sees: no name or figure is missed because of one. */
export function flatten(inlines: readonly Inline[]): Wording {
  const pieces: Piece[] = [];
  let text = "";
  const put = (type: Piece["type"], shown: string, span: Span, figure: Piece["figure"] = null): void => {
    pieces.push({ type, text: shown, start: text.length, span, figure });
    text += shown;
  };
  const visit = (inline: Inline): void => {
    switch (inline.type) {
      case "text":
        return hasIgnorable(inline.text) ? visiblePieces(inline.text, inline.span).forEach(({ text: shown, span }) => put("text", shown, span)) : put("text", inline.text, inline.span);
      case "figure":
        return put("figure", withoutIgnorable(inline.text), inline.span, inline);
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

/** The visible stretches of a text, each with its own place where the source has the same characters on one line. */
function visiblePieces(text: string, span: Span): readonly { readonly text: string; readonly span: Span }[] {
  const exact = span.line === span.endLine && span.endColumn - span.column === text.length;
  return visibleStretches(text).map(({ text: shown, start }) => {
    const column = span.column + start;
    return { text: shown, span: exact ? { ...span, column, endColumn: column + shown.length } : span };
  });
}

/** A link that shows its own address. */
function isAddress({ href, children }: Extract<Inline, { type: "link" }>): boolean {
  const shown = children.map((child) => (child.type === "text" ? child.text : "")).join("");
  return shown !== "" && href.includes(shown.replace(/\/$/, ""));
}

/** Source place of the characters from `start` up to `end` of a passage; a piece written differently is marked as a whole. */
export function placeIn(passage: Wording, start: number, end: number): Span {
  const first = pieceAt(passage, start);
  const last = pieceAt(passage, Math.max(end - 1, start));
  const from = within(first, start - first.start);
  const to = within(last, end - last.start);
  return { ...first.span, line: from.line, column: from.start, endLine: to.endLine, endColumn: to.end };
}

/** The fix that writes `replacement` for the characters from `start` up to `end`; null where the source is written differently. */
export function fixIn(wording: Wording, start: number, end: number, replacement: string): Fix | null {
  const piece = pieceAt(wording, start);
  if (piece.type !== "text" || end > piece.start + piece.text.length) return null;
  const whole = start === piece.start && end === piece.start + piece.text.length;
  return isExact(piece) || (whole && piece.text !== "\n") ? { span: placeIn(wording, start, end), replacement } : null;
}

/** A binary search: notes may be as long as a report. */
function pieceAt({ pieces }: Wording, offset: number): Piece {
  let [from, to] = [0, pieces.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((pieces[middle]?.start ?? 0) <= offset) from = middle + 1;
    else to = middle;
  }
  const found = pieces[from - 1];
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
