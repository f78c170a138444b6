/** The speaker window: notes, pictures of this and the next slide, time; it follows the deck and controls it. */
import type { DeckData } from "../../model/deck-data.ts";
import type { ShowState } from "../../model/stage.ts";
import { createAnnouncer } from "../announce.ts";
import { createJump } from "../jump.ts";
import { createKeyReader } from "../keys.ts";
import { createSlots, openMemory, type Slot } from "../memory.ts";
import { hashOf, parseHash } from "../place.ts";
import { showToast } from "../toast.ts";
import { holdWakeLock } from "../wake-lock.ts";
import { wordsFor } from "../words.ts";
import { createDesk, type Desk } from "./desk.ts";
import { obeySpeakerCommand, type SpeakerTools } from "./keys.ts";
import { createSpeakerEnd, type SpeakerEnd } from "./link.ts";
import { createTies, type Ties } from "./ties.ts";
import { createTimer } from "./timer.ts";

const TICK = 500;

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
  let state: ShowState = { ...(parseHash(String(lastPlace.read() ?? ""), slides()) ?? { slide: 0, step: 0 }), black: false, white: false, run: Number(slots("run").read() ?? 0), presses: { next: 0, previous: 0 } };
  let heard = false;
  const words = wordsFor(data.lang);
  const timer = createTimer(slots("timer"));

  const onState = (next: ShowState): void => {
    const moved = next.slide !== state.slide || next.step !== state.step;
    ties.show(null);
    if (next.run > state.run) timer.reset();
    else if (heard && moved) timer.begin();
    desk.hear(next);
    if (moved) lastPlace.write(hashOf(data.slides[next.slide]?.id ?? "", next.step));
    if (next.run !== state.run) slots("run").write(next.run);
    heard = true;
    state = next;
  };
  const { end, ties } = connect(data, slots, onState, () => desk.meet(), () => (heard ? hashOf(data.slides[state.slide]?.id ?? "", state.step) : ""));
  const announcer = createAnnouncer(document);
  const makeDesk = (): Desk => createDesk({ root, data, timer, wish: end.wish, toast: (text) => showToast(document, text), announcer }, state);
  let desk = makeDesk();
  const tools: SpeakerTools = { words, jump: createJump(words), desk: () => desk, count: () => data.run, ties };
  document.title = `${words.speaker} · ${data.title}`;
  document.documentElement.classList.remove("reading");
  document.documentElement.classList.add("speaker-window", "started");
  document.body.append(desk.box, ties.box);
  const readKey = createKeyReader(document, data.build === "");
  document.addEventListener("keydown", (event) => {
    if (desk.key(event)) return;
    const command = readKey(event);
    if (command === null) return;
    event.preventDefault();
    obeySpeakerCommand(command, tools);
  });
  const tick = (): void => {
    end.greet();
    end.tellTime(timer.elapsed(), timer.isRunning());
    if (end.isLost() && ties.trouble() === null) ties.show("lost");
    desk.tick();
  };
  tick();
  setInterval(tick, TICK);
  holdWakeLock(true);
  return {
    refresh: (next) => {
      data = next ?? data;
      document.title = `${words.speaker} · ${data.title}`;
      desk.remove();
      desk = makeDesk();
      document.body.prepend(desk.box);
    },
  };
}

/** Ties this window to the deck of its file, and says what is wrong where there is none; `hash` is where a new deck should begin. */
function connect(data: DeckData, slots: (name: string) => Slot, onState: (state: ShowState) => void, onDeck: () => void, hash: () => string): { readonly end: SpeakerEnd; readonly ties: Ties } {
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
    onDeck,
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
