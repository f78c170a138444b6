/** The buttons of the speaker window: each does what a key does, for mouse and finger. */
import { button, setText } from "../dom.ts";
import type { Place } from "../../model/stage.ts";
import type { DeskActions } from "./desk-keys.ts";
import type { Panel } from "./panel.ts";
import type { Pointer } from "./pointing/pointers.ts";
import type { SpeakerWords } from "./speaker-words.ts";

/** What the buttons show of the desk. */
export interface DeskSight {
  readonly pointer: () => Pointer | null;
  readonly frozen: () => boolean;
  readonly scrolls: () => boolean;
  readonly origin: () => Place | null;
}

export interface Toolbar {
  readonly update: () => void;
}

/** Adds the buttons to a panel. */
export function createToolbar({ toolbar, heads }: Panel, overview: string, words: SpeakerWords, actions: DeskActions, sight: DeskSight): Toolbar {
  const page = toolbar.ownerDocument;
  const make = (label: string, act: () => void): HTMLButtonElement => button(page, "speaker-plain", label, label, act);
  const pointers = (["laser", "zoom", "ink"] as const).map((name) => ({ name, made: make(words[name], actions[name]) }));
  const freeze = make(words.freeze, actions.freeze);
  const send = make(words.send, actions.send);
  const back = make("", actions.back);
  back.removeAttribute("aria-label");
  const erase = make(words.erase, actions.erase);
  const scrolls = make(words.scrolls, actions.scrolls);
  toolbar.append(freeze, send, ...pointers.map(({ made }) => made), erase, make(words.origins, actions.origins), make(words.black, actions.black));
  heads.top.append(back, make(overview, actions.list));
  heads.clock.append(make(words.times, actions.times));
  heads.notes.append(
    scrolls,
    make(words.prompter, actions.prompter),
    button(page, "speaker-plain", "−", words.smaller, actions.smaller),
    button(page, "speaker-plain", "+", words.larger, actions.larger),
  );
  return {
    update: () => {
      for (const { name, made } of pointers) made.setAttribute("aria-pressed", String(sight.pointer() === name));
      freeze.setAttribute("aria-pressed", String(sight.frozen()));
      scrolls.setAttribute("aria-pressed", String(sight.scrolls()));
      send.hidden = !sight.frozen();
      erase.hidden = sight.pointer() !== "ink";
      const origin = sight.origin();
      back.hidden = origin === null;
      if (origin !== null) setText(back, words.back(origin.slide + 1));
    },
  };
}
