/** Last growth and next target of several indicators: dumbbells on one scale, and badges below for targets without a number. */
import type { Chart, TargetRow } from "../../model/chart.ts";
import { farEnd, toNumber, type Figure } from "../../model/figure.ts";
import { growthText, percentOf } from "../../model/growth.ts";
import { plannedRate } from "../../model/indicator.ts";
import { drawBadges } from "./badges.ts";
import { planLabels, type Dumbbell } from "./dumbbell-plan.ts";
import { drawDumbbell } from "./dumbbell.ts";
import { clamp, rowBands, type Drawing, type Frame, type LegendKey } from "./frame.ts";
import { drawTick, ticksFor } from "./grid.ts";
import { line, ofDatum, wordsOfDatum, type Mark } from "./marks.ts";
import { drawName, setNames } from "./names.ts";
import { printed } from "./printed.ts";
import { fitSize } from "./scale.ts";

type TargetChart = Extract<Chart, { type: "target" }>;

const HEAD = 46;
/** Room between the plot and the badges. */
const RULE = 24;
const PITCH = 112;
/** Height of a badge row, in rows of the plot. */
const BADGE = 0.92;

export function layoutTarget(chart: TargetChart, frame: Frame): Drawing {
  const rows = chart.rows.flatMap((row, datum) => {
    const goal = plannedRate(row.goal);
    return goal === null ? [] : [{ ...row, wording: row.label, goal, last: lastOf(row), datum }];
  });
  const badges = chart.rows.flatMap((row, datum) => (plannedRate(row.goal) === null ? [{ ...row, datum }] : []));
  const head = rows.length === 0 ? 0 : HEAD;
  const rule = rows.length === 0 || badges.length === 0 ? 0 : RULE;
  const pitch = Math.min(PITCH, (frame.height - head - rule - 4) / Math.max(1, rows.length + BADGE * badges.length));
  const bottom = head + pitch * rows.length;
  const names = setNames(rows.map((row) => row.name), pitch, frame.width * 0.34, 34, frame);
  const marks = [
    ...drawPlot(rows, { head, pitch, bottom, left: names.width + 44 }, frame),
    ...rows.flatMap(({ datum }, index) => wordsOfDatum(datum, drawName(names.lines[index]!, 0, head + pitch * (index + 0.5), names.size, frame.colours.ink))),
    ...drawBadges(badges, { top: bottom + rule, pitch: pitch * BADGE, ruled: rule > 0, left: names.width + 64 }, frame),
  ];
  const plotted = rowBands(rows.length, head, pitch, frame);
  const listed = rowBands(badges.length, bottom + rule, pitch * BADGE, frame);
  const bands = chart.rows.map((row, datum) => (plannedRate(row.goal) !== null ? plotted[rows.findIndex((other) => other.datum === datum)]! : listed[badges.findIndex((other) => other.datum === datum)]!));
  return { marks, legend: legendOf(chart, rows, frame), notes: notesOf(chart, rows.map(({ datum }) => datum), frame), bands };
}

/** The dot of a row, with its label as published: 下降3.2%. */
function lastOf({ last }: TargetRow): Figure | null {
  const rate = last === null || last.against === "other" ? null : percentOf(last);
  return rate === null || last === null ? null : { ...rate, raw: last.base === null ? last.raw : last.phrase };
}

/** What the plot leaves out: a growth that was not published, one of another kind than the axis, and what a plan adds to its number. */
function notesOf({ rows }: TargetChart, plotted: readonly number[], { plot }: Frame): readonly string[] {
  const shown = plotted.map((datum) => rows[datum]!);
  const others = shown.filter(({ last }) => last !== null && (last.against === "other" || percentOf(last) === null));
  return [
    ...(shown.some(({ last }) => last === null) ? [plot.noMarker] : []),
    ...others.map(({ name, last }) => plot.unplotted(name, growthText(last!))),
    ...shown.filter(({ wording, label }) => wording !== label).map(({ name, wording }) => plot.inFull(name, wording)),
  ];
}

interface PlotBox {
  readonly head: number;
  readonly pitch: number;
  readonly bottom: number;
  readonly left: number;
}

function drawPlot(rows: readonly (Dumbbell & { readonly datum: number })[], box: PlotBox, frame: Frame): readonly Mark[] {
  if (rows.length === 0) return [];
  const { head, pitch, bottom, left } = box;
  const radius = clamp(pitch * 0.15, 8, 15);
  const plan = fitSize(clamp(pitch * 0.4, 20, 36), 16, (size) => ({ ...planLabels(rows, { radius, size, left, right: frame.width }), size }));
  const values = rows.flatMap((row) => [toNumber(row.goal), farEnd(row.goal), ...(row.last === null ? [] : [toNumber(row.last)])]);
  const ticks = ticksFor(Math.min(...values), Math.max(...values), plan.scale);
  const lines = ticks.map((tick) => tick.x);
  return [
    ...ticks.flatMap((tick) => drawTick(tick, head, bottom, head - 16, frame)),
    line("axis", [[plan.scale.zero, head], [plan.scale.zero, bottom]], frame.colours.ink, 3),
    ...rows.flatMap((row, index) => ofDatum(row.datum, drawDumbbell(row, plan.rows[index]!, { middle: head + pitch * (index + 0.5), radius, size: plan.size, lines, order: index }, frame))),
  ];
}

function legendOf(chart: TargetChart, rows: readonly Dumbbell[], { plot, words }: Frame): readonly LegendKey[] {
  const [from, to] = [words.period(chart.from), words.period(chart.to)];
  const keys: LegendKey[] = [];
  const last = rows.flatMap((row) => (row.last === null ? [] : [row.last]));
  const goals = new Set(rows.map((row) => row.goal.qualifier));
  if (last.some((figure) => figure.qualifier === "exact")) keys.push({ symbol: "dot", text: plot.growthIn(from) });
  const rough = [...new Set(last.filter((figure) => figure.qualifier !== "exact").map((figure) => printed(figure)))];
  if (rough.length > 0) keys.push({ symbol: "half-dot", text: plot.halfFilled(from, rough) });
  if (goals.has("exact")) keys.push({ symbol: "ring-dot", text: plot.targetOf(to, null) });
  if (goals.has("about")) keys.push({ symbol: "ring", text: plot.targetOf(to, plot.aboutKind) });
  if (goals.has("nearly")) keys.push({ symbol: "half-ring", text: plot.targetOf(to, plot.nearlyKind) });
  if (goals.has("at-least")) keys.push({ symbol: "arrow-right", text: plot.targetOf(to, plot.atLeastKind) });
  if (goals.has("range")) keys.push({ symbol: "span", text: plot.targetOf(to, plot.rangeKind) });
  if (goals.has("at-most")) keys.push({ symbol: "arrow-left", text: plot.targetOf(to, plot.atMostKind) });
  return keys;
}

