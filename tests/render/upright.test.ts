/** What an upright screen and a column of numerals get: a drawing of their own, larger type, light units. */
import { describe, expect, it, test } from "vitest";
import type { Chart } from "../../src/model/chart.ts";
import { planReview } from "../../src/model/review-plan.ts";
import { planTimeline } from "../../src/model/timeline-plan.ts";
import { loadCharts } from "../../src/render/charts/draw.ts";
import { uprightFootSource } from "../../src/render/art/upright-foot.ts";
import { createRenderCache } from "../../src/render/render-cache.ts";
import { renderDeckNow } from "../../src/render/render-deck.ts";
import { renderChart } from "../../src/render/charts/render-chart.ts";
import { EXAMPLES } from "./charts/examples.ts";
import { extentOf, shapesOf, type Extent } from "./charts/reading.ts";
import { block, deck, figure, grown, section, slide, text, THEME, YEAR } from "./samples.ts";

await loadCharts();

const rate = (index: number): string => `${index + 1}.5%`;
const chart = (count: number): Chart => ({
  type: "growth", title: "增速", statement: "增长。", highlight: null, source: null, demo: false, period: YEAR, reference: null,
  bars: Array.from({ length: count }, (_, index) => ({ indicator: `i${index}`, name: `第${index + 1}项`, growth: grown(rate(index)), value: null, unit: "" })),
});

/** The slide of a deck with one chart. */
async function drawn(count: number, portrait: boolean | "auto", kiosk = true, name: string | null = null): Promise<{ readonly html: string; readonly upright: string | null }> {
  const shown = chart(count);
  const named = name === null || shown.type !== "growth" ? shown : { ...shown, bars: shown.bars.map((bar) => ({ ...bar, name })) };
  const model = deck([section(1, "回顾", [slide("chart", "增速", [block("chart", { chart: named })])], { kiosk })], { kiosk: { seconds: null, portrait, hours: null } });
  const { html, upright } = renderDeckNow(model, THEME, createRenderCache()).slides[0]!;
  return { html, upright: (await upright?.()) ?? null };
}

const boxOf = (html: string): readonly number[] => (/<svg class="upright"[^>]* viewBox="0 0 (\d+) (\d+)"/.exec(html) ?? []).slice(1).map(Number);

