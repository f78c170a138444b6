/** Presses keys as a person does: the same key not twice within the time in which a worn clicker sends one press twice. */
import type { KeyInput, Page } from "puppeteer";

/** Milliseconds after which the same key counts again (`BOUNCE` of the client, and a little). */
const APART = 160;

/** When each key was last pressed: what is typed between two presses into a field is none to the page. */
const last = new WeakMap<Page, Map<string, number>>();

/** The keys one after the other. */
export async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    const times = last.get(page) ?? new Map<string, number>();
    const rest = (times.get(key) ?? -Infinity) + APART - performance.now();
    if (rest > 0) await new Promise((done) => setTimeout(done, rest));
    await page.keyboard.press(key as KeyInput);
    last.set(page, times.set(key, performance.now()));
  }
}
