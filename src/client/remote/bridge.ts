/** Joins a window of the show to its server: the deck passes on what phones ask, the speaker window shows how they come in. */
import { STAGE_SOCKET, type Clock, type Script } from "../../model/remote.ts";
import type { ShowState } from "../../model/stage.ts";
import { attempt } from "../memory.ts";
import { readDeckData } from "../read-deck-data.ts";
import { isSpeakerPage } from "../speaker/link.ts";
import { planSpeech } from "../speaker/pacing.ts";
import { createTimer } from "../speaker/timer.ts";
import { createWire } from "../speaker/wire.ts";
import { createInvitation } from "./invitation.ts";
import { openLine } from "./line.ts";

/** A speaker window that was silent for so long has gone; it says the time twice a second. */
const SILENCE = 3000;
/** A clock that is off by more seconds than this is set. */
const OFF = 1;
const LOOK = 500;
/** Blocks of notes, each a paragraph on a phone. */
const BLOCKS = "p, li, h3, h4, tr";

/** In the speaker window: a button with the way in for phones. */
export function joinSpeaker(page: Document): void {
  const invitation = createInvitation(page, readDeckData(page).lang);
  const line = openLine(STAGE_SOCKET, {
    onOpen: () => line.send({ type: "hello" }),
    onLost: () => invitation.show(null),
    onMessage: (message) => {
      if (message.type === "invitation") invitation.show(message.invitation);
    },
  });
}

/** In the deck's window: says what it shows and obeys what phones ask. */
export function joinDeck(page: Document): void {
  const script = readScript(page);
  const clock = createClock();
  let state: ShowState | null = null;
  let told: { readonly clock: Clock; readonly time: number } | null = null;
  const tell = (): void => {
    const now = clock.read();
    if (state !== null && line.send({ type: "state", state, clock: now })) told = { clock: now, time: performance.now() };
  };
  const deck = (): string => page.documentElement.dataset["stage"] ?? "";
  const wire = createWire(readDeckData(page).build, ({ from, body }) => {
    if (body.type === "clock") clock.hear(body);
    if (body.type !== "state" || from !== deck()) return;
    clock.follow(state, body.state);
    const changed = JSON.stringify(state) !== JSON.stringify(body.state);
    state = body.state;
    if (changed) tell();
  });
  const line = openLine(STAGE_SOCKET, {
    onOpen: () => {
      line.send({ type: "script", script });
      tell();
    },
    onLost: () => (told = null),
    onMessage: (message) => {
      if (message.type === "wish") wire.send({ type: "remote", wish: { type: message.wish } }, deck());
    },
  });
  setInterval(() => {
    if (state === null) wire.send({ type: "remote", wish: { type: "hello" } }, deck());
    if (told !== null && isOff(told.clock, (performance.now() - told.time) / 1000, clock.read())) tell();
  }, LOOK);
}

/** Whether a clock that was told some seconds ago shows another time by now. */
function isOff(told: Clock, passed: number, now: Clock): boolean {
  return told.running !== now.running || Math.abs(told.elapsed + (told.running ? passed : 0) - now.elapsed) > OFF;
}

interface ShowClock {
  readonly read: () => Clock;
  /** The speaker window has said the time. */
  readonly hear: (clock: Clock) => void;
  /** The deck has moved on: without a speaker window the time begins with the first step. */
  readonly follow: (before: ShowState | null, now: ShowState) => void;
}

/** The time of the speaker window; as long as there is none, its own. */
function createClock(): ShowClock {
  const key = `luduan:clock:${location.pathname}`;
  const timer = createTimer({
    read: () => attempt(() => JSON.parse(sessionStorage.getItem(key) ?? "null") as unknown),
    write: (value) => void attempt(() => sessionStorage.setItem(key, JSON.stringify(value))),
  });
  let heard: { readonly clock: Clock; readonly time: number } | null = null;
  return {
    hear: (clock) => (heard = { clock, time: performance.now() }),
    follow: (before, now) => {
      if (before === null) return;
      if (now.run > before.run) timer.reset();
      else if (now.slide !== before.slide || now.step !== before.step) timer.begin();
    },
    read: () => {
      const age = heard === null ? Infinity : performance.now() - heard.time;
      if (heard === null || age > SILENCE) return { elapsed: timer.elapsed(), running: timer.isRunning() };
      return { running: heard.clock.running, elapsed: heard.clock.elapsed + (heard.clock.running ? age / 1000 : 0) };
    },
  };
}

/** What a phone shows: titles and notes as plain texts. */
function readScript(page: Document): Script {
  const data = readDeckData(page);
  const asides = [...page.querySelectorAll(".reveal .slides > section")].map((slide) => slide.querySelector("aside.notes"));
  return {
    title: data.title,
    lang: data.lang,
    run: data.run,
    minutes: planSpeech(data, asides.map((notes) => notes?.textContent?.length ?? 0)).minutes,
    slides: data.slides.map(({ title, steps }, index) => ({ title, steps, notes: paragraphsOf(asides[index] ?? null) })),
  };
}

function paragraphsOf(notes: Element | null): readonly string[] {
  if (notes === null) return [];
  const blocks = [...notes.querySelectorAll(BLOCKS)].filter((block) => block.querySelector(BLOCKS) === null);
  const texts = (blocks.length === 0 ? [notes] : blocks).map((block) => block.textContent?.replace(/\s+/g, " ").trim() ?? "");
  return texts.filter((text) => text !== "");
}

/** Whichever window this page is. */
export function join(page: Document): void {
  if (isSpeakerPage()) joinSpeaker(page);
  else joinDeck(page);
}
