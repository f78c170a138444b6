/** V07: a slide is looked at, not read; its sentences belong in the notes. */
import { crowdedSlide } from "../diagnostics/messages/pages.ts";
import type { Block, Inline, ListItem, Step } from "../model/deck.ts";
import type { Rule } from "./rule.ts";

/** Most Han characters of running text shown at once; the short phrases below a statement's arches are taken in together. */
const [MOST, MOST_IN_STATEMENT] = [40, 45] as const;

/** Running text is what paragraphs, quotes and list items say, without titles, tables and drawings; each step counts separately. */
export const checkCrowdedSlides: Rule = ({ deck, report }) => {
  for (const slide of deck.sections.flatMap((section) => section.slides)) {
    const counts = new Map<Step, number>();
    countBlocks(slide.blocks, null, counts);
    const count = Math.max(0, ...counts.values());
    const most = slide.layout === "statement" ? MOST_IN_STATEMENT : MOST;
    if (count > most) report(crowdedSlide(slide.span, count, most));
  }
};

function countBlocks(blocks: readonly Block[], outer: Step, counts: Map<Step, number>): void {
  for (const block of blocks) countBlock(block, block.step ?? outer, counts);
}

function countBlock(block: Block, step: Step, counts: Map<Step, number>): void {
  switch (block.type) {
    case "paragraph":
      return add(counts, step, block.inlines);
    case "list":
      return block.items.forEach((item) => {
        add(counts, item.step ?? step, withoutTitle(item));
        countBlocks(item.blocks, item.step ?? step, counts);
      });
    case "card":
    case "quote":
      return countBlocks(block.blocks, step, counts);
    case "table":
    case "code":
    case "image":
    case "chart":
    case "figures":
    case "targets":
    case "zones":
    case "projects":
    case "photos":
    case "units":
    case "review":
    case "timeline":
    case "html":
      return;
  }
}

/** Strong text that opens an item is its title. */
function withoutTitle({ inlines }: ListItem): readonly Inline[] {
  return inlines[0]?.type === "strong" ? inlines.slice(1) : inlines;
}

function add(counts: Map<Step, number>, step: Step, inlines: readonly Inline[]): void {
  counts.set(step, (counts.get(step) ?? 0) + countHan(inlines));
}

function countHan(inlines: readonly Inline[]): number {
  return inlines.reduce((sum, inline) => sum + hanOf(inline), 0);
}

function hanOf(inline: Inline): number {
  switch (inline.type) {
    case "text":
    case "figure":
      return inline.text.match(/\p{Script=Han}/gu)?.length ?? 0;
    case "strong":
    case "emphasis":
    case "deleted":
    case "link":
      return countHan(inline.children);
    case "code":
    case "break":
    case "html":
      return 0;
  }
}
