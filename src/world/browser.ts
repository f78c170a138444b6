/** The one shared browser of a run: started or connected on first use, it prints documents in a few tabs and checks finished pages. */
import { messageOf } from "./failure.ts";
import { Silence, whileItWorks } from "./heartbeat.ts";
import { inspectPage } from "./inspect-page.ts";
import { launchBrowser } from "./local-browser.ts";
import { connectBrowser } from "./remote-browser.ts";
import type { RunningBrowser } from "./running-browser.ts";
import { createTabs, type Tabs } from "./tabs.ts";
import type { InspectedPage, PageInspection, PdfRequest, StagedPage, StageRequest } from "./world.ts";

export interface SharedBrowser {
  start(documents: number): void;
  print(request: PdfRequest): Promise<Uint8Array>;
  measure(request: StageRequest): Promise<StagedPage>;
  inspect(request: PageInspection): Promise<InspectedPage>;
  close(): Promise<void>;
}

/** Tabs belong to their browser: another browser gets tabs of its own. */
interface Running {
  readonly browser: RunningBrowser;
  readonly tabs: Tabs;
}

/** `url` is the address of a browser that runs elsewhere; null starts one on this machine. */
export function createBrowser(environment: Readonly<Record<string, string | undefined>>, url: string | null): SharedBrowser {
  let running: Promise<Running> | null = null;
  let ended = false;
  let expected = 1;
  const closing = new AbortController();
  // One that has just been killed seems connected for another moment.
  const killed = new WeakSet<RunningBrowser>();
  const begin = async (): Promise<Running> => {
    const browser = await (url === null ? launchBrowser(environment, closing.signal) : connectBrowser(url));
    return { browser, tabs: createTabs(browser, expected) };
  };
  const get = async (): Promise<Running> => {
    if (ended) throw new Error("the browser has ended");
    const current = (running ??= begin());
    const { browser, tabs } = await current;
    if (browser.connected() && !killed.has(browser)) return { browser, tabs };
    // A document has crashed it: the next deck gets a new browser.
    if (running === current) running = browser.end().then(begin);
    return get();
  };
  const use = async <T>(work: (running: Running) => Promise<T>): Promise<T> => {
    const current = await get();
    try {
      return await whileItWorks(work(current), current.browser.effort);
    } catch (failure) {
      if (ended) throw failure;
      const told = current.browser.failure(messageOf(failure));
      // A browser that hangs is ended; one that works is kept for the next document.
      if (failure instanceof Silence) {
        killed.add(current.browser);
        await current.browser.end();
      }
      throw told;
    }
  };
  return {
    start(documents) {
      expected = documents;
      // A failure stays in the promise, where `print` finds it.
      get().catch(() => undefined);
    },
    print: (request) => use(({ tabs }) => tabs.print(request)),
    measure: (request) => use(({ tabs }) => tabs.measure(request)),
    inspect: (request) =>
      use(async ({ browser, tabs }) => {
        const context = await browser.newContext();
        try {
          const page = await context.newPage();
          if (request.heavy) await tabs.rest();
          return await inspectPage(page, request, browser.effort);
        } finally {
          // A browser that has ended took the context with it.
          await context.close().catch(() => undefined);
        }
      }),
    async close() {
      ended = true;
      closing.abort();
      const started = await running?.catch(() => null);
      running = null;
      await started?.browser.end();
    },
  };
}
