/** The preview: the open page shows an edit without a reload, and errors stay in the overlay until they are fixed. */
import { mkdir, mkdtemp, readFile, rm, symlink, unlink, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "puppeteer";
import sharp from "sharp";
import { afterEach, beforeEach, expect, it } from "vitest";
import { startDevServer, type DevServer } from "../../src/dev.ts";
import { isSource } from "../../src/dev/sources.ts";
import { writeWorkbook } from "../support/workbook.ts";
import { press } from "./press.ts";
import { sharedBrowser } from "./shared-browser.ts";

const shared = sharedBrowser();
const THEMES = fileURLToPath(new URL("../../themes", import.meta.url));
const REVIEW = "# 工作回顾\n\n备注：\n现在回顾工作。\n\n## 强产业\n\n- 项目落地 {.step}\n- 提质增效 {.step}\n\n备注：\n一年来抓产业。\n\n## 优规划\n\n- 环境整治\n";

let dir = "";
let server: DevServer;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "luduan-dev-"));
  await mkdir(join(dir, "slides"));
  await mkdir(join(dir, "data"));
  await write("slides/deck.yaml", "title: 工作报告\norganisation: 某镇\nperiod: 2021\n");
  await write("slides/00-cover.md", "## 工作报告 {layout=cover}\n");
  await write("slides/10-review.md", REVIEW);
  server = await startDevServer({ dir, themes: [join(dir, "themes"), THEMES], port: 0, open: false, lang: "zh" });
});
afterEach(async () => {
  await server.close();
  await rm(dir, { recursive: true, force: true });
});

function write(path: string, text: string): Promise<void> {
  return writeFile(join(dir, path), text);
}

async function open(hash = ""): Promise<{ page: Page; complaints: string[] }> {
  const { page, complaints } = await shared.open();
  await page.goto(server.url + hash);
  await page.waitForSelector("html.started .reveal.ready");
  await page.evaluate(() => Object.assign(window, { sameLoad: true }));
  return { page, complaints };
}

function sees(page: Page, text: string): Promise<unknown> {
  return page.waitForFunction((wanted) => document.querySelector(".slides")?.textContent?.includes(wanted) === true, { polling: "mutation", timeout: 5000 }, text);
}

/** The present slide, its shown steps, and whether the page was never reloaded. */
function place(page: Page): Promise<unknown> {
  return page.evaluate(() => {
    const slide = document.querySelector(".slides > .present");
    return [slide?.querySelector("h1, h2, h3")?.textContent, slide?.querySelectorAll(".fragment.visible").length, "sameLoad" in window];
  });
}

it("shows an edit in place and stays where the reader is", async () => {
  const { page, complaints } = await open("#/review-2");
  await press(page, "PageDown");
  expect(await place(page)).toEqual(["强产业", 1, true]);
  await write("slides/10-review.md", REVIEW.replace("提质增效", "提质扩容"));
  await sees(page, "提质扩容");
  expect(await place(page)).toEqual(["强产业", 1, true]);
  await write("slides/10-review.md", REVIEW.replace("优规划", "优布局"));
  await sees(page, "优布局");
  expect(await place(page)).toEqual(["强产业", 1, true]);
  await press(page, "PageDown");
  expect(await place(page)).toEqual(["强产业", 2, true]);
  expect(complaints).toEqual([]);
});

it("takes up slides and files that come, move and go", async () => {
  const { page } = await open("#/review-3");
  expect(await place(page)).toEqual(["优规划", 0, true]);
  await write("slides/05-agenda.md", "## 先说这一页\n\n- 一句话\n");
  await sees(page, "先说这一页");
  expect(await place(page)).toEqual(["优规划", 0, true]);
  expect(await page.$$eval(".slides > section", (all) => all.map((slide) => slide.id))).toEqual(["cover-1", "agenda-1", "review-1", "review-2", "review-3"]);
  for (let i = 0; i < 5; i += 1) await press(page, "PageUp");
  expect(await place(page)).toEqual(["先说这一页", 0, true]);
  await unlink(join(dir, "slides/05-agenda.md"));
  await page.waitForFunction(() => document.querySelectorAll(".slides > section").length === 4);
  expect(await place(page)).toEqual(["工作回顾", 0, true]);
  expect(await page.$$eval(".slides > .present", (all) => all.length)).toBe(1);
});

