/** Growth of several indicators: lying bars; a reference splits them and has its name below its line. */
import type { Chart, GrowthBar } from "../../../model/chart.ts";
import { toNumber } from "../../../model/figure.ts";
import { percentOf } from "../../../model/growth.ts";
import { printed, printedGrowth } from "../../../render/charts/printed.ts";
import { solid } from "../../ink.ts";
import { outlineOf } from "../shapes.ts";
import { innerOf, placeOn, planRows, rowsChart, type Row } from "./rows.ts";
import { strokeShape, words, type ChartLayout, type Stage } from "./stage.ts";

type GrowthChart = Extract<Chart, { type: "growth" }>;

/** With more rows there are two columns. */
const MOST_ROWS = 10;
const COLUMN_GAP = 96;
/** Room below the bars for the name of the reference. */
const FOOT = 68;
const SIZES = { pitch: 196, name: 60, value: 104, limit: 0.36 } as const;

export function growthLayout(chart: GrowthChart, stage: Stage): ChartLayout {
  const { reference } = chart;
  const { plot } = stage.frame;
  const rows = chart.bars.map((bar) => rowOf(bar, chart));
  const columns = rows.length > MOST_ROWS ? 2 : 1;
  const each = Math.ceil(rows.length / columns);
  const width = (stage.box.width - COLUMN_GAP * (columns - 1)) / columns;
  const value = reference === null ? 0 : toNumber(reference);
  const plan = planRows(rows, each, { width, height: stage.box.height - (reference === null ? 8 : FOOT) }, stage, { ...SIZES, bold: 2 * rows.filter(({ mark }) => mark.ink !== "muted").length > rows.length, fixed: columns > 1, ...(reference === null ? {} : { reference: value }) });
  const heads = { main: plot.growthIn(stage.frame.words.period(chart.period)) };
  const parts = Array.from({ length: columns }, (_, column) => {
    const some = rows.slice(column * each, (column + 1) * each);
    const box = { x: stage.box.x + column * (width + COLUMN_GAP), y: stage.box.y, width, height: stage.box.height };
    const split = reference === null || value === 0 ? null : { figure: reference, name: plot.referenceLine(printed(reference)), text: printed(reference) };
    const { plot: drawn, shapes } = rowsChart(some, box, plan, heads, stage, split);
    if (split === null) return { drawn, shapes };
    const inner = innerOf(box, plan, some.length);
    const x = placeOn(inner, plan, value);
    const line = strokeShape(split.name, { x, y: inner.y, width: 0, height: inner.height + 14 }, outlineOf(4, `${solid("text")}<a:prstDash val="dash"/>`));
    const name = words(split.name, { x: x - 160, y: inner.y + inner.height + 14, width: 320, height: FOOT - 14 }, { size: 44, ink: "text", bold: true, face: "serif" }, "ctr", "t");
    return { drawn, shapes: [...shapes, line, name] };
  });
  return { plots: parts.map(({ drawn }) => drawn), shapes: parts.flatMap(({ shapes }) => shapes) };
}

/** Beyond the reference a bar is in the accent, one that does not reach it is muted. */
function rowOf({ name, growth, indicator }: GrowthBar, chart: GrowthChart): Row {
  const figure = percentOf(growth);
  const value = figure === null ? null : toNumber(figure);
  const reference = chart.reference === null ? 0 : toNumber(chart.reference);
  const text = printedGrowth(growth);
  if (reference === 0) {
    const accent = indicator === chart.highlight;
    return { name, mark: { figure, text, fill: accent ? "accent" : "bar", ink: accent ? "accent" : "text" } };
  }
  if (value === null) return { name, mark: { figure, text, fill: "bar", ink: "text" } };
  if (value < reference) return { name, mark: { figure, text, fill: figure?.qualifier === "exact" ? "bar" : "muted", ink: "muted", quiet: figure?.qualifier === "exact" } };
  const beyond = reference > 0 && value > reference;
  return { name, mark: { figure, text, fill: beyond ? "accent" : "bar", ink: beyond ? "accent" : "text" } };
}
