/** Small faults of the look that offices have met, each on a slide of its own, in every theme: what stood over something else, broke apart or belonged to a neighbour. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { build } from "../../src/build.ts";
import { createWorld } from "../../src/world/node-world.ts";
import { HOME, smallProject, THEMES, withFolder } from "../support/project.ts";
import { THEME_NAMES } from "../support/themes.ts";
import { sharedBrowser } from "./shared-browser.ts";

const shared = sharedBrowser();
const world = createWorld({ home: HOME });
const out = mkdtempSync(join(tmpdir(), "luduan-small-"));
afterAll(async () => {
  await world.close();
  rmSync(out, { recursive: true, force: true });
});

const fence = (language: string, text: string): string => `\`\`\`${language}\n${text}\n\`\`\``;
const INDICATORS = ["a,一般公共预算收入,亿元,flow", "b,农村居民人均可支配收入,元,flow", "c,规模以上高技术制造业增加值,亿元,flow", "d,Installed renewable power capacity,million kilowatts,flow", "e,Water saved in farming,million cubic metres,flow"];
const OBSERVATIONS = ["a,2021,20.47,10.5%", "b,2021,41260.55,近9%", "c,2021,1234.56,11.6%", 'd,2021,"1,234.5",5.3%', "e,2021,620.4,"];
const PROJECTS = ["清河实验小学改扩建及附属设施", "城区供水管网更新改造", "客运站迁建", "冷链仓储物流中心一期"].map((name, index) => `${name},民生,${["启动", "建设", "交付", "建设"][index]},`);
const SECTIONS = ["本届政府五年来经济社会发展主要工作回顾", "二〇二二年国民经济和社会发展主要目标", "全面推进乡村振兴、建设宜居宜业和美乡村", "持续深化改革开放、激发市场主体内生动力", "切实加强政府自身建设、提升依法行政水平"];

const SLIDES = [
  "## 城乡面貌 {#numbers layout=columns}\n\n### 镇区\n\n- 老街亮化\n\n### 村庄\n\n1. 人居环境\n2. 田园景观",
  "## 办实事 {#numbers-cards layout=cards}\n\n### 镇区\n\n1. 老街亮化\n2. 增设车位",
  "## 六个持续 {#bold}\n\n- **强产业**，经济实力持续攀升\n- **优生态**：神州水乡持续兴盛\n- **补短板**。幸福指数持续提高",
  "## 项目投资 {#table}\n\n| 项目 | 说明 | 投资（万元） | 占比 |\n| :-- | --- | --: | --: |\n| 清河镇老旧供水管网更新改造工程（二期）及智能水表安装 | 已完成立项、可研批复和初步设计，正在开展施工招标 | 23,456.78 | 31.64% |\n| 环镇步道 | 已完工 | 456.78 | 6% |",
  `## 主要指标 {#lead}\n\n绝对数按现价计算，增速按可比价格计算。\n\n${fence("figures", "cards: [a, b, c]")}`,
  `## 重点项目 {#projects}\n\n${fence("projects", "")}`,
  `## Power and water {#english}\n\n${fence("figures", "cards: [d, e, a, b]")}`,
  "## 我们致力于 {#statement layout=statement}\n\n### “市级战略优势”\n\n增强发展**动能**\n\n### “片区融合优势”\n\n提升发展**势能**\n\n### “品牌魅力优势”\n\n增进发展**内能**",
];

function filesOf(theme: string): ReadonlyMap<string, string | Uint8Array> {
  return smallProject({
    "slides/deck.yaml": `title: 政府工作报告\norganisation: 清河镇\nperiod: 2021\nplan: 2022\ntheme: ${theme}\nmeeting: 清河镇第十九届人民代表大会第五次会议\nspeaker: 欧阳海明\n`,
    "slides/10-part.md": null, "slides/00-cover.md": "## 封面 {layout=cover}\n", "slides/05-agenda.md": "## 目录 {#agenda layout=agenda}\n",
    ...Object.fromEntries(SECTIONS.map((name, index) => [`slides/${index + 1}0-p${index}.md`, `# ${name}\n\n${index === 0 ? SLIDES.join("\n\n") : "## 一件事\n\n- 甲乙丙\n- 丁戊己"}\n`])),
    "data/indicators.csv": `id,name,unit,kind\n${INDICATORS.join("\n")}\n`, "data/observations.csv": `indicator,period,value,growth\n${OBSERVATIONS.join("\n")}\n`,
    "data/projects.csv": `name,section,status,role\n${PROJECTS.join("\n")}\n`,
  });
}

/** The loop of the deck in a theme, standing still, with what the looks below need. */
async function openDeck(theme: string): Promise<Page> {
  const { diagnostics, files } = await withFolder(filesOf(theme), (dir) => build({ dir, out: join(out, theme), themes: [THEMES], only: ["kiosk"], steps: false, onOutput: () => undefined }, world));
  if (files.size === 0) throw new Error(JSON.stringify(diagnostics.filter(({ severity }) => severity === "error"), null, 2));
  const { page } = await shared.open({ width: 1920, height: 1080, reducedMotion: true });
  await page.evaluateOnNewDocument(() => Object.assign(window, { setTimeout: () => 0, setInterval: () => 0 }));
  await page.goto(pathToFileURL(join(out, theme, "kiosk.html")).href);
  await page.waitForSelector(".present");
  await page.evaluate(() => document.fonts.ready.then(() => true));
  return page;
}

