/** The notes for the speaker: sentence by sentence, one of them marked; they follow the steps, and a clicker scrolls them. */
import { element } from "../dom.ts";
import { createPane } from "./pane.ts";
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

export function createReading(page: Document): Reading {
  let sentences: HTMLElement[] = [];
  let anchors: readonly (number | null)[] = [];
  let [at, step, size] = [0, 0, 1];
  /** Where the pane stood before each scroll of the clicker. */
  let turned: { readonly top: number; readonly at: number }[] = [];
  const fit = (): void => {
    pane.fit(size);
    look(at);
  };
  const pane = createPane(page, fit);
  const { box } = pane;
  const mark = (index: number): void => {
    at = index;
    for (const [position, sentence] of sentences.entries()) {
      sentence.classList.toggle("current", position === at);
      if (position === at) sentence.setAttribute("aria-current", "true");
      else sentence.removeAttribute("aria-current");
    }
  };
  /** Marks a sentence and brings it to where the eye is. */
  const look = (index: number): void => {
    mark(index);
    const sentence = sentences[at];
    pane.scrollTo(sentence === undefined || at === 0 ? 0 : pane.topOf(sentence) - box.clientHeight * EYE);
  };
  const holdsNext = (): boolean => {
    const next = anchors.slice(step).find((anchor) => anchor !== null) ?? null;
    const sentence = next === null ? undefined : sentences[next];
    // With steps to come that no sentence names, the clicker goes on to the step.
    const end = step === anchors.length ? box.scrollHeight : sentence === undefined ? 0 : pane.topOf(sentence);
    return end > box.scrollTop + box.clientHeight + 2;
  };
  const turnOn = (): void => {
    const seen = box.scrollTop + box.clientHeight - FADED * pane.line();
    const unread = sentences.findIndex((sentence) => pane.topOf(sentence) + sentence.offsetHeight > seen);
    turned.push({ top: box.scrollTop, at });
    const top = pane.topOf(sentences[unread]!) - pane.line() / 2;
    // A sentence that is higher than the pane is read in pieces.
    const whole = top > box.scrollTop + pane.line();
    if (whole) mark(unread);
    pane.scrollTo(whole ? top : seen - pane.line());
  };
  box.addEventListener("click", (event) => {
    const clicked = sentences.findIndex((sentence) => sentence.contains(event.target as Node));
    if (clicked >= 0) look(clicked);
  });
  const holds = (way: Way): boolean => (way === "next" ? sentences.length > 0 && holdsNext() : turned.length > 0);
  return {
    box,
    holds,
    show: (slide, none) => {
      const notes = slide?.querySelector("aside.notes") ?? null;
      box.replaceChildren(...(notes === null ? [] : page.importNode(notes, true).childNodes));
      sentences = markSentences(box);
      anchors = slide === null ? [] : anchorSteps(sentences.map((sentence) => sentence.textContent ?? ""), stepTexts(slide));
      if (sentences.length === 0) box.replaceChildren(element(page, "p", "speaker-none", none));
      [at, step, turned] = [0, 0, []];
      fit();
    },
    follow: (next) => {
      if (next === step) return;
      const back = next < step;
      step = next;
      turned = [];
      const spoken = sentenceOfStep(anchors, step, sentences.length);
      // Who has read further than the step stays there.
      look(back ? spoken : Math.max(at, spoken));
    },
    move: (by) => {
      const next = at + by;
      if (next < 0 || next >= sentences.length) return false;
      look(next);
      return true;
    },
    turn: (way) => {
      if (!holds(way)) return false;
      const last = way === "previous" ? turned.pop() : undefined;
      if (last === undefined) turnOn();
      else {
        mark(last.at);
        pane.scrollTo(last.top);
      }
      return true;
    },
    scale: (wanted) => {
      size = wanted;
      fit();
    },
  };
}
