/** Figures of a chart under the pointer and on focus, in a deck that asks for them, and none in a deck that does not. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { ElementHandle, Page } from "puppeteer";
import { afterAll, beforeAll, expect, it } from "vitest";
import { compile, createCompileCache } from "../../src/build.ts";
import { writeOutputs } from "../../src/outputs/write-outputs.ts";
import { createWorld } from "../../src/world/node-world.ts";
import { HOME, smallProject, THEMES, withFolder } from "../support/project.ts";
import { serve, sharedBrowser, type WatchedPage } from "./shared-browser.ts";

const SLIDE = `## 增速

\`\`\`chart
type: growth
indicators: [gdp, output, jobs]
\`\`\`

## 再看一页

- 一句话
`;
const TABLES = {
  "data/indicators.csv": "id,name,unit,kind\ngdp,地区生产总值,亿元,flow\noutput,规上工业产值,亿元,flow\njobs,<b>就业</b>,,index\n",
  "data/observations.csv": "indicator,period,value,growth\ngdp,2021,148,11.6%\noutput,2021,187,近9%\njobs,2021,,3%\n",
};

const shared = sharedBrowser();
let folder = "";
let web: Awaited<ReturnType<typeof serve>>;
let on: ReadonlyMap<string, Uint8Array>;
let off: ReadonlyMap<string, Uint8Array>;

beforeAll(async () => {
  [on, off] = await Promise.all([buildDeck("hover: true\n"), buildDeck("")]);
  folder = await mkdtemp(join(tmpdir(), "luduan-hover-"));
  await writeFile(join(folder, "on.html"), on.get("工作报告.html")!);
  await writeFile(join(folder, "off.html"), off.get("工作报告.html")!);
  web = await serve(new Map([...on].map(([name, bytes]) => [name === "index.html" ? "/" : `/${name}`, bytes])));
});
afterAll(async () => {
  web.close();
  await rm(folder, { recursive: true, force: true });
});

async function buildDeck(setting: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const settings = `title: 工作报告\norganisation: 测试镇\nperiod: 2021\n${setting}`;
  return withFolder(smallProject({ ...TABLES, "slides/deck.yaml": settings, "slides/10-part.md": SLIDE }), async (dir) => {
    const world = createWorld({ home: HOME });
    try {
      const { deck, model, theme, read } = await compile(dir, [THEMES], world, createCompileCache());
      if (deck === null || model === null || theme === null || read === null) throw new Error("The deck does not compile.");
      const found: unknown[] = [];
      const files = await writeOutputs(deck, theme, { dir, themes: [THEMES], only: ["deck", "single"], steps: false, pages: false, read, model, onOutput: () => undefined }, world, (diagnostic) => found.push(diagnostic));
      expect(found).toEqual([]);
      return files;
    } finally {
      await world.close();
    }
  });
}

async function open(url: string): Promise<WatchedPage> {
  const watched = await shared.open({ reducedMotion: true });
  await watched.page.goto(url);
  await watched.page.waitForSelector("html.started");
  return watched;
}

const file = (name: string): string => pathToFileURL(join(folder, name)).href;

/** Shapes of the bars, in the order drawn. */
function bars(page: Page): Promise<ElementHandle[]> {
  return page.$$(".chart-bar");
}

function tip(page: Page): Promise<readonly string[] | null> {
  return page.evaluate(() => {
    const box = document.querySelector(".chart-tip");
    return box === null ? null : [...box.querySelectorAll("strong, dt, dd")].map((part) => part.textContent ?? "");
  });
}

function opacities(page: Page): Promise<readonly string[]> {
  return page.$$eval(".chart-bar", (shapes) => shapes.map((shape) => getComputedStyle(shape).opacity));
}

it.each(["the single file", "the web deck"])("%s shows name, value and growth as published, beside the pointer and inside the slide", async (kind) => {
  const { page, complaints } = await open(kind === "the web deck" ? web.url : file("on.html"));
  expect(await tip(page)).toBeNull();
  const [first, second] = await bars(page);
  await second!.hover();
  expect(await tip(page)).toEqual(["规上工业产值", "数值", "187亿元", "2021年增速", "近9%"]);
  expect(await opacities(page)).toEqual(["0.4", "1", "0.4"]);
  const look = await page.$eval(".chart-tip", (box) => ({ family: getComputedStyle(box).fontFamily, box: box.getBoundingClientRect().toJSON() as DOMRect }));
  expect(look.family).toContain("Luduan Sans");
  expect(look.box.right).toBeLessThanOrEqual(1280);
  expect(look.box.bottom).toBeLessThanOrEqual(720);
  await first!.hover();
  expect((await tip(page))?.[0]).toBe("地区生产总值");
  await page.mouse.move(5, 5);
  expect(await tip(page)).toBeNull();
  expect(await opacities(page)).toEqual(["1", "1", "1"]);
  // The policy blocks nothing.
  expect(complaints).toEqual([]);
});

it("takes names as text, never as markup, and says what was not published", async () => {
  const { page } = await open(file("on.html"));
  await (await bars(page))[2]!.hover();
  expect(await tip(page)).toEqual(["<b>就业</b>", "数值", "未载", "2021年增速", "3%"]);
});

it("follows the focus, tells it to screen readers, and gives way to the next slide", async () => {
  const { page, complaints } = await open(file("on.html"));
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  expect(await tip(page)).toEqual(["规上工业产值", "数值", "187亿元", "2021年增速", "近9%"]);
  expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe("规上工业产值, 数值 187亿元, 2021年增速 近9%");
  await page.keyboard.press("PageDown");
  expect(await tip(page)).toBeNull();
  expect(await page.$(".pointing")).toBeNull();
  expect(complaints).toEqual([]);
});

it("is not there where it was not asked for", async () => {
  const text = (files: ReadonlyMap<string, Uint8Array>): string => [...files].filter(([name]) => /\.(html|js|css)$/.test(name)).map(([, bytes]) => new TextDecoder().decode(bytes)).join("");
  expect(text(on)).toMatch(/ecmeta_data_index/);
  expect(text(off)).not.toMatch(/ecmeta|chart-tip|chart-band/);
  expect(new TextDecoder().decode(on.get("LICENSES.txt"))).toContain("Apache ECharts");
  expect(new TextDecoder().decode(off.get("LICENSES.txt"))).not.toContain("ECharts");
  const { page } = await open(file("off.html"));
  await (await bars(page))[1]!.hover();
  expect(await tip(page)).toBeNull();
  expect(await opacities(page)).toEqual(["1", "1", "1"]);
});
