/** The content of the speaker window: notes, time, pictures of this and the next slide, tools and the timeline. */
import type { DeckData } from "../../model/deck-data.ts";
import { element, setText } from "../dom.ts";
import type { Place } from "../../model/stage.ts";
import { createPreview } from "../preview.ts";
import { goesOn } from "../run.ts";
import { countSteps } from "../steps.ts";
import type { Words } from "../words.ts";
import { createClock, type ClockActions } from "./clock.ts";
import { createReading, type Reading } from "./notes.ts";
import { minutesBehind, plannedStretch, type Plan } from "./pacing.ts";
import { firstSentence } from "./sentences.ts";
import type { SpeakerWords } from "./speaker-words.ts";
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
export interface Speech {
  readonly data: DeckData;
  readonly slides: readonly HTMLElement[];
  readonly plan: Plan;
  readonly timer: Timer;
  readonly times: () => SlideTimes;
  readonly words: Words & { readonly own: SpeakerWords };
}

export function createPanel(page: Document, speech: Speech, actions: ClockActions): Panel {
  const { data, slides, plan, timer, words } = speech;
  const box = element(page, "main", "speaker");
  const count = element(page, "h1", "speaker-count");
  const current = createPreview(page, "speaker-now", "-a");
  const coming = createComing(page, speech);
  const reading = createReading(page);
  reading.box.setAttribute("aria-label", words.notes);
  reading.box.setAttribute("role", "region");
  const timeline = createTimeline({ page, data, plan, words }, tasksOf(slides));
  const clock = createClock(page, plan.minutes, timer, words, actions);
  const toolbar = element(page, "div", "speaker-toolbar");
  toolbar.setAttribute("role", "toolbar");
  toolbar.setAttribute("aria-label", words.own.tools);
  const top = element(page, "header", "speaker-head");
  top.append(count);
  const notesHead = element(page, "header", "speaker-notes-head");
  notesHead.append(element(page, "h2", "", words.notes));
  const then = element(page, "p", "speaker-then");
  const frame = element(page, "div", "speaker-frame");
  const shade = element(page, "p", "speaker-shade");
  const frozen = element(page, "p", "speaker-frozen");
  frame.append(current.box, shade, frozen);
  const side = element(page, "div", "speaker-side");
  side.append(frame, toolbar, coming.box, clock.box);
  const main = element(page, "div", "speaker-main");
  main.append(notesHead, reading.box, then);
  box.append(top, side, main, timeline.box);
  let shown = -1;
  const tick = (place: Place): void => {
    const slide = slides[place.slide];
    const planned = plannedStretch(plan, place, slide === undefined ? 0 : countSteps(slide));
    const elapsed = timer.elapsed();
    clock.tick(elapsed, elapsed === 0 ? null : minutesBehind(plan, planned, elapsed));
    timeline.update({
      section: data.slides[place.slide]?.section ?? -1,
      slide: place.slide,
      planned,
      passed: plan.minutes === null ? null : elapsed / 60 / plan.minutes,
      used: usedBySection(data, speech.times()),
    });
  };
  return {
    box,
    reading,
    picture: frame,
    toolbar,
    heads: { top, notes: notesHead, clock: clock.tools },
    tick,
    update: (view) => {
      const slide = slides[view.slide] ?? null;
      count.replaceChildren(element(page, "b", "", view.slide < data.run ? String(view.slide + 1) : words.own.backupPage(view.slide + 1 - data.run)), view.slide < data.run ? ` / ${data.run}` : "", element(page, "span", "", data.slides[view.slide]?.title ?? ""));
      current.show(slide, view.step);
      shade.hidden = view.cover === "";
      setText(shade, view.cover);
      frozen.hidden = view.frozen === null;
      setText(frozen, view.frozen === null ? "" : words.own.frozen(view.frozen));
      coming.show(view);
      if (shown !== view.slide) {
        reading.show(slide, words.noNotes);
        const next = goesOn(slides, view.slide, 1) ? firstSentence(slides[view.slide + 1]!.querySelector("aside.notes")) : "";
        then.hidden = next === "";
        then.replaceChildren(element(page, "b", "", words.own.nextPage), next);
      }
      reading.follow(view.step);
      shown = view.slide;
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
function createComing(page: Document, { data, slides, words }: Speech): Coming {
  const box = element(page, "div", "speaker-below");
  const picture = createPreview(page, "speaker-coming", "-b");
  const text = element(page, "div", "speaker-next");
  box.append(picture.box, text);
  const write = (label: string, title: string): void => text.replaceChildren(element(page, "p", "", label), element(page, "h2", "", title));
  return {
    box,
    show: ({ slide: at, step }) => {
      const slide = slides[at];
      const steps = slide === undefined ? 0 : countSteps(slide);
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
