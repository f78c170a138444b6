/** The show for people who see, hear or move differently: the focus, what is said aloud, forced colours, large type. */
import type { Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ServedShow } from "../../src/serve/present.ts";
import { press } from "./press.ts";
import { sharedBrowser } from "./shared-browser.ts";
import { buildFolder, phoneAddress, serveFolder, world } from "./show-fixture.ts";
import { openSpeaker, reads, stands } from "./stage-pages.ts";

const shared = sharedBrowser();
let folder: Awaited<ReturnType<typeof buildFolder>>;
let show: ServedShow;
beforeAll(async () => {
  folder = await buildFolder();
  show = await serveFolder(folder.dir);
});
afterAll(async () => {
  await show.close();
  folder.remove();
  await world.close();
});

async function open(hash = ""): Promise<{ page: Page; speaker: Page }> {
  const { page } = await shared.open({ reducedMotion: true });
  await page.goto(`${show.deck}${hash}`);
  await page.waitForSelector("html.started");
  const speaker = await openSpeaker(page);
  await speaker.setViewport({ width: 1366, height: 768 });
  return { page, speaker };
}

async function openPhone(width: number, height: number): Promise<Page> {
  const { page } = await shared.open({ width, height });
  await page.goto(phoneAddress(show));
  await page.waitForSelector(".phone:not([hidden]):not(.idle) .phone-notes p");
  return page;
}

/** Gives the page the two colours of a person's own, as Windows' contrast themes do. */
async function forceColours(page: Page): Promise<void> {
  const session = await page.createCDPSession();
  await session.send("Emulation.setEmulatedMedia", { features: [{ name: "forced-colors", value: "active" }] });
}

describe("the focus", () => {
  it("returns to where it was when a dialog of the speaker window is closed, by its key or by its button", async () => {
    const { speaker } = await open("#/steps");
    const focused = (): Promise<boolean> => speaker.evaluate(() => document.activeElement === document.querySelector(".speaker-notes"));
    for (const [key, dialog] of [["o", ".speaker-list"], ["u", ".speaker-sheet"], ["m", ".speaker-prompter"], ["?", ".help"]] as const) {
      for (const way of ["Escape", "button"] as const) {
        await speaker.focus(".speaker-notes");
        await press(speaker, key);
        await speaker.waitForSelector(dialog);
        expect(await speaker.evaluate((wanted) => document.querySelector(wanted)!.contains(document.activeElement), dialog), dialog).toBe(true);
        if (way === "Escape") await press(speaker, "Escape");
        else await speaker.$$eval(`${dialog} button`, (buttons) => buttons.find((button) => button.textContent === "关闭")?.click());
        await speaker.waitForFunction((gone) => document.querySelector(gone) === null, {}, dialog);
        expect(await focused(), `${dialog} ${way}`).toBe(true);
      }
    }
    await speaker.$eval(".remote-opener", (opener) => (opener.previousElementSibling as HTMLElement).focus());
    await press(speaker, "Tab", "Space");
    await speaker.waitForSelector(".remote-sheet");
    // The number of phones changes while the dialog is open: it is written anew, and the focus stays in it.
    const phone = await openPhone(390, 844);
    await reads(speaker, ".remote-opener", "手机 1");
    expect(await speaker.evaluate(() => document.querySelector(".remote-sheet")?.contains(document.activeElement))).toBe(true);
    await press(speaker, "Escape");
    expect(await speaker.evaluate(() => document.activeElement?.className)).toContain("remote-opener");
    await phone.close();
  });
});

describe("what is said aloud", () => {
  it("is the slide, in the speaker window as well, and what a key has done there", async () => {
    const { speaker } = await open();
    const regions = await speaker.$$eval("[aria-live=polite], [role=status]", (all) => all.map(({ className }) => className));
    expect(regions).toContain("announcer");
    await press(speaker, "PageDown");
    await reads(speaker, ".announcer", "第2页，共7页：工作回顾");
    await press(speaker, "x", "x");
    await reads(speaker, ".announcer", "定屏结束");
  });
});

