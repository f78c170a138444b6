/** Where figures come from: pressed, asked for by key, read by a screen reader, out of the way of clickers. */
import type { Page, SerializedAXNode } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { compile, createCompileCache } from "../../src/build.ts";
import { writeOutputs } from "../../src/outputs/write-outputs.ts";
import { createWorld } from "../../src/world/node-world.ts";
import { HOME, smallProject, THEMES, withFolder } from "../support/project.ts";
import { serve, sharedBrowser, type WatchedPage } from "./shared-browser.ts";

const FILES = {
  "slides/10-part.md": `## 指标 {#kpi}

\`\`\`figures
hero: gdp
cards: [output, town]
\`\`\`

备注：
{{gdp@2020}}只在讲稿里。

## 正文 {#text}

全年完成{{gdp.name}}{{gdp}}，同比增长{{gdp.growth}}。

## 增速 {#chart}

\`\`\`chart
type: growth
indicators: [gdp, output]
\`\`\`

## 没有数字 {#plain}

只有一句话。
`,
  "data/indicators.csv": "id,name,unit,kind,source\ngdp,地区生产总值,亿元,flow,\noutput,工业总产值,亿元,flow,年鉴\ntown,百强镇,,rank,\n",
  "data/observations.csv": "indicator,period,value,growth,rank,status,source,note\ngdp,2021,148,11.6%,,快报,区统计局,按<b>现价</b>\noutput,2021,288,近9%,,,,check-ignore A05: 内部说明\ntown,2021,,,60,,,\ngdp,2020,132,5%,,,密件,\n",
};

const shared = sharedBrowser();
let folder = "";
let web: Awaited<ReturnType<typeof serve>>;
let files: ReadonlyMap<string, Uint8Array>;

beforeAll(async () => {
  files = await withFolder(smallProject(FILES), async (dir) => {
    const world = createWorld({ home: HOME });
    try {
      const { deck, model, theme, read, diagnostics } = await compile(dir, [THEMES], world, createCompileCache());
      if (deck === null || model === null || theme === null || read === null) throw new Error(JSON.stringify(diagnostics));
      return await writeOutputs(deck, theme, { dir, themes: [THEMES], only: ["deck", "single", "kiosk"], steps: false, pages: false, read, model, onOutput: () => undefined }, world, () => undefined);
    } finally {
      await world.close();
    }
  });
  folder = await mkdtemp(join(tmpdir(), "luduan-origins-"));
  await writeFile(join(folder, "single.html"), files.get("工作报告.html")!);
  await writeFile(join(folder, "kiosk.html"), files.get("kiosk.html")!);
  web = await serve(new Map([...files].map(([name, bytes]) => [name === "index.html" ? "/" : `/${name}`, bytes])));
});
afterAll(async () => {
  web.close();
  await rm(folder, { recursive: true, force: true });
});

async function open(url: string, size: { width?: number; height?: number } = {}): Promise<WatchedPage> {
  const watched = await shared.open({ reducedMotion: true, ...size });
  await watched.page.goto(url);
  await watched.page.waitForSelector("html.started");
  return watched;
}

/** Heads and values of the open sheet; null when none is open. */
function sheet(page: Page): Promise<Readonly<Record<string, string>> | null> {
  return page.evaluate(() => {
    const box = document.querySelector(".origin-sheet");
    return box === null ? null : Object.fromEntries([...box.querySelectorAll("dl > div")].map((row) => [row.querySelector("dt")?.textContent ?? "", row.querySelector("dd")?.textContent ?? ""]));
  });
}

/** The list of the open sheet, row by row. */
function rows(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => [...document.querySelectorAll(".origin-sheet tbody tr")].map((row) => [...row.children].map((cell) => cell.textContent).join(" | ")));
}

/** A node of the tree that screen readers get. */
async function nodeOf(page: Page, role: string, name: RegExp): Promise<SerializedAXNode | null> {
  const find = (node: SerializedAXNode): SerializedAXNode | null => {
    if (node.role === role && name.test(node.name ?? "")) return node;
    for (const child of node.children ?? []) {
      const found = find(child);
      if (found !== null) return found;
    }
    return null;
  };
  const tree = await page.accessibility.snapshot({ interestingOnly: false });
  return tree === null ? null : find(tree);
}

const present = (page: Page): Promise<string> => page.evaluate(() => document.querySelector(".slides > .present")?.id ?? "");
const HERO = "#kpi .cell-hero .value data";
const GDP = { 指标: "地区生产总值", 期间: "2021年", 公布值: "148亿元", 同比: "11.6%", 状态: "快报", 来源: "区统计局", 数据行: "data/observations.csv:2", 说明: "按<b>现价</b>", 推算: "否，按公布的原样" };

