/** What is planned: columns with last year's growth as a short line, or lying bars where names are long; plans in words as text below. */
import type { Chart, TargetRow } from "../../../model/chart.ts";
import { farEnd, toNumber, type Figure } from "../../../model/figure.ts";
import { growthText, percentOf } from "../../../model/growth.ts";
import { plannedRate } from "../../../model/indicator.ts";
import { isOpen, lastOf, type GoalRow, type Last } from "../../../render/charts/goal-label.ts";
import { withMinus } from "../../../render/charts/printed.ts";
import { drawColumns as standsOnPage, planColumns } from "../../../render/charts/target-columns.ts";
import { planStrip } from "../../../render/charts/target.ts";
import { textWidth } from "../../../render/charts/text-width.ts";
import { solid, type Ink } from "../../ink.ts";
import type { Box } from "../../units.ts";
import { outlineOf, type ShapeOptions } from "../shapes.ts";
import { textRuns } from "../text.ts";
import { figureCell, markLook, publishedCell } from "./looks.ts";
import type { Plot, Point, Series } from "./plot.ts";
import { planRows, rowsChart, type Row } from "./rows.ts";
import { openEnd, words, type ChartLayout, type Stage } from "./stage.ts";

type TargetChart = Extract<Chart, { type: "target" }>;

/** A chart of this size has the type of a hall; a smaller one has it in proportion. */
const WHOLE = { width: 1696, height: 740 } as const;
const STRIP = { gap: 26, note: 32 } as const;

export function targetLayout(chart: TargetChart, stage: Stage): ChartLayout {
  const { box, frame } = stage;
  const unit = Math.min(1, box.width / WHOLE.width, box.height / WHOLE.height);
  const rows = chart.rows.flatMap((row, datum): readonly GoalRow[] => {
    const rate = plannedRate(row.goal);
    return rate === null ? [] : [{ ...row, rate, datum }];
  });
  const notes = notesOf(rows, stage);
  const foot = notes.length === 0 ? 0 : STRIP.note * 1.5 * Math.ceil(textWidth(notes.join("　"), "sans", STRIP.note) / box.width);
  const told = chart.rows.flatMap((row, datum) => (plannedRate(row.goal) === null ? [{ ...row, datum }] : []));
  const alone = rows.length === 0;
  const { top, strip: { marks, bands } } = planStrip(told, rows.length, unit, frame.height - foot, frame);
  const size = Math.max(frame.least, ...marks.flatMap((mark) => (mark.type === "text" ? [mark.size] : [])));
  const boxes = told.flatMap((row, index): ShapeOptions[] => wordBox(row, bands[index]!, size, stage));
  const under = notes.length === 0 ? [] : [words(notes.join("　"), { x: box.x, y: box.y + frame.height - foot, width: box.width, height: foot }, { size: STRIP.note, ink: "muted", face: "sans" })];
  if (alone) return { plots: [], shapes: boxes };
  const plot = drawPlot(chart, rows, { ...box, height: told.length === 0 ? frame.height - foot : top - STRIP.gap * unit }, unit, stage);
  return { plots: plot.plots, shapes: [...plot.shapes, ...boxes, ...under] };
}

/** A plan in words: its name and its wording, in a box with a red edge. */
function wordBox({ name, wording }: TargetRow, band: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }, size: number, { box }: Stage): ShapeOptions[] {
  const at: Box = { x: box.x + band.left, y: box.y + band.top, width: band.right - band.left, height: band.bottom - band.top };
  const runs = [...textRuns(`${name}　`, { size, ink: "text", face: "sans" }), ...textRuns(wording, { size, ink: "accent", face: "serif", bold: true })];
  return [
    { name, box: at, fill: "<a:noFill/>", line: outlineOf(2, solid("hair")), text: { paragraphs: [{ runs }], anchor: "ctr", insets: [38, 0, 12, 0] } },
    { name: wording, box: { ...at, width: 10 }, fill: solid("accent"), decorative: true },
  ];
}

/** What the plot leaves out, as the deck says it below its chart. */
function notesOf(rows: readonly TargetRow[], { frame: { plot } }: Stage): readonly string[] {
  const others = rows.filter(({ last }) => last !== null && (last.against === "other" || percentOf(last) === null));
  return [...others.map(({ name, last }) => plot.unplotted(name, growthText(last!))), ...rows.filter(({ wording, label }) => wording !== label).map(({ name, wording }) => plot.inFull(name, wording))];
}

