/** What a person does at the desk's page, for its tests. */
import type { Page } from "puppeteer";

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
