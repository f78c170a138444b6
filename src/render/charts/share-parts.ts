/** What both forms of a share chart are made of. */
import type { Chart, SharePart } from "../../model/chart.ts";
import { hatch } from "./bars.ts";
import type { Frame } from "./frame.ts";
import { line, rect, type Box, type Mark, type Point } from "./marks.ts";
import { printed } from "./printed.ts";

export type ShareChart = Extract<Chart, { type: "share" }>;

/** One part: where it starts and ends in the whole, 0 to 1. */
export interface Slice {
  readonly part: SharePart;
  readonly from: number;
  readonly to: number;
  readonly colour: string;
  /** Approximate as published, or computed. */
  readonly rough: boolean;
}

export interface Labels {
  readonly marks: readonly Mark[];
  /** One for each slice. */
  readonly bands: readonly Box[];
}

/** The text beside a part's name; empty for a rest that nobody published. */
export function shownValue({ indicator, value, derived }: SharePart): string {
  return indicator === null && derived === null ? "" : printed(value);
}

/** One part where it lies in the whole: solid, or hatched where it is rough. */
export function drawStretch(slice: Slice, order: number, top: number, bottom: number, { width }: Frame): readonly Mark[] {
  const [a, b]: [Point, Point] = [[width * slice.from, top], [width * slice.to, bottom]];
  if (!slice.rough) return [rect("bar", a, b, slice.colour, ["grow-right", 0])];
  const outline = line("outline", [[a[0] + 1, top + 1], [b[0] - 1, top + 1], [b[0] - 1, bottom - 1], [a[0] + 1, bottom - 1], [a[0] + 1, top + 1]], slice.colour, 2, ["fade", order]);
  return b[0] - a[0] < 8 ? [outline] : [hatch({ left: a[0], top, right: b[0], bottom }, slice.colour, order), outline];
}
