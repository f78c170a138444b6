/** What moves: the way through the arch into a part, and figures that roll up once. Both leave the page as it was published. */
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { build } from "../../src/build.ts";
import { planRound } from "../../src/client/schedule.ts";
import type { DeckData } from "../../src/model/deck-data.ts";
import { createWorld } from "../../src/world/node-world.ts";
import { HOME, smallProject, withFolder } from "../support/project.ts";
import { sharedBrowser } from "./shared-browser.ts";

const shared = sharedBrowser();
const out = mkdtempSync(join(tmpdir(), "luduan-motion-"));
let single = "";
beforeAll(async () => {
  const files = smallProject({
    "slides/10-one.md": "# 工作回顾\n\n## 主要指标 {#figures}\n\n```figures\nhero: gdp\ncards: [homes]\n```\n",
    "slides/10-part.md": null,
    "slides/20-two.md": "# 工作安排\n\n## 住房 {#homes}\n\n```units\nkind: houses\nindicator: homes\n```\n\n## 结语\n\n- 落实\n",
    "data/indicators.csv": "id,name,unit,kind\ngdp,地区生产总值,亿元,flow\nhomes,新增住房,套,flow\n",
    "data/observations.csv": "indicator,period,value,growth\ngdp,2021,1.2万,11.6%\nhomes,2021,近300,\n",
  });
  const world = createWorld({ home: HOME });
  await withFolder(files, async (dir) => {
    const { files: made, diagnostics } = await build({ dir, out: join(out, "dist"), themes: [join(HOME, "themes")], only: ["single", "kiosk"], steps: false, onOutput: () => undefined }, world);
    if (made.size === 0) throw new Error(JSON.stringify(diagnostics));
  });
  await world.close();
  single = readdirSync(join(out, "dist")).find((name) => name.endsWith(".html") && name !== "kiosk.html") ?? "";
});
afterAll(() => rmSync(out, { recursive: true, force: true }));

async function open(place: string, options: { readonly reducedMotion?: boolean; readonly file?: string } = {}): Promise<Page> {
  const { page } = await shared.open({ width: 1920, height: 1080, reducedMotion: options.reducedMotion ?? false });
  await page.goto(pathToFileURL(join(out, "dist", options.file ?? single)).href + place);
  await page.waitForSelector("html.started");
  return page;
}

/** Presses a key and tells, before the next picture, which properties of the divider move, and stops them there. */
function moves(page: Page, key: string): Promise<string[]> {
  return page.evaluate((code) => {
    document.dispatchEvent(new KeyboardEvent("keydown", { key: code, code, bubbles: true, cancelable: true }));
    const divider = document.querySelector("#one-1")!;
    const found = document.getAnimations().filter((one) => (one.effect as KeyframeEffect | null)?.target === divider);
    for (const one of found) one.pause();
    return found.flatMap((one) => (one instanceof CSSTransition ? [one.transitionProperty] : [])).sort();
  }, key);
}

