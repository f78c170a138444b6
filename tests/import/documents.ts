/** Documents for imports, made of plain paragraphs or of a deck's own spoken text. */
import { shownText } from "../../src/import/proof.ts";
import type { UnderstandOptions } from "../../src/import/understand.ts";
import type { Deck } from "../../src/model/deck.ts";
import type { DocumentBlock, SourceDocument } from "../../src/read/documents/document.ts";

/** Nothing refused yet; the clock says 2026. */
export const UNTAUGHT: UnderstandOptions = { today: 2026, refused: new Set(), plain: new Set(), spokenTables: new Set() };

export interface TestParagraph {
  readonly text: string;
  readonly level?: number | null;
  readonly label?: string;
}

export function documentFrom(paragraphs: readonly (TestParagraph | string)[]): SourceDocument {
  const blocks = paragraphs.map((one, index): DocumentBlock => {
    const { text, level = null, label = "" } = typeof one === "string" ? { text: one } : one;
    return { type: "paragraph", place: { paragraph: index + 1, line: index + 1 }, label, level, runs: [{ text, bold: false }], notes: [] };
  });
  return { path: "报告.txt", kind: "text", blocks };
}

/** What a deck speaks, below the titles of its numbered sections. */
export function documentOf({ sections }: Deck): SourceDocument {
  const paragraphs = sections.flatMap(({ number, title, slides }) => [
    ...(number === null ? [] : [{ text: shownText(title).replaceAll("\n", ""), level: 1 }]),
    ...slides.flatMap(({ notes }) => notes.flatMap((block) => (block.type === "paragraph" ? [{ text: shownText(block.inlines) }] : []))),
  ]);
  return documentFrom(paragraphs);
}
