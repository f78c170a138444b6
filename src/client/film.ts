/** Entry of the page that a film is drawn from: one slide of the loop at one moment. Bundled as one classic script. */
import "./kiosk.css";
import "./way.css";
import { readDeckData } from "./read-deck-data.ts";
import { createStage } from "./stage.ts";
import { countSteps, showSteps } from "./steps.ts";

/** What the page offers to whoever draws it. */
interface Film {
  /** Lets a slide follow the one that is shown, at its first moment; milliseconds until it stands still. */
  readonly show: (id: string) => Promise<number>;
  /** Sets the slide to a moment, in milliseconds after its first. */
  readonly seek: (milliseconds: number) => void;
}

declare global {
  interface Window {
    film?: Film;
  }
}

function startFilm(root: HTMLElement): Film {
  const ids = readDeckData(document).slides.map(({ id }) => id);
  const slides = ids.map((id) => document.getElementById(id)).filter((slide) => slide !== null);
  for (const slide of slides) showSteps(slide, countSteps(slide));
  document.documentElement.classList.remove("reading");
  document.documentElement.classList.add("started", "loop");
  const stage = createStage(root, slides);
  // The last one comes before the first, as in a loop.
  stage.show(slides.length - 1);
  let moving: readonly Animation[] = [];
  return {
    show: async (id) => {
      await Promise.all([...document.fonts].map((font) => font.load()));
      for (const animation of document.getAnimations()) finish(animation);
      stage.show(ids.indexOf(id));
      moving = document.getAnimations();
      for (const animation of moving) animation.pause();
      for (const animation of moving) animation.currentTime = 0;
      return Math.max(0, ...moving.map(endOf).filter(Number.isFinite));
    },
    // What never ends stands still: it would make every picture of the film a new one.
    seek: (milliseconds) => {
      for (const animation of moving) if (Number.isFinite(endOf(animation))) animation.currentTime = milliseconds;
    },
  };
}

function endOf(animation: Animation): number {
  return Number(animation.effect?.getComputedTiming().endTime ?? 0);
}

/** An endless animation cannot be finished. */
function finish(animation: Animation): void {
  if (Number.isFinite(endOf(animation))) animation.finish();
  else animation.cancel();
}

const root = document.querySelector<HTMLElement>(".reveal");
if (root !== null) window.film = startFilm(root);
