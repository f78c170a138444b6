/** Growth of several indicators in one period: bars from zero, each with its figure as published. */
import type { Chart, GrowthBar } from "../../model/chart.ts";
import { farEnd, toNumber, type Figure } from "../../model/figure.ts";
import { percentOf } from "../../model/growth.ts";
import { drawBar, type Bar } from "./bars.ts";
import { clamp, rowBands, type Drawing, type Frame } from "./frame.ts";
import { drawTick, ticksFor, type Tick } from "./grid.ts";
import { qualifierKeys } from "./legend.ts";
import { line, ofDatum, type Mark } from "./marks.ts";
import { drawName, setNames, type NameColumn } from "./names.ts";
import { printed, printedGrowth } from "./printed.ts";
import { at, fitScale, fitSize, type Need, type Scale } from "./scale.ts";
import { drawEndLabel, endNeed } from "./end-label.ts";

type GrowthChart = Extract<Chart, { type: "growth" }>;

/** The layout in pixels, planned before anything is drawn. */
interface Plan {
  readonly top: number;
  readonly bottom: number;
  readonly pitch: number;
  readonly thickness: number;
  readonly size: number;
  readonly names: NameColumn;
  readonly scale: Scale;
}

const TOP = 8;
const TICKS = 52;
/** With a larger pitch the rows stand too far apart to be read together. */
const PITCH = 190;

/** Words and points have no bar: their text stands at the axis. */
const NONE: Figure = { raw: "", value: "0", decimals: 0, qualifier: "exact" };

function rateOf({ growth }: GrowthBar): Figure | null {
  return percentOf(growth);
}

export function layoutGrowth(chart: GrowthChart, frame: Frame): Drawing {
  const plan = planGrowth(chart, frame);
  const bars = chart.bars.map((_, index) => growthBar(chart, index, plan, frame));
  const ticks = growthTicks(chart, plan);
  const labels = chart.bars.flatMap((_, index) => ofDatum(index, rowTexts(chart, index, bars[index]!, ticks, plan, frame)));
  const marks = [
    ...ticks.flatMap((tick) => drawTick(tick, plan.top, plan.bottom, plan.bottom + 38, frame)),
    ...bars.flatMap((bar, index) => ofDatum(index, bar.marks)),
    ...referenceOverBars(chart, bars, plan, frame),
    line("axis", [[plan.scale.zero, plan.top], [plan.scale.zero, plan.bottom]], frame.colours.ink, 3),
    ...labels,
  ];
  const legend = qualifierKeys(chart.bars.flatMap((bar) => rateOf(bar) ?? []), frame.plot);
  return { marks, legend, notes: [], bands: rowBands(chart.bars.length, plan.top, plan.pitch, frame) };
}

function planGrowth(chart: GrowthChart, frame: Frame): Plan {
  const { width, height } = frame;
  const count = Math.max(1, chart.bars.length);
  const pitch = Math.min(PITCH, (height - TOP - TICKS) / count);
  const names = setNames(chart.bars.map((bar) => bar.name), pitch, width * 0.36, 36, frame);
  const rest = { top: TOP, bottom: TOP + pitch * count, pitch, thickness: clamp(pitch * 0.4, 12, 60), names };
  return fitSize(clamp(Math.min(pitch * 0.46, width / 18), 20, 60), 18, (size) => ({ ...rest, size, scale: fitScale(needsOf(chart, size), names.width + size * 0.7, width) }));
}

function needsOf(chart: GrowthChart, size: number): readonly Need[] {
  const needs = chart.bars.map((bar) => endNeed(rateOf(bar) ?? NONE, printedGrowth(bar.growth), size));
  // Half of the 0 below the axis.
  needs.push({ value: 0, before: 0, after: 10 });
  if (chart.reference !== null) needs.push({ value: toNumber(chart.reference), before: 40, after: 40 });
  return needs;
}

function growthBar(chart: GrowthChart, index: number, plan: Plan, { colours }: Frame): Bar {
  const { indicator } = chart.bars[index]!;
  const middle = rowMiddle(plan, index);
  const colour = indicator === chart.highlight ? colours.seal : colours.bar;
  return drawBar(rateOf(chart.bars[index]!) ?? NONE, { scale: plan.scale, sides: [middle - plan.thickness / 2, middle + plan.thickness / 2], colour, direction: "right", floor: 0, order: index });
}

function rowMiddle(plan: Plan, index: number): number {
  return plan.top + plan.pitch * (index + 0.5);
}

/** Zero and the reference; without a reference at most two round values. */
function growthTicks(chart: GrowthChart, plan: Plan): readonly Tick[] {
  if (chart.reference !== null) return [...ticksFor(0, 0, plan.scale), { x: at(plan.scale, toNumber(chart.reference)), label: printed(chart.reference), type: "reference" }];
  const values = chart.bars.map((bar) => farEnd(rateOf(bar) ?? NONE));
  return ticksFor(Math.min(...values), Math.max(...values), plan.scale);
}

function referenceOverBars(chart: GrowthChart, bars: readonly Bar[], plan: Plan, { colours }: Frame): Mark[] {
  if (chart.reference === null) return [];
  const x = at(plan.scale, toNumber(chart.reference));
  const reached = bars.map((bar, index) => ({ bar, index })).filter(({ bar }) => (bar.end - x) * (x - plan.scale.zero) > 0);
  return reached.map(({ index }) => {
    const middle = rowMiddle(plan, index);
    return line("reference-over", [[x, middle - plan.thickness / 2], [x, middle + plan.thickness / 2]], colours.paper, 3, ["fade", index], [4, 8]);
  });
}

function rowTexts(chart: GrowthChart, index: number, bar: Bar, ticks: readonly Tick[], plan: Plan, frame: Frame): readonly Mark[] {
  const row = chart.bars[index]!;
  const middle = rowMiddle(plan, index);
  const fill = row.indicator === chart.highlight ? frame.colours.seal : frame.colours.ink;
  const label = { text: printedGrowth(row.growth), size: plan.size, fill, order: index };
  const crossed = ticks.map((tick) => tick.x);
  return [...drawName(plan.names.lines[index]!, 0, middle, plan.names.size, frame.colours.ink), ...drawEndLabel(label, bar, middle, crossed, frame.colours.paper)];
}
