/** The page before the desk, in a real browser: begin a report, go back, drop one, open a folder. */
import axe from "axe-core";
import type { ElementHandle, Page } from "puppeteer";
import { afterAll, beforeAll, expect, it } from "vitest";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sharedBrowser } from "./shared-browser.ts";
import { createDeskRoom } from "../desk/desk-room.ts";

const shared = sharedBrowser();
const room = createDeskRoom({}, true);
const user = join(room.dir, "..");
beforeAll(() => room.start());
afterAll(() => room.remove());

async function isClean(page: Page): Promise<void> {
  await page.evaluate(axe.source);
  const { violations } = (await page.evaluate("axe.run(document, { iframes: false })")) as axe.AxeResults;
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join("\n")}`)).toEqual([]);
}

it("a report is begun with a picture of it, and the desk leads back to a page that knows it", async () => {
  const { page, complaints } = await shared.open({ width: 1366, height: 768 });
  await page.goto(room.url());
  await page.waitForSelector(".begin-card");
  expect(await page.$$eval(".begin-card iframe", ({ length }) => length)).toBe(6);
  const cover = await page.waitForFrame((frame) => frame.url().endsWith("/cover/township/"));
  await cover.waitForSelector("html.started .preview section");
  await isClean(page);
  await page.click(".begin-card");
  await page.waitForSelector("dialog[open]");
  await page.click("dialog button.desk-make");
  await page.waitForSelector(".desk-bar h1:not(:empty)");
  expect(existsSync(join(user, "工作报告/slides/deck.yaml"))).toBe(true);
  await page.click(".desk-back");
  await page.waitForFunction(`document.querySelector(".begin-project")?.textContent.includes("政府工作报告")`);
  await page.type(".begin-open input", "没有的");
  await page.click(".begin-open .desk-make");
  await page.waitForFunction(`document.querySelector(".begin-open .begin-told").textContent.includes("没有的")`);
  expect(complaints).toEqual([]);
});

it("a file is dropped, its review is seen, and the desk opens; a folder is found by walking", async () => {
  const { page, complaints } = await shared.open({ width: 1366, height: 768 });
  await page.goto(room.url());
  const file = join(user, "某镇报告.txt");
  writeFileSync(file, "测试镇政府工作报告\n\n一、2025年工作回顾\n\n全年实现地区生产总值148亿元，增长11.6%。\n");
  const input = (await page.waitForSelector(".begin-drop input")) as ElementHandle<HTMLInputElement>;
  await input.uploadFile(file);
  const review = await page.waitForFrame((frame) => frame.url().endsWith("/review"));
  await review.waitForFunction(`document.body.textContent.includes("148亿元")`);
  await isClean(page);
  await page.click("dialog .desk-make");
  await page.waitForSelector(".desk-bar h1:not(:empty)");
  await page.goto(room.url());
  await page.waitForSelector(".begin-open .desk-button");
  await page.click(".begin-open .desk-button:not(.desk-make)");
  await page.waitForSelector("dialog .begin-folder .begin-mark");
  await page.evaluate(() => [...document.querySelectorAll<HTMLElement>(".begin-folder")].find((row) => row.textContent?.startsWith("某镇报告"))?.click());
  await page.waitForSelector(".desk-bar h1:not(:empty)");
  expect(complaints).toEqual([]);
});

it("next year's draft goes into the report of before: what changes is seen, written, and taken back", async () => {
  const { page, complaints } = await shared.open({ width: 1366, height: 768 });
  await page.goto(room.url());
  const file = join(user, "新稿.txt");
  const table = join(user, "某镇报告/data/observations.csv");
  writeFileSync(file, "测试镇政府工作报告\n\n一、2025年工作回顾\n\n全年实现地区生产总值158亿元，增长12.1%。\n");
  const input = (await page.waitForSelector(".begin-drop input")) as ElementHandle<HTMLInputElement>;
  await input.uploadFile(file);
  // The report that was opened last is offered.
  await page.waitForFunction(`document.querySelector(".begin-into input")?.value.endsWith("某镇报告")`);
  await page.click(".begin-into .desk-make");
  await page.waitForFunction(`document.querySelector(".begin-merge")?.textContent.includes("数值 gdp 2025：gdp,2025,148")`);
  expect(readFileSync(table, "utf8")).toContain("148");
  await isClean(page);
  await page.click(".begin-merge .desk-make");
  await page.waitForFunction(`document.querySelector(".desk-bar button")?.disabled === false`);
  expect(readFileSync(table, "utf8")).toContain("158");
  await page.click(".desk-bar button");
  await expect.poll(() => readFileSync(table, "utf8")).toContain("148");
  expect(complaints).toEqual([]);
});
