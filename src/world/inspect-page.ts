/** A finished page opened as its readers open it, without a network, and what it does by itself. */
import type { Page } from "puppeteer";
import { PATIENCE } from "./running-browser.ts";
import type { InspectedPage, PageComplaint, PageInspection } from "./world.ts";

/** The page stands at an address of its own, which no other answers to. */
const ADDRESS = "http://deck.invalid/";
/** What is in the page itself. */
const INSIDE = /^(?:data|blob|about):/;

/** `page` is new, and is not used for anything else. */
export async function inspectPage(page: Page, { html, pictures, width, height, phone, script }: PageInspection): Promise<InspectedPage> {
  const complaints: PageComplaint[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push({ type: "error", text: message.text() });
  });
  page.on("pageerror", (failure) => complaints.push({ type: "error", text: failure instanceof Error ? failure.message : String(failure) }));
  await Promise.all([page.setOfflineMode(true), page.setViewport({ width, height, isMobile: phone, hasTouch: phone }), page.emulateMediaFeatures([{ name: "prefers-reduced-motion", value: "reduce" }])]);
  await page.setRequestInterception(true);
  page.on("request", (request) => {
    const url = request.url();
    const answer = request.isNavigationRequest() && url === ADDRESS ? { type: "text/html; charset=utf-8", bytes: html } : pictures.get(url.slice(ADDRESS.length));
    if (answer === undefined && !INSIDE.test(url)) complaints.push({ type: "request", text: url });
    const answered = answer === undefined ? request.abort() : request.respond({ contentType: answer.type, body: answer.bytes });
    // Nobody waits for an answer in a page that was closed.
    answered.catch(() => undefined);
  });
  await page.goto(ADDRESS, { waitUntil: "load", timeout: PATIENCE });
  const answer: unknown = await page.evaluate(script);
  return { answer, complaints };
}
