/** What was reached beside what was planned: two bars a row; rows of different units have a chart and a scale each. */
import type { Chart, ProgressRow } from "../../../model/chart.ts";
import { farEnd, toNumber, type Figure } from "../../../model/figure.ts";
import { printed } from "../../../render/charts/printed.ts";
import { planRows, rowsChart, type Row, type RowsPlan } from "./rows.ts";
import { words, type ChartLayout, type Stage } from "./stage.ts";

const NOTE = 44;

export function progressLayout(chart: Extract<Chart, { type: "progress" }>, stage: Stage): ChartLayout {
  const { box } = stage;
  const { plot } = stage.frame;
  const shown = (figure: Figure, row: ProgressRow): string => printed(figure, row.measure === "level" ? row.unit : "");
  const rows = chart.rows.map((row): Row => {
    const accent = row.indicator === chart.highlight;
    return {
      name: row.name, mark: { figure: row.actual, text: shown(row.actual, row), fill: accent ? "accent" : "bar", ink: accent ? "accent" : "text" },
      second: { figure: row.target, text: plot.targetLabel(shown(row.target, row)), fill: "text", ink: "muted" },
    };
  });
  const shared = new Set(chart.rows.map((row) => (row.measure === "growth" && !/百分点|point/.test(row.actual.raw) ? "%" : row.unit))).size <= 1;
  const space = { width: box.width, height: box.height - (shared ? 8 : NOTE + 8) };
  const plan = planRows(rows, rows.length, space, stage, { pitch: 240, name: 56, value: 80, limit: 0.34, fixed: !shared, turned: !shared });
  const heads = { main: plot.actualBar, second: plot.targetMark };
  if (shared) {
    const { plot: drawn, shapes } = rowsChart(rows, box, plan, heads, stage);
    return { plots: [drawn], shapes };
  }
  // On its own scale each target lies at the same place, and what went the other way lies before the axis.
  const ratios = chart.rows.map(({ actual, target }) => farEnd(actual) / (toNumber(target) || 1));
  const [least, most] = [Math.min(0, ...ratios), Math.max(1, ...ratios)];
  const parts = rows.map((row, index) => {
    const target = toNumber(chart.rows[index]!.target) || 1;
    const own: RowsPlan = { ...plan, low: Math.min(least * target, most * target), high: Math.max(least * target, most * target), turned: target < 0 };
    return rowsChart([row], { ...box, y: box.y + plan.pitch * index, height: plan.pitch }, own, heads, stage);
  });
  const note = words(plot.ownScales, { x: box.x, y: box.y + box.height - NOTE, width: box.width, height: NOTE }, { size: 32, ink: "muted", face: "sans" });
  return { plots: parts.map(({ plot: drawn }) => drawn), shapes: [...parts.flatMap(({ shapes }) => shapes), note] };
}
