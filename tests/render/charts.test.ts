/** Charts show what was published, keep their rules, and are markup that a strict page accepts. */
import { describe, expect, it } from "vitest";
import type { Chart } from "../../src/model/chart.ts";
import { loadCharts } from "../../src/render/charts/draw.ts";
import { renderChart } from "../../src/render/charts/render-chart.ts";
import { COLOURS, EXAMPLES, THEME, grown } from "./charts/examples.ts";
import { extentOf, meet, number, shapesOf, type Shape } from "./charts/reading.ts";

await loadCharts();

const SIZES = [[1120, 864], [1696, 760], [1120, 700], [760, 600]] as const;

function render(name: string, size: readonly [number, number] = SIZES[0], print = false, hover = false): string {
  const lang = name.endsWith("english") ? "en" : "zh-CN";
  return renderChart(EXAMPLES[name]!, { id: "slide-chart", theme: THEME, lang, width: size[0], height: size[1], second: null, print, hover });
}

function shapes(name: string, role: string): readonly Shape[] {
  return shapesOf(render(name)).filter((shape) => shape.role === role);
}

function texts(name: string, role: string): readonly string[] {
  return shapes(name, role).map((shape) => shape.text);
}

const axisOf = (name: string): number => extentOf(shapes(name, "axis")[0]!).left;
const barsOf = (name: string) => shapes(name, "bar").map(extentOf);
const cells = (html: string): readonly string[] => [...html.replaceAll(/<wbr>|<\/?(?:data|span)\b[^>]*>/g, "").matchAll(/<t[hd](?: [^>]*)?>([^<]*)</g)].map(([, text = ""]) => text);

