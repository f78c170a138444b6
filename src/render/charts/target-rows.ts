/** Targets as lying bars, where names are long or there are more than eight: the figures stand in a column of their own on the right. */
import { farEnd, toNumber } from "../../model/figure.ts";
import { drawBar } from "./bars.ts";
import { clamp, NARROW, rowBands, type Frame } from "./frame.ts";
import { barFigure, drawGoal, goalWidth, isOpen, SMALL, type GoalRow, type Last } from "./goal-label.ts";
import { line, ofDatum, rect, round, strokes, text, type Mark } from "./marks.ts";
import { drawName, lineSpans, setNames, type NameColumn } from "./names.ts";
import { at, fitScale, fitSize, type Scale } from "./scale.ts";
import type { TargetPlot } from "./target-columns.ts";
import { textWidth } from "./text-width.ts";

/** Pixels of a chart 1696 wide. */
const SIZES = { figure: 88, small: 40, name: 52, pitch: 140 } as const;
const ROOF = 34;
/** A drawing of an upright screen is narrow and high: names stand above their bars, in rows of at least this height, with this share for the bar. */
const STACKED = { pitch: 84, bar: 0.56, lines: 2.3 } as const;
/** Where the words beside the bars leave these no room, the type is set smaller, to this share of it in percent, but never below the drawing's least. */
const LEAST = 50;
/** Where even that leaves no room, words rather become too small than stand on each other: a look at the pages says so. */
const SMALLEST = 14;

interface Plan {
  readonly pitch: number;
  readonly names: NameColumn;
  /** Middle of a row's name and of its bar, in pixels from the row's top. */
  readonly nameAt: number;
  readonly barAt: number;
  readonly size: number;
  readonly small: number;
  /** For the words around a figure, as in goal-label.ts. */
  readonly smallUnit: number;
  /** Height that a bar has, and that it takes of it. */
  readonly lane: number;
  readonly thickness: number;
  /** Left edge of the figures. */
  readonly figures: number;
  readonly scale: Scale;
  readonly unit: number;
}

export function drawRows(rows: readonly GoalRow[], last: readonly (Last | null)[], height: number, unit: number, frame: Frame): TargetPlot {
  const fitted = fitSize(unit * 100, LEAST, (size) => planRows(rows, last, height, size / 100, frame));
  const plan = fitted.scale.fits ? fitted : fitSize(unit * 100, LEAST, (size) => planRows(rows, last, height, size / 100, { ...frame, least: SMALLEST }));
  const { scale, pitch } = plan;
  const marks = rows.flatMap((row, index) => ofDatum(row.datum, drawRow(row, last[index]!, pitch * index + plan.barAt, index, plan, frame)));
  const axis = lineSpans(plan, pitch, rows.length).map(([top, bottom]): Mark => line("axis", [[scale.zero, top], [scale.zero, bottom]], frame.colours.ink, 4 * plan.unit));
  const names = rows.flatMap((row, index) => ofDatum(row.datum, drawName(plan.names.lines[index]!, 0, pitch * index + plan.nameAt, plan.names.size, frame.colours.ink)));
  return { marks: [...marks, ...axis, ...names], bands: rowBands(rows.length, 0, pitch, frame) };
}

