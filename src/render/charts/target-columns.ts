/** Targets as columns from zero: the figure is the largest thing, the growth of the year before a short thick line with its own words, the name below. */
import { toNumber, farEnd } from "../../model/figure.ts";
import { drawBar } from "./bars.ts";
import type { Frame } from "./frame.ts";
import { barFigure, drawGoal, goalWidth, isOpen, type GoalRow, type Last } from "./goal-label.ts";
import { line, ofDatum, rect, round, strokes, text, type Box, type Mark } from "./marks.ts";
import { at, fitScale, type Need, type Scale } from "./scale.ts";
import { textWidth, wrapText } from "./text-width.ts";

export interface TargetPlot {
  readonly marks: readonly Mark[];
  readonly bands: readonly Box[];
}

/** Where a column's figure stands: beyond its bar, or inside it where last year's line is beyond; `crowded` has room for neither. */
type Place = "beyond" | "inside" | "crowded";

interface Plan {
  readonly pitch: number;
  readonly width: number;
  /** Of figures, of last year's words, of names. */
  readonly size: number;
  readonly small: number;
  readonly name: number;
  readonly names: readonly (readonly string[])[];
  /** Height of the plot without the names. */
  readonly height: number;
}

/** Pixels of a chart 1696 wide. */
const SIZES = { largest: 132, least: 88, small: 38, name: 46, leastName: 40, roof: 46 } as const;
const MOST = 8;
const NAME_LINES = 3;

/** Null where the names are too long or the columns too many: then bars lie. */
export function planColumns(rows: readonly GoalRow[], last: readonly (Last | null)[], height: number, unit: number, frame: Frame): Plan | null {
  if (rows.length === 0 || rows.length > MOST) return null;
  const pitch = Math.min(frame.width / rows.length, 440 * unit);
  const width = pitch * (rows.length <= 4 ? 0.66 : 0.9);
  const size = steps(SIZES.largest, SIZES.least).map((step) => step * unit).find((step) => rows.every(({ label }) => goalWidth(label, step, unit) <= width - 8 * unit));
  const small = SIZES.small * unit;
  if (size === undefined || last.some((one) => one !== null && textWidth(one.text, "sans", small) * 1.03 > width)) return null;
  // The largest type in which the names take as few lines as they can: a name that fits is not broken.
  const settings = steps(SIZES.name, SIZES.leastName).map((step) => ({ name: step * unit, names: rows.map((row) => wrapText(row.name, "sans", step * unit, pitch - 10 * unit, frame.breaks)) }));
  const total = (names: readonly (readonly string[])[]): number => names.reduce((sum, some) => sum + some.length, 0);
  const { name, names } = settings.reduce((best, one) => (total(one.names) < total(best.names) ? one : best));
  const lines = Math.max(...names.map((some) => some.length));
  return lines > NAME_LINES ? null : { pitch, width, size, small, name, names, height: height - lines * name * 1.2 - 18 * unit };
}

function steps(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.floor((from - to) / 2) + 1 }, (_, index) => from - 2 * index);
}

/** Null where a column is too short for its figure and last year's words. */
export function drawColumns(rows: readonly GoalRow[], last: readonly (Last | null)[], plan: Plan, unit: number, frame: Frame): TargetPlot | null {
  const { scale, places } = settle(rows, last, plan, unit);
  if (places.includes("crowded") || !scale.fits) return null;
  const left = (frame.width - plan.pitch * rows.length) / 2;
  const zero = plan.height - scale.zero;
  const middles = rows.map((_, index) => left + plan.pitch * (index + 0.5));
  const marks = rows.flatMap((row, index) => ofDatum(row.datum, [
    ...drawColumn(row, last[index]!, { middle: middles[index]!, place: places[index]!, order: index }, { scale, plan, unit }, frame),
    ...drawNames(plan.names[index]!, middles[index]!, plan, unit, frame),
  ]));
  const axis = line("axis", [[left, zero], [left + plan.pitch * rows.length, zero]], frame.colours.ink, 4 * unit);
  const bands = middles.map((middle): Box => ({ left: middle - plan.pitch / 2, right: middle + plan.pitch / 2, top: 0, bottom: plan.height }));
  return { marks: [...marks, axis], bands };
}

/** The largest scale on which every figure and every line has its place. */
function settle(rows: readonly GoalRow[], last: readonly (Last | null)[], plan: Plan, unit: number): { readonly scale: Scale; readonly places: readonly Place[] } {
  let places: readonly Place[] = rows.map(() => "beyond");
  for (let turn = 0; ; turn += 1) {
    const scale = fitScale(rows.flatMap((row, index) => needsOf(row, last[index]!, places[index]!, plan, unit)), 0, plan.height);
    const next = rows.map((row, index) => placeOf(row, last[index]!, scale, plan, turn === 0 ? "beyond" : places[index]!));
    if (turn === 3 || next.every((place, index) => place === places[index])) return { scale, places };
    places = next;
  }
}

function placeOf({ rate }: GoalRow, last: Last | null, scale: Scale, { size, small }: Plan, before: Place): Place {
  const value = toNumber(rate);
  if (last === null || before === "crowded") return before;
  if (last.value * value < 0) return "beyond";
  const bar = Math.abs(at(scale, value) - scale.zero);
  const mark = Math.abs(at(scale, last.value) - scale.zero);
  // Last year's words stand in the bar below their line.
  if (mark <= bar) return mark >= small * 1.6 ? "beyond" : "crowded";
  return bar >= size * 1.12 && !isOpen(rate) ? "inside" : "crowded";
}

