/** The stage in Firefox ESR, from a memory stick and from a server: the same promises as in Chromium. */
import { launch, type Browser, type Page } from "puppeteer";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findCommand } from "../../src/world/system-tools.mjs";
import { bundleClient, webPage, type Client } from "./fixture.ts";
import { press } from "./press.ts";
import { serve } from "./shared-browser.ts";
import { openAt, openSpeaker, paired, placeOf, reads, stageFolder, stands, type StageFolder } from "./stage-pages.ts";

let browser: Browser;
let client: Client;
let folder: StageFolder;
let web: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  client = await bundleClient("deck");
  folder = stageFolder(client);
  web = await serve(webPage(client, { notes: true }));
  browser = await launch({ browser: "firefox", executablePath: findCommand("firefox-esr") ?? findCommand("firefox") ?? "", headless: true, extraPrefsFirefox: { "dom.disable_open_during_load": false } });
});
afterAll(async () => {
  await browser.close();
  web.close();
  folder.remove();
});

it.each(["file", "web"])("pairs both windows, comes back to step and black screen, and asks after hours (%s)", async (kind) => {
  const url = kind === "file" ? folder.write("deck.html") : web.url;
  const deck = await browser.newPage();
  await openAt(deck, url);
  const speaker = await openSpeaker(deck);
  await press(deck, "3", "Enter", "PageDown");
  await speaker.waitForFunction(() => document.querySelectorAll(".speaker-now .fragment.visible").length === 1);
  await press(speaker, "b");
  await stands(deck, "steps 1 black");
  await deck.reload();
  await stands(deck, "steps 1 black");
  await paired(speaker);
  await press(speaker, "PageDown");
  await stands(deck, "steps 1");
  await speaker.reload();
  await paired(speaker);
  await reads(speaker, ".speaker-count b", "3");
  await deck.close();
  const next = await browser.newPage();
  await openAt(next, url);
  expect(await placeOf(next)).toBe("steps 1");
  await paired(speaker);
  await press(speaker, "ArrowRight");
  await stands(next, "steps 3");
  await Promise.all([next, speaker].map((page: Page) => page.close()));
  const late = await browser.newPage();
  await late.evaluateOnNewDocument(() => {
    const now = Date.now.bind(Date);
    Date.now = () => now() + 4 * 3_600_000;
  });
  await openAt(late, url);
  await late.waitForSelector(".question");
  await press(late, "PageDown");
  await stands(late, "steps 3");
  await late.close();
});
