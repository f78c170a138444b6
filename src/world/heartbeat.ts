/** Notices that a browser or a page of it hangs: however long their work takes, they answer and use the processor. */
import { setTimeout as wait } from "node:timers/promises";
import type { Browser, CDPSession, Page } from "puppeteer-core";

/** Longest silence of a browser that is alive, at its start and later, in milliseconds. */
export const SILENCE = 20_000;
/** Pause between two questions, in milliseconds. */
const PAUSE = 5000;
/** If this process was busy itself, the answer may have arrived without being read; in milliseconds. */
const GRACE = 1000;
/** A browser that only waits uses less than this of a processor in {@link SILENCE}, our questions included; in seconds. */
const IDLE = 0.2;

/** The browser hangs, or one of its pages. */
export class Silence extends Error {
  constructor() {
    super(`no answer within ${SILENCE / 1000} s`);
    this.name = "Silence";
  }
}

/** Seconds of a processor that each process of a browser has used, by its id; empty if the browser does not say. */
export type Effort = ReadonlyMap<number, number>;

/** Asks a browser for its effort: it answers at once while it is there, whatever its pages are doing. */
export function askForEffort(browser: Browser): () => Promise<Effort> {
  let session: Promise<CDPSession> | null = null;
  return async () => {
    try {
      session ??= browser.target().createCDPSession();
      const { processInfo } = await (await session).send("SystemInfo.getProcessInfo");
      return new Map(processInfo.map(({ id, cpuTime }) => [id, cpuTime]));
    } catch {
      session = null;
      // One that allows no such question still says that it is there.
      await browser.version();
      return new Map();
    }
  };
}

/**
 * The result of `work`; rejects with a {@link Silence} when the browser does not answer for {@link SILENCE}, or does nothing at all
 * while it should work. The work itself is not ended.
 */
export function whileItWorks<T>(work: Promise<T>, effort: () => Promise<Effort>): Promise<T> {
  return until(work, (over) => findStandstill(effort, over));
}

/**
 * The same for a script in a page; rejects with a {@link Silence} when the page does not answer while a process works for
 * {@link SILENCE}. Processor time is counted, since a machine may be busy. Not for printing, in which a page is silent for as long as it takes.
 */
export function whilePageAnswers<T>(work: Promise<T>, page: Page, effort: () => Promise<Effort>): Promise<T> {
  return until(work, (over) => findLoop(page, effort, over));
}

async function until<T>(work: Promise<T>, watch: (over: AbortSignal) => Promise<never>): Promise<T> {
  const over = new AbortController();
  try {
    return await Promise.race([work, watch(over.signal)]);
  } finally {
    over.abort();
  }
}

async function findStandstill(effort: () => Promise<Effort>, over: AbortSignal): Promise<never> {
  let known = -Infinity;
  // Rounds and not the clock: a computer that was asleep has missed nothing.
  for (let idle = 0; ; idle += PAUSE) {
    await pause(PAUSE, over);
    // A browser that has ended fails the work itself, with a better reason.
    const answered = effort().catch((): Effort => new Map());
    const heard = (await Promise.race([answered, pause(SILENCE, over)])) ?? (await Promise.race([answered, pause(GRACE, over)]));
    if (over.aborted) return never();
    const used = heard === undefined ? 0 : [...heard.values()].reduce((sum, seconds) => sum + seconds, 0);
    if (heard === undefined || (used - known < IDLE && idle >= SILENCE)) throw new Silence();
    // Processes come and go, so the sum may also fall.
    if (heard.size === 0 || Math.abs(used - known) >= IDLE) [known, idle] = [used, 0];
  }
}

async function findLoop(page: Page, effort: () => Promise<Effort>, over: AbortSignal): Promise<never> {
  const none = (): Effort => new Map();
  for (;;) {
    await pause(PAUSE, over);
    if (over.aborted) return never();
    const before = await effort().catch(none);
    const answer = new AbortController();
    // A page that has gone fails the work itself.
    page.evaluate("0").catch(() => undefined).then(() => answer.abort());
    const heard = AbortSignal.any([answer.signal, over]);
    while (!heard.aborted) {
      await pause(PAUSE, heard);
      const now = await effort().catch(none);
      if (!heard.aborted && [...now].some(([id, used]) => used - (before.get(id) ?? 0) >= SILENCE / 1000)) throw new Silence();
    }
  }
}

function never(): Promise<never> {
  return new Promise(() => undefined);
}

/** Undefined after these milliseconds, or as soon as it is over. */
function pause(milliseconds: number, over: AbortSignal): Promise<undefined> {
  return wait(milliseconds, undefined, { signal: over }).catch(() => undefined);
}