it("keeps the last good deck under the overlay until the mistake is mended", async () => {
  const { page } = await open();
  await write("slides/10-review.md", REVIEW.replace("强产业", "强产业 {layout=nonsense}"));
  await page.waitForSelector("vite-error-overlay");
  const text = await page.$eval("vite-error-overlay", (overlay) => overlay.shadowRoot?.querySelector(".message-body")?.textContent ?? "");
  expect(text).toContain("slides/10-review.md:6:");
  expect(text).toContain("nonsense");
  await sees(page, "强产业");
  // A page opened meanwhile also sees the deck and the error.
  const { page: second } = await open();
  await second.waitForSelector("vite-error-overlay");
  await write("slides/10-review.md", REVIEW);
  await page.waitForFunction(() => document.querySelector("vite-error-overlay") === null);
  await second.waitForFunction(() => document.querySelector("vite-error-overlay") === null);
  expect(await place(page)).toEqual(["工作报告", 0, true]);
});

it("waits for the first good deck when it begins with a mistake", async () => {
  await write("slides/deck.yaml", "title: 工作报告\n");
  const broken = await startDevServer({ dir, themes: [THEMES], port: 0, open: false, lang: "zh" });
  const { page } = await shared.open();
  await page.goto(broken.url);
  await page.waitForSelector("vite-error-overlay");
  await write("slides/deck.yaml", "title: 工作报告\norganisation: 某镇\nperiod: 2021\n");
  await page.waitForSelector("html.started .reveal.ready #review-1");
  expect(await page.$("vite-error-overlay")).toBeNull();
  await broken.close();
});

it("follows titles, notes and the theme", async () => {
  const { page } = await open("#/review-2");
  const own = join(dir, "themes/own");
  await mkdir(own, { recursive: true });
  for (const file of ["theme.yaml", "theme.css"]) await writeFile(join(own, file), await readFile(join(THEMES, "shuixiang", file)));
  await write("slides/deck.yaml", "title: 工作总结\norganisation: 某镇\nperiod: 2021\ntheme: own\n");
  await writeFile(join(own, "theme.css"), ".slide { --probe: 17px; }\n");
  await page.waitForFunction(() => getComputedStyle(document.querySelector(".present")!).getPropertyValue("--probe") === "17px");
  await write("slides/10-review.md", REVIEW.replace("一年来抓产业", "这一年抓产业"));
  await page.waitForFunction(() => document.querySelector("#review-2 aside.notes")?.textContent?.includes("这一年") === true);
  expect(await place(page)).toEqual(["强产业", 0, true]);
});

it("follows a figure, a token and a picture", async () => {
  const plain = (background: string): Promise<Buffer> => sharp({ create: { width: 400, height: 300, channels: 3, background } }).png().toBuffer();
  await writeFile(join(dir, "slides/bridge.png"), await plain("#ff0000"));
  await write("data/indicators.csv", "id,name,unit,kind\ngdp,地区生产总值,亿元,flow\n");
  await write("data/observations.csv", "indicator,period,value,growth\ngdp,2021,148,11.6%\n");
  const { page } = await open("#/review-2");
  await write("slides/10-review.md", REVIEW.replace("项目落地", "全年{{gdp}}").replace("## 优规划", "## 古桥\n\n![一座桥](bridge.png)\n\n## 优规划"));
  await sees(page, "全年148亿元");
  const shows = (red: number): Promise<unknown> => page.waitForFunction((wanted) => {
    const picture = document.querySelector<HTMLImageElement>(".slides img");
    if (picture === null || !picture.complete || picture.naturalWidth === 0) return false;
    const canvas = Object.assign(document.createElement("canvas"), { width: 1, height: 1 });
    const pen = canvas.getContext("2d");
    pen?.drawImage(picture, 0, 0, 1, 1);
    return pen?.getImageData(0, 0, 1, 1).data[0] === wanted;
  }, { timeout: 5000 }, red);
  await shows(255);
  await writeFile(join(dir, "slides/bridge.png"), await plain("#00ff00"));
  await shows(0);
  await write("data/observations.csv", "indicator,period,value,growth\ngdp,2021,149,11.6%\n");
  await sees(page, "全年149亿元");
  await mkdir(join(dir, "themes/own"), { recursive: true });
  const tokens = await readFile(join(THEMES, "shuixiang/theme.yaml"), "utf8");
  await write("themes/own/theme.yaml", tokens);
  await write("themes/own/theme.css", "");
  await write("slides/deck.yaml", "title: 工作报告\norganisation: 某镇\nperiod: 2021\ntheme: own\n");
  await write("themes/own/theme.yaml", tokens.replace(/^ {2}paper: .*$/m, '  paper: "#FFFFFF"'));
  await page.waitForFunction(() => getComputedStyle(document.querySelector(".slides > .present")!).backgroundColor === "rgb(255, 255, 255)");
  expect(await place(page)).toEqual(["强产业", 0, true]);
});

