/** The zoom: parts of the slide shown large, one after the other, or the one that is pressed. */
import type { Part, Point, ToolWish } from "../../../model/stage-tools.ts";
import { findParts, partAround } from "../../zoom.ts";
import type { Marks } from "./marks.ts";

export interface Magnifier {
  readonly hasParts: () => boolean;
  /** Shows the next part; false if there is none left. */
  readonly next: () => boolean;
  /** Shows the part at a point, else what stands around it; false if that part is shown already. */
  readonly press: (at: Point) => boolean;
  readonly end: () => void;
}

/** `say` gets the number of the part, from 1, and of how many. */
export function createMagnifier(frame: HTMLElement, marks: Marks, wish: (wish: ToolWish) => void, say: (at: number, of: number) => void): Magnifier {
  /** Index of the part that is shown large; -1 is none. */
  let shown = -1;
  const parts = (): readonly Part[] => findParts(frame.querySelector<HTMLElement>(".slide") ?? frame);
  const enlarge = (all: readonly Part[], index: number): void => {
    const part = all[index] ?? null;
    shown = part === null ? -1 : index;
    marks.outline(part);
    if (part !== null) say(index + 1, all.length);
    wish({ type: "zoom", part });
  };
  return {
    hasParts: () => parts().length > 0,
    end: () => enlarge([], -1),
    next: () => {
      const all = parts();
      if (shown + 1 >= all.length) return false;
      enlarge(all, shown + 1);
      return true;
    },
    press: (at) => {
      const all = parts();
      const index = all.findIndex((part) => contains(part, at));
      if (index >= 0 && index === shown) return false;
      if (index < 0) enlarge([partAround(at)], 0);
      else enlarge(all, index);
      return true;
    },
  };
}

function contains(part: Part, { x, y }: Point): boolean {
  return x >= part.x && x <= part.x + part.width && y >= part.y && y <= part.y + part.height;
}
