/** The loop for screens in a hall: one slide after another, for ever, with nobody at the keys. */
import type { DeckData, DeckDataSlide } from "../model/deck-data.ts";
import { BEGIN, type LoopState } from "../model/player.ts";
import { createCollector } from "./collect.ts";
import { guardPage } from "./guard.ts";
import { isOpen } from "./hours.ts";
import { planRound, turnAt } from "./schedule.ts";
import { findFault, reloadPage } from "./self-check.ts";
import { createStage, type Stage } from "./stage.ts";
import { countSteps, showSteps } from "./steps.ts";
import { createTouch } from "./touch.ts";
import { holdWakeLock } from "./wake-lock.ts";

/** The clock is read at least this often, in milliseconds, so that a screen closes on time on a long slide too, and after sleep. */
const TICK = 1000;
/** Goes on if a timer was lost, in milliseconds. */
const WATCH = 5000;
/** Pause between two looks at the page itself, in milliseconds. */
const CHECK = 2000;

/** Starts the loop over the slides of `.reveal`; it never ends. Throws if there is no slide to show. */
export function startLoop(root: HTMLElement, data: DeckData): void {
  const all = new Map([...root.querySelectorAll<HTMLElement>(".slides > section")].map((slide) => [slide.id, slide]));
  const order = data.slides.filter((slide) => slide.seconds > 0 && all.has(slide.id) && data.sections[slide.section]?.kiosk !== false);
  const slides = order.map(({ id }) => all.get(id)!);
  if (slides.length === 0) throw new Error("The loop has no slide.");
  for (const slide of slides) showSteps(slide, countSteps(slide));
  guardPage(root);
  document.documentElement.classList.remove("reading");
  document.documentElement.classList.add("started", "loop");
  run(root, slides, order, data);
}

function run(root: HTMLElement, slides: readonly HTMLElement[], order: readonly DeckDataSlide[], data: DeckData): void {
  const { hours } = data;
  const ends = planRound(order.map(({ seconds }) => seconds));
  const stage = createStage(root, slides);
  const touch = createTouch(stage, order, data, () => tick());
  const collector = createCollector();
  let last = -1;
  let timer = 0;
  let rounds = 0;
  let begun = 0;
  let fresh = false;
  onBegin(() => {
    begun = Date.now();
    fresh = true;
    last = -1;
    tick();
  });
  const tick = (): void => {
    clearTimeout(timer);
    const now = new Date();
    const open = hours === null || isOpen(hours, now);
    document.documentElement.classList.toggle("closed", !open);
    holdWakeLock(open);
    const turn = turnAt(ends, now.getTime() - begun);
    const playing = !touch.reads(open) && open;
    if (playing && turn.number !== last) {
      if (turn.at <= stage.shown() && !fresh) {
        collector.endRound();
        rounds += 1;
      }
      fresh = false;
      collector.count();
      stage.show(turn.at);
    }
    last = playing ? turn.number : -1;
    const roundEnds = turn.until + begun + ends.at(-1)! - ends[turn.at]!;
    tellParent({ luduan: "loop", slide: slides[stage.shown()]?.id ?? "", rounds, ends: playing ? roundEnds : 0, closed: !open, paused: open && !playing });
    timer = setTimeout(tick, Math.max(1, Math.min(turn.until + begun - now.getTime(), TICK)));
  };
  tick();
  setInterval(tick, WATCH);
  watch(root, slides, stage);
}

/** A player shows the loop in a frame, and swaps editions between two rounds. */
function tellParent(state: LoopState): void {
  if (parent !== window) parent.postMessage(state, "*");
}

/** In a playlist each deck begins with its first slide. */
function onBegin(begin: () => void): void {
  addEventListener("message", (event) => event.source === parent && parent !== window && event.data === BEGIN && begin());
}

/** Mends the page: a slide too many is put away, a node that is gone or a slide that stays unseen is mended by loading the page again. */
function watch(root: HTMLElement, slides: readonly HTMLElement[], stage: Stage): void {
  let unseen = 0;
  setInterval(() => {
    const shown = slides[stage.shown()];
    const idle = shown === undefined || document.visibilityState !== "visible" || document.documentElement.classList.contains("closed");
    const fault = idle ? null : findFault(root, slides, shown);
    unseen = fault === "unseen" ? unseen + 1 : 0;
    if (fault === "count") stage.show(stage.shown());
    // Once it may be fading in.
    if (fault === "gone" || unseen > 1) reloadPage();
  }, CHECK);
}
