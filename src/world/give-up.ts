/** What is waited for outside has a limit, and ends with whoever was to bring it about. */
import type { Browser } from "puppeteer-core";

/** What `work` gives; rejects where that takes longer than these milliseconds. The work itself goes on. */
export async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | null = null;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error(`no answer within ${milliseconds / 1000} s`)), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    if (timer !== null) clearTimeout(timer);
  }
}

/**
 * Puppeteer waits half a minute for a tab that is opening, even of a browser that has ended meanwhile, and its timer keeps this
 * process alive so long. Every opening waits here: it is given up with the browser.
 */
export function giveUpWith(browser: Browser): void {
  const gone = new AbortController();
  browser.once("disconnected", () => gone.abort(new Error("the browser has ended")));
  const wait = browser.waitForTarget.bind(browser);
  browser.waitForTarget = async (isMeant, options) => {
    // It may have ended between its answer and this turn: a signal that was given is not heard again.
    gone.signal.throwIfAborted();
    return wait(isMeant, { ...options, signal: gone.signal });
  };
}
