/** What a chart consists of before it is drawn: plain shapes and texts in pixels, each with its part in the animation. */
import type { Face } from "./text-width.ts";

/** How a mark appears on each visit: it grows from the side of zero, or fades in. */
export type Motion = "grow-right" | "grow-left" | "grow-up" | "grow-down" | "fade";

interface MarkBase {
  /** What the mark is: `bar`, `hatch`, `value` …; it becomes the class `chart-bar`. */
  readonly role: string;
  /** Null does not move. */
  readonly motion: Motion | null;
  /** Place in the stagger, from 0. */
  readonly order: number;
  /** Row of the data table that the mark stands for; null for axes and the like. */
  readonly datum: number | null;
}

/** Null paints nothing. */
export interface Paint {
  readonly fill: string | null;
  readonly stroke: string | null;
  readonly lineWidth: number;
  /** Pixels on and off; null is a solid line. */
  readonly dash: readonly [number, number] | null;
}

export type Point = readonly [number, number];

export interface TextMark extends MarkBase {
  readonly type: "text";
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly face: Face;
  readonly weight: number;
  readonly fill: string;
  readonly align: "left" | "center" | "right";
}

export type Mark =
  | (MarkBase & Paint & { readonly type: "rect"; readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly radius: number })
  | (MarkBase & Paint & { readonly type: "path"; readonly d: string })
  | (MarkBase & Paint & { readonly type: "polyline"; readonly points: readonly Point[] })
  | (MarkBase & Paint & { readonly type: "circle"; readonly cx: number; readonly cy: number; readonly r: number })
  | TextMark;

/** A box in pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Two decimals: enough at any size, and the same bytes on every machine. */
export function round(pixels: number): number {
  return Math.round(pixels * 100) / 100 || 0;
}

type Move = readonly [motion: Motion, order: number] | null;

const still = (role: string, move: Move): MarkBase => ({ role, motion: move?.[0] ?? null, order: move?.[1] ?? 0, datum: null });
const filled = (fill: string): Paint => ({ fill, stroke: null, lineWidth: 0, dash: null });
const stroked = (stroke: string, lineWidth: number, dash: readonly [number, number] | null): Paint => ({ fill: null, stroke, lineWidth: round(lineWidth), dash });

/** A filled rectangle between two corners given in any order. */
export function rect(role: string, a: Point, b: Point, fill: string, move: Move = null, radius = 0): Mark {
  const [x, y] = [Math.min(a[0], b[0]), Math.min(a[1], b[1])];
  const [width, height] = [Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1])];
  return { type: "rect", x: round(x), y: round(y), width: round(width), height: round(height), radius, ...filled(fill), ...still(role, move) };
}

export function line(role: string, points: readonly Point[], stroke: string, lineWidth: number, move: Move = null, dash: readonly [number, number] | null = null): Mark {
  return { type: "polyline", points: points.map(([x, y]): Point => [round(x), round(y)]), ...stroked(stroke, lineWidth, dash), ...still(role, move) };
}

/** A path of strokes; `d` has absolute commands with rounded numbers. */
export function strokes(role: string, d: string, stroke: string, lineWidth: number, move: Move = null, dash: readonly [number, number] | null = null): Mark {
  return { type: "path", d, ...stroked(stroke, lineWidth, dash), ...still(role, move) };
}

/** A filled path. */
export function area(role: string, d: string, fill: string, move: Move = null): Mark {
  return { type: "path", d, ...filled(fill), ...still(role, move) };
}

export function disc(role: string, centre: Point, r: number, fill: string, move: Move = null): Mark {
  return { type: "circle", cx: round(centre[0]), cy: round(centre[1]), r: round(r), ...filled(fill), ...still(role, move) };
}

/** A hollow circle; `fill` covers what lies behind it. */
export function ring(role: string, centre: Point, r: number, stroke: string, lineWidth: number, fill: string, move: Move = null): Mark {
  return { type: "circle", cx: round(centre[0]), cy: round(centre[1]), r: round(r), ...stroked(stroke, lineWidth, null), fill, ...still(role, move) };
}

/** Marks that stand for one row of the data table. */
export function ofDatum(datum: number, marks: readonly Mark[]): readonly Mark[] {
  return marks.map((mark) => ({ ...mark, datum }));
}

/** Assigns only the names and labels to a row; the shapes around them (leaders, paper behind words) belong to no row. */
export function wordsOfDatum(datum: number, marks: readonly Mark[]): readonly Mark[] {
  return marks.map((mark) => (mark.type === "text" ? { ...mark, datum } : mark));
}

/** How a text is set. */
export interface TextStyle {
  readonly size: number;
  readonly face: Face;
  readonly weight: number;
  readonly fill: string;
  readonly align: TextMark["align"];
}

export function text(role: string, at: Point, content: string, style: TextStyle, move: Move = null): TextMark {
  return { type: "text", x: round(at[0]), y: round(at[1]), text: content, ...style, size: round(style.size), ...still(role, move) };
}

export function boxesMeet(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** A mark moved to the right. */
export function shift(mark: Mark, dx: number): Mark {
  switch (mark.type) {
    case "rect":
    case "text":
      return { ...mark, x: round(mark.x + dx) };
    case "circle":
      return { ...mark, cx: round(mark.cx + dx) };
    case "polyline":
      return { ...mark, points: mark.points.map(([x, y]): Point => [round(x + dx), y]) };
    case "path":
      return { ...mark, d: mark.d.replace(/([ML])(-?[\d.]+) /g, (_, letter: string, x: string) => `${letter}${round(Number(x) + dx)} `) };
  }
}
