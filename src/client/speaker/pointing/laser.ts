/** The laser: a spot on the audience's slide, where the speaker's picture has it. */
import type { Point, ToolWish } from "../../../model/stage-tools.ts";
import { gatherPoints } from "./gather.ts";
import type { Marks } from "./marks.ts";

export interface Laser {
  readonly shine: (at: Point) => void;
  readonly off: () => void;
}

export function createLaser(marks: Marks, wish: (wish: ToolWish) => void): Laser {
  const gathered = gatherPoints((points) => wish({ type: "point", at: points.at(-1)! }));
  return {
    shine: (at) => {
      marks.stand(at);
      gathered.add(at);
    },
    off: () => {
      // A point that still waits would light it again.
      gathered.drop();
      wish({ type: "point", at: null });
    },
  };
}
