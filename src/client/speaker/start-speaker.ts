/** The speaker window: notes, pictures of this and the next slide, time; it follows the deck and controls it. */
import type { DeckData } from "../../model/deck-data.ts";
import { element } from "../dom.ts";
import { createJump } from "../jump.ts";
import { commandOf } from "../keys.ts";
import { attempt } from "../memory.ts";
import { holdWakeLock } from "../wake-lock.ts";
import { wordsFor } from "../words.ts";
import { obeySpeakerCommand, obeySpeakerKey, type SpeakerTools } from "./keys.ts";
import { createSpeakerEnd, type ShowState } from "./link.ts";
import { createSlideList, type SlideList } from "./list.ts";
import { planSpeech } from "./pacing.ts";
import { createPanel, type Panel } from "./panel.ts";
import { createTimer } from "./timer.ts";

const TICK = 500;
/** A deck that has been silent for this many milliseconds is gone. */
const SILENCE = 4000;
/** Size of the notes in tenths of the normal size. */
const SMALLEST = 6;
const LARGEST = 20;
const SIZE_KEY = "luduan:notes";

export interface SpeakerPage {
  /** Takes new titles (null: unchanged) and the slides as they now are in the page. */
  readonly refresh: (data: DeckData | null) => void;
}

/** Turns this page into the speaker window; the slides of `root` stay in it, and the pictures are copied from them. */
export function startSpeaker(root: HTMLElement, first: DeckData): SpeakerPage {
  let data = first;
  let state: ShowState = { slide: 0, step: 0, black: false };
  let heard: number | null = null;
  let size = Number(attempt(() => localStorage.getItem(SIZE_KEY)) ?? 10);
  const words = wordsFor(data.lang);
  const timer = createTimer(window);
  const lost = element(document, "p", "speaker-lost toast", words.lost);

  const wish = createSpeakerEnd((next) => {
    const moved = next.slide !== state.slide || next.step !== state.step;
    if (heard !== null && moved) timer.begin();
    if (heard === null || moved || next.black !== state.black) panel.update(next);
    heard = Date.now();
    state = next;
  });
  const scaleNotes = (by: number): void => {
    size = Math.min(Math.max(size + by, SMALLEST), LARGEST);
    attempt(() => localStorage.setItem(SIZE_KEY, String(size)));
    panel.reading.box.style.setProperty("--notes-scale", String(size / 10));
  };
  const toggleList = (): void => (list.isOpen() ? list.close() : list.open(state.slide));
  const tools: SpeakerTools = { words, jump: createJump(words), wish, toggleList, count: () => data.slides.length };

  const makeList = (): SlideList => createSlideList(document, document.body, data, words, (slide) => wish({ type: "go", slide, step: 0 }));
  const makePanel = (): Panel => {
    const slides = [...root.querySelectorAll<HTMLElement>(".slides > section")];
    const spoken = slides.map((slide) => slide.querySelector("aside.notes")?.textContent?.length ?? 0);
    const speech = { data, slides, plan: planSpeech(data, spoken), timer, words };
    return createPanel(document, speech, { scaleNotes, toggleTimer: timer.toggle, resetTimer: timer.reset, openList: toggleList });
  };
  let list = makeList();
  let panel = makePanel();

  const settle = (): void => {
    document.title = `${words.speaker} · ${data.title}`;
    scaleNotes(0);
    panel.update(state);
  };
  const opened = Date.now();
  const tick = (): void => {
    wish({ type: "hello" });
    lost.hidden = Date.now() - (heard ?? opened) < SILENCE;
    panel.tick(state);
  };
  document.documentElement.classList.remove("reading");
  document.documentElement.classList.add("speaker-window", "started");
  document.body.append(panel.box, lost);
  document.addEventListener("keydown", (event) => {
    if (obeySpeakerKey(event, panel.reading, timer, scaleNotes)) return;
    const command = commandOf(event);
    if (command === null) return;
    event.preventDefault();
    obeySpeakerCommand(command, tools);
  });
  settle();
  tick();
  setInterval(tick, TICK);
  holdWakeLock(true);
  return {
    refresh: (next) => {
      data = next ?? data;
      list.close();
      list = makeList();
      const old = panel;
      panel = makePanel();
      old.box.replaceWith(panel.box);
      settle();
    },
  };
}
