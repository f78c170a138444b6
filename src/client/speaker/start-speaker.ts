/** The speaker window: notes, pictures of this and the next slide, time; it follows the deck and controls it. */
import type { DeckData } from "../../model/deck-data.ts";
import type { ShowState } from "../../model/stage.ts";
import { createJump } from "../jump.ts";
import { createKeyReader } from "../keys.ts";
import { attempt, createSlots, openMemory, type Slot } from "../memory.ts";
import { hashOf, parseHash } from "../place.ts";
import { showToast } from "../toast.ts";
import { holdWakeLock } from "../wake-lock.ts";
import { wordsFor } from "../words.ts";
import { obeySpeakerCommand, obeySpeakerKey, type SpeakerTools } from "./keys.ts";
import { createSpeakerEnd, type SpeakerEnd } from "./link.ts";
import { createSlideList, type SlideList } from "./list.ts";
import { planSpeech } from "./pacing.ts";
import { createPanel, type Panel } from "./panel.ts";
import { createTies, type Ties } from "./ties.ts";
import { createTimer } from "./timer.ts";

const TICK = 500;
/** Size of the notes in tenths of the normal size. */
const SMALLEST = 6;
const LARGEST = 20;
const SIZE_KEY = "luduan:notes";

export interface SpeakerPage {
  /** Takes new titles (null: unchanged) and the slides as they now are in the page. */
  readonly refresh: (data: DeckData | null) => void;
}

/** Turns this page into the speaker window; the slides of `root` stay in it, and the pictures are copied from them. */
export async function startSpeaker(root: HTMLElement, first: DeckData): Promise<SpeakerPage> {
  let data = first;
  const slots = createSlots(await openMemory(window, "speaker", data));
  const slides = (): readonly HTMLElement[] => [...root.querySelectorAll<HTMLElement>(".slides > section")];
  const lastPlace = slots("place");
  let state: ShowState = { ...(parseHash(String(lastPlace.read() ?? ""), slides()) ?? { slide: 0, step: 0 }), black: false, white: false, run: Number(slots("run").read() ?? 0) };
  let heard = false;
  let size = Number(attempt(() => localStorage.getItem(SIZE_KEY)) ?? 10);
  const words = wordsFor(data.lang);
  const timer = createTimer(slots("timer"));

  const onState = (next: ShowState): void => {
    const moved = next.slide !== state.slide || next.step !== state.step;
    ties.show(null);
    if (next.run > state.run) timer.reset();
    else if (heard && moved) timer.begin();
    if (!heard || moved || next.black !== state.black || next.white !== state.white) panel.update(next);
    if (moved) lastPlace.write(hashOf(data.slides[next.slide]?.id ?? "", next.step));
    if (next.run !== state.run) slots("run").write(next.run);
    heard = true;
    state = next;
  };
  const { end, ties } = connect(data, slots, onState, () => (heard ? hashOf(data.slides[state.slide]?.id ?? "", state.step) : ""));
  const scaleNotes = (by: number): void => {
    size = Math.min(Math.max(size + by, SMALLEST), LARGEST);
    attempt(() => localStorage.setItem(SIZE_KEY, String(size)));
    panel.reading.box.style.setProperty("--notes-scale", String(size / 10));
  };
  const toggleList = (): void => (list.isOpen() ? list.close() : list.open(state.slide));
  const tools: SpeakerTools = { words, jump: createJump(words), wish: end.wish, toggleList, count: () => data.slides.length, ties };

  const makeList = (): SlideList => createSlideList(document, document.body, data, words, (slide) => end.wish({ type: "go", slide, step: 0 }));
  const makePanel = (): Panel => {
    const spoken = slides().map((slide) => slide.querySelector("aside.notes")?.textContent?.length ?? 0);
    const speech = { data, slides: slides(), plan: planSpeech(data, spoken), timer, words };
    return createPanel(document, speech, { scaleNotes, toggleTimer: timer.toggle, resetTimer: timer.reset, openList: toggleList });
  };
  let list = makeList();
  let panel = makePanel();
  const settle = (): void => {
    document.title = `${words.speaker} · ${data.title}`;
    scaleNotes(0);
    panel.update(state);
  };
  document.documentElement.classList.remove("reading");
  document.documentElement.classList.add("speaker-window", "started");
  document.body.append(panel.box, ties.box);
  const readKey = createKeyReader(document, data.build === "");
  document.addEventListener("keydown", (event) => {
    if (obeySpeakerKey(event, panel.reading, timer, scaleNotes)) return;
    const command = readKey(event);
    if (command === null) return;
    event.preventDefault();
    obeySpeakerCommand(command, tools);
  });
  settle();
  const tick = (): void => {
    end.greet();
    if (end.isLost() && ties.trouble() === null) ties.show("lost");
    panel.tick(state);
  };
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

/** Ties this window to the deck of its file, and says what is wrong where there is none; `hash` is where a new deck should begin. */
function connect(data: DeckData, slots: (name: string) => Slot, onState: (state: ShowState) => void, hash: () => string): { readonly end: SpeakerEnd; readonly ties: Ties } {
  const words = wordsFor(data.lang);
  const renewed = slots("renewed");
  const ties = createTies(document, words, {
    lost: () => void open(`${location.pathname}${hash()}`),
    older: () => end.wish({ type: "reload" }),
    rival: () => {
      ties.show(null);
      end.claim();
    },
  });
  const end = createSpeakerEnd(data.build, {
    onState: (state) => {
      if (ties.trouble() === "rival") return;
      if (renewed.read() !== null) renewed.write(null);
      onState(state);
    },
    onOtherBuild: (build) => {
      ties.show("older");
      if (renewed.read() === build) return;
      // The file has changed: this window takes the new notes. If it has them already, the deck is the old one.
      renewed.write(build);
      location.reload();
    },
    onRival: () => ties.show("rival"),
  });
  if (renewed.read() === data.build) showToast(document, words.renewed);
  return { end, ties };
}
