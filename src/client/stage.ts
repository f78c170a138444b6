/** The slides of the loop, of which exactly one is shown. */
import { reachEdges, standOn } from "./edges.ts";
import { applyScale, matchGround } from "./fit.ts";
import { createRollUp } from "./roll-up.ts";

export interface Stage {
  /** Shows a slide, and plays its chart again if it is shown already; one that fails is reported and the next takes its place. */
  readonly show: (at: number) => void;
  /** Index of the slide that is shown; -1 before the first. */
  readonly shown: () => number;
  /** Fits the shown slide into its room. */
  readonly fit: () => void;
}

/** `slides` in the order of the loop; `root` is the room that they have. */
export function createStage(root: HTMLElement, slides: readonly HTMLElement[]): Stage {
  let shown = -1;
  const rollUp = createRollUp(window, true);
  const fit = (): void => {
    const slide = slides[shown];
    if (slide === undefined) return;
    const stand = standOn({ width: root.clientWidth, height: root.clientHeight }, { width: slide.clientWidth, height: slide.clientHeight });
    applyScale(root, stand.scale);
    reachEdges(root, stand);
  };
  chooseShape(fit);
  return {
    fit,
    shown: () => shown,
    show: (at) => {
      // Below the first slide lies nothing that it could fade in over.
      root.classList.toggle("first", shown === -1);
      for (let offset = 0; offset < slides.length; offset += 1) {
        const next = (at + offset) % slides.length;
        if (!swap(root, slides[next]!)) continue;
        shown = next;
        rollUp(slides[next]!);
        return fit();
      }
    },
  };
}

/** Shows a slide instead of all others; false after reporting that it failed. */
function swap(root: HTMLElement, slide: HTMLElement): boolean {
  try {
    // Fails before anything is hidden.
    const { classList } = slide;
    for (const old of root.querySelectorAll(".slides > .present")) old.classList.remove("present");
    // A loop of one slide also plays its chart again.
    void slide.offsetWidth;
    classList.add("present");
    matchGround(slide);
    document.documentElement.dataset["slide"] = slide.id;
    return true;
  } catch (failure) {
    reportError(failure);
    return false;
  }
}

/** A deck made for upright screens (`portrait` on the body) stays landscape on a landscape screen. */
function chooseShape(fit: () => void): void {
  const upright = matchMedia("(orientation: portrait)");
  const portrait = document.body.classList.contains("portrait");
  const choose = (): void => {
    document.body.classList.toggle("portrait", portrait && upright.matches);
    fit();
  };
  choose();
  addEventListener("resize", choose);
}