interface Line {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Shows one slide and runs `look` on it in the page; `linesOf` gives the lines of an element's text as they are set. */
function see<T>(page: Page, selector: string, look: (slide: Element, linesOf: (element: Element) => readonly Line[]) => T): Promise<T> {
  return page.evaluate(`(() => {
    const linesOf = (element) => {
      const lines = [];
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) for (let index = 0; index < walker.currentNode.length; index += 1) {
        const range = new Range();
        range.setStart(walker.currentNode, index);
        range.setEnd(walker.currentNode, index + 1);
        const box = range.getBoundingClientRect();
        if (box.width === 0) continue;
        const last = lines.at(-1);
        const character = walker.currentNode.data[index];
        if (last !== undefined && box.top < last.bottom - box.height * 0.4) Object.assign(last, { text: last.text + character, right: box.right, bottom: Math.max(last.bottom, box.bottom) });
        else lines.push({ text: character, left: box.left, right: box.right, top: box.top, bottom: box.bottom });
      }
      return lines;
    };
    for (const old of document.querySelectorAll(".present")) old.classList.remove("present");
    const slide = document.querySelector('.slides > ' + ${JSON.stringify(selector)});
    slide.classList.add("present");
    return (${look.toString()})(slide, linesOf);
  })()`) as Promise<T>;
}

describe.each(THEME_NAMES)("in the theme %s", (theme) => {
  let page: Page;
  beforeAll(async () => {
    page = await openDeck(theme);
  }, 60_000);

  it("the speaker and a long meeting stand on the paper, not on the bridge", async () => {
    const hit = await see(page, ".layout-cover", (slide, linesOf) => {
      const words = [...linesOf(slide.querySelector(".cover-facts")!)];
      const bridges = [...slide.querySelectorAll<SVGGeometryElement>(".art-bridge")];
      const over = words.filter(({ left, right, top, bottom }) => bridges.some((bridge) => [left, (left + right) / 2, right].some((x) => [top, bottom].some((y) => {
        return bridge.isPointInFill(new DOMPoint(x, y).matrixTransform(bridge.getScreenCTM()!.inverse()));
      }))));
      return { count: words.length, over: over.map(({ text }) => text), low: Math.max(...words.map(({ bottom }) => bottom)) };
    });
    expect(hit.count).toBeGreaterThan(1);
    expect(hit.over).toEqual([]);
    expect(hit.low).toBeLessThan(1000);
  });

  it("five long names of parts fit the agenda, each clear of the next", async () => {
    const boxes = await see(page, "[id='agenda']", (slide, linesOf) => [...slide.querySelectorAll(".part-title")].map((title) => linesOf(title)).map((lines) => ({ top: lines[0]!.top, bottom: lines.at(-1)!.bottom, lone: lines.some(({ text }) => text.trim().length === 1) })));
    expect(boxes.length).toBe(5);
    expect(boxes.filter(({ top, lone }, index) => lone || top < (boxes[index - 1]?.bottom ?? 0) - 12)).toEqual([]);
    expect(boxes.at(-1)!.bottom).toBeLessThan(1010);
  });

  it.each(["numbers", "numbers-cards"])("the numbers of a list stand inside their card (%s)", async (id) => {
    const lists = await see(page, `[id='${id}']`, (slide) => [...slide.querySelectorAll(".card ol > li, ol ol > li")].map((item) => {
      const range = new Range();
      range.selectNodeContents(item);
      return { room: range.getBoundingClientRect().left - item.closest(".card, article, section")!.getBoundingClientRect().left, size: Number.parseFloat(getComputedStyle(item).fontSize), counted: item.querySelector(".count") !== null };
    }));
    expect(lists.length).toBe(2);
    expect(lists.filter(({ room, size, counted }) => !counted && room < size * 0.9)).toEqual([]);
  });

  it("no line begins with the mark that followed a bold lead", async () => {
    const starts = await see(page, "[id='bold']", (slide, linesOf) => [...slide.querySelectorAll("li .item-title, li .text")].flatMap((part) => linesOf(part).map(({ text }) => text)));
    expect(starts.length).toBeGreaterThan(5);
    expect(starts.filter((text) => /^[，。、：；]/u.test(text.trim()))).toEqual([]);
  });

  it("a figure and its unit stay on one line of their cell", async () => {
    const cells = await see(page, "[id='table']", (slide, linesOf) => [...slide.querySelectorAll("td")].filter((cell) => /^[\d.,%]+$/.test(cell.textContent.trim())).map((cell) => linesOf(cell).length));
    expect(cells).toEqual([1, 1, 1, 1]);
  });

  it("a paragraph stands clear of the cards below it", async () => {
    const [lead, name] = await see(page, "[id='lead']", (slide, linesOf) => [linesOf(slide.querySelector(".lead p")!).at(-1)!.bottom, linesOf(slide.querySelector(".cells dt")!)[0]!.top]);
    expect(name! - lead!).toBeGreaterThan(8);
  });

  it.each(["english", "lead"])("growth and units stand in their own card, away from the neighbour's number (%s)", async (id) => {
    const strays = await see(page, `[id='${id}']`, (slide, linesOf) => [...slide.querySelectorAll(".cell")].flatMap((cell) => {
      const box = cell.getBoundingClientRect();
      const lines = [...cell.querySelectorAll("dt, dd")].flatMap((part) => [...linesOf(part)]);
      return lines.filter(({ left, right, top, bottom }) => left < box.left - 8 || right > box.right + 1 || top < box.top - 4 || bottom > box.bottom + 12).map(({ text }) => text);
    }));
    expect(strays).toEqual([]);
    const overprinted = await see(page, `[id='${id}']`, (slide, linesOf) => [...slide.querySelectorAll(".cell")].flatMap((cell) => {
      const parts = [...cell.querySelectorAll("dt, .number, .unit, .growth .label")].map((part) => linesOf(part)).filter((lines) => lines.length > 0);
      return parts.flatMap((one, index) => parts.slice(index + 1).filter((other) => one.some((a) => other.some((b) => a.left < b.right - 2 && b.left < a.right - 2 && a.top + 0.3 * (a.bottom - a.top) < b.bottom - 0.3 * (b.bottom - b.top) && b.top + 0.3 * (b.bottom - b.top) < a.bottom - 0.3 * (a.bottom - a.top)))).map((other) => `${one[0]!.text} / ${other[0]!.text}`));
    }));
    expect(overprinted).toEqual([]);
  });

  it.each(["projects", "statement"])("no character stands alone on a line (%s)", async (id) => {
    const lines = await see(page, `[id='${id}']`, (slide, linesOf) => [...slide.querySelectorAll(".projects li, .commitment")].map((part) => linesOf(part).map(({ text }) => text.trim())));
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.flat().filter((text) => text.replaceAll(/[\p{P}\s]/gu, "").length === 1)).toEqual([]);
  });
});
