/** Draws one row of a target chart: last growth, the goal, and both figures as published. */
import type { Figure } from "../../model/figure.ts";
import { goalSize, labelWidth, type Dumbbell, type Label, type RowPlan } from "./dumbbell-plan.ts";
import type { Frame } from "./frame.ts";
import { area, disc, line, rect, ring, round, strokes, text, type Mark, type Point } from "./marks.ts";

export interface RowPlace {
  readonly middle: number;
  readonly radius: number;
  readonly size: number;
  /** Gridlines that labels may cross. */
  readonly lines: readonly number[];
  readonly order: number;
}

/** Connector, markers and labels of a row. */
export function drawDumbbell(row: Dumbbell, plan: RowPlan, place: RowPlace, frame: Frame): readonly Mark[] {
  const { colours } = frame;
  const { middle, order } = place;
  const fade = ["fade", order] as const;
  const connector = plan.last === null || plan.dodge > 0 || plan.last === plan.goal ? [] : [line("connector", [[plan.last, middle], [plan.goal, middle]], colours.line, 4, fade)];
  const last = plan.last === null || row.last === null ? [] : lastMarker(row.last, [plan.last, middle - plan.dodge], place, frame);
  const labels = plan.labels.flatMap((label) => drawLabel(label, place, frame));
  return [...connector, ...goalMarker(row.goal, plan, place, frame), ...last, ...labels];
}

function lastMarker(figure: Figure, centre: Point, { radius, order }: RowPlace, { colours }: Frame): readonly Mark[] {
  const fade = ["fade", order] as const;
  if (figure.qualifier === "exact") return [disc("last", centre, radius, colours.ink, fade)];
  return [ring("last", centre, radius - 2, colours.ink, 4, colours.paper, fade), area("half", halfDisc(centre, radius - 2), colours.ink, fade)];
}

/** The left half of a disc: the published figure lies a little below its round number. */
function halfDisc([x, y]: Point, radius: number): string {
  return `M${round(x)} ${round(y - radius)}A${round(radius)} ${round(radius)} 0 0 0 ${round(x)} ${round(y + radius)}Z`;
}

function goalMarker(goal: Figure, plan: RowPlan, { middle, radius, order }: RowPlace, { colours }: Frame): readonly Mark[] {
  const fade = ["fade", order] as const;
  const centre: Point = [plan.goal, middle + plan.dodge];
  switch (goal.qualifier) {
    case "at-least":
    case "at-most":
      return [strokes("goal", openArrow(plan, middle, radius), colours.seal, 4, fade)];
    case "range":
      return [strokes("goal", rangeBracket(plan, middle + plan.dodge, radius), colours.seal, 4, fade)];
    case "about":
      return [ring("goal", centre, radius - 2, colours.seal, 4, colours.paper, fade)];
    case "nearly":
      return [ring("goal", centre, radius - 2, colours.seal, 4, colours.paper, fade), area("half", halfDisc(centre, radius - 2), colours.seal, fade)];
    case "exact":
      return [ring("goal", centre, radius - 2, colours.seal, 4, colours.paper, fade), disc("goal", centre, radius * 0.33, colours.seal, fade)];
  }
}

/** A line from the lower end to the higher one, with a tick at each. */
function rangeBracket({ goal, upper }: RowPlan, middle: number, radius: number): string {
  const [left, right, y] = [round(goal), round(upper), round(middle)];
  const [top, bottom] = [round(middle - radius), round(middle + radius)];
  return `M${left} ${top}L${left} ${bottom}M${right} ${top}L${right} ${bottom}M${left} ${y}L${right} ${y}`;
}

/** A tick at the value and an arrow towards the side where the target lies; the arrow stops short of a dot in its way. */
function openArrow(plan: RowPlan, middle: number, radius: number): string {
  const side = Math.sign(plan.tip - plan.goal);
  const room = plan.last === null || plan.dodge > 0 ? Infinity : (plan.last - plan.goal) * side - radius - 6;
  const tip = room > 0 && room < Math.abs(plan.tip - plan.goal) ? plan.goal + side * room : plan.tip;
  const half = Math.min(radius * 1.3, Math.abs(tip - plan.goal) * 0.6);
  const back = round(tip - side * half);
  const [x, t, y] = [round(plan.goal), round(tip), round(middle)];
  return `M${x} ${round(middle - half)}L${x} ${round(middle + half)}M${x} ${y}L${t} ${y}M${back} ${round(middle - half)}L${t} ${y}L${back} ${round(middle + half)}`;
}

function drawLabel(label: Label, { middle, size, lines, order }: RowPlace, { colours }: Frame): readonly Mark[] {
  const width = labelWidth(label, size);
  const [left, right] = label.align === "left" ? [label.x, label.x + width] : [label.x - width, label.x];
  const halo = lines.some((x) => x > left - 6 && x < right + 6) ? [rect("halo", [left - 6, middle - size * 0.6], [right + 6, middle + size * 0.55], colours.paper)] : [];
  const style =
    label.role === "last"
      ? ({ size, face: "numeral", weight: 500, fill: colours.ink } as const)
      : ({ size: goalSize(size), face: "sans", weight: 700, fill: colours.seal } as const);
  return [...halo, text(label.role === "last" ? "value" : "plan", [label.x, middle + size * 0.35], label.text, { ...style, align: label.align }, ["fade", order])];
}
