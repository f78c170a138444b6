/** What the speaker has at hand: notes, time, overview, teleprompter, times, pointers. */
import type { DeckData } from "../../model/deck-data.ts";
import type { ShowState, Wish } from "../../model/stage.ts";
import type { Announcer } from "../announce.ts";
import type { Words } from "../words.ts";
import { createDeskActions } from "./desk-actions.ts";
import { createDeskKeys, type DeskKeys } from "./desk-keys.ts";
import { createLayers } from "./layers.ts";
import { createPanel, type Panel } from "./panel.ts";
import { createPointers, type Pointers } from "./pointing/pointers.ts";
import { createPresses } from "./presses.ts";
import { readSpeech, type Speech } from "./speech.ts";
import type { Timer } from "./timer.ts";
import { createToolbar, type Toolbar } from "./toolbar.ts";

export interface DeskSource {
  readonly root: HTMLElement;
  readonly data: DeckData;
  readonly timer: Timer;
  readonly wish: (wish: Wish) => void;
  /** Shows a short message. */
  readonly toast: (text: string) => void;
  readonly announcer: Announcer;
}

export interface Desk {
  readonly box: HTMLElement;
  /** A deck has been found, or was loaded again: it shows no part large any more. */
  readonly meet: () => void;
  /** The deck has said where it is. */
  readonly hear: (state: ShowState) => void;
  /** Its own keys and what they do, for the help. */
  readonly keys: Words["keys"];
  readonly tick: () => void;
  /** True if the key was one of the desk's own. */
  readonly key: (event: KeyboardEvent) => boolean;
  /** Does what a clicker's or keyboard's command asks: the notes, the frozen audience and the deck in this order. */
  readonly wish: (wish: Wish) => void;
  readonly toggleList: () => void;
  /** Closes or lays down whatever is open or in use; false if nothing was. */
  readonly escape: () => boolean;
  /** Takes everything off the page. */
  readonly remove: () => void;
}

/** Everything on the desk, and what the deck has said. */
interface Parts {
  readonly source: DeskSource;
  readonly speech: Speech;
  readonly panel: Panel;
  readonly layers: ReturnType<typeof createLayers>;
  readonly presses: ReturnType<typeof createPresses>;
  readonly pointers: Pointers;
  state: ShowState;
  /** Whether the deck has said anything yet. */
  heard: boolean;
}

export function createDesk(source: DeskSource, state: ShowState): Desk {
  const { data, timer, wish } = source;
  const speech = readSpeech(source);
  const { words, preferences, ahead } = speech;
  const panel = createPanel(document, { ...speech, data, timer }, { toggleTimer: timer.toggle, resetTimer: () => reset(parts) });
  const layers = createLayers(document, { ...speech, data }, { go: (place) => presses.go(place), lead: (place) => wish({ type: "go", ...place }) });
  const presses = createPresses({ ahead, reading: panel.reading, wish, reads: () => preferences.scrolls() && !layers.prompter.isOpen(), state: () => parts.state, onLook: () => showPlace(parts, toolbar) });
  const pointers = createPointers(panel.picture, data.build, words.own, { wish, say: (text) => say(source, text), onChange: () => toolbar.update() });
  const parts: Parts = { source, speech, panel, layers, presses, pointers, state, heard: false };
  const fit = (): void => panel.reading.scale(preferences.scale() * zoomOf(window));
  const { toolbar, keys, toggleList } = createControls(parts, () => showPlace(parts, toolbar), () => {
    fit();
    presses.hold();
  });
  document.addEventListener("keyup", keys.release);
  addEventListener("resize", fit);
  fit();
  showPlace(parts, toolbar);
  return {
    box: panel.box,
    key: keys.press,
    keys: words.own.keys,
    toggleList,
    tick: () => {
      tick(parts);
      presses.hold();
    },
    wish: presses.wish,
    meet: pointers.meet,
    hear: (next) => hear(parts, next, () => showPlace(parts, toolbar)),
    escape: () => layers.escape() || pointers.leave(),
    remove: () => {
      removeEventListener("resize", fit);
      document.removeEventListener("keyup", keys.release);
      layers.close();
      panel.box.remove();
    },
  };
}

