/** What a page reports or does that a finished page must not. */
import type { Page } from "puppeteer-core";
import type { PageComplaint } from "./world.ts";

/** Addresses inside the page itself. */
const INSIDE = /^(?:data|blob|about):/;

/** Collects errors of the page from now on, in a list that grows. */
export function hearErrors(page: Page): PageComplaint[] {
  const complaints: PageComplaint[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push({ type: "error", text: message.text() });
  });
  page.on("pageerror", (failure) => complaints.push({ type: "error", text: failure instanceof Error ? failure.message : String(failure) }));
  return complaints;
}

/** Whether an address leads out of the page. */
export function leadsOut(url: string): boolean {
  return !INSIDE.test(url);
}
