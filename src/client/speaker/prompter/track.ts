/** The running text of a teleprompter as a track: how far the reader is, in characters, and which slide belongs to it. */
import type { Place } from "../../../model/stage.ts";

/** A stretch of text on the page. */
export interface Stretch {
  /** Characters before it. */
  readonly start: number;
  readonly length: number;
  /** Pixels from the top of the whole text. */
  readonly top: number;
  readonly height: number;
}

/** Where a slide, or a step of it, is due. */
export interface Anchor {
  /** Characters before it. */
  readonly at: number;
  readonly place: Place;
}

/** The height at which a position is read, in pixels; positions beyond either end are at that end. */
export function heightAt(stretches: readonly Stretch[], position: number): number {
  const within = stretches.find(({ start, length }) => position < start + length) ?? stretches.at(-1);
  if (within === undefined) return 0;
  const share = within.length === 0 ? 1 : Math.min(Math.max((position - within.start) / within.length, 0), 1);
  return within.top + share * within.height;
}

/** The position that is read at a height, in characters. */
export function positionAt(stretches: readonly Stretch[], height: number): number {
  const within = stretches.find(({ top, height: own }) => height < top + own) ?? stretches.at(-1);
  if (within === undefined) return 0;
  const share = within.height === 0 ? 1 : Math.min(Math.max((height - within.top) / within.height, 0), 1);
  return within.start + share * within.length;
}

/** The place that belongs to a position; null before the first. */
export function placeAt(anchors: readonly Anchor[], position: number): Place | null {
  return anchors.filter(({ at }) => at <= position).at(-1)?.place ?? null;
}

/** Where a place is read: at its own anchor, else at the last one before it; null before the first. */
export function positionOf(anchors: readonly Anchor[], { slide, step }: Place): number | null {
  return anchors.filter(({ place }) => place.slide < slide || (place.slide === slide && place.step <= step)).at(-1)?.at ?? null;
}
