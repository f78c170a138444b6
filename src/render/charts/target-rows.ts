/** Targets as lying bars, where names are long or there are more than eight: the figures stand in a column of their own on the right. */
import { farEnd, toNumber } from "../../model/figure.ts";
import { drawBar } from "./bars.ts";
import { clamp, rowBands, type Frame } from "./frame.ts";
import { barFigure, drawGoal, goalWidth, isOpen, type GoalRow, type Last } from "./goal-label.ts";
import { line, ofDatum, rect, round, strokes, text, type Mark } from "./marks.ts";
import { drawName, setNames, type NameColumn } from "./names.ts";
import { at, fitScale, type Scale } from "./scale.ts";
import type { TargetPlot } from "./target-columns.ts";
import { textWidth } from "./text-width.ts";

/** Pixels of a chart 1696 wide. */
const SIZES = { figure: 88, small: 40, name: 52, pitch: 140 } as const;
const ROOF = 34;

interface Plan {
  readonly pitch: number;
  readonly names: NameColumn;
  readonly size: number;
  readonly small: number;
  readonly thickness: number;
  /** Left edge of the figures. */
  readonly figures: number;
  readonly scale: Scale;
  readonly unit: number;
}

export function drawRows(rows: readonly GoalRow[], last: readonly (Last | null)[], height: number, unit: number, frame: Frame): TargetPlot {
  const plan = planRows(rows, last, height, unit, frame);
  const { scale, pitch } = plan;
  const marks = rows.flatMap((row, index) => ofDatum(row.datum, drawRow(row, last[index]!, pitch * (index + 0.5), index, plan, frame)));
  const axis = line("axis", [[scale.zero, 0], [scale.zero, pitch * rows.length]], frame.colours.ink, 4 * unit);
  const names = rows.flatMap((row, index) => ofDatum(row.datum, drawName(plan.names.lines[index]!, 0, pitch * (index + 0.5), plan.names.size, frame.colours.ink)));
  return { marks: [...marks, axis, ...names], bands: rowBands(rows.length, 0, pitch, frame) };
}

function planRows(rows: readonly GoalRow[], last: readonly (Last | null)[], height: number, unit: number, frame: Frame): Plan {
  const pitch = Math.min((rows.length <= 3 ? 1.5 : 1) * SIZES.pitch * unit, height / rows.length);
  const names = setNames(rows.map(({ name }) => name), pitch, frame.width * 0.32, SIZES.name * unit, frame, 0.44);
  const size = Math.min(SIZES.figure * unit, pitch * 0.8);
  const small = clamp(pitch * 0.36, 14, SIZES.small * unit);
  const figures = frame.width - Math.max(...rows.map(({ label }) => goalWidth(label, size, smallUnit(size, unit))));
  const left = names.width + 40 * unit;
  const needs = rows.flatMap(({ rate }, index) => {
    const one = last[index]!;
    const roof = isOpen(rate) ? ROOF * unit + 6 : 4;
    const room = one === null ? 0 : textWidth(one.text, "sans", small) * 1.04 + 26 * unit;
    const value = farEnd(rate);
    const side = (place: number, beyond: number) => (place < 0 ? { value: place, before: beyond, after: 0 } : { value: place, before: 0, after: beyond });
    return [side(value, roof + (one === null ? 0 : room)), ...(one === null ? [] : [side(one.value, room)])];
  });
  const scale = fitScale(needs, left, figures - 24 * unit);
  return { pitch, names, size, small, thickness: pitch * 0.6, figures, scale, unit };
}

/** Small rows set the words around a figure in proportion. */
function smallUnit(size: number, unit: number): number {
  return Math.min(unit, size / SIZES.figure);
}

function drawRow({ rate, label }: GoalRow, last: Last | null, middle: number, order: number, plan: Plan, { colours }: Frame): readonly Mark[] {
  const { scale, thickness, size, unit } = plan;
  const half = thickness / 2;
  const bar = drawBar(barFigure(rate), { scale, sides: [middle - half, middle + half], colour: colours.seal, direction: "right", floor: 0, order });
  const sign = bar.negative ? -1 : 1;
  const roof = isOpen(rate) ? [strokes("bound", gables(bar.end, middle, half, sign, unit), colours.seal, Math.max(3, 6 * unit), ["fade", order])] : [];
  const tip = bar.end + (roof.length > 0 ? sign * ROOF * unit : 0);
  const figure = drawGoal(label, [plan.figures, middle + size * 0.34], size, smallUnit(size, unit), colours.seal, "plan", order);
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
