/** What every kind of chart gets to lay itself out, and what it returns. */
import type { PlotWords } from "../../model/plot-words.ts";
import type { ColourToken } from "../../model/theme.ts";
import type { Words } from "../../model/words.ts";
import type { LineBreaker } from "../line-break.ts";
import type { Box, Mark } from "./marks.ts";

/** Size of a drawing, in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Frame extends Size {
  /** Least type, in pixels; a column of a drawing has that of the whole. */
  readonly least: number;
  readonly colours: Readonly<Record<ColourToken, string>>;
  readonly words: Words;
  readonly plot: PlotWords;
  /** Where long names may be broken. */
  readonly breaks: LineBreaker;
}

export type KeySymbol = "hatch" | "arrow" | "dot" | "half-dot" | "open-dot" | "ring" | "ring-dot" | "half-ring" | "arrow-right" | "arrow-left" | "span" | "bar" | "mark" | "dashes";

export interface LegendKey {
  readonly symbol: KeySymbol;
  readonly text: string;
}

export interface Drawing {
  /** In painting order. */
  readonly marks: readonly Mark[];
  readonly legend: readonly LegendKey[];
  /** Sentences below the legend. */
  readonly notes: readonly string[];
  /** Areas where the pointer selects a row of the data table, in the table's order. */
  readonly bands: readonly Box[];
}

/** One full-width band for each row. */
export function rowBands(count: number, top: number, pitch: number, { width }: Frame): readonly Box[] {
  return Array.from({ length: count }, (_, index) => ({ left: 0, right: width, top: top + pitch * index, bottom: top + pitch * (index + 1) }));
}

/** Narrower drawings stand on an upright screen, which is read from nearer and never shrinks them. */
export const NARROW = 1000;

/** Least type of a drawing as wide as this, in pixels: 32 is read from the last row of a hall, 24 on an upright screen. */
export function leastType(width: number): number {
  return width < NARROW ? 24 : 32;
}

export function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}
