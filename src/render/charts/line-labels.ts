/** Labels of points on a line: above, or below at local minima, or elsewhere where something is in the way. */
import { boxesMeet, rect, text, wordsOfDatum, type Box, type Mark, type Point } from "./marks.ts";
import { textWidth } from "./text-width.ts";

export interface LabelledPoint {
  /** Null is a gap in the line. */
  readonly at: Point | null;
  readonly text: string;
  readonly fill: string;
}

export interface LabelField {
  /** The drawn line, in unbroken stretches. */
  readonly lines: readonly (readonly Point[])[];
  readonly size: number;
  readonly radius: number;
  /** Labels stay inside this box. */
  readonly bounds: Box;
  /** Pixel of zero: a label stays on the same side of it as its point. Null where there is none. */
  readonly zero: number | null;
  /** What labels must not touch, in addition to the line, its points and each other: axes. */
  readonly obstacles: readonly Box[];
  readonly paper: string;
}

/** Places and draws the labels in the order of the points; a label without a free place gets a halo of paper. */
export function drawLineLabels(points: readonly LabelledPoint[], field: LabelField): readonly Mark[] {
  const taken: Box[] = [...field.obstacles, ...points.flatMap((point) => (point.at === null ? [] : [around(point.at, field.radius + 2)]))];
  return points.flatMap((point, index) => {
    if (point.at === null || point.text === "") return [];
    const candidates = candidatesFor(points, index, field);
    const free = candidates.find((box) => within(box, field.bounds) && keepsSide(box, point.at!, field.zero) && !taken.some((other) => boxesMeet(box, other)) && !crossesLine(box, field.lines));
    const box = free ?? candidates[0]!;
    taken.push(box);
    const style = { size: field.size, face: "numeral", weight: 600, fill: point.fill, align: "center" } as const;
    const label = text("value", [(box.left + box.right) / 2, box.bottom - field.size * 0.16], point.text, style, ["fade", index]);
    return wordsOfDatum(index, free === undefined ? [rect("halo", [box.left - 4, box.top], [box.right + 4, box.bottom], field.paper, ["fade", index]), label] : [label]);
  });
}

function around([x, y]: Point, reach: number): Box {
  return { left: x - reach, right: x + reach, top: y - reach, bottom: y + reach };
}

/** Boxes in order of preference: above (below at a local minimum), the other side, then beside. */
function candidatesFor(points: readonly LabelledPoint[], index: number, { size, radius }: LabelField): readonly Box[] {
  const point = points[index]!;
  const [x, y] = point.at!;
  const width = textWidth(point.text, "numeral", size) + 4;
  const box = (centre: number, top: number): Box => ({ left: centre - width / 2, right: centre + width / 2, top, bottom: top + size * 0.92 });
  const rows = { above: y - radius - 8 - size * 0.92, below: y + radius + 8 };
  const minimum = isMinimum(points, index);
  const [first, second] = minimum ? [rows.below, rows.above] : [rows.above, rows.below];
  const aside = [0.3, -0.3, 0.55, -0.55].map((part) => x + part * width);
  const beside = y - size * 0.46;
  const reach = width / 2 + radius + 10;
  return [box(x, first), box(x, second), ...aside.map((centre) => box(centre, first)), ...aside.map((centre) => box(centre, second)), box(x + reach, beside), box(x - reach, beside)];
}

function isMinimum(points: readonly LabelledPoint[], index: number): boolean {
  const [before, here, after] = [points[index - 1]?.at, points[index]!.at!, points[index + 1]?.at];
  return before !== null && before !== undefined && after !== null && after !== undefined && before[1] < here[1] && after[1] < here[1];
}

function keepsSide(box: Box, [, y]: Point, zero: number | null): boolean {
  return zero === null || ((box.top + box.bottom) / 2 - zero) * (y - zero) >= 0;
}

function within(box: Box, bounds: Box): boolean {
  return box.left >= bounds.left && box.right <= bounds.right && box.top >= bounds.top && box.bottom <= bounds.bottom;
}

function crossesLine(box: Box, lines: readonly (readonly Point[])[]): boolean {
  const room = { left: box.left - 3, right: box.right + 3, top: box.top - 3, bottom: box.bottom + 3 };
  return lines.some((line) => line.some((point, index) => index > 0 && segmentMeets(line[index - 1]!, point, room)));
}

/** Whether a segment passes through a box (Liang–Barsky). */
function segmentMeets([x1, y1]: Point, [x2, y2]: Point, box: Box): boolean {
  let [enter, leave] = [0, 1];
  const sides = [[x1 - x2, x1 - box.left], [x2 - x1, box.right - x1], [y1 - y2, y1 - box.top], [y2 - y1, box.bottom - y1]] as const;
  for (const [slope, room] of sides) {
    if (slope === 0 && room < 0) return false;
    if (slope < 0) enter = Math.max(enter, room / slope);
    if (slope > 0) leave = Math.min(leave, room / slope);
  }
  return enter < leave;
}
