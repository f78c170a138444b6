/** Parts of a whole: a lying bar with each figure below its part, a pie of at most three, and ratios by period. */
import type { Chart, SharePart } from "../../../model/chart.ts";
import { toNumber } from "../../../model/figure.ts";
import { formatFigure } from "../../../model/unit.ts";
import { printed } from "../../../render/charts/printed.ts";
import { textWidth, wrapText } from "../../../render/charts/text-width.ts";
import type { Ink } from "../../ink.ts";
import type { Box } from "../../units.ts";
import type { ShapeOptions } from "../shapes.ts";
import { figureCell, partLook } from "./looks.ts";
import { numberFormat } from "./number-format.ts";
import type { Plot, Point, Series } from "./plot.ts";
import { planRows, rowsChart, type Row } from "./rows.ts";
import { words, type ChartLayout, type Stage } from "./stage.ts";
import { columnName, type Cell } from "./workbook.ts";

type ShareChart = Extract<Chart, { type: "share" }>;

const GAP = 28;
/** Largest figures and names in pixels, and the least of a figure below its part. */
const SIZES = { figure: 120, least: 44, name: 52 } as const;
const HEAD = 96;

export function shareLayout(chart: ShareChart, stage: Stage): ChartLayout {
  const { whole } = chart;
  const { box } = stage;
  const title = words(`${whole.name} ${formatFigure(whole.value, whole.unit)}`, { x: box.x, y: box.y, width: box.width, height: HEAD - 20 }, { size: 48, ink: "text", face: "sans", bold: true });
  const rest = chart.parts.find(({ indicator }) => indicator === null);
  const note = rest === undefined ? [] : [words(rest.derived === null ? stage.frame.plot.restHatched : stage.frame.plot.restDerived, { x: box.x, y: box.y + box.height - 44, width: box.width, height: 44 }, { size: 32, ink: "muted", face: "sans" }, "r")];
  const room: Box = { ...box, y: box.y + HEAD, height: box.height - HEAD - (rest === undefined ? 0 : 52) };
  const drawn = chart.form === "pie" ? pie(chart, room, stage) : (shareBar(chart, room, stage) ?? shareRows(chart, room, stage));
  return { plots: drawn.plots, shapes: [title, ...drawn.shapes, ...note] };
}

/** The words of a part's figure; empty for a rest that nobody published. */
function shownText({ indicator, value, derived }: SharePart, unit: string, stage: Stage): string {
  if (indicator === null && derived === null) return "";
  const own = printed(value, unit);
  return derived === null ? own : `${own} ${stage.frame.plot.derivedMark(derived.range)}`;
}

function inkOf(part: SharePart, index: number, chart: ShareChart): Ink {
  if (part.indicator === null) return "muted";
  return part.indicator === chart.highlight ? "accent" : index % 2 === 0 ? "bar" : "water";
}

function isHatched({ indicator, value }: SharePart): boolean {
  return indicator === null || value.qualifier !== "exact";
}

/** A rest is what the formula makes of the whole and the parts; `cells` are those of the others. */
function partCell(part: SharePart, whole: string, others: string, stage: Stage, unit: string): Cell {
  if (part.indicator !== null) return figureCell(part.value.value, printed(part.value, unit));
  const text = part.derived === null ? stage.sheet.unpublishedRest : shownText(part, unit, stage);
  return { type: "formula", formula: `${whole}-${others}`, value: part.value.value, format: numberFormat(text, part.value.value) };
}

function colour(part: SharePart, chart: ShareChart): Ink {
  return part.indicator !== null && part.indicator === chart.highlight ? "accent" : "text";
}

/** Where each part lies, 0 to 1. */
function stretches(values: readonly number[]): readonly (readonly [from: number, to: number])[] {
  const sum = values.reduce((total, value) => total + Math.max(0, value), 0) || 1;
  let from = 0;
  return values.map((value) => {
    const to = from + Math.max(0, value) / sum;
    const stretch = [from, to] as const;
    from = to;
    return stretch;
  });
}

/** Left edges of columns of these widths, each below its stretch or as near to it as the others allow. */
function placeColumns(lefts: readonly number[], widths: readonly number[], width: number): readonly number[] {
  const right: number[] = [];
  let end = width;
  for (let index = widths.length - 1; index >= 0; index -= 1) {
    right[index] = end - widths[index]!;
    end = right[index]! - GAP;
  }
  let from = 0;
  return lefts.map((left, index) => {
    const at = Math.max(from, Math.min(left, right[index]!));
    from = at + widths[index]! + GAP;
    return at;
  });
}