describe("every chart", () => {
  const all = Object.keys(EXAMPLES).flatMap((name) => SIZES.map((size) => [name, size] as const));

  it.each(all)("%s at %s is plain markup with its own ids only", (name, size) => {
    const html = render(name, size);
    expect(html).not.toMatch(/ style=|<style|<script| on\w+=|href|ecmeta|zr\d|NaN|undefined|Infinity/);
    expect([...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)).toEqual(["slide-chart-t", "slide-chart-d"]);
    expect(html).toContain('aria-labelledby="slide-chart-t slide-chart-d"');
    expect(html).not.toMatch(/\.\d{3}/);
  });

  it.each(all)("%s at %s keeps its texts apart and inside", (name, size) => {
    const drawn = shapesOf(render(name, size)).filter((shape) => shape.tag === "text");
    const boxes = drawn.map((shape) => ({ text: shape.text, ...extentOf(shape) }));
    for (const [index, box] of boxes.entries()) {
      expect(boxes.slice(index + 1).filter((other) => meet(box, other)).map((other) => `${box.text} / ${other.text}`)).toEqual([]);
      expect(box.left, box.text).toBeGreaterThanOrEqual(-10);
      expect(box.right, box.text).toBeLessThanOrEqual(size[0] + 10);
      expect(box.bottom, box.text).toBeLessThanOrEqual(size[1] + 2);
    }
  });

  it.each(all)("%s at %s keeps values off bars and markers", (name, size) => {
    const drawn = shapesOf(render(name, size));
    const values = drawn.filter((shape) => shape.role === "value" || shape.role === "plan");
    const marks = drawn.filter((shape) => ["bar", "last", "goal", "dot", "bound", "sector"].includes(shape.role));
    for (const value of values) {
      expect(marks.filter((mark) => meet(extentOf(value), extentOf(mark))).map((mark) => `${value.text} on ${mark.role}`)).toEqual([]);
    }
  });

  it.each(Object.keys(EXAMPLES))("%s is the same bytes every time, and has no classes in print", (name) => {
    expect(render(name)).toBe(render(name));
    const svg = /<svg role="img"[\s\S]*?<\/svg>/.exec(render(name, SIZES[0], true))![0];
    expect(svg).not.toContain("class=");
  });

  it.each(Object.keys(EXAMPLES))("%s has at most two gridlines, title, statement and a captioned table", (name) => {
    const html = render(name);
    const chart = EXAMPLES[name]!;
    expect(shapes(name, "grid").length).toBeLessThanOrEqual(2);
    expect(html).toContain(`<title id="slide-chart-t">${chart.title}</title><desc id="slide-chart-d">${chart.statement}</desc>`);
    expect(html).toContain(`<caption>${chart.title}</caption>`);
    expect(html).toMatch(/<th scope="col">.*<th scope="row">/s);
  });

  it.each(Object.keys(EXAMPLES))("%s with hover has one area inside for each row of its table, in the same order, and shapes that name theirs", (name) => {
    const html = render(name, SIZES[0], false, true);
    const rows = (/<tbody>.*<\/tbody>/s.exec(html)![0].match(/<tr /g) ?? []).length - (name.startsWith("share") ? 1 : 0);
    const datumOf = (shape: Shape): number => Number(shape.attributes["ecmeta_data_index"]);
    const drawn = shapesOf(html);
    const areas = drawn.filter((shape) => shape.role === "band");
    expect(areas.map(datumOf)).toEqual(Array.from({ length: rows }, (_, index) => index));
    for (const box of areas.map(extentOf)) expect([box.left >= -14, box.right <= SIZES[0][0] + 1, box.top >= 0, box.bottom <= SIZES[0][1] + 1]).not.toContain(false);
    const bars = drawn.filter((shape) => ["bar", "dot", "sector", "goal"].includes(shape.role));
    for (const shape of bars) {
      expect(shape.attributes["ecmeta_ssr_type"]).toBe("chart");
      if (!name.startsWith("share")) expect(meet(extentOf(shape), extentOf(areas[datumOf(shape)]!)), shape.role).toBe(true);
    }
    expect(bars.length + (html.match(/chart-badge"/g) ?? []).length).toBeGreaterThan(0);
  });

  it("escapes what the data say", () => {
    const chart: Chart = { ...EXAMPLES["growth"]!, title: "<b>&", statement: '"', source: "<i>" };
    const html = renderChart(chart, { id: "a", theme: THEME, lang: "zh-CN", width: 800, height: 600, second: null, print: false, hover: false });
    expect(html).toContain("&lt;b&gt;&amp;");
    expect(html).toContain("来源：&lt;i&gt;");
    expect(html).not.toMatch(/<b>|<i>/);
  });
});

describe("growth", () => {
  it("labels bars as published, in the order given", () => {
    expect(texts("growth", "value")).toEqual(["12.1%", "11.6%", "10.89%", "10.5%", "近9%"]);
    expect(texts("growth-negative", "value")).toEqual(["4.2%", "不足1%", "0%", "−0.3%", "近−6%", "−18.25%"]);
  });

  it("draws bars from zero in proportion", () => {
    const [zero, ends] = [axisOf("growth"), barsOf("growth").filter((_, index) => index % 2 === 0)];
    for (const bar of ends) expect(bar.left).toBeCloseTo(zero, 0);
    const beyond = barsOf("growth").filter((_, index) => index % 2 === 1);
    expect((beyond[0]!.right - zero) / (beyond[2]!.right - zero)).toBeCloseTo(12.1 / 10.89, 2);
  });

  it("hatches 近 and nothing else, from just below to a dashed end at the value", () => {
    const [zero, bars] = [axisOf("growth"), barsOf("growth")];
    expect(shapes("growth", "hatch")).toHaveLength(1);
    const end = shapes("growth", "hatch-end");
    expect(end).toHaveLength(1);
    expect(end[0]!.attributes["stroke-dasharray"]).toBeDefined();
    const perCent = (bars[1]!.right - zero) / 12.1;
    expect((extentOf(end[0]!).left - zero) / perCent).toBeCloseTo(9, 1);
    expect((bars.at(-1)!.right - zero) / perCent).toBeCloseTo(8, 1);
    expect(shapes("growth-single", "hatch")).toHaveLength(0);
  });

  it("gives a lower bound an arrow, not a hatch", () => {
    expect(shapes("growth-english", "bound")).toHaveLength(1);
    expect(shapes("growth-english", "hatch")).toHaveLength(1);
    expect(shapes("growth-twelve", "bound")).toHaveLength(1);
  });

  it("draws negative growth to the left of zero with its label beyond", () => {
    const zero = axisOf("growth-negative");
    const label = shapes("growth-negative", "value").find((shape) => shape.text === "−18.25%")!;
    const bar = barsOf("growth-negative").at(-1)!;
    expect(bar.right).toBeCloseTo(zero, 0);
    expect(extentOf(label).right).toBeLessThan(bar.left);
    expect(shapes("growth-negative", "bar").some((shape) => shape.attributes["class"]!.includes("grow-left"))).toBe(true);
  });

  it("splits bars at the reference: quiet up to it, the accent beyond, muted where they do not reach it", () => {
    const painted = (fill: string) => shapes("growth", "bar").filter((shape) => shape.attributes["fill"] === fill);
    const reference = shapes("growth", "reference").map(extentOf);
    expect([painted(COLOURS.seal).length, painted(COLOURS.bar).length, painted(COLOURS.hair).length]).toEqual([4, 4, 1]);
    expect(reference).toHaveLength(1);
    for (const bar of painted(COLOURS.bar).map(extentOf)) expect(bar.right).toBeCloseTo(reference[0]!.left, 0);
    expect(extentOf(painted(COLOURS.hair)[0]!).right).toBeLessThan(reference[0]!.left);
    expect(painted(COLOURS.hair)[0]!.attributes["stroke"]).toBe(COLOURS.line);
    expect(texts("growth", "tick")).toEqual(["10%线"]);
  });

  it("keeps every value clear of the reference", () => {
    for (const name of ["growth", "growth-english", "growth-all-negative"]) {
      const [reference] = shapes(name, "reference").map(extentOf);
      for (const value of shapes(name, "value")) expect(meet(extentOf(value), { ...reference!, left: reference!.left - 2, right: reference!.right + 2 }), `${name} ${value.text}`).toBe(false);
    }
  });

  it("has two columns on one scale where more than ten bars share a wide slide", () => {
    const wide = shapesOf(render("growth-twelve", SIZES[1]));
    expect(wide.filter((shape) => shape.role === "axis")).toHaveLength(2);
    const [first, last] = [wide.filter((shape) => shape.role === "bar")[0]!, wide.filter((shape) => shape.role === "bar")[6]!].map(extentOf);
    expect((first!.right - first!.left) / (last!.right - last!.left)).toBeCloseTo(12.1 / 6, 1);
  });
});

describe("target", () => {
  const bars = (name: string, size: readonly [number, number] = SIZES[1]) => shapesOf(render(name, size)).filter((shape) => shape.role === "bar").map(extentOf);

  it("shows 同步 and 完成 as words below the plot, never as numbers", () => {
    const drawn = shapesOf(render("target"));
    const start = drawn.findIndex((shape) => shape.text === "城乡居民人均可支配收入");
    const words = drawn.slice(start).filter((shape) => shape.tag === "text").map((shape) => shape.text);
    expect(words).toEqual(["城乡居民人均可支配收入", "与地区生产总值同步", "环境保护和节能减排", "完成目标任务"]);
    const axis = extentOf(shapes("target", "axis")[0]!);
    for (const badge of shapes("target", "badge")) expect(extentOf(badge).top).toBeGreaterThan(axis.bottom);
  });

  it("draws columns from zero in proportion, as long as names are short and at most eight stand", () => {
    const zero = extentOf(shapesOf(render("target", SIZES[1])).find((shape) => shape.role === "axis")!).top;
    const columns = bars("target");
    for (const column of columns) expect(Math.abs(column.bottom - zero)).toBeLessThan(4);
    expect((columns[4]!.bottom - columns[4]!.top) / (columns[0]!.bottom - columns[0]!.top)).toBeCloseTo(25 / 8, 1);
    const lying = bars("target-hard");
    expect(lying).toHaveLength(9);
    expect(new Set(lying.map(({ bottom, top }) => Math.round(bottom - top))).size).toBe(1);
  });

  it("sets the figure larger than anything else, and last year's growth as a line with its year", () => {
    const drawn = shapesOf(render("target", SIZES[1]));
    const sizeOf = (shape: Shape): number => Number.parseFloat(shape.attributes["font-size"]!);
    const figures = drawn.filter((shape) => ["plan", "inside"].includes(shape.role) && shape.text.endsWith("%") && !shape.text.includes("年"));
    expect(figures.map((shape) => shape.text)).toEqual(["8%", "8%", "12%", "10%", "25%", "8%"]);
    for (const shape of figures) expect(sizeOf(shape)).toBeGreaterThanOrEqual(88);
    expect(Math.max(...drawn.filter((shape) => shape.tag === "text" && !figures.includes(shape)).map(sizeOf))).toBeLessThan(88);
    expect(drawn.filter((shape) => shape.role === "last")).toHaveLength(3);
    expect(drawn.filter((shape) => shape.text.startsWith("2021年")).map((shape) => shape.text)).toEqual(["2021年11.6%", "2021年10.5%", "2021年近9%"]);
    expect(drawn.filter((shape) => ["plan", "inside"].includes(shape.role)).map((shape) => shape.text)).toEqual(expect.arrayContaining(["左右", "以上"]));
  });

  it("leaves 以上 open towards more: up for growth, down for a fall", () => {
    const drawn = shapesOf(render("target", SIZES[1]));
    const gable = drawn.find((shape) => shape.role === "bound")!;
    const feet = [...gable.attributes["d"]!.matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)].map(([, , y]) => Number(y));
    expect(feet[1]).toBeLessThan(feet[0]!);
    expect(Math.max(...feet)).toBeLessThan(bars("target")[5]!.top);
    const hard = shapesOf(render("target-hard", SIZES[1])).filter((shape) => shape.role === "bound").map((shape) => [...shape.attributes["d"]!.matchAll(/[ML](-?[\d.]+) /g)].map(([, x]) => Number(x)));
    expect(hard.map((xs) => Math.sign(xs[1]! - xs[0]!))).toEqual([-1, 1, 1]);
  });

  it("hatches an upper bound from below, so that it ends at its value", () => {
    expect(shapesOf(render("target-hard", SIZES[1])).filter((shape) => shape.role === "hatch")).toHaveLength(1);
  });

  it("keeps the wording in the table", () => {
    expect(cells(render("target"))).toEqual(expect.arrayContaining(["近9%", "12%左右", "未载", "与地区生产总值同步", "完成目标任务"]));
  });
});

describe("trend", () => {
  it("leaves gaps: no bar, no dot, a broken line, and says so", () => {
    expect(texts("trend-gap", "value")).toEqual(["98.5", "近110", "133", "148", "6.4%", "−3.0%", "15.2%", "11.6%"]);
    expect(shapes("trend-gap", "bar")).toHaveLength(4);
    expect(shapes("trend-gap", "dot")).toHaveLength(4);
    expect(shapes("trend-gap", "line").map((shape) => shape.attributes["points"]!.trim().split(/[ ,]+/).length / 2)).toEqual([2, 2]);
    expect(render("trend-gap")).toContain("空缺：原文未载");
  });

  it("stands level and growth on one axis of periods, bars on zero", () => {
    const bars = barsOf("trend");
    const dots = shapes("trend", "dot").map((shape) => number(shape, "cx"));
    for (const [index, bar] of bars.entries()) {
      expect((bar.left + bar.right) / 2).toBeCloseTo(dots[index]!, 0);
      expect(bar.bottom).toBeCloseTo(extentOf(shapes("trend", "axis")[0]!).top, 0);
    }
    expect((bars[4]!.bottom - bars[4]!.top) / (bars[0]!.bottom - bars[0]!.top)).toBeCloseTo(1.32, 2);
    expect(texts("trend", "tick")).toEqual(["2017年", "2018年", "2019年", "2020年", "2021年"]);
  });

  it("puts the label of a local minimum below its point, others above", () => {
    const chart = EXAMPLES["trend"] as Extract<Chart, { type: "trend" }>;
    const points = ["8.0%", "8.2%", "8.1%", "7.9%", "8.0%"].map((rate, index) => ({ ...chart.points[index]!, growth: grown(rate) }));
    const drawn = shapesOf(renderChart({ ...chart, points }, { id: "a", theme: THEME, lang: "zh-CN", width: 1120, height: 864, second: null, print: false, hover: false }));
    const dots = drawn.filter((shape) => shape.role === "dot");
    const labels = drawn.filter((shape) => shape.role === "value").slice(5);
    expect(labels.map((label, index) => (number(label, "y") > number(dots[index]!, "cy") ? "below" : "above"))).toEqual(["above", "above", "above", "below", "above"]);
  });

  it("stamps data for demonstration, and names parts of a year", () => {
    expect(render("trend")).toContain('<p class="stamp">示例数据</p>');
    expect(render("trend-gap")).not.toContain("stamp");
    expect(texts("trend-rates", "tick")).toEqual(["一季度", "2021年", "二季度", "三季度", "四季度"]);
    expect(texts("trend-rates", "panel")).toEqual(["增速（%）"]);
    expect(texts("trend-levels", "panel")).toEqual(["总量（亿元）"]);
  });
});

describe("progress", () => {
  it("sets a mark for each target beside its bar from zero", () => {
    expect(shapes("progress", "target")).toHaveLength(4);
    expect(texts("progress", "plan")).toEqual(["目标8%左右", "目标8%", "目标12%左右", "目标8%以上"]);
    const [zero, bars, marks] = [axisOf("progress"), barsOf("progress"), shapes("progress", "target").map(extentOf)];
    expect((bars[0]!.right - zero) / (marks[0]!.left - zero)).toBeCloseTo(11.6 / 8, 1);
  });

  it("draws rows of different units each on its own scale, and says so", () => {
    const html = render("progress-units");
    expect(texts("progress-units", "plan")).toContain("目标2,000人以上");
    expect(new Set(shapes("progress-units", "target").map((shape) => Math.round(extentOf(shape).left))).size).toBe(1);
    expect(html).toContain("均自零起");
    expect(html).toContain("来源：政府工作报告");
  });
});

describe("share", () => {
  it("lays the parts end to end over the whole width and names each", () => {
    const rects = shapesOf(render("share-many")).filter((shape) => shape.role === "bar").map(extentOf);
    expect((rects[0]!.right - rects[0]!.left) / (rects[1]!.right - rects[1]!.left)).toBeCloseTo(10.4 / 3.6, 1);
    expect(texts("share", "value")).toEqual(["26.5", "12.2"]);
    expect(texts("share", "name")).toEqual(["一般公共预算收入", "其余"]);
    expect(shapes("share", "leader")).toHaveLength(2);
    // Many parts with long names have rows, each with its own stretch of the bar once more.
    expect(shapes("share-many", "leader")).toHaveLength(0);
    expect(rects).toHaveLength(10);
    expect(rects.slice(5).map(({ left, right }) => [left, right])).toEqual(rects.slice(0, 5).map(({ left, right }) => [left, right]));
  });

  it("hatches the rest and keeps its derived figure to itself", () => {
    expect(shapes("share", "hatch")).toHaveLength(1);
    expect(render("share")).toContain("斜纹为其余，未单列");
    expect(render("share").replace(/<path[^>]*>/g, "")).not.toContain("14.3");
    expect(cells(render("share"))).toEqual(["构成", "数值（亿元）", "一般公共预算收入", "12.2", "其余", "—", "全口径财政收入", "26.5"]);
  });

  it("marks a derived figure with its range where it is asked for", () => {
    expect(texts("share-derived", "value")).toEqual(["26.5", "12.2", "14.3"]);
    expect(texts("share-derived", "derived")).toEqual(["推算 14.2–14.4"]);
    expect(texts("share-many", "derived")).toEqual(["推算，含约数"]);
    expect(render("share-derived")).toContain("其余为推算：总量减各部分");
    expect(cells(render("share-derived"))).toContain("14.3亿元（推算，14.2–14.4）");
  });

  it("draws a pie of three parts in proportion", () => {
    expect(shapes("share-pie", "sector")).toHaveLength(3);
    expect(texts("share-pie", "value").toSorted()).toEqual(["148", "2.1", "57.3", "88.6"]);
  });
});

describe("compare", () => {
  it("sets the own area apart by colour and weight, and keeps what is missing empty", () => {
    const own = shapes("compare", "area").filter((shape) => shape.attributes["font-weight"] === "700");
    expect(own.map((shape) => shape.text)).toEqual(["本镇", "本镇", "本镇"]);
    expect(shapes("compare", "bar").filter((shape) => shape.attributes["fill"] === COLOURS.seal)).toHaveLength(3);
    expect(texts("compare", "missing")).toEqual(["未载"]);
    expect(cells(render("compare"))).toEqual(["指标", "本镇", "吴中区", "苏州市", "地区生产总值", "11.6%", "9.3%", "8.7%", "一般公共预算收入", "10.5%", "近9%", "未载", "进出口总额", "−2.1%", "12.4%", "13.5%"]);
  });
});

describe("compare with more areas than a phone has room for columns", () => {
  it("has a row for each bar, in the table and under the pointer", () => {
    const html = render("compare-many");
    expect(cells(html)).toEqual(["地区", "地区生产总值（亿元）", "本镇", "268.3", "松岭县", "214.6", "白鹭县", "187.2", "石桥县", "156.9", "东河县", "92.5", "全市", "2417.6", "全省", "未载"]);
    const rows = shapes("compare-many", "area").map((shape) => shape.attributes["data-row"]);
    expect(rows).toEqual(["0", "1", "2", "3", "4", "5", "6"]);
    expect(shapes("compare-many", "bar").map((shape) => shape.attributes["data-row"])).toEqual(["0", "1", "2", "3", "4", "5"]);
  });
});

describe("rank", () => {
  it("has first place on top, steps, and gaps", () => {
    const dots = shapes("rank-top", "dot").map((shape) => number(shape, "cy"));
    const ranks = [5, 3, 1, 2, 1, 1, 4];
    for (const [index, rank] of ranks.entries()) {
      for (const [other, than] of ranks.entries()) expect(Math.sign(dots[index]! - dots[other]!)).toBe(Math.sign(rank - than));
    }
    expect(texts("rank", "value")).toEqual(["第88位", "第74位", "第62位", "第60位"]);
    expect(shapes("rank", "line")).toHaveLength(2);
    expect(cells(render("rank"))).toContain("未载");
  });
});
