/** The sample's loop on screens of other shapes: walls, ribbons, 4:3, and upright ones. */
import type { Page } from "puppeteer";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildSample, type SampleDeck } from "./sample-decks.ts";
import { sharedBrowser } from "./shared-browser.ts";

const shared = sharedBrowser();
let sample: SampleDeck;
beforeAll(async () => {
  sample = await buildSample("hongqi");
}, 60_000);
afterAll(() => sample.close());

async function openScreen(width: number, height: number, deck = sample): Promise<Page> {
  const { page } = await shared.open({ width, height, reducedMotion: true });
  // The loop begins and then stands still, so that the test turns its pages.
  await page.evaluateOnNewDocument(() => Object.assign(window, { setTimeout: () => 0, setInterval: () => 0 }));
  await page.goto(deck.kiosk);
  await page.waitForSelector(".present");
  return page;
}

/** What `look` finds on each slide while it is the only one present; `look` runs in the page. */
function onEachSlide<T>(page: Page, look: (slide: Element) => T): Promise<T[]> {
  return page.evaluate(`[...document.querySelectorAll(".slides > section")].map((slide) => {
    for (const old of document.querySelectorAll(".present")) old.classList.remove("present");
    slide.classList.add("present");
    return (${look.toString()})(slide);
  })`) as Promise<T[]>;
}

/** The colour of one pixel of a slide, as hexadecimal digits. */
async function colourAt(page: Page, id: string, x: number, y: number): Promise<string> {
  await page.evaluate((name) => {
    for (const old of document.querySelectorAll(".present")) old.classList.remove("present");
    document.querySelector(`[id="${name}"]`)!.classList.add("present");
  }, id);
  const shot = await page.screenshot({ clip: { x, y, width: 1, height: 1 } });
  return (await sharp(shot).removeAlpha().raw().toBuffer()).toString("hex");
}

describe.each([["a wall of 32:9", 3840, 1080], ["a ribbon", 5760, 540], ["a screen of 4:3", 1024, 768]] as const)("on %s", (_, width, height) => {
  it("words stay whole in the middle, as large as the screen allows", async () => {
    const page = await openScreen(width, height);
    const scale = Math.min(width / 1824, height / 1080);
    const out = await onEachSlide(page, (slide) => {
      const middle = innerWidth / 2;
      const half = Math.min(innerWidth / 2, (innerHeight / 1080) * 960);
      const words = [...slide.querySelectorAll(":is(h1, h2, h3, h4, p, li, dt, dd, td, th):not(.foot *, .visually-hidden *)")];
      const strays = words.filter((word) => {
        const { left, right, top, bottom } = word.getBoundingClientRect();
        return left < middle - half - 1 || right > middle + half + 1 || top < -1 || bottom > innerHeight + 1;
      });
      return strays.map((word) => `${slide.id}: ${word.textContent}`);
    });
    expect(out.flat()).toEqual([]);
    // What belongs to upright screens is not there.
    expect((await onEachSlide(page, (slide) => [...slide.querySelectorAll(".art-kiosk, svg.upright")].filter((art) => art.getClientRects().length > 0).length)).filter((count) => count > 0)).toEqual([]);
    expect(await page.evaluate(() => Number(getComputedStyle(document.querySelector(".reveal")!).getPropertyValue("--scale")))).toBeCloseTo(scale, 3);
  });
});

describe("on a wall of 32:9", () => {
  it("waterlines and long bridges run to both edges", async () => {
    const page = await openScreen(3840, 1080);
    const reach = await onEachSlide(page, (slide) => {
      const lines = [...slide.querySelectorAll(".art-slide > .art-waterline")].map((line) => line.getBoundingClientRect());
      const panel = slide.querySelector(".panel, .art-picture > svg") !== null;
      return lines.length === 0 || panel ? null : [Math.min(...lines.map(({ left }) => left)) <= 0, Math.max(...lines.map(({ right }) => right)) >= innerWidth];
    });
    const kept = reach.filter((ends) => ends !== null);
    expect(kept.length).toBeGreaterThan(15);
    expect(kept.filter(([left, right]) => !left || !right)).toEqual([]);
  });

  it("the ground of a dark slide, a panel and the mist of a picture fill it to the edges", async () => {
    const page = await openScreen(3840, 1080);
    const first = (selector: string): Promise<string> => page.$eval(selector, (found) => found.closest("section")!.id);
    const paper = await colourAt(page, await first(".ground-paper .columns-short"), 3830, 540);
    for (const selector of [".layout-section", ".ground-paper .panel", ".variant-mist .art-picture"]) expect(await colourAt(page, await first(selector), 8, 540)).not.toBe(paper);
    expect(await colourAt(page, await first(".layout-section"), 3830, 540)).not.toBe(paper);
    expect(await colourAt(page, await first(".ground-paper .panel"), 3830, 540)).toBe(paper);
  });

  it("so does the panel that stands for a picture, in a theme that draws none", async () => {
    const lantu = await buildSample("lantu");
    try {
      const page = await openScreen(3840, 1080, lantu);
      const id = await page.$eval(".blank", (found) => found.closest("section")!.id);
      const [edge, inside, beside] = [await colourAt(page, id, 8, 500), await colourAt(page, id, 1400, 500), await colourAt(page, id, 3830, 500)];
      expect(edge).toBe(inside);
      expect(edge).not.toBe(beside);
    } finally {
      lantu.close();
    }
  });
});

