/** Which slide of the old edition is which of the new one: by id if the author gave one, by what it says if ids are counted. */
import { diffArrays } from "diff";
import type { EditionSlide } from "./edition.ts";

export interface SlidePair {
  readonly before: EditionSlide;
  readonly after: EditionSlide;
  /** Whether it moved among the slides that both have. */
  readonly moved: boolean;
}

export interface SlideMatch {
  /** In the order of the new edition. */
  readonly pairs: readonly SlidePair[];
  readonly added: readonly EditionSlide[];
  readonly removed: readonly EditionSlide[];
}

/** `figures-3` is counted: with one slide more, it is another slide's. */
const COUNTED = /-\d+(?:\.\d+)?$/;

const MOST_MOVED = 1_000;

/** The ways to recognise a slide, the surest first. */
const WAYS: readonly ((slide: EditionSlide) => string | null)[] = [
  (slide) => (COUNTED.test(slide.id) ? null : slide.id),
  (slide) => JSON.stringify([slide.section, slide.title, slide.texts, slide.notesDigest]),
  (slide) => (slide.title === "" ? null : JSON.stringify([slide.section, slide.title])),
  (slide) => slide.id,
];

export function matchSlides(before: readonly EditionSlide[], after: readonly EditionSlide[]): SlideMatch {
  const partner = new Map<EditionSlide, EditionSlide>();
  for (const nameOf of WAYS) {
    const open = new Map<string, EditionSlide[]>();
    const taken = new Set(partner.values());
    for (const slide of before) {
      const name = taken.has(slide) ? null : nameOf(slide);
      if (name !== null) open.set(name, [...(open.get(name) ?? []), slide]);
    }
    for (const slide of after) {
      const name = partner.has(slide) ? null : nameOf(slide);
      const found = name === null ? undefined : open.get(name)?.shift();
      if (found !== undefined) partner.set(slide, found);
    }
  }
  const kept = after.flatMap((slide) => {
    const found = partner.get(slide);
    return found === undefined ? [] : [{ before: found, after: slide }];
  });
  const moved = movedPages(kept);
  const known = new Set(partner.values());
  return {
    pairs: kept.map((pair) => ({ ...pair, moved: moved.has(pair.after.page) })),
    added: after.filter((slide) => !partner.has(slide)),
    removed: before.filter((slide) => !known.has(slide)),
  };
}

/** New pages of the slides that left the order common to both editions. */
function movedPages(kept: readonly { readonly before: EditionSlide; readonly after: EditionSlide }[]): ReadonlySet<number> {
  const now = kept.map((pair) => pair.before.page);
  const once = now.toSorted((a, b) => a - b);
  // Where nearly every slide moved, no order is common: those in another place count.
  const left = new Set(diffArrays(once, now, { maxEditLength: MOST_MOVED })?.flatMap((part) => (part.added ? part.value : [])) ?? now.filter((page, index) => page !== once[index]));
  return new Set(kept.filter((pair) => left.has(pair.before.page)).map((pair) => pair.after.page));
}
