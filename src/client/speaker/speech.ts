/** The speech as it is planned and as it goes: its slides, its time, and what the speaker has set. */
import type { DeckData } from "../../model/deck-data.ts";
import { wordsFor, type Words } from "../words.ts";
import { createAhead, type Ahead } from "./ahead.ts";
import { planSpeech, type Plan } from "./pacing.ts";
import { createPreferences, type Preferences } from "./preferences.ts";
import { speakerWordsFor, type SpeakerWords } from "./speaker-words.ts";
import { createSpeechClock, type SpeechClock } from "./speech-clock.ts";
import type { Timer } from "./timer.ts";
import { createTimeLog, type SlideTimes } from "./times.ts";

export interface Speech {
  readonly words: Words & { readonly own: SpeakerWords };
  readonly slides: readonly HTMLElement[];
  readonly plan: Plan;
  readonly times: () => SlideTimes;
  readonly clock: SpeechClock;
  readonly ahead: Ahead;
  readonly preferences: Preferences;
}

export function readSpeech({ root, data, timer }: { readonly root: HTMLElement; readonly data: DeckData; readonly timer: Timer }): Speech {
  const words = { ...wordsFor(data.lang), own: speakerWordsFor(data.lang) };
  const slides = [...root.querySelectorAll<HTMLElement>(".slides > section")];
  const log = createTimeLog(window);
  const plan = planSpeech(data, slides.map((slide) => slide.querySelector("aside.notes")?.textContent?.length ?? 0));
  return { words, slides, plan, times: log.times, clock: createSpeechClock(timer, log, plan, words.own), ahead: createAhead(() => slides), preferences: createPreferences(window) };
}
