/** Where a content stream draws: the current matrix and clip (ISO 32000-1, 8.3.4 and 8.5.4). */

/** a b c d e f: a point (x, y) becomes (ax + cy + e, bx + dy + f). */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** In points on the page, from its lower left corner. */
export interface Area {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

export const MILLIMETRES_PER_POINT = 25.4 / 72;

/** Paint of shapes and glyphs: red, green and blue, and how much it covers what is below, each 0 to 1. */
export interface Paint {
  readonly colour: readonly [red: number, green: number, blue: number];
  readonly alpha: number;
}

/** Paint at the start of a page (ISO 32000-1, 8.6.5.1, 11.6.4.4). */
export const BLACK: Paint = { colour: [0, 0, 0], alpha: 1 };

export interface Space {
  readonly paint: Paint;
  /** How much the surrounding forms cover, as one picture: 0 to 1. */
  readonly cover: number;
  readonly matrix: Matrix;
  /** Nothing outside it is painted. */
  readonly clip: Area;
}

export const UNMOVED: Matrix = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`. */
export function join(inner: Matrix, outer: Matrix): Matrix {
  const [a, b, c, d, e, f] = inner;
  const [p, q, r, s, t, u] = outer;
  return [a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u];
}

/** Factor by which a length grows. */
export function scaleOf([a, b]: Matrix): number {
  return Math.hypot(a, b);
}

/** Position of a point of an inner space. */
export function pointAt(x: number, y: number, [a, b, c, d, e, f]: Matrix): readonly [x: number, y: number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** Whether a point of an inner space is in an area. */
export function isInside(x: number, y: number, [a, b, c, d, e, f]: Matrix, { left, bottom, right, top }: Area): boolean {
  const [across, up] = [a * x + c * y + e, b * x + d * y + f];
  return left <= across && across <= right && bottom <= up && up <= top;
}

/** The smallest area around a rectangle of an inner space. */
export function areaOf(x: number, y: number, width: number, height: number, matrix: Matrix): Area {
  const [a, b, c, d] = matrix;
  const [left, bottom] = pointAt(x, y, matrix);
  // Each side of the rectangle moves two corners, in its direction or against it.
  const [along, rise, across, climb] = [a * width, b * width, c * height, d * height];
  return {
    left: left + Math.min(0, along) + Math.min(0, across), right: left + Math.max(0, along) + Math.max(0, across),
    bottom: bottom + Math.min(0, rise) + Math.min(0, climb), top: bottom + Math.max(0, rise) + Math.max(0, climb),
  };
}

export function intersect(one: Area, other: Area): Area {
  return { left: Math.max(one.left, other.left), bottom: Math.max(one.bottom, other.bottom), right: Math.min(one.right, other.right), top: Math.min(one.top, other.top) };
}

/** How far an area sticks out of another; 0 or less if it is inside. */
export function excess(inner: Area, outer: Area): number {
  return Math.max(outer.left - inner.left, outer.bottom - inner.bottom, inner.right - outer.right, inner.top - outer.top);
}

const SPACE = 0x20;

/** The last `count` numbers before an operator that begins at `end`; null if there are fewer. */
export function numbersBefore(content: string, end: number, count: number): readonly number[] | null {
  const numbers: number[] = [];
  let at = end;
  while (numbers.length < count) {
    while (at > 0 && content.charCodeAt(at - 1) <= SPACE) at -= 1;
    const last = at;
    while (at > 0 && content.charCodeAt(at - 1) > SPACE) at -= 1;
    const number = at === last ? Number.NaN : Number(content.slice(at, last));
    if (Number.isNaN(number)) return null;
    numbers.unshift(number);
  }
  return numbers;
}
