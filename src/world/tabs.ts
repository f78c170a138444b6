/** A few tabs that take one document after the other: fonts are sent and read once per tab, and memory stays bounded. */
import { availableParallelism } from "node:os";
import type { RunningBrowser } from "./running-browser.ts";
import { measureIn, openTab, printIn, type Tab } from "./tab.ts";
import type { PdfRequest, StagedPage, StageRequest } from "./world.ts";

/** Each tab holds the fonts, one document and its pages. */
const MOST = 3;

export interface Tabs {
  print(request: PdfRequest): Promise<Uint8Array>;
  measure(request: StageRequest): Promise<StagedPage>;
  /** Closes idle tabs to free their memory; new ones open when they are needed. */
  rest(): Promise<void>;
}

/** Opens tabs at once, while their documents are still being made: as many as there are documents or processors; more open when they are needed. */
export function createTabs(browser: RunningBrowser, documents: number): Tabs {
  const most = Math.max(1, Math.min(MOST, availableParallelism()));
  const idle = Array.from({ length: Math.min(most, documents) }, () => openTab(browser));
  // A failure stays in the promise, where `print` finds it.
  for (const tab of idle) tab.catch(() => undefined);
  const waiting: (() => void)[] = [];
  let free = most;
  const take = async (): Promise<void> => {
    if (free > 0) free -= 1;
    else await new Promise<void>((done) => void waiting.push(done));
  };
  const giveBack = (): void => {
    const next = waiting.shift();
    if (next === undefined) free += 1;
    else next();
  };
  const use = async <T>(work: (tab: Tab) => Promise<T>): Promise<T> => {
    await take();
    try {
      const tab = await (idle.pop() ?? openTab(browser));
      const done = await work(tab);
      // A tab that failed is not used again.
      idle.push(Promise.resolve(tab));
      return done;
    } finally {
      giveBack();
    }
  };
  const rest = async (): Promise<void> => void (await Promise.allSettled(idle.splice(0).map(async (tab) => (await tab).page.close())));
  return { rest, print: (request) => use((tab) => printIn(tab, request)), measure: (request) => use((tab) => measureIn(tab, request)) };
}