describe("forced colours", () => {
  it("leave the pointer and the drawn lines red, and the marked sentence, the plan and pressed buttons visible", async () => {
    const { page, speaker } = await open("#/figures");
    for (const view of [page, speaker]) await forceColours(view);
    await press(speaker, "d", "Space", "ArrowRight", "l");
    await page.waitForSelector(".present .laser");
    expect(await page.$eval(".present .laser", (spot) => getComputedStyle(spot).backgroundColor)).toBe("rgb(229, 38, 43)");
    expect(await page.$eval(".present .ink-line", (line) => getComputedStyle(line).stroke)).toBe("rgb(211, 34, 42)");
    expect(await speaker.$eval(".speaker-spot", (spot) => getComputedStyle(spot).backgroundColor)).toBe("rgb(229, 38, 43)");
    const edges = await speaker.evaluate(() => {
      const styleOf = (selector: string): CSSStyleDeclaration => getComputedStyle(document.querySelector(selector)!);
      const ground = styleOf("body").backgroundColor;
      return {
        sentence: styleOf(".speaker-sentence.current").borderLeftColor !== ground && styleOf(".speaker-sentence.current").borderLeftColor !== styleOf(".speaker-sentence:not(.current)").borderLeftColor,
        pressed: styleOf('.speaker-plain[aria-pressed="true"]').outlineStyle,
        arch: styleOf(".speaker-arch.current").stroke !== styleOf(".speaker-arch:not(.current)").stroke,
        pin: styleOf(".speaker-pin").backgroundColor !== ground,
      };
    });
    expect(edges).toEqual({ sentence: true, pressed: "solid", arch: true, pin: true });
    await press(speaker, "o");
    await speaker.waitForSelector(".speaker-list .preview");
    expect(await speaker.$eval(".speaker-row[aria-current]", (row) => [getComputedStyle(row).outlineStyle, getComputedStyle(row).outlineWidth])).toEqual(["solid", "3px"]);
  });

  it("keep a black screen black, and on a phone every button its edge", async () => {
    const { page } = await open("#/figures");
    await forceColours(page);
    await press(page, "b");
    await stands(page, "figures 0 black");
    expect(await page.$eval(".pause-overlay", (cover) => getComputedStyle(cover).backgroundColor)).toBe("rgb(0, 0, 0)");
    const phone = await openPhone(390, 844);
    await forceColours(phone);
    const edges = await phone.$$eval("button", (buttons) => buttons.filter((button) => button.offsetParent !== null).map((button) => `${getComputedStyle(button).borderTopWidth} ${getComputedStyle(button).borderTopColor !== getComputedStyle(document.body).backgroundColor}`));
    expect(new Set(edges)).toEqual(new Set(["2px true"]));
    expect(edges).toHaveLength(5);
  });
});

it.each([["upright", 195, 422], ["flat", 422, 195]])("a phone that enlarges everything twice shows whole buttons and notes, %s", async (_, width, height) => {
  // A phone has notes only while a show runs.
  await open("#/steps");
  const phone = await openPhone(width, height);
  await phone.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  const shape = await phone.evaluate(() => {
    const notes = document.querySelector<HTMLElement>(".phone-notes")!;
    return {
      wide: document.documentElement.scrollWidth,
      lines: Math.floor(notes.clientHeight / parseFloat(getComputedStyle(notes).lineHeight)),
      cut: [...document.querySelectorAll<HTMLElement>("button, .phone-time b, .phone-status:not([hidden])")].filter((part) => part.offsetParent !== null && (part.scrollWidth > part.clientWidth + 1 || part.scrollHeight > part.clientHeight + 1)).map((part) => part.className),
      reached: [...document.querySelectorAll<HTMLElement>(".phone-key, .phone-size")].filter((key) => key.getBoundingClientRect().bottom > innerHeight + 1 || key.getBoundingClientRect().right > innerWidth + 1).map((key) => key.className),
    };
  });
  expect(shape).toEqual({ wide: width, lines: expect.any(Number), cut: [], reached: [] });
  expect(shape.lines).toBeGreaterThanOrEqual(2);
});

it("the speaker window shows all of its clock on a phone that is held upright, in the longer words of English", async () => {
  const english = await buildFolder({ lang: "en" });
  const served = await serveFolder(english.dir, { lang: "en", phones: null });
  try {
    const { page } = await shared.open({ width: 390, height: 844 });
    await page.goto(served.speaker);
    await page.waitForSelector(".speaker-now section");
    const outside = (where: string): Promise<string[]> => page.$$eval(where, (parts) => parts.filter((part) => part.getClientRects().length > 0 && (part.getBoundingClientRect().right > innerWidth || part.scrollWidth > part.clientWidth + 1)).map((part) => `${part.className} ${part.textContent}`));
    const deck = await page.browserContext().newPage();
    await deck.goto(served.deck);
    await deck.waitForSelector("html.started");
    await press(deck, "PageDown");
    await reads(page, ".speaker-count b", "2");
    await page.waitForFunction(() => document.querySelector(".speaker-pace")?.textContent !== "");
    expect(await outside(".speaker-clock, .speaker-clock > *, .speaker-clock button, .speaker-toolbar")).toEqual([]);
  } finally {
    await served.close();
    english.remove();
  }
});
