/** Draws outlines of a font as small grey pictures, in plain arithmetic: the same bytes on every machine. */

/** Width and height of a picture, in points. */
export const SIDE = 20;
/** Lines that each row of points is sampled with. */
const LINES = 4;
/** Units of an em, and the top of a Han character above the base line. */
const [EM, TOP] = [1000, 880] as const;
/** Straight pieces that stand for a curve. */
const PIECES = 4;

type Edge = readonly [x0: number, y0: number, x1: number, y1: number];
type Point = readonly [x: number, y: number];

/** How much ink each point has, from 0 to 1, softened so that a stroke that is a little off still meets its like. `path` is SVG with M, L, Q, C and Z. */
export function drawGlyph(path: string): Float64Array {
  const edges = edgesOf(path);
  const ink = new Float64Array(SIDE * SIDE);
  for (let line = 0; line < SIDE * LINES; line++) {
    const y = TOP - ((line + 0.5) * EM) / (SIDE * LINES);
    for (const [from, to] of inkedAt(edges, y)) {
      const [left, right] = [(from * SIDE) / EM, (to * SIDE) / EM];
      for (let x = Math.max(0, Math.floor(left)); x < Math.min(SIDE, right); x++) ink[Math.floor(line / LINES) * SIDE + x]! += (Math.min(right, x + 1) - Math.max(left, x)) / LINES;
    }
  }
  return soften(ink);
}

/** Stretches of one line that are inside the outline (non-zero winding). */
function inkedAt(edges: readonly Edge[], y: number): readonly Point[] {
  const crossings = edges.flatMap(([x0, y0, x1, y1]) => (y0 <= y === y1 <= y ? [] : [{ x: x0 + ((y - y0) * (x1 - x0)) / (y1 - y0), turn: y1 > y0 ? 1 : -1 }])).toSorted((a, b) => a.x - b.x);
  const stretches: Point[] = [];
  let winding = 0;
  crossings.forEach(({ x, turn }, index) => {
    if (winding !== 0) stretches.push([crossings[index - 1]!.x, x]);
    winding += turn;
  });
  return stretches;
}

function edgesOf(path: string): readonly Edge[] {
  const edges: Edge[] = [];
  let [start, at]: [Point, Point] = [[0, 0], [0, 0]];
  const lineTo = (to: Point): void => {
    edges.push([...at, ...to]);
    at = to;
  };
  for (const [, command = "", numbers = ""] of path.matchAll(/([MLQCZ])([^MLQCZ]*)/g)) {
    const values = (numbers.match(/-?[\d.]+/g) ?? []).map(Number);
    const points = values.flatMap((x, index): Point[] => (index % 2 === 0 ? [[x, values[index + 1]!]] : []));
    if (command === "M") start = at = points[0]!;
    else if (command === "Z") lineTo(start);
    else {
      const controls = [at, ...points];
      const pieces = command === "L" ? 1 : PIECES;
      for (let piece = 1; piece <= pieces; piece++) lineTo(pointOn(controls, piece / pieces));
    }
  }
  return edges;
}

/** De Casteljau's point of a line or a curve. */
function pointOn(controls: readonly Point[], t: number): Point {
  if (controls.length === 1) return controls[0]!;
  return pointOn(controls.slice(1).map(([x, y], index): Point => [controls[index]![0] * (1 - t) + x * t, controls[index]![1] * (1 - t) + y * t]), t);
}

function soften(ink: Float64Array): Float64Array {
  const soft = new Float64Array(ink.length);
  const at = (x: number, y: number): number => (x < 0 || y < 0 || x >= SIDE || y >= SIDE ? 0 : ink[y * SIDE + x]!);
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++) {
      const beside = at(x - 1, y) + at(x + 1, y) + at(x, y - 1) + at(x, y + 1);
      const corners = at(x - 1, y - 1) + at(x + 1, y - 1) + at(x - 1, y + 1) + at(x + 1, y + 1);
      soft[y * SIDE + x] = (4 * at(x, y) + 2 * beside + corners) / 16;
    }
  }
  return soft;
}
