/** The pen: lines on the audience's slide and in the speaker's picture of it. */
import type { Point, ToolWish } from "../../../model/stage-tools.ts";
import { createInk } from "../../ink.ts";
import { gatherPoints } from "./gather.ts";
import type { Marks } from "./marks.ts";

export interface Pen {
  /** Begins a line. */
  readonly down: (at: Point) => void;
  /** Draws as long as the pen is down. */
  readonly move: (to: Point) => void;
  readonly up: () => void;
  readonly isDown: () => boolean;
  /** Takes all lines off the slide. */
  readonly erase: () => void;
  /** Goes on to another slide, whose lines appear in a layer. */
  readonly enter: (slide: string, layer: Element) => void;
}

/** `build` is that of the slides. */
export function createPen(marks: Marks, build: string, wish: (wish: ToolWish) => void): Pen {
  const ink = createInk(window, build);
  let [slide, line, isDown] = ["", 0, false];
  const draw = (points: readonly Point[]): void => {
    ink.draw(slide, line, points);
    wish({ type: "draw", slide, line, points });
  };
  const gathered = gatherPoints((points) => isDown && draw(points));
  const up = (): void => {
    gathered.flush();
    isDown = false;
  };
  return {
    up,
    isDown: () => isDown,
    down: (at) => {
      marks.stand(at);
      gathered.drop();
      [line, isDown] = [Date.now(), true];
      draw([at]);
    },
    move: (to) => {
      marks.stand(to);
      gathered.add(to);
    },
    erase: () => {
      ink.erase(slide);
      wish({ type: "erase", slide });
    },
    enter: (id, layer) => {
      up();
      slide = id;
      ink.show(id, layer);
    },
  };
}
