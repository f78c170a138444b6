/** Opens a finished page as readers open it, without a network, and records what it does on its own. */
import type { Page } from "puppeteer-core";
import { hearErrors, leadsOut } from "./complaints.ts";
import { whilePageAnswers, type Effort } from "./heartbeat.ts";
import { PATIENCE } from "./running-browser.ts";
import type { InspectedPage, PageInspection } from "./world.ts";

/** The page has an address of its own, which nothing else answers. */
const ADDRESS = "http://deck.invalid/";

/** `page` is new and used for nothing else. */
export async function inspectPage(page: Page, { html, width, height, phone, script }: PageInspection, effort: () => Promise<Effort>): Promise<InspectedPage> {
  const complaints = hearErrors(page);
  await Promise.all([page.setOfflineMode(true), page.setViewport({ width, height, isMobile: phone, hasTouch: phone }), page.emulateMediaFeatures([{ name: "prefers-reduced-motion", value: "reduce" }])]);
  await page.setRequestInterception(true);
  page.on("request", (request) => {
    const url = request.url();
    const own = request.isNavigationRequest() && url === ADDRESS;
    if (!own && leadsOut(url)) complaints.push({ type: "request", text: url });
    const answered = own ? request.respond({ contentType: "text/html; charset=utf-8", body: html }) : request.abort();
    // Nobody waits for an answer in a closed page.
    answered.catch(() => undefined);
  });
  const opened = page.goto(ADDRESS, { waitUntil: "load", timeout: PATIENCE });
  const answer: unknown = await whilePageAnswers(opened.then(() => page.evaluate(script)), page, effort);
  return { answer, complaints };
}
