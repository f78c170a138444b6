/** V09: a hall tires of pages that look alike; the compiler varies what it may, and tells where that was not enough. */
import { evenPages } from "../diagnostics/messages/pages.ts";
import type { Slide } from "../model/deck.ts";
import { chooseLooks, type Look } from "../model/looks.ts";
import type { Rule } from "./rule.ts";

/** Most pages in a row with one ground or one layout (hall.md). */
const MOST = 4;

/** Reported once for each run, at the first page that is too many. Slides that only go on with a table count as one page. */
export const checkRhythm: Rule = ({ deck, report }) => {
  const looks = chooseLooks(deck.sections);
  const slides = deck.sections.flatMap((section) => section.slides).filter(({ part }) => part === null || part.number === 1);
  for (const key of ["ground", "skeleton"] as const) {
    let run: Slide[] = [];
    let last: Look[typeof key] | null = null;
    for (const slide of slides) {
      const look = looks.get(slide.id)?.[key] ?? null;
      run = look === last ? [...run, slide] : [slide];
      last = look;
      if (run.length === MOST + 1) report(evenPages(slide.span, key === "ground" ? "ground" : "layout", MOST));
    }
  }
};
