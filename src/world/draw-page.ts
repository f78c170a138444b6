/** Draws a finished page as pictures, strip by strip. */
import type { Page } from "puppeteer-core";
import { whilePageAnswers, type Effort } from "./heartbeat.ts";
import { openOwnPage } from "./own-page.ts";
import type { DrawnPage, PageDrawing } from "./world.ts";

/** Height of the window, in CSS pixels; what lies below it is drawn all the same. */
const HEIGHT = 800;

/** `page` is new and used for nothing else. */
export async function drawPage(page: Page, { html, width, scale, script, strips }: PageDrawing, effort: () => Promise<Effort>): Promise<Omit<DrawnPage, "browser">> {
  await Promise.all([page.setViewport({ width, height: HEIGHT, deviceScaleFactor: scale }), page.emulateMediaFeatures([{ name: "prefers-reduced-motion", value: "reduce" }])]);
  const { loaded, complaints } = await openOwnPage(page, html);
  const answer: unknown = await whilePageAnswers(loaded.then(() => page.evaluate(script)), page, effort);
  const session = await page.createCDPSession();
  const pictures: Uint8Array[] = [];
  for (const { top, bottom } of strips(answer)) {
    // Beyond the window a browser draws CSS pixels, whatever the window's scale is.
    const clip = { x: 0, y: top, width, height: bottom - top, scale };
    const { data } = await session.send("Page.captureScreenshot", { format: "png", captureBeyondViewport: true, optimizeForSpeed: true, clip });
    pictures.push(Buffer.from(data, "base64"));
  }
  return { answer, complaints, pictures };
}
