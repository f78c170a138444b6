/** A small rendered deck with the real theme, and a world on this machine, for tests of the outputs. */
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import type { Deck } from "../../src/model/deck.ts";
import { fileSpan } from "../../src/model/span.ts";
import type { Theme } from "../../src/model/theme.ts";
import type { OutputOptions } from "../../src/outputs/write-outputs.ts";
import { parseTheme } from "../../src/parse/theme.ts";
import type { RenderedDeck, RenderedSlide } from "../../src/render/rendered.ts";
import { createWorld } from "../../src/world/node-world.ts";
import type { World } from "../../src/world/world.ts";
import { HOME } from "./project.ts";

export { HOME };

/** A slide with the given body and notes. */
export function slide(id: string, page: number, body: string, notes = ""): RenderedSlide {
  return {
    id, page, backup: null, section: 0, title: `第${page}页`, notes, steps: 1, seconds: 8,
    upright: null, long: null,
    html: `<section id="${id}" class="slide">${body}</section>`,
    span: { file: "slides/10-review.md", line: page * 10, column: 1, endLine: page * 10, endColumn: 8 },
  };
}

export const SLIDES: readonly RenderedSlide[] = [
  slide("cover", 1, `<h1 class="serif">政府工作报告</h1><p>甪直镇</p>`),
  slide("figures", 2, `<h2 class="serif">主要指标</h2><p class="fragment" data-fragment-index="0">地区生产总值148亿元，增长11.6%</p>`, "<p>“讲稿”只给台上的人看。</p>"),
  slide("last", 3, `<h2 class="serif">谢谢</h2><svg role="img" aria-label="桥" width="200" height="100" viewBox="0 0 200 100"><rect width="200" height="100"/></svg>`),
];
const CSS = `.slide { position: relative; font: 500 40px "Luduan Sans"; background: #F7F4EC } .serif { font: 900 72px "Luduan Numeral", "Luduan Serif" }`;

export function deckOf(slides: readonly RenderedSlide[] = SLIDES, change: Partial<RenderedDeck> = {}): RenderedDeck {
  const section = { id: "review", number: 1, title: "工作回顾", minutes: 4, kiosk: true, backup: false, firstPage: 1 };
  return { title: "政府工作报告", organisation: "甪直镇", author: null, lang: "zh-CN", demo: false, sections: [section], slides, css: CSS, loopCss: CSS, longCss: CSS, ...change };
}

/** The theme that comes with the tool. */
export function sampleTheme(): Theme {
  const file = (name: string): { path: string; text: string } => ({ path: `themes/shuixiang/${name}`, text: readFileSync(join(HOME, "themes/shuixiang", name), "utf8") });
  const theme = parseTheme({ name: "shuixiang", tokens: file("theme.yaml"), css: file("theme.css") }, (diagnostic) => {
    throw new Error(diagnostic.message.en);
  });
  if (theme === null) throw new Error("the theme does not parse");
  return theme;
}

/** A model with the settings that the outputs read. */
export function modelOf(change: Partial<Deck["settings"]> = {}): Deck {
  const span = fileSpan("slides/deck.yaml");
  const settings: Deck["settings"] = {
    title: "政府工作报告", organisation: "甪直镇", period: { type: "year", year: 2021 }, plan: null, lang: "zh-CN", theme: "shuixiang", treatment: "theme",
    speaker: null, meeting: null, date: null, status: "final", demo: false, protect: [], html: "escape", notes: "private", remarks: "private", booklet: "auto", hover: false,
    stage: { minutes: 22, click: false }, kiosk: { seconds: null, portrait: false, hours: null }, check: {}, places: new Map(), span, ...change,
  };
  return { settings, sections: [], indicators: [], projects: [], terms: [], cells: [], exceptions: [] };
}

export interface Bench {
  /** An empty folder of its own. */
  readonly dir: string;
  readonly world: World;
  readonly found: Diagnostic[];
  readonly report: (diagnostic: Diagnostic) => void;
  readonly options: (change?: Partial<OutputOptions>) => OutputOptions;
  readonly close: () => Promise<void>;
}

/** A world whose temporary files disappear on `close`. Its cache is the user's own, which keeps fonts fast, or an empty one. */
export async function createBench(cache: "shared" | "empty" = "shared"): Promise<Bench> {
  const dir = await mkdtemp(join(tmpdir(), "luduan-test-"));
  const folder = { XDG_CACHE_HOME: join(dir, "cache"), LOCALAPPDATA: join(dir, "cache") };
  const world = createWorld({ home: HOME, environment: cache === "shared" ? process.env : { ...process.env, ...folder } });
  const found: Diagnostic[] = [];
  const read = { settings: null, slides: [], tables: [], images: new Map(), themes: new Map() };
  return {
    dir, world, found,
    report: (diagnostic) => void found.push(diagnostic),
    options: (change = {}) => ({ dir, themes: [join(HOME, "themes")], only: null, steps: false, pages: false, read, model: modelOf(), onOutput: () => undefined, ...change }),
    close: async () => {
      await world.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

export function textOf(files: ReadonlyMap<string, Uint8Array>, path: string): string {
  const bytes = files.get(path);
  if (bytes === undefined) throw new Error(`no ${path} among ${[...files.keys()].join(", ")}`);
  return new TextDecoder().decode(bytes);
}
