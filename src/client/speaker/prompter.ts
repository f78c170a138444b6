/** The teleprompter: all notes as running text. The slides follow it where they are anchored, and it follows them. */
import { button, element, returnFocus, setText } from "../dom.ts";
import type { Place } from "../../model/stage.ts";
import type { Words } from "../words.ts";
import { heightAt, placeAt, positionAt, positionOf, type Anchor, type Stretch } from "./prompter-track.ts";
import type { Preferences } from "./preferences.ts";
import { anchorSteps, markSentences, stepTexts } from "./sentences.ts";
import type { SpeakerWords } from "./speaker-words.ts";

/** Characters a minute: a calm reader's speed where no time is planned, the bounds, and one press. */
const CALM = 220;
const SLOWEST = 40;
const FASTEST = 600;
const PRESS = 10;
/** What is read stands at this share of the height. */
const EYE = 0.32;
/** A longer gap between two pictures, in seconds, means that the window was hidden: the text waits. */
const HIDDEN = 1;
/** For so many milliseconds the deck may still report a place that the text has left. */
const ECHO = 2000;

export interface Prompter {
  readonly isOpen: () => boolean;
  readonly toggle: () => void;
  readonly close: () => void;
  /** True if the key was one of its own. */
  readonly key: (event: KeyboardEvent) => boolean;
  /** The deck is at this place. */
  readonly follow: (place: Place) => void;
  /** Shows the time, as text. */
  readonly tick: (time: string) => void;
}

export interface PrompterSource {
  readonly slides: readonly HTMLElement[];
  readonly titles: readonly string[];
  /** Minutes of the whole speech; null if none are planned. */
  readonly minutes: number | null;
  readonly words: Words & { readonly own: SpeakerWords };
  readonly preferences: Preferences;
}

export function createPrompter(page: Document, source: PrompterSource, goTo: (place: Place) => void): Prompter {
  const { words, preferences } = source;
  const { own } = words;
  const sheet = element(page, "div", "speaker-prompter");
  sheet.setAttribute("role", "dialog");
  sheet.setAttribute("aria-label", own.prompter);
  const text = element(page, "div", "prompter-text");
  text.tabIndex = 0;
  const anchored = compose(page, text, source);
  const letters = anchored.sentences.reduce((sum, sentence) => sum + lengthOf(sentence), 0);
  let stretches: readonly Stretch[] = [];
  let [position, running, last, scrolled, frame] = [0, false, 0, 0, 0];
  let asked: { readonly place: Place; readonly time: number }[] = [];
  let focused: Element | null = null;

  const speed = (): number => preferences.speed() ?? clamp(source.minutes === null ? CALM : Math.round(letters / source.minutes / PRESS) * PRESS);
  const stand = (): void => {
    text.scrollTop = heightAt(stretches, position) - text.clientHeight * EYE;
    scrolled = text.scrollTop;
  };
  const follow = (): void => {
    const place = placeAt(anchored.anchors, position);
    const latest = asked.at(-1)?.place;
    if (place === null || (latest !== undefined && samePlace(place, latest))) return;
    asked = [...asked.filter(({ time }) => Date.now() - time < ECHO), { place, time: Date.now() }];
    goTo(place);
  };
  const run = (now: number): void => {
    const seconds = (now - last) / 1000;
    last = now;
    if (running && seconds < HIDDEN) {
      position = Math.min(position + (seconds * speed()) / 60, letters);
      stand();
      follow();
      if (position === letters) pause(true);
    }
    frame = requestAnimationFrame(run);
  };
  const toggleRun = button(page, "speaker-plain", "", "", () => pause(running));
  const rate = element(page, "output", "prompter-speed");
  const time = element(page, "span", "prompter-time");
  const mirror = button(page, "speaker-plain", own.mirror, own.mirror, () => {
    preferences.toggleMirrored();
    show();
  });
  const show = (): void => {
    setText(toggleRun, running ? own.stop : own.start);
    setText(rate, `${speed()} ${own.charactersAMinute}`);
    mirror.setAttribute("aria-pressed", String(preferences.mirrored()));
    sheet.classList.toggle("mirrored", preferences.mirrored());
  };
  const pause = (still: boolean): void => {
    running = !still;
    show();
  };
  const hasten = (by: number): void => {
    preferences.setSpeed(clamp(speed() + by));
    show();
  };
  const measure = (): void => {
    stretches = measureStretches(text, anchored.sentences);
    stand();
  };
  text.addEventListener("scroll", () => {
    if (Math.abs(text.scrollTop - scrolled) < 2) return;
    position = positionAt(stretches, text.scrollTop + text.clientHeight * EYE);
    scrolled = text.scrollTop;
    follow();
  });
  const isOpen = (): boolean => sheet.isConnected;
  const close = (): void => {
    if (!isOpen()) return;
    pause(true);
    cancelAnimationFrame(frame);
    resized.disconnect();
    sheet.remove();
    returnFocus(focused);
  };
  const resized = new ResizeObserver(measure);
  const open = (): void => {
    focused = page.activeElement;
    page.body.append(sheet);
    resized.observe(text);
    measure();
    last = performance.now();
    frame = requestAnimationFrame(run);
    text.focus();
  };
  const bar = element(page, "header", "prompter-bar");
  bar.append(toggleRun, button(page, "speaker-plain", "−", own.slower, () => hasten(-PRESS)), rate, button(page, "speaker-plain", "+", own.faster, () => hasten(PRESS)), mirror, time, button(page, "speaker-plain", own.close, own.close, close));
  sheet.append(bar, text);
  show();
  return {
    isOpen,
    close,
    toggle: () => (isOpen() ? close() : open()),
    tick: (left) => setText(time, left),
    follow: (place) => {
      if (asked.some((one) => samePlace(one.place, place) && Date.now() - one.time < ECHO)) return;
      asked = [{ place, time: 0 }];
      position = positionOf(anchored.anchors, place) ?? 0;
      if (isOpen()) stand();
    },
    key: ({ key }) => {
      if (!isOpen()) return false;
      if (key === " ") pause(running);
      else if (key === "ArrowUp" || key === "+" || key === "=") hasten(PRESS);
      else if (key === "ArrowDown" || key === "-") hasten(-PRESS);
      else if (key === "Escape") close();
      else return false;
      return true;
    },
  };
}

