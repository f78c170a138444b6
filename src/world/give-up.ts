/** Limits how long we wait for something outside, and stops waiting when its source ends. */
import type { Browser } from "puppeteer-core";

/** The result of `work`; rejects if it takes longer than these milliseconds. The work itself continues. */
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
 * Puppeteer waits half a minute for a tab to open, even if the browser has ended meanwhile, and its timer
 * keeps this process alive that long. Every opening waits here instead, and is given up with the browser.
 */
export function giveUpWith(browser: Browser): void {
  const gone = new AbortController();
  browser.once("disconnected", () => gone.abort(new Error("the browser has ended")));
  const wait = browser.waitForTarget.bind(browser);
  browser.waitForTarget = async (isMeant, options) => {
    // It may have ended between its answer and this turn: a signal given earlier is not heard again.
    gone.signal.throwIfAborted();
    return wait(isMeant, { ...options, signal: gone.signal });
  };
}
