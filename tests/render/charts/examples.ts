/** Charts of every type as the parser returns them, ordinary and awkward, for tests. */
import type { Chart, ChartFrame, CompareGroup, GrowthBar, ProgressRow, SharePart, TargetRow } from "../../../src/model/chart.ts";
import type { Qualifier } from "../../../src/model/approximate.ts";
import { parseFigure, type Figure } from "../../../src/model/figure.ts";
import { parseGrowth, type Growth } from "../../../src/model/growth.ts";
import type { Goal } from "../../../src/model/indicator.ts";
import { parsePeriod, type Period } from "../../../src/model/period.ts";
import { PLAIN_OFFICE } from "../../../src/model/office-look.ts";
import { COLOUR_TOKENS, LEAST_TYPE, type ColourToken, type Theme } from "../../../src/model/theme.ts";

/** A figure as published; throws if the text is not one, so that no example is wrong unnoticed. */
export function figure(text: string): Figure {
  const parsed = parseFigure(text);
  if (parsed === null) throw new Error(`no figure: ${text}`);
  return parsed;
}

/** A growth as published. */
export function grown(text: string): Growth {
  const parsed = parseGrowth(text, null);
  if (parsed === null) throw new Error(`no growth: ${text}`);
  return parsed;
}

function period(text: string): Period {
  const parsed = parsePeriod(text);
  if (parsed === null) throw new Error(`no period: ${text}`);
  return parsed;
}

function frame(title: string, statement: string): ChartFrame {
  return { title, statement, highlight: null, source: null, demo: false };
}

function bar(name: string, growth: string, value: string | null = null): GrowthBar {
  return { indicator: name, name, growth: grown(growth), value: value === null ? null : figure(value), unit: "亿元" };
}

const growthFrame = frame("2021年主要指标同比增速", "2021年全口径财政收入增长12.1%，规上工业产值增长近9%。");
const growth = (bars: readonly GrowthBar[], reference: string | null, highlight: string | null): Chart => ({
  ...growthFrame, highlight, type: "growth", period: period("2021"), bars, reference: reference === null ? null : figure(reference),
});

const FIVE = [bar("全口径财政收入", "12.1%", "32.64"), bar("地区生产总值", "11.6%", "148"), bar("工业总产值", "10.89%"), bar("一般公共预算收入", "10.5%", "20.47"), bar("规上工业产值", "近9%", "187")];
const NAMES = [
  "地区生产总值", "一般公共预算收入", "规模以上工业总产值", "全社会固定资产投资", "城乡居民人均可支配收入", "社会消费品零售总额",
  "实际使用外资", "进出口总额", "高新技术产业产值占规模以上工业总产值比重", "单位地区生产总值能耗", "工业投资", "服务业增加值",
];
const RATES = ["12.1%", "11.6%", "10.89%", "10.5%", "近9%", "8.2%", "约7%", "6.3%", "5%", "超4%", "3.2%", "0.4%"];

function goal(type: "growth", text: string): Goal;
function goal(type: "level", text: string, unit: string): Goal;
function goal(type: "growth" | "level", text: string, unit = ""): Goal {
  return type === "growth" ? { type, figure: figure(text), base: null } : { type, figure: figure(text), unit, base: null };
}

function fall(raw: string, value: string, qualifier: Qualifier): Goal {
  return { type: "growth", figure: { raw, value, decimals: 0, qualifier }, base: null };
}

function target(name: string, last: string | null, plan: Goal, wording: string): TargetRow {
  return { indicator: name, name, last: last === null ? null : grown(last), goal: plan, wording, label: wording };
}

const IN_STEP: Goal = { type: "compared", relation: "in-step", indicator: "gdp", name: "地区生产总值" };
const COMPLETE: Goal = { type: "complete", wording: "完成目标任务" };
const EIGHT_ROWS = [
  target("地区生产总值", "11.6%", goal("growth", "8%左右"), "8%左右"),
  target("一般公共预算收入", "10.5%", goal("growth", "8%左右"), "8%左右"),
  target("规上工业产值", "近9%", goal("growth", "12%左右"), "12%左右"),
  target("全社会固定资产投资", null, goal("growth", "10%左右"), "10%左右"),
  target("工业投资", null, goal("growth", "25%左右"), "25%左右"),
  target("社会消费品零售总额", null, goal("growth", "8%以上"), "8%以上"),
  target("城乡居民人均可支配收入", null, IN_STEP, "与地区生产总值同步"),
  target("环境保护和节能减排", null, COMPLETE, "完成目标任务"),
];
const HARD_ROWS = [
  target("单位地区生产总值能耗", "-2.8%", fall("下降3%以上", "-3", "at-most"), "下降3%以上"),
  target("进出口总额", "0.3%", goal("growth", "0.5%左右"), "0.5%左右"),
  target("服务业增加值", "8%", goal("growth", "8%左右"), "8%左右"),
  target("高新技术产业产值占规模以上工业总产值比重", "近6%", goal("growth", "6.2%"), "6.2%"),
  target("地方政府债务", "9.5%", goal("growth", "不超过5%"), "不超过5%"),
  target("社会消费品零售总额", "9%", goal("growth", "8%以上"), "8%以上"),
  target("实际使用外资", "-12.4%", goal("growth", "2%以上"), "2%以上"),
  target("工业投资", "超10%", goal("growth", "10%"), "10%"),
  target("新增专利授权", "3.1%", goal("growth", "接近4%"), "接近4%"),
  target("地区生产总值", null, goal("level", "150", "亿元"), "达到150亿元"),
  target("城镇登记失业率", null, goal("level", "不超过5%", "%"), "不超过5%"),
  target("城乡居民人均可支配收入", null, IN_STEP, "与地区生产总值同步"),
];
const targets = (rows: readonly TargetRow[], title = "2021年增速与2022年目标"): Chart => ({
  ...frame(title, "2022年地区生产总值预期增长8%左右。"), type: "target", from: period("2021"), to: period("2022"), rows,
});

