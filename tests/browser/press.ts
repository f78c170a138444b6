/** Presses keys as a person does: the same key not twice within the time in which a worn clicker sends one press twice. */
import type { KeyInput, Page } from "puppeteer";

/** Milliseconds after which the same key counts again (`BOUNCE` of the client, and a little). */
const APART = 160;

const last = new WeakMap<Page, { readonly key: string; readonly time: number }>();

/** The keys one after the other. */
export async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    const before = last.get(page);
    const rest = before?.key === key ? before.time + APART - performance.now() : 0;
    if (rest > 0) await new Promise((done) => setTimeout(done, rest));
    await page.keyboard.press(key as KeyInput);
    last.set(page, { key, time: performance.now() });
  }
}
