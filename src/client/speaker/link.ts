/** The connection between deck and speaker window: both are the same page, so either may be closed, reloaded and opened again. */
import type { ShowState, StageMessage, Wish } from "../../model/stage.ts";
import { createWire } from "./wire.ts";

export type { ShowState, Wish };

/** The address of the speaker window: the deck's own with this query. */
const QUERY = "?speaker";
const WINDOW_NAME = "luduan-speaker";
/** A window that has been silent for this many milliseconds is gone; they greet each other every half second. */
const SILENCE = 3000;
/** A deck that leaves so much unanswered gives way to another one. */
const HESITATION = 1500;

/** True in the speaker window. */
export function isSpeakerPage(): boolean {
  return location.search === QUERY;
}

/** The deck's end. */
export interface DeckEnd {
  /** Opens the speaker window at a place on the screens, or brings it to the front; says which, or that the browser blocks it. */
  readonly open: (features: string) => "opened" | "open" | "blocked";
  readonly tell: (state: ShowState) => void;
  readonly hasWindow: () => boolean;
}

/** `onWish` returns the state, or null while nothing is shown; only wishes by the same build are passed on, except to be loaded again. `remote` wishes are a phone's. */
export function createDeckEnd(build: string, onWish: (wish: Wish, remote: boolean) => ShowState | null): DeckEnd {
  let view: Window | null = null;
  let greeted = -Infinity;
  const wire = createWire(build, ({ build: theirs, from, body }) => {
    if (body.type !== "wish" && body.type !== "remote") return;
    const own = theirs === build;
    if (own && body.type === "wish") greeted = performance.now();
    const state = onWish(own || body.wish.type === "reload" ? body.wish : { type: "hello" }, body.type === "remote");
    if (state !== null) wire.send({ type: "state", state }, from);
  });
  // For a script that serves phones: several decks may show this file.
  document.documentElement.dataset["stage"] = wire.name;
  addEventListener("pagehide", () => wire.send({ type: "bye" }, null));
  const isOpen = (): boolean => (view !== null && !view.closed) || performance.now() - greeted < SILENCE;
  return {
    hasWindow: isOpen,
    open: (features) => {
      if (isOpen()) {
        view?.focus();
        wire.send({ type: "focus" }, null);
        return "open";
      }
      view = open(`${location.pathname}${QUERY}`, WINDOW_NAME, features);
      if (view === null) return "blocked";
      wire.adopt(view);
      view.focus();
      return "opened";
    },
    tell: (state) => wire.send({ type: "state", state }, null),
  };
}

/** What a speaker window is told. */
export interface SpeakerEars {
  /** A deck answers for the first time, or has been loaded again. */
  readonly onDeck: () => void;
  /** At every change of the deck, and about twice a second. */
  readonly onState: (state: ShowState) => void;
  /** A deck with slides of another build answers; nothing is known of its place. */
  readonly onOtherBuild: (build: string) => void;
  /** Another speaker window was opened later than this one. */
  readonly onRival: () => void;
}

/** The speaker window's end. */
export interface SpeakerEnd {
  readonly wish: (wish: Wish) => void;
  /** Greets the decks; to be called twice a second. */
  readonly greet: () => void;
  /** Whether the deck has not answered for a while. */
  readonly isLost: () => boolean;
  /** Makes this the one speaker window. */
  readonly claim: () => void;
  /** Says the time of the speech to whoever shows it elsewhere, in seconds. */
  readonly tellTime: (elapsed: number, running: boolean) => void;
}

/** Finds the deck of this file and build, its opener first, and stays with it as long as it answers. */
export function createSpeakerEnd(build: string, ears: SpeakerEars): SpeakerEnd {
  let deck: string | null = null;
  let since = Date.now();
  /** When the first greeting was sent that nobody has answered; null if all were. */
  let unanswered: number | null = null;
  const waited = (): number => (unanswered === null ? 0 : performance.now() - unanswered);
  const hear = ({ build: theirs, from, body }: StageMessage, kin: boolean): void => {
    switch (body.type) {
      case "state": {
        if (deck !== null && from !== deck && !kin && waited() < HESITATION) return;
        if (theirs !== build) return ears.onOtherBuild(theirs);
        const met = from !== deck;
        deck = from;
        unanswered = null;
        if (met) ears.onDeck();
        return ears.onState(body.state);
      }
      case "bye":
        if (from === deck) deck = null;
        return;
      case "focus":
        return window.focus();
      case "speaker":
        return body.since > since ? ears.onRival() : undefined;
      case "wish":
      case "remote":
      case "clock":
        return;
    }
  };
  const wire = createWire(build, hear);
  const send = (wish: Wish): void => {
    unanswered ??= performance.now();
    wire.send({ type: "wish", wish }, deck);
  };
  const greet = (): void => {
    // A deck that was loaded again has another name.
    if (waited() >= HESITATION) deck = null;
    send({ type: "hello" });
  };
  const claim = (): void => {
    since = Date.now();
    wire.send({ type: "speaker", since }, null);
  };
  claim();
  return { wish: send, greet, isLost: () => waited() >= SILENCE, claim, tellTime: (elapsed, running) => wire.send({ type: "clock", elapsed, running }, null) };
}
