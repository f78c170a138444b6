/** Speaker notes: where they begin on a slide, and marks that were meant to begin them. */
import { hiddenNotes } from "../../diagnostics/messages/slides.ts";
import { sliceExcerpt, spanAt, splitLines } from "./excerpt.ts";
import type { BlockScope } from "./scope.ts";
import { buildBlocks } from "./blocks.ts";
import { buildParagraph } from "./paragraphs.ts";
import type { Placed } from "./tokens.ts";
import type { Block } from "../../model/deck.ts";

const MARK = /^ {0,3}(?:notes?|备注)[ \t]*[:：][ \t]*/i;

const MARK_INSIDE = /\n {0,3}(?:notes?|备注)[ \t]*[:：]/i;

/** Splits a slide's blocks into those shown and, from the paragraph that begins with the mark, those spoken. */
export function splitNotes(blocks: readonly Placed[]): { readonly shown: readonly Placed[]; readonly spoken: readonly Placed[] } {
  const start = blocks.findIndex(isMarked);
  return start === -1 ? { shown: blocks, spoken: [] } : { shown: blocks.slice(0, start), spoken: blocks.slice(start) };
}

/** The blocks of the speaker notes, without the mark. */
export function buildNotes(spoken: readonly Placed[], scope: BlockScope): Block[] {
  return spoken.flatMap((placed) => {
    if (!isMarked(placed)) return buildBlocks([placed], scope);
    const { source } = placed;
    const mark = MARK.exec(source.text)![0];
    return source.text.slice(mark.length).trim() === "" ? [] : buildParagraph(sliceExcerpt(source, mark.length), scope);
  });
}

/** Reports marks in the middle of a paragraph, list or table, whose words would be shown. */
export function reportHiddenNotes(shown: readonly Placed[], scope: BlockScope): void {
  for (const { token, source } of shown) {
    if (token.type === "code" || token.type === "html" || !MARK_INSIDE.test(source.text)) continue;
    for (const { start, text } of splitLines(source.text).slice(1)) {
      const mark = MARK.exec(text)?.[0];
      if (mark !== undefined) scope.context.report(hiddenNotes(spanAt(source, start + mark.length - mark.trimStart().length, start + mark.trimEnd().length)));
    }
  }
}

function isMarked({ token, source }: Placed): boolean {
  return token.type === "paragraph" && MARK.test(source.text);
}
