/** The desk's page, in a real browser: choose, write, see, mend, take back, move, make. */
import axe from "axe-core";
import type { Frame, Page } from "puppeteer";
import { afterEach, beforeEach, expect, it } from "vitest";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
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
const shown = (preview: Frame, id: string): Promise<unknown> => preview.waitForFunction(`document.querySelector("section.present")?.id === ${JSON.stringify(id)}`);

it("a slide is chosen in the list: preview and source go there; the cursor leads the preview", async () => {
  const { page, slides, preview, complaints } = await open();
  await slides.click('[data-id="two"]');
  await shown(preview, "two");
  await page.waitForFunction(`document.querySelector(".cm-activeLine")?.textContent.includes("第二页")`);
  await typeAtEnd(page, "");
  await shown(preview, "three");
  await slides.waitForSelector('[data-id="three"][aria-current]');
  expect(complaints).toEqual([]);
});

it("what is typed is saved, compiled and shown; a mistake is told at its place and mended; undo restores every byte", async () => {
  const { page, slides, preview, complaints } = await open();
  await typeAtEnd(page, "- 增长５%\n");
  await page.waitForSelector(".desk-problem .desk-repair");
  expect(onDisk()).toBe(`${TEXT}- 增长５%\n`);
  await page.click(".desk-problem .desk-repair");
  await page.waitForFunction(`document.querySelectorAll(".desk-repair").length === 0`);
  await typeAtEnd(page, "- 甲,乙\n");
  await page.waitForSelector(".desk-except");
  await page.click(".desk-except");
  await page.waitForSelector("dialog[open] input");
  await page.keyboard.type("原文如此");
  await page.keyboard.press("Enter");
  await expect.poll(onDisk).toBe(`${TEXT}- 增长5%\n- 甲,乙 <!-- check-ignore P01: 原文如此 -->\n`);
  await page.waitForFunction(`document.querySelector(".desk-except") === null`);
  await preview.waitForFunction(`document.querySelector("#three").textContent.includes("增长5%")`);
  await typeAtEnd(page, "\n## 又一页\n\n- 丁{{gpd}}\n");
  await page.waitForSelector(".desk-problem.error");
  // With an error the last good deck stays.
  expect(await preview.$("#three")).not.toBeNull();
  await page.waitForSelector(".cm-lint-marker-error");
  while (!(await page.$eval(".desk-bar button", (button) => (button as HTMLButtonElement).disabled))) {
    const before = onDisk();
    await page.click(".desk-bar button");
    await page.waitForFunction((text: string) => document.querySelector(".desk-bar button:disabled") !== null || document.querySelector(".cm-content")?.textContent !== text, {}, before);
    await expect.poll(onDisk).not.toBe(before);
    await expect.poll(async () => (await page.$eval(".desk-status", (node) => node.textContent)) === "已保存").toBe(true);
  }
  expect(onDisk()).toBe(TEXT);
  await slides.waitForFunction(`document.querySelectorAll(".desk-slide").length >= 3`);
  expect(complaints).toEqual([]);
});

it("a slide is moved by the keyboard, with its notes", async () => {
  const { slides } = await open();
  await slides.focus('[data-id="two"]');
  await slides.page().keyboard.down("Alt");
  await slides.page().keyboard.press("ArrowDown");
  await slides.page().keyboard.up("Alt");
  await slides.waitForFunction(`[...document.querySelectorAll(".desk-slide")].map((node) => node.dataset.id).join() .endsWith("one,three,two")`);
  expect(onDisk()).toBe("# 工作回顾\n\n## 主要指标 {#one}\n\n- 全年{{gdp}}\n\n## 第三页 {#three}\n\n- 丙\n\n## 第二页 {#two}\n\n- 乙\n\n备注：\n念的话。\n");
});

