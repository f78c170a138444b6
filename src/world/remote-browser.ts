/** A browser that runs elsewhere: we only use a context of our own there, and never end the browser. */
import type { Browser, BrowserContext } from "puppeteer-core";
import { messageOf } from "./failure.ts";
import { giveUpWith, within } from "./give-up.ts";
import { askForEffort } from "./heartbeat.ts";
import { END_TIME, PATIENCE, type RunningBrowser } from "./running-browser.ts";
import { WorldError } from "./world.ts";

/** A browser that is ready answers at once, even from another building; in milliseconds. */
const ANSWER_TIME = 15_000;

/** `url` is `ws:` or `wss:` to the browser itself, `http:` or `https:` to its debugging port. Throws a WorldError if it cannot be reached. */
export async function connectBrowser(url: string): Promise<RunningBrowser> {
  const place = withoutSecrets(url);
  const { browser, context } = await connect(url).catch((failure: unknown) => {
    throw new WorldError("browser-unreachable", place, messageOf(failure));
  });
  const contexts = [context];
  let ended = false;
  return {
    newPage: () => context.newPage(),
    async newContext() {
      const another = await browser.createBrowserContext();
      if (!ended) {
        contexts.push(another);
        return another;
      }
      // Requested before the end but delivered after it: a page in it would stay in the other browser for good.
      await another.close();
      throw new Error("the browser has ended");
    },
    effort: askForEffort(browser),
    connected: () => browser.connected,
    failure: (detail) => new WorldError(browser.connected ? "browser-failed" : "browser-unreachable", place, detail),
    async end() {
      ended = true;
      // A hanging browser does not answer: it will find the request to close our pages when it continues.
      await within(END_TIME, Promise.allSettled(contexts.map((one) => one.close()))).catch(() => undefined);
      await browser.disconnect();
    },
  };
}

interface Visit {
  readonly browser: Browser;
  readonly context: BrowserContext;
}

async function connect(url: string): Promise<Visit> {
  const { default: puppeteer } = await import("puppeteer-core");
  const direct = /^wss?:/i.test(url);
  const connecting = puppeteer.connect({ ...(direct ? { browserWSEndpoint: url } : { browserURL: url }), protocolTimeout: PATIENCE });
  const visiting = connecting.then(async (browser) => {
    giveUpWith(browser);
    return { browser, context: await browser.createBrowserContext() };
  });
  try {
    return await within(ANSWER_TIME, visiting);
  } catch (failure) {
    connecting.then((browser) => browser.disconnect(), () => undefined);
    throw failure;
  }
}

/** Pools take a token in the address, which must not appear in a log. */
function withoutSecrets(url: string): string {
  return URL.canParse(url) ? new URL(url).href.replace(/^(\w+:\/\/)[^/@]*@/, "$1").replace(/[?#].*$/, "") : url;
}
