/** Growth of several indicators in one period: bars from zero, each with its figure as published; a reference splits them. */
import type { Chart, GrowthBar } from "../../model/chart.ts";
import { toNumber, type Figure } from "../../model/figure.ts";
import { percentOf } from "../../model/growth.ts";
import { drawBar, type Bar } from "./bars.ts";
import { clamp, type Drawing, type Frame } from "./frame.ts";
import { line, ofDatum, rect, shift, text, type Box, type Mark } from "./marks.ts";
import { drawName, lineSpans, setRows, type RowForm } from "./names.ts";
import { printed, printedGrowth } from "./printed.ts";
import { at, fitScale, fitSize, type Need, type Scale } from "./scale.ts";
import { bareNeed, drawAside, drawEndLabel, endNeed } from "./end-label.ts";
import { textWidth } from "./text-width.ts";

type GrowthChart = Extract<Chart, { type: "growth" }>;

/** The layout in pixels, planned before anything is drawn; columns of rows share it. */
interface Plan {
  readonly bottom: number;
  readonly pitch: number;
  readonly thickness: number;
  readonly size: number;
  readonly form: RowForm;
  readonly scale: Scale;
  /** Pixel of the reference; null without one, and for one at zero, which splits nothing. */
  readonly split: number | null;
}

/** With more bars a wide chart has two columns. */
const MOST_ROWS = 10;
const COLUMN_GAP = 96;
/** Room below the bars for the name of the reference. */
const FOOT = 68;
/** With a larger pitch the rows stand too far apart to be read together. */
const PITCH = 196;
/** Largest values and names in pixels: a hall reads 68 and 48 from the last row. */
const VALUE = 104;
const NAME = 60;

/** The browser's widths of words differ a little from the estimate. */
const EDGE = 0.98;

/** Words and points have no bar: their text stands at the axis. */
const NONE: Figure = { raw: "", value: "0", decimals: 0, qualifier: "exact" };

function rateOf({ growth }: GrowthBar): Figure | null {
  return percentOf(growth);
}

export function layoutGrowth(chart: GrowthChart, frame: Frame): Drawing {
  const count = chart.bars.length;
  const columns = count > MOST_ROWS && frame.width >= 1600 ? 2 : 1;
  const rows = Math.max(1, Math.ceil(count / columns));
  const width = (frame.width - COLUMN_GAP * (columns - 1)) / columns;
  const own = { ...frame, width };
  const plan = planGrowth(chart, rows, own);
  const drawn = Array.from({ length: columns }, (_, column) => {
    const from = column * rows;
    const left = column * (width + COLUMN_GAP);
    return { marks: drawColumn(chart, from, Math.min(count, from + rows), plan, own).map((mark) => shift(mark, left)), left };
  });
  const bands = chart.bars.map((_, index): Box => {
    const { left } = drawn[Math.floor(index / rows)]!;
    return { left, right: left + width, top: plan.pitch * (index % rows), bottom: plan.pitch * ((index % rows) + 1) };
  });
  // Every label says in its own words what a hatching or an arrow means.
  return { marks: drawn.flatMap(({ marks }) => marks), legend: [], notes: [], bands };
}

function planGrowth(chart: GrowthChart, rows: number, frame: Frame): Plan {
  const { width, height } = frame;
  const pitch = Math.min(PITCH, (height - (chart.reference === null ? 8 : FOOT)) / rows);
  const form = setRows(chart.bars.map((bar) => bar.name), pitch, width * 0.36, NAME, frame, Math.max(...chart.bars.map((bar) => textWidth(printedGrowth(bar.growth), "numeral", frame.least) * 1.03)));
  const rest = { bottom: pitch * rows, pitch, thickness: clamp(form.lane * 0.64, 12, 124), form };
  const { least } = frame;
  const fitted = fitSize(clamp(Math.min(form.lane * 0.62, width / 15), least, VALUE), least, (size) => ({ ...rest, size, scale: form.aside ? fitScale(bareNeeds(chart), form.left, width - 4) : fitScale(needsOf(chart, size), form.left + size * 0.7, width * EDGE) }));
  const reference = chart.reference === null ? 0 : toNumber(chart.reference);
  return { ...fitted, split: reference === 0 ? null : at(fitted.scale, reference) };
}

function bareNeeds(chart: GrowthChart): readonly Need[] {
  const needs = chart.bars.map((bar) => bareNeed(rateOf(bar) ?? NONE));
  return chart.reference === null ? needs : [...needs, { value: toNumber(chart.reference), before: 40, after: 40 }];
}

function needsOf(chart: GrowthChart, size: number): readonly Need[] {
  const needs = chart.bars.map((bar) => endNeed(rateOf(bar) ?? NONE, printedGrowth(bar.growth), size));
  if (chart.reference === null) return needs;
  const value = toNumber(chart.reference);
  // A label that would stand on the reference stands beyond it.
  const beyond = chart.bars.filter((bar) => isNearer(rateOf(bar), value)).map((bar) => textWidth(printedGrowth(bar.growth), "numeral", size) + size * 0.6);
  const room = Math.max(40, ...beyond);
  return [...needs, { value, before: value < 0 ? room : 40, after: value < 0 ? 40 : room }];
}

/** Whether a bar ends between zero and the reference. */
function isNearer(figure: Figure | null, reference: number): boolean {
  const value = figure === null ? 0 : toNumber(figure);
  return reference < 0 ? value < 0 && value > reference : value >= 0 && value < reference;
}

