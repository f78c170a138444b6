/** What both forms of a share chart are made of. */
import type { Chart, SharePart } from "../../model/chart.ts";
import type { Box, Mark } from "./marks.ts";
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

/** Room above the drawing for the whole. */
export const SHARE_HEAD = 112;

/** The text beside a part's name; empty for a rest that nobody published. */
export function shownValue({ indicator, value, derived }: SharePart): string {
  return indicator === null && derived === null ? "" : printed(value);
}
