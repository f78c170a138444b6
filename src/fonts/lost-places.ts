/** Where the sources have characters that no font has; the author must fix each place. */
import type { SourceFile } from "../model/sources.ts";
import { splitSheet, type Span } from "../model/span.ts";
import type { RenderedDeck } from "../render/rendered.ts";

export interface LostPlace {
  readonly span: Span | null;
  /** 1-based page of the slide that it belongs to; null if it is on several slides or on none. */
  readonly page: number | null;
}

/**
 * Every place in the first group of files that has the character. If none has it, for example because it is written as an
 * entity, gives the slide that first shows it. Slides come before tables, which may have it in a column that nobody sees.
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

/** In a sheet, columns count cells. */
function spanIn(file: string, text: string, line: number, at: number, length: number): Span {
  if (splitSheet(file).sheet === null) return { file, line, column: at + 1, endLine: line, endColumn: at + 1 + length };
  const column = text.slice(0, at).split("\t").length;
  return { file, line, column, endLine: line, endColumn: column + 1 };
}

/** Page of the last slide that begins by that place; null if there is none. */
function pageAt({ file, line }: Span, { slides }: RenderedDeck): number | null {
  return slides.findLast(({ span }) => span.file === file && span.line <= line)?.page ?? null;
}