/** Null where the figures do not fit side by side. */
function shareBar(chart: ShareChart, box: Box, stage: Stage): ChartLayout | null {
  const { parts, whole } = chart;
  const { breaks } = stage.frame;
  const texts = parts.map((part) => shownText(part, whole.unit, stage));
  const lying = stretches(parts.map(({ value }) => toNumber(value)));
  for (let size: number = SIZES.figure; size >= SIZES.least; size -= 4) {
    const name = Math.min(SIZES.name, Math.max(32, size * 0.5));
    const names = parts.map((part) => wrapText(part.name, "sans", name, Math.max(box.width / parts.length - GAP, size * 2.4), breaks));
    const widths = parts.map((_, index) => Math.max(textWidth(texts[index]!, "numeral", size) * 1.08, ...names[index]!.map((line) => textWidth(line, "sans", name) * 1.06)));
    if (names.some((lines) => lines.length > 3) || widths.reduce((sum, width) => sum + width + GAP, -GAP) > box.width) continue;
    const lefts = placeColumns(lying.map(([from]) => from * box.width), widths, box.width);
    return drawShareBar(chart, { box, size, name, names, widths, lefts, texts, lying }, stage);
  }
  return null;
}

interface SharePlan {
  readonly box: Box;
  readonly size: number;
  readonly name: number;
  readonly names: readonly (readonly string[])[];
  readonly widths: readonly number[];
  readonly lefts: readonly number[];
  readonly texts: readonly string[];
  readonly lying: readonly (readonly [from: number, to: number])[];
}

/** One bar of one row: each part is a series, whose label stands below it. */
function drawShareBar(chart: ShareChart, { box, size, name, names, widths, lefts, texts, lying }: SharePlan, stage: Stage): ChartLayout {
  const { parts, whole } = chart;
  const bar = Math.min(220, box.height * 0.34);
  const inner: Box = { x: box.x, y: box.y, width: box.width, height: bar };
  const below = bar + size * 0.78;
  const last = columnName(parts.length + 1);
  const cells = parts.map((part): Cell => {
    const others = parts.flatMap((other, index) => (other === part ? [] : [`${columnName(index + 1)}2`]));
    return partCell(part, `${last}2`, others.join("-"), stage, whole.unit);
  });
  const series = parts.map((part, index): Series => {
    const [from, to] = lying[index]!;
    const text = texts[index]!;
    // The label is centred on its part; from there it moves to its column.
    const centre = lefts[index]! + (textWidth(text, "numeral", size) * 1.02) / 2;
    const label: Point["label"] = text === "" ? null : { format: numberFormat(text, part.value.value), size, ink: colour(part, chart), position: "ctr", shift: [centre - ((from + to) / 2) * box.width, below - bar / 2] };
    return { column: index, as: "bar", points: [{ look: partLook(inkOf(part, index, chart), isHatched(part)), label }] };
  });
  const table: Plot["table"] = { head: [...parts.map((part) => part.name), stage.frame.plot.whole], rows: [{ name: whole.name, cells: [...cells, figureCell(whole.value.value, formatFigure(whole.value, whole.unit))] }] };
  const sum = parts.reduce((total, { value }) => total + Math.max(0, toNumber(value)), 0) || 1;
  const plot: Plot = { box: { ...box, height: bar + size * 1.5 }, inner, direction: "lying", stacked: true, table, series, gap: 0, overlap: 100, scale: { low: 0, high: Number(sum.toPrecision(12)) }, names: null };
  const top = box.y + bar + size * 1.44;
  const shapes = parts.map((part, index): ShapeOptions => words(names[index]!.join("\n"), { x: box.x + lefts[index]!, y: texts[index] === "" ? box.y + bar + 30 : top, width: Math.max(widths[index]!, 120) + GAP, height: names[index]!.length * name * 1.3 }, { size: name, ink: colour(part, chart), face: "sans" }, "l", "t"));
  return { plots: [plot], shapes };
}

/** Many parts, or long words: a bar for each. */
function shareRows(chart: ShareChart, box: Box, stage: Stage): ChartLayout {
  const { parts, whole } = chart;
  const told = parts.filter(({ indicator, derived }) => indicator !== null || derived !== null);
  const rows = told.map((part): Row => {
    const accent = part.indicator !== null && part.indicator === chart.highlight;
    return { name: part.name, mark: { figure: part.value, text: shownText(part, whole.unit, stage), fill: part.indicator === null ? "muted" : accent ? "accent" : "bar", ink: accent ? "accent" : "text" } };
  });
  const plan = planRows(rows, rows.length, box, stage, { pitch: 130, name: 48, value: 72, limit: 0.4 });
  const { plot, shapes } = rowsChart(rows, box, plan, { main: stage.frame.plot.withUnit(stage.frame.plot.value, whole.unit) }, stage);
  return { plots: [plot], shapes };
}

