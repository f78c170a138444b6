/** The whole story of an office, without one word of Markdown: drop a report, settle a doubt, mend two faults, change a figure, choose a theme, print the handout. */
import axe from "axe-core";
import type { ElementHandle, Page } from "puppeteer";
import { afterAll, beforeAll, expect, it } from "vitest";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openFile } from "./desk-page.ts";
import { sharedBrowser } from "./shared-browser.ts";
import { createDeskRoom } from "../desk/desk-room.ts";

const shared = sharedBrowser();
const room = createDeskRoom({}, true);
const user = join(room.dir, "..");
const made = join(user, "湖畔镇报告");
beforeAll(() => room.start());
afterAll(() => room.remove());

const REPORT = `湖畔镇政府工作报告

一、2025年工作回顾

全年实现地区生产总值148亿元，增长11.6%。新增停车位３00个。群众满意度提高５个百分点。

二、2026年工作安排

地区生产总值增长8%左右。
`;
const PART = "slides/10-part-1.md";
const written = (path: string): string => readFileSync(join(made, path), "utf8");
/** Presses the first button that begins with these words, inside an element, as soon as it is there. */
const press = (page: Page, inside: string, text: string): Promise<unknown> =>
  page.waitForFunction((where: string, words: string) => {
    const found = [...document.querySelectorAll<HTMLButtonElement>(`${where} button`)].find((one) => one.textContent?.startsWith(words) === true && !one.disabled && one.offsetParent !== null);
    found?.click();
    return found !== undefined;
  }, {}, inside, text);

it("from the dropped report to the printed handout", { timeout: 120_000 }, async () => {
  const { page, complaints } = await shared.open({ width: 1366, height: 768 });
  await page.goto(room.url());
  const file = join(user, "湖畔镇报告.txt");
  writeFileSync(file, REPORT);
  await ((await page.waitForSelector(".begin-drop input")) as ElementHandle<HTMLInputElement>).uploadFile(file);
  await page.waitForFrame((frame) => frame.url().endsWith("/review"));
  await press(page, "dialog", "存好");
  await page.waitForSelector(".desk-form .desk-field");
  // A doubt is settled by a button.
  await press(page, ".desk-bar", "导入核对");
  await page.waitForFrame((frame) => frame.url().endsWith("/p/1/review"));
  await page.evaluate(axe.source);
  const { violations } = (await page.evaluate("axe.run(document, { iframes: false })")) as axe.AxeResults;
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join("\n")}`)).toEqual([]);
  await press(page, ".desk-doubts", "写进数据表");
  await page.waitForFunction(`document.querySelector(".desk-doubt-state.there")?.textContent.includes("数值")`);
  expect(written("data/observations.csv")).toMatch(/\ngdp,2026,.+\n$/);
  await press(page, ".desk-review", "撤销");
  await page.waitForFunction(`document.querySelector(".desk-doubt-state.there") === null`);
  expect(written("data/observations.csv")).not.toContain("gdp,2026");
  await press(page, ".desk-doubts", "写进数据表");
  await page.waitForFunction(`document.querySelector(".desk-doubt-state.there") !== null`);
  await press(page, ".desk-review", "关闭");
  // Two faults, each mended after it was seen.
  for (const digits of ["300", "5"]) {
    await press(page, ".desk-problems", `改成 “${digits}”`);
    await page.waitForFunction((words: string) => document.querySelector(".desk-problems")?.textContent?.includes(words) === false, {}, `改成 “${digits}”`);
  }
  await expect.poll(() => written(PART)).toContain("新增停车位300个。群众满意度提高5个百分点。");
  // One figure, in the table; the notes say the new one.
  await openFile(page, "data/observations.csv");
  await page.waitForFunction(`document.querySelector('.desk-grid:not([hidden]) td[data-at="1:2"]')?.click(), document.activeElement?.dataset.at === "1:2"`);
  await page.keyboard.type("149");
  await page.keyboard.press("Enter");
  await expect.poll(() => written("data/observations.csv")).toContain("gdp,2025,149,11.6%");
  // A theme.
  await openFile(page, "slides/deck.yaml");
  await page.waitForFunction(`document.querySelector('.desk-theme[data-theme="lantu"]')?.click(), document.querySelector('.desk-theme[data-theme="lantu"][aria-pressed="true"]') !== null`, { polling: 300 });
  await expect.poll(() => written("slides/deck.yaml")).toContain("theme: lantu");
  // The handout.
  await press(page, ".desk-bar", "生成");
  await press(page, '[data-output="handout"]', "生成");
  await page.waitForFunction(`document.querySelector('[data-output="handout"] .desk-out-told').textContent === "已生成"`, { timeout: 60_000 });
  await press(page, '[data-output="handout"]', "打印 每页 6 张");
  await page.waitForSelector('.desk-print[src$="/handout-6.pdf"]');
  expect(existsSync(join(made, "成品/讲义/handout-6.pdf"))).toBe(true);
  // Every step can be taken back.
  expect(complaints.filter((one) => !one.includes("handout-6.pdf"))).toEqual([]);
});