it("follows a workbook that is saved, and not the lock file of the program that has it open", async () => {
  const book = (value: number): Uint8Array => writeWorkbook({ sheets: { 指标: { rows: [["id", "name", "unit", "kind"], ["gdp", "总值", "亿元", "flow"]] }, 数据: { rows: [["indicator", "period", "value"], ["gdp", 2021, value]] } } });
  const { page } = await open("#/review-2");
  await writeFile(join(dir, "data/report.xlsx"), book(148));
  await write("slides/10-review.md", REVIEW.replace("一年来抓产业", "一年来抓产业，总值{{gdp}}"));
  const noted = (text: string): Promise<unknown> => page.waitForFunction((wanted) => document.querySelector("#review-2 aside.notes")?.textContent?.includes(wanted) === true, {}, text);
  await noted("148亿元");
  await writeFile(join(dir, "data/~$report.xlsx"), "lock");
  await writeFile(join(dir, "data/report.xlsx"), book(149));
  await noted("149亿元");
  expect([isSource(join(dir, "data/report.xlsx"), dir, []), isSource(join(dir, "data/~$report.xlsx"), dir, []), isSource(join(dir, "data/.~lock.report.xlsx#"), dir, [])]).toEqual([true, false, false]);
});

// The watcher follows no links, and what lies outside slides/ is no source: as on a network drive, no event comes.
async function writeBehindLink(text: string): Promise<void> {
  await mkdir(join(dir, "texts"), { recursive: true });
  await write("texts/more.md", `# 工作安排\n\n## 先说一句\n\n- ${text}\n`);
}

it("shows an edit that the system does not report, by itself and at once after F5", async () => {
  await writeBehindLink("第一句");
  await symlink("../texts/more.md", join(dir, "slides/20-more.md"));
  const { page } = await open();
  await sees(page, "第一句");
  await writeBehindLink("第二句话");
  await sees(page, "第二句话");
  expect(await place(page)).toEqual(["工作报告", 0, true]);
  await writeBehindLink("第三句");
  // The answer to this request, not a patch that comes after it.
  expect(await (await fetch(server.url)).text()).toContain("第三句");
});

it("answers with the page, its fonts and its own pictures, and nothing else of the disk", async () => {
  await page404("/@luduan/asset/slides/deck.yaml");
  await page404("/@luduan/asset/..%2f..%2fetc%2fpasswd");
  await page404("/@luduan/font/@fontsource/noto-sans-sc/package.json");
  const { page } = await open();
  const fonts = await page.evaluate(async () => {
    await document.fonts.ready;
    return [...document.fonts].filter((face) => face.status === "error").length;
  });
  expect(fonts).toBe(0);
  expect(new URL(server.url).hostname).toBe("127.0.0.1");
});

async function page404(path: string): Promise<void> {
  expect((await fetch(new URL(path, server.url))).status).toBe(404);
}

it("takes the next port when one is taken", async () => {
  const other = createServer();
  await new Promise<void>((done) => other.listen(0, "127.0.0.1", done));
  const address = other.address();
  const taken = typeof address === "object" && address !== null ? address.port : 0;
  const second = await startDevServer({ dir, themes: [THEMES], port: taken, open: false, lang: "zh" });
  expect(second.port).not.toBe(taken);
  expect((await fetch(second.url)).status).toBe(200);
  await second.close();
  other.close();
});
