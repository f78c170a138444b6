/** The show: reveal.js behind a small interface, with our own keys, address and scale. */
import Reveal, { type RevealApi, type RevealConfig } from "reveal.js";
import { applyScale, LANDSCAPE, matchGround, scaleToFit } from "./fit.ts";
import type { Cover, Place } from "../model/stage.ts";
import { goesOn } from "./run.ts";
import { countSteps, shownSteps } from "./steps.ts";

export interface Show {
  readonly slides: () => readonly HTMLElement[];
  readonly place: () => Place;
  readonly next: () => void;
  readonly previous: () => void;
  /** Goes to a place; numbers out of range are clamped. */
  readonly go: (place: Place) => void;
  /** What hides the slide; null if it is seen. */
  readonly cover: () => Cover | null;
  /** Hides the slide; null shows it. */
  readonly setCover: (cover: Cover | null) => void;
  /** Notices slides that were added, removed or changed in the page. */
  readonly sync: () => void;
  /** Stops the show and leaves a plain page. */
  readonly stop: () => void;
}

/** Turns off everything in reveal.js that this deck does differently; layout as well, because it rounds the scale. */
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
  // Its swipes would also move what is behind a black screen.
  touch: false,
};
/** On the show whose cover is white. */
const WHITE = "white";
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
  const { notify, stop: stopWatching } = watchChanges(root, () => {
    ground();
    onChange();
  });
  return {
    slides,
    place,
    go,
    next: () => {
      const { slide, step } = place();
      if (step < countSteps(slides()[slide]!) || goesOn(slides(), slide, 1)) reveal.next();
    },
    previous: () => {
      const { slide, step } = place();
      if (step > 0 || goesOn(slides(), slide, -1)) reveal.prev();
    },
    cover: () => (!reveal.isPaused() ? null : root.classList.contains(WHITE) ? "white" : "black"),
    setCover: (cover) => {
      root.classList.toggle(WHITE, cover === "white");
      // From black to white is no change for reveal.js.
      if (reveal.isPaused() === (cover !== null)) notify();
      else reveal.togglePause(cover !== null);
    },
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

/** reveal.js lets the query of the address override its configuration (`?postMessage=true`), so it must not see one. */
function initialize(reveal: RevealApi): Promise<RevealApi> {
  const { pathname, search, hash } = location;
  // What is kept beside the address stays there.
  const state: unknown = history.state;
  if (search === "") return reveal.initialize();
  const rewrite = (query: string): void => {
    try {
      history.replaceState(state, "", `${pathname}${query}${hash}`);
    } catch {
      // If it may not change its address, the deck still starts.
    }
  };
  rewrite("");
  const ready = reveal.initialize();
  rewrite(search);
  return ready;
}

/** reveal.js reads out whole slides through `.aria-status`, with full stops added; ours announces titles instead. */
function quietStatus(root: HTMLElement): void {
  if (root.querySelector(".aria-status") !== null) return;
  const status = root.ownerDocument.createElement("div");
  status.className = "aria-status";
  status.hidden = true;
  root.append(status);
}

/** Calls `onChange` once after each burst of reveal's events, and keeps the scale to the window's size. */
function watchChanges(root: HTMLElement, onChange: () => void): { readonly notify: () => void; readonly stop: () => void } {
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
  const stop = (): void => {
    resized.disconnect();
    for (const type of CHANGES) root.removeEventListener(type, notify);
  };
  return { notify, stop };
}
