/** A native chart as the layouts of each kind describe it, before it is written as XML. */
import type { Ink } from "../../ink.ts";
import type { Box } from "../../units.ts";
import type { Table } from "./workbook.ts";

/** The published words of one mark. */
export interface Label {
  readonly format: string;
  /** Pixels. */
  readonly size: number;
  readonly ink: Ink;
  readonly position: "outEnd" | "inEnd" | "ctr" | "t" | "b" | "r" | null;
  /** Pixels from where the position puts it. */
  readonly shift?: readonly [x: number, y: number];
  /** The name of the category stands before the figure. */
  readonly named?: boolean;
}

export interface Point {
  /** Fill and outline: the inside of `c:spPr`. */
  readonly look: string;
  readonly label: Label | null;
}

export interface Series {
  /** Which column of the table, 0 for the first after the names. */
  readonly column: number;
  /** `tick` is a short thick line at the value; `line` joins its points. */
  readonly as: "bar" | "line" | "tick" | "slice";
  /** One for each row of the table. */
  readonly points: readonly Point[];
}

export interface Plot {
  /** Where the chart stands on the slide, and its plot without names, both in pixels of the slide. */
  readonly box: Box;
  readonly inner: Box;
  readonly direction: "lying" | "standing";
  readonly stacked: boolean;
  readonly table: Table;
  readonly series: readonly Series[];
  /** Gap between bars, in per cent of a bar. */
  readonly gap: number;
  /** −100 to 100: how far bars of one category lie over each other. */
  readonly overlap: number;
  readonly scale: { readonly low: number | null; readonly high: number | null; readonly falling?: boolean; /** The lowest value stands on the right. */ readonly turned?: boolean };
  /** Names along the axis; null for none. */
  readonly names: { readonly size: number; readonly ink: Ink; readonly bold?: boolean } | null;
  /** Degrees by which a pie is turned. */
  readonly turn?: number;
}
