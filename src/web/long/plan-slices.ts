/** Where the long picture is cut: between slides, within one only where it alone is too high. */
import type { LongMeasure } from "../../model/long-page.ts";

/** One picture; in CSS pixels from the top of the page. */
export interface Slice {
  readonly top: number;
  readonly bottom: number;
}

/** Slices of at most `most` pixels (at least 1) that follow one another from the top to the foot. */
export function planSlices({ height, parts }: LongMeasure, most: number): readonly Slice[] {
  const between = parts.slice(1).map(({ top }) => top);
  const within = parts.flatMap(({ gaps }) => gaps);
  const slices: Slice[] = [];
  for (let top = 0; top < height; ) {
    const bottom = height - top <= most ? height : cutBelow(top, top + most, between, within);
    slices.push({ top, bottom });
    top = bottom;
  }
  return slices;
}

/** The last place for a cut above `end`; where nothing is free, `end` itself. */
function cutBelow(top: number, end: number, between: readonly number[], within: readonly number[]): number {
  const last = (places: readonly number[]): number | undefined => places.findLast((place) => place > top && place <= end);
  return last(between) ?? last(within) ?? end;
}
