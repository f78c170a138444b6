/** Text cut out of a file, in which every character still has its place. */
import type { Span } from "../../model/span.ts";

/** From index `at` of the text, characters follow each other in the file from `offset`. */
interface Piece {
  readonly at: number;
  readonly offset: number;
}

export interface Excerpt {
  readonly text: string;
  /** Sorted by `at`; the first is at 0. */
  readonly pieces: readonly Piece[];
  readonly origin: Origin;
}

/** The file an excerpt comes from. */
export interface Origin {
  readonly file: string;
  readonly text: string;
  /** Offset of each line's first character. */
  readonly lineStarts: readonly number[];
}

/** The text of `file` from `start` to its end, as an excerpt. */
export function wholeExcerpt(file: string, text: string, start = 0): Excerpt {
  const lineStarts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) lineStarts.push(at + 1);
  return { text: text.slice(start), pieces: [{ at: 0, offset: start }], origin: { file, text, lineStarts } };
}

/** The part of an excerpt from `start` up to `end`. */
export function sliceExcerpt(excerpt: Excerpt, start: number, end: number = excerpt.text.length): Excerpt {
  const first = pieceIndex(excerpt, start);
  const pieces = [{ at: 0, offset: offsetAt(excerpt, start) }];
  for (let index = first + 1; index < excerpt.pieces.length && excerpt.pieces[index]!.at < end; index++) {
    const piece = excerpt.pieces[index]!;
    pieces.push({ at: piece.at - start, offset: piece.offset });
  }
  return { text: excerpt.text.slice(start, end), pieces, origin: excerpt.origin };
}

/** Without white space at both ends. */
export function trimExcerpt(excerpt: Excerpt): Excerpt {
  const { text } = excerpt;
  const end = text.trimEnd().length;
  return sliceExcerpt(excerpt, Math.min(end, text.length - text.trimStart().length), end);
}

/** One excerpt out of several of the same file, in order. */
export function joinExcerpts(parts: readonly [Excerpt, ...Excerpt[]]): Excerpt {
  let text = "";
  const pieces: Piece[] = [];
  for (const part of parts) {
    for (const piece of part.pieces) pieces.push({ at: piece.at + text.length, offset: piece.offset });
    text += part.text;
  }
  return { text, pieces, origin: parts[0].origin };
}

/** Characters `from` up to `to` of an excerpt are to be read as `text`. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The excerpt with edits in order, none over another. What takes the place of characters has their place in the file. */
export function editExcerpt(excerpt: Excerpt, edits: readonly Edit[]): Excerpt {
  let text = "";
  let done = 0;
  const pieces: Piece[] = [];
  const keep = (end: number): void => {
    const kept = sliceExcerpt(excerpt, done, end);
    for (const piece of kept.pieces) pieces.push({ at: piece.at + text.length, offset: piece.offset });
    text += kept.text;
  };
  for (const edit of edits) {
    keep(edit.from);
    pieces.push({ at: text.length, offset: offsetAt(excerpt, edit.from) });
    text += edit.text;
    done = edit.to;
  }
  keep(excerpt.text.length);
  // An empty stretch leaves two pieces at one index: the later one counts.
  return { text, pieces: pieces.filter(({ at }, index) => pieces[index + 1]?.at !== at), origin: excerpt.origin };
}

/** Position in the file of the character at `index`. */
export function offsetAt(excerpt: Excerpt, index: number): number {
  const piece = excerpt.pieces[pieceIndex(excerpt, index)]!;
  return piece.offset + index - piece.at;
}

/** Up to `length` characters of the file from where the excerpt begins, as they were typed. */
export function typedText(excerpt: Excerpt, length: number): string {
  const start = offsetAt(excerpt, 0);
  return excerpt.origin.text.slice(start, start + length);
}

/** The span of the part from `start` up to `end` in the file. */
export function spanAt(excerpt: Excerpt, start = 0, end: number = excerpt.text.length): Span {
  const from = offsetAt(excerpt, start);
  const to = end <= start ? from : offsetAt(excerpt, end - 1) + 1;
  return spanBetween(excerpt.origin, from, to);
}

/** A span from `start` up to `end`, both offsets in the file. */
export function spanBetween(origin: Origin, start: number, end: number): Span {
  const line = lineAt(origin, start);
  const endLine = end < (origin.lineStarts[line + 1] ?? Infinity) ? line : lineAt(origin, end);
  return {
    file: origin.file,
    line: line + 1,
    column: start - origin.lineStarts[line]! + 1,
    endLine: endLine + 1,
    endColumn: end - origin.lineStarts[endLine]! + 1,
  };
}

/** From the start of one span to the end of another. */
export function joinSpans(first: Span, last: Span): Span {
  return { ...first, endLine: last.endLine, endColumn: last.endColumn };
}

/**
 * `derived` with the places of `source`. It was made from `source` line by line, changing only white space and marks at the start
 * of lines, so each line is aligned with its source from the right.
 */
export function alignLines(source: Excerpt, derived: string): Excerpt {
  const lines = splitLines(source.text);
  const pieces: Piece[] = [];
  splitLines(derived).forEach(({ start, text }, index) => {
    const line = lines[Math.min(index, lines.length - 1)]!;
    const lead = /^[ \t]*/.exec(text)![0].length;
    const width = Math.max(0, text.trimEnd().length - lead);
    const content = sliceExcerpt(source, line.start + Math.max(0, line.text.trimEnd().length - width), line.start + line.text.length);
    // Tabs and lazy lines make the indent wider than its source; it then reaches back into the line before.
    pieces.push({ at: start, offset: Math.max(0, offsetAt(content, 0) - lead) });
    for (const piece of content.pieces) pieces.push({ at: start + lead + piece.at, offset: piece.offset });
  });
  return { text: derived, pieces, origin: source.origin };
}

interface Line {
  readonly start: number;
  readonly text: string;
}

/** The lines of a text, each with its start index. */
export function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    lines.push({ start, text: line });
    start += line.length + 1;
  }
  return lines;
}

function pieceIndex(excerpt: Excerpt, index: number): number {
  const { pieces } = excerpt;
  if (pieces.length === 1) return 0;
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (pieces[middle]!.at <= index) low = middle;
    else high = middle - 1;
  }
  return low;
}

function lineAt(origin: Origin, offset: number): number {
  const { lineStarts } = origin;
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (lineStarts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
