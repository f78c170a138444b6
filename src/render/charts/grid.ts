/** Vertical gridlines for plots of rates in rows: zero, round values as hairlines, a reference as dashes. */
import type { Frame } from "./frame.ts";
import { line, text, type Mark } from "./marks.ts";
import { at, gridLabel, gridValues, type Scale } from "./scale.ts";

export interface Tick {
  readonly x: number;
  readonly label: string;
  /** The chart itself draws the axis at zero, over the bars. */
  readonly type: "zero" | "grid" | "reference";
}

/** Least distance between the labels of two gridlines, in pixels. */
const APART = 84;

/** Zero and at most two round values between `low` and `high`, without those whose labels would collide. */
export function ticksFor(low: number, high: number, scale: Scale): readonly Tick[] {
  const ticks: Tick[] = [{ x: scale.zero, label: "0", type: "zero" }];
  for (const value of gridValues(Math.min(0, low), Math.max(0, high))) {
    const x = at(scale, value);
    if (ticks.every((tick) => Math.abs(tick.x - x) >= APART)) ticks.push({ x, label: gridLabel(value, "%"), type: "grid" });
  }
  return ticks;
}

/** A gridline from `top` to `bottom` and its label on the baseline `labelAt`. */
export function drawTick(tick: Tick, top: number, bottom: number, labelAt: number, { colours }: Frame): readonly Mark[] {
  const label = text("tick", [tick.x, labelAt], tick.label, { size: 34, face: "sans", weight: 500, fill: colours.ink2, align: "center" });
  switch (tick.type) {
    case "zero":
      return [label];
    case "grid":
      return [line("grid", [[tick.x, top], [tick.x, bottom]], colours.hair, 1.5), label];
    case "reference":
      return [line("reference", [[tick.x, top], [tick.x, bottom]], colours.line, 2.5, null, [4, 8]), label];
  }
}
