/** Deck and speaker window find each other: opened, closed and loaded in any order, over channel or opener, each by file and build. */
import type { Page } from "puppeteer";
import { afterAll, beforeAll, expect, it } from "vitest";
import { bundleClient, type Client } from "./fixture.ts";
import { press } from "./press.ts";
import { sharedBrowser } from "./shared-browser.ts";
import { openAt, openSpeaker, paired, placeOf, reads, stageFolder, stands, type StageFolder } from "./stage-pages.ts";

const shared = sharedBrowser();
let client: Client;
let folder: StageFolder;

beforeAll(async () => {
  client = await bundleClient("deck");
  folder = stageFolder(client);
});
afterAll(() => folder.remove());

async function open(url: string): Promise<Page> {
  const { page } = await shared.open();
  await openAt(page, url);
  return page;
}

/** Another window of the same browser that nobody opened from a deck. */
async function beside(page: Page, url: string): Promise<Page> {
  const next = await page.browserContext().newPage();
  await openAt(next, url);
  return next;
}

/** Both windows show the same page, and each moves the other. */
async function keepStep(deck: Page, speaker: Page): Promise<void> {
  await press(deck, "4", "Enter");
  await reads(speaker, ".speaker-count b", "4");
  await press(speaker, "PageDown");
  await stands(deck, "2022 0");
  await reads(speaker, ".speaker-count b", "5");
}

it("pairs a speaker window that was opened by hand, before or after its deck", async () => {
  const url = folder.write("hand.html");
  const deck = await open(url);
  const speaker = await beside(deck, `${url}?speaker`);
  await paired(speaker);
  await keepStep(deck, speaker);
  await deck.close();
  const next = await beside(speaker, url);
  await keepStep(next, speaker);
});

it("finds the next deck when the first one ended without a word", async () => {
  const url = folder.write("silent.html");
  const { page: deck } = await shared.open();
  await deck.evaluateOnNewDocument(() => {
    const listen = window.addEventListener.bind(window);
    window.addEventListener = ((type: string, ...rest: [EventListener]) => type !== "pagehide" && listen(type, ...rest)) as typeof window.addEventListener;
  });
  await openAt(deck, url);
  const speaker = await beside(deck, `${url}?speaker`);
  await paired(speaker);
  await keepStep(deck, speaker);
  await deck.close();
  const next = await beside(speaker, url);
  await reads(speaker, ".speaker-count b", "5");
  await press(next, "4", "Enter");
  await reads(speaker, ".speaker-count b", "4");
  await keepStep(next, speaker);
});

it("says that the deck is gone, opens it again where it was, and goes on with it", async () => {
  const url = folder.write("gone.html");
  const deck = await open(url);
  const speaker = await openSpeaker(deck);
  await press(deck, "3", "Enter", "PageDown");
  await speaker.waitForFunction(() => document.querySelectorAll(".speaker-now .fragment.visible").length === 1);
  await deck.close();
  await speaker.waitForSelector(".speaker-lost:not([hidden])");
  // The notes stay: the speech goes on.
  expect(await speaker.$eval(".speaker-notes", (notes) => getComputedStyle(notes).visibility)).toBe("visible");
  const popup = new Promise<Page>((done) => speaker.once("popup", (opened) => opened !== null && done(opened)));
  await press(speaker, "Enter");
  const next = await popup;
  await next.waitForSelector("html.started");
  await stands(next, "steps 1");
  await speaker.waitForSelector(".speaker-lost[hidden]");
  await keepStep(next, speaker);
});

it("opens no second speaker window, and lets a later one take the place of an earlier one", async () => {
  const url = folder.write("one.html");
  const deck = await open(url);
  const speaker = await openSpeaker(deck);
  await deck.reload();
  await deck.waitForSelector("html.started");
  await paired(speaker);
  await press(speaker, "PageDown");
  await stands(deck, "review-1 0");
  await press(deck, "s");
  await reads(deck, ".toast.brief", "演讲者窗口已经开着，在另一块屏幕上或别的窗口后面。");
  expect((await deck.browserContext().pages()).length).toBe(2);
  const later = await beside(deck, `${url}?speaker`);
  await paired(later);
  await reads(speaker, ".speaker-lost p", "讲稿已在另一个演讲者窗口打开，这个窗口停了。");
  await press(deck, "5", "Enter");
  await reads(later, ".speaker-count b", "5");
  expect(await speaker.$eval(".speaker-notes", (notes) => getComputedStyle(notes).visibility)).toBe("hidden");
  await press(speaker, "Enter");
  await paired(speaker);
  await later.waitForSelector(".speaker-lost:not([hidden])");
  await reads(speaker, ".speaker-count b", "5");
});

it("takes the new notes when the deck is a new build, and never shows old ones beside new slides", async () => {
  const url = folder.write("build.html", { spoken: "旧的讲稿。" });
  const deck = await open(`${url}#/review-1`);
  const speaker = await openSpeaker(deck);
  await reads(speaker, ".speaker-notes", "旧的讲稿。");
  folder.write("build.html", { build: "two", spoken: "新的讲稿。" });
  await deck.reload();
  await deck.waitForSelector("html.started");
  await reads(speaker, ".speaker-notes", "新的讲稿。");
  await reads(speaker, ".toast.brief", "稿子已更新，这里是新的讲稿。");
  await keepStep(deck, speaker);
});

it("asks to load an old deck again when the notes are newer", async () => {
  const url = folder.write("older.html", { spoken: "旧的讲稿。" });
  const deck = await open(`${url}#/review-1`);
  const speaker = await openSpeaker(deck);
  folder.write("older.html", { build: "two", spoken: "新的讲稿。" });
  await speaker.reload();
  await reads(speaker, ".speaker-lost p", "稿子已更新，放映窗口还是旧的一版。");
  expect(await speaker.$eval(".speaker-notes", (notes) => getComputedStyle(notes).visibility)).toBe("hidden");
  await press(deck, "PageDown");
  await press(speaker, "PageDown");
  await stands(deck, "steps 0");
  await press(speaker, "Enter");
  await paired(speaker);
  expect(await placeOf(deck)).toBe("steps 0");
  await keepStep(deck, speaker);
});

it("keeps apart the windows of two copies", async () => {
  const [one, two] = [folder.write("a/deck.html"), folder.write("b/deck.html")];
  const deck = await open(one);
  const other = await beside(deck, two);
  const speaker = await beside(deck, `${one}?speaker`);
  await paired(speaker);
  await press(other, "PageDown", "ArrowRight");
  await press(deck, "PageDown");
  await reads(speaker, ".speaker-count b", "2");
  await press(speaker, "ArrowRight", "PageDown");
  await stands(deck, "steps 1");
  expect(await placeOf(other)).toBe("steps 0");
});

it.each(["BroadcastChannel", "opener"])("works without %s", async (missing) => {
  const url = folder.write(`without-${missing}.html`);
  const { page: deck } = await shared.open();
  const hide = (name: string): void => void Object.defineProperty(window, name, { value: name === "opener" ? null : undefined, configurable: true });
  if (missing === "BroadcastChannel") {
    await deck.evaluateOnNewDocument(hide, missing);
    await openAt(deck, url);
    const speaker = await openSpeaker(deck);
    return keepStep(deck, speaker);
  }
  // A server may cut the windows apart (Cross-Origin-Opener-Policy).
  await openAt(deck, url);
  const speaker = await deck.browserContext().newPage();
  await speaker.evaluateOnNewDocument(hide, missing);
  await openAt(speaker, `${url}?speaker`);
  await paired(speaker);
  await keepStep(deck, speaker);
});
