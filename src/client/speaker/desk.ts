/** What the speaker has at hand: notes, time, overview, teleprompter, times, pointers; it decides what a press of the clicker does. */
import type { DeckData } from "../../model/deck-data.ts";
import type { Place, ShowState, Wish } from "../../model/stage.ts";
import type { Way } from "../../model/stage-tools.ts";
import type { Announcer } from "../announce.ts";
import { wordsFor, type Words } from "../words.ts";
import { createAhead } from "./ahead.ts";
import { createDeskActions } from "./desk-actions.ts";
import { createDeskKeys } from "./desk-keys.ts";
import { createSlideList } from "./list.ts";
import { planSpeech } from "./pacing.ts";
import { createPanel } from "./panel.ts";
import { createPointers } from "./pointers.ts";
import { createPreferences } from "./preferences.ts";
import { createPrompter } from "./prompter.ts";
import { speakerWordsFor } from "./speaker-words.ts";
import { createTimeLog } from "./times.ts";
import { createTimesSheet } from "./times-sheet.ts";
import { createSpeechClock } from "./speech-clock.ts";
import type { Timer } from "./timer.ts";
import { createToolbar } from "./toolbar.ts";

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

export function createDesk({ root, data, timer, wish, toast, announcer }: DeskSource, state: ShowState): Desk {
  const words = { ...wordsFor(data.lang), own: speakerWordsFor(data.lang) };
  const { own } = words;
  const preferences = createPreferences(window);
  const slides = [...root.querySelectorAll<HTMLElement>(".slides > section")];
  const log = createTimeLog(window);
  const plan = planSpeech(data, slides.map((slide) => slide.querySelector("aside.notes")?.textContent?.length ?? 0));
  const clock = createSpeechClock(timer, log, plan, own);
  const ahead = createAhead(() => slides);
  let heard = false;

  const say = (text: string): void => {
    toast(text);
    announcer.say(text);
  };
  const fit = (): void => panel.reading.scale(preferences.scale() * zoomOf(window));
  const looked = (): Place => ahead.place() ?? state;
  const panel = createPanel(document, { data, slides, plan, timer, times: log.times, words }, {
    toggleTimer: timer.toggle,
    resetTimer: () => reset(),
  });
  const update = (): void => {
    const place = looked();
    panel.update({ ...place, cover: ahead.place() !== null ? "" : state.black ? words.black : state.white ? words.white : "", frozen: ahead.place() === null ? null : state.slide + 1 });
    pointers.enter(data.slides[place.slide]?.id ?? "");
    toolbar.update();
    hold();
    tick();
  };
  /** Presses that reach the deck come back here as long as they are for the notes or for looking ahead. */
  const hold = (): void => {
    const frozen = ahead.place() !== null;
    const holds = (way: Way): boolean => frozen || (preferences.scrolls() && !prompter.isOpen() && panel.reading.holds(way));
    wish({ type: "hold", place: frozen ? null : { slide: state.slide, step: state.step }, next: holds("next"), previous: holds("previous") });
  };
  const turn = (way: Way): void => {
    if (state.black || state.white) wish({ type: way });
    else if (ahead.place() !== null) {
      ahead.move(way);
      update();
    } else if (!prompter.isOpen() && preferences.scrolls() && panel.reading.turn(way)) hold();
    else wish({ type: way });
  };
  const go = (place: Place): void => {
    if (ahead.place() === null) return wish({ type: "go", ...place });
    ahead.go(place);
    update();
  };
  const reset = (): void => {
    const said = clock.reset();
    if (said !== null) say(said);
    tick();
  };
  const noteTime = (): void => clock.note(data.slides[state.slide]?.id ?? "");
  const tick = (): void => {
    noteTime();
    panel.tick(state);
    prompter.tick(clock.text());
    const warning = clock.warning();
    if (warning !== "") announcer.say(warning);
  };
  const list = createSlideList(document, document.body, { data, slides, words }, (slide) => go({ slide, step: 0 }));
  const toggleList = (): void => (list.isOpen() ? list.close() : list.open(looked().slide));
  const prompter = createPrompter(document, { slides: slides.slice(0, data.run), titles: data.slides.map(({ title }) => title), minutes: plan.minutes, words, preferences }, (place) => wish({ type: "go", ...place }));
  const sheet = createTimesSheet(document, { data, plan, times: log.times, words });
  const pointers = createPointers(panel.picture, own, { wish, say, onChange: () => toolbar.update() });
  const actions = createDeskActions({
    words: own, ahead, pointers, preferences, prompter, sheet, timer, wish, say, go, update, toggleList, reset,
    shown: () => ({ slide: state.slide, step: state.step }),
    fit: () => {
      fit();
      hold();
    },
  });
  const toolbar = createToolbar(panel, words.overview, own, actions, {
    pointer: pointers.used,
    frozen: () => ahead.place() !== null,
    scrolls: preferences.scrolls,
    origin: () => ahead.origin(),
  });
  const keys = createDeskKeys(actions, { prompter, pointers, reading: panel.reading, isSearching: list.isOpen });
  document.addEventListener("keyup", keys.release);
  addEventListener("resize", fit);
  fit();
  update();
  return {
    box: panel.box,
    key: keys.press,
    keys: own.keys,
    toggleList,
    tick: () => {
      tick();
      hold();
    },
    wish: (wanted) => {
      if (wanted.type === "next" || wanted.type === "previous") turn(wanted.type);
      else if (wanted.type === "go") go(wanted);
      else wish(wanted);
    },
    hear: (next) => {
      const before = state;
      noteTime();
      const moved = before.slide !== next.slide || before.step !== next.step;
      state = next;
      if (moved) {
        if (heard) ahead.note(before, next);
        prompter.follow(next);
        announcer.say(words.slideOf(next.slide + 1, data.run, data.slides[next.slide]?.title ?? ""));
      }
      if (moved || before.black !== next.black || before.white !== next.white) update();
      // What was pressed before this window listened is past.
      if (heard) for (const way of ["next", "previous"] as const) if (next.presses[way] > before.presses[way]) turn(way);
      heard = true;
    },
    escape: () => {
      if (prompter.isOpen()) prompter.close();
      else if (list.isOpen()) list.close();
      else if (!sheet.close()) return pointers.leave();
      return true;
    },
    remove: () => {
      removeEventListener("resize", fit);
      document.removeEventListener("keyup", keys.release);
      prompter.close();
      list.close();
      sheet.close();
      panel.box.remove();
    },
  };
}

/** How far the browser's own zoom enlarges the page: the notes are as wide as the window, so they would undo it. */
function zoomOf({ outerWidth, innerWidth }: Window): number {
  const zoom = outerWidth / innerWidth;
  return zoom > 1.05 && zoom <= 5 ? zoom : 1;
}