/** The buttons and keys of the desk; `fit` sizes the notes anew. */
function createControls(parts: Parts, update: () => void, fit: () => void): { readonly toolbar: Toolbar; readonly keys: DeskKeys; readonly toggleList: () => void } {
  const { source, speech, panel, layers, presses, pointers } = parts;
  const { words, preferences, ahead } = speech;
  const { prompter, sheet, list } = layers;
  const toggleList = (): void => layers.toggleList((ahead.place() ?? parts.state).slide);
  const actions = createDeskActions({
    words: words.own, ahead, pointers, preferences, prompter, sheet, timer: source.timer, wish: source.wish, go: presses.go, update, fit, toggleList,
    say: (text) => say(source, text),
    reset: () => reset(parts),
    shown: () => ({ slide: parts.state.slide, step: parts.state.step }),
  });
  const toolbar = createToolbar(panel, words, source.data.run, actions, {
    pointer: pointers.used,
    frozen: () => ahead.place() !== null,
    scrolls: preferences.scrolls,
    origin: ahead.origin,
  });
  return { toolbar, toggleList, keys: createDeskKeys(actions, { prompter, pointers, reading: panel.reading, isSearching: list.isOpen }) };
}

/** Shows the place that the speaker looks at: the deck's, or another one while the audience is frozen. */
function showPlace(parts: Parts, toolbar: Toolbar): void {
  const { source, speech, panel, presses, pointers, state } = parts;
  const ahead = speech.ahead.place();
  const place = ahead ?? state;
  panel.update({ ...place, cover: ahead !== null ? "" : state.black ? speech.words.black : state.white ? speech.words.white : "", frozen: ahead === null ? null : state.slide + 1 });
  pointers.enter(source.data.slides[place.slide]?.id ?? "");
  toolbar.update();
  presses.hold();
  tick(parts);
}

function tick(parts: Parts): void {
  const { source, speech, panel, layers, state } = parts;
  noteTime(parts);
  panel.tick(state);
  layers.prompter.tick(speech.clock.text());
  const warning = speech.clock.warning();
  if (warning !== "") source.announcer.say(warning);
}

function noteTime({ source, speech, state }: Parts): void {
  speech.clock.note(source.data.slides[state.slide]?.id ?? "");
}

function reset(parts: Parts): void {
  const said = parts.speech.clock.reset();
  if (said !== null) say(parts.source, said);
  tick(parts);
}

/** The deck has said where it is; what has passed until now belongs to the slide before. */
function hear(parts: Parts, next: ShowState, refresh: () => void): void {
  const { source, speech, layers, presses, state: before, heard } = parts;
  noteTime(parts);
  parts.state = next;
  const moved = before.slide !== next.slide || before.step !== next.step;
  if (moved) {
    if (heard) speech.ahead.note(before, next);
    layers.prompter.follow(next);
    source.announcer.say(speech.words.slideOf(next.slide + 1, source.data.run, source.data.slides[next.slide]?.title ?? ""));
  }
  if (moved || before.black !== next.black || before.white !== next.white) refresh();
  // What was pressed before this window listened is past.
  if (heard) for (const way of ["next", "previous"] as const) if (next.presses[way] > before.presses[way]) presses.turn(way);
  parts.heard = true;
}

function say({ toast, announcer }: DeskSource, text: string): void {
  toast(text);
  announcer.say(text);
}

/** How far the browser's own zoom enlarges the page: the notes are as wide as the window, so they would undo it. */
function zoomOf({ outerWidth, innerWidth }: Window): number {
  const zoom = outerWidth / innerWidth;
  return zoom > 1.05 && zoom <= 5 ? zoom : 1;
}
