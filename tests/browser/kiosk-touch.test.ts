/** A press on the loop: it stops, and large controls show; nothing else takes a press. */
import type { Page } from "puppeteer";
import { beforeAll, expect, it } from "vitest";
import { bundleClient, kioskPage, type Client, type FixtureOptions } from "./fixture.ts";
import { sharedBrowser } from "./shared-browser.ts";

const shared = sharedBrowser();
let client: Client;
beforeAll(async () => {
  client = await bundleClient("kiosk");
});

/** A touch screen; `window.wait(ms)` lets time pass for whoever counts it. */
async function openScreen(width: number, height: number, options: Partial<FixtureOptions> = {}): Promise<{ page: Page; complaints: string[] }> {
  const { page, complaints } = await shared.open();
  await page.setViewport({ width, height, hasTouch: true });
  await page.evaluateOnNewDocument(() => {
    const now = performance.now.bind(performance);
    let shift = 0;
    performance.now = () => now() + shift;
    Object.assign(window, { wait: (time: number) => (shift += time) });
  });
  await page.goto("about:blank");
  await page.setContent(kioskPage(client, { notes: false, seconds: 0.3, ...options }));
  await page.waitForSelector(".present");
  return { page, complaints };
}

const shown = (page: Page): Promise<string> => page.$eval(".present", (slide) => slide.id);
const ROUND = ["cover-1", "review-1", "steps", "figures", "tasks-1", "closing"];
const after = (id: string, count: number): string => ROUND[(ROUND.indexOf(id) + count + ROUND.length) % ROUND.length]!;

/** Until the clock of the page has gone through some turns of the loop, at each of which it looks what is due. */
async function turns(page: Page): Promise<void> {
  const until = await page.evaluate(() => Date.now() + 900);
  await page.waitForFunction((time) => Date.now() > time, {}, until);
}

it("stops at a press, turns pages, and plays on", async () => {
  const { page, complaints } = await openScreen(960, 540);
  await page.touchscreen.tap(300, 200);
  await page.waitForSelector(".kiosk-bar");
  const first = await shown(page);
  await page.tap(".kiosk-next");
  expect(await shown(page)).toBe(after(first, 1));
  await page.tap(".kiosk-back");
  await page.tap(".kiosk-back");
  expect(await shown(page)).toBe(after(first, -1));
  // Several turns of the loop later it is still there.
  await turns(page);
  expect(await shown(page)).toBe(after(first, -1));
  await page.tap(".kiosk-on");
  expect(await page.$(".kiosk-bar")).toBeNull();
  await page.waitForFunction((id) => document.querySelector(".present")!.id !== id, {}, await shown(page));
  expect(complaints).toEqual([]);
});

it("leads to the parts of the loop, not to those that stay out", async () => {
  const { page } = await openScreen(960, 540, { seconds: 60 });
  await page.touchscreen.tap(300, 200);
  await page.tap(".kiosk-all");
  expect(await page.$$eval(".kiosk-part", (keys) => keys.map((key) => key.textContent))).toEqual(["政府工作报告", "工作回顾", "2022年任务"]);
  await page.evaluate(() => document.querySelectorAll<HTMLElement>(".kiosk-part")[2]!.dataset["test"] = "tasks");
  await page.tap("[data-test=tasks]");
  expect(await shown(page)).toBe("tasks-1");
  expect(await page.$$eval(".kiosk-part[aria-current]", (keys) => keys.map((key) => key.textContent))).toEqual(["2022年任务"]);
  expect(await page.$eval(".kiosk-parts", (parts) => getComputedStyle(parts).display)).toBe("none");
});

it("plays on by itself a minute after the last press", async () => {
  const { page } = await openScreen(960, 540);
  await page.touchscreen.tap(300, 200);
  await page.evaluate(() => (window as unknown as { wait: (time: number) => void }).wait(50_000));
  await page.tap(".kiosk-next");
  await page.evaluate(() => (window as unknown as { wait: (time: number) => void }).wait(50_000));
  await turns(page);
  expect(await page.$(".kiosk-bar")).not.toBeNull();
  await page.evaluate(() => (window as unknown as { wait: (time: number) => void }).wait(10_000));
  await page.waitForSelector("html:not(.paused)");
  expect(await page.$(".kiosk-bar")).toBeNull();
});

it.each([["upright", 1080, 1920], ["flat", 1920, 1080]] as const)("has keys on an %s screen that are large, low, and beside the slide", async (_, width, height) => {
  const { page } = await openScreen(width, height, { seconds: 60, portrait: true });
  await page.touchscreen.tap(500, 500);
  const boxes = await page.$$eval(".kiosk-bar button", (keys) => keys.map((key) => { const { left, top, right, bottom } = key.getBoundingClientRect(); return { left, top, right, bottom, size: parseFloat(getComputedStyle(key).fontSize) }; }));
  const slide = await page.$eval(".present", (present) => present.getBoundingClientRect().bottom);
  expect(boxes.length).toBe(4);
  for (const { left, top, right, bottom, size } of boxes) {
    // On a panel of 55 inches a pixel is 0.63 mm: 12 cm by 7 cm at least.
    expect(right - left).toBeGreaterThan(190);
    expect(bottom - top).toBeGreaterThan(110);
    expect(size).toBeGreaterThanOrEqual(39);
    expect(top).toBeGreaterThanOrEqual(slide);
    expect(top).toBeGreaterThan(height * 0.8);
  }
});

it("takes no press elsewhere, and survives a storm of fingers", async () => {
  const { page, complaints } = await openScreen(960, 540, { seconds: 60 });
  await page.touchscreen.tap(300, 200);
  expect(await page.evaluate(() => document.elementFromPoint(300, 200)?.closest("section"))).toBeNull();
  const place = await page.$eval(".kiosk-next", (key) => { const { x, y } = key.getBoundingClientRect(); return [x + 9, y + 9] as const; });
  for (let count = 0; count < 60; count += 1) await page.touchscreen.tap(...(count % 2 === 0 ? place : ([100 + count, 50 + count] as const)));
  expect(await page.$$eval(".kiosk-bar, .slides > .present", (all) => all.length)).toBe(2);
  expect(complaints).toEqual([]);
});
