/** Spoken text as it was delivered: paragraphs and the headings among them, with every number as typed. */
import type { Block, BlockOf, Language, ListItem } from "../../model/deck.ts";
import { plainText } from "../../model/plain-text.ts";
import { readOwnHeading, readShortHeading, type OwnHeading } from "../../model/own-headings.ts";

/** A block of the text, or a heading of its own with what follows in its paragraph. */
export type TextPart =
  | { readonly heading: null; readonly block: Block }
  | { readonly heading: OwnHeading; readonly block: BlockOf<"paragraph"> | null };

/** The parts of spoken text with headings of its own. */
export function divideText(blocks: readonly Block[], lang: Language): readonly TextPart[] {
  const english = lang === "en";
  const flat = blocks.flatMap((block) => flattenList(block, english ? ". " : "."));
  const numbered = flat.map((block) => readOwnHeading(block, english));
  const level = numbered.some((heading) => heading?.level === 2) ? 3 : 2;
  const headings = english ? numbered.map((heading, index) => heading ?? readShortHeading(flat[index]!, flat[index - 1], flat[index + 1], level)) : numbered;
  return flat.map((block, index) => {
    const heading = headings[index] ?? null;
    if (heading === null || isContents(headings, index) || isEnumerated(headings, index, english ? 2 : 3)) return { heading: null, block };
    return { heading, block: heading.rest };
  });
}

/** A part that a list of contents names before it begins: the same words head the text later. */
function isContents(headings: readonly (OwnHeading | null)[], index: number): boolean {
  const heading = headings[index]!;
  if (heading.level > 1 || heading.rest !== null) return false;
  const words = plainText(heading.words).trim();
  return headings.slice(index + 1).some((later) => later?.level === 1 && plainText(later.words).trim() === words);
}

/** Short lines of one low level one after the other are a list, not headings without text. */
function isEnumerated(headings: readonly (OwnHeading | null)[], index: number, low: 2 | 3): boolean {
  const heading = headings[index]!;
  if (heading.level < low || heading.rest !== null) return false;
  return [headings[index - 1], headings[index + 1]].some((other) => other?.level === heading.level && other.rest === null);
}

/** A numbered list is text with numbers. */
function flattenList(block: Block, mark: string): readonly Block[] {
  return block.type === "list" && block.ordered ? block.items.flatMap((item) => flattenItem(item, mark)) : [block];
}

function flattenItem({ ordinal, inlines, blocks, span, step }: ListItem, mark: string): readonly Block[] {
  const number = { type: "text", text: `${ordinal ?? ""}${mark}`, span: { ...span, endLine: span.line, endColumn: span.column } } as const;
  return [{ type: "paragraph", inlines: [number, ...inlines], step, span }, ...blocks.flatMap((block) => flattenList(block, mark))];
}
