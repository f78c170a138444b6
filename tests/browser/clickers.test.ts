/** What clickers, keyboards with an input method, wheels and fingers send, and what the deck makes of it. */
import type { Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundleClient, type Client } from "./fixture.ts";
import { press } from "./press.ts";
import { sharedBrowser } from "./shared-browser.ts";
import { openAt, openSpeaker, placeOf, stageFolder, stands, type StageFolder } from "./stage-pages.ts";

const shared = sharedBrowser();
let client: Client;
let folder: StageFolder;
let url = "";

beforeAll(async () => {
  client = await bundleClient("deck");
  folder = stageFolder(client);
  url = folder.write("deck.html");
});
afterAll(() => folder.remove());

async function open(hash = ""): Promise<Page> {
  const { page } = await shared.open();
  await openAt(page, url + hash);
  return page;
}

interface Sent {
  readonly key: string;
  readonly code?: string;
  readonly keyCode?: number;
  readonly shiftKey?: boolean;
  readonly repeat?: boolean;
}

/** Sends a key press as an input method or a device does; true if the deck kept it from the browser. */
function send(page: Page, sent: Sent): Promise<boolean> {
  return page.evaluate((init) => !(document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent("keydown", { ...init, bubbles: true, cancelable: true })), sent);
}

describe("keys", () => {
  it.each<[string, string, Sent, string]>([
    ["a letter by its place while the input method has the key", "", { key: "Process", code: "KeyN", keyCode: 229 }, "review-1 0"],
    ["a full-width letter", "", { key: "ｎ", code: "KeyN" }, "review-1 0"],
    ["a letter of another alphabet", "", { key: "т", code: "KeyN" }, "review-1 0"],
    ["the Chinese full stop", "", { key: "。", code: "Period" }, "cover-1 0 black"],
    ["the Chinese comma", "", { key: "，", code: "Comma" }, "cover-1 0 white"],
    ["W", "", { key: "W", code: "KeyW" }, "cover-1 0 white"],
    ["a key of a headset's remote", "", { key: "MediaTrackNext" }, "review-1 0"],
    ["Backspace", "#/2022", { key: "Backspace", code: "Backspace" }, "figures 0"],
    ["a held arrow", "", { key: "ArrowRight", code: "ArrowRight", repeat: true }, "cover-1 0"],
    ["the volume of a laptop", "", { key: "AudioVolumeDown" }, "cover-1 0"],
  ])("takes %s", async (_, hash, sent, wanted) => {
    const page = await open(hash);
    expect(await send(page, sent)).toBe(!sent.key.startsWith("Audio"));
    await stands(page, wanted);
  });

  it("asks for help with either question mark, and each window names its own keys", async () => {
    const page = await open();
    await send(page, { key: "？", code: "Slash", shiftKey: true });
    const keys = (where: Page): Promise<string> => where.$eval(".help", (help) => help.textContent ?? "");
    expect(await keys(page)).toMatch(/演讲者窗口.*数字出处/);
    await press(page, "Escape");
    const speaker = await openSpeaker(page);
    await send(speaker, { key: "Process", code: "Slash", keyCode: 229, shiftKey: true });
    expect(await keys(speaker)).toMatch(/计时归零/);
    expect(await keys(speaker)).not.toMatch(/演讲者窗口|F5/);
  });

  it("takes a press that a worn button sends twice for one, and two presses for two", async () => {
    const page = await open();
    await page.keyboard.press("PageDown");
    await page.keyboard.press("PageDown");
    await stands(page, "review-1 0");
    await press(page, "ArrowDown", "PageDown");
    await stands(page, "steps 1");
    await page.keyboard.press("b");
    await page.keyboard.press("b");
    await stands(page, "steps 1 black");
    await press(page, "1", "1");
    expect(await page.$eval(".toast", (toast) => toast.textContent)).toBe("第11页 · 回车");
  });

  it("covers the slide in white and in black, each until its key or the next press", async () => {
    const page = await open("#/review-1");
    const colour = (): Promise<string> => page.$eval(".pause-overlay", (cover) => `${getComputedStyle(cover).visibility} ${getComputedStyle(cover).backgroundColor}`);
    await press(page, "w");
    expect(await colour()).toBe("visible rgb(255, 255, 255)");
    expect(await page.$eval(".announcer", (region) => region.textContent)).toBe("白屏");
    await press(page, ".");
    expect(await colour()).toBe("visible rgb(0, 0, 0)");
    await press(page, ",");
    await stands(page, "review-1 0 white");
    await press(page, ",");
    await stands(page, "review-1 0");
    await press(page, "w", "PageDown");
    await stands(page, "review-1 0");
  });

  it("begins the show with F5 and goes on with Shift+F5, once only", async () => {
    const page = await open("#/2022");
    await page.evaluate(() => Object.defineProperty(navigator, "keyboard", { value: { lock: (codes: string[]) => Promise.resolve(Object.assign(window, { locked: codes.join() })) } }));
    const fills = (): Promise<unknown> => page.waitForFunction(() => document.fullscreenElement !== null);
    await page.keyboard.down("Shift");
    await press(page, "F5");
    await page.keyboard.up("Shift");
    await fills();
    // Where the browser has this, a short press of Escape stays with the page.
    await page.waitForFunction(() => "locked" in window && window.locked === "Escape");
    expect(await placeOf(page)).toBe("2022 0");
    await press(page, "F5");
    expect(await placeOf(page)).toBe("2022 0");
    // A clicker's Escape closes what is open; only outside of full screen it shows the overview.
    await press(page, "?", "Escape", "Escape");
    expect(await page.$(".help, .overview")).toBeNull();
    expect(await page.evaluate(() => document.fullscreenElement !== null)).toBe(true);
    await press(page, "f");
    await page.waitForFunction(() => document.fullscreenElement === null);
    await press(page, "F5");
    await fills();
    await stands(page, "cover-1 0");
  });
});