/** Whether a figure does not reach a reference. */
function isShort(figure: Figure | null, reference: number): boolean {
  return figure !== null && toNumber(figure) < reference;
}

function drawColumn(chart: GrowthChart, from: number, to: number, plan: Plan, frame: Frame): readonly Mark[] {
  const { colours } = frame;
  const rows = chart.bars.slice(from, to);
  const bottom = plan.pitch * rows.length;
  const bars = rows.map((row, index) => growthBar(row, chart, index, plan, frame));
  const spans = lineSpans(plan.form, plan.pitch, rows.length);
  const reference = drawReference(chart, bottom, spans, plan, frame);
  const axis = spans.map(([top, end]): Mark => line("axis", [[plan.scale.zero, top], [plan.scale.zero, end]], colours.ink, 4));
  const labels = rows.flatMap((row, index) => ofDatum(from + index, rowTexts(row, chart, index, bars[index]!, plan, frame)));
  const marks = bars.flatMap((bar, index) => ofDatum(from + index, bar.marks));
  return [...marks, ...axis, ...reference, ...labels];
}

/** Up to the reference a bar is quiet, beyond it in the accent; one that does not reach it is muted. */
function growthBar(row: GrowthBar, chart: GrowthChart, index: number, plan: Plan, { colours }: Frame): Bar {
  const figure = rateOf(row) ?? NONE;
  const middle = plan.pitch * index + plan.form.barAt;
  const [top, bottom] = [middle - plan.thickness / 2, middle + plan.thickness / 2];
  const place = { scale: plan.scale, sides: [top, bottom] as const, direction: "right" as const, floor: 0, order: index };
  const value = toNumber(figure);
  const reference = chart.reference === null ? null : toNumber(chart.reference);
  if (reference === null || plan.split === null) return drawBar(figure, { ...place, colour: row.indicator === chart.highlight ? colours.seal : colours.bar });
  if (value < reference) {
    const bar = drawBar(figure, { ...place, colour: colours.line });
    // Light, with an outline that keeps its contrast to the paper.
    const marks = bar.marks.map((mark): Mark => (mark.role === "bar" && mark.type === "rect" ? { ...mark, fill: colours.hair, stroke: colours.line, lineWidth: 3 } : mark));
    return { ...bar, marks };
  }
  if (reference < 0 || value === reference) return drawBar(figure, { ...place, colour: colours.bar });
  const bar = drawBar(figure, { ...place, colour: colours.seal });
  const [body, ...others] = bar.marks;
  const end = body?.type === "rect" ? body.x + body.width : plan.split;
  const quiet = rect("bar", [plan.scale.zero, top], [Math.min(plan.split, end), bottom], colours.bar, ["grow-right", index]);
  const beyond = end > plan.split ? [rect("bar", [plan.split, top], [end, bottom], colours.seal, ["grow-right", index])] : [];
  return { ...bar, marks: [quiet, ...beyond, ...others] };
}

/** A dashed line through all rows, with its name below. */
function drawReference(chart: GrowthChart, bottom: number, spans: readonly (readonly [number, number])[], plan: Plan, frame: Frame): readonly Mark[] {
  if (chart.reference === null) return [];
  const x = plan.split ?? plan.scale.zero;
  const size = clamp(plan.pitch * 0.36, 32, 44);
  const name = frame.plot.referenceLine(printed(chart.reference));
  const half = textWidth(name, "serif", size) / 2 + 4;
  return [
    ...spans.map(([top, end], index): Mark => line("reference", [[x, top], [x, index === spans.length - 1 ? bottom + 14 : end]], frame.colours.ink, 4, null, [10, 8])),
    text("tick", [clamp(x, half, frame.width - half), bottom + 18 + size * 0.84], name, { size, face: "serif", weight: 900, fill: frame.colours.ink, align: "center" }),
  ];
}

function rowTexts(row: GrowthBar, chart: GrowthChart, index: number, bar: Bar, plan: Plan, frame: Frame): readonly Mark[] {
  const { colours } = frame;
  const rate = rateOf(row);
  const reference = chart.reference === null ? null : toNumber(chart.reference);
  const short = reference !== null && plan.split !== null && isShort(rate, reference);
  const marked = reference === null || plan.split === null ? row.indicator === chart.highlight : rate !== null && !short && toNumber(rate) > reference;
  const label = { text: printedGrowth(row.growth), size: plan.size, fill: short ? colours.ink2 : marked ? colours.seal : colours.ink, order: index };
  const name = drawName(plan.form.names.lines[index + rowsAbove(chart, row, index)]!, 0, plan.pitch * index + plan.form.nameAt, plan.form.names.size, short ? colours.ink2 : colours.ink, short ? 500 : 700);
  if (plan.form.aside) return [...name, drawAside(label, frame.width, plan.pitch * index + plan.form.nameAt)];
  return [...name, ...drawEndLabel(label, clearOf(bar, label, plan), plan.pitch * index + plan.form.barAt, [], colours.paper)];
}

/** Rows in earlier columns. */
function rowsAbove(chart: GrowthChart, row: GrowthBar, index: number): number {
  return chart.bars.indexOf(row) - index;
}

/** A label that would cross the reference begins beyond it. */
function clearOf(bar: Bar, label: { readonly text: string; readonly size: number }, { split }: Plan): Bar {
  if (split === null) return bar;
  const sign = bar.negative ? -1 : 1;
  const away = (split - bar.end) * sign;
  const reach = textWidth(label.text, "numeral", label.size) + label.size * 0.6;
  return away > 0 && away < reach ? { ...bar, end: split } : bar;
}
