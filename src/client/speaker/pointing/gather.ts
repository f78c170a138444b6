/** Points come faster than pictures: they are gathered, and sent once for each picture. */
import type { Point } from "../../../model/stage-tools.ts";

export interface Gathered {
  readonly add: (point: Point) => void;
  /** Sends at once what waits. */
  readonly flush: () => void;
  /** Forgets what waits. */
  readonly drop: () => void;
}

/** `send` gets at least one point. */
export function gatherPoints(send: (points: readonly Point[]) => void): Gathered {
  let waiting: Point[] = [];
  const flush = (): void => {
    const points = waiting.splice(0);
    if (points.length > 0) send(points);
  };
  return {
    flush,
    add: (point) => {
      if (waiting.push(point) === 1) requestAnimationFrame(flush);
    },
    drop: () => (waiting = []),
  };
}
