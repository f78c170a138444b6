/** A show with phones, in real browsers: deck, speaker window and phones keep step through everything that may happen on a stage. */
import type { Page } from "puppeteer";
import { decodeQR } from "qr/decode.js";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ServedShow } from "../../src/serve/present.ts";
import { press } from "./press.ts";
import { sharedBrowser, type WatchedPage } from "./shared-browser.ts";
import { openSpeaker, stands } from "./stage-pages.ts";
import { buildFolder, phoneAddress, serveFolder, world } from "./show-fixture.ts";

const shared = sharedBrowser();
let folder: Awaited<ReturnType<typeof buildFolder>>;
let show: ServedShow;
beforeAll(async () => {
  folder = await buildFolder();
});
afterAll(async () => {
  folder.remove();
  await world.close();
});
beforeEach(async () => {
  show = await serveFolder(folder.dir);
});
afterEach(() => show.close());

/** Waits until a phone shows a page number. */
async function phoneShows(phone: Page, number: string): Promise<void> {
  await phone.waitForFunction((wanted) => document.querySelector(".phone:not([hidden]):not(.idle) .phone-title b")?.textContent === wanted, { timeout: 8000 }, number);
}

async function openDeck(): Promise<WatchedPage> {
  const deck = await shared.open({ reducedMotion: true });
  await deck.page.goto(show.deck);
  await deck.page.waitForSelector("html.started");
  return deck;
}

async function openPhone(address = phoneAddress(show)): Promise<WatchedPage> {
  const phone = await shared.open({ width: 390, height: 844 });
  await phone.page.goto(address);
  return phone;
}

/** Presses a button of the phone as a thumb does: two presses within 150 ms would be one. */
async function wish(phone: Page, name: string): Promise<void> {
  await phone.waitForFunction(() => performance.now() > Number(document.body.dataset["free"] ?? 0));
  await phone.click(`.phone-key.${name}`);
  await phone.evaluate(() => (document.body.dataset["free"] = String(performance.now() + 150)));
}
const notesOf = (phone: Page): Promise<string> => phone.$eval(".phone-notes", (notes) => notes.textContent ?? "");

