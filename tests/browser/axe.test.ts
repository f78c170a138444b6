/** Every page that people see, as axe-core judges it: names, roles, contrast, order of headings, keyboard. */
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import axe from "axe-core";
import type { Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { renderReview } from "../../src/import/review-page.ts";
import { sampleReview } from "../import/sample-review.ts";
import { press } from "./press.ts";
import { buildSample, type SampleDeck } from "./sample-decks.ts";
import { sharedBrowser } from "./shared-browser.ts";
import { phoneAddress, serveFolder, world } from "./show-fixture.ts";
import { openSpeaker } from "./stage-pages.ts";

const shared = sharedBrowser();
let deck: SampleDeck;
beforeAll(async () => {
  deck = await buildSample("shuixiang");
});
afterAll(async () => {
  deck.close();
  await world.close();
});

/** What is wrong, as `rule: element` with the reason. */
async function faultsOf(page: Page, besides: readonly string[] = [], where = "html"): Promise<string[]> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  return page.evaluate(async (off, part) => {
    const judge = (window as unknown as { axe: typeof axe }).axe;
    const { violations } = await judge.run(part, { resultTypes: ["violations"], rules: Object.fromEntries(off.map((rule) => [rule, { enabled: false }])) });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")} ${failureSummary?.split("\n")[1] ?? ""}`));
  }, besides, where);
}

async function openPage(url: string, width = 1280, height = 720): Promise<Page> {
  const { page } = await shared.open({ width, height, reducedMotion: true });
  await page.goto(url);
  await page.waitForSelector("html.started, html:not(:has(script))");
  return page;
}

describe("axe-core finds nothing", () => {
  it("on the stage, on slides of each kind", { timeout: 90_000 }, async () => {
    const page = await openPage(deck.single);
    const kinds = await page.evaluate(() => {
      const seen = new Map([...document.querySelectorAll(".slides > section")].map((slide) => [slide.className.replace(/^.*(layout-\w+).*$/, "$1"), slide.id]));
      return [...seen.values()];
    });
    expect(kinds.length).toBeGreaterThan(8);
    for (const id of kinds) {
      await page.evaluate((slide) => (location.hash = `#/${slide}/9`), id);
      await page.waitForFunction((slide) => document.querySelector(".slides > .present")?.id === slide, {}, id);
      expect(await faultsOf(page, [], ".slides > .present"), id).toEqual([]);
    }
    expect(await faultsOf(page)).toEqual([]);
  });

  it("on the stage's overview, help and origins", async () => {
    const page = await openPage(`${deck.single}#/figures`);
    await press(page, "i");
    await page.waitForSelector(".origin-sheet");
    expect(await faultsOf(page)).toEqual([]);
    await press(page, "Escape", "?");
    expect(await faultsOf(page)).toEqual([]);
    await press(page, "Escape", "o");
    await page.waitForSelector(".overview .preview");
    expect(await faultsOf(page)).toEqual([]);
  });

  it.each([["on a screen", 1280, 720], ["on a telephone", 390, 844]] as const)("in the web deck %s", async (_where, width, height) => {
    expect(await faultsOf(await openPage(deck.web, width, height))).toEqual([]);
  });

  it("in the speaker window, its overview, times, teleprompter and help, wide and upright", { timeout: 60_000 }, async () => {
    const page = await openPage(`${deck.single}#/figures`);
    const speaker = await openSpeaker(page);
    for (const [width, height] of [[1366, 768], [390, 844]] as const) {
      await speaker.setViewport({ width, height });
      expect(await faultsOf(speaker), `${width}`).toEqual([]);
    }
    for (const [key, view] of [["o", ".speaker-list .preview"], ["u", ".speaker-sheet"], ["m", ".speaker-prompter"], ["?", ".help"]] as const) {
      await press(page, "PageDown");
      await press(speaker, key);
      await speaker.waitForSelector(view);
      expect(await faultsOf(speaker), key).toEqual([]);
      await press(speaker, "Escape");
      await speaker.waitForFunction((open) => document.querySelector(open) === null, {}, view);
    }
  });

  it("in the dialog that lets phones in, and on a phone: at the door and within, upright and flat", { timeout: 60_000 }, async () => {
    const show = await serveFolder(dirname(fileURLToPath(deck.single)));
    try {
      const speaker = await openSpeaker(await openPage(`${show.deck}#/figures`));
      await speaker.click(".remote-opener");
      for (const [width, height] of [[1366, 768], [390, 844]] as const) {
        await speaker.setViewport({ width, height });
        expect(await faultsOf(speaker), `${width}`).toEqual([]);
      }
      const { page: phone } = await shared.open({ width: 390, height: 844 });
      await phone.goto(phoneAddress(show, ""));
      await phone.waitForSelector(".phone-door:not([hidden])");
      expect(await faultsOf(phone), "door").toEqual([]);
      await phone.type("#pin", `${show.phones?.pin}\r`);
      await phone.waitForSelector(".phone:not([hidden]):not(.idle) .phone-notes p");
      for (const [width, height] of [[390, 844], [844, 390]] as const) {
        await phone.setViewport({ width, height });
        expect(await faultsOf(phone), `${width}`).toEqual([]);
      }
    } finally {
      await show.close();
    }
  });

  it("in the loop and on the page of the audit", async () => {
    // Nobody reads the loop by a screen reader or operates it: all of it is inert, so its landmark and heading do not count.
    expect(await faultsOf(await openPage(deck.kiosk), ["landmark-one-main", "page-has-heading-one"])).toEqual([]);
    expect(await faultsOf(await openPage(deck.audit))).toEqual([]);
  });

  it("on the page that an import leaves, wide and narrow", async () => {
    const { page } = await shared.open({ width: 1280, height: 720 });
    await page.setContent(renderReview(sampleReview()));
    expect(await faultsOf(page)).toEqual([]);
    await page.setViewport({ width: 380, height: 700 });
    expect(await faultsOf(page)).toEqual([]);
  });
});
