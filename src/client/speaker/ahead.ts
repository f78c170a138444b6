/** Looking ahead: the audience's slide is frozen while the speaker goes through the others; and the way back after a jump. */
import type { Way } from "../../model/stage-tools.ts";
import type { Place } from "../../model/stage.ts";
import { goesOn } from "../run.ts";
import { countSteps } from "../steps.ts";

export interface Ahead {
  /** The place that the speaker looks at while the audience's is frozen; null otherwise. */
  readonly place: () => Place | null;
  /** Freezes the audience's place, or lets it go again. */
  readonly toggle: (shown: Place) => void;
  readonly move: (way: Way) => void;
  readonly go: (place: Place) => void;
  /** Where the speaker was before the last jump; null if there was none. */
  readonly origin: () => Place | null;
  /** The deck has moved. */
  readonly note: (from: Place, to: Place) => void;
}

export function createAhead(slides: () => readonly HTMLElement[]): Ahead {
  let place: Place | null = null;
  let origin: Place | null = null;
  const step = ({ slide, step: shown }: Place, way: Way): Place => {
    const all = slides();
    const steps = (index: number): number => countSteps(all[index]!);
    if (way === "next") return shown < steps(slide) ? { slide, step: shown + 1 } : goesOn(all, slide, 1) ? { slide: slide + 1, step: 0 } : { slide, step: shown };
    return shown > 0 ? { slide, step: shown - 1 } : goesOn(all, slide, -1) ? { slide: slide - 1, step: steps(slide - 1) } : { slide, step: shown };
  };
  return {
    place: () => place,
    toggle: (shown) => (place = place === null ? shown : null),
    move: (way) => (place = place === null ? null : step(place, way)),
    go: (wanted) => (place = wanted),
    origin: () => origin,
    note: (from, to) => {
      const by = to.slide - from.slide;
      // The next slide is no jump, unless it is the first backup slide.
      if (Math.abs(by) > 1 || (by !== 0 && !goesOn(slides(), from.slide, by > 0 ? 1 : -1))) origin = from;
    },
  };
}
