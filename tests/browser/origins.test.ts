/** Where figures come from: by pressing a figure, by key, in a screen reader, and without disturbing clickers. */
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
import { press } from "./press.ts";
import { serve, sharedBrowser, type WatchedPage } from "./shared-browser.ts";
import { openSpeaker } from "./stage-pages.ts";

const FILES = {
  "slides/deck.yaml": "title: 工作报告\norganisation: 测试镇\nperiod: 2021\nplan: 2022\nremarks: public\n",
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

## 构成 {#share}

\`\`\`chart
type: share
whole: output
derived: true
\`\`\`

## 目标 {#target}

\`\`\`chart
type: target
\`\`\`

## 比较 {#compare}

\`\`\`chart
type: compare
indicators: [gdp]
\`\`\`
`,
  "data/indicators.csv": "id,name,unit,kind,part_of,source\ngdp,地区生产总值,亿元,flow,,\noutput,工业总产值,亿元,flow,,年鉴\nlarge,规上产值,亿元,flow,output,\ntown,百强镇,,rank,,\n",
  "data/observations.csv": "indicator,period,area,value,growth,rank,status,source,note\ngdp,2021,,148,11.6%,,快报,区统计局,按<b>现价</b>\noutput,2021,,288,近9%,,,,check-ignore A05: 内部说明\ntown,2021,,,,60,,,\ngdp,2020,,132,5%,,,密件,\nlarge,2021,,187.5,8%,,初步,,\ngdp,2021,苏州市,22718,8.7%,,,市统计局,\n",
  "data/targets.csv": "indicator,period,target\ngdp,2022,增长8%左右\noutput,2022,与gdp同步\nlarge,2021,增长10%以上\n",
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

/** Heads and values of the open sheet; null if none is open. */
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

function heads(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => [...document.querySelectorAll(".origin-sheet thead th")].map((head) => head.textContent ?? ""));
}

/** What the open sheet says once for all its lines. */
function facts(page: Page): Promise<Readonly<Record<string, string>>> {
  return page.evaluate(() => Object.fromEntries([...document.querySelectorAll(".origin-facts > div")].map((row) => [row.querySelector("dt")?.textContent ?? "", row.querySelector("dd")?.textContent ?? ""])));
}

/** Nothing of the open sheet extends past its sides or past the window's. */
function fits(page: Page): Promise<boolean> {
  return page.$eval(".origin-sheet", (box) => box.scrollWidth <= box.clientWidth && box.getBoundingClientRect().left >= 0 && box.getBoundingClientRect().right <= innerWidth);
}

function displays(page: Page, selector: string): Promise<readonly string[]> {
  return page.$$eval(selector, (parts) => parts.map((part) => getComputedStyle(part).display));
}

async function turnTo(page: Page, url: string, slide: string): Promise<void> {
  await page.goto(`${url}#/${slide}`);
  await page.waitForSelector(`#${slide}.present`);
}