function pie(chart: ShareChart, box: Box, stage: Stage): ChartLayout {
  const { parts, whole } = chart;
  const lying = stretches(parts.map(({ value }) => toNumber(value)));
  const widest = lying.reduce((a, b) => (b[1] - b[0] > a[1] - a[0] ? b : a));
  const side = Math.min(box.height - 40, box.width * 0.5);
  const size = Math.min(60, box.height / 9);
  const inner: Box = { x: box.x + (box.width - side) / 2, y: box.y + 20, width: side, height: side };
  const rows = parts.map((part, index) => {
    const others = parts.flatMap((other, at) => (other === part ? [] : [`B${at + 2}`]));
    return { name: part.name, cells: [partCell(part, `B${parts.length + 2}`, others.join("-"), stage, whole.unit)], index };
  });
  // The whole stands below the parts, outside the series.
  const points = parts.map((part, index): Point => {
    const text = shownText(part, whole.unit, stage);
    return { look: partLook(inkOf(part, index, chart), isHatched(part)), label: text === "" ? { format: '"";"";""', size, ink: "text", position: "outEnd", named: true } : { format: numberFormat(text, part.value.value), size, ink: colour(part, chart), position: "outEnd", named: true } };
  });
  const plot: Plot = {
    box, inner, direction: "standing", stacked: false, table: { head: [stage.frame.plot.withUnit(stage.frame.plot.value, whole.unit)], rows, after: [{ name: whole.name, cells: [figureCell(whole.value.value, formatFigure(whole.value, whole.unit))] }] },
    series: [{ column: 0, as: "slice", points }], gap: 0, overlap: 0, scale: { low: null, high: null }, names: null, turn: ((0.75 - (widest[0] + widest[1]) / 2 + 1) % 1) * 360,
  };
  return { plots: [plot], shapes: [] };
}

/** The terms of published ratios: a bar for each period, its parts named once above it. */
export function structureLayout(chart: Extract<Chart, { type: "structure" }>, stage: Stage): ChartLayout {
  const { bars, names } = chart;
  const { box, frame } = stage;
  const label = (term: string, index: number): string => (bars[index]!.hundred ? `${term}%` : term);
  const periods = bars.map(({ period }) => frame.words.period(period));
  const when = bars.length === 1 ? 0 : Math.max(...periods.map((period) => textWidth(period, "sans", 44))) * 1.1 + 28;
  const width = box.width - when - 6;
  const fits = (one: number): boolean => bars.every(({ terms }, index) => stretches(terms.map(Number)).every(([from, to], part) => (to - from) * width >= textWidth(label(terms[part]!, index), "numeral", one) * 1.08));
  const size = [1, 0.9, 0.8, 0.7, 0.6, 0.5].map((share) => Math.min(96, (box.height - HEAD) / bars.length / 2.4) * share).find((one) => one >= 36 && fits(one));
  const widths = names.map((name) => textWidth(name, "sans", 40) * 1.06);
  if (size === undefined || widths.reduce((sum, one) => sum + one + GAP, -GAP) > width || bars.some(({ hundred }) => !hundred)) return structureRows(chart, label, periods, stage);
  const inner: Box = { x: box.x + when, y: box.y + HEAD, width, height: box.height - HEAD - 8 };
  const inks = names.map((name, part): Ink => (name === chart.highlight ? "accent" : part % 2 === 0 ? "water" : "bar"));
  const series = names.map((_, part): Series => ({
    column: part, as: "bar",
    points: bars.map(({ terms }, index): Point => ({ look: partLook(inks[part]!, false), label: { format: numberFormat(label(terms[part]!, index), terms[part]!), size, ink: "ground", position: "ctr" } })),
  }));
  const table: Plot["table"] = { head: names, rows: bars.map(({ terms }, index) => ({ name: periods[index]!, cells: terms.map((term) => figureCell(term, label(term, index))) })) };
  const first = stretches(bars[0]?.terms.map(Number) ?? []);
  const lefts = placeColumns(first.map(([from, to], part) => ((from + to) / 2) * width - widths[part]! / 2), widths, width);
  const shapes = names.map((name, part) => words(name, { x: inner.x + Math.max(0, lefts[part]!), y: box.y, width: widths[part]!, height: HEAD - 16 }, { size: 40, ink: name === chart.highlight ? "accent" : "text", face: "sans" }, "ctr", "b"));
  const high = Math.max(...bars.map(({ terms }) => terms.reduce((sum, term) => sum + Number(term), 0)));
  return { plots: [{ box, inner, direction: "lying", stacked: true, table, series, gap: 24, overlap: 100, scale: { low: 0, high: Number(high.toPrecision(12)) }, names: when === 0 ? null : { size: 44, ink: "text" } }], shapes };
}

function structureRows({ bars, names, highlight }: Extract<Chart, { type: "structure" }>, label: (term: string, index: number) => string, periods: readonly string[], stage: Stage): ChartLayout {
  const rows = names.flatMap((name, part) => bars.map(({ terms }, index): Row => {
    const accent = name === highlight;
    const term = terms[part]!;
    return { name: bars.length === 1 ? name : `${name} ${periods[index]!}`, mark: { figure: { raw: term, value: term, decimals: 0, qualifier: "exact" }, text: label(term, index), fill: accent ? "accent" : "bar", ink: accent ? "accent" : "text" } };
  }));
  const plan = planRows(rows, rows.length, stage.box, stage, { pitch: 96, name: 44, value: 48, limit: 0.4 });
  const { plot, shapes } = rowsChart(rows, stage.box, plan, { main: stage.frame.plot.shareOfWhole }, stage);
  return { plots: [plot], shapes };
}
