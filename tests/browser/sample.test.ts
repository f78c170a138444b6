/** The finished sample in every theme, as people see it: every slide is whole, legible, quiet, and drawn in its own fonts. */
import type { Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PageFault } from "../../src/model/page-fault.ts";
import { PORTRAIT as PORTRAIT_VIEW, STAGE as STAGE_VIEW } from "../../src/web/pages/views.ts";
import { buildSample, bundleInspector, createFaceFinder, watchClosely, type SampleDeck } from "./sample-decks.ts";
import { press } from "./press.ts";
import { sharedBrowser } from "./shared-browser.ts";

const THEMES = ["shuixiang", "hongqi", "lantu"] as const;

const shared = sharedBrowser();
let inspector = "";
let decks: Readonly<Record<(typeof THEMES)[number], SampleDeck>>;
beforeAll(async () => {
  inspector = await bundleInspector();
  decks = { shuixiang: await buildSample("shuixiang"), hongqi: await buildSample("hongqi"), lantu: await buildSample("lantu") };
});
afterAll(() => {
  for (const theme of THEMES) decks[theme].close();
});

interface Opened {
  readonly page: Page;
  readonly complaints: string[];
}

interface Window {
  readonly width: number;
  readonly height: number;
  readonly still: boolean;
  /** No network from the start. */
  readonly offline?: boolean;
}

const STAGE: Window = { width: 1920, height: 1080, still: true };
/** Motion takes longer the more pixels there are. */
const SMALL: Window = { width: 960, height: 540, still: false };
const PHONE: Window = { width: 390, height: 844, still: true };

async function open(url: string, { width, height, still, offline = false }: Window): Promise<Opened> {
  const { page } = await shared.open({ width, height, reducedMotion: still });
  if (width < 640) await page.setViewport({ width, height, isMobile: true, hasTouch: true, deviceScaleFactor: 2 });
  const complaints = watchClosely(page, url.replace(/#.*/, ""));
  await page.evaluateOnNewDocument(inspector);
  await page.setOfflineMode(offline);
  await page.goto(url);
  await page.waitForSelector("html.started");
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  return { page, complaints };
}

/** Keys that go on, in turn: one alone counts only after a while. */
const ON = ["PageDown", "ArrowRight", "Space"] as const;

/** Goes on to the end and calls `look` on each slide when all its steps are shown. Returns the slides in order. */
async function walk(page: Page, look: () => Promise<void>): Promise<string[]> {
  const order: string[] = [];
  for (let presses = 0; ; presses++) {
    const { id, whole, last } = await page.evaluate(() => {
      const slide = document.querySelector("body > .reveal > .slides > .present")!;
      return { id: slide.id, whole: slide.querySelector(".fragment:not(.visible)") === null, last: slide.nextElementSibling === null };
    });
    if (whole) {
      order.push(id);
      await look();
      if (last) return order;
    }
    await press(page, ON[presses % ON.length]!);
  }
}

function idsOf(page: Page): Promise<string[]> {
  return page.$$eval(".slides > section", (slides) => slides.map((slide) => slide.id));
}

function violationsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => window.inspector.violations);
}

