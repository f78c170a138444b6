/** What marks the pointers in the picture of the slide: a spot, an outline, and a layer that takes the lines of the pen. */
import type { Part, Point } from "../../../model/stage-tools.ts";
import { element } from "../../dom.ts";

export type Pointer = "laser" | "zoom" | "ink";

export interface Marks {
  /** Where laser and pen stand. */
  readonly at: () => Point;
  readonly stand: (at: Point) => void;
  /** Shows which pointer is in use; null is none. */
  readonly show: (pointer: Pointer | null) => void;
  /** Frames the part that is shown large; null frames none. */
  readonly outline: (part: Part | null) => void;
  /** An empty layer in place of the last. */
  readonly renewLayer: () => HTMLElement;
}

export function createMarks(frame: HTMLElement): Marks {
  const page = frame.ownerDocument;
  const spot = element(page, "span", "speaker-spot");
  const outline = element(page, "span", "speaker-outline");
  let layer = element(page, "div", "speaker-layer");
  let at: Point = { x: 0.5, y: 0.5 };
  const stand = (next: Point): void => {
    at = next;
    place(spot, { ...at, width: 0, height: 0 });
  };
  frame.tabIndex = -1;
  frame.append(layer, outline, spot);
  outline.hidden = true;
  spot.hidden = true;
  stand(at);
  return {
    at: () => at,
    stand,
    show: (pointer) => {
      spot.hidden = pointer !== "laser" && pointer !== "ink";
      spot.classList.toggle("pen", pointer === "ink");
      frame.dataset["pointer"] = pointer ?? "";
    },
    outline: (part) => {
      outline.hidden = part === null;
      if (part !== null) place(outline, part);
    },
    renewLayer: () => {
      const next = element(page, "div", "speaker-layer");
      layer.replaceWith(next);
      layer = next;
      return layer;
    },
  };
}

function place(mark: HTMLElement, { x, y, width, height }: Part): void {
  const shares = { left: x, top: y, width, height };
  for (const [name, value] of Object.entries(shares)) mark.style.setProperty(name, `${(value * 100).toFixed(2)}%`);
}
