/** What differs between the presentation of the source and one that somebody has edited. */
import type { ReadShape, ReadSlide } from "./read-pptx.ts";

export type Difference =
  | { readonly type: "words"; /** Index of the slide in the source. */ readonly index: number; readonly page: number; /** The shape's name. */ readonly place: string; /** Empty for what is only in the edited one. */ readonly before: string; readonly after: string }
  | { readonly type: "gone"; readonly index: number }
  | { readonly type: "added"; readonly page: number; readonly title: string };

/** Place of the speaker's words. */
export const NOTES = "notes";

/** All differences, in the order of the source, then slides that were added. */
export function comparePptx(source: readonly ReadSlide[], edited: readonly ReadSlide[]): readonly Difference[] {
  const matched = matchSlides(source, edited);
  const differences = source.flatMap((slide, index): readonly Difference[] => {
    const other = matched.get(slide);
    return other === undefined ? [{ type: "gone", index }] : slideDifferences(slide, other).map((words) => ({ type: "words", index, page: other.page, ...words }));
  });
  const kept = new Set(matched.values());
  return [...differences, ...edited.filter((slide) => !kept.has(slide)).map((slide): Difference => ({ type: "added", page: slide.page, title: titleOf(slide) }))];
}

function titleOf({ shapes }: ReadSlide): string {
  return shapes.find(({ place }) => place === "title" || place === "ctrTitle")?.words.join("") ?? shapes.find(({ words }) => words.length > 0)?.words[0] ?? "";
}

/** By the number that stays with a slide; a program that numbers slides anew keeps their titles. */
function matchSlides(source: readonly ReadSlide[], edited: readonly ReadSlide[]): ReadonlyMap<ReadSlide, ReadSlide> {
  const matched = new Map<ReadSlide, ReadSlide>();
  const take = (slide: ReadSlide, same: (other: ReadSlide) => boolean): void => {
    if (matched.has(slide)) return;
    const used = new Set(matched.values());
    const found = edited.find((other) => !used.has(other) && same(other));
    if (found !== undefined) matched.set(slide, found);
  };
  for (const slide of source) take(slide, ({ number }) => number === slide.number);
  for (const slide of source) take(slide, (other) => folded(titleOf(other)) === folded(titleOf(slide)) && titleOf(slide) !== "");
  // Without numbers, what stands at the same place of as many slides is the same slide.
  if (source.length === edited.length) for (const [index, slide] of source.entries()) take(slide, (other) => other === edited[index]);
  return matched;
}

type Words = Pick<Extract<Difference, { type: "words" }>, "place" | "before" | "after">;

function slideDifferences(slide: ReadSlide, other: ReadSlide): readonly Words[] {
  const shapes = matchShapes(slide.shapes, other.shapes);
  const changed = shapes.flatMap(([before, after]) => wordsBetween(before?.words ?? [], after?.words ?? [], before?.name ?? after?.name ?? ""));
  return [...changed, ...wordsBetween(slide.notes, other.notes, NOTES)];
}

/** Shapes with the same name, in their order: programs keep names, and some number shapes anew. The page number is not compared. */
function matchShapes(source: readonly ReadShape[], edited: readonly ReadShape[]): readonly (readonly [ReadShape | null, ReadShape | null])[] {
  const spoken = (shapes: readonly ReadShape[]): readonly ReadShape[] => shapes.filter(({ place, words }) => place !== "sldNum" && place !== "ftr" && place !== "dt" && words.some((text) => folded(text) !== ""));
  const left = [...spoken(edited)];
  const pairs = spoken(source).map((shape): [ReadShape, ReadShape | null] => {
    const at = left.findIndex(({ name, place }) => name === shape.name && place === shape.place);
    return [shape, at === -1 ? null : left.splice(at, 1)[0]!];
  });
  // A name that a program has changed: the same words are the same shape.
  for (const pair of pairs) {
    if (pair[1] !== null) continue;
    const at = left.findIndex(({ words }) => folded(words.join("")) === folded(pair[0].words.join("")));
    if (at !== -1) pair[1] = left.splice(at, 1)[0]!;
  }
  return [...pairs, ...left.map((shape): [null, ReadShape] => [null, shape])];
}

/** Blanks and line ends are not words. */
function folded(text: string): string {
  return text.normalize("NFC").replaceAll(/\s+/gu, "");
}

/** Passages that differ: the common beginning and end are left out, the rest is told one by one where there are as many. */
function wordsBetween(before: readonly string[], after: readonly string[], place: string): readonly Words[] {
  const same = (a: string | undefined, b: string | undefined): boolean => folded(a ?? "") === folded(b ?? "");
  const [all = [], others = []] = [before, after].map((texts) => texts.filter((text) => folded(text) !== ""));
  const most = Math.min(all.length, others.length);
  let [first, last] = [0, 0];
  while (first < most && same(all[first], others[first])) first += 1;
  while (last < most - first && same(all.at(-1 - last), others.at(-1 - last))) last += 1;
  const [old, now] = [all.slice(first, all.length - last), others.slice(first, others.length - last)];
  if (old.length === now.length) return old.flatMap((text, index) => (same(text, now[index]) ? [] : [{ place, before: text, after: now[index]! }]));
  return folded(old.join("")) === folded(now.join("")) ? [] : [{ place, before: old.join("\n"), after: now.join("\n") }];
}
