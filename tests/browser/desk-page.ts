/** What a person does at the desk's page, for its tests. */
import type { Frame, Page } from "puppeteer";
import type { SharedBrowser } from "./shared-browser.ts";

const KINDS = [["#desk-tab-table", /^data\//], ["#desk-tab-settings", /\.yaml$/], ["#desk-tab-slides", /\.md$/]] as const;

/** Opens a file by its tab, and its button where the tab has several. */
export async function openFile(page: Page, path: string): Promise<void> {
  const [tab] = KINDS.find(([, pattern]) => pattern.test(path))!;
  await page.click(tab);
  await page.waitForSelector(`${tab}[aria-selected=true]`);
  const button = `.desk-file-list:not([hidden]) [data-path="${path}"]`;
  if ((await page.$(button)) === null) return;
  await page.click(button);
  await page.waitForSelector(`${button}[aria-current]`);
}

export interface Opened {
  readonly page: Page;
  readonly complaints: readonly string[];
  readonly slides: Frame;
  readonly preview: Frame;
}

/** The desk at an address, with a slide's form or its text. */
export async function openDesk(shared: SharedBrowser, url: string, asText: boolean): Promise<Opened> {
  const { page, complaints } = await shared.open({ width: 1366, height: 768 });
  await page.goto(url);
  await page.waitForSelector(".desk-form .desk-field");
  if (asText) {
    await page.click(".desk-toggle");
    await page.waitForFunction(`document.querySelector(".cm-content")?.textContent.includes("工作回顾")`);
  }
  const [slides, preview] = await Promise.all(["slides", "preview"].map((name) => page.waitForFrame((frame) => frame.url().endsWith(`/${name}`) || frame.url().includes(`/${name}#`))));
  await slides!.waitForSelector('[data-id="three"]');
  await preview!.waitForSelector("html.started section.present");
  return { page, complaints, slides: slides!, preview: preview! };
}

/** Text at the end of the open file. */
export async function typeAtEnd(page: Page, text: string): Promise<void> {
  await page.click(".cm-content");
  await page.keyboard.down("Control");
  await page.keyboard.press("End");
  await page.keyboard.up("Control");
  await page.keyboard.type(text);
}