it("a slide is changed by its form, a chart is put in, and only its lines change", async () => {
  const { page, slides, preview, complaints } = await open(false);
  await slides.click('[data-id="two"]');
  const field = (name: string): string => `.desk-form [data-field="slide/${name}"]`;
  await page.waitForFunction(`document.querySelector('${field("title")}')?.value === "第二页"`);
  await page.type(field("title"), "改");
  await preview.waitForFunction(`document.querySelector("#two").textContent.includes("第二页改")`);
  await page.type(field("items"), "\n丁{{gdp}}");
  await preview.waitForFunction(`document.querySelector("#two").textContent.includes("丁148亿元")`);
  expect(onDisk()).toBe(TEXT.replace("第二页", "第二页改").replace("- 乙", "- 乙\n- 丁{{gdp}}"));
  const before = onDisk();
  await page.evaluate(() => [...document.querySelectorAll<HTMLElement>(".desk-form > button")].at(-1)?.click());
  await page.waitForSelector("dialog[open].desk-insert");
  await page.select(".desk-insert select", "growth");
  await page.select(".desk-insert-list", "gdp");
  await page.click(".desk-insert .desk-make");
  await preview.waitForFunction(`document.querySelectorAll(".slides > section").length === 5`);
  expect(onDisk()).toBe(before.replace("念的话。\n", "念的话。\n\n## 地区生产总值\n\n```chart\ntype: growth\nindicators: [gdp]\n```\n"));
  await slides.waitForFunction(`document.querySelectorAll(".desk-slide").length === 5`);
  await page.evaluate(axe.source);
  const { violations } = (await page.evaluate("axe.run(document, { iframes: false })")) as axe.AxeResults;
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join("\n")}`)).toEqual([]);
  await openFile(page, "slides/deck.yaml");
  await page.waitForSelector(".desk-theme[aria-pressed=true]");
  await page.click(".desk-theme[aria-pressed=false]");
  await expect.poll(() => readFileSync(join(room.dir, "slides/deck.yaml"), "utf8")).toMatch(/^theme: \w+$/m);
  expect(complaints).toEqual([]);
});

it("a table is a grid: a cell is written, its fault told in it, and figures are pasted from a sheet", async () => {
  const { page, preview, complaints } = await open();
  await openFile(page, "data/observations.csv");
  await page.waitForSelector('.desk-grid td[data-at="1:2"]');
  await page.click('.desk-grid td[data-at="1:2"]');
  await page.waitForFunction(`document.querySelector(".desk-grid-uses").textContent === "用在：2 主要指标"`);
  await page.keyboard.type("15x");
  await page.keyboard.press("Enter");
  await page.waitForSelector('td[data-at="1:2"].faulty[aria-invalid]');
  await page.click('.desk-grid td[data-at="1:2"]');
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", "156.5\t5.7%\r\n");
    document.activeElement?.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  });
  await preview.waitForFunction(`document.querySelector("#one").textContent.includes("156.5")`);
  expect(readFileSync(join(room.dir, "data/observations.csv"), "utf8")).toBe("indicator,period,value,growth\ngdp,2021,156.5,5.7%\n");
  expect(complaints).toEqual([]);
});

it("a cell is offered what the project knows: found by name, taken with the keyboard or the mouse, clean by axe-core", async () => {
  const { page, complaints } = await open();
  await openFile(page, "data/observations.csv");
  await page.click('.desk-grid td[data-at="1:0"]');
  await page.keyboard.press("F2");
  await page.keyboard.type("生产");
  await page.waitForFunction(`document.querySelector(".desk-offers:not([hidden])")?.textContent === "地区生产总值 gdp"`);
  await page.evaluate(axe.source);
  const { violations } = (await page.evaluate("axe.run(document, { iframes: false })")) as axe.AxeResults;
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join("\n")}`)).toEqual([]);
  await page.keyboard.press("ArrowDown");
  expect(await page.$eval(".desk-grid input", (input) => [input.getAttribute("aria-expanded"), document.getElementById(input.getAttribute("aria-activedescendant") ?? "")?.getAttribute("aria-selected")])).toEqual(["true", "true"]);
  await page.keyboard.press("Enter");
  await page.waitForFunction(`document.querySelector('td[data-at="1:0"]').textContent === "gdp" && document.querySelector(".desk-offers") === null`);
  await page.click('.desk-grid td[data-at="1:1"]');
  await page.keyboard.press("F2");
  await page.click('.desk-offers [data-value="2021"]');
  await page.waitForFunction(`document.querySelector(".desk-offers") === null`);
  await page.click('.desk-grid td[data-at="1:1"]');
  await page.keyboard.type("20");
  await page.waitForSelector(".desk-offers:not([hidden])");
  // What is typed stays what is typed; Escape leaves first the list, then the cell.
  await page.keyboard.press("Escape");
  await page.waitForSelector(".desk-grid input[aria-expanded=false]");
  await page.keyboard.press("Escape");
  await page.waitForFunction(`document.querySelector('td[data-at="1:1"]').textContent === "2021"`);
  expect(readFileSync(join(room.dir, "data/observations.csv"), "utf8")).toContain("gdp,2021,148,11.6%");
  expect(complaints).toEqual([]);
});

