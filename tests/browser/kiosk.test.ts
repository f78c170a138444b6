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
  const { page, complaints } = await openLoop({ seconds: 0.2 });
  const seen = await visits(page, 20);
  const round = ["cover-1", "review-1", "steps", "figures", "tasks-1", "closing"];
  // A busy machine may come too late for a slide, but never shows two, none, or one that stays out.
  expect(new Set(seen)).toEqual(new Set(round));
  const follows = seen.slice(1).filter((id, index) => round.indexOf(id) === (round.indexOf(seen[index]!) + 1) % round.length);
  expect(follows.length).toBeGreaterThan(10);
  expect(await page.$$eval(".fragment:not(.visible)", (hidden) => hidden.length)).toBe(0);
  expect(complaints).toEqual([]);
});

it("leaves out a slide that throws, reports it and goes on", async () => {
  const { page, complaints } = await openLoop({ seconds: 0.2 });
  // The clock names the slide: it breaks while another one is shown.
  await page.waitForFunction(() => {
    if (document.documentElement.dataset["slide"] !== "cover-1") return false;
    Object.defineProperty(document.querySelector("#tasks-1")!, "classList", { get: () => { throw new Error("broken slide"); } });
    return true;
  });
  await page.waitForFunction(() => document.documentElement.dataset["slide"] === "closing" && [...document.querySelectorAll(".slides > .present")].map(({ id }) => id).join() === "closing");
  expect(complaints.join()).toContain("broken slide");
});

it("fits upright and flat screens, the slide's own colour around it", async () => {
  const { page } = await openLoop({ width: 540, height: 960, seconds: 30 });
  await page.waitForSelector(".present");
  const box = (): Promise<number[]> => page.$eval(".present", (slide) => { const { x, y, width, height } = slide.getBoundingClientRect(); return [x, y, width, height].map(Math.round); });
  // Its ground fills the screen; the canvas itself, of which the empty margins are cut, stands in the middle.
  expect(await box()).toEqual([-14, 0, 568, 960]);
  expect(await page.$eval(".present h2", (head) => head.getBoundingClientRect().top)).toBeGreaterThan(960 / 2 - (540 / 1824) * 540);
  const [around, own] = await page.evaluate(() => [document.body, document.querySelector(".present")!].map((one) => getComputedStyle(one).backgroundColor));
  expect(around).toBe(own);
  expect(around).toMatch(/^rgb\(/);
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

it("shows its first slide at once, and fades each later one in over the one before", async () => {
  const { page } = await openLoop({ seconds: 1 });
  await page.waitForSelector(".present");
  const fade = (): Promise<string> => page.$eval(".present", (slide) => getComputedStyle(slide).transitionDuration);
  expect(await fade()).toBe("0s");
  await visits(page, 1);
  expect(await fade()).toBe("0.24s");
});

/** A clock that the test sets, at `window.clock`; and wake locks that it can drop. */
function ownClock(): void {
  const state = { shift: new Date(2022, 9, 10, 20).getTime() - Date.now(), locks: [] as (EventTarget & { released: boolean })[] };
  const Real = Date;
  window.Date = class extends Real {
    constructor(...parts: [] | [number, number, number]) {
      if (parts.length === 0) super(Real.now() + state.shift);
      else super(...parts);
    }
    static override now(): number {
      return Real.now() + state.shift;
    }
  } as DateConstructor;
  const request = async (): Promise<unknown> => {
    const held = Object.assign(new EventTarget(), { released: false, release: async () => void (held.released = true) });
    state.locks.push(held);
    return held;
  };
  Object.defineProperty(navigator, "wakeLock", { value: { request } });
  Object.assign(window, { clock: state, setHour: (hour: number) => (state.shift = new Real(2022, 9, 10, hour).getTime() - Real.now()) });
}
type Clocked = Window & { setHour: (hour: number) => void; clock: { locks: { released: boolean }[] } };
const setHour = (page: Page, hour: number): Promise<void> => page.evaluate((wanted) => void (window as unknown as Clocked).setHour(wanted), hour);
const locks = (page: Page): Promise<boolean[]> => page.evaluate(() => (window as unknown as Clocked).clock.locks.map(({ released }) => released));
const OFFICE = { week: Array.from({ length: 7 }, () => [[510, 1050] as const]), closed: [] };

it("is dark outside its hours, plays again when they begin, and closes within five seconds on a long slide", async () => {
  const { page } = await openLoop({ hours: OFFICE, seconds: 600, before: ownClock });
  await page.waitForSelector("html.closed");
  expect(await page.evaluate(() => document.querySelector(".present"))).toBeNull();
  expect(await locks(page)).toEqual([]);
  await setHour(page, 9);
  await page.waitForSelector("html:not(.closed) .present");
  expect(await locks(page)).toEqual([false]);
  await setHour(page, 18);
  const begun = Date.now();
  await page.waitForSelector("html.closed");
  expect(Date.now() - begun).toBeLessThan(5000);
  expect(await page.$eval(".present", (slide) => getComputedStyle(slide).visibility)).toBe("hidden");
  expect(await locks(page)).toEqual([true]);
});

it("takes the wake lock again when the system drops it", async () => {
  const { page } = await openLoop({ seconds: 600, before: ownClock });
  await page.waitForSelector(".present");
  await page.evaluate(() => ((window as unknown as Clocked).clock.locks[0]!.released = true));
  await page.waitForFunction(() => (window as unknown as Clocked).clock.locks.length === 2);
  expect(await locks(page)).toEqual([true, false]);
});

it("shows the slide that the wall clock names, so that two screens keep step", async () => {
  const screens = await Promise.all([openLoop({ seconds: 4 }), openLoop({ seconds: 4 })]);
  const state = (page: Page): Promise<string> => page.evaluate(() => document.querySelector(".present")!.id);
  const due = (page: Page, offset: number): Promise<string> =>
    page.evaluate((shift) => { const round = ["cover-1", "review-1", "steps", "figures", "tasks-1", "closing"]; return round[(Math.floor(Date.now() / 4000) + shift) % round.length]!; }, offset);
  await screens[0].page.waitForSelector(".present");
  const [first, second] = [await state(screens[0].page), await state(screens[1].page)];
  const now = await due(screens[0].page, 0);
  // Between the two looks a slide may have ended.
  const before = await due(screens[0].page, -1);
  expect([now, before]).toContain(first);
  expect([now, before]).toContain(second);
});

it("has the browser collect what animations leave behind, without being asked to", async () => {
  const { page } = await openLoop({ seconds: 0.005 });
  await page.waitForSelector(".present");
  const collected = await page.evaluate(
    () =>
      new Promise<boolean>((done) => {
        const left = new WeakRef(document.createElement("div"));
        let changes = 0;
        const observer = new MutationObserver(() => {
          changes += 1;
          // Nothing else fills the memory of this page so soon.
          if (changes % 20 === 0) setTimeout(() => (left.deref() === undefined ? done(true) : changes > 400 ? done(false) : undefined));
        });
        observer.observe(document.documentElement, { attributeFilter: ["data-slide"] });
      }),
  );
  expect(collected).toBe(true);
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