/** A node of the tree that screen readers use. */
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
    await press(page, "Escape");
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
    await press(page, "Tab");
    expect(await focused()).toBe("11.6%");
    await press(page, "Tab");
    expect(await focused()).toBe("288亿元");
    await press(page, "Enter");
    expect(await sheet(page)).toMatchObject({ 指标: "工业总产值", 同比: "近9%", 状态: "未注明", 来源: "年鉴", 数据行: "data/observations.csv:3" });
    expect(await page.evaluate(() => document.activeElement?.getAttribute("role"))).toBe("dialog");
    await press(page, "Escape");
    expect(await focused()).toBe("288亿元");
    await press(page, "Space");
    expect(await sheet(page)).toMatchObject({ 指标: "工业总产值" });
    expect(await present(page)).toBe("kpi");
  });

  it("is a button and a dialog to a screen reader", async () => {
    const { page } = await open(url());
    await page.focus(HERO);
    expect(await nodeOf(page, "button", /^148 ?亿元$/)).toMatchObject({ description: "按一下看出处", expanded: false, haspopup: "dialog" });
    await press(page, "Enter");
    expect(await nodeOf(page, "button", /^148 ?亿元$/)).toMatchObject({ expanded: true });
    const dialog = await nodeOf(page, "dialog", /^148 ?亿元$/);
    const said = JSON.stringify(dialog);
    expect(said).toContain('"关闭"');
    for (const [head, value] of Object.entries(GDP)) expect(said).toMatch(new RegExp(`"${head}".*"${value.slice(0, 4)}`, "s"));
  });

  it("leaves the clicker alone: the next press moves the deck and takes the sheet away", async () => {
    const { page } = await open(url());
    for (const key of ["PageDown", "Space"] as const) {
      await press(page, "Home");
      await page.click(HERO);
      expect(await sheet(page)).not.toBeNull();
      await press(page, "PageDown");
      expect(await present(page)).toBe("text");
      expect(await sheet(page)).toBeNull();
      await press(page, "Home");
      await page.click(HERO);
      await press(page, "Escape");
      await press(page, key);
      expect(await present(page)).toBe("text");
    }
  });

  it("shows all figures of a slide by I, each with its row; where there is none it says so", async () => {
    const { page } = await open(url());
    await press(page, "i");
    expect(await heads(page)).toEqual(["指标", "公布值", "同比", "位次", "状态", "来源"]);
    expect(await rows(page)).toEqual(["地区生产总值 | 148亿元 | 11.6% | — | 快报 | 区统计局", "工业总产值 | 288亿元 | 近9% | — | 未注明 | 年鉴", "百强镇 | — | — | 第60位 | 未注明 | 未注明"]);
    expect(await facts(page)).toEqual({ 期间: "2021年", 推算: "否，按公布的原样" });
    await press(page, "i");
    expect(await rows(page)).toEqual([]);
    await turnTo(page, url(), "plain");
    await press(page, "i");
    expect(await page.$eval(".toast", (toast) => toast.textContent)).toBe("本页没有可查出处的数字");
  });

  it("tells of a chart, by I and by a press beside its marks, the row of every mark, and once what all have in common", async () => {
    const { page, complaints } = await open(url());
    await turnTo(page, url(), "chart");
    const table = ["地区生产总值 | 148亿元 | 11.6% | 快报 | 区统计局", "工业总产值 | 288亿元 | 近9% | 未注明 | 年鉴"];
    await press(page, "i");
    expect(await rows(page)).toEqual(table);
    await press(page, "Escape");
    await page.click("#chart .chart > svg", { offset: { x: 4, y: 4 } });
    expect(await heads(page)).toEqual(["指标", "公布值", "同比", "状态", "来源"]);
    expect(await rows(page)).toEqual(table);
    expect(await facts(page)).toEqual({ 期间: "2021年", 推算: "否，按公布的原样" });
    expect(await fits(page)).toBe(true);
    await press(page, "Escape");
    expect(await rows(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it("tells of one mark of a chart what it tells of a figure in text, and leaves its label clear", async () => {
    const { page } = await open(url());
    await turnTo(page, url(), "chart");
    for (const part of ["bar", "name", "value"]) {
      await page.click(`#chart .chart-${part}[data-row="0"]`);
      expect(await sheet(page)).toEqual(GDP);
      expect(await page.$eval(".origin-sheet h2", (head) => head.textContent)).toBe("11.6%");
      const apart = await page.evaluate(() => {
        const [box, label] = [".origin-sheet", '#chart .chart-value[data-row="0"]'].map((name) => document.querySelector(name)!.getBoundingClientRect()) as [DOMRect, DOMRect];
        return box.right < label.left || box.left > label.right || box.bottom < label.top || box.top > label.bottom;
      });
      expect(apart).toBe(true);
      await press(page, "Escape");
    }
  });

  it("says what of a chart is derived, planned, or of another area", async () => {
    const { page } = await open(url());
    await turnTo(page, url(), "share");
    await press(page, "i");
    expect(await heads(page)).toEqual(["指标", "公布值", "同比", "目标", "状态", "来源", "推算"]);
    expect(await rows(page)).toEqual(["规上产值 | 187.5亿元 | 8% | 增长10%以上 | 初步 | 未注明 | 否", "其余 | 100.5亿元（推算，99.9–101.1） | — | — | — | — | 是，总量减各部分", "工业总产值 | 288亿元 | 近9% | — | 未注明 | 年鉴 | 否"]);
    await press(page, "Escape");
    await page.click('#share .chart-value[data-row="1"]');
    expect(await sheet(page)).toEqual({ 指标: "其余", 期间: "2021年", 推算: "是，总量减各部分：100.5亿元（推算，99.9–101.1）" });
    expect(await page.$eval(".origin-sheet h2", (head) => head.textContent)).toBe("100.5亿元");
    expect(await page.$(".origin-seal")).toBeNull();
    await turnTo(page, url(), "target");
    await press(page, "i");
    expect(await heads(page)).toEqual(["指标", "公布值", "同比", "2022年目标", "状态", "来源"]);
    expect(await rows(page)).toEqual(["地区生产总值 | 148亿元 | 11.6% | 增长8%左右 | 快报 | 区统计局", "工业总产值 | 288亿元 | 近9% | 与地区生产总值同步 | 未注明 | 年鉴"]);
    await press(page, "Escape");
    await page.click('#target .chart-inside[data-row="0"]');
    expect(await sheet(page)).toMatchObject({ 同比: "11.6%", "2022年目标": "增长8%左右", 数据行: "data/observations.csv:2\ndata/targets.csv:2" });
    await turnTo(page, url(), "compare");
    // One indicator of several areas is not a single figure.
    await page.click('#compare .chart-name[data-row="0"]');
    expect(await rows(page)).toEqual(["地区生产总值 | 148亿元 | 11.6% | 快报 | 区统计局", "地区生产总值（苏州市） | 22718亿元 | 8.7% | 未注明 | 市统计局"]);
  });

  it("lets keys alone reach a chart: its button is seen with the focus, opens the table and gets the focus back", async () => {
    const { page } = await open(url());
    await turnTo(page, url(), "chart");
    await press(page, "Tab");
    const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.classList[0] ?? "");
    expect(await focused()).toBe("origin-open");
    expect(await page.$eval(":focus", (part) => part.getBoundingClientRect().width)).toBeGreaterThan(60);
    const name = /^数字出处：2021年主要指标同比增长$/;
    expect(await nodeOf(page, "button", name)).toMatchObject({ expanded: false, haspopup: "dialog" });
    for (const key of ["Enter", "Space"] as const) {
      await press(page, key);
      expect(await rows(page)).toHaveLength(2);
      expect(await page.evaluate(() => document.activeElement?.getAttribute("role"))).toBe("dialog");
      expect(await nodeOf(page, "button", name)).toMatchObject({ expanded: true });
      const said = JSON.stringify(await nodeOf(page, "dialog", /^2021年主要指标同比增长$/));
      for (const word of ["columnheader", "rowheader", "状态", "快报", "来源", "区统计局", "期间", "2021年", "否，按公布的原样"]) expect(said).toContain(word);
      await press(page, "Escape");
      expect(await rows(page)).toEqual([]);
      expect(await focused()).toBe("origin-open");
    }
    expect(await present(page)).toBe("chart");
  });

  it("is off on paper", async () => {
    const { page } = await open(url());
    await page.click(HERO);
    await page.emulateMediaType("print");
    expect(await displays(page, ".origin-sheet, .origin-veil, .origin-frame, .origin-line")).toEqual(["none", "none", "none", "none"]);
    await page.emulateMediaType("screen");
    await turnTo(page, url(), "chart");
    await press(page, "Tab");
    await press(page, "Enter");
    await page.emulateMediaType("print");
    expect(await displays(page, ".present :is(.origin-sheet, .origin-veil, .origin-open)")).toEqual(["none", "none", "none"]);
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
  await press(page, "Escape");
  expect(await sheet(page)).toBeNull();
});

it("on a phone a chart's sheet is as wide as the screen and no wider, and a row of its table tells its own", async () => {
  const { page } = await open(web.url, { width: 390, height: 844 });
  await page.waitForSelector("html.reading");
  for (const slide of ["chart", "share", "target", "compare"]) {
    await page.focus(`#${slide} .origin-open`);
    await press(page, "Enter");
    expect(await page.$eval(".origin-sheet", (box) => [box.getBoundingClientRect().left, box.getBoundingClientRect().right])).toEqual([0, 390]);
    expect(await fits(page), slide).toBe(true);
    await press(page, "Escape");
  }
  await page.click('#chart .chart-data [data-row="1"] td:last-child');
  expect(await sheet(page)).toMatchObject({ 指标: "工业总产值", 期间: "2021年", 公布值: "288亿元", 同比: "近9%", 状态: "未注明", 来源: "年鉴" });
  expect(await page.$eval(".origin-sheet h2", (head) => head.textContent)).toBe("近9%");
});

it("the speaker window opens it on the deck by I, and by a press on a figure of its picture, and closes it again", async () => {
  const { page } = await open(`${pathToFileURL(join(folder, "single.html")).href}#/chart`);
  const speaker = await openSpeaker(page);
  await speaker.setViewport({ width: 1366, height: 768 });
  await press(page, "Tab");
  await press(speaker, "i");
  await page.waitForSelector(".present .origin-sheet");
  expect(await rows(page)).toHaveLength(2);
  await press(speaker, "i");
  await page.waitForFunction(() => document.querySelector(".origin-sheet") === null);
  // Whoever works on the deck by keys goes on where they were.
  expect(await page.evaluate(() => document.activeElement?.className)).toContain("origin-open");
  const at = await page.$eval('#chart .chart-value[data-row="0"]', (label) => {
    const [box, slide] = [label.getBoundingClientRect(), document.querySelector("#chart")!.getBoundingClientRect()];
    return { x: (box.x + box.width / 2 - slide.x) / slide.width, y: (box.y + box.height / 2 - slide.y) / slide.height };
  });
  const frame = await speaker.$eval(".speaker-frame", (picture) => picture.getBoundingClientRect().toJSON() as DOMRect);
  await speaker.mouse.click(frame.x + at.x * frame.width, frame.y + at.y * frame.height);
  await page.waitForSelector(".present .origin-sheet");
  expect(await sheet(page)).toMatchObject({ 指标: "地区生产总值", 公布值: "148亿元" });
});

it("private notes' rows are not in the web deck, and the loop carries and does nothing of it", async () => {
  const text = (name: string): string => new TextDecoder().decode(files.get(name));
  expect(text("index.html")).toContain("区统计局");
  for (const secret of ["密件", "内部说明"]) expect(text("index.html")).not.toContain(secret);
  expect(text("kiosk.html")).not.toContain("区统计局");
  const { page } = await open(pathToFileURL(join(folder, "kiosk.html")).href);
  await page.waitForSelector("section.present");
  await press(page, "i");
  expect(await page.$$eval("[role=button], .origin-sheet", (parts) => parts.length)).toBe(0);
});
