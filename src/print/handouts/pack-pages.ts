/** Decides which slides of handout-2 begin a page, from the length of their notes, before anything is laid out. */
import { textWidth } from "../../render/charts/text-width.ts";
import type { RenderedSlide } from "../../render/rendered.ts";
import { CORE, PAIR, POINT, slideHeight } from "./geometry.ts";

/** Slides from the top of a page to the next slide at the top of a page; long notes may take pages in between. */
export interface PackedPage {
  readonly slides: readonly RenderedSlide[];
  /** True if every slide fits its half of the page: then slides stand in the same places on page after page. */
  readonly level: boolean;
}

const LINE = PAIR.line * POINT;
/** Characters per line. */
const CHARACTERS = PAIR.slide / (PAIR.type * POINT);
const HEIGHT = slideHeight(PAIR.slide);
/** Lines that fit below a slide on a page of its own. */
const ALONE = Math.floor((CORE.height - HEIGHT - PAIR.notes) / LINE);
/** Longer notes begin with at least this many lines. */
const LEAD = 2;
/** Lines end before anything that must not break, a twentieth early on average. */
const RAGGED = 1.05;

/**
 * Keeps notes that fit on one page with their slide there. It is an estimate: where
 * it is wrong, notes still flow on, and a page is only fuller or emptier than intended.
 */
export function packPages(slides: readonly RenderedSlide[]): readonly PackedPage[] {
  const pages: RenderedSlide[][] = [];
  let y = Infinity;
  for (const slide of slides) {
    const lines = countLines(slide.notes, CHARACTERS);
    const lead = HEIGHT + (lines === 0 ? 0 : PAIR.notes + (lines <= ALONE ? lines : LEAD) * LINE);
    const current = pages.at(-1);
    if (current === undefined || y + PAIR.next + lead > CORE.height) {
      pages.push([slide]);
      y = endOf(0, lines);
    } else {
      current.push(slide);
      y = endOf(y + PAIR.next, lines);
    }
  }
  return pages.map((page) => ({ slides: page, level: page.every((slide) => endOf(0, countLines(slide.notes, CHARACTERS)) <= (CORE.height - PAIR.next) / 2) }));
}

/** Where the notes end of a slide that begins at `y`, on its page or a later one. */
function endOf(y: number, lines: number): number {
  const top = y + HEIGHT;
  if (lines === 0) return top;
  const room = Math.floor((CORE.height - top - PAIR.notes) / LINE);
  if (lines <= room) return top + PAIR.notes + lines * LINE;
  const perPage = Math.floor(CORE.height / LINE);
  return ((lines - room) % perPage) * LINE;
}

/** Whether notes are too long for the page of their slide, even with nothing else on it. */
export function leavesPage(notes: string): boolean {
  return countLines(notes, CHARACTERS) > ALONE;
}

/** Lines that notes take, with this many Han characters per line. */
export function countLines(notes: string, width: number): number {
  const blocks = notes.split(/<\/(?:p|li|pre|td|th)>|<br>/).map((block) => block.replace(/<[^>]*>/g, "").replace(/&\w+;/g, "“").trim());
  return blocks.filter((block) => block !== "").reduce((sum, block) => sum + Math.ceil((textWidth(block, "sans", 1) * RAGGED) / width), 0);
}
