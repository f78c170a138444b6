/** The published figure beside the end of a horizontal bar. */
import { farEnd, type Figure } from "../../model/figure.ts";
import type { Bar } from "./bars.ts";
import { rect, text, type Mark } from "./marks.ts";
import type { Need } from "./scale.ts";
import { textWidth } from "./text-width.ts";

export interface EndLabel {
  readonly text: string;
  readonly size: number;
  readonly fill: string;
  readonly order: number;
}

/** Gap between a bar's end and its label, in em. */
const GAP = 0.38;
/** Paper around a label that crosses a line, in pixels. */
const HALO = 14;

/** Room that a bar's label takes beyond its end; a lower bound also has an arrow there. */
export function endNeed(figure: Figure, label: string, size: number): Need {
  const value = farEnd(figure);
  const room = textWidth(label, "numeral", size) * 1.02 + 6 + size * GAP + (figure.qualifier === "at-least" ? 32 : 0);
  return value < 0 ? { value, before: room, after: 0 } : { value, before: 0, after: room };
}

/** Where all labels stand beside the names: no room is needed at the ends of the bars. */
export function bareNeed(figure: Figure): Need {
  const arrow = figure.qualifier === "at-least" ? 32 : 0;
  const value = farEnd(figure);
  return value < 0 ? { value, before: arrow, after: 0 } : { value, before: 0, after: arrow };
}

/** Draws a label that ends at the right edge `x`, beside the name in the middle of `middle`. */
export function drawAside(label: EndLabel, x: number, middle: number): Mark {
  return text("value", [x, middle + label.size * 0.33], label.text, { size: label.size, face: "numeral", weight: 600, fill: label.fill, align: "right" }, ["fade", label.order]);
}

/** Draws the label right of a bar, or left of a negative one, on paper if it crosses one of the lines at `crossed`. */
export function drawEndLabel(label: EndLabel, bar: Bar, middle: number, crossed: readonly number[], paper: string): readonly Mark[] {
  const width = textWidth(label.text, "numeral", label.size);
  const x = bar.end + (bar.negative ? -1 : 1) * label.size * GAP;
  const [left, right] = bar.negative ? [x - width, x] : [x, x + width];
  const halo = crossed.some((line) => line > left - HALO && line < right + HALO && Math.abs(line - bar.end) > 2)
    ? [rect("halo", [Math.max(left - HALO, bar.negative ? -Infinity : bar.end + 8), middle - label.size * 0.55], [Math.min(right + HALO, bar.negative ? bar.end - 8 : Infinity), middle + label.size * 0.5], paper)]
    : [];
  const style = { size: label.size, face: "numeral", weight: 600, fill: label.fill, align: bar.negative ? "right" : "left" } as const;
  return [...halo, text("value", [x, middle + label.size * 0.33], label.text, style, ["fade", label.order])];
}
