/** A page at an address of its own, which nothing else answers, without a network. */
import type { Page } from "puppeteer-core";
import { hearErrors, leadsOut } from "./complaints.ts";
import { PATIENCE } from "./running-browser.ts";
import type { PageComplaint } from "./world.ts";

/** `https`, since a browser encodes films for safe addresses only. */
const ADDRESS = "https://deck.invalid/";

export interface OwnPage {
  /** Settles when the page has loaded. */
  readonly loaded: Promise<unknown>;
  /** What the page has done on its own; grows. */
  readonly complaints: readonly PageComplaint[];
}

/** Opens `html` in a page that is new and used for nothing else. */
export async function openOwnPage(page: Page, html: Uint8Array): Promise<OwnPage> {
  const complaints = hearErrors(page);
  await page.setOfflineMode(true);
  await page.setRequestInterception(true);
  page.on("request", (request) => {
    const url = request.url();
    const own = request.isNavigationRequest() && url === ADDRESS;
    if (!own && leadsOut(url)) complaints.push({ type: "request", text: url });
    const answered = own ? request.respond({ contentType: "text/html; charset=utf-8", body: html }) : request.abort();
    // Nobody waits for an answer in a closed page.
    answered.catch(() => undefined);
  });
  return { loaded: page.goto(ADDRESS, { waitUntil: "load", timeout: PATIENCE }), complaints };
}