describe("a chart on an upright screen", () => {
  it("has a drawing of its own, higher than the wide one is, where the loop is upright", async () => {
    const { html, upright } = await drawn(8, true);
    expect(html).not.toContain('class="upright"');
    const [width = 0, height = 0] = boxOf(upright ?? "");
    expect([width <= 936, height > width]).toEqual([true, true]);
    for (let index = 0; index < 8; index += 1) expect((upright ?? "").split(`>${rate(index)}</text>`)).toHaveLength(3);
  });

  it("is as high as its rows need, and never higher than the page", async () => {
    const heights = await Promise.all([1, 4, 14].map(async (count) => boxOf((await drawn(count, true)).upright ?? "")[1] ?? 0));
    expect(heights).toEqual(heights.toSorted((a, b) => a - b));
    expect(heights[2]).toBeLessThan(1600);
  });

  it("has none in a loop that is not upright, or outside the loop", async () => {
    expect([(await drawn(8, false)).upright, (await drawn(8, true, false)).upright]).toEqual([null, null]);
  });

  it("has it unless the deck refuses it", async () => {
    expect((await drawn(8, "auto")).upright).toBe((await drawn(8, true)).upright);
  });

  it("never breaks a name of its rows, which stands above its bar instead", async () => {
    const names = [...((await drawn(5, true, true, "规模以上高新技术产业产值")).upright ?? "").matchAll(/class="chart-name[^>]*>([^<]*)</g)].map(([, words]) => words);
    expect(names.slice(-5)).toEqual(Array.from({ length: 5 }, () => "规模以上高新技术产业产值"));
  });
});

describe("the foot of an upright screen", () => {
  const at = (layout: "quote" | "section" | "cover", portrait: boolean | "auto", motif: "bridge" | "none" = "bridge"): Promise<string | null> =>
    Promise.resolve(renderDeckNow(deck([section(1, "回顾", [slide(layout, "增速", [])])], { kiosk: { seconds: null, portrait, hours: null } }), { ...THEME, motif }, createRenderCache()).slides[0]!.upright?.() ?? null);

  it("has a bridge where a slide has a foot, none on openings with a bridge of their own, or in a theme without the motif", async () => {
    expect(await at("quote", "auto")).toContain("art-kiosk");
    expect(await at("section", "auto")).not.toContain("art-kiosk");
    expect(await at("quote", "auto", "none")).not.toContain("art-kiosk");
    expect(await at("quote", false)).toBeNull();
  });

  it("is drawn once, small and inert, by classes that the style sheet knows", async () => {
    const svg = uprightFootSource();
    expect(uprightFootSource()).toBe(svg);
    expect(svg.length).toBeLessThan(6000);
    expect(svg).not.toMatch(/\s(style|on\w+|href)=|url\(|NaN|undefined|#[0-9a-f]{3}/i);
    expect(svg.match(/ id="/g)).toHaveLength(1);
    const [id] = /(?<= id=")[^"]+/.exec(svg) ?? [];
    expect(await at("quote", true)).toContain(`href="#${id}"`);
  });
});

describe("a table", () => {
  const table = (cells: readonly (readonly string[])[]): string => {
    const rows = cells.map((row) => row.map((cell) => [text(cell)]));
    return renderDeckNow(deck([section(1, "回顾", [slide("table", "表", [block("table", { form: null, align: [null, "right"], head: [[text("指标")], [text("值")]], rows })])])]), THEME, createRenderCache()).slides[0]!.html;
  };

  it("sets the unit of a number in a column of numerals apart, and nothing else", () => {
    const html = table([["总值", "148亿元"], ["增长", "8%左右"], ["位次", "第3"], ["148亿元", "约9"]]);
    expect(html).toContain('148<span class="cell-unit">亿元</span>');
    expect(html.match(/cell-unit/g)).toHaveLength(1);
  });

  it("has larger type on an upright screen where it is small", () => {
    expect(table([["总值", "148"]])).toContain("table-roomy");
    expect(table(Array.from({ length: 20 }, (_, index) => [`第${index}项`, "1"]))).not.toContain("table-roomy");
  });
});

const EMPTY = { title: "五年来的变化", lead: "" };

test("ordinary rows of a review stay on one slide, in the type that six of them have room for", () => {
  const row = { indicator: "gdp", name: "地区生产总值", unit: "亿元", before: figure("182.4"), now: figure("268.3"), growth: { period: YEAR, text: "年均增长6.2%" }, direction: "up" } as const;
  expect(planReview(Array.from({ length: 6 }, () => row), EMPTY)).toEqual({ form: { size: 72, below: false }, parts: [6] });
  const long = { ...row, name: "规模以上工业企业单位增加值能源消耗降低率（扣除原料用能和非化石能源）", unit: "万吨标准煤", now: figure("1,234,567.8"), before: figure("-12,345.6") };
  expect(planReview(Array.from({ length: 6 }, () => long), { ...EMPTY, lead: "主要指标好于预期，各项目标任务全面完成。" }).form.below).toBe(true);
});

test("short dates stand on the water, in English too; many or long ones in columns, on several slides", () => {
  const entry = { when: "Second quarter", title: "New port opens", text: "Two berths" };
  expect(planTimeline(Array.from({ length: 4 }, () => entry), EMPTY)).toEqual({ open: true, parts: [4] });
  expect(planTimeline(Array.from({ length: 18 }, () => entry), EMPTY)).toEqual({ open: false, parts: [6, 6, 6] });
  expect(planTimeline(Array.from({ length: 4 }, () => ({ ...entry, when: "By the end of December 2026" })), EMPTY).open).toBe(false);
});

test("a name above its bar stands nearer to it than to the bar before", () => {
  const html = renderChart(EXAMPLES["progress"]!, { id: "a", theme: THEME, lang: "zh-CN", width: 1696, height: 864, second: 1400, print: false, hover: false });
  const shapes = shapesOf(html.slice(html.indexOf('<svg class="upright"')).replace('class="upright" ', ""));
  const of = (role: string): readonly Extent[] => shapes.filter((shape) => shape.role === role).map(extentOf);
  const [names, bars] = [of("name"), of("bar")];
  expect(names).toHaveLength(4);
  for (const [index, name] of names.entries()) {
    const own = bars[index]!.top - name.bottom;
    if (index > 0) expect(name.top - bars[index - 1]!.bottom).toBeGreaterThan(own * 0.9);
  }
});
