/** Nothing that is typed at the desk is lost: it is written, or it stays on the page. */
import { afterEach, beforeEach, expect, it } from "vitest";
import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openDesk, openFile, typeAtEnd, type Opened } from "./desk-page.ts";
import { sharedBrowser } from "./shared-browser.ts";
import { createDeskRoom, type DeskRoom } from "../desk/desk-room.ts";

const PART = "slides/10-part.md";
const TEXT = "# 工作回顾\n\n## 主要指标 {#one}\n\n- 全年{{gdp}}\n\n## 第二页 {#two}\n\n- 乙\n\n备注：\n念的话。\n\n## 第三页 {#three}\n\n- 丙\n";
const shared = sharedBrowser();
let room: DeskRoom;
beforeEach(async () => {
  room = createDeskRoom({ [PART]: TEXT });
  await room.start();
});
afterEach(() => room.remove());

const open = (asText = true): Promise<Opened> => openDesk(shared, room.url(), asText);
const onDisk = (): string => readFileSync(join(room.dir, PART), "utf8");

it("an edit from outside shows at once; one of the same text asks which to keep", async () => {
  const { page } = await open();
  writeFileSync(join(room.dir, PART), TEXT.replace("第二页", "外面改的"));
  await page.waitForFunction(`document.querySelector(".cm-content").textContent.includes("外面改的")`);
  await page.setOfflineMode(true);
  await typeAtEnd(page, "- 我加的\n");
  await page.waitForFunction(`document.querySelector(".desk-status.bad") !== null`);
  writeFileSync(join(room.dir, PART), `${TEXT}- 别处加的\n`);
  await page.setOfflineMode(false);
  await page.keyboard.type("- 再加\n");
  await page.waitForSelector("dialog[open] textarea");
  const [mine, theirs] = await page.$$eval("dialog textarea", (areas) => areas.map((area) => (area as HTMLTextAreaElement).value));
  expect(mine).toContain("- 我加的\n- 再加");
  expect(theirs).toContain("- 别处加的");
  await page.click(".desk-which section:first-of-type button");
  await expect.poll(onDisk).toContain("- 我加的\n- 再加");
});

it("keys that are typed until the question is there are in one's own version", async () => {
  const { page } = await open();
  await page.setOfflineMode(true);
  await typeAtEnd(page, "- 我");
  await page.waitForSelector(".desk-status.bad");
  writeFileSync(join(room.dir, PART), `${TEXT}- 别处加的\n`);
  await page.setOfflineMode(false);
  await page.keyboard.type("加的，一口气写完", { delay: 60 });
  await page.waitForSelector("dialog[open] textarea");
  expect(await page.$eval("dialog textarea", (area) => (area as HTMLTextAreaElement).value)).toBe(`${TEXT}- 我加的，一口气写完`);
  await page.click(".desk-which section:last-of-type button");
  await page.waitForFunction(`document.querySelector(".cm-content").textContent.includes("别处加的")`);
  expect(onDisk()).toBe(`${TEXT}- 别处加的\n`);
});

it("a word is one step to take back, though every letter is written", async () => {
  const { page } = await open();
  await typeAtEnd(page, "- 一个词");
  await expect.poll(onDisk).toBe(`${TEXT}- 一个词`);
  await page.click(".desk-bar button");
  await expect.poll(onDisk).toBe(TEXT);
  await page.waitForSelector(".desk-bar button:disabled");
});

it("what cannot be written stays on the page until it is taken back, and no other file takes its place", async () => {
  const { page } = await open();
  chmodSync(join(room.dir, PART), 0o444);
  await typeAtEnd(page, "- 写不进去");
  await page.waitForFunction(`document.querySelector(".desk-status.bad")?.textContent.includes("写不进去")`);
  await page.click("#desk-tab-table");
  await page.waitForFunction(`document.querySelector(".cm-content").textContent.includes("- 写不进去")`);
  expect(await page.$eval("#desk-tab-slides", (tab) => tab.getAttribute("aria-selected"))).toBe("true");
  await page.click(".desk-bar button");
  await page.waitForFunction(`!document.querySelector(".cm-content").textContent.includes("- 写不进去")`);
  expect(onDisk()).toBe(TEXT);
  await openFile(page, "data/observations.csv");
});

it("what a form could not send is sent with the next key", async () => {
  const { page } = await open(false);
  await page.waitForSelector('.desk-form [data-field="slide/title"]');
  await page.setOfflineMode(true);
  await page.type('.desk-form [data-field="slide/title"]', "甲");
  await page.waitForSelector(".desk-status.bad");
  await page.setOfflineMode(false);
  await page.type('.desk-form [data-field="slide/notes"]', "乙");
  await expect.poll(onDisk).toContain("备注：\n乙");
  await expect.poll(onDisk).toContain("# 工作回顾甲");
});
