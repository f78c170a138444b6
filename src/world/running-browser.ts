/** What printing needs of a browser, wherever it runs. */
import type { BrowserContext, Page } from "puppeteer-core";
import type { WorldError } from "./world.ts";

/** A document of a thousand pages takes seconds; only a browser that hangs takes this long, in milliseconds. */
export const PATIENCE = 300_000;

/** One that hangs is not waited for longer than this when it is to end, in milliseconds. */
export const END_TIME = 3000;

export interface RunningBrowser {
  newPage(): Promise<Page>;
  /** A context that knows of no other page; whoever asks for it closes it. */
  newContext(): Promise<BrowserContext>;
  /** Whether it still lives. */
  connected(): boolean;
  /** What it means that a page failed with these words. */
  failure(detail: string): WorldError;
  /** Ends what is ours: the whole browser, or only our pages in another's. */
  end(): Promise<void>;
}