describe("the focus", () => {
  it("keeps no key from the deck after a press of the pointer, and is itself again after the help and the overview", async () => {
    const page = await open("#/2022");
    await page.$eval(".present", (slide) => slide.append(Object.assign(document.createElement("button"), { textContent: "按" })));
    const focused = (): Promise<string | undefined> => page.evaluate(() => document.activeElement?.tagName);
    await page.click(".present button");
    expect(await focused()).toBe("BUTTON");
    await press(page, "Enter");
    await stands(page, "tasks-1 0");
    await press(page, "PageUp");
    await page.focus(".present a");
    await press(page, "Tab");
    expect(await focused()).toBe("BUTTON");
    for (const [opens, closes] of [["?", "?"], ["o", "Escape"]] as const) {
      await press(page, opens);
      expect(await page.evaluate(() => document.activeElement?.closest("[role=dialog]") !== null)).toBe(true);
      await press(page, closes);
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("按");
    }
    await press(page, "Enter");
    expect(await placeOf(page)).toBe("2022 0");
  });

  it("lets a clicker turn the page while a field has it", async () => {
    const page = await open();
    const speaker = await openSpeaker(page);
    await press(speaker, "o");
    await speaker.waitForSelector(".speaker-list input");
    await speaker.focus(".speaker-list input");
    await press(speaker, "PageDown");
    await stands(page, "review-1 0");
  });
});

describe("pointers", () => {
  it("turns one page with a wheel, however fast, and zooms with Ctrl", async () => {
    const page = await open();
    for (let notch = 0; notch < 5; notch += 1) await page.mouse.wheel({ deltaY: 120 });
    await stands(page, "review-1 0");
    const turned = (init: WheelEventInit): Promise<boolean> => page.evaluate((given) => !document.querySelector(".reveal")!.dispatchEvent(new WheelEvent("wheel", { ...given, bubbles: true, cancelable: true })), init);
    expect(await turned({ deltaY: 120, ctrlKey: true })).toBe(false);
    await page.waitForFunction((start) => performance.now() - start > 200, {}, await page.evaluate(() => performance.now()));
    expect(await turned({ deltaY: -120 })).toBe(true);
    await stands(page, "cover-1 0");
    await press(page, "?");
    expect(await turned({ deltaY: 120 })).toBe(false);
  });

  it("turns by a swipe, first brings a black screen back, and never leaves the page", async () => {
    const page = await open();
    const swipe = async (from: number, to: number): Promise<void> => {
      const touch = await page.touchscreen.touchStart(from, 300);
      for (let part = 1; part <= 4; part += 1) await touch.move(from + ((to - from) * part) / 4, 305);
      await touch.end();
    };
    await swipe(900, 300);
    await stands(page, "review-1 0");
    await press(page, "b");
    await swipe(900, 300);
    await stands(page, "review-1 0");
    await swipe(300, 900);
    await stands(page, "cover-1 0");
    expect(await page.evaluate(() => [document.documentElement, document.body].map((node) => getComputedStyle(node).overscrollBehaviorX))).toEqual(["none", "none"]);
  });

  it("turns by a click only where the deck wants that, and not by one that meant something else", async () => {
    const page = await open();
    await page.mouse.click(640, 360);
    expect(await placeOf(page)).toBe("cover-1 0");
    await openAt(page, folder.write("click.html", { click: true }));
    await page.mouse.click(640, 360);
    await stands(page, "review-1 0");
    await press(page, "5", "Enter");
    await page.click(".present a");
    await stands(page, "steps 3");
    await press(page, "?");
    await page.mouse.click(5, 5);
    expect(await placeOf(page)).toBe("steps 3");
  });
});
