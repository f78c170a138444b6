/** The one shared browser of a run: started or visited on first use, printing documents in a few tabs. */
import { messageOf } from "./failure.ts";
import { launchBrowser } from "./local-browser.ts";
import { connectBrowser } from "./remote-browser.ts";
import type { RunningBrowser } from "./running-browser.ts";
import { createTabs, type Tabs } from "./tabs.ts";
import type { PdfRequest } from "./world.ts";

export interface SharedBrowser {
  start(): void;
  print(request: PdfRequest): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** Tabs belong to their browser: another one gets tabs of its own. */
interface Running {
  readonly browser: RunningBrowser;
  readonly tabs: Tabs;
}

/** `url` names a browser that runs elsewhere; null starts one of this machine. */
export function createBrowser(environment: Readonly<Record<string, string | undefined>>, url: string | null): SharedBrowser {
  let running: Promise<Running> | null = null;
  let ended = false;
  const begin = async (): Promise<Running> => {
    const browser = await (url === null ? launchBrowser(environment) : connectBrowser(url));
    return { browser, tabs: createTabs(browser) };
  };
  const get = async (): Promise<Running> => {
    if (ended) throw new Error("the browser has ended");
    const current = (running ??= begin());
    const { browser, tabs } = await current;
    if (browser.connected()) return { browser, tabs };
    // A document has brought it down: the next deck gets another.
    if (running === current) running = browser.end().then(begin);
    return get();
  };
  return {
    start() {
      // A failure stays in the promise, where `print` finds it.
      get().catch(() => undefined);
    },
    async print(request) {
      const { browser, tabs } = await get();
      try {
        return await tabs.print(request);
      } catch (failure) {
        throw ended ? failure : browser.failure(messageOf(failure));
      }
    },
    async close() {
      ended = true;
      const started = await running?.catch(() => null);
      running = null;
      await started?.browser.end();
    },
  };
}
