/** The loop for screens in a hall: one slide after another, for ever, with nobody at the keys. */
import type { DeckData, DeckDataSlide } from "../model/deck-data.ts";
import { applyScale, matchGround, scaleToFit } from "./fit.ts";
import { isOpen } from "./hours.ts";
import { countSteps, showSteps } from "./steps.ts";
import { holdWakeLock } from "./wake-lock.ts";

/** A failing slide is left after this many milliseconds, so that a deck of nothing but failures does not spin. */
const PAUSE = 250;
/** A slide shown this much too long, in milliseconds (the machine slept, a timer was lost), is moved on. */
const GRACE = 10_000;
const WATCH = 5000;

/** Starts the loop over the slides of `.reveal`; it never ends. */
export function startLoop(root: HTMLElement, data: DeckData): void {
  const slides = new Map([...root.querySelectorAll<HTMLElement>(".slides > section")].map((slide) => [slide.id, slide]));
  const order = data.slides.filter((slide) => slide.seconds > 0 && slides.has(slide.id) && data.sections[slide.section]?.kiosk !== false);
  const { hours } = data;
  let at = -1;
  let shown: HTMLElement | null = null;
  let due = 0;
  let timer = 0;

  for (const slide of slides.values()) showSteps(slide, countSteps(slide));
  const fit = (): void => {
    if (shown !== null) applyScale(root, scaleToFit({ width: shown.offsetWidth, height: shown.offsetHeight }, innerWidth, innerHeight));
  };
  const advance = (): void => {
    clearTimeout(timer);
    let stay = PAUSE;
    if (hours === null || isOpen(hours, new Date())) {
      document.documentElement.classList.remove("closed");
      at = (at + 1) % order.length;
      const next = order[at];
      const slide = next === undefined ? undefined : slides.get(next.id);
      if (next !== undefined && slide !== undefined && swap(shown, slide, next)) {
        shown = slide;
        stay = next.seconds * 1000;
        fit();
      }
    } else {
      document.documentElement.classList.add("closed");
      stay = WATCH;
    }
    due = Date.now() + stay;
    timer = setTimeout(advance, stay);
  };

  guard(root);
  chooseShape(fit);
  document.documentElement.classList.remove("reading");
  document.documentElement.classList.add("started", "loop");
  holdWakeLock(true);
  if (order.length === 0) return;
  advance();
  setInterval(() => {
    if (Date.now() > due + GRACE) advance();
  }, WATCH);
}

/** Shows a slide instead of another; one that fails is reported and skipped. */
function swap(old: HTMLElement | null, slide: HTMLElement, about: DeckDataSlide): boolean {
  try {
    // A loop of one slide also plays its chart again.
    old?.classList.remove("present");
    if (old === slide) void slide.offsetWidth;
    slide.classList.add("present");
    matchGround(slide);
    document.documentElement.dataset["slide"] = about.id;
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

/** People watch a screen in a hall but do not use it: no menu, selection, dragging, zoom, print or leaving by accident. */
function guard(root: HTMLElement): void {
  root.setAttribute("inert", "");
  const refuse = (event: Event): void => event.preventDefault();
  for (const type of ["contextmenu", "selectstart", "dragstart", "drop", "dragover", "gesturestart"]) document.addEventListener(type, refuse);
  // F11 stays, so that whoever sets up the screen can still fill it.
  document.addEventListener("keydown", (event) => event.key !== "F11" && refuse(event));
  for (const type of ["wheel", "touchstart", "touchmove"]) document.addEventListener(type, refuse, { passive: false });
}
