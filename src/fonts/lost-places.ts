/** Where in the sources characters stand that no font has: each place is one for the author to mend. */
import type { SourceFile } from "../model/sources.ts";
import { splitSheet, type Span } from "../model/span.ts";
import type { RenderedDeck } from "../render/rendered.ts";

export interface LostPlace {
  readonly span: Span | null;
  /** 1-based, of the slide that it belongs to; null for what is on many or on none. */
  readonly page: number | null;
}

/**
 * Every place in the first of these groups of files that has the character; where none has it, as when it was written as an
 * entity, the slide that shows it first. A table may have it in a column that nobody sees, so that slides come first.
 */
export function findLostPlaces(character: string, first: number, deck: RenderedDeck, groups: readonly (readonly SourceFile[])[]): readonly LostPlace[] {
  for (const files of groups) {
    const spans = files.flatMap((file) => findAll(character, file));
    if (spans.length > 0) return spans.map((span) => ({ span, page: pageAt(span, deck) }));
  }
  const slide = deck.slides[first];
  return [{ span: slide?.span ?? null, page: slide?.page ?? null }];
}

function findAll(character: string, { path, text }: SourceFile): readonly Span[] {
  const spans: Span[] = [];
  if (!text.includes(character)) return spans;
  for (const [index, line] of text.split("\n").entries()) {
    for (let at = line.indexOf(character); at >= 0; at = line.indexOf(character, at + character.length)) {
      spans.push(spanIn(path, line, index + 1, at, character.length));
    }
  }
  return spans;
}

/** Of a sheet columns are counted in cells. */
function spanIn(file: string, text: string, line: number, at: number, length: number): Span {
  if (splitSheet(file).sheet === null) return { file, line, column: at + 1, endLine: line, endColumn: at + 1 + length };
  const column = text.slice(0, at).split("\t").length;
  return { file, line, column, endLine: line, endColumn: column + 1 };
}

/** The slide that begins last before the place. */
function pageAt({ file, line }: Span, { slides }: RenderedDeck): number | null {
  return slides.findLast(({ span }) => span.file === file && span.line <= line)?.page ?? null;
}