it("the files are tabs: walked by arrows, each with its files, and what is chosen is the panel's name", async () => {
  const { page } = await open();
  await page.focus("#desk-tab-slides");
  await page.keyboard.press("ArrowRight");
  await page.waitForSelector('#desk-tab-table[aria-selected=true] ~ [aria-selected=false]');
  expect(await page.$eval("#desk-panel", (panel) => [panel.getAttribute("role"), document.getElementById(panel.getAttribute("aria-labelledby") ?? "")?.textContent])).toEqual(["tabpanel", "数据表"]);
  expect(await page.$$eval(".desk-file", (files) => files.map(({ textContent }) => textContent))).toEqual(["指标", "数值"]);
  await page.keyboard.press("End");
  await page.waitForSelector("#desk-tab-settings[aria-selected=true]");
  await page.waitForSelector(".desk-theme");
  await page.keyboard.press("ArrowRight");
  await page.waitForSelector("#desk-tab-slides[aria-selected=true]");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("desk-tab-slides");
});

it("ten thousand rows are walked through with a few on the page", async () => {
  const ids = Array.from({ length: 100 }, (_, index) => `i${index}`);
  writeFileSync(join(room.dir, "data/indicators.csv"), `id,name,unit,kind\ngdp,地区生产总值,亿元,flow\n${ids.map((id) => `${id},指标${id},亿元,flow\n`).join("")}`);
  writeFileSync(join(room.dir, "data/observations.csv"), `indicator,period,value\ngdp,2021,1\n${ids.flatMap((id) => Array.from({ length: 100 }, (_, year) => `${id},${1950 + year},1\n`)).join("")}`);
  const { page } = await open();
  await openFile(page, "data/observations.csv");
  await page.waitForSelector('.desk-grid td[data-at="1:1"]');
  await page.evaluate(() => document.querySelector(".desk-grid-scroll")?.scrollTo(0, 1e9));
  await page.waitForSelector('td[data-at="10001:1"]');
  expect(await page.$$eval(".desk-grid tbody tr", ({ length }) => length)).toBeLessThan(100);
});

it("an output is made by its own button, and can be opened, shown and found; another leaves it as it is", async () => {
  const { page, complaints } = await open();
  await page.click(".desk-bar .desk-make");
  const make = async (output: string): Promise<void> => {
    const card = `[data-output="${output}"]`;
    await page.click(`${card} .desk-button`);
    await page.waitForFunction(`document.querySelector('${card} .desk-out-told').textContent === "已生成" && document.querySelector('${card} .desk-way') !== null`, { timeout: 60_000 });
  };
  await make("show");
  await make("site");
  expect(existsSync(join(room.dir, "成品/会场放映/manifest.json"))).toBe(true);
  expect(existsSync(join(room.dir, "成品/网站/index.html"))).toBe(true);
  expect(await page.$$eval('[data-output="show"] .desk-way', (ways) => ways.map(({ textContent }) => textContent))).toEqual(["开始放映", "打开", "所在文件夹"]);
  await page.evaluate(axe.source);
  const { violations } = (await page.evaluate("axe.run(document, { iframes: false })")) as axe.AxeResults;
  expect(violations.map(({ id }) => id)).toEqual([]);
  const opened = new Promise<Page>((done) => page.once("popup", (popup) => done(popup!)));
  await page.click('[data-output="site"] .desk-way');
  const site = await opened;
  await site.waitForSelector("html.started section.present");
  expect(site.url()).toMatch(/\/p\/1\/made\/site\/index\.html/);
  expect(complaints).toEqual([]);
});

it("is clean by axe-core, also with problems on it", async () => {
  const { page } = await open();
  await typeAtEnd(page, "- 增长５%，{{gpd}}\n");
  await page.waitForSelector(".desk-problem.error");
  await page.evaluate(axe.source);
  const { violations } = (await page.evaluate("axe.run(document, { iframes: false })")) as axe.AxeResults;
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join("\n")}`)).toEqual([]);
});
