/** The notes for the speaker: sentence by sentence, one of them marked; they follow the steps, and a clicker scrolls them. */
import { element } from "../dom.ts";
import { createPane, type Pane } from "./pane.ts";
import { anchorSteps, markSentences, sentenceOfStep, stepTexts } from "./sentences.ts";

/** The marked sentence stands at this share of the pane's height. */
const EYE = 0.3;
/** Lines at the foot of the pane that are faded, so not read yet. */
const FADED = 1.2;

export type Way = "next" | "previous";

export interface Reading {
  readonly box: HTMLElement;
  /** Shows the notes of a slide, first sentence marked, or the text `none`. */
  readonly show: (slide: Element | null, none: string) => void;
  /** Marks the sentence in which a step of the slide is spoken of. */
  readonly follow: (step: number) => void;
  /** Moves the mark by one; false if it was already at that end. */
  readonly move: (by: 1 | -1) => boolean;
  /** Scrolls on to what comes before the next step or page, or back again; false if there is nothing. */
  readonly turn: (way: Way) => boolean;
  /** Whether `turn` would scroll. */
  readonly holds: (way: Way) => boolean;
  /** Sets the size that the speaker asks for; 1 is normal. */
  readonly scale: (scale: number) => void;
}

/** The notes of one slide, and how far the speaker is in them. */
interface Progress {
  sentences: readonly HTMLElement[];
  /** The sentence that speaks of each step, by index; null where none does. */
  anchors: readonly (number | null)[];
  /** Index of the marked sentence. */
  at: number;
  step: number;
  /** Where the pane stood before each scroll of the clicker. */
  turned: { readonly top: number; readonly at: number }[];
}

export function createReading(page: Document): Reading {
  const progress: Progress = { sentences: [], anchors: [], at: 0, step: 0, turned: [] };
  let size = 1;
  const fit = (): void => {
    pane.fit(size);
    look(progress, pane, progress.at);
  };
  const pane = createPane(page, fit);
  const { box } = pane;
  box.addEventListener("click", (event) => {
    const clicked = progress.sentences.findIndex((sentence) => sentence.contains(event.target as Node));
    if (clicked >= 0) look(progress, pane, clicked);
  });
  return {
    box,
    holds: (way) => holds(progress, pane, way),
    show: (slide, none) => {
      write(progress, box, slide, none);
      fit();
    },
    follow: (step) => follow(progress, pane, step),
    move: (by) => {
      const next = progress.at + by;
      if (next < 0 || next >= progress.sentences.length) return false;
      look(progress, pane, next);
      return true;
    },
    turn: (way) => {
      if (!holds(progress, pane, way)) return false;
      if (way === "next") turnOn(progress, pane);
      else turnBack(progress, pane);
      return true;
    },
    scale: (wanted) => {
      size = wanted;
      fit();
    },
  };
}

/** Writes the notes of a slide, or the text `none`. */
function write(progress: Progress, box: HTMLElement, slide: Element | null, none: string): void {
  const page = box.ownerDocument;
  const notes = slide?.querySelector("aside.notes") ?? null;
  box.replaceChildren(...(notes === null ? [] : page.importNode(notes, true).childNodes));
  const sentences = markSentences(box);
  const anchors = slide === null ? [] : anchorSteps(sentences.map((sentence) => sentence.textContent ?? ""), stepTexts(slide));
  if (sentences.length === 0) box.replaceChildren(element(page, "p", "speaker-none", none));
  Object.assign(progress, { sentences, anchors, at: 0, step: 0, turned: [] } satisfies Progress);
}

function mark(progress: Progress, index: number): void {
  progress.at = index;
  for (const [position, sentence] of progress.sentences.entries()) {
    sentence.classList.toggle("current", position === index);
    if (position === index) sentence.setAttribute("aria-current", "true");
    else sentence.removeAttribute("aria-current");
  }
}

/** Marks a sentence and brings it to where the eye is. */
function look(progress: Progress, pane: Pane, index: number): void {
  mark(progress, index);
  const sentence = progress.sentences[index];
  pane.scrollTo(sentence === undefined || index === 0 ? 0 : pane.topOf(sentence) - pane.box.clientHeight * EYE);
}

function follow(progress: Progress, pane: Pane, step: number): void {
  if (step === progress.step) return;
  const back = step < progress.step;
  progress.step = step;
  progress.turned = [];
  const spoken = sentenceOfStep(progress.anchors, step, progress.sentences.length);
  // Who has read further than the step stays there.
  look(progress, pane, back ? spoken : Math.max(progress.at, spoken));
}

function holds({ sentences, anchors, step, turned }: Progress, pane: Pane, way: Way): boolean {
  if (way === "previous") return turned.length > 0;
  if (sentences.length === 0) return false;
  const next = anchors.slice(step).find((anchor) => anchor !== null) ?? null;
  const sentence = next === null ? undefined : sentences[next];
  // With steps to come that no sentence names, the clicker goes on to the step.
  const end = step === anchors.length ? pane.box.scrollHeight : sentence === undefined ? 0 : pane.topOf(sentence);
  return end > pane.box.scrollTop + pane.box.clientHeight + 2;
}

function turnOn(progress: Progress, pane: Pane): void {
  const { box } = pane;
  const seen = box.scrollTop + box.clientHeight - FADED * pane.line();
  const unread = progress.sentences.findIndex((sentence) => pane.topOf(sentence) + sentence.offsetHeight > seen);
  progress.turned.push({ top: box.scrollTop, at: progress.at });
  const top = pane.topOf(progress.sentences[unread]!) - pane.line() / 2;
  // A sentence that is higher than the pane is read in pieces.
  const whole = top > box.scrollTop + pane.line();
  if (whole) mark(progress, unread);
  pane.scrollTo(whole ? top : seen - pane.line());
}

function turnBack(progress: Progress, pane: Pane): void {
  const last = progress.turned.pop();
  if (last === undefined) return;
  mark(progress, last.at);
  pane.scrollTo(last.top);
}
