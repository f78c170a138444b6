/** The content of the speaker window: notes, time, pictures of this and the next slide, tools and the timeline. */
import type { DeckData } from "../../model/deck-data.ts";
import { element, setText } from "../dom.ts";
import type { Place } from "../../model/stage.ts";
import { createPreview } from "../preview.ts";
import { goesOn } from "../run.ts";
import { countSteps } from "../steps.ts";
import { createClock, type ClockActions } from "./clock.ts";
import { createReading, type Reading } from "./notes.ts";
import { minutesBehind, plannedStretch } from "./pacing.ts";
import { firstSentence } from "./sentences.ts";
import type { Speech } from "./speech.ts";
import type { SlideTimes } from "./times.ts";
import { createTimeline, type Task } from "./timeline.ts";
import type { Timer } from "./timer.ts";

/** What is shown: the place that the speaker looks at, and whether the audience sees something else. */
export interface View extends Place {
  /** Words for what covers the audience's slide; empty if nothing does. */
  readonly cover: string;
  /** Page that the audience sees while it is frozen; null otherwise. */
  readonly frozen: number | null;
}

export interface Panel {
  readonly box: HTMLElement;
  readonly reading: Reading;
  /** The box of the current slide's picture, for pointing. */
  readonly picture: HTMLElement;
  readonly toolbar: HTMLElement;
  /** The lines over the pictures and over the notes, and that of the clock. */
  readonly heads: { readonly top: HTMLElement; readonly notes: HTMLElement; readonly clock: HTMLElement };
  readonly update: (view: View) => void;
  /** Updates the time. */
  readonly tick: (place: Place) => void;
}

/** What the panel shows. */
export type PanelSource = Pick<Speech, "slides" | "plan" | "times" | "words"> & { readonly data: DeckData; readonly timer: Timer };

export function createPanel(page: Document, source: PanelSource, actions: ClockActions): Panel {
  const { data, slides, plan, timer, words } = source;
  const count = element(page, "h1", "speaker-count");
  const picture = createPicture(page, words);
  const coming = createComing(page, source);
  const reading = createReading(page);
  reading.box.setAttribute("aria-label", words.notes);
  reading.box.setAttribute("role", "region");
  const then = createThen(page, source);
  const timeline = createTimeline({ page, data, plan, words }, tasksOf(slides));
  const clock = createClock(page, plan.minutes, timer, words, actions);
  const toolbar = element(page, "div", "speaker-toolbar");
  toolbar.setAttribute("role", "toolbar");
  toolbar.setAttribute("aria-label", words.own.tools);
  const top = within(element(page, "header", "speaker-head"), count);
  const notesHead = within(element(page, "header", "speaker-notes-head"), element(page, "h2", "", words.notes));
  const side = within(element(page, "div", "speaker-side"), picture.box, toolbar, coming.box, clock.box);
  const main = within(element(page, "div", "speaker-main"), notesHead, reading.box, then.box);
  let shown = -1;
  return {
    box: within(element(page, "main", "speaker"), top, side, main, timeline.box),
    reading,
    picture: picture.box,
    toolbar,
    heads: { top, notes: notesHead, clock: clock.tools },
    tick: (place) => {
      const planned = plannedStretch(plan, place, stepsOf(slides[place.slide]));
      const elapsed = timer.elapsed();
      clock.tick(elapsed, elapsed === 0 ? null : minutesBehind(plan, planned, elapsed));
      const passed = plan.minutes === null ? null : elapsed / 60 / plan.minutes;
      timeline.update({ section: data.slides[place.slide]?.section ?? -1, slide: place.slide, planned, passed, used: usedBySection(data, source.times()) });
    },
    update: (view) => {
      const slide = slides[view.slide] ?? null;
      const number = words.number(view.slide + 1, data.run);
      const of = view.slide < data.run ? ` / ${data.run}` : "";
      count.replaceChildren(element(page, "b", "", number), of, element(page, "span", "", data.slides[view.slide]?.title ?? ""));
      picture.show(slide, view);
      coming.show(view);
      if (shown !== view.slide) {
        reading.show(slide, words.noNotes);
        then.show(view.slide);
      }
      reading.follow(view.step);
      shown = view.slide;
    },
  };
}

function within<T extends HTMLElement>(box: T, ...parts: readonly HTMLElement[]): T {
  box.append(...parts);
  return box;
}

function stepsOf(slide: HTMLElement | undefined): number {
  return slide === undefined ? 0 : countSteps(slide);
}

interface Picture {
  readonly box: HTMLElement;
  readonly show: (slide: HTMLElement | null, view: View) => void;
}

/** The current slide, what covers it for the audience, and which slide the audience sees instead. */
function createPicture(page: Document, { own }: PanelSource["words"]): Picture {
  const current = createPreview(page, "speaker-now", "-a");
  const shade = element(page, "p", "speaker-shade");
  const frozen = element(page, "p", "speaker-frozen");
  return {
    box: within(element(page, "div", "speaker-frame"), current.box, shade, frozen),
    show: (slide, view) => {
      current.show(slide, view.step);
      shade.hidden = view.cover === "";
      setText(shade, view.cover);
      frozen.hidden = view.frozen === null;
      setText(frozen, view.frozen === null ? "" : own.frozen(view.frozen));
    },
  };
}

/** The first sentence of the next slide's notes. */
function createThen(page: Document, { slides, words }: PanelSource): { readonly box: HTMLElement; readonly show: (slide: number) => void } {
  const box = element(page, "p", "speaker-then");
  return {
    box,
    show: (slide) => {
      const next = goesOn(slides, slide, 1) ? firstSentence(slides[slide + 1]!.querySelector("aside.notes")) : "";
      box.hidden = next === "";
      box.replaceChildren(element(page, "b", "", words.own.nextPage), next);
    },
  };
}

/** Slides that open a task; their numeral is on the slide. */
function tasksOf(slides: readonly HTMLElement[]): readonly Task[] {
  return slides.flatMap((slide, index) => {
    const number = slide.querySelector(".task-number")?.textContent ?? "";
    return number === "" ? [] : [{ slide: index, number }];
  });
}

/** Seconds used by each section. */
function usedBySection({ sections, slides }: DeckData, times: SlideTimes): readonly number[] {
  return sections.map((_, index) => slides.reduce((sum, slide) => sum + (slide.section === index ? (times.get(slide.id) ?? 0) : 0), 0));
}

interface Coming {
  readonly box: HTMLElement;
  readonly show: (place: Place) => void;
}

/** The next step of this slide if there is one, otherwise the next slide. */
function createComing(page: Document, { data, slides, words }: PanelSource): Coming {
  const box = element(page, "div", "speaker-below");
  const picture = createPreview(page, "speaker-coming", "-b");
  const text = element(page, "div", "speaker-next");
  box.append(picture.box, text);
  const write = (label: string, title: string): void => text.replaceChildren(element(page, "p", "", label), element(page, "h2", "", title));
  return {
    box,
    show: ({ slide: at, step }) => {
      const slide = slides[at];
      const steps = stepsOf(slide);
      if (slide !== undefined && step < steps) {
        picture.show(slide, step + 1);
        return write(words.nextStep, `${step + 1} / ${steps}`);
      }
      const next = goesOn(slides, at, 1) ? at + 1 : -1;
      picture.show(slides[next] ?? null, 0);
      write(next < 0 ? words.end : words.nextSlide, data.slides[next]?.title ?? "");
    },
  };
}
