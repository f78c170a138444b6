/** Reads the shapes and texts of a rendered chart from its markup. */
import { textWidth, type Face } from "../../../src/render/charts/text-width.ts";

/** One drawn element: its class without the motion, and its attributes. */
export interface Shape {
  readonly tag: string;
  readonly role: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
}

/** The drawing's elements in order, without the legend's keys. */
export function shapesOf(html: string): readonly Shape[] {
  const svg = /<svg role="img"[\s\S]*?<\/svg>/.exec(html)?.[0] ?? "";
  return [...svg.matchAll(/<(path|circle|polyline|rect|text) ([^>]*?)\/?>(?:([^<]*)<\/text>)?/g)].map(([, tag = "", rest = "", text = ""]) => {
    const attributes = Object.fromEntries([...rest.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, key = "", value = ""]) => [key, value]));
    return { tag, role: (attributes["class"] ?? "").split(" ")[0]!.replace("chart-", ""), attributes, text };
  });
}

/** The area of a shape in pixels; for paths, from the corners of their absolute and relative points. */
export interface Extent {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export function extentOf(shape: Shape): Extent {
  switch (shape.tag) {
    case "text":
      return textExtent(shape);
    case "circle": {
      const [x, y, r] = ["cx", "cy", "r"].map((name) => number(shape, name)) as [number, number, number];
      return { left: x - r, right: x + r, top: y - r, bottom: y + r };
    }
    case "rect": {
      const [x, y, width, height] = ["x", "y", "width", "height"].map((name) => number(shape, name)) as [number, number, number, number];
      return { left: x, right: x + width, top: y, bottom: y + height };
    }
    case "polyline":
      return around((shape.attributes["points"] ?? "").trim().split(/[ ,]+/).map(Number));
    default:
      return around(pathPoints(shape.attributes["d"] ?? ""));
  }
}

export function number(shape: Shape, attribute: string): number {
  return Number.parseFloat(shape.attributes[attribute] ?? "0");
}

function textExtent(shape: Shape): Extent {
  const size = number(shape, "font-size");
  const family = shape.attributes["font-family"] ?? "";
  const face: Face = family.startsWith("Luduan Numeral") ? "numeral" : family.startsWith("Luduan Serif") ? "serif" : "sans";
  const text = shape.text.replaceAll("&amp;", "&");
  const [width, x, y] = [textWidth(text, face, size), number(shape, "x"), number(shape, "y")];
  const anchor = shape.attributes["text-anchor"];
  const left = anchor === "end" ? x - width : anchor === "middle" ? x - width / 2 : x;
  // Han characters and figures extend a little above the capital height and a little below the baseline.
  return { left, right: left + width, top: y - size * 0.78, bottom: y + size * 0.1 };
}

function around(numbers: readonly number[]): Extent {
  const [xs, ys] = [numbers.filter((_, index) => index % 2 === 0), numbers.filter((_, index) => index % 2 === 1)];
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

/** End points of a path of M, L, l, A and Z. */
function pathPoints(d: string): number[] {
  const points: number[] = [];
  let [x, y] = [0, 0];
  for (const [, command = "", rest = ""] of d.matchAll(/([MLlAZ])([^MLlAZ]*)/g)) {
    const values = (rest.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number);
    if (values.length < 2) continue;
    const [dx, dy] = [values.at(-2)!, values.at(-1)!];
    [x, y] = command === "l" ? [x + dx, y + dy] : [dx, dy];
    points.push(x, y);
  }
  return points;
}

export function meet(a: Extent, b: Extent): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
