/** Areas in the order of their figures: one column of bars, or two where there are many; the one that matters is in the accent colour. */
import type { Chart, RankedArea } from "../../model/chart.ts";
import type { Figure } from "../../model/figure.ts";
import { drawBar } from "./bars.ts";
import { drawEndLabel, endNeed } from "./end-label.ts";
import { clamp, type Drawing, type Frame } from "./frame.ts";
import { qualifierKeys } from "./legend.ts";
import { line, ofDatum, text, wordsOfDatum, type Box, type Mark } from "./marks.ts";
import { withMinus } from "./printed.ts";
import { fitScale, type Scale } from "./scale.ts";
import { textWidth } from "./text-width.ts";

type RankingChart = Extract<Chart, { type: "ranking" }>;

/** With more bars than this there are two columns, and the drawing takes the width of the slide. */
export const ONE_COLUMN = 10;
const PITCH = 110;
/** Between the columns, in pixels. */
const APART = 72;
/** Words have no bar: they stand at the axis. */
const NONE: Figure = { raw: "", value: "0", decimals: 0, qualifier: "exact" };

interface Plan {
  readonly pitch: number;
  readonly column: number;
  readonly rows: number;
  /** Sizes of name and figure. */
  readonly name: number;
  readonly size: number;
  /** Left edge of the names within a column, after the places. */
  readonly left: number;
  readonly scale: Scale;
}

export function layoutRanking(chart: RankingChart, frame: Frame): Drawing {
  const { bars } = chart;
  const plan = planRanking(bars, frame);
  const placeOf = (index: number): { x: number; top: number } => ({ x: Math.floor(index / plan.rows) * (plan.column + APART), top: (index % plan.rows) * plan.pitch });
  const marks = bars.flatMap((bar, index) => drawRow(bar, index, placeOf(index), plan, frame));
  const columns = [...new Set(bars.map((_, index) => placeOf(index).x))];
  const axes = columns.map((x, index) => {
    const count = Math.min(plan.rows, bars.length - index * plan.rows);
    return line("axis", [[x + plan.scale.zero, 0], [x + plan.scale.zero, count * plan.pitch]], frame.colours.ink, 3);
  });
  const bands = bars.map((_, index): Box => {
    const { x, top } = placeOf(index);
    return { left: x, right: x + plan.column, top, bottom: top + plan.pitch };
  });
  return { marks: [...marks, ...axes], legend: qualifierKeys(bars.flatMap(({ value }) => value.figure ?? []), frame.plot), notes: [], bands };
}

function planRanking(bars: readonly RankedArea[], { width, height }: Frame): Plan {
  const columns = bars.length > ONE_COLUMN ? 2 : 1;
  const rows = Math.ceil(bars.length / columns);
  const column = (width - APART * (columns - 1)) / columns;
  const pitch = Math.min(PITCH, (height - 8) / rows);
  const widest = Math.max(...bars.map(({ area }) => textWidth(area, "sans", 1) * 1.05));
  const name = clamp(Math.min(pitch * 0.6, 52, (column * 0.52) / widest), 24, 52);
  const size = clamp(Math.min(pitch * 0.68, 60), 24, 60);
  const left = textWidth("20", "numeral", name) + 24;
  const needs = bars.map(({ value }) => endNeed(value.figure ?? NONE, withMinus(value.text), size));
  return { pitch, column, rows, name, size, left, scale: fitScale(needs, left + widest * name + 24, column) };
}

function drawRow({ area, accent, value, place }: RankedArea, index: number, { x, top }: { readonly x: number; readonly top: number }, plan: Plan, { colours }: Frame): readonly Mark[] {
  const middle = top + plan.pitch / 2;
  const half = clamp(plan.pitch * 0.26, 8, 26);
  const fill = accent ? colours.seal : colours.ink;
  const scale: Scale = { ...plan.scale, zero: plan.scale.zero + x };
  const drawn = drawBar(value.figure ?? NONE, { scale, sides: [middle - half, middle + half], colour: accent ? colours.seal : colours.bar, direction: "right", floor: 0, order: index });
  const baseline = middle + plan.name * 0.36;
  return wordsOfDatum(index, [
    ...(place === null ? [] : [text("place", [x + plan.left - 24, baseline], `${place}`, { size: plan.name * 0.9, face: "numeral", weight: 600, fill: accent ? colours.seal : colours.ink2, align: "right" })]),
    text("area", [x + plan.left, baseline], area, { size: plan.name, face: "sans", weight: accent ? 700 : 500, fill, align: "left" }),
    ...ofDatum(index, drawn.marks),
    ...drawEndLabel({ text: withMinus(value.text), size: plan.size, fill, order: index }, drawn, middle, [], colours.paper),
  ]);
}
