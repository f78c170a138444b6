/** Lying bars, one row for each name: growth, comparisons, rankings, progress, and targets with long names. */
import { farEnd, toNumber, type Figure } from "../../../model/figure.ts";
import { setNames } from "../../../render/charts/names.ts";
import { textWidth } from "../../../render/charts/text-width.ts";
import { solid, type Ink } from "../../ink.ts";
import type { Box } from "../../units.ts";
import type { ShapeOptions } from "../shapes.ts";
import { figureCell, isRough, markLook, publishedCell } from "./looks.ts";
import type { Label, Plot, Point, Series } from "./plot.ts";
import { openEnd, words, type Stage } from "./stage.ts";
import type { Cell } from "./workbook.ts";

/** A figure with its words, and how its bar looks. */
export interface Mark {
  /** Null for words, which have no bar. */
  readonly figure: Figure | null;
  readonly text: string;
  /** Of the bar and of the words. */
  readonly fill: Ink;
  readonly ink: Ink;
  readonly quiet?: boolean;
  /** A target with 左右 is no guess about what was: its bar is solid. */
  readonly planned?: boolean;
  /** Whether the figure may lie beyond the end of its bar; as its qualifier says unless given. */
  readonly open?: boolean;
}

export interface Row {
  readonly name: string;
  readonly mark: Mark;
  /** What the bar is held against, as a frame around its lane: last year's growth, a target. Null leaves it out; absent in charts without any. */
  readonly second?: Mark | null;
}

/** What all charts of one block share, so that their bars compare. */
export interface RowsPlan {
  readonly pitch: number;
  readonly names: number;
  readonly nameSize: number;
  readonly bold: boolean;
  readonly size: number;
  readonly small: number;
  /** Pixels for words after the bars, and of them for the figures in a column of their own, where each bar has a frame. */
  readonly after: number;
  readonly column: number;
  readonly low: number;
  readonly high: number;
  /** Falls run to the right: a row of nothing else. */
  readonly turned?: boolean;
  /** Whether the scale stays as it is when a cell is edited: shapes stand on it, or another chart shares it. */
  readonly fixed: boolean;
}

export interface RowsOptions {
  readonly pitch: number;
  readonly name: number;
  readonly value: number;
  /** Share of the width that names may take. */
  readonly limit: number;
  /** A value that must be on the scale. */
  readonly reference?: number;
  readonly fixed?: boolean;
  /** Names of rows in bold: all of them, since an axis has one style. */
  readonly bold?: boolean;
  /** Rows of falls are turned: words of frames are all on the right. */
  readonly turned?: boolean;
}

/** Pixels between names and bars. */
const APART = 28;

/** Plans rows in columns of `width` and `height` pixels; `count` rows stand in the fullest one. */
export function planRows(rows: readonly Row[], count: number, { width, height }: Pick<Box, "width" | "height">, { frame }: Stage, options: RowsOptions): RowsPlan {
  const pitch = Math.min(options.pitch, height / Math.max(1, count));
  const names = setNames(rows.map(({ name }) => name), pitch, width * options.limit, options.name, { ...frame, width }, 0.44);
  const double = rows.some(({ second }) => second !== undefined);
  const marks = rows.flatMap(({ mark, second }) => [mark, ...(second === undefined || second === null ? [] : [second])]);
  const ends = [0, ...(options.reference === undefined ? [] : [options.reference]), ...marks.map(({ figure }) => (figure === null ? 0 : farEnd(figure)))];
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const figures = (size: number): number => (double ? Math.max(...rows.map(({ mark }) => textWidth(mark.text, "numeral", size))) * 1.06 + 24 : 0);
  const besideFrame = (second: Mark | null, falls: boolean): number => (second === null ? 0 : options.turned === true ? (falls ? 0 : Math.max(roomOf(second, small, false), roomOf(second, small, true))) : roomOf(second, small, falls));
  const room = (size: number, falls: boolean): number => Math.max(0, ...rows.map(({ mark, second = null }) => (double ? besideFrame(second, falls) : roomOf(mark, size, falls))));
  let [size, small] = [Math.max(24, Math.min(options.value, pitch * 0.56)), Math.max(24, Math.min(44, pitch * 0.28))];
  const crowded = (): boolean => figures(size) + room(size, false) + room(size, true) > (width - names.width) * 0.66;
  while (size > 44 && crowded()) size -= 2;
  while (small > 32 && crowded()) small -= 2;
  while (size > 24 && crowded()) size -= 2;
  const open = marks.some(({ figure }) => figure?.qualifier === "at-least" || figure === null);
  const [before, after, beside] = [room(size, true), room(size, false) + figures(size), names.width * 1.06 + APART];
  const top = high === low ? low + 1 : high;
  // Names stand at the edge of the plot: words of falls have their room inside it.
  const foot = low - (before * (top - low)) / Math.max(40, width - beside - after - before);
  return { pitch, names: beside, nameSize: names.size, bold: options.bold === true, size, small, after, column: figures(size), low: foot, high: top, fixed: options.fixed === true || options.reference !== undefined || open || before > 0 };
}

