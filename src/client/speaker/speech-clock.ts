/** The time of the speech: what each slide took, the warnings before the end, and a reset that can be undone. */
import { WARNING } from "./clock.ts";
import type { Plan } from "./pacing.ts";
import type { SpeakerWords } from "./speaker-words.ts";
import type { TimeLog } from "./times.ts";
import { formatElapsed, type Timer } from "./timer.ts";

/** Milliseconds within which a second press brings the time back. */
const REGRET = 10_000;

export interface SpeechClock {
  /** Counts the time since the last call for a slide. */
  readonly note: (slide: string) => void;
  /** Sets the time to zero; pressed again at once, it brings the time back. Returns what to say, null if there was nothing to set. */
  readonly reset: () => string | null;
  /** Time left, or used where nothing is planned. */
  readonly text: () => string;
  /** The warning that has just become true; empty otherwise. */
  readonly warning: () => string;
}

export function createSpeechClock(timer: Timer, log: TimeLog, plan: Plan, words: SpeakerWords): SpeechClock {
  let undo: { readonly acts: readonly (() => void)[]; readonly time: number } | null = null;
  let warned = "";
  const rest = (): number => (plan.minutes === null ? Infinity : plan.minutes * 60 - timer.elapsed());
  return {
    note: (slide) => log.note(slide, timer.elapsed()),
    reset: () => {
      if (undo !== null && Date.now() - undo.time < REGRET) {
        for (const act of undo.acts) act();
        undo = null;
        return words.wasRestored;
      }
      if (timer.elapsed() === 0) return null;
      undo = { acts: [timer.reset(), log.clear()], time: Date.now() };
      return words.wasReset;
    },
    text: () => (plan.minutes === null ? formatElapsed(timer.elapsed()) : `${rest() < 0 ? words.over : words.left} ${formatElapsed(Math.abs(rest()))}`),
    warning: () => {
      const due = rest() < 0 ? words.timeOver : rest() <= WARNING && timer.elapsed() > 0 ? words.twoMinutes : "";
      const fresh = due !== warned;
      warned = due;
      return fresh ? due : "";
    },
  };
}