describe.each(THEMES)("the sample in theme %s", (theme) => {
  describe("on the stage", () => {
    const found = { layout: [] as PageFault[], sizes: [] as PageFault[], contrast: [] as PageFault[], glyphs: [] as string[], faces: [] as string[], charts: [] as string[] };
    let order: string[] = [];
    let web: Opened;
    beforeAll(async () => {
      web = await open(decks[theme].web, STAGE);
      const findForeignFaces = await createFaceFinder(web.page);
      order = await walk(web.page, async () => {
        const here = await web.page.evaluate((least) => {
          const slide = document.querySelector("body > .reveal > .slides > .present")!;
          const { findPieces, checkLayout, checkSizes, checkContrast, checkGlyphs, checkChart } = window.inspector;
          const pieces = findPieces(slide);
          return {
            layout: checkLayout(slide, pieces),
            sizes: checkSizes(slide, pieces, least),
            contrast: checkContrast(slide, pieces, 4.5),
            glyphs: checkGlyphs(slide),
            charts: slide.matches(".layout-chart") ? checkChart(slide) : [],
          };
        }, STAGE_VIEW.measure.sizes);
        for (const key of ["layout", "sizes", "contrast"] as const) found[key].push(...here[key]);
        for (const key of ["glyphs", "charts"] as const) found[key].push(...here[key]);
        found.faces.push(...(await findForeignFaces("body > .reveal > .slides > .present")));
      });
    }, 90_000);

    it("shows all slides in order", async () => {
      expect(order).toEqual(await idsOf(web.page));
      expect(order.length).toBeGreaterThan(40);
    });
    it("cuts nothing off and sets nothing upon anything", () => expect(found.layout).toEqual([]));
    it("has labels of 24 px, text of 32 px and numerals of 96 px at least", () => expect(found.sizes).toEqual([]));
    it("sets text off from its ground", () => expect(found.contrast).toEqual([]));
    it("draws every character with a font of its own", () => expect([...found.glyphs, ...found.faces]).toEqual([]));
    it("draws every chart, with words and a table for it", () => expect(found.charts).toEqual([]));
    it("is quiet and breaks no policy", async () => {
      expect(web.complaints).toEqual([]);
      expect(await violationsOf(web.page)).toEqual([]);
    });
    it("has a language, headings in order and a name for each picture", async () => {
      expect(await web.page.$eval("html", (html) => html.lang)).toBe("zh-CN");
      expect(await web.page.evaluate(() => [...window.inspector.checkHeadings(document.body), ...window.inspector.checkNames(document.querySelector(".slides")!)])).toEqual([]);
    });
  });

  it.each([["the stage", STAGE], ["a telephone", PHONE]] as const)("tells where figures come from on %s: whole, with every glyph, well off its ground", async (_, size) => {
    const { page, complaints } = await open(decks[theme].web, size);
    const [figure, turned] = size === STAGE ? ['.chart-value[data-row="0"]', ".present"] : ['.chart-data [data-row="0"] td', ""];
    const faults: unknown[] = [];
    for (const id of ["growth", "revenue-share", "target-chart"]) {
      await page.evaluate((slide) => (location.hash = `#/${slide}`), id);
      await page.waitForSelector(`#${id}${turned}`);
      for (const ask of [() => page.focus(`#${id} .origin-open`).then(() => page.keyboard.press("Enter")), () => page.click(`#${id} ${figure}`)]) {
        await ask();
        faults.push(...(await page.$eval(".origin-sheet", (sheet) => {
          const { findPieces, checkContrast, checkGlyphs } = window.inspector;
          const { top, bottom, left, right } = sheet.getBoundingClientRect();
          const within = top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth && sheet.scrollWidth <= sheet.clientWidth;
          return [...(within ? [] : [`${sheet.textContent} is cut off`]), ...checkGlyphs(sheet), ...checkContrast(sheet as HTMLElement, findPieces(sheet), 4.5)];
        })));
        await page.keyboard.press("Escape");
      }
    }
    expect(faults).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it("reads as a page on a telephone", async () => {
    const { page, complaints } = await open(decks[theme].single, { ...PHONE, offline: true });
    const shape = await page.evaluate(() => ({
      reading: document.documentElement.classList.contains("reading"),
      margin: getComputedStyle(document.body).margin,
      besideSlides: [...document.querySelectorAll(".slides > section")].filter((slide) => slide.getBoundingClientRect().left !== 0 || slide.getBoundingClientRect().width !== innerWidth).map(({ id }) => id),
      sideways: document.documentElement.scrollWidth - innerWidth,
      zoom: visualViewport?.scale,
    }));
    expect(shape).toEqual({ reading: true, margin: "0px", besideSlides: [], sideways: 0, zoom: 1 });
    const faults = await page.evaluate(() =>
      [...document.querySelectorAll(".slides > section")].flatMap((slide) => {
        const { findPieces, checkLayout, checkSizes, checkTables } = window.inspector;
        const pieces = findPieces(slide);
        return [...checkLayout(slide, pieces), ...checkSizes(slide, pieces, { foot: 14, label: 14, body: 14, hall: null, drawings: false }), ...checkTables(slide)];
      }),
    );
    expect(faults).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it("goes round upright in a hall without a network, every slide whole", async () => {
    const { page, complaints } = await open(decks[theme].kiosk, { width: 1080, height: 1920, still: true, offline: true });
    await expectRound(page);
    expect(complaints).toEqual([]);
    expect(await violationsOf(page)).toEqual([]);
  });
});

/** Every slide of a loop appears, none twice in a row, whole and legible; a busy machine leaves some out and comes to them a round later. */
async function expectRound(page: Page): Promise<void> {
  const { order, faults } = await page.evaluate((least) => {
    const { watchRound, findPieces, checkLayout, checkSizes } = window.inspector;
    return watchRound((slide) => {
      const pieces = findPieces(slide);
      return [...checkLayout(slide, pieces), ...checkSizes(slide, pieces, least)];
    });
  }, PORTRAIT_VIEW.measure.sizes);
  const ids = await idsOf(page);
  expect([...new Set(order)].sort()).toEqual([...ids].sort());
  const steps = order.slice(1).map((id, index) => (ids.indexOf(id) - ids.indexOf(order[index]!) + ids.length) % ids.length);
  expect(steps).not.toContain(0);
  expect(steps.filter((step) => step === 1).length).toBeGreaterThan(ids.length / 4);
  expect(faults).toEqual([]);
}

it("goes round on a flat screen, too", async () => {
  const { page } = await open(decks.shuixiang.kiosk, STAGE);
  await expectRound(page);
});

it("plays each chart on arrival to its final state, and again on the next visit", async () => {
  const [moving, still] = await Promise.all([open(decks.shuixiang.single, SMALL), open(decks.shuixiang.single, { ...SMALL, still: true })]);
  const charts = await moving.page.$$eval(".slides > .layout-chart", (slides) => slides.map((slide) => slide.id));
  expect(charts.length).toBeGreaterThan(2);
  for (const id of charts) {
    expect(await visitChart(moving.page, id), id).toBeGreaterThan(2);
    expect(await visitChart(still.page, id), id).toBe(0);
    const describeIn = ({ page }: Opened): Promise<string> => page.$eval(`#${id}`, (slide) => window.inspector.describeChart(slide));
    expect(await describeIn(moving), id).toBe(await describeIn(still));
    await press(moving.page, "PageDown");
    // The address follows a moment later; going back to an address that is still current would be no move.
    await moving.page.waitForFunction((here) => location.hash !== here, {}, `#/${id}`);
    expect(await visitChart(moving.page, id), id).toBeGreaterThan(2);
  }
});

/** Goes to a chart and waits until its motion ends; returns how many parts moved. */
async function visitChart(page: Page, id: string): Promise<number> {
  await page.evaluate((hash) => void (location.hash = hash), `#/${id}`);
  await page.waitForSelector(`#${id}.present`);
  return page.$eval(`#${id} .chart > svg`, async (svg) => {
    const motions = svg.getAnimations({ subtree: true });
    for (const motion of motions) motion.updatePlaybackRate(10);
    await Promise.all(motions.map(({ finished }) => finished));
    return motions.length;
  });
}

it("plays from the single file without a network, with motion, its notes set in fonts of its own", { timeout: 240_000 }, async () => {
  const { page, complaints } = await open(decks.shuixiang.single, { ...SMALL, offline: true });
  const opening = new Promise<Page>((done) => page.once("popup", (popup) => popup !== null && done(popup)));
  await press(page, "s", "s");
  const speaker = await opening;
  complaints.push(...watchClosely(speaker, decks.shuixiang.single));
  await speaker.waitForSelector(".speaker .speaker-now section");
  // One press turns one page here; that long notes scroll first is tested by itself.
  await press(speaker, "c");
  await speaker.evaluate(inspector);
  const findForeignFaces = await createFaceFinder(speaker);
  const faults: string[] = [];
  let number = 0;
  const order = await walk(page, async () => {
    number += 1;
    await speaker.waitForFunction((wanted) => document.querySelector(".speaker-count b")?.textContent === wanted, { polling: "mutation", timeout: 5000 }, String(number));
    faults.push(...(await speaker.evaluate(() => [".speaker-head", ".speaker-next", ".speaker-notes"].flatMap((part) => window.inspector.checkGlyphs(document.querySelector(part)!)))));
    faults.push(...(await findForeignFaces(".speaker-notes, .speaker-head, .speaker-next")));
  });
  expect(order).toEqual(await idsOf(page));
  expect(faults).toEqual([]);
  expect(complaints).toEqual([]);
  expect(await violationsOf(page)).toEqual([]);
});
