/** The nine chart types with all data resolved: drawing needs only these and the theme. */
import type { Figure } from "./figure.ts";
import type { Growth } from "./growth.ts";
import type { Goal } from "./indicator.ts";
import type { Period } from "./period.ts";
import type { Published } from "./published.ts";

/** What every chart has. */
export interface ChartFrame {
  /** Heading of the chart, also the SVG's title; written by the author or made from type and period. */
  readonly title: string;
  /** One sentence that says what the chart shows; its figures are as published. */
  readonly statement: string;
  /** Id of the indicator drawn in the accent colour. */
  readonly highlight: string | null;
  /** Where the data come from, as given; null prints nothing. */
  readonly source: string | null;
  /** True stamps 示例数据 on the chart. */
  readonly demo: boolean;
}

/** What was published for one mark of a chart. */
export interface Datum {
  /** As the chart prints it. */
  readonly text: string;
  /** Null for words, which have no length. */
  readonly figure: Figure | null;
}

/** One indicator's growth in one period. */
export interface GrowthBar {
  readonly indicator: string;
  readonly name: string;
  /** A bar if it is in per cent, otherwise words. */
  readonly growth: Growth;
  /** The level it grew to, as published in the same row; not drawn. */
  readonly value: Published | null;
  readonly unit: string;
}

/** One point of a series. A null value is a gap and is never filled in. */
export interface SeriesPoint {
  readonly period: Period;
  readonly value: Published | null;
  readonly growth: Growth | null;
}

/** One row of a target chart: last growth (if published) and the plan. */
export interface TargetRow {
  readonly indicator: string;
  readonly name: string;
  readonly last: Growth | null;
  readonly goal: Goal;
  /** The plan as written, without a leading 增长: `8%左右`. */
  readonly wording: string;
  /** The clause of it that sets the number, without what it adds: 7%以上 of 7%以上，力争达到8%. */
  readonly label: string;
}

export interface ProgressRow {
  readonly indicator: string;
  readonly name: string;
  readonly unit: string;
  /** Actual and target in the same measure (growth in per cent, or level in `unit`). */
  readonly actual: Figure;
  readonly target: Figure;
  readonly measure: "growth" | "level";
  /** What was reached, as a clause after the name: 同比增长11.6%, 148亿元. */
  readonly said: string;
}

export interface SharePart {
  /** Null for the rest, named 其余. */
  readonly indicator: string | null;
  readonly name: string;
  /** For the rest, exactly the whole minus the parts: it sets the length, but is shown as text only if `derived` is set. */
  readonly value: Figure;
  /** How the rest's figure was derived, if the author asked to show it; null for any other part. */
  readonly derived: Derivation | null;
}

/** What a derived figure is shown with. */
export interface Derivation {
  /** Its lowest and highest possible value, given how its sources were rounded; null when one of them is not exact. */
  readonly range: readonly [low: string, high: string] | null;
}

export interface CompareGroup {
  readonly indicator: string;
  readonly name: string;
  readonly unit: string;
  readonly bars: readonly { readonly area: string; readonly own: boolean; readonly value: Datum | null }[];
}

/** An area in a ranking. */
export interface RankedArea {
  readonly area: string;
  /** The deck's own area. */
  readonly own: boolean;
  /** Drawn in the accent colour. */
  readonly accent: boolean;
  readonly value: Datum;
  /** 1 is first; equal figures share a place. Null for words. */
  readonly place: number | null;
}

/** One period of a structure: the terms of a published ratio. */
export interface StructureBar {
  readonly period: Period;
  /** As published: 21.9∶38.7∶39.4. */
  readonly raw: string;
  /** Decimal text, in the order of the names. */
  readonly terms: readonly string[];
  /** Whether the terms are per cent: then they are shown with their sign. */
  readonly hundred: boolean;
}

/** The most areas that a table of a comparison shows as columns: with more, each bar has a row of its own, so that a phone has room. */
export const MOST_AREA_COLUMNS = 3;

/** Whether each bar of a comparison has its own row in the table of its data; otherwise each indicator has one. */
export function hasRowPerBar(groups: readonly CompareGroup[]): boolean {
  return groups.some(({ bars }) => bars.length > MOST_AREA_COLUMNS);
}

export type Chart = ChartFrame &
  (
    | { readonly type: "growth"; readonly period: Period; readonly bars: readonly GrowthBar[]; readonly reference: Figure | null }
    | { readonly type: "trend"; readonly indicator: string; readonly name: string; readonly unit: string; readonly points: readonly SeriesPoint[] }
    | { readonly type: "target"; readonly from: Period; readonly to: Period; readonly rows: readonly TargetRow[] }
    | { readonly type: "progress"; readonly period: Period; readonly rows: readonly ProgressRow[] }
    | {
        readonly type: "share";
        readonly period: Period;
        readonly whole: { readonly indicator: string; readonly name: string; readonly unit: string; readonly value: Figure };
        readonly parts: readonly SharePart[];
        /** A pie only for three parts or fewer. */
        readonly form: "bar" | "pie";
      }
    | { readonly type: "compare"; readonly period: Period; readonly measure: "value" | "growth"; readonly groups: readonly CompareGroup[] }
    | { readonly type: "ranking"; readonly period: Period; readonly indicator: string; readonly name: string; readonly unit: string; readonly measure: "value" | "growth"; /** In order. */ readonly bars: readonly RankedArea[] }
    | { readonly type: "structure"; readonly indicator: string; readonly name: string; readonly names: readonly string[]; readonly bars: readonly StructureBar[] }
    | { readonly type: "rank"; readonly indicator: string; readonly name: string; readonly points: readonly { readonly period: Period; readonly rank: number | null }[] }
  );

export type ChartType = Chart["type"];
