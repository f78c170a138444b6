/** Outlines as free geometry of DrawingML (`a:custGeom`, ECMA-376-1, 20.1.9.8). */
import { emu, type Box } from "../units.ts";
import { cutOff, type Window } from "./cut-off.ts";
import { readOutline, type Point, type Step } from "./outline.ts";

function pointsOf(step: Step): readonly Point[] {
  return step.type === "close" ? [] : step.type === "curve" ? step.points : [step.to];
}

/** The box around points, control points included. */
function boxOf(points: readonly Point[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of points) [left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x), Math.max(bottom, y)];
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** Where a drawing stands on its slide: each point is scaled, then moved. A negative `scaleX` turns it over. */
export interface Placement {
  readonly x: number;
  readonly y: number;
  readonly scaleX: number;
  readonly scaleY: number;
  /** What lies outside any of these is cut off. */
  readonly windows: readonly Window[];
}

function placed(step: Step, { x, y, scaleX, scaleY }: Placement): Step {
  const move = (point: Point): Point => ({ x: x + point.x * scaleX, y: y + point.y * scaleY });
  switch (step.type) {
    case "move":
    case "line":
      return { type: step.type, to: move(step.to) };
    case "curve":
      return { type: "curve", points: [move(step.points[0]), move(step.points[1]), move(step.points[2])] };
    case "close":
      return step;
  }
}

/** An outline as a shape's box and its geometry; null for one of which nothing is seen. */
export function freeform(path: string, placement: Placement, filled: boolean): { readonly box: Box; readonly geometry: string } | null {
  const whole = readOutline(path).map((step) => placed(step, placement));
  const steps = placement.windows.reduce<readonly Step[]>((seen, window) => cutOff(seen, window, filled), whole);
  const points = steps.flatMap(pointsOf);
  if (points.length === 0) return null;
  const box = boxOf(points);
  const written = (point: Point): string => `<a:pt x="${emu(point.x - box.x)}" y="${emu(point.y - box.y)}"/>`;
  const commands = steps.map((step) => {
    switch (step.type) {
      case "move":
        return `<a:moveTo>${written(step.to)}</a:moveTo>`;
      case "line":
        return `<a:lnTo>${written(step.to)}</a:lnTo>`;
      case "curve":
        return `<a:cubicBezTo>${step.points.map(written).join("")}</a:cubicBezTo>`;
      case "close":
        return "<a:close/>";
    }
  });
  const drawn = `<a:path w="${emu(box.width)}" h="${emu(box.height)}"${filled ? "" : ' fill="none"'}>${commands.join("")}</a:path>`;
  return { box, geometry: `<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>${drawn}</a:pathLst></a:custGeom>` };
}
