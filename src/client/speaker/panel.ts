/** The content of the speaker window: pictures of this and the next slide, notes, time and the timeline. */
import type { DeckData } from "../../model/deck-data.ts";
import { button, element } from "../dom.ts";
import { createPreview } from "../preview.ts";
import { countSteps } from "../steps.ts";
import type { Words } from "../words.ts";
import type { ShowState } from "./link.ts";
import { createReading, type Reading } from "./notes.ts";
import { minutesBehind, plannedStretch, type Plan } from "./pacing.ts";
import { createTimeline } from "./timeline.ts";
import { formatElapsed, type Timer } from "./timer.ts";

export interface Panel {
  readonly box: HTMLElement;
  readonly reading: Reading;
  /** Shows the deck's current place. */
  readonly update: (state: ShowState) => void;
  /** Updates the time. */
  readonly tick: (state: ShowState) => void;
}

/** What the panel shows. */
export interface Speech {
  readonly data: DeckData;
  readonly slides: readonly HTMLElement[];
  readonly plan: Plan;
  readonly timer: Timer;
  readonly words: Words;
}

export interface PanelActions {
  readonly scaleNotes: (by: 1 | -1) => void;
  readonly toggleTimer: () => void;
  readonly resetTimer: () => void;
  readonly openList: () => void;
}

export function createPanel(page: Document, speech: Speech, actions: PanelActions): Panel {
  const { data, slides, plan, timer, words } = speech;
  const box = element(page, "main", "speaker");
  const count = element(page, "p", "speaker-count");
  const current = createPreview(page, "speaker-now", "-a");
  const next = createPreview(page, "speaker-coming", "-b");
  const nextText = element(page, "div", "speaker-next");
  const reading = createReading(page);
  const timeline = createTimeline(page, data, plan, words);
  const clock = createClock(page, timer, words, actions);
  const head = element(page, "header", "speaker-head");
  head.append(count, button(page, "speaker-plain", words.overview, words.overview, actions.openList));
  const notesHead = element(page, "header", "speaker-notes-head");
  notesHead.append(
    element(page, "h2", "", words.notes),
    button(page, "speaker-plain", "−", words.smaller, () => actions.scaleNotes(-1)),
    button(page, "speaker-plain", "+", words.larger, () => actions.scaleNotes(1)),
  );
  const below = element(page, "div", "speaker-below");
  below.append(next.box, nextText, clock.box);
  const shade = element(page, "p", "speaker-shade", words.black);
  current.box.append(shade);
  box.append(head, notesHead, current.box, below, reading.box, timeline.box);
  let shown = -1;
  const tick = (state: ShowState): void => {
    const slide = slides[state.slide];
    const stretch = plannedStretch(plan, state, slide === undefined ? 0 : countSteps(slide));
    const elapsed = timer.elapsed();
    clock.tick(elapsed, elapsed === 0 ? null : minutesBehind(plan, stretch, elapsed));
    timeline.update(data.slides[state.slide]?.section ?? -1, stretch, plan.minutes === null ? null : elapsed / 60 / plan.minutes);
  };
  return {
    box,
    reading,
    tick,
    update: (state) => {
      const slide = slides[state.slide] ?? null;
      count.replaceChildren(element(page, "b", "", String(state.slide + 1)), ` / ${data.slides.length}`, element(page, "span", "", data.slides[state.slide]?.title ?? ""));
      current.show(slide, state.step);
      shade.hidden = !state.black && !state.white;
      setText(shade, state.white ? words.white : words.black);
      showNext(speech, state, next.show, nextText);
      if (shown !== state.slide) reading.show(slide?.querySelector("aside.notes") ?? null, words.noNotes);
      shown = state.slide;
      tick(state);
    },
  };
}

/** The next step of this slide if there is one, otherwise the next slide. */
function showNext({ data, slides, words }: Speech, state: ShowState, picture: (slide: HTMLElement | null, steps: number) => void, text: HTMLElement): void {
  const slide = slides[state.slide];
  const steps = slide === undefined ? 0 : countSteps(slide);
  const page = text.ownerDocument;
  if (slide !== undefined && state.step < steps) {
    picture(slide, state.step + 1);
    text.replaceChildren(element(page, "p", "", words.nextStep), element(page, "h2", "", `${state.step + 1} / ${steps}`));
    return;
  }
  picture(slides[state.slide + 1] ?? null, 0);
  const last = state.slide + 1 >= slides.length;
  text.replaceChildren(element(page, "p", "", last ? words.end : words.nextSlide), element(page, "h2", "", data.slides[state.slide + 1]?.title ?? ""));
}

function createClock(page: Document, timer: Timer, words: Words, actions: PanelActions): { box: HTMLElement; tick: (elapsed: number, behind: number | null) => void } {
  const box = element(page, "div", "speaker-clock");
  const state = element(page, "span", "speaker-state");
  const spent = element(page, "span", "speaker-spent");
  const time = element(page, "b", "");
  const pace = element(page, "span", "speaker-pace");
  const toggle = button(page, "speaker-plain", "", "", actions.toggleTimer);
  const line = element(page, "p", "speaker-line");
  line.append(element(page, "span", "", words.now), time, pace);
  const tools = element(page, "p", "speaker-tools");
  tools.append(toggle, button(page, "speaker-plain", words.reset, words.reset, actions.resetTimer));
  const big = element(page, "p", "speaker-big");
  big.append(state, spent);
  box.append(big, line, tools);
  return {
    box,
    tick: (elapsed, behind) => {
      const paused = !timer.isRunning() && elapsed > 0;
      setText(state, paused ? words.paused : words.elapsed);
      setText(spent, formatElapsed(elapsed));
      setText(toggle, timer.isRunning() ? words.pause : words.resume);
      setText(time, new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" }));
      setText(pace, behind === null ? "" : behind === 0 ? words.onTime : `${behind > 0 ? words.behind : words.ahead} ${Math.abs(behind)} ${words.minutes}`);
      pace.classList.toggle("late", behind !== null && behind > 0);
    },
  };
}

/** Without the check, the same text would be laid out again twice a second. */
function setText(node: HTMLElement, text: string): void {
  if (node.textContent !== text) node.textContent = text;
}
