/** What the tests of the stage share: files of small decks, where a deck stands, and the speaker window that belongs to it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "puppeteer";
import { singlePage, type Client, type FixtureOptions } from "./fixture.ts";
import { press } from "./press.ts";

export interface StageFolder {
  /** Writes a deck with notes below the folder and returns its `file://` address. */
  readonly write: (name: string, options?: Partial<FixtureOptions>) => string;
  readonly path: string;
  readonly remove: () => void;
}

export function stageFolder(client: Client): StageFolder {
  const path = mkdtempSync(join(tmpdir(), "luduan-stage-"));
  return {
    path,
    write: (name, options = {}) => {
      const file = join(path, name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, singlePage(client, { notes: true, ...options }));
      return pathToFileURL(file).href;
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}

export async function openAt(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.waitForSelector("html.started");
}

/** Slide id and number of shown fragments, and what covers the slide: `steps 1`, `steps 1 black`. */
export function placeOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const reveal = document.querySelector("body > .reveal");
    const slide = reveal?.querySelector(".slides > .present");
    const cover = reveal?.classList.contains("paused") !== true ? "" : reveal.classList.contains("white") ? " white" : " black";
    return `${slide?.id} ${slide?.querySelectorAll(".fragment.visible").length}${cover}`;
  });
}

/** Waits until the deck stands at a place, as `placeOf` says it. */
export async function stands(page: Page, wanted: string): Promise<void> {
  await page.waitForFunction((place) => {
    const reveal = document.querySelector("body > .reveal");
    const slide = reveal?.querySelector(".slides > .present");
    const cover = reveal?.classList.contains("paused") !== true ? "" : reveal.classList.contains("white") ? " white" : " black";
    return `${slide?.id} ${slide?.querySelectorAll(".fragment.visible").length}${cover}` === place;
  }, { timeout: 8000 }, wanted);
}

/** Waits until an element has a text. */
export async function reads(page: Page, selector: string, wanted: string): Promise<void> {
  await page.waitForFunction((where, what) => document.querySelector(where)?.textContent === what, { timeout: 8000 }, selector, wanted);
}

/** Presses S, and S again for the question of a computer with one screen, and waits until the windows have found each other. */
export async function openSpeaker(page: Page): Promise<Page> {
  const popup = new Promise<Page>((done) => page.once("popup", (opened) => opened !== null && done(opened)));
  await press(page, "s", "s");
  const speaker = await popup;
  await paired(speaker);
  return speaker;
}

/** Waits until a speaker window has found its deck. */
export async function paired(speaker: Page): Promise<void> {
  await speaker.waitForSelector(".speaker .speaker-now section");
  await speaker.waitForSelector(".speaker-lost[hidden]");
}