function clamp(speed: number): number {
  return Math.min(Math.max(speed, SLOWEST), FASTEST);
}

function samePlace(a: Place, b: Place): boolean {
  return a.slide === b.slide && a.step === b.step;
}

function lengthOf(sentence: HTMLElement): number {
  return (sentence.textContent ?? "").trim().length;
}

interface Anchored {
  readonly sentences: readonly HTMLElement[];
  readonly anchors: readonly Anchor[];
}

/** Writes the notes of all slides, each below its number and title, and finds where slides and steps are due. */
function compose(page: Document, text: HTMLElement, { slides, titles }: PrompterSource): Anchored {
  const all: HTMLElement[] = [];
  const anchors: Anchor[] = [];
  let letters = 0;
  for (const [index, slide] of slides.entries()) {
    const part = element(page, "section", "prompter-part");
    const notes = slide.querySelector("aside.notes");
    part.append(element(page, "h2", "", `${index + 1}　${titles[index] ?? ""}`), ...(notes === null ? [] : page.importNode(notes, true).childNodes));
    const sentences = markSentences(part);
    const starts = sentences.map((sentence) => (letters += lengthOf(sentence)) - lengthOf(sentence));
    anchors.push({ at: starts[0] ?? letters, place: { slide: index, step: 0 } });
    for (const [step, anchor] of anchorSteps(sentences.map((sentence) => sentence.textContent ?? ""), stepTexts(slide)).entries()) {
      if (anchor !== null && anchor > 0) anchors.push({ at: starts[anchor]!, place: { slide: index, step: step + 1 } });
    }
    all.push(...sentences);
    text.append(part);
  }
  return { sentences: all, anchors };
}

function measureStretches(text: HTMLElement, sentences: readonly HTMLElement[]): readonly Stretch[] {
  const top = text.getBoundingClientRect().top - text.scrollTop;
  let start = 0;
  return sentences.map((sentence) => {
    const box = sentence.getBoundingClientRect();
    const stretch = { start, length: lengthOf(sentence), top: box.top - top, height: box.height };
    start += stretch.length;
    return stretch;
  });
}
