/** What printing needs from a browser, wherever it runs. */
import type { BrowserContext, Page } from "puppeteer-core";
import type { Effort } from "./heartbeat.ts";
import type { WorldError } from "./world.ts";

/** A document of a thousand pages takes seconds; only a page that lays out its document without end takes this long, in milliseconds. */
export const PATIENCE = 300_000;

/** Longest wait for a hanging browser to end, in milliseconds. */
export const END_TIME = 3000;

export interface RunningBrowser {
  newPage(): Promise<Page>;
  /** A context separate from all other pages; the caller closes it. */
  newContext(): Promise<BrowserContext>;
  /** Settles at once while it is there, whatever its pages are doing. */
  effort(): Promise<Effort>;
  /** Whether it is still running. */
  connected(): boolean;
  /** The error for a page that failed with this message. */
  failure(detail: string): WorldError;
  /** Ends what is ours: the whole browser, or only our pages in someone else's. */
  end(): Promise<void>;
}
