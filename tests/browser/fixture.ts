/** A small deck and the three kinds of pages that carry it, for the tests of the browser client. */
import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { build, type Rollup } from "vite";
import type { DeckData } from "../../src/model/deck-data.ts";
import type { OpeningHours } from "../../src/model/opening.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

export interface Client {
  readonly script: string;
  readonly style: string;
}

/** Bundles one entry of the client the way the outputs carry it. */
export async function bundleClient(name: "deck" | "kiosk" | "player" | "keeper"): Promise<Client> {
  const result = (await build({
    configFile: false,
    root: ROOT,
    logLevel: "warn",
    publicDir: false,
    build: { write: false, cssCodeSplit: false, target: "chrome109", cssTarget: "chrome109", modulePreload: false, rolldownOptions: { input: `src/client/${name}.ts`, output: { format: "iife" } } },
  })) as Rollup.RollupOutput;
  const styles = result.output.flatMap((file) => (file.type === "asset" && file.fileName.endsWith(".css") ? [String(file.source)] : []));
  return { script: result.output[0].code, style: styles.join("\n") };
}

const SECTIONS = [
  { id: "cover", number: null, title: "", minutes: null, kiosk: true },
  { id: "review", number: 1, title: "工作回顾", minutes: 18, kiosk: true },
  { id: "goals", number: 2, title: "思路目标", minutes: 8, kiosk: false },
  { id: "tasks", number: 3, title: "2022年任务", minutes: 24, kiosk: true },
] as const;

const ITEMS = `<ul><li class="fragment" data-fragment-index="0">强产业</li><li class="fragment" data-fragment-index="1">优规划</li><li class="fragment" data-fragment-index="1">腾空间</li></ul>`;
const CHART = `<svg role="img" viewBox="0 0 400 100" width="1600" height="400"><defs><pattern id="figures-hatch" width="8" height="8" patternUnits="userSpaceOnUse"><path d="M0 8L8 0" stroke="#0f333a"/></pattern></defs><rect class="bar" width="300" height="40" fill="#4c8a8c"/><rect y="50" width="200" height="40" fill="url(#figures-hatch)"/></svg>`;
const NOTES = `<p>全年完成地区生产总值<data value="148">148亿元</data>，同比增长11.6%；全口径财政收入32.64亿元，同比增长12.1%；一般公共预算收入20.47亿元，同比增长10.5%。</p><p>工业总产值288亿元，同比增长10.89%；规上工业产值187亿元，同比增长近9%。</p>`;

interface FixtureSlide {
  readonly id: string;
  readonly title: string;
  readonly section: number;
  readonly body: string;
  readonly notes: string;
  readonly steps: number;
}

const SLIDES: readonly FixtureSlide[] = [
  { id: "cover-1", title: "政府工作报告", section: 0, body: `<p class="place">某镇</p>`, notes: "", steps: 0 },
  { id: "review-1", title: "工作回顾", section: 1, body: "", notes: "<p>现在回顾过去一年的工作。</p>", steps: 0 },
  { id: "steps", title: "强产业、促转型", section: 1, body: ITEMS, notes: "<p>一年来，我们抓产业。二是优规划！三是腾空间。</p>", steps: 2 },
  { id: "figures", title: "主要指标", section: 1, body: CHART, notes: NOTES, steps: 0 },
  { id: "2022", title: "2022年目标", section: 2, body: `<p>见<a href="#steps">上文</a></p>`, notes: "<p>今年目标。</p>", steps: 0 },
  { id: "tasks-1", title: "五项任务", section: 3, body: ITEMS, notes: "<p>重点抓好五项任务。</p>", steps: 2 },
  { id: "closing", title: "谢谢", section: 3, body: "", notes: "", steps: 0 },
];