function roomOf({ figure, text }: Mark, size: number, falls: boolean): number {
  const negative = figure !== null && farEnd(figure) < 0;
  return negative === falls ? textWidth(text, "numeral", size) * 1.06 + size * 0.5 : 0;
}

/** Where bars lie within a box. */
export function innerOf({ x, y, width }: Box, plan: RowsPlan, count: number): Box {
  return { x: x + plan.names, y, width: Math.max(40, width - plan.names - plan.after), height: plan.pitch * count };
}

/** Pixel of a value. */
export function placeOn(inner: Box, { low, high, turned }: Pick<RowsPlan, "low" | "high" | "turned">, value: number): number {
  const share = (value - low) / (high - low);
  return inner.x + (turned === true ? 1 - share : share) * inner.width;
}

export interface RowsParts {
  readonly plot: Plot;
  readonly shapes: readonly ShapeOptions[];
}

export interface Heads {
  readonly main: string;
  readonly second?: string;
}

/** One chart of rows from the top of `box` down. `split` draws each bar that passes a value in two inks. */
export function rowsChart(rows: readonly Row[], box: Box, plan: RowsPlan, heads: Heads, stage: Stage, split: { readonly figure: Figure; readonly name: string; readonly text: string } | null = null): RowsParts {
  const inner = innerOf(box, plan, rows.length);
  const double = heads.second !== undefined;
  const ranges = !double && rows.some(({ mark }) => isRange(mark.figure));
  const splitAt = split === null ? null : toNumber(split.figure);
  const passes = (row: Row): boolean => splitAt !== null && splitAt > 0 && row.mark.figure !== null && toNumber(row.mark.figure) > splitAt;
  const head = [heads.main, ...(double ? [heads.second!] : []), ...(ranges ? [stage.sheet.upperEnd] : []), ...(split === null ? [] : [split.name])];
  const cells = rows.map((row): readonly (Cell | null)[] => [
    mainCell(row.mark, ranges),
    ...(double ? [row.second === null || row.second === undefined ? null : publishedCell(row.second.figure, row.second.text)] : []),
    ...(ranges ? [isRange(row.mark.figure) ? figureCell(outer(row.mark.figure!), row.mark.text) : null] : []),
    ...(split === null ? [] : [passes(row) ? figureCell(split.figure.value, split.text) : null]),
  ]);
  const shift = (row: Row): readonly [number, number] | undefined => (double ? toColumn(row.mark, box, inner, plan) : clearOf(row, splitAt, inner, plan));
  const main: Series = { column: 0, as: "bar", points: rows.map((row) => point(row.mark, ranges && isRange(row.mark.figure) ? null : labelOf(row.mark, plan.size, shift(row)))) };
  const second: readonly Series[] = double ? [{ column: 1, as: "bar", points: rows.map(({ second: mark }, index) => (mark === null || mark === undefined ? { look: "", label: null } : { look: markLook(mark.fill, "frame"), label: labelOf(mark, plan.small, beyondBar(rows[index]!, inner, plan)) })) }] : [];
  const far: readonly Series[] = ranges ? [{ column: 1, as: "bar", points: rows.map(({ mark }) => ({ look: markLook(mark.fill, "hatched"), label: isRange(mark.figure) ? { ...labelOf(mark, plan.size)!, format: figureCell(outer(mark.figure!), mark.text).format } : null })) }] : [];
  const upTo: readonly Series[] = split === null ? [] : [{ column: head.length - 1, as: "bar", points: rows.map((): Point => ({ look: markLook("bar", "solid"), label: null })) }];
  const plot: Plot = {
    box: { ...box, height: inner.height }, inner, direction: "lying", stacked: false, table: { head, rows: rows.map(({ name }, index) => ({ name, cells: cells[index]! })) }, series: [...far, ...main.points.length > 0 ? [main] : [], ...second, ...upTo],
    gap: 66, overlap: 100, names: { size: plan.nameSize, ink: "text", bold: plan.bold },
    scale: plan.fixed ? { low: plan.low, high: plan.high, ...(plan.turned === true ? { turned: true } : {}) } : { low: 0, high: null },
  };
  return { plot, shapes: rows.flatMap((row, index) => besideRow(row, index, box, inner, plan, stage)) };
}