const point = (when: string, value: string | null, rate: string | null) => ({
  period: period(when), value: value === null ? null : figure(value), growth: rate === null ? null : grown(rate),
});
const trend = (points: readonly ReturnType<typeof point>[], demo = false): Chart => ({
  ...frame("2017—2021年地区生产总值", "2021年地区生产总值148亿元，增长11.6%。"), demo, type: "trend", indicator: "gdp", name: "地区生产总值", unit: "亿元", points,
});
const months = (count: number): readonly ReturnType<typeof point>[] =>
  Array.from({ length: count }, (_, index) => point(`2021-${String(index + 1).padStart(2, "0")}`, `${(9 + ((index * 7) % 5) * 0.83).toFixed(1)}`, `${(((index * 5) % 9) - 3.4).toFixed(1)}%`));

const progressRow = (name: string, unit: string, actual: string, plan: string, measure: "growth" | "level"): ProgressRow => ({
  indicator: name, name, unit, actual: figure(actual), target: figure(plan), measure, said: actual,
});
const progress = (rows: readonly ProgressRow[], highlight: string | null = null): Chart => ({
  ...frame("2021年目标完成情况", "2021年地区生产总值增长11.6%，目标为8%左右。"), highlight, source: "政府工作报告", type: "progress", period: period("2021"), rows,
});

const part = (name: string, value: string): SharePart => ({ indicator: name, name, value: figure(value), derived: null });
const rest = (value: string, derived: SharePart["derived"] = null): SharePart => ({ indicator: null, name: "其余", value: { raw: value, value, decimals: value.split(".")[1]?.length ?? 0, qualifier: "about" }, derived });
const share = (parts: readonly SharePart[], whole: string, form: "bar" | "pie", highlight: string | null = null): Chart => ({
  ...frame("2021年全口径财政收入构成", "2021年全口径财政收入26.5亿元，其中一般公共预算收入12.2亿元。"),
  highlight, type: "share", period: period("2021"), whole: { indicator: "revenue", name: "全口径财政收入", unit: "亿元", value: figure(whole) }, parts, form,
});

const group = (name: string, unit: string, values: Readonly<Record<string, string | null>>): CompareGroup => ({
  indicator: name, name, unit,
  bars: Object.entries(values).map(([area, value], index) => ({ area, own: index === 0, value: value === null ? null : { text: value, figure: figure(value) } })),
});
const compare = (measure: "value" | "growth", groups: readonly CompareGroup[]): Chart => ({
  ...frame("2021年增速比较", "地区生产总值增长：本镇11.6%，吴中区9.3%，苏州市8.7%。"), type: "compare", period: period("2021"), measure, groups,
});

const rank = (places: readonly (number | null)[]): Chart => ({
  ...frame("全国百强镇位次", "2021年居全国百强镇第60位。"), type: "rank", indicator: "rank-100", name: "全国百强镇",
  points: places.map((place, index) => ({ period: period(`${2022 - places.length + index}`), rank: place })),
});

