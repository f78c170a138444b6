/** A presentation of charts alone, with the real writer and a real theme. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import type { Chart } from "../../src/model/chart.ts";
import { parseFigure } from "../../src/model/figure.ts";
import { parsePeriod } from "../../src/model/period.ts";
import { parseGrowth } from "../../src/model/growth.ts";
import { readRange } from "../../src/model/published.ts";
import { writePptx } from "../../src/office/pptx/write-pptx.ts";
import type { Deck } from "../../src/model/deck.ts";
import type { Theme } from "../../src/model/theme.ts";
import { parseTheme } from "../../src/parse/theme.ts";
import { loadCharts } from "../../src/render/charts/draw.ts";
import { createRenderCache } from "../../src/render/render-cache.ts";
import { renderDeckNow } from "../../src/render/render-deck.ts";
import { EXAMPLES } from "../render/charts/examples.ts";
import { block, deck, section, slide } from "../render/samples.ts";
import { THEMES } from "../support/project.ts";

const frame = { statement: "2021年全镇规上工业产值187亿元，列第三。", highlight: null, source: null, demo: false } as const;
const YEAR = parsePeriod("2021")!;
const area = (name: string, text: string, place: number | null, accent = false) => ({ area: name, own: accent, accent, place, value: { text, figure: parseFigure(text) } });
const structureBar = (year: string, terms: readonly string[], hundred = true) => ({ period: parsePeriod(year)!, raw: terms.join("∶"), terms, hundred });
const growthBar = (name: string, text: string) => ({ indicator: name, name, growth: parseGrowth(text, null)!, value: null, unit: "" });

/** Kinds and awkward cases that the examples of the drawings lack. */
const MORE: Readonly<Record<string, Chart>> = {
  "ranking": { ...frame, title: "各镇规上工业产值", type: "ranking", period: YEAR, indicator: "i", name: "规上工业产值", unit: "亿元", measure: "value", bars: [area("木渎镇", "412.6", 1), area("胥口镇", "265", 2), area("甪直镇", "近187", 3, true), area("临湖镇", "98.3", 4), area("东山镇", "停产", null)] },
  "ranking-twenty": { ...frame, title: "二十个镇", type: "ranking", period: YEAR, indicator: "i", name: "产值", unit: "亿元", measure: "value", bars: Array.from({ length: 20 }, (_, index) => area(`第${index + 1}个名字较长的镇`, `${400 - index * 17}.${index % 10}`, index + 1, index === 6)) },
  "structure": { ...frame, title: "三次产业结构", type: "structure", indicator: "s", name: "三次产业结构", names: ["第一产业", "第二产业", "第三产业"], bars: [structureBar("2020", ["21.9", "38.7", "39.4"]), structureBar("2021", ["20.5", "39.1", "40.4"])] },
  "structure-short": { ...frame, title: "三次产业结构", type: "structure", indicator: "s", name: "三次产业结构", names: ["第一产业", "第二产业", "第三产业"], bars: [structureBar("2021", ["1.4", "59.8", "38.8"])] },
  "structure-ratio": { ...frame, title: "比例", type: "structure", indicator: "s", name: "比例", names: ["甲", "乙"], bars: [structureBar("2021", ["1.82", "1"], false)] },
  "growth-words": { ...frame, title: "各种说法", type: "growth", period: YEAR, reference: null, bars: [growthBar("地区生产总值", "5%—5.5%"), growthBar("工业增加值", "增长1.6倍"), growthBar("进出口总额", "由降转升"), growthBar("城镇化率", "提高0.9个百分点"), growthBar("用电量", "基本持平"), growthBar("税收收入", "下降3%以上")].map((bar) => bar.growth.raw === "5%—5.5%" ? { ...bar, growth: { ...bar.growth, figure: readRange("5%—5.5%")! } } : bar) },
};

export const CHARTS: Readonly<Record<string, Chart>> = { ...EXAMPLES, ...MORE };

export function themeOf(name: string): Theme {
  const file = (path: string): { path: string; text: string } => ({ path: `themes/${name}/${path}`, text: readFileSync(join(THEMES, name, path), "utf8") });
  const theme = parseTheme({ name, tokens: file("theme.yaml"), css: file("theme.css") }, ({ message }) => {
    throw new Error(message.en);
  });
  if (theme === null) throw new Error(`no theme: ${name}`);
  return theme;
}

await loadCharts();

export function chartDeck(charts: readonly Chart[], lang: Deck["settings"]["lang"] = "zh-CN"): Deck {
  const slides = charts.map((chart, index) => slide("chart", `${index + 1} ${chart.title}`, [block("chart", { chart } as never)], { id: `chart-${index}` }));
  return deck([section(1, "图", slides)], { lang });
}

export function presentation(charts: readonly Chart[], theme = "shuixiang", lang: Deck["settings"]["lang"] = "zh-CN"): Uint8Array {
  const [model, own] = [chartDeck(charts, lang), themeOf(theme)];
  const faults: Diagnostic[] = [];
  const bytes = writePptx({ deck: model, rendered: renderDeckNow(model, own, createRenderCache()), theme: own, pictureOf: () => null, notes: false }, "charts.pptx", (fault) => void faults.push(fault));
  if (faults.length > 0) throw new Error(faults.map(({ code, message }) => `${code}: ${message.en}`).join("\n"));
  return bytes;
}
