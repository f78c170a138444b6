/** Notices that a browser hangs: however long its work takes, it says at once that it is there. */
import { setTimeout as wait } from "node:timers/promises";

/** Longest silence of a browser that is alive, at its start and later, in milliseconds. */
export const SILENCE = 20_000;
/** Pause between two questions, in milliseconds. */
const PAUSE = 5000;
/** If this process was busy itself, the answer may have arrived without being read; in milliseconds. */
const GRACE = 1000;

/** The browser hangs. */
export class Silence extends Error {
  constructor() {
    super(`no answer within ${SILENCE / 1000} s`);
    this.name = "Silence";
  }
}

/** The result of `work`; rejects with a {@link Silence} when `ask` gets no answer for {@link SILENCE}. The work itself is not ended. */
export async function whileItAnswers<T>(work: Promise<T>, ask: () => Promise<unknown>): Promise<T> {
  const over = new AbortController();
  try {
    return await Promise.race([work, listen(ask, over.signal)]);
  } finally {
    over.abort();
  }
}

async function listen(ask: () => Promise<unknown>, over: AbortSignal): Promise<never> {
  for (;;) {
    await pause(PAUSE, over);
    // A browser that has ended fails the work itself, with a better reason.
    const answered = ask().then(() => true, () => true);
    const heard = (await Promise.race([answered, pause(SILENCE, over)])) ?? (await Promise.race([answered, pause(GRACE, over)]));
    if (heard === undefined && !over.aborted) throw new Silence();
    if (over.aborted) return new Promise(() => undefined);
  }
}

/** Undefined after these milliseconds, or as soon as it is over. */
function pause(milliseconds: number, over: AbortSignal): Promise<undefined> {
  return wait(milliseconds, undefined, { signal: over }).catch(() => undefined);
}
