/** A browser that runs elsewhere: it is only visited, in a context of its own, and never ended. */
import type { Browser } from "puppeteer";
import { messageOf } from "./failure.ts";
import { PATIENCE, type RunningBrowser } from "./running-browser.ts";
import { WorldError } from "./world.ts";

/** A browser that stands ready answers at once, even from another house; in milliseconds. */
const ANSWER_TIME = 15_000;
/** What ending our pages may take, in milliseconds: who stops a build does not wait longer. */
const END_TIME = 3_000;

/** `url` is `ws:` or `wss:` to the browser itself, `http:` or `https:` to its debugging port. */
export async function connectBrowser(url: string): Promise<RunningBrowser> {
  const place = withoutSecrets(url);
  const browser = await connect(url).catch((failure: unknown) => {
    throw new WorldError("browser-unreachable", place, messageOf(failure));
  });
  const context = await browser.createBrowserContext();
  return {
    newPage: () => context.newPage(),
    newContext: () => browser.createBrowserContext(),
    connected: () => browser.connected,
    failure: (detail) => new WorldError(browser.connected ? "browser-failed" : "browser-unreachable", place, detail),
    async end() {
      // One that hangs closes nothing; its pool will.
      await within(END_TIME, context.close()).catch(() => undefined);
      await browser.disconnect();
    },
  };
}

async function connect(url: string): Promise<Browser> {
  const { default: puppeteer } = await import("puppeteer");
  const direct = /^wss?:/i.test(url);
  const connecting = puppeteer.connect({ ...(direct ? { browserWSEndpoint: url } : { browserURL: url }), protocolTimeout: PATIENCE });
  try {
    return await within(ANSWER_TIME, connecting);
  } catch (failure) {
    connecting.then((browser) => browser.disconnect(), () => undefined);
    throw failure;
  }
}

/** What `work` gives, or an error when it takes longer than this, in milliseconds. */
async function within<T>(time: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | null = null;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error(`no answer within ${time / 1000} s`)), time);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    if (timer !== null) clearTimeout(timer);
  }
}

/** Pools take a token in the address; it is not for a log. */
function withoutSecrets(url: string): string {
  return URL.canParse(url) ? new URL(url).href.replace(/^(\w+:\/\/)[^/@]*@/, "$1").replace(/[?#].*$/, "") : url;
}
