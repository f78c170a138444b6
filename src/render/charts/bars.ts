/** One bar from zero: solid where the figure is exact, hatched at the end where it is approximate, with an arrow where it is a lower bound. */
import { toNumber, type Figure } from "../../model/figure.ts";
import { clamp } from "./frame.ts";
import { line, rect, round, strokes, type Box, type Mark, type Motion, type Point } from "./marks.ts";
import { at, type Scale } from "./scale.ts";

export interface BarPlace {
  readonly scale: Scale;
  /** The two sides of the bar, across its length. */
  readonly sides: readonly [number, number];
  readonly colour: string;
  /** `up` counts the scale's pixels upwards from `floor`. */
  readonly direction: "right" | "up";
  readonly floor: number;
  readonly order: number;
}

export interface Bar {
  readonly marks: readonly Mark[];
  /** Pixel of its outermost part along the scale, arrow included: the label stands beyond it. */
  readonly end: number;
  readonly negative: boolean;
}

const ARROW = 30;

/** Draws a figure as a bar; 近9% is solid to 8 and hatched from there to 9, 5%—5.5% solid to 5 and hatched to 5.5. */
export function drawBar(figure: Figure, place: BarPlace): Bar {
  const value = toNumber(figure);
  const end = at(place.scale, value);
  // Compares pixels, not values: a scale may run the other way.
  const sign = end < place.scale.zero ? -1 : 1;
  const bare = { end, negative: sign < 0 };
  if (value === 0) return { ...bare, marks: [] };
  const body = (from: number, to: number): Mark => rect("bar", point(place, from, place.sides[0]), point(place, to, place.sides[1]), place.colour, [motion(place, sign), place.order]);
  switch (figure.qualifier) {
    case "exact":
      return { ...bare, marks: [body(place.scale.zero, end)] };
    case "at-least": {
      const tip = end + sign * ARROW;
      return { ...bare, end: tip, marks: [body(place.scale.zero, end), arrow(place, end, tip)] };
    }
    case "range": {
      // Solid to the lower end, hatched to the higher one.
      const far = at(place.scale, Number(figure.upper ?? figure.value));
      return { ...bare, end: Math.max(end * sign, far * sign) * sign, marks: [body(place.scale.zero, sign < 0 ? far : end), ...hatchedEnd(place, sign < 0 ? far : end, sign < 0 ? end : far)] };
    }
    case "nearly":
    case "about":
    case "at-most": {
      const from = end - sign * hatchLength(figure, place.scale);
      return { ...bare, marks: [body(place.scale.zero, from), ...hatchedEnd(place, from + sign * 2, end)] };
    }
  }
}

/** One unit of the last published digit, but wide enough to see and at most half of the bar. */
function hatchLength(figure: Figure, scale: Scale): number {
  const unit = Math.abs(scale.perUnit) / 10 ** figure.decimals;
  return Math.min(Math.max(unit, 28), Math.abs(toNumber(figure) * scale.perUnit) / 2);
}

function point(place: BarPlace, along: number, across: number): Point {
  return place.direction === "right" ? [along, across] : [across, place.floor - along];
}

function motion(place: BarPlace, sign: number): Motion {
  if (place.direction === "right") return sign > 0 ? "grow-right" : "grow-left";
  return sign > 0 ? "grow-up" : "grow-down";
}

function hatchedEnd(place: BarPlace, from: number, to: number): Mark[] {
  const [a, b] = [point(place, from, place.sides[0]), point(place, to, place.sides[1])];
  const box = { left: Math.min(a[0], b[0]), right: Math.max(a[0], b[0]), top: Math.min(a[1], b[1]), bottom: Math.max(a[1], b[1]) };
  const [first, second] = place.sides;
  const edge: readonly Point[] = [point(place, to, first - 6), point(place, to, second + 6)];
  return [hatch(box, place.colour, place.order), line("hatch-end", edge, place.colour, 3, ["fade", place.order], [5, 4])];
}

/** Lines at 45° within a box, 11 px apart (closer in thin bars). */
export function hatch(box: Box, colour: string, order: number): Mark {
  const { left, top, right, bottom } = box;
  const step = clamp(Math.min(bottom - top, right - left) / 3, 7, 11);
  let d = "";
  for (let sum = left + top + step / 2; sum < right + bottom; sum += step) {
    const [x1, x2] = [Math.max(left, sum - bottom), Math.min(right, sum - top)];
    if (x2 - x1 > 1) d += `M${round(x1)} ${round(sum - x1)}L${round(x2)} ${round(sum - x2)}`;
  }
  return strokes("hatch", d, colour, step < 10 ? 2 : 3, ["fade", order]);
}

function arrow(place: BarPlace, from: number, to: number): Mark {
  const middle = (place.sides[0] + place.sides[1]) / 2;
  const back = to - Math.sign(to - from) * 11;
  const start = from + Math.sign(to - from) * 4;
  const [a, b, c, e] = [point(place, start, middle), point(place, to, middle), point(place, back, middle - 10), point(place, back, middle + 10)];
  return strokes("bound", `M${xy(a)}L${xy(b)}M${xy(c)}L${xy(b)}L${xy(e)}`, place.colour, 4, ["fade", place.order]);
}

function xy([x, y]: Point): string {
  return `${round(x)} ${round(y)}`;
}