function isRange(figure: Figure | null): boolean {
  return figure?.upper !== undefined;
}

/** The end of a range that lies nearer to zero, and the one that lies farther away, as decimal text. */
function nearer({ value, upper = value }: Figure): string {
  return value.startsWith("-") ? upper : value;
}
function outer({ value, upper = value }: Figure): string {
  return value.startsWith("-") ? value : upper;
}

function mainCell({ figure, text }: Mark, ranges: boolean): Cell {
  if (figure === null) return { type: "text", text };
  return ranges && isRange(figure) ? figureCell(nearer(figure), text) : figureCell(figure.value, text);
}

function point({ figure, fill, quiet, planned, open }: Mark, label: Label | null): Point {
  const rough = figure !== null && isRough(figure) && (planned !== true || (figure.qualifier === "at-most" && open !== true));
  return { look: markLook(fill, quiet === true ? "quiet" : rough ? "hatched" : "solid"), label };
}

function labelOf({ figure, text, ink }: Mark, size: number, shift?: readonly [number, number]): Label | null {
  return figure === null ? null : { format: figureCell(figure.value, text).format, size, ink, position: "outEnd", ...(shift === undefined ? {} : { shift }) };
}

/** A label that would stand on the line of a reference begins beyond it. */
function clearOf({ mark }: Row, splitAt: number | null, inner: Box, plan: RowsPlan): readonly [number, number] | undefined {
  if (splitAt === null || mark.figure === null) return undefined;
  const [end, line] = [placeOn(inner, plan, farEnd(mark.figure)), placeOn(inner, plan, splitAt)];
  const sign = farEnd(mark.figure) < 0 ? -1 : 1;
  const away = (line - end) * sign;
  const reach = textWidth(mark.text, "numeral", plan.size) + plan.size * 0.6;
  return away > 0 && away < reach ? [line - end + sign * 6, 0] : undefined;
}

/** Pixels from the end of a bar to a label of it. */
const GAP = 8;

/** A figure stands in the column on the right, whatever the length of its bar. */
function toColumn({ figure, text }: Mark, box: Box, inner: Box, plan: RowsPlan): readonly [number, number] | undefined {
  if (figure === null) return undefined;
  const [end, zero] = [placeOn(inner, plan, farEnd(figure)), placeOn(inner, plan, 0)];
  const from = end < zero ? end - GAP - textWidth(text, "numeral", plan.size) * 1.06 : end + GAP;
  return [box.x + box.width - plan.column + 24 - from, 0];
}

/** The words of a frame stand beyond its bar where that is longer. */
function beyondBar({ mark, second }: Row, inner: Box, plan: RowsPlan): readonly [number, number] | undefined {
  if (mark.figure === null || second?.figure == null) return undefined;
  const [bar, frame, zero] = [placeOn(inner, plan, farEnd(mark.figure)), placeOn(inner, plan, farEnd(second.figure)), placeOn(inner, plan, 0)];
  const [beyond, same] = [(bar - frame) * Math.sign(frame - zero), (bar - zero) * (frame - zero) > 0];
  return same && beyond > 0 ? [bar - frame, 0] : undefined;
}

/** Words that have no bar stand at the axis, or in the column of figures; a lower bound has arrows in the end of its bar. */
function besideRow({ mark: { figure, text, ink, open } }: Row, index: number, box: Box, inner: Box, plan: RowsPlan, stage: Stage): readonly ShapeOptions[] {
  const y = inner.y + plan.pitch * (index + 0.5);
  const { size } = plan;
  const zero = placeOn(inner, plan, 0);
  if (figure === null) return [words(text, { x: plan.column > 0 ? box.x + box.width - plan.column + 24 : zero + size * 0.3, y: y - size * 0.8, width: textWidth(text, "numeral", size) * 1.1 + size, height: size * 1.6 }, { size, ink, bold: true, face: "numeral" })];
  if (!(open ?? figure.qualifier === "at-least")) return [];
  const end = placeOn(inner, plan, toNumber(figure));
  const side = (plan.pitch / 1.66) * 0.62;
  if (Math.abs(end - zero) < side * 1.4) return [];
  const x = end > zero ? end - side * 1.06 : end + side * 0.06;
  return [openEnd({ x, y: y - side / 2, width: side, height: side }, end > zero ? "right" : "left", solid("ground"), stage.sheet.openEnd)];
}