/** Examples by name; the part before the dash is the type. */
export const EXAMPLES: Readonly<Record<string, Chart>> = {
  "growth": growth(FIVE, "10%", "地区生产总值"),
  "growth-single": growth([bar("地区生产总值", "11.6%")], null, null),
  "growth-twelve": growth(NAMES.map((name, index) => bar(name, RATES[index]!)), null, "地区生产总值"),
  "growth-negative": growth([bar("地区生产总值", "4.2%"), bar("进出口总额", "不足1%"), bar("规上工业产值", "0%"), bar("工业投资", "-0.3%"), bar("实际使用外资", "近-6%"), bar("房地产开发投资", "-18.25%")], null, "实际使用外资"),
  "growth-all-negative": growth([bar("进出口总额", "-3.1%"), bar("单位地区生产总值能耗", "-5%")], "-4%", null),
  "growth-english": growth([bar("Total fiscal revenue", "12.1%"), bar("Gross domestic product", "11.6%"), bar("Output value of industrial enterprises above designated size", "超10%"), bar("Retail sales of consumer goods", "近9%")], "10%", "Gross domestic product"),
  "target": targets(EIGHT_ROWS),
  "target-hard": targets(HARD_ROWS),
  "target-badges": targets(EIGHT_ROWS.slice(6)),
  "target-two": targets(EIGHT_ROWS.slice(0, 2)),
  "trend": trend([point("2017", "100", "6.4%"), point("2018", "108", "8.0%"), point("2019", "115", "6.5%"), point("2020", "121", "5.2%"), point("2021", "132", "9.1%")], true),
  "trend-gap": trend([point("2016", "98.5", null), point("2017", null, "6.4%"), point("2018", "近110", "-3.0%"), point("2019", null, null), point("2020", "133", "15.2%"), point("2021", "148", "11.6%")]),
  "trend-months": trend(months(12)),
  "trend-levels": trend([point("2019", "115", null), point("2020", "133", null), point("2021", "148", null)]),
  "trend-rates": trend([point("2021Q1", null, "18.3%"), point("2021Q2", null, "13.1%"), point("2021Q3", null, "近9%"), point("2021Q4", null, "-4.0%")]),
  "progress": progress([progressRow("地区生产总值", "亿元", "11.6%", "8%左右", "growth"), progressRow("一般公共预算收入", "亿元", "10.5%", "8%", "growth"), progressRow("规上工业产值", "亿元", "近9%", "12%左右", "growth"), progressRow("社会消费品零售总额", "亿元", "8.3%", "8%以上", "growth")], "地区生产总值"),
  "progress-units": progress([progressRow("地区生产总值", "亿元", "148", "140", "level"), progressRow("新增就业", "人", "1,830", "2,000以上", "level"), progressRow("单位地区生产总值能耗", "", "-2.8%", "-3%", "growth"), progressRow("城镇登记失业率", "%", "2.1%", "不超过3%", "level"), progressRow("高新技术产业产值占规模以上工业总产值比重", "%", "51.2%", "50%左右", "level")]),
  "share": share([part("一般公共预算收入", "12.2"), rest("14.3")], "26.5", "bar", "一般公共预算收入"),
  "share-derived": share([part("一般公共预算收入", "12.2"), rest("14.3", { range: ["14.2", "14.4"] })], "26.5", "bar", null),
  "share-many": share([part("税收收入", "10.4"), part("非税收入", "近4"), part("社会保险基金收入", "3.6"), part("国有资本经营预算收入", "0.2"), part("政府性基金预算收入中的国有土地使用权出让收入", "0.15"), part("债务收入", "0.1"), rest("8.05", { range: null })], "26.5", "bar", "税收收入"),
  "share-pie": share([part("第一产业", "2.1"), part("第二产业", "88.6"), part("第三产业", "57.3")], "148", "pie", "第二产业"),
  "compare": compare("growth", [group("地区生产总值", "亿元", { 本镇: "11.6%", 吴中区: "9.3%", 苏州市: "8.7%" }), group("一般公共预算收入", "亿元", { 本镇: "10.5%", 吴中区: "近9%", 苏州市: null }), group("进出口总额", "亿元", { 本镇: "-2.1%", 吴中区: "12.4%", 苏州市: "13.5%" })]),
  "compare-many": compare("value", [group("地区生产总值", "亿元", { 本镇: "268.3", 松岭县: "214.6", 白鹭县: "187.2", 石桥县: "156.9", 东河县: "92.5", 全市: "2417.6", 全省: null })]),
  "compare-values": compare("value", [group("地区生产总值", "亿元", { 本镇: "148", 吴中区: "1,480.5", 苏州市: "22,718.3" }), group("常住人口", "万人", { 本镇: "近15", 吴中区: "138.9", 苏州市: "1,284.8" })]),
  "rank": rank([88, 74, null, 62, 60]),
  "rank-top": rank([5, 3, 1, 2, 1, 1, 4]),
};

/** The colours of a test theme: each token has its own colour, and none is grey. */
export const COLOURS: Readonly<Record<ColourToken, string>> = Object.fromEntries(
  COLOUR_TOKENS.map((token, index) => [token, `#${(0x10_20_30 + index * 0x0b_07_05).toString(16).toUpperCase()}`]),
) as Record<ColourToken, string>;

export const THEME: Theme = { name: "test", title: "试", colours: COLOURS, fonts: { serif: [], sans: [], numeral: [], notes: [], fangsong: [], kaiti: [], latin: [] }, motif: "none", photo: null, office: PLAIN_OFFICE, type: LEAST_TYPE, css: "" };
