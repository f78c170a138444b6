/** Two thousand presses in both windows with accidents between: they always show the same, and nothing gets lost. */
import type { KeyInput, Page } from "puppeteer";
import { afterAll, beforeAll, expect, it } from "vitest";
import { bundleClient } from "./fixture.ts";
import { sharedBrowser, watch } from "./shared-browser.ts";
import { openAt, openSpeaker, paired, placeOf, stageFolder, type StageFolder } from "./stage-pages.ts";

const shared = sharedBrowser();
let folder: StageFolder;
beforeAll(async () => {
  folder = stageFolder(await bundleClient("deck"));
});
afterAll(() => folder.remove());

const KEYS: readonly KeyInput[] = ["PageDown", "ArrowRight", "Space", "n", "PageDown", "ArrowDown", "PageUp", "ArrowLeft", "Backspace", "b", "w", ".", ",", "Home", "End", "3", "6", "Enter", "Escape", "o", "?", "i", "t", "+", "F5", "Tab"];
/** With Tab, Enter could press the button that freezes the audience: then the windows show two slides, as they are meant to. */
const SPEAKER_KEYS = KEYS.filter((key) => key !== "Tab");
const ROUNDS = 20;
const PRESSES = 100;

/** The same numbers at every run (Park and Miller's generator). */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % sides;
  };
}

/** Waits until the deck has answered a greeting that was sent after all wishes of the speaker window, so that none is on its way. */
async function settle(speaker: Page): Promise<void> {
  await speaker.evaluate(() => new Promise<void>((done) => {
    const channel = new BroadcastChannel(`luduan-stage:${location.pathname}`);
    const from = `test-${Math.random()}`;
    channel.addEventListener("message", ({ data }) => {
      if ((data as { to: unknown }).to !== from) return;
      channel.close();
      done();
    });
    channel.postMessage.call(channel, { mark: "luduan-stage", build: "one", from, to: null, count: 1, body: { type: "wish", wish: { type: "hello" } } });
  }));
}

/** Waits until the speaker window shows slide, step and cover of the deck. */
async function agree(deck: Page, speaker: Page): Promise<string> {
  const place = await placeOf(deck);
  const [id = "", shown = "", cover = ""] = place.split(" ");
  const words: Readonly<Record<string, string>> = { black: "黑屏", white: "白屏" };
  await speaker.waitForFunction((slide, steps, shade) => {
    const now = document.querySelector(".speaker-now section");
    const veil = document.querySelector<HTMLElement>(".speaker-shade:not([hidden])");
    return now?.id.startsWith(slide) === true && now.querySelectorAll(".fragment.visible").length === Number(steps) && (veil?.textContent ?? "") === shade;
  }, { timeout: 8000 }, id, shown, words[cover] ?? "");
  return place;
}

it("shows the same in both windows after 2,000 presses with reloads, closed and killed windows", { timeout: 90_000 }, async () => {
  const roll = dice(20_260);
  const url = folder.write("deck.html");
  const watched = await shared.open();
  let deck = watched.page;
  const { complaints } = watched;
  await openAt(deck, url);
  let speaker = await openSpeaker(deck);
  const places = new Set<string>();
  for (let round = 0; round < ROUNDS; round += 1) {
    const presses = Array.from({ length: PRESSES }, () => (roll(3) === 0 ? ([speaker, SPEAKER_KEYS[roll(SPEAKER_KEYS.length)]!] as const) : ([deck, KEYS[roll(KEYS.length)]!] as const)));
    await Promise.all(presses.map(([page, key]) => page.keyboard.press(key)));
    await settle(speaker);
    const place = await agree(deck, speaker);
    places.add(place);
    const context = deck.browserContext();
    switch (roll(4)) {
      case 0:
        await deck.reload();
        break;
      case 1:
        await speaker.reload();
        break;
      case 2:
        await speaker.close();
        speaker = await context.newPage();
        await openAt(speaker, `${url}?speaker`);
        break;
      default:
        await deck.close();
        deck = await context.newPage();
        complaints.push(...watch(deck));
        await openAt(deck, url);
    }
    await deck.waitForSelector("html.started");
    await paired(speaker);
    expect(await agree(deck, speaker), `after round ${round}`).toBe(place);
  }
  // They have been somewhere.
  expect(places.size).toBeGreaterThan(4);
  expect(complaints).toEqual([]);
});