function drawPlot(chart: TargetChart, rows: readonly GoalRow[], box: Box, unit: number, stage: Stage): ChartLayout {
  const from = stage.frame.words.period(chart.from);
  const last = rows.map((row) => lastOf(row, from, stage.frame));
  const plan = planColumns(rows, last, box.height, unit, stage.frame);
  const heads = { main: stage.frame.plot.targetFor(stage.frame.words.period(chart.to)), second: stage.frame.plot.growthIn(from) };
  if (plan !== null && standsOnPage(rows, last, plan, unit, stage.frame) !== null) return drawColumns(rows, last, plan, box, heads, stage);
  const lying = rows.map((row, index): Row => ({
    name: row.name, mark: { figure: row.rate, text: withMinus(row.label), fill: "accent", ink: "accent", planned: true, open: isOpen(row.rate) },
    second: last[index] === null ? null : { figure: row.last!.figure, text: last[index]!.text, fill: "text", ink: "text" },
  }));
  const room = planRows(lying, lying.length, box, stage, { pitch: 150, name: 48, value: 88, limit: 0.32, fixed: true });
  const drawn = rowsChart(lying, box, room, heads, stage);
  return { plots: [drawn.plot], shapes: drawn.shapes };
}

interface ColumnPlan {
  readonly pitch: number;
  readonly width: number;
  readonly size: number;
  readonly small: number;
  readonly name: number;
  readonly height: number;
}

function drawColumns(rows: readonly GoalRow[], last: readonly (Last | null)[], plan: ColumnPlan, box: Box, heads: { readonly main: string; readonly second: string }, stage: Stage): ChartLayout {
  const width = plan.pitch * rows.length;
  const left = box.x + (box.width - width) / 2;
  // A label has one size of type, the deck's two.
  const size = Math.max(40, Math.min(plan.size, ...rows.map(({ label }) => (plan.width * 0.94) / textWidth(withMinus(label), "numeral", 1))));
  const ends = [0, ...rows.map(({ rate }) => farEnd(rate)), ...last.flatMap((one) => (one === null ? [] : [one.value]))];
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const [over, under] = [high > 0 ? size * 1.3 : 0, low < 0 ? size * 1.3 : 0];
  const inner: Box = { x: left, y: box.y + over, width, height: plan.height - over - under };
  const perUnit = inner.height / (high - low || 1);
  const target = rows.map((row, index): Point => ({ look: markLook("accent", row.rate.qualifier === "at-most" && !isOpen(row.rate) || row.rate.qualifier === "range" ? "hatched" : "solid"), label: targetLabel(row, last[index]!, size, perUnit) }));
  const before = last.map((one, index): Point => (one === null ? { look: "", label: null } : { look: markLook("text", "solid"), label: lastLabel(one, rows[index]!.rate, plan.small) }));
  const series: Series[] = [{ column: 0, as: "bar", points: target }, ...(last.some((one) => one !== null) ? [{ column: 1, as: "tick", points: before } as const] : [])];
  const head = series.length > 1 ? [heads.main, heads.second] : [heads.main];
  const plot: Plot = {
    box: { ...box, x: left - 20, width: width + 40 }, inner, direction: "standing", stacked: false, series, gap: (plan.pitch / plan.width - 1) * 100, overlap: 0, scale: { low, high: high === low ? low + 1 : high },
    names: { size: plan.name, ink: "text" },
    table: { head, rows: rows.map((row, index) => ({ name: row.name, cells: [goalCell(row.rate, row.label), last[index] === null ? null : publishedCell(row.last!.figure, last[index]!.text)].slice(0, head.length) })) },
  };
  const zero = inner.y + inner.height + low * perUnit;
  const shapes = rows.flatMap(({ rate }, index): ShapeOptions[] => {
    const end = zero - toNumber(rate) * perUnit;
    const side = Math.min(plan.width * 0.4, Math.abs(end - zero) * 0.4);
    if (!isOpen(rate) || side < 16) return [];
    const up = end < zero;
    return [openEnd({ x: left + plan.pitch * (index + 0.5) - side / 2, y: up ? end + side * 0.1 : end - side * 1.1, width: side, height: side }, up ? "up" : "down", solid("ground"), stage.sheet.openEnd)];
  });
  return { plots: [plot], shapes };
}

/** The farther end of a range sets the length; its words have both. */
function goalCell(rate: Figure, label: string): ReturnType<typeof figureCell> {
  const far = rate.upper !== undefined && !rate.value.startsWith("-") ? rate.upper : rate.value;
  return figureCell(far, withMinus(label));
}

function targetLabel({ rate, label }: GoalRow, last: Last | null, size: number, perUnit: number): Point["label"] {
  const value = farEnd(rate);
  // Last year's line would cross a figure beyond its column.
  const crossed = last !== null && last.value * value > 0 && Math.abs(last.value) > Math.abs(value) && (Math.abs(last.value) - Math.abs(value)) * perUnit < size * 1.4 && Math.abs(value) * perUnit > size * 1.2;
  const ink: Ink = crossed ? "ground" : "accent";
  return { format: goalCell(rate, label).format, size, ink, position: crossed ? "inEnd" : "outEnd" };
}

function lastLabel({ value, text }: Last, rate: Figure, size: number): Point["label"] {
  const far = farEnd(rate);
  const inBar = value * far > 0 && Math.abs(value) <= Math.abs(far);
  const below = inBar === value >= 0;
  return { format: figureCell(`${value}`, text).format, size, ink: inBar ? "ground" : "text", position: below ? "b" : "t" };
}
