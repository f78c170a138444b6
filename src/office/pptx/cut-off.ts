/** Outlines cut off at a window: the pages crop their drawings, and DrawingML crops pictures only. */
import type { Box } from "../units.ts";
import type { Point, Step } from "./outline.ts";

/** Corners of a convex window, clockwise on the slide. */
export type Window = readonly Point[];

/** A circle of 520 px whose corners are this many differs from a round one by half a pixel. */
const CORNERS = 64;
/** Pixels by which the straight pieces of a curve that is cut may leave it. */
const FLAT = 0.25;

export function squareWindow({ x, y, width, height }: Box): Window {
  return [{ x, y }, { x: x + width, y }, { x: x + width, y: y + height }, { x, y: y + height }];
}

export function roundWindow({ x, y, width, height }: Box): Window {
  return Array.from({ length: CORNERS }, (_, index) => {
    const turn = (2 * Math.PI * index) / CORNERS;
    return { x: x + (width / 2) * (1 + Math.cos(turn)), y: y + (height / 2) * (1 + Math.sin(turn)) };
  });
}

/** What is seen of an outline: of a filled one its area, of any other its line. One that lies inside keeps its curves. */
export function cutOff(steps: readonly Step[], window: Window, filled: boolean): readonly Step[] {
  const edges = window.map((from, index) => ({ from, to: window[(index + 1) % window.length]! }));
  if (steps.every((step) => step.type === "close" || (step.type === "curve" ? step.points : [step.to]).every((point) => edges.every((edge) => within(point, edge) >= 0)))) return steps;
  const lines = straightened(steps);
  return filled ? lines.flatMap(({ points }) => area(points, edges)) : lines.flatMap(({ points, closed }) => seenLines(closed ? [...points, points[0]!] : points, edges));
}

interface Edge {
  readonly from: Point;
  readonly to: Point;
}

/** Positive inside the window, negative outside. */
function within({ x, y }: Point, { from, to }: Edge): number {
  return (to.x - from.x) * (y - from.y) - (to.y - from.y) * (x - from.x);
}

function between(a: Point, b: Point, share: number): Point {
  return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
}

interface Line {
  readonly points: readonly Point[];
  readonly closed: boolean;
}

/** How many pieces a curve needs, from its second differences (the bound of Filip, Magedson and Markot, 1986). */
function piecesOf([a, b, c, d]: readonly [Point, Point, Point, Point]): number {
  const bend = (one: Point, two: Point, three: Point): number => Math.hypot(one.x - 2 * two.x + three.x, one.y - 2 * two.y + three.y);
  return Math.max(1, Math.ceil(Math.sqrt((0.75 * Math.max(bend(a, b, c), bend(b, c, d))) / FLAT)));
}

/** Each part of an outline as points. */
function straightened(steps: readonly Step[]): readonly Line[] {
  const lines: { readonly points: Point[]; closed: boolean }[] = [];
  for (const step of steps) {
    const last = lines.at(-1);
    if (step.type === "move") lines.push({ points: [step.to], closed: false });
    else if (step.type === "close" && last !== undefined) last.closed = true;
    else if (step.type === "line") last?.points.push(step.to);
    else if (step.type === "curve" && last !== undefined) {
      const [a, b, c] = step.points;
      const from = last.points.at(-1)!;
      const pieces = piecesOf([from, a, b, c]);
      for (let piece = 1; piece <= pieces; piece += 1) {
        const t = piece / pieces;
        const [one, two, three] = [between(from, a, t), between(a, b, t), between(b, c, t)];
        last.points.push(between(between(one, two, t), between(two, three, t), t));
      }
    }
  }
  return lines;
}

function stepsThrough(points: readonly Point[], closed: boolean): readonly Step[] {
  return [...points.map((to, index): Step => ({ type: index === 0 ? "move" : "line", to })), ...(closed ? [{ type: "close" } as const] : [])];
}

/** The part of an area inside a convex window (Sutherland and Hodgman, 1974). */
function area(points: readonly Point[], edges: readonly Edge[]): readonly Step[] {
  let seen = points;
  for (const edge of edges) {
    seen = seen.flatMap((point, index) => {
      const last = seen.at(index - 1)!;
      const [here, before] = [within(point, edge), within(last, edge)];
      const crossing = here >= 0 === before >= 0 ? [] : [between(last, point, before / (before - here))];
      return here >= 0 ? [...crossing, point] : crossing;
    });
  }
  return seen.length < 3 ? [] : stepsThrough(seen, true);
}

/** The stretches of a line inside a convex window (Cyrus and Beck, 1978). */
function seenLines(points: readonly Point[], edges: readonly Edge[]): readonly Step[] {
  const stretches: Point[][] = [];
  for (let index = 1; index < points.length; index += 1) {
    const seen = seenStretch(points[index - 1]!, points[index]!, edges);
    if (seen === null) continue;
    const last = stretches.at(-1);
    const end = last?.at(-1);
    if (end !== undefined && end.x === seen[0].x && end.y === seen[0].y) last!.push(seen[1]);
    else stretches.push([...seen]);
  }
  return stretches.flatMap((stretch) => stepsThrough(stretch, false));
}

function seenStretch(from: Point, to: Point, edges: readonly Edge[]): readonly [Point, Point] | null {
  let [first, last] = [0, 1];
  for (const edge of edges) {
    const [a, b] = [within(from, edge), within(to, edge)];
    if (a < 0 && b < 0) return null;
    if (a < 0) first = Math.max(first, a / (a - b));
    if (b < 0) last = Math.min(last, a / (a - b));
  }
  if (first >= last) return null;
  return [first === 0 ? from : between(from, to, first), last === 1 ? to : between(from, to, last)];
}
