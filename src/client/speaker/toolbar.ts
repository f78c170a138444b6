/** The buttons of the speaker window: each does what a key does, for mouse and finger. */
import { button, setText } from "../dom.ts";
import type { Place } from "../../model/stage.ts";
import type { Words } from "../words.ts";
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
export function createToolbar({ toolbar, heads }: Panel, words: Pick<Words, "overview" | "slide"> & { readonly own: SpeakerWords }, run: number, actions: DeskActions, sight: DeskSight): Toolbar {
  const page = toolbar.ownerDocument;
  const { own } = words;
  const make = (label: string, act: () => void): HTMLButtonElement => button(page, "speaker-plain", label, label, act);
  const pointers = (["laser", "zoom", "ink"] as const).map((name) => ({ name, made: make(own[name], actions[name]) }));
  const freeze = make(own.freeze, actions.freeze);
  const send = make(own.send, actions.send);
  const back = make("", actions.back);
  back.removeAttribute("aria-label");
  const erase = make(own.erase, actions.erase);
  const scrolls = make(own.scrolls, actions.scrolls);
  toolbar.append(freeze, send, ...pointers.map(({ made }) => made), erase, make(own.origins, actions.origins), make(own.black, actions.black));
  heads.top.append(back, make(words.overview, actions.list));
  heads.clock.append(make(own.times, actions.times));
  heads.notes.append(
    scrolls,
    make(own.prompter, actions.prompter),
    button(page, "speaker-plain", "−", own.smaller, actions.smaller),
    button(page, "speaker-plain", "+", own.larger, actions.larger),
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
      if (origin !== null) setText(back, own.back(words.slide(origin.slide + 1, run)));
    },
  };
}
