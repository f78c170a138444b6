/** The show: reveal.js moved by our own keys, address and scale, seen through a small interface. */
import Reveal, { type RevealApi, type RevealConfig } from "reveal.js";
import { applyScale, LANDSCAPE, matchGround, scaleToFit } from "./fit.ts";
import type { Place } from "./place.ts";
import { countSteps, shownSteps } from "./steps.ts";

export interface Show {
  readonly slides: () => readonly HTMLElement[];
  readonly place: () => Place;
  readonly next: () => void;
  readonly previous: () => void;
  /** Goes to a place; numbers that are too large or small are brought into range. */
  readonly go: (place: Place) => void;
  readonly isBlack: () => boolean;
  readonly toggleBlack: () => void;
  /** Takes up slides that were added to, taken from or changed in the page. */
  readonly sync: () => void;
  /** Leaves a plain page. */
  readonly stop: () => void;
}

/** Everything that reveal.js would do by itself and that this deck does otherwise is off; layout too, as it rounds the scale. */
const CONFIG: RevealConfig = {
  ...LANDSCAPE,
  disableLayout: true,
  controls: false,
  progress: false,
  keyboard: false,
  overview: false,
  help: false,
  jumpToSlide: false,
  hash: false,
  history: false,
  respondToHashChanges: false,
  postMessage: false,
  postMessageEvents: false,
  center: false,
  transition: "fade",
  viewDistance: 2,
  mobileViewDistance: 2,
  autoAnimate: false,
  autoPlayMedia: false,
  hideCursorTime: 3000,
};
const CHANGES = ["slidechanged", "fragmentshown", "fragmenthidden", "paused", "resumed"];

/** Starts reveal.js on `.reveal`; `onChange` is called once after each change of slide, step or black screen. */
export async function startShow(root: HTMLElement, start: Place | null, onChange: () => void): Promise<Show> {
  quietStatus(root);
  const reveal = new Reveal(root, CONFIG);
  await initialize(reveal);
  root.removeAttribute("role");
  const slides = (): readonly HTMLElement[] => [...root.querySelectorAll<HTMLElement>(".slides > section")];
  const current = (): HTMLElement | null => reveal.getCurrentSlide() ?? null;
  const place = (): Place => {
    const slide = current();
    return { slide: reveal.getIndices().h ?? 0, step: slide === null ? 0 : shownSteps(slide) };
  };
  const go = (wanted: Place): void => {
    const all = slides();
    const slide = Math.min(Math.max(wanted.slide, 0), all.length - 1);
    const target = all[slide];
    if (target !== undefined) reveal.slide(slide, 0, Math.min(Math.max(wanted.step, 0), countSteps(target)) - 1);
  };
  const ground = (): void => {
    const slide = current();
    if (slide !== null) matchGround(slide);
  };
  if (start !== null && !samePlace(start, place())) go(start);
  ground();
  const stopWatching = watchChanges(root, () => {
    ground();
    onChange();
  });
  return {
    slides,
    place,
    go,
    next: () => reveal.next(),
    previous: () => reveal.prev(),
    isBlack: () => reveal.isPaused(),
    toggleBlack: () => reveal.togglePause(),
    sync: () => reveal.sync(),
    stop: () => {
      stopWatching();
      reveal.destroy();
      root.ownerDocument.body.style.removeProperty("background-color");
    },
  };
}

function samePlace(a: Place, b: Place): boolean {
  return a.slide === b.slide && a.step === b.step;
}

/** reveal.js lets the query of the address override its configuration (`?postMessage=true`); it shall not see one. */
function initialize(reveal: RevealApi): Promise<RevealApi> {
  const { pathname, search, hash } = location;
  if (search === "") return reveal.initialize();
  const rewrite = (query: string): void => {
    try {
      history.replaceState(null, "", `${pathname}${query}${hash}`);
    } catch {
      // Without the right to change its address the deck still starts.
    }
  };
  rewrite("");
  const ready = reveal.initialize();
  rewrite(search);
  return ready;
}

/** reveal.js reads out whole slides through `.aria-status`, full stops added; ours announces titles instead. */
function quietStatus(root: HTMLElement): void {
  if (root.querySelector(".aria-status") !== null) return;
  const status = root.ownerDocument.createElement("div");
  status.className = "aria-status";
  status.hidden = true;
  root.append(status);
}

/** One call after each burst of reveal's events, and the scale kept to the size of the window. */
function watchChanges(root: HTMLElement, onChange: () => void): () => void {
  let waiting = false;
  const notify = (): void => {
    if (waiting) return;
    waiting = true;
    queueMicrotask(() => {
      waiting = false;
      onChange();
    });
  };
  const fit = (): void => applyScale(root, scaleToFit(LANDSCAPE, root.clientWidth, root.clientHeight));
  const resized = new ResizeObserver(fit);
  fit();
  resized.observe(root);
  for (const type of CHANGES) root.addEventListener(type, notify);
  return () => {
    resized.disconnect();
    for (const type of CHANGES) root.removeEventListener(type, notify);
  };
}
