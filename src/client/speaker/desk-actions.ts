/** What each button and key of the speaker window does. */
import type { Place, Wish } from "../../model/stage.ts";
import type { Ahead } from "./ahead.ts";
import type { DeskActions } from "./desk-keys.ts";
import type { Pointers } from "./pointing/pointers.ts";
import type { Preferences } from "./preferences.ts";
import type { Prompter } from "./prompter/prompter.ts";
import type { SpeakerWords } from "./speaker-words.ts";
import type { TimesSheet } from "./times-sheet.ts";
import type { Timer } from "./timer.ts";

/** What the actions act on. */
export interface DeskParts {
  readonly words: SpeakerWords;
  readonly ahead: Ahead;
  readonly pointers: Pointers;
  readonly preferences: Preferences;
  readonly prompter: Prompter;
  readonly sheet: TimesSheet;
  readonly timer: Timer;
  readonly wish: (wish: Wish) => void;
  readonly say: (text: string) => void;
  /** The deck's place. */
  readonly shown: () => Place;
  readonly go: (place: Place) => void;
  readonly update: () => void;
  /** Sizes the notes anew. */
  readonly fit: () => void;
  readonly toggleList: () => void;
  readonly reset: () => void;
}

export function createDeskActions(parts: DeskParts): DeskActions {
  const { words, ahead, pointers, preferences, prompter, wish, say, update } = parts;
  const enlarge = (by: 1 | -1): void => {
    preferences.scaleBy(by);
    parts.fit();
  };
  return {
    list: parts.toggleList,
    prompter: () => {
      prompter.toggle();
      update();
    },
    freeze: () => {
      ahead.toggle(parts.shown());
      if (ahead.place() === null) say(words.unfrozen);
      update();
    },
    send: () => {
      const place = ahead.place();
      if (place === null) return;
      ahead.toggle(place);
      wish({ type: "go", slide: place.slide, step: place.step });
      update();
    },
    back: () => {
      const origin = ahead.origin();
      if (origin === null) say(words.noBack);
      else parts.go(origin);
    },
    laser: () => pointers.take("laser"),
    zoom: () => pointers.take("zoom"),
    ink: () => pointers.take("ink"),
    erase: pointers.erase,
    origins: () => wish({ type: "origins", at: null }),
    black: () => wish({ type: "black" }),
    times: parts.sheet.toggle,
    scrolls: () => {
      preferences.toggleScrolls();
      say(preferences.scrolls() ? words.scrollsOn : words.scrollsOff);
      update();
    },
    larger: () => enlarge(1),
    smaller: () => enlarge(-1),
    timer: parts.timer.toggle,
    reset: parts.reset,
  };
}