describe("a phone", () => {
  it("comes in by the code of the speaker window, shows the notes and turns the pages", async () => {
    const { page: deck, complaints } = await openDeck();
    const speaker = await openSpeaker(deck);
    await speaker.setViewport({ width: 1366, height: 768, deviceScaleFactor: 2 });
    await speaker.click(".remote-opener");
    const code = await speaker.waitForSelector(".remote-code");
    const pixels = await speaker.evaluate(async (svg) => {
      const { width, height } = svg!.getBoundingClientRect();
      const image = new Image();
      image.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(svg!))}`;
      await image.decode();
      const canvas = Object.assign(document.createElement("canvas"), { width: Math.round(width), height: Math.round(height) });
      const context = canvas.getContext("2d")!;
      context.drawImage(image, 0, 0, canvas.width, canvas.height);
      return { width: canvas.width, height: canvas.height, data: [...context.getImageData(0, 0, canvas.width, canvas.height).data] };
    }, code);
    const address = decodeQR({ ...pixels, data: Uint8Array.from(pixels.data) });
    expect(show.phones?.ways().map((way) => way.address)).toContain(address);
    expect(address).toMatch(new RegExp(`#${show.phones?.pin}$`));
    expect(await speaker.$eval(".remote-pin b", (digits) => digits.textContent?.replace(" ", ""))).toBe(show.phones?.pin);
    await press(speaker, "Escape");

    const { page: phone, complaints: phoneComplaints } = await openPhone();
    await phoneShows(phone, "1 / 7");
    // The PIN does not stay in the address, where somebody may see it.
    expect(phone.url()).toBe(phoneAddress(show, ""));
    await speaker.waitForFunction(() => document.querySelector(".remote-opener")?.textContent === "手机 1");
    await wish(phone, "next");
    await stands(deck, "review-1 0");
    await phoneShows(phone, "2 / 7");
    expect(await notesOf(phone)).toBe("现在回顾过去一年的工作。下一页　强产业、促转型");
    await press(deck, "PageDown", "PageDown");
    await phoneShows(phone, "3 / 7");
    await phone.waitForFunction(() => document.querySelector(".phone-step")?.textContent === "第1步，共2步");
    await wish(phone, "previous");
    await stands(deck, "steps 0");
    await wish(phone, "black");
    await stands(deck, "steps 0 black");
    await phone.waitForFunction(() => document.querySelector(".phone-key.black")?.textContent === "恢复画面" && document.querySelector(".phone-status")?.textContent === "黑屏中");
    await wish(phone, "black");
    await stands(deck, "steps 0");
    expect([...complaints, ...phoneComplaints]).toEqual([]);
  });

  it("shows the time of the speaker window, and time of its own where there is none", async () => {
    const { page: deck } = await openDeck();
    const { page: phone } = await openPhone();
    await phoneShows(phone, "1 / 7");
    await wish(phone, "next");
    const timeOn = (page: Page, where: string): Promise<number> => page.$eval(where, (time) => (time.textContent ?? "").split(":").reduce((sum, part) => sum * 60 + Number(part), 0));
    const whole = await timeOn(phone, ".phone-time b");
    await phone.waitForFunction((start) => (document.querySelector(".phone-time b")?.textContent ?? "").split(":").reduce((sum, part) => sum * 60 + Number(part), 0) <= start - 2, {}, whole);
    // The speaker window has just been opened: its time is the one that counts.
    const speaker = await openSpeaker(deck);
    await phone.waitForFunction((start) => (document.querySelector(".phone-time b")?.textContent ?? "").split(":").reduce((sum, part) => sum * 60 + Number(part), 0) === start, {}, whole);
    await press(speaker, "t");
    await phone.waitForFunction((start) => (document.querySelector(".phone-time b")?.textContent ?? "").split(":").reduce((sum, part) => sum * 60 + Number(part), 0) < start, {}, whole);
    expect(Math.abs((await timeOn(phone, ".phone-time b")) - (await timeOn(speaker, ".speaker-left")))).toBeLessThanOrEqual(1);
  });

  it("types the PIN, in full-width digits as well; a wrong one is refused with words", async () => {
    await openDeck();
    const { page: phone } = await openPhone(phoneAddress(show, ""));
    const pin = show.phones?.pin ?? "";
    const wrong = pin === "123456" ? "654321" : "123456";
    await phone.waitForFunction(() => document.activeElement?.id === "pin");
    await phone.type("#pin", `${wrong}\r`);
    await phone.waitForFunction(() => document.querySelector(".phone-why")?.textContent === "配对码不对，请再看一遍。");
    await phone.type("#pin", `${[...pin].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join("")}\r`);
    await phoneShows(phone, "1 / 7");
  });

  it("two phones see each other's presses, and the deck's reload loses neither", async () => {
    const { page: deck } = await openDeck();
    const [{ page: one }, { page: two }] = [await openPhone(), await openPhone()];
    await phoneShows(two, "1 / 7");
    await wish(one, "next");
    await Promise.all([phoneShows(one, "2 / 7"), phoneShows(two, "2 / 7")]);
    // What is pressed while no deck is there is not kept.
    const again = two.evaluate(() => new Promise<void>((done) => {
      const status = document.querySelector<HTMLElement>(".phone-status")!;
      let gone = false;
      new MutationObserver(() => {
        if (gone && status.hidden) done();
        gone ||= !status.hidden;
      }).observe(status, { attributes: true });
    }));
    await deck.reload();
    await again;
    await wish(two, "next");
    await stands(deck, "steps 0");
    await Promise.all([phoneShows(one, "3 / 7"), phoneShows(two, "3 / 7")]);
  });

  it("says that no deck is open, and goes on when one is", async () => {
    const { page: phone } = await openPhone();
    await phone.waitForFunction(() => document.querySelector(".phone-status")?.textContent === "电脑上还没有打开演示。");
    const { page: deck } = await openDeck();
    await phoneShows(phone, "1 / 7");
    await deck.close();
    await phone.waitForFunction(() => document.querySelector(".phone-status")?.textContent === "电脑上还没有打开演示。");
  });

  it("comes back by itself when its network does; what was pressed in between is not kept", async () => {
    const { page: deck } = await openDeck();
    const { page: phone } = await openPhone();
    await phoneShows(phone, "1 / 7");
    await phone.setOfflineMode(true);
    await phone.evaluate(() => dispatchEvent(new Event("offline")));
    // The silence of the server is noticed after a few beats.
    await phone.waitForFunction(() => document.querySelector(".phone-status")?.textContent === "断线，正在重连……", { timeout: 15_000 });
    await wish(phone, "next");
    await phone.waitForFunction(() => document.querySelector(".phone-status")?.textContent === "断线，没有翻页，正在重连……");
    await phone.setOfflineMode(false);
    await phone.waitForFunction(() => document.querySelector<HTMLElement>(".phone-status")?.hidden === true, { timeout: 15_000 });
    await stands(deck, "cover-1 0");
    await wish(phone, "next");
    await stands(deck, "review-1 0");
  });

  it("a reload comes in again without the PIN", async () => {
    await openDeck();
    const { page: phone } = await openPhone();
    await phoneShows(phone, "1 / 7");
    await phone.reload();
    await phoneShows(phone, "1 / 7");
  });

  it("asks for the new PIN when the program was started again; the deck joins it by itself", async () => {
    const { page: deck } = await openDeck();
    const { page: phone } = await openPhone();
    await phoneShows(phone, "1 / 7");
    const port = Number(new URL(show.deck).port);
    const phonePort = show.phones?.port ?? 0;
    await show.close();
    await phone.waitForFunction(() => document.querySelector(".phone-status")?.textContent === "断线，正在重连……");
    // The show goes on without its server.
    await press(deck, "PageDown");
    await stands(deck, "review-1 0");
    // Phones have the port after that of the windows: a pair that is free together was not sure before.
    show = await serveFolder(folder.dir, { port });
    expect(show.phones?.port).toBe(port + 1);
    const { page: fresh } = await openPhone();
    await phoneShows(fresh, "2 / 7");
    await wish(fresh, "next");
    await stands(deck, "steps 0");
    if (phonePort === port + 1) await phone.waitForFunction(() => document.querySelector(".phone-why")?.textContent?.includes("请输入新的配对码") === true);
  });

  it("does not move the audience while it is frozen: the speaker's window looks ahead", async () => {
    const { page: deck } = await openDeck();
    const speaker = await openSpeaker(deck);
    const { page: phone } = await openPhone();
    await phoneShows(phone, "1 / 7");
    await press(speaker, "x");
    await speaker.waitForSelector(".speaker-frozen:not([hidden])");
    await wish(phone, "next");
    await speaker.waitForFunction(() => document.querySelector(".speaker-count b")?.textContent === "2");
    await stands(deck, "cover-1 0");
  });

  it("of two windows with the deck it follows the one that moved last", async () => {
    const { page: first } = await openDeck();
    const second = await first.browserContext().newPage();
    await second.goto(show.deck);
    await second.waitForSelector("html.started");
    const { page: phone } = await openPhone();
    await phoneShows(phone, "1 / 7");
    await press(first, "PageDown", "PageDown");
    await phoneShows(phone, "3 / 7");
    await wish(phone, "previous");
    await stands(first, "review-1 0");
    await stands(second, "cover-1 0");
    await first.close();
    await phoneShows(phone, "1 / 7");
  });
});
