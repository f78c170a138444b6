/** The long picture for phones, read back: its pictures, its page, its words. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, describe, expect, it } from "vitest";
import { build } from "../../src/build.ts";
import { createWorld } from "../../src/world/node-world.ts";
import { sharedBrowser } from "./shared-browser.ts";
import { compileFolder, HOME, smallProject, THEMES, withFolder } from "../support/project.ts";

const browser = sharedBrowser();
const world = createWorld({ home: HOME });
afterAll(() => world.close());

const OBSERVATIONS = "indicator,period,value,growth\ngdp,2019,120,\ngdp,2020,132,\ngdp,2021,148,11.6%\ninvest,2021,52.3,\n";
const INDICATORS = "id,name,unit,kind\ngdp,地区生产总值,亿元,flow\ninvest,全社会固定资产投资,亿元,flow\n";
const FIGURES = "## 主要指标\n\n```figures\nhero: gdp\ncards: [invest]\n```\n";
const CHART = "## 总量连年增长\n\n```chart\ntype: trend\nindicator: gdp\n```\n";
const project = (slides: string, more: Readonly<Record<string, string | Uint8Array>> = {}) =>
  smallProject({ "data/indicators.csv": INDICATORS, "data/observations.csv": OBSERVATIONS, "slides/10-part.md": `# 工作回顾\n\n${slides}`, ...more });

async function longSlides(slides: string): Promise<readonly string[]> {
  return withFolder(project(slides), async (dir) => {
    const { deck, diagnostics } = await compileFolder(dir);
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    return (deck?.slides ?? []).filter(({ long }) => long !== null).map(({ title }) => title);
  });
}

interface Written {
  readonly dist: string;
  readonly slices: readonly string[];
}

async function withLong<T>(files: ReadonlyMap<string, string | Uint8Array>, look: (written: Written) => Promise<T>): Promise<T> {
  return withFolder(files, async (dir) => {
    const dist = join(dir, "dist");
    const { diagnostics } = await build({ dir, out: dist, themes: [THEMES], only: ["long"], steps: false, onOutput: () => undefined }, world);
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    return look({ dist, slices: readdirSync(join(dist, "long")).filter((name) => name.endsWith(".png")).map((name) => join(dist, "long", name)) });
  });
}

describe("which slides", () => {
  const openers = "## 强产业 {number=01}\n\n### 园区\n\n- 建园区\n\n### 企业\n\n- 扶企业\n";
  const list = "## 其他工作\n\n- 一件事\n";
  it("by default key figures, charts and openers of tasks, but none that its author leaves out", async () => {
    expect(await longSlides(FIGURES + CHART + openers + list)).toEqual(["主要指标", "总量连年增长", "强产业"]);
    expect(await longSlides(FIGURES.replace("主要指标", "主要指标 {long=false}") + CHART + list)).toEqual(["总量连年增长"]);
  });
  it("only those that are chosen, where any is", async () => {
    expect(await longSlides(FIGURES + CHART + list.replace("其他工作", "其他工作 {long=true}"))).toEqual(["其他工作"]);
  });
});

it("pictures 1,080 px wide, at most 4,000 high and below 1 MB, which together are the page; the same bytes twice", async () => {
  const slides = FIGURES + CHART + Array.from({ length: 12 }, (_, index) => CHART.replace("连年", `连年（${index}）`)).join("");
  const hashes = await withLong(project(slides), async ({ slices, dist }) => {
    expect(slices.length).toBeGreaterThan(2);
    let sum = 0;
    for (const path of slices) {
      const bytes = readFileSync(path);
      const { width, height, format } = await sharp(bytes).metadata();
      expect([format, width]).toEqual(["png", 1080]);
      expect(height).toBeLessThanOrEqual(4000);
      expect(bytes.length).toBeLessThan(1_000_000);
      sum += height ?? 0;
    }
    const { page, complaints } = await browser.open({ width: 360, height: 800 });
    await page.setViewport({ width: 360, height: 800, deviceScaleFactor: 3 });
    await page.goto(`file://${join(dist, "long.html")}`);
    const pageHeight = await page.evaluate(() => document.fonts.ready.then(() => document.documentElement.getBoundingClientRect().height * 3));
    // Each part is drawn to whole pixels of the page.
    expect(Math.abs(sum - pageHeight)).toBeLessThan(15 * 3);
    expect(complaints).toEqual([]);
    const manifest = JSON.parse(readFileSync(join(dist, "manifest.json"), "utf8")) as { drawnBy: string; outputs: Record<string, string> };
    expect(manifest.drawnBy).toMatch(/Chrome\/\d+/);
    return manifest.outputs;
  });
  expect(await withLong(project(slides), async ({ dist }) => (JSON.parse(readFileSync(join(dist, "manifest.json"), "utf8")) as { outputs: Record<string, string> }).outputs)).toEqual(hashes);
}, 120_000);

it.each(["shuixiang", "hongqi", "lantu"])("type of 40 px at least, nothing wider than the page, no request: %s", async (theme) => {
  await withFolder(new Map([...project(FIGURES + CHART), ["slides/deck.yaml", `title: 政府工作报告\norganisation: 测试镇\nperiod: 2021\nplan: 2022\ntheme: ${theme}\nmeeting: 测试镇第一届人民代表大会第一次会议\ndate: 2022年1月18日\n`]]), async (dir) => {
    const dist = join(dir, "dist");
    await build({ dir, out: dist, themes: [THEMES], only: ["long"], steps: false, onOutput: () => undefined }, world);
    const { page, complaints } = await browser.open({ width: 360, height: 800 });
    await page.goto(`file://${join(dist, "long.html")}`);
    const told = await page.evaluate(async () => {
      await document.fonts.ready;
      const small: string[] = [];
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const parent = node.parentElement!;
        if (node.textContent!.trim() === "" || parent.closest(".visually-hidden, .chart-data, title, desc") !== null || parent.checkVisibility() === false) continue;
        const drawing = parent.closest("svg");
        const scale = drawing === null ? 1 : (parent as unknown as SVGGraphicsElement).getScreenCTM()!.a;
        const size = Number.parseFloat(getComputedStyle(parent).fontSize) * scale * 3;
        if (size < 39.5) small.push(`${size.toFixed(1)} ${node.textContent}`);
      }
      return { small, wide: document.documentElement.scrollWidth, foot: document.querySelector(".long-words")!.textContent };
    });
    expect(told.small).toEqual([]);
    expect(told.wide).toBe(360);
    expect(told.foot).toBe("来源：测试镇政府工作报告测试镇第一届人民代表大会第一次会议2022年1月18日");
    expect(complaints).toEqual([]);
  });
}, 60_000);

it("the text file has the words of each picture, figures in one piece, charts in a sentence", async () => {
  await withLong(project(FIGURES + CHART), async ({ dist, slices }) => {
    const text = readFileSync(join(dist, "long/alt.txt"), "utf8");
    expect(text.startsWith("\uFEFF工作报告：各图的替代文字\r\n\r\n01.png\r\n测试镇\r\n工作报告\r\n二〇二二年\r\n")).toBe(true);
    expect(text.match(/\d\d\.png/g)).toHaveLength(slices.length);
    expect(text).toContain("地区生产总值\r\n148亿元\r\n同比增长 11.6%");
    expect(text).toContain("2019年120亿元");
  });
}, 60_000);

it("a photo that has more than 1 MB as a PNG is divided; every piece is small enough", async () => {
  const data = Buffer.alloc(1600 * 2400 * 3);
  let seed = 3;
  for (let at = 0; at < data.length; at += 1) data[at] = (seed = (seed * 48271) % 2147483647) & 255;
  const photo = await sharp(data, { raw: { width: 1600, height: 2400, channels: 3 } }).blur(0.6).jpeg({ quality: 95 }).toBuffer();
  const slide = "## 古镇新貌 {layout=picture long=true}\n\n![一条河](../images/photo.jpg)\n\n";
  await withLong(project(slide + slide.replace("古镇", "水乡"), { "images/photo.jpg": photo }), async ({ slices }) => {
    const sizes = slices.map((path) => readFileSync(path).length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeGreaterThan(1_000_000);
    for (const size of sizes) expect(size).toBeLessThan(1_000_000);
  });
}, 60_000);