function needsOf({ rate }: GoalRow, last: Last | null, place: Place, { size, small }: Plan, unit: number): readonly Need[] {
  const side = (value: number, room: number): Need => (value < 0 ? { value, before: room, after: 0 } : { value, before: 0, after: room });
  const value = toNumber(rate);
  const reach = Math.abs(farEnd(rate)) > Math.abs(value) ? farEnd(rate) : value;
  const figure = size * 1.02 + (isOpen(rate) ? SIZES.roof * unit : 0);
  const words = small * 1.45;
  if (last === null) return [side(reach, figure)];
  return [side(reach, place === "inside" ? 8 : figure), side(last.value, Math.abs(last.value) > Math.abs(value) || last.value * value < 0 ? words : 0)];
}

interface Spot {
  readonly middle: number;
  readonly place: Place;
  readonly order: number;
}

interface Stage {
  readonly scale: Scale;
  readonly plan: Plan;
  readonly unit: number;
}

function drawColumn(row: GoalRow, last: Last | null, { middle, place, order }: Spot, { scale, plan, unit }: Stage, frame: Frame): readonly Mark[] {
  const { colours } = frame;
  const half = plan.width / 2;
  const bar = drawBar(barFigure(row.rate), { scale, sides: [middle - half, middle + half], colour: colours.seal, direction: "up", floor: plan.height, order });
  const sign = bar.negative ? -1 : 1;
  const end = plan.height - bar.end;
  const roof = isOpen(row.rate) ? drawRoof(middle, end, half, sign, unit, colours.seal, order) : [];
  const tip = end - (roof.length > 0 ? sign * SIZES.roof * unit : 0);
  const lineAt = last === null ? null : plan.height - at(scale, last.value);
  // Baselines: a figure above its edge, or below it where the value is negative.
  const beyond = (edge: number): number => (sign > 0 ? edge - plan.size * 0.17 : edge + plan.size * 0.86);
  const baseline = place === "inside" ? (sign > 0 ? end + plan.size * 0.92 : end - plan.size * 0.26) : beyond(tip);
  const width = goalWidth(row.label, plan.size, unit);
  const figure = drawGoal(row.label, [middle - width / 2, baseline], plan.size, unit, place === "inside" ? colours["on-seal"] : colours.seal, place === "inside" ? "inside" : "plan", order);
  const tick = last === null || lineAt === null ? [] : drawLast(last, lineAt, { middle, order }, { scale, plan, unit }, { end, sign }, frame);
  return [...bar.marks, ...roof, ...tick, ...figure];
}

/** Two gables over an open column: it goes on from here. */
function drawRoof(middle: number, end: number, half: number, sign: number, unit: number, colour: string, order: number): readonly Mark[] {
  const gable = (away: number): string => {
    const [foot, top] = [round(end - sign * away * unit), round(end - sign * (away + 22) * unit)];
    return `M${round(middle - half)} ${foot}L${round(middle)} ${top}L${round(middle + half)} ${foot}`;
  };
  return [strokes("bound", gable(10) + gable(22), colour, 7 * unit, ["fade", order])];
}

/** Last year's growth: a line a little wider than the column, and its words on the side where there is room. */
function drawLast(last: Last, y: number, { middle, order }: Omit<Spot, "place">, { plan, unit }: Stage, { end, sign }: { readonly end: number; readonly sign: number }, { colours }: Frame): readonly Mark[] {
  const half = Math.min(plan.pitch / 2 - 2, plan.width / 2 + 12 * unit);
  const inBar = (y - end) * sign >= 0 && last.value * sign >= 0;
  const up = last.value < 0 ? -1 : 1;
  const style = (fill: string) => ({ size: plan.small, face: "sans", weight: 700, fill, align: "center" }) as const;
  const words = (baselineAt: number, role: "value" | "inside", fill: string): Mark => text(role, [middle, baselineAt], last.text, style(fill), ["fade", order]);
  const above = (edge: number): number => (up > 0 ? edge - plan.small * 0.38 : edge + plan.small * 1.08);
  // On the bar it stands in a gap of paper, so that it is seen as well as beside it.
  const gap = inBar ? [rect("halo", [middle - half, y - 8 * unit], [middle + half, y + 8 * unit], colours.paper)] : [];
  const tick = [...gap, line("last", [[middle - half, y], [middle + half, y]], colours.ink, 8 * unit, ["fade", order])];
  if (inBar) return [...tick, words(up > 0 ? y + plan.small * 1.2 : y - plan.small * 0.48, "inside", colours["on-seal"])];
  return [...tick, words(above(y), "value", colours.ink)];
}

function drawNames(lines: readonly string[], middle: number, { name, height }: Plan, unit: number, { colours }: Frame): readonly Mark[] {
  const first = height + 14 * unit + name * 0.92;
  return lines.map((part, index) => text("name", [middle, first + index * name * 1.2], part, { size: name, face: "sans", weight: 500, fill: colours.ink, align: "center" }));
}
