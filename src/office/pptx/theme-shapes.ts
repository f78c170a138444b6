/** What a theme's own style sheet draws, as `office:` of its theme.yaml tells it: rectangles and grounds in colours of the theme. */
import { CANVAS } from "../../model/canvas.ts";
import type { Language } from "../../model/deck.ts";
import type { OfficeGround, OfficePlace, OfficeShape } from "../../model/office-look.ts";
import type { Theme } from "../../model/theme.ts";
import { valueOn } from "../ink.ts";
import type { Box } from "../units.ts";
import { xml } from "../xml.ts";
import { freeform } from "./freeform.ts";
import { shape } from "./shapes.ts";

/** What the slide decides: the number of its part, and its place among the tasks of the part. */
export interface ShapePlace {
  readonly area: Box;
  readonly ground: "paper" | "deep";
  readonly theme: Theme;
  readonly lang: Language;
  readonly nextId: () => number;
  readonly part?: number | null;
  readonly task?: { readonly number: number; readonly of: number } | null;
}

const WHOLE: Box = { x: 0, y: 0, ...CANVAS };

/** The area of a place that is as large as the slide. */
export function wholeSlide(place: Omit<ShapePlace, "area">): ShapePlace {
  return { ...place, area: WHOLE };
}

/** The shapes of a place that are the same on every slide, for its layout. */
export function standingShapes(name: OfficePlace, place: ShapePlace): readonly string[] {
  return draw((place.theme.office.shapes[name] ?? []).filter(({ parts, tasks }) => parts === null && tasks === null), place);
}

/** Those that depend on the slide. */
export function changingShapes(name: OfficePlace, place: ShapePlace): readonly string[] {
  return draw((place.theme.office.shapes[name] ?? []).filter(({ parts, tasks }) => parts !== null || tasks !== null), place);
}

function draw(shapes: readonly OfficeShape[], place: ShapePlace): readonly string[] {
  return shapes.flatMap((one) => {
    const boxes = boxesOf(one, place);
    if (boxes.length === 0) return [];
    const path = boxes.map(({ x, y, width, height }) => `M${x} ${y}L${x + width} ${y}L${x + width} ${y + height}L${x} ${y + height}Z`).join("");
    const form = boxes.length === 1 ? { box: boxes[0]! } : freeform(path, { x: 0, y: 0, scaleX: 1, scaleY: 1, windows: [] }, true)!;
    const name = place.lang === "en" ? "Art" : "图案";
    return [shape(place.nextId(), { name, decorative: true, ...form, fill: `<a:solidFill>${valueOn(one.colour, place.ground, place.theme, one.alpha)}</a:solidFill>` }, place.lang)];
  });
}

/** The rectangles on the canvas, without what lies beyond the area. */
function boxesOf({ boxes, count, every, parts, tasks, gap }: OfficeShape, { area, part = null, task = null }: ShapePlace): readonly Box[] {
  const times = parts === null ? Array.from({ length: count }, (_, index) => index) : parts.flatMap((from, index) => ((part ?? 1) >= from ? [index] : []));
  const whole = times.flatMap((time) => boxes.map(([x, y, width, height]): Box => ({ x: area.x + (x < 0 ? area.width + x : x) + time * every[0], y: area.y + (y < 0 ? area.height + y : y) + time * every[1], width, height })));
  const shared = tasks === null ? whole : task === null ? [] : whole.flatMap((box) => shares(box, task, tasks, gap));
  return shared.flatMap((box) => inside(box, area));
}

function shares(box: Box, { number, of }: { readonly number: number; readonly of: number }, which: "all" | "this", gap: number): readonly Box[] {
  const pitch = (box.width + gap) / of;
  return Array.from({ length: of }, (_, index) => ({ ...box, x: box.x + index * pitch, width: pitch - gap })).filter((_, index) => which === "all" || index === number - 1);
}

function inside(box: Box, area: Box): readonly Box[] {
  const [x, y] = [Math.max(box.x, area.x), Math.max(box.y, area.y)];
  const [width, height] = [Math.min(box.x + box.width, area.x + area.width) - x, Math.min(box.y + box.height, area.y + area.height) - y];
  return width <= 0 || height <= 0 ? [] : [{ x, y, width, height }];
}

/** `a:gradFill` of a ground. */
export function gradient({ stops, angle, centre: [x, y] }: OfficeGround, ground: "paper" | "deep", theme: Theme): string {
  const all = stops.map(({ colour, at }) => xml("a:gs", { pos: Math.round(at * 1000) }, valueOn(colour, ground, theme, 1)));
  // CSS counts from above, DrawingML from the left.
  const way = angle === null
    ? `<a:path path="circle">${xml("a:fillToRect", { l: x * 1000, t: y * 1000, r: (100 - x) * 1000, b: (100 - y) * 1000 })}</a:path>`
    : xml("a:lin", { ang: ((angle + 270) % 360) * 60_000, scaled: 0 });
  return xml("a:gradFill", { rotWithShape: 1 }, `<a:gsLst>${all.join("")}</a:gsLst>`, way);
}