describe("on an upright screen", () => {
  it("content uses the height, and the bridge stands whole at the foot of slides that leave it room", async () => {
    const page = await openScreen(1080, 1920);
    const slides = await onEachSlide(page, (slide) => {
      const marks = [...slide.querySelectorAll(":is(h1, h2, h3, h4, p, li, dt, dd, td, th, svg.upright, .art-units-upright, .tiles > li):not(.foot *, .visually-hidden *)")].map((mark) => mark.getBoundingClientRect().bottom);
      const bridge = slide.querySelector(".art-kiosk")?.getBoundingClientRect() ?? null;
      const lowest = Math.max(...marks);
      return { id: slide.id, quote: slide.matches(".layout-quote"), own: slide.matches(".layout-cover, .layout-section, .layout-closing"), lowest, bridge: bridge === null || bridge.height === 0 ? null : { top: bridge.top, height: bridge.height } };
    });
    const content = slides.filter(({ own }) => !own);
    // A quote alone stands in the middle.
    expect(content.filter(({ lowest, quote }) => lowest < (quote ? 1000 : 1250)).map(({ id }) => id)).toEqual([]);
    const built = content.filter(({ bridge }) => bridge !== null);
    expect(built.length).toBeGreaterThan(20);
    expect(built.filter(({ lowest, bridge }) => bridge!.height < 170 || bridge!.top < lowest - 1).map(({ id }) => id)).toEqual([]);
  });

  it("a sentence of short clauses breaks after each mark and nowhere else", async () => {
    const page = await openScreen(1080, 1920);
    const lines = await onEachSlide(page, (slide) => {
      const sentence = slide.querySelector("[class*=clause-] blockquote p");
      if (sentence === null) return [];
      const walker = document.createTreeWalker(sentence, NodeFilter.SHOW_TEXT);
      const ends: string[] = [];
      let [last, top] = ["", Number.NaN];
      while (walker.nextNode()) {
        const text = walker.currentNode as Text;
        for (let index = 0; index < text.length; index += 1) {
          const range = new Range();
          range.setStart(text, index);
          range.setEnd(text, index + 1);
          const box = range.getBoundingClientRect();
          if (box.top > top + 20) ends.push(last);
          [last, top] = [text.data[index]!, box.top];
        }
      }
      return ends;
    });
    expect(lines.flat().length).toBeGreaterThan(5);
    expect(new Set(lines.flat().map((end) => "，、；：".includes(end)))).toEqual(new Set([true]));
  });
});

it("nothing stands at one place all day: the foot is left out, and the bridge stands aside on the next slide", async () => {
  const page = await openScreen(1080, 1920);
  const places = await onEachSlide(page, (slide) => {
    const feet = [...slide.querySelectorAll(".foot-page, .foot-section, .art-footer")].filter((foot) => foot.getClientRects().length > 0);
    const bridge = slide.querySelector(".art-kiosk use");
    return { feet: feet.length, left: bridge === null || bridge.getClientRects().length === 0 ? null : Math.round(bridge.getBoundingClientRect().left) };
  });
  expect(places.filter(({ feet }) => feet > 0)).toEqual([]);
  const lefts = places.flatMap(({ left }) => (left === null ? [] : [left]));
  expect(new Set(lefts).size).toBeGreaterThan(3);
  expect(lefts.slice(1).filter((left, index) => left === lefts[index])).toEqual([]);
});
