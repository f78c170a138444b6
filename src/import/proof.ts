/** The proof that nothing is lost and nothing is changed: the spoken text of the parsed draft is the document's text, character by character. */
import type { Block, Deck, Inline } from "../model/deck.ts";
import { trimBlanks } from "./spoken.ts";

/** The first place where the two differ. */
export interface Difference {
  /** Index of the paragraph in the document's text, from 0. */
  readonly paragraph: number;
  /** What the document has there, and what the draft speaks; null where one of them has no such paragraph. */
  readonly source: string | null;
  readonly spoken: string | null;
}

/** Null where every paragraph is spoken once, in order, to the letter. */
export function findDifference(source: readonly string[], deck: Deck): Difference | null {
  const spoken = spokenText(deck);
  const length = Math.max(source.length, spoken.length);
  for (let at = 0; at < length; at++) {
    const [one = null, other = null] = [source[at], spoken[at]];
    if (one !== other) return { paragraph: at, source: one, spoken: other };
  }
  return null;
}

/** What a deck speaks, paragraph by paragraph, with its references shown. */
export function spokenText({ sections }: Deck): string[] {
  // A comment behind a paragraph leaves a blank.
  return sections.flatMap(({ slides }) => slides.flatMap(({ notes }) => notes.flatMap(textsOf))).map(trimBlanks);
}

/** Lists and quotes are paragraphs that were taken for something else: their texts differ from the source's by their marks. */
function textsOf(block: Block): string[] {
  switch (block.type) {
    case "paragraph":
      return [shownText(block.inlines)];
    case "list":
      return block.items.flatMap(({ inlines, blocks }) => [shownText(inlines), ...blocks.flatMap(textsOf)]);
    case "quote":
    case "card":
      return block.blocks.flatMap(textsOf);
    default:
      return [];
  }
}

/** Every character that these inlines show. */
export function shownText(inlines: readonly Inline[]): string {
  return inlines.map((inline) => {
    switch (inline.type) {
      case "text":
      case "code":
      case "figure":
        return inline.text;
      case "break":
        return "\n";
      case "html":
        return inline.html;
      default:
        return shownText(inline.children);
    }
  }).join("");
}