describe("from a divider into its part", () => {
  it("the view passes through the arch, which ends wider than the page", async () => {
    const page = await open("#/one-1");
    expect(await moves(page, "ArrowRight")).toEqual(["opacity", "transform", "visibility"]);
    const way = await page.$eval("#one-1", (divider) => {
      const style = getComputedStyle(divider);
      const number = (name: string): number => Number.parseFloat(style.getPropertyValue(name));
      const [x, y] = [number("--way-x"), number("--way-y")];
      const corner = Math.hypot(Math.max(x, 1920 - x), Math.max(y, 1080 - y));
      return { mask: style.maskImage, above: Number(style.zIndex) > Number(getComputedStyle(document.querySelector(".present")!).zIndex), seen: style.visibility, wide: number("--way-radius") * number("--way-scale") > corner };
    });
    expect(way).toMatchObject({ above: true, seen: "visible", wide: true });
    expect(way.mask).toContain("radial-gradient");
    await page.evaluate(() => document.getAnimations().forEach((one) => one.finish()));
    expect(await page.$eval("#one-1", (divider) => getComputedStyle(divider).visibility)).toBe("hidden");
    expect(await page.$eval(".present", ({ id }) => id)).toBe("figures");
  });

  it("nothing of it shows on the way back, or on coming from a later page", async () => {
    const page = await open("#/figures");
    expect(await moves(page, "ArrowLeft")).not.toContain("transform");
    expect(await page.$eval("#one-1", (divider) => [getComputedStyle(divider).transform, getComputedStyle(divider).maskImage])).toEqual(["none", "none"]);
    const later = await open("#/two-1");
    await moves(later, "ArrowLeft");
    expect(await later.$eval("#one-1", (divider) => getComputedStyle(divider).visibility)).toBe("hidden");
  });

  it("is a plain cut where motion is reduced", async () => {
    const page = await open("#/one-1", { reducedMotion: true });
    expect(await moves(page, "ArrowRight")).toEqual([]);
    expect(await page.$eval("#one-1", (divider) => [getComputedStyle(divider).visibility, getComputedStyle(divider).maskImage])).toEqual(["hidden", "none"]);
  });

  it.each([[1920, 1080], [1080, 1920]])("the loop has it too, at %i × %i", async (width, height) => {
    const page = await open("", { file: "kiosk.html" });
    await page.setViewport({ width, height });
    const moving = await page.evaluate(() => {
      const [divider, first] = [document.querySelector("#one-1")!, document.querySelector("#figures")!];
      for (const slide of document.querySelectorAll(".slides > section")) slide.classList.toggle("present", slide === divider);
      const place = divider.getBoundingClientRect();
      divider.classList.remove("present");
      first.classList.add("present");
      const found = document.getAnimations().filter((one) => (one.effect as KeyframeEffect | null)?.target === divider);
      for (const one of found) one.pause();
      const { left, top } = divider.getBoundingClientRect();
      return { transform: found.some((one) => one instanceof CSSTransition && one.transitionProperty === "transform"), still: Math.abs(left - place.left) + Math.abs(top - place.top) < 1 };
    });
    expect(moving).toEqual({ transform: true, still: true });
  });
});

/** The loop, opened at a time when a slide has just come, with a clock that `turn` sets on by one round. It notes whether the divider is ever seen. */
async function openLoop(slide: string, reducedMotion = false): Promise<Page> {
  const { page } = await shared.open({ width: 1920, height: 1080, reducedMotion });
  const address = pathToFileURL(join(out, "dist/kiosk.html")).href;
  await page.goto(address);
  const data = await page.$eval("#deck-data", (node) => JSON.parse(node.textContent ?? "") as DeckData);
  const order = data.slides.filter(({ seconds }) => seconds > 0);
  const ends = planRound(order.map(({ seconds }) => seconds));
  const at = order.findIndex(({ id }) => id === slide);
  const round = ends.at(-1)!;
  await page.evaluateOnNewDocument((time: number) => {
    const Real = Date;
    let shift = time - Real.now();
    window.Date = class extends Real {
      public constructor(...parameters: unknown[]) {
        super(...((parameters.length === 0 ? [Real.now() + shift] : parameters) as [number]));
      }
      public static override now(): number {
        return Real.now() + shift;
      }
    } as DateConstructor;
    const seen = new Set<string>();
    const look = (): void => {
      const divider = document.querySelector("#one-1");
      if (divider !== null && getComputedStyle(divider).visibility === "visible") seen.add("divider");
      requestAnimationFrame(look);
    };
    look();
    Object.assign(window, { turn: (by: number) => (shift += by), seen });
  }, (Math.floor(Date.now() / round) + 1) * round + (ends[at - 1] ?? 0) + 5);
  await page.goto(address);
  await page.waitForSelector(`html.started #${slide}.present`);
  return page;
}

