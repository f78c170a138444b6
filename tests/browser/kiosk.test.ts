/** The kiosk loop: it runs by itself, survives failures, and has nothing to press. */
import type { Page } from "puppeteer";
import { beforeAll, expect, it } from "vitest";
import { bundleClient, kioskPage, type Client, type FixtureOptions } from "./fixture.ts";
import { sharedBrowser } from "./shared-browser.ts";

const shared = sharedBrowser();
let client: Client;
beforeAll(async () => {
  client = await bundleClient("kiosk");
});

interface Opened {
  readonly page: Page;
  readonly complaints: string[];
}

async function openLoop(options: Partial<FixtureOptions> & { width?: number; height?: number; reducedMotion?: boolean; before?: () => void } = {}): Promise<Opened> {
  const { page, complaints } = await shared.open(options);
  if (options.before !== undefined) {
    await page.evaluateOnNewDocument(options.before);
    await page.goto("about:blank");
  }
  await page.setContent(kioskPage(client, { notes: false, seconds: 0.1, ...options }));
  return { page, complaints };
}

/** Ids of the next slides as they appear, with an observer for each change. */
function visits(page: Page, count: number): Promise<string[]> {
  return page.evaluate(
    (wanted) =>
      new Promise<string[]>((done) => {
        const seen: string[] = [];
        const observer = new MutationObserver(() => {
          const present = [...document.querySelectorAll(".slides > .present")];
          seen.push(present.map((slide) => slide.id).join("+"));
          if (seen.length === wanted) {
            observer.disconnect();
            done(seen);
          }
        });
        observer.observe(document.documentElement, { attributeFilter: ["data-slide"] });
      }),
    count,
  );
}

it("goes round by itself, one slide at a time, without sections that stay out", async () => {
  const { page, complaints } = await openLoop();
  const seen = await visits(page, 14);
  const round = ["cover-1", "review-1", "steps", "figures", "tasks-1", "closing"];
  const from = round.indexOf(seen[0]!);
  expect(seen).toEqual(Array.from({ length: 14 }, (_, index) => round[(from + index) % round.length]));
  expect(await page.$$eval(".fragment:not(.visible)", (hidden) => hidden.length)).toBe(0);
  expect(complaints).toEqual([]);
});

it("leaves out a slide that throws, reports it and goes on", async () => {
  const { page, complaints } = await openLoop({ seconds: 0.2 });
  await page.evaluate(() => {
    const broken = document.querySelector("#tasks-1")!;
    Object.defineProperty(broken, "classList", { get: () => { throw new Error("broken slide"); } });
  });
  await page.waitForSelector("html[data-slide=closing]");
  expect(await page.$$eval(".slides > .present", (all) => all.map((slide) => slide.id))).toEqual(["closing"]);
  expect(complaints.join()).toContain("broken slide");
});

it("fits upright and flat screens, the slide's own colour around it", async () => {
  const { page } = await openLoop({ width: 540, height: 960, seconds: 30 });
  await page.waitForSelector(".present");
  const box = (): Promise<number[]> => page.$eval(".present", (slide) => { const { x, y, width, height } = slide.getBoundingClientRect(); return [x, y, width, height].map(Math.round); });
  expect(await box()).toEqual([0, Math.round((960 - 303.75) / 2), 540, 304]);
  expect(await page.evaluate(() => document.body.style.backgroundColor)).toBe("rgb(247, 244, 236)");
  await page.setViewport({ width: 1920, height: 1080 });
  await page.waitForFunction(() => document.querySelector(".present")!.getBoundingClientRect().width === 1920);
  expect(await box()).toEqual([0, 0, 1920, 1080]);
});

it("stands upright on upright screens where the deck is made for them", async () => {
  const { page } = await openLoop({ width: 540, height: 960, seconds: 30, portrait: true });
  await page.waitForSelector(".present");
  const size = (): Promise<number[]> => page.$eval(".present", (slide) => [slide.getBoundingClientRect().width, slide.getBoundingClientRect().height]);
  expect(await size()).toEqual([540, 960]);
  await page.setViewport({ width: 960, height: 540 });
  await page.waitForSelector("body:not(.portrait)");
  expect(await size()).toEqual([960, 540]);
});

it("has no cursor, menu, selection or keys, and cuts where less motion is wanted", async () => {
  const { page } = await openLoop({ reducedMotion: true });
  const refused = await page.evaluate(() => ["contextmenu", "selectstart", "dragstart", "keydown", "touchstart"].map((type) => !document.body.dispatchEvent(new Event(type, { bubbles: true, cancelable: true }))));
  expect(refused).toEqual([true, true, true, true, true]);
  expect(await page.evaluate(() => [getComputedStyle(document.body).cursor, getComputedStyle(document.body).userSelect])).toEqual(["none", "none"]);
  await visits(page, 2);
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
});

it("is dark outside its hours and plays again when they begin", async () => {
  const { page } = await openLoop({
    hours: { week: Array.from({ length: 7 }, () => [[510, 1050] as const]), closed: [] },
    before: () => {
      const Real = Date;
      const state = { hour: 20 };
      Object.assign(window, { clock: state });
      window.Date = class extends Real {
        override getHours(): number {
          return state.hour;
        }
        override getMinutes(): number {
          return 0;
        }
      } as DateConstructor;
      const set = window.setTimeout;
      window.setTimeout = ((action: () => void, time: number) => set(action, Math.min(time, 100))) as typeof window.setTimeout;
    },
  });
  await page.waitForSelector("html.closed");
  expect(await page.evaluate(() => document.querySelector(".present"))).toBeNull();
  await page.evaluate(() => ((window as unknown as { clock: { hour: number } }).clock.hour = 9));
  await page.waitForSelector("html:not(.closed) .present");
});

it("keeps heap and node count flat over many rounds", async () => {
  const { page } = await openLoop({ seconds: 0.005 });
  const measure = async (): Promise<{ nodes: number; heap: number; listeners: number }> => {
    const session = await page.createCDPSession();
    await session.send("HeapProfiler.collectGarbage");
    const { Nodes = 0, JSHeapUsedSize = 0, JSEventListeners = 0 } = await page.metrics();
    await session.detach();
    return { nodes: Nodes, heap: JSHeapUsedSize, listeners: JSEventListeners };
  };
  await visits(page, 30);
  const before = await measure();
  await visits(page, 300);
  const after = await measure();
  expect(after.nodes - before.nodes).toBeLessThan(20);
  expect(after.listeners).toBe(before.listeners);
  expect((after.heap - before.heap) / 1024).toBeLessThan(200);
});
