/** Areas beside each other, and in their order. */
import type { Chart } from "../../../model/chart.ts";
import { withMinus } from "../../../render/charts/printed.ts";
import { setNames } from "../../../render/charts/names.ts";
import { planRows, rowsChart, type Row, type RowsPlan } from "./rows.ts";
import { words, type ChartLayout, type Stage } from "./stage.ts";
import type { Plot } from "./plot.ts";
import type { ShapeOptions } from "../shapes.ts";

const COLUMN_GAP = 72;
/** With more areas than this there are two columns. */
const ONE_COLUMN = 10;
/** Between two groups, in rows. */
const APART = 0.6;

/** Each group has a chart of its own, since each may have its own unit; groups of one unit share a scale. */
export function compareLayout(chart: Extract<Chart, { type: "compare" }>, stage: Stage): ChartLayout {
  const { groups, measure } = chart;
  const { plot } = stage.frame;
  const { box } = stage;
  const titles = groups.map(({ name, unit }) => (measure === "value" ? plot.withUnit(name, unit) : name));
  const rows = groups.map(({ bars }) => bars.map(({ area, own, value }): Row => ({
    name: area, mark: { figure: value?.figure ?? null, text: value === null ? plot.unpublished : withMinus(value.text), fill: own ? "accent" : "bar", ink: value === null ? "muted" : own ? "accent" : "text" },
  })));
  const count = rows.reduce((sum, some) => sum + some.length, 0) + APART * (groups.length - 1);
  const pitch = Math.min(150, (box.height - 8) / count);
  const heads = setNames(titles, pitch * Math.max(...rows.map((some) => some.length)), box.width * 0.28, 56, stage.frame);
  const left = heads.width * 1.06 + 40;
  const room = { width: box.width - left, height: box.height - 8 };
  const options = { pitch: 150, name: 54, value: 84, limit: 0.34, fixed: groups.length > 1 };
  const shared = measure === "growth" || new Set(groups.map(({ unit }) => unit)).size <= 1;
  const all = planRows(rows.flat(), count, room, stage, options);
  let top = box.y;
  const plots: Plot[] = [];
  const shapes: ShapeOptions[] = [];
  for (const [index, some] of rows.entries()) {
    const own = planRows(some, count, room, stage, options);
    const plan: RowsPlan = shared ? all : { ...all, low: own.low, high: own.high };
    const height = plan.pitch * some.length;
    const drawn = rowsChart(some, { x: box.x + left, y: top, width: room.width, height }, plan, { main: titles[index]! }, stage);
    plots.push(drawn.plot);
    shapes.push(...drawn.shapes, words(titles[index]!, { x: box.x, y: top, width: left - 20, height }, { size: heads.size, ink: "text", face: "sans" }));
    top += height + plan.pitch * APART;
  }
  return { plots, shapes: [...shapes, ...(shared ? [] : [words(plot.ownScales, { x: box.x, y: box.y + box.height - 44, width: box.width, height: 44 }, { size: 32, ink: "muted", face: "sans" }, "r")])] };
}

export function rankingLayout(chart: Extract<Chart, { type: "ranking" }>, stage: Stage): ChartLayout {
  const { box } = stage;
  const { plot } = stage.frame;
  const rows = chart.bars.map(({ area, accent, value, place }): Row => ({
    name: place === null ? area : `${place}　${area}`, mark: { figure: value.figure, text: withMinus(value.text), fill: accent ? "accent" : "bar", ink: accent ? "accent" : "text" },
  }));
  const columns = rows.length > ONE_COLUMN && box.width > 1200 ? 2 : 1;
  const each = Math.ceil(rows.length / columns);
  const width = (box.width - COLUMN_GAP * (columns - 1)) / columns;
  const plan = planRows(rows, each, { width, height: box.height - 8 }, stage, { pitch: 110, name: 52, value: 60, limit: 0.5, fixed: columns > 1 });
  const head = chart.measure === "value" ? plot.withUnit(chart.name, chart.unit) : chart.name;
  const parts = Array.from({ length: columns }, (_, column) =>
    rowsChart(rows.slice(column * each, (column + 1) * each), { x: box.x + column * (width + COLUMN_GAP), y: box.y, width, height: box.height }, plan, { main: head }, stage));
  return { plots: parts.map(({ plot: drawn }) => drawn), shapes: parts.flatMap(({ shapes }) => shapes) };
}