describe.each([["the web deck", () => web.url], ["the single file", () => pathToFileURL(join(folder, "single.html")).href]])("%s", (_, url) => {
  it("tells on a press what was published, beside the figure and within the slide; a second press, Escape and × end it", async () => {
    const { page, complaints } = await open(url());
    await page.click(HERO);
    expect(await sheet(page)).toEqual(GDP);
    const apart = await page.evaluate(() => {
      const [box, frame, slide] = [".origin-sheet", ".origin-frame", ".present"].map((name) => document.querySelector(name)!.getBoundingClientRect()) as [DOMRect, DOMRect, DOMRect];
      return { beside: box.left >= frame.right, within: box.right <= slide.right && box.bottom <= slide.bottom && box.top >= slide.top };
    });
    expect(apart).toEqual({ beside: true, within: true });
    expect(await present(page)).toBe("kpi");
    await page.click(HERO);
    expect(await sheet(page)).toBeNull();
    await page.click(HERO);
    await page.keyboard.press("Escape");
    expect(await sheet(page)).toBeNull();
    expect(await page.$(".overview")).toBeNull();
    await page.click(HERO);
    await page.click(".origin-close");
    expect(await sheet(page)).toBeNull();
    expect(complaints).toEqual([]);
  });

  it("works with keys alone: Tab reaches figures in order, Enter opens, focus goes in and comes back", async () => {
    const { page } = await open(url());
    const focused = (): Promise<string> => page.evaluate(() => (document.activeElement?.textContent ?? "").replaceAll(/\s/g, ""));
    await page.focus(HERO);
    await page.keyboard.press("Tab");
    expect(await focused()).toBe("11.6%");
    await page.keyboard.press("Tab");
    expect(await focused()).toBe("288亿元");
    await page.keyboard.press("Enter");
    expect(await sheet(page)).toMatchObject({ 指标: "工业总产值", 同比: "近9%", 状态: "未注明", 来源: "年鉴", 数据行: "data/observations.csv:3" });
    expect(await page.evaluate(() => document.activeElement?.getAttribute("role"))).toBe("dialog");
    await page.keyboard.press("Escape");
    expect(await focused()).toBe("288亿元");
    await page.keyboard.press("Space");
    expect(await sheet(page)).toMatchObject({ 指标: "工业总产值" });
    expect(await present(page)).toBe("kpi");
  });

  it("is a button and a dialog to a screen reader", async () => {
    const { page } = await open(url());
    await page.focus(HERO);
    expect(await nodeOf(page, "button", /^148 ?亿元$/)).toMatchObject({ description: "按一下看出处", expanded: false, haspopup: "dialog" });
    await page.keyboard.press("Enter");
    expect(await nodeOf(page, "button", /^148 ?亿元$/)).toMatchObject({ expanded: true });
    const dialog = await nodeOf(page, "dialog", /^148 ?亿元$/);
    const said = JSON.stringify(dialog);
    expect(said).toContain('"关闭"');
    for (const [head, value] of Object.entries(GDP)) expect(said).toMatch(new RegExp(`"${head}".*"${value.slice(0, 4)}`, "s"));
  });

  it("leaves the clicker alone: the next press moves the deck and takes the sheet away", async () => {
    const { page } = await open(url());
    for (const key of ["PageDown", "Space"] as const) {
      await page.keyboard.press("Home");
      await page.click(HERO);
      expect(await sheet(page)).not.toBeNull();
      await page.keyboard.press("PageDown");
      expect(await present(page)).toBe("text");
      expect(await sheet(page)).toBeNull();
      await page.keyboard.press("Home");
      await page.click(HERO);
      await page.keyboard.press("Escape");
      await page.keyboard.press(key);
      expect(await present(page)).toBe("text");
    }
  });

  it("shows all figures of a slide by I, charts with them; where there is none it says so", async () => {
    const { page } = await open(url());
    await page.keyboard.press("i");
    expect(await rows(page)).toEqual(["地区生产总值 | 2021年 | 148亿元　11.6% | 快报 | 区统计局", "工业总产值 | 2021年 | 288亿元　近9% | 未注明 | 年鉴", "百强镇 | 2021年 | 第60位 | 未注明 | 未注明"]);
    await page.keyboard.press("i");
    expect(await rows(page)).toEqual([]);
    await page.goto(`${url()}#/chart`);
    await page.waitForSelector("#chart.present");
    await page.keyboard.press("i");
    expect(await rows(page)).toEqual(["地区生产总值 | 148亿元 | 11.6%", "工业总产值 | 288亿元 | 近9%"]);
    await page.keyboard.press("Escape");
    await page.click("#chart .chart > svg");
    expect(await rows(page)).toHaveLength(2);
    await page.keyboard.press("PageDown");
    await page.keyboard.press("i");
    expect(await page.$eval(".toast", (toast) => toast.textContent)).toBe("本页没有可查出处的数字");
  });

  it("is off on paper", async () => {
    const { page } = await open(url());
    await page.click(HERO);
    await page.emulateMediaType("print");
    expect(await page.$$eval(".origin-sheet, .origin-veil, .origin-frame, .origin-line", (parts) => parts.map((part) => getComputedStyle(part).display))).toEqual(["none", "none", "none", "none"]);
  });
});

it("a name or a unit is no button, and a figure in a line is", async () => {
  const { page } = await open(`${web.url}#/text`);
  expect(await page.$$eval("#text data", (figures) => figures.map((figure) => [figure.textContent, figure.getAttribute("role")]))).toEqual([["地区生产总值", null], ["148亿元", "button"], ["11.6%", "button"]]);
});

it("on a phone the sheet comes up from the foot, as wide as the screen", async () => {
  const { page } = await open(web.url, { width: 390, height: 844 });
  await page.waitForSelector("html.reading");
  await page.click(HERO);
  expect(await sheet(page)).toEqual(GDP);
  expect(await page.$eval(".origin-sheet", (box) => { const { left, right, bottom } = box.getBoundingClientRect(); return [left, right, Math.round(bottom)]; })).toEqual([0, 390, 844]);
  await page.keyboard.press("Escape");
  expect(await sheet(page)).toBeNull();
});

it("private notes' rows are not in the web deck, and the loop carries and does nothing of it", async () => {
  const text = (name: string): string => new TextDecoder().decode(files.get(name));
  expect(text("index.html")).toContain("区统计局");
  for (const secret of ["密件", "内部说明"]) expect(text("index.html")).not.toContain(secret);
  expect(text("kiosk.html")).not.toContain("区统计局");
  const { page } = await open(pathToFileURL(join(folder, "kiosk.html")).href);
  await page.waitForSelector("section.present");
  await page.keyboard.press("i");
  expect(await page.$$eval("[role=button], .origin-sheet", (parts) => parts.length)).toBe(0);
});