/** Stands in for the theme: colours, a chart that draws itself when its slide is present, and the reading page. */
const THEME = `
:root { --paper: #f7f4ec; --ink: #0f333a; }
body { margin: 0; }
.slide { box-sizing: border-box; width: 1920px; height: 1080px; padding: 112px; background: var(--paper); color: var(--ink); font-size: 44px; }
.slide h2 { margin: 0 0 60px; font-size: 96px; }
#review-1, #closing { background: #0f333a; color: #f5f1e6; }
.present .bar { animation: grow 600ms; transform-origin: 0 0; }
@keyframes grow { from { transform: scaleX(0); } }
.place { font-size: 56px; }
.portrait .slide { width: 1080px; height: 1920px; }
html.reading .slide { width: auto; height: auto; padding: 24px; font-size: 18px; }
html.reading .slide h2 { font-size: 26px; }
`;

export interface FixtureOptions {
  readonly notes: boolean;
  /** Seconds per slide in the loop. */
  readonly seconds?: number;
  readonly lang?: "zh-CN" | "en";
  readonly minutes?: boolean;
  readonly hours?: OpeningHours;
  /** Whether the loop is made for upright screens. */
  readonly portrait?: boolean;
  readonly title?: string;
  readonly build?: string;
  /** The notes of the second slide. */
  readonly spoken?: string;
  readonly click?: boolean;
}

export function fixtureData(options: FixtureOptions): DeckData {
  const { seconds = 8, lang = "zh-CN", minutes = true, hours = null } = options;
  return {
    title: options.title ?? "政府工作报告",
    build: options.build ?? "one",
    click: options.click ?? false,
    lang,
    minutes: null,
    hours,
    sections: SECTIONS.map((section) => ({ ...section, minutes: minutes ? section.minutes : null, backup: false })),
    slides: SLIDES.map(({ id, title, section, steps }) => ({ id, title, section, steps, seconds })),
    run: SLIDES.length,
    figures: {},
    initials: { c: "产", g: "工府告", h: "回划", m: "目", q: "强", z: "政作主指" },
  };
}

export function fixtureSlides(notes: boolean, spoken: string | null = null): string {
  const slides = SLIDES.map((slide) => (slide.id === "review-1" && spoken !== null ? { ...slide, notes: `<p>${spoken}</p>` } : slide));
  return slides.map((slide) => `<section id="${slide.id}" class="slide layout-bullets"><h2>${slide.title}</h2>${slide.body}${notes && slide.notes !== "" ? `<aside class="notes">${slide.notes}</aside>` : ""}</section>`).join("\n");
}

function page(head: string, options: FixtureOptions, tail: string): string {
  const data = JSON.stringify(fixtureData(options)).replaceAll("</", "<\\/");
  return `<!doctype html><html lang="${options.lang ?? "zh-CN"}" class="reading"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>政府工作报告</title><link rel="icon" href="data:,">${head}</head><body class="${options.portrait === true ? "portrait" : ""}"><main class="reveal"><div class="slides">${fixtureSlides(options.notes, options.spoken)}</div></main><script type="application/json" id="deck-data">${data}</script>${tail}</body></html>`;
}

/** The web deck: files side by side under a strict policy. */
export function webPage(client: Client, options: FixtureOptions): Map<string, string> {
  return new Map([
    ["/", page(`<link rel="stylesheet" href="/assets/deck.css">`, options, `<script src="/assets/deck.js" defer></script>`)],
    ["/assets/deck.css", `${client.style}\n${THEME}`],
    ["/assets/deck.js", client.script],
  ]);
}

/** The single file: everything inside, with the hashes of script and style in the policy. */
export function singlePage(client: Client, options: FixtureOptions): string {
  const style = `${client.style}\n${THEME}`;
  const script = client.script.replaceAll("</script", "<\\/script");
  const hash = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
  const policy = `default-src 'none'; script-src ${hash(script)}; style-src ${hash(style)}; img-src data:; font-src data:`;
  return page(`<meta http-equiv="Content-Security-Policy" content="${policy}"><style>${style}</style>`, options, `<script>${script}</script>`);
}

/** The loop as one file. */
export function kioskPage(client: Client, options: FixtureOptions): string {
  return page(`<style>${client.style}\n${THEME}</style>`, { ...options, notes: false }, `<script>${client.script}</script>`);
}