describe("the loop", () => {
  it("does not pass through the arch when it is loaded on the first page of a part", async () => {
    const page = await openLoop("figures");
    await page.waitForSelector("#figures.rolled");
    expect(await page.evaluate(() => [...(window as unknown as { seen: Set<string> }).seen])).toEqual([]);
  });

  it("rolls its figures up each time their slide appears, and they stand still between", async () => {
    const page = await openLoop("figures");
    expect(await page.$$eval("#figures .number", (numbers) => numbers.map(({ textContent }) => textContent))).toEqual(PUBLISHED);
    expect(await page.$$("#figures .roll")).toHaveLength(2);
    await page.waitForSelector("#figures.rolled");
    expect(await page.$$("#figures .roll, #figures .rolling")).toEqual([]);
    expect(await page.evaluate(() => document.getAnimations().filter(({ playState }) => playState === "running").length)).toBe(0);
    // Another slide is due, and then this one again.
    const seconds = await page.$eval("#deck-data", (node) => (JSON.parse(node.textContent ?? "") as DeckData).slides.find(({ id }) => id === "figures")!.seconds);
    await page.evaluate((by) => void (window as unknown as { turn: (by: number) => void }).turn(by), seconds * 1000);
    await page.waitForFunction(() => document.querySelector(".present")?.id !== "figures");
    await page.evaluate((by) => void (window as unknown as { turn: (by: number) => void }).turn(by), -seconds * 1000);
    await page.waitForSelector("#figures.present:not(.rolled) .roll");
  });

  it("leaves them still where motion is reduced", async () => {
    const page = await openLoop("figures", true);
    await page.waitForSelector("#figures.rolled");
    expect(await page.$$("#figures .roll")).toEqual([]);
  });
});

const PUBLISHED = ["1.2", "11.6%", "300"];

interface Rolling {
  readonly numbers: readonly string[];
  readonly drums: number;
  readonly words: string;
  /** Colours of the first number, and of what stands around it. */
  readonly colours: readonly [number: string, around: string];
  /** Whether any drum is to be seen. */
  readonly covered: boolean;
}

/** Comes to the figures from the divider and looks before a timer may end anything; `finished` ends the motion first. */
function arrive(page: Page, finished: boolean): Promise<Rolling> {
  return page.evaluate(async (over) => {
    document.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight", code: "ArrowRight", bubbles: true, cancelable: true }));
    await Promise.resolve();
    const slide = document.querySelector<HTMLElement>("#figures")!;
    if (over) document.getAnimations().forEach((one) => one.finish());
    const number = slide.querySelector(".number")!;
    const drums = [...slide.querySelectorAll(".roll")];
    return {
      numbers: [...slide.querySelectorAll(".number")].map(({ textContent }) => textContent ?? ""),
      drums: drums.length,
      words: slide.innerText,
      colours: [getComputedStyle(number).color, getComputedStyle(number.closest(".figure")!).color] as const,
      covered: drums.some((drum) => getComputedStyle(drum).display !== "none" && getComputedStyle(drum).visibility === "visible"),
    };
  }, finished);
}

describe("figures", () => {
  it("roll up once over the published text, which never changes", async () => {
    const page = await open("#/one-1");
    const first = await arrive(page, false);
    expect(first).toMatchObject({ numbers: PUBLISHED, drums: 2, covered: true });
    expect(first.words).not.toMatch(/0\s*1\s*2\s*3/);
    await page.waitForSelector("#figures.rolled");
    expect(await page.$$("#figures .roll, #figures .rolling")).toEqual([]);
    await page.keyboard.press("ArrowLeft");
    expect(await arrive(page, false)).toMatchObject({ numbers: PUBLISHED, drums: 0 });
  });

  it("stand there when the motion is over, whatever becomes of the script", async () => {
    const { colours, covered } = await arrive(await open("#/one-1"), true);
    expect(colours[0]).toBe(colours[1]);
    expect(covered).toBe(false);
  });

  it("are on paper as they are, even while they roll", async () => {
    const page = await open("#/one-1");
    await page.emulateMediaType("print");
    const { colours, covered, drums, numbers } = await arrive(page, false);
    expect([colours[0], covered, drums, numbers]).toEqual([colours[1], false, 2, PUBLISHED]);
  });

  it("stand still where motion is reduced, and counted things are all there", async () => {
    const page = await open("#/homes", { reducedMotion: true });
    await page.waitForSelector("#homes.rolled");
    expect(await page.$$("#homes .roll")).toEqual([]);
    const lit = await page.$$eval("#homes .unit", (units) => units.filter((unit) => getComputedStyle(unit).opacity === "1" && unit.getBoundingClientRect().width > 0).length);
    expect(lit).toBe(60);
  });
});
