/** Opens a finished page as readers open it, without a network, and records what it does on its own. */
import type { Page } from "puppeteer-core";
import { whilePageAnswers, type Effort } from "./heartbeat.ts";
import { openOwnPage } from "./own-page.ts";
import type { InspectedPage, PageInspection } from "./world.ts";

/** `page` is new and used for nothing else. */
export async function inspectPage(page: Page, { html, width, height, phone, script }: PageInspection, effort: () => Promise<Effort>): Promise<InspectedPage> {
  await Promise.all([page.setViewport({ width, height, isMobile: phone, hasTouch: phone }), page.emulateMediaFeatures([{ name: "prefers-reduced-motion", value: "reduce" }])]);
  const { loaded, complaints } = await openOwnPage(page, html);
  const answer: unknown = await whilePageAnswers(loaded.then(() => page.evaluate(script)), page, effort);
  return { answer, complaints };
}
