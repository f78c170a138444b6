/** Speaker notes: where they begin on a slide, and marks that were meant to begin them. */
import { hiddenNotes } from "../../diagnostics/messages/slides.ts";
import { sliceExcerpt, spanAt, splitLines } from "./excerpt.ts";
import type { BlockScope } from "./scope.ts";
import { buildBlocks } from "./blocks.ts";
import { findShownMark } from "./notes-mark.ts";
import { buildParagraph } from "./paragraphs.ts";
import type { Placed } from "./tokens.ts";
import { NOTES_MARK } from "./typed-lines.ts";
import type { Block } from "../../model/deck.ts";

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
    const rest = sliceExcerpt(source, NOTES_MARK.length);
    return rest.text.trim() === "" ? [] : buildParagraph(rest, scope);
  });
}

/** Reports marks that do not begin the notes: in a list, a quote, a table, a heading, behind other words. Their words would be shown. */
export function reportHiddenNotes(shown: readonly Placed["source"][], scope: BlockScope): void {
  const lines = shown.flatMap((source) => splitLines(source.text).map((line) => ({ source, ...line }))).filter(({ text }) => text.trim() !== "");
  for (const [index, { source, start, text }] of lines.entries()) {
    const mark = findShownMark(text, lines[index + 1]?.text);
    if (mark !== null) scope.context.report(hiddenNotes(spanAt(source, start + mark.from, start + mark.to)));
  }
}

function isMarked({ token, source }: Placed): boolean {
  return token.type === "paragraph" && source.text.startsWith(NOTES_MARK);
}
