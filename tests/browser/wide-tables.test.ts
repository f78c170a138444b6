/** A table wider than a phone: a reader scrolls it by touch or with the keys, and its first column stays in sight. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { compile, createCompileCache } from "../../src/build.ts";
import { writeOutputs } from "../../src/outputs/write-outputs.ts";
import { createWorld } from "../../src/world/node-world.ts";
import { HOME, smallProject, THEMES, withFolder } from "../support/project.ts";
import { sharedBrowser } from "./shared-browser.ts";

const FILES = {
  "slides/10-part.md": `# 回顾

## 五年对比 {#table}

| 指标 | 2021年 | 2022年 | 2023年 | 2024年 | 2025年 |
| :-- | --: | --: | --: | --: | --: |
| 财政总收入 | 112.4亿元 | 118.9亿元 | 121.3亿元 | 126.5亿元 | 1,233.2亿元 |
| 全体居民人均可支配收入 | 31,256元 | 33,841元 | 35,208元 | 37,655元 | 39,872元 |
`,
};

const shared = sharedBrowser();
let folder = "";
let address = "";

beforeAll(async () => {
  const files = await withFolder(smallProject(FILES), async (dir) => {
    const world = createWorld({ home: HOME });
    try {
      const { deck, model, theme, read, diagnostics } = await compile(dir, [THEMES], world, createCompileCache());
      if (deck === null || model === null || theme === null || read === null) throw new Error(JSON.stringify(diagnostics));
      return await writeOutputs(deck, theme, { dir, themes: [THEMES], only: ["single"], steps: false, pages: false, read, model, onOutput: () => undefined }, world, () => undefined);
    } finally {
      await world.close();
    }
  });
  folder = mkdtempSync(join(tmpdir(), "luduan 宽表 "));
  const page = [...files].find(([name]) => name.endsWith(".html"));
  if (page === undefined) throw new Error(`no page among ${[...files.keys()].join(", ")}`);
  writeFileSync(join(folder, "deck.html"), page[1]);
  address = pathToFileURL(join(folder, "deck.html")).href;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("scrolls with the arrow keys on a phone, under its first column, and has the slide's title as its name", async () => {
  const { page, complaints } = await shared.open({ width: 390, height: 844 });
  await page.goto(address);
  await page.waitForSelector("html.reading #table .table[tabindex='0']");
  const place = (): Promise<{ last: number; first: number }> =>
    page.evaluate(() => ({
      last: document.querySelector("#table tbody td:last-child")!.getBoundingClientRect().right,
      first: document.querySelector("#table tbody th")!.getBoundingClientRect().left,
    }));
  const before = await place();
  expect(before.last).toBeGreaterThan(390);
  await page.focus("#table .table");
  expect(await page.$eval("#table .table", (box) => [box.getAttribute("role"), box.getAttribute("aria-label")])).toEqual(["region", "五年对比"]);
  // A press moves the box by 40 px; where it ends is where the last cell is whole.
  for (let press = 0; press < 24; press += 1) await page.keyboard.press("ArrowRight");
  await page.waitForFunction(() => document.querySelector("#table tbody td:last-child")!.getBoundingClientRect().right <= 390);
  expect((await place()).first).toBeCloseTo(before.first, 0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect(complaints).toEqual([]);
});

it("is no stop for the Tab key where it does not scroll", async () => {
  const { page } = await shared.open({ width: 1920, height: 1080 });
  await page.goto(address);
  await page.waitForSelector("html.started:not(.reading)");
  expect(await page.$$eval(".table", (boxes) => boxes.map((box) => [box.getAttribute("tabindex"), box.getAttribute("role")]))).toEqual([[null, null]]);
});