function planRows(rows: readonly GoalRow[], last: readonly (Last | null)[], height: number, unit: number, frame: Frame): Plan {
  const stacked = frame.width < NARROW && height / rows.length >= STACKED.pitch;
  const pitch = stacked ? Math.min(240, height / rows.length) : Math.min((rows.length <= 3 ? 1.5 : 1) * SIZES.pitch * unit, height / rows.length);
  const words = rows.map(({ name }) => name);
  const setOver = (space: number): NameColumn => setNames(words, space, frame.width, SIZES.name, frame, 0.8);
  const one = setOver(pitch * (1 - STACKED.bar));
  // Long names have two lines, and their bars less.
  const over = one.size >= frame.least ? pitch * (1 - STACKED.bar) : frame.least * STACKED.lines;
  const lane = stacked ? pitch - over : pitch;
  const names = stacked ? setOver(over) : setNames(words, pitch, frame.width * 0.32, SIZES.name * unit, frame, 0.44);
  const size = Math.min(SIZES.figure * unit, lane * 0.8);
  const small = clamp(lane * 0.36, frame.least, Math.max(frame.least, SIZES.small * unit));
  // The browser's widths differ a little from the estimate.
  const figures = frame.width - 8 - Math.max(...rows.map(({ label }) => goalWidth(label, size, smallUnit(size, unit, frame))));
  const left = stacked ? 2 : names.width + 40 * unit;
  const needs = rows.flatMap(({ rate }, index) => {
    const before = last[index]!;
    const roof = isOpen(rate) ? ROOF * unit + 6 : 4;
    const room = before === null ? 0 : textWidth(before.text, "sans", small) * 1.04 + 26 * unit;
    const value = farEnd(rate);
    const side = (place: number, beyond: number) => (place < 0 ? { value: place, before: beyond, after: 0 } : { value: place, before: 0, after: beyond });
    return [side(value, roof + (before === null ? 0 : room)), ...(before === null ? [] : [side(before.value, room)])];
  });
  const scale = fitScale(needs, left, figures - 24 * unit);
  return { pitch, names, nameAt: stacked ? (pitch - lane) / 2 : pitch / 2, barAt: pitch - lane / 2, size, small, smallUnit: smallUnit(size, unit, frame), lane, thickness: lane * 0.6, figures, scale, unit };
}

/** Small rows set the words around a figure in proportion, but never below the least type. */
function smallUnit(size: number, unit: number, { least }: Frame): number {
  return Math.max(Math.min(unit, size / SIZES.figure), least / SMALL.least);
}

function drawRow({ rate, label }: GoalRow, last: Last | null, middle: number, order: number, plan: Plan, { colours }: Frame): readonly Mark[] {
  const { scale, thickness, size, unit } = plan;
  const half = thickness / 2;
  const bar = drawBar(barFigure(rate), { scale, sides: [middle - half, middle + half], colour: colours.seal, direction: "right", floor: 0, order });
  const sign = bar.negative ? -1 : 1;
  const roof = isOpen(rate) ? [strokes("bound", gables(bar.end, middle, half, sign, unit), colours.seal, Math.max(3, 6 * unit), ["fade", order])] : [];
  const tip = bar.end + (roof.length > 0 ? sign * ROOF * unit : 0);
  const figure = drawGoal(label, [plan.figures, middle + size * 0.34], size, plan.smallUnit, colours.seal, "plan", order);
  return [...bar.marks, ...roof, ...(last === null ? [] : drawLast(last, toNumber(rate), tip, middle, order, plan, colours)), ...figure];
}

function gables(end: number, middle: number, half: number, sign: number, unit: number): string {
  return [6, 16].map((away) => `M${round(end + sign * away * unit)} ${round(middle - half)}L${round(end + sign * (away + 16) * unit)} ${round(middle)}L${round(end + sign * away * unit)} ${round(middle + half)}`).join("");
}

/** A thick line across the bar, and its words in the bar before it where they fit, otherwise beyond bar and line. */
function drawLast(last: Last, value: number, tip: number, middle: number, order: number, plan: Plan, colours: Frame["colours"]): readonly Mark[] {
  const { scale, small, thickness, unit } = plan;
  const x = at(scale, last.value);
  const half = thickness / 2 + 5 * unit;
  const onBar = last.value * value > 0 && Math.abs(last.value) <= Math.abs(value);
  const gap = onBar ? [rect("halo", [x - 8 * unit, middle - half], [x + 8 * unit, middle + half], colours.paper)] : [];
  const tick = [...gap, line("last", [[x, middle - half], [x, middle + half]], colours.ink, 8 * unit, ["fade", order])];
  const width = textWidth(last.text, "sans", small) * 1.03;
  const baseline = middle + small * 0.36;
  const sign = last.value < 0 ? -1 : 1;
  const inBar = onBar && Math.abs(x - scale.zero) >= width + 26 * unit;
  const style = (fill: string, toRight: boolean) => ({ size: small, face: "sans", weight: 700, fill, align: toRight ? "left" : "right" }) as const;
  if (inBar) return [...tick, text("inside", [x - sign * 18 * unit, baseline], last.text, style(colours["on-seal"], sign < 0), ["fade", order])];
  const own = last.value * value >= 0;
  const from = own ? (sign > 0 ? Math.max(x, tip) : Math.min(x, tip)) : x;
  return [...tick, text("value", [from + sign * 16 * unit, baseline], last.text, style(colours.ink, sign > 0), ["fade", order])];
}
