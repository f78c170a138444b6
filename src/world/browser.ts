/** The one shared browser of a run: started or connected on first use, it prints documents in a few tabs and checks finished pages. */
import type { BrowserContext } from "puppeteer-core";
import { messageOf } from "./failure.ts";
import { Silence, whileItWorks, type Effort } from "./heartbeat.ts";
import { drawFilm } from "./draw-film.ts";
import { drawPage } from "./draw-page.ts";
import { inspectPage } from "./inspect-page.ts";
import { launchBrowser } from "./local-browser.ts";
import { connectBrowser } from "./remote-browser.ts";
import type { RunningBrowser } from "./running-browser.ts";
import { createTabs, type Tabs } from "./tabs.ts";
import { WorldError, type DrawnFilm, type DrawnPage, type FilmDrawing, type InspectedPage, type PageDrawing, type PageInspection, type PdfRequest, type StagedPage, type StageRequest } from "./world.ts";

export interface SharedBrowser {
  start(documents: number): void;
  print(request: PdfRequest): Promise<Uint8Array>;
  measure(request: StageRequest): Promise<StagedPage>;
  inspect(request: PageInspection): Promise<InspectedPage>;
  draw(request: PageDrawing): Promise<DrawnPage>;
  film(request: FilmDrawing): Promise<DrawnFilm>;
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
  const use = async <T>(work: (running: Running) => Promise<T>, othersWork: () => boolean = () => false): Promise<T> => {
    const current = await get();
    try {
      return await whileItWorks(work(current), withOthers(current.browser.effort, othersWork));
    } catch (failure) {
      if (ended || failure instanceof WorldError) throw failure;
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
      use(({ browser, tabs }) =>
        inContext(browser, async (context) => {
          const page = await context.newPage();
          if (request.heavy) await tabs.rest();
          return inspectPage(page, request, browser.effort);
        }),
      ),
    draw: (request) =>
      use(({ browser }) =>
        inContext(browser, async (context) => {
          const page = await context.newPage();
          return { ...(await drawPage(page, request, browser.effort)), browser: await page.browser().version() };
        }),
      ),
    film: (request) => {
      const wait = { encoder: false };
      return use(({ browser }) => inContext(browser, (context) => drawFilm(context, request, environment, { effort: browser.effort, wait })), () => wait.encoder);
    },
    async close() {
      ended = true;
      closing.abort();
      const started = await running?.catch(() => null);
      running = null;
      await started?.browser.end();
    },
  };
}

/** The effort of a browser that may stand still while another program works for it. */
function withOthers(effort: () => Promise<Effort>, othersWork: () => boolean): () => Promise<Effort> {
  const started = Date.now();
  return async () => {
    const own = await effort();
    return othersWork() ? new Map([...own, [0, (Date.now() - started) / 1000]]) : own;
  };
}

/** Works in a context of its own and closes it. */
async function inContext<T>(browser: RunningBrowser, work: (context: BrowserContext) => Promise<T>): Promise<T> {
  const context = await browser.newContext();
  try {
    return await work(context);
  } finally {
    // A browser that has ended took the context with it.
    await context.close().catch(() => undefined);
  }
}
