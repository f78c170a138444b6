/** A slide that says more than a slide holds goes on to further slides by itself: a long table, a long list, a board of many projects. */
import type { Block, BlockOf, Inline, Slide } from "../../model/deck.ts";
import { planList } from "../../model/list-plan.ts";
import { plainText } from "../../model/plain-text.ts";
import { planCards } from "../../model/cards-plan.ts";
import { photoWords, planPhotos } from "../../model/photos-plan.ts";
import { planReview } from "../../model/review-plan.ts";
import { planTimeline } from "../../model/timeline-plan.ts";
import { cut, planTable } from "../../model/table-plan.ts";
import type { Words } from "../../model/words.ts";
import { divideBoard } from "./project-parts.ts";

/** A block in the parts that fit a slide each, and the number of entries on each. */
interface Divided {
  readonly block: Block;
  readonly parts: readonly Block[];
  readonly counts: readonly number[];
}

/**
 * The slides for one slide of the author: itself, if everything fits. The others repeat its title with （续） and have ids of their own,
 * but neither notes nor labels: those were said once.
 */
export function continueSlide(slide: Slide, words: Words): readonly Slide[] {
  const divided = divide(slide, words);
  if (divided === null) return [slide];
  const { block, parts, counts } = divided;
  const withPart = (own: Block): readonly Block[] => slide.blocks.map((one) => (one === block ? own : one));
  if (parts.length === 1) return [{ ...slide, blocks: withPart(parts[0]!) }];
  const fullest = Math.max(...counts);
  return parts.map((own, index): Slide => {
    const part = { first: slide.id, number: index + 1, of: parts.length, fullest };
    if (index === 0) return { ...slide, blocks: withPart(own), part };
    return { ...slide, id: `${slide.id}.${index + 1}`, title: continuedTitle(slide, words), number: "", blocks: [own], notes: [], labels: [], part };
  });
}

function continuedTitle({ title }: Slide, words: Words): readonly Inline[] {
  const last = title.at(-1);
  if (last === undefined) return [];
  // One text with the word before it, so that （续） does not begin a line.
  if (last.type === "text") return [...title.slice(0, -1), { ...last, text: last.text + words.continued }];
  return [...title, { type: "text", text: words.continued, span: last.span }];
}

function divide(slide: Slide, words: Words): Divided | null {
  for (const block of slide.blocks) {
    if (slide.layout === "table" && block.type === "table") return divideTable(block, slide);
    if (slide.layout === "bullets" && block.type === "list") return divideList(block);
    if (slide.layout === "photos" && block.type === "photos") return dividePhotos(block, slide);
    if (slide.layout === "figures" && (block.type === "figures" || block.type === "targets")) return divideCards(block, slide, words);
    if (slide.layout === "timeline" && block.type === "timeline") return divideTimeline(block, slide);
    if (slide.layout === "review" && block.type === "review") return divideReview(block, slide);
    if (slide.layout === "projects" && block.type === "projects") return { block, ...divideBoard(block, wordsAbove(slide), words) };
  }
  return null;
}

/** The words that stand above a block. */
function wordsAbove({ title, blocks }: Slide): { readonly title: string; readonly lead: string } {
  return { title: plainText(title), lead: blocks.flatMap((other) => (other.type === "paragraph" ? [plainText(other.inlines)] : [])).join("") };
}

function divideReview(block: BlockOf<"review">, slide: Slide): Divided {
  const { form, parts: counts } = planReview(block.rows, wordsAbove(slide));
  return { block, counts, parts: cut(block.rows, counts).map((rows) => ({ ...block, form, rows })) };
}

function divideCards(block: BlockOf<"figures"> | BlockOf<"targets">, slide: Slide, words: Words): Divided {
  const counts = planCards(block, { ...wordsAbove(slide), kicker: slide.kicker }, words);
  const parts = block.type === "figures" ? cut(block.cards, counts).map((cards) => ({ ...block, cards })) : cut(block.cards, counts).map((cards) => ({ ...block, cards }));
  return { block, counts, parts };
}

function divideTimeline(block: BlockOf<"timeline">, slide: Slide): Divided {
  const { open, parts: counts } = planTimeline(block.entries, wordsAbove(slide));
  return { block, counts, parts: cut(block.entries, counts).map((entries) => ({ ...block, open, entries })) };
}

function divideTable(block: BlockOf<"table">, slide: Slide): Divided {
  const { form, parts: counts } = planTable({ ...wordsAbove(slide), head: block.head.map(plainText), rows: block.rows.map((row) => row.map(plainText)) });
  return { block, counts, parts: cut(block.rows, counts).map((rows) => ({ ...block, form, rows })) };
}

function dividePhotos(block: BlockOf<"photos">, slide: Slide): Divided {
  const counts = planPhotos(block.entries.map(photoWords), wordsAbove(slide));
  return { block, counts, parts: cut(block.entries, counts).map((entries) => ({ ...block, entries })) };
}

function divideList(block: BlockOf<"list">): Divided {
  const { form, parts: counts } = planList(block.items);
  return { block, counts, parts: cut(block.items, counts).map((items) => ({ ...block, form, items })) };
}
