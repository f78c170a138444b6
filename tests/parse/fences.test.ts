import { describe, expect, it } from "vitest";
import type { Block, BlockOf, BlockType } from "../../src/model/deck.ts";
import { FENCES, parseFence } from "../../src/parse/fences.ts";
import { parseReference, plainText, readPlainText } from "../../src/parse/references.ts";
import { brief, contextOf, placeOf, settingsOf } from "./bench.ts";

const TABLES = {
  indicators: `id,name,unit,kind,part_of,aliases,source
gdp,地区生产总值,亿元,flow,,GDP,公报
revenue,全部财政收入,亿元,flow,,,公报
general,一般公共预算收入,亿元,flow,revenue,,公报
stamp,印花税,亿元,flow,revenue,,公报
land,土地收入,万元,flow,revenue,,公报
fees,非税收入,亿元,flow,revenue,,公报
output,工业总产值,亿元,flow,,,年报
jobless,失业率,%,rate,,,
income,居民收入,元,flow,,,
env,环境质量,,index,,,
rank-100,百强镇,,rank,,,
`,
  observations: `indicator,period,area,value,growth,rank,source
gdp,2018,,100,9%,,
gdp,2019,,,,,
gdp,2020,,132,5.6%,,
gdp,2021,,148,11.6%,,
gdp,2021,某区,1500,10%,,
gdp,2021,某市,22700,-8.7%,,
revenue,2021,,32.64,10.89%,,
general,2021,,20.47,近9%,,
stamp,2021,,0.3,9%,,
land,2021,,100,,,
fees,2021,,近2,,,
output,2021,,288,-3%,,
jobless,2021,,4.8,,,
rank-100,2019,,,,72,
rank-100,2021,,,,60,
`,
  targets: `indicator,period,target
gdp,2021,增长8%左右
gdp,2022,增长8%左右
revenue,2022,增长8%以上
output,2022,下降3%以上
jobless,2022,不超过5%
jobless,2021,不超过5%
income,2022,与gdp同步
income,2021,与gdp同步
env,2022,完成目标任务
`,
  projects: "name,section,status,role,due\n大桥,城建,建设,主体,\n学校,民生,开工,,\n公园,城建,开工,配合,2022年底\n",
};

/** A fence whose content starts at line 11 of slides/a.md. */
function parse(language: string, text: string, settings = settingsOf()): { block: Block | null; diagnostics: ReturnType<typeof contextOf>["diagnostics"] } {
  const context = contextOf(TABLES, settings);
  const span = { file: "slides/a.md", line: 10, column: 1, endLine: 20, endColumn: 4 };
  return { block: parseFence({ language, text, line: 11, span, step: 2 }, context), diagnostics: context.diagnostics };
}

function sound<T extends BlockType>(language: T, text: string, settings = settingsOf()): BlockOf<T> {
  const { block, diagnostics } = parse(language, text, settings);
  expect(diagnostics).toEqual([]);
  return block as BlockOf<T>;
}

const chartOf = (text: string, settings = settingsOf()): BlockOf<"chart">["chart"] => sound("chart", text, settings).chart;

describe("charts", () => {
  it("growth: highest first, as published, with title and statement of their own", () => {
    const block = sound("chart", "type: growth\nindicators: [general, stamp, gdp, output]\nhighlight: gdp\nreference: 8%\n");
    expect(block).toMatchObject({ type: "chart", step: 2, span: { line: 10 } });
    expect(block.chart).toMatchObject({
      type: "growth", title: "2021年主要指标同比增长", highlight: "gdp", source: null, demo: false, period: { year: 2021 }, reference: { value: "8" },
      statement: "2021年地区生产总值同比增长11.6%，印花税同比增长9%，一般公共预算收入同比增长近9%，工业总产值同比下降3%。",
    });
    if (block.chart.type === "growth") expect(block.chart.bars.map((bar) => [bar.indicator, bar.growth.raw])).toEqual([["gdp", "11.6%"], ["stamp", "9%"], ["general", "近9%"], ["output", "-3%"]]);
  });

  it("growth: the author's words go first, with figures in them", () => {
    const chart = chartOf('type: growth\nindicators: [gdp]\ntitle: 增长{{gdp.growth}}\nstatement: "{{gdp}}"\nsource: 统计局\ndemo: true\n');
    expect(chart).toMatchObject({ title: "增长11.6%", statement: "148亿元", source: "统计局", demo: true });
  });

  it("tells one of many where there are more than a sentence holds", () => {
    const context = contextOf({ indicators: `id,name,unit,kind\n${[1, 2, 3, 4, 5, 6].map((n) => `i${n},指标${n},亿元,flow`).join("\n")}`, observations: `indicator,period,growth\n${[1, 2, 3, 4, 5, 6].map((n) => `i${n},2021,${n}%`).join("\n")}` });
    const span = { file: "a.md", line: 1, column: 1, endLine: 1, endColumn: 1 };
    const block = parseFence({ language: "chart", text: "type: growth\nindicators: [i1, i2, i3, i4, i5, i6]", line: 2, span, step: null }, context);
    expect(block).toMatchObject({ chart: { statement: "2021年共6项，其中指标6同比增长6%。" } });
  });

  it("the source is printed where all rows agree", () => {
    expect(chartOf("type: growth\nindicators: [gdp, revenue]").source).toBe("公报");
    expect(chartOf("type: growth\nindicators: [gdp, output]").source).toBeNull();
  });

  it("trend: every year between the first and the last, gaps as gaps", () => {
    const chart = chartOf("type: trend\nindicator: gdp\n");
    expect(chart).toMatchObject({ type: "trend", title: "2018—2021年地区生产总值", unit: "亿元", statement: "地区生产总值：2018年100亿元，2021年148亿元，同比增长11.6%。" });
    if (chart.type === "trend") expect(chart.points.map((point) => point.value?.raw ?? null)).toEqual(["100", null, "132", "148"]);
    expect(chartOf("type: trend\nindicator: gdp\nperiods: [2017, 2020]\n")).toMatchObject({ points: [{ value: null }, { value: { raw: "100" } }, { value: null }, { value: { raw: "132" } }] });
  });

  it("target: all that have one, words where there is no number", () => {
    const chart = chartOf("type: target\n");
    expect(chart).toMatchObject({
      type: "target", title: "2022年主要目标", from: { year: 2021 }, to: { year: 2022 }, statement: "2022年共6项，其中地区生产总值增长8%左右。",
      rows: [
        { indicator: "gdp", last: { raw: "11.6%" }, wording: "8%左右", goal: { type: "growth", figure: { qualifier: "about" } } },
        { indicator: "revenue", wording: "8%以上", goal: { figure: { qualifier: "at-least" } } },
        { indicator: "output", wording: "下降3%以上", goal: { figure: { value: "-3", qualifier: "at-most" } } },
        { indicator: "jobless", last: null, wording: "不超过5%", goal: { type: "level", unit: "%" } },
        { indicator: "income", wording: "与地区生产总值同步", goal: { type: "compared", relation: "in-step", indicator: "gdp" } },
        { indicator: "env", wording: "完成目标任务", goal: { type: "complete" } },
      ],
    });
    expect(chartOf("type: target\nindicators: [income, gdp]\nhighlight: gdp").statement).toBe("2022年居民收入与地区生产总值同步，地区生产总值增长8%左右。");
  });

  it("progress: growth against growth, level against level", () => {
    expect(chartOf("type: progress\nindicators: [gdp, jobless]\n")).toMatchObject({
      type: "progress", title: "2021年目标完成情况", statement: "2021年地区生产总值同比增长11.6%（目标8%左右），失业率4.8%（目标不超过5%）。",
      rows: [{ measure: "growth", actual: { raw: "11.6%" }, target: { raw: "8%左右" } }, { measure: "level", actual: { raw: "4.8" }, unit: "%" }],
    });
  });

  it("share: the rest is exact, and not told", () => {
    expect(chartOf("type: share\nwhole: revenue\nparts: [general]\nform: pie\n")).toMatchObject({
      type: "share", form: "pie", title: "2021年全部财政收入构成", whole: { value: { raw: "32.64" }, unit: "亿元" },
      parts: [{ indicator: "general", value: { raw: "20.47" }, derived: null }, { indicator: null, name: "其余", value: { value: "12.17", decimals: 2 }, derived: null }],
      statement: "2021年全部财政收入32.64亿元，其中一般公共预算收入20.47亿元，其余未单列。",
    });
  });

  it("share: a derived rest is told with its range, or with what keeps it from having one", () => {
    expect(chartOf("type: share\nwhole: revenue\nparts: [general]\nderived: true\n")).toMatchObject({
      parts: [{ derived: null }, { value: { value: "12.17" }, derived: { range: ["12.16", "12.18"] } }],
      statement: "2021年全部财政收入32.64亿元，其中一般公共预算收入20.47亿元，其余12.17亿元（推算，12.16–12.18）。",
    });
    expect(chartOf("type: share\nwhole: revenue\nparts: [general, fees]\nderived: true\n")).toMatchObject({ parts: [{}, {}, { derived: { range: null } }] });
  });

  it("compare: the own area first", () => {
    expect(chartOf("type: compare\nindicators: [gdp]\n")).toMatchObject({
      type: "compare", measure: "value", statement: "2021年地区生产总值：本镇148亿元，某区1500亿元，某市22700亿元。",
      groups: [{ bars: [{ area: "本镇", own: true }, { area: "某区", own: false }, { area: "某市", own: false }] }],
    });
    expect(chartOf("type: compare\nindicators: [gdp]\nmeasure: growth\nareas: [某市]\n")).toMatchObject({ statement: "2021年地区生产总值：本镇同比增长11.6%，某市同比下降8.7%。" });
  });

  it("rank: places over the years", () => {
    expect(chartOf("type: rank\nindicator: rank-100\n")).toMatchObject({
      type: "rank", title: "2019—2021年百强镇位次", statement: "百强镇：2019年第72位，2021年第60位。", points: [{ rank: 72 }, { rank: null }, { rank: 60 }],
    });
  });

  it("speaks the deck's language", () => {
    const english = settingsOf("lang: en\n");
    expect(chartOf("type: growth\nindicators: [gdp]", english)).toMatchObject({ title: "Growth of main indicators, 2021", statement: "2021: 地区生产总值 up 11.6% on the year." });
    expect(chartOf("type: share\nwhole: revenue\nparts: [general]", english)).toMatchObject({ parts: [{}, { name: "Remainder" }], statement: "2021: 全部财政收入 32.64亿元, of which 一般公共预算收入 20.47亿元, Remainder not itemised." });
  });
});

describe("cards, zones, projects, timeline", () => {
  it("figures", () => {
    expect(sound("figures", "hero: gdp\ncards: [revenue, rank-100]\n")).toMatchObject({
      period: { year: 2021 },
      cards: [
        { indicator: "gdp", name: "地区生产总值", value: { raw: "148" }, unit: "亿元", growth: { raw: "11.6%" }, rank: null, hero: true },
        { indicator: "revenue", hero: false },
        { indicator: "rank-100", value: null, growth: null, rank: 60 },
      ],
    });
  });

  it("targets", () => {
    expect(sound("targets", "").cards.map((card) => card.wording)).toEqual(["增长8%左右", "增长8%以上", "下降3%以上", "不超过5%", "与地区生产总值同步", "完成目标任务"]);
    expect(sound("targets", "indicators: [gdp]\nperiod: 2021")).toMatchObject({ period: { year: 2021 }, cards: [{ indicator: "gdp" }] });
  });

  it("zones", () => {
    expect(sound("zones", "zones:\n  - { name: 新区, where: 西部, phrases: ['收入{{gdp}}'], symbol: towers }\n  - name: 古镇\n")).toMatchObject({
      note: "方位示意，非实际边界",
      zones: [{ name: "新区", where: "西部", phrases: ["收入148亿元"], symbol: "towers" }, { name: "古镇", where: "", phrases: [], symbol: "none" }],
    });
  });

  it("projects", () => {
    expect(sound("projects", "")).toMatchObject({ groups: [{ status: "开工", title: "开工", projects: [{ name: "学校" }, { name: "公园" }] }, { status: "建设" }] });
    expect(sound("projects", "note: 说明\ngroups:\n  - { status: 开工, title: 新开工, caption: 年内, names: [公园] }\n  - { status: 建设, section: 城建 }\n")).toMatchObject({
      note: "说明", groups: [{ title: "新开工", caption: "年内", projects: [{ name: "公园" }] }, { title: "建设", projects: [{ name: "大桥" }] }],
    });
  });

  it("timeline", () => {
    expect(sound("timeline", "entries:\n  - when: 2021\n    title: 通车\n    text: 到{{gdp}}\n  - { when: 2022年底, title: 建成 }\n").entries).toEqual([
      { when: "2021", title: "通车", text: "到148亿元" },
      { when: "2022年底", title: "建成", text: "" },
    ]);
  });

  it("leaves other fences alone", () => {
    expect(FENCES).toEqual(["chart", "figures", "targets", "indicators", "zones", "projects", "photos", "units", "review", "timeline"]);
    expect(parse("js", "type: growth")).toEqual({ block: null, diagnostics: [] });
  });
});

describe("what is wrong in a fence is told at its place", () => {
  it.each<readonly [language: string, text: string, expected: readonly string[], hint: string]>([
    ["chart", "indicators: [gdp]", ["11:1-11 missing-key"], "type"],
    ["chart", "type: pie", ["11:7-10 invalid-value"], "growth, trend"],
    ["chart", "type: growth\nindicator: gdp", ["12:1-10 unknown-key"], '"indicators"? Known keys: indicators, type'],
    ["chart", "type: growth\nindicators: [gdp]\nareas: [某区]", ["13:1-6 unknown-key"], "known keys: type, indicators, period, highlight, reference"],
    ["chart", "type: growth\nindicators: [gpd, revenue]", ["12:14-17 unknown-indicator"], 'did you mean "gdp" (data/indicators.csv:2)?'],
    ["chart", "type: growth\nindicators: [gdp，revenue]", ["12:14-25 unknown-indicator"], "half-width"],
    ["chart", "type: growth\nindicators: gdp", ["12:13-16 invalid-value"], "a list"],
    ["chart", "type: growth\nindicators: []", ["12:13-15 invalid-value"], "at least 1"],
    ["chart", "type: growth\nindicators: [gdp, gdp]", ["12:19-22 listed-twice"], "one"],
    ["chart", "type: growth\nindicators: [gdp, land, income]", ["12:19-23 no-data", "12:25-31 no-data"], "observations.csv"],
    ["chart", "type: growth\nindicators: [gdp]\nperiod: 2019", ["12:14-17 no-data"], "2018, 2020, 2021"],
    ["chart", "type: growth\nindicators: [gdp]\nhighlight: revenue", ["13:12-19 highlight-not-shown"], "gdp"],
    ["chart", "type: growth\nindicators: [gdp]\nreference: viel", ["13:12-16 invalid-value"], "8.5%"],
    ["chart", "type: growth\nindicators: [gdp]\ntitle: 增长{{gdp.grwth}}", ["13:16-21 unknown-field"], '"growth"'],
    ["chart", "type: growth\nindicators: [gdp]\ntitle: {{gdp}}", ["13:8-15 invalid-yaml"], "quotes"],
    ["chart", "type: trend\nindicator: revenue", ["12:12-19 too-few-periods"], "cards: [revenue]"],
    ["chart", "type: trend\nindicator: income", ["12:12-18 no-data"], "observations.csv"],
    ["chart", "type: trend\nindicator: gdp\nperiods: [2021, 2018]", ["13:10-22 invalid-periods"], "[2018, 2021]"],
    ["chart", "type: trend\nindicator: gdp\nperiods: [2018, 2021Q3]", ["13:10-24 invalid-periods"], "one kind"],
    ["chart", "type: trend\nindicator: gdp\nperiods: [1000, 9999]", ["13:10-22 invalid-periods"], "one kind"],
    ["chart", "type: trend\nindicator: gdp\nperiods: 2018", ["13:10-14 invalid-value"], "a list of 2"],
    ["chart", "type: target\nindicators: [general]", ["12:14-21 no-data"], "targets.csv"],
    ["chart", "type: target\nto: 2030", ["10:1-20:4 no-data"], "targets.csv"],
    ["chart", "type: progress\nindicators: [income]", ["12:14-20 target-not-numeric"], "targets block"],
    ["chart", "type: share\nwhole: gdp", ["12:8-11 no-parts"], "part_of"],
    ["chart", "type: share\nwhole: revenue\nparts: [output]", ["13:9-15 not-a-part"], "part_of"],
    ["chart", "type: share\nwhole: revenue\nparts: [land]", ["13:9-13 unit-mismatch"], "not converted"],
    ["chart", "type: compare\nindicators: [gdp]\nareas: [某村]", ["13:9-11 unknown-area"], "某区"],
    ["chart", "type: compare\nindicators: [revenue]", ["10:1-20:4 no-data"], "area"],
    ["chart", "type: rank\nindicator: gdp", ["12:12-15 no-data"], "observations.csv"],
    ["figures", "", ["10:1-20:4 missing-key"], "hero"],
    ["figures", "cards: [income]", ["11:9-15 no-data"], "observations.csv"],
    ["figures", "cards: [gdp]\ncolumns: 2", ["12:1-8 unknown-key"], "hero, cards, period"],
    ["figures", "hero: gdp\ncards: [gdp]", ["12:9-12 listed-twice"], "one"],
    ["figures", "hero: rank-100\ncards: [gdp, revenue, general, stamp, land, output, jobless]", ["12:53-60 too-many-cards"], "two slides"],
    ["targets", "indicators: [general]", ["11:14-21 no-data"], "targets.csv"],
    ["zones", "zones: []", ["11:8-10 invalid-value"], "at least 1"],
    ["zones", "zones: [{ name: 甲, symbol: tower }]", ["11:28-33 invalid-value"], "fields, towers"],
    ["projects", "groups: [{ status: 交付 }]", ["11:20-22 no-projects"], "projects.csv"],
    ["projects", "groups: [{ status: 开工, names: [大乔] }]", ["11:32-34 unknown-project"], "大桥"],
    ["projects", "groups: [{ status: 开工, names: [大桥] }]", ["11:32-34 project-elsewhere"], "建设"],
    ["projects", "groups: [{ status: 开工, section: 城健 }]", ["11:33-35 unknown-project-section"], "城建"],
    ["timeline", "entries:\n  - { when: 2021, title: 到{{gdp}} }\n  - { when: 2022, title: 乙 }", ["12:27-28 invalid-yaml"], "quotes"],
    ["timeline", "entries: [{ when: 2021 }]", ["11:13-17 missing-key"], "title"],
  ])("%s: %s", (language, text, expected, hint) => {
    const { block, diagnostics } = parse(language, text);
    // A wrong reference in a title does not remove the block; the error does.
    if (!text.includes("{{gdp.grwth}}")) expect(block).toBeNull();
    expect(brief(diagnostics)).toEqual(expected.map((place) => `slides/a.md:${place}`));
    expect(diagnostics[0]?.hint?.en).toContain(hint);
  });

  it("needs to know the year planned", () => {
    const bare = { ...settingsOf(), plan: null };
    for (const [language, text] of [["chart", "type: target"], ["targets", ""]] as const) {
      expect(brief(parse(language, text, bare).diagnostics)).toEqual(["slides/a.md:10:1-20:4 missing-plan"]);
    }
  });

  it("parts may not exceed the whole, nor a pie its slices", () => {
    const parts = (rows: string, text: string): string[] => {
      const context = contextOf({ indicators: "id,name,unit,kind,part_of\nall,总数,亿元,flow,\na,甲,亿元,flow,all\nb,乙,亿元,flow,all\nc,丙,亿元,flow,all\n", observations: `indicator,period,value\n${rows}` });
      parseFence({ language: "chart", text, line: 2, span: { file: "a.md", line: 1, column: 1, endLine: 9, endColumn: 4 }, step: null }, context);
      return [...brief(context.diagnostics), ...context.diagnostics.map(({ message }) => message.en)];
    };
    expect(parts("all,2021,1.0\na,2021,0.7\nb,2021,0.51\nc,2021,0.0\n", "type: share\nwhole: all\n")).toEqual(["a.md:3:8-11 parts-exceed-whole", 'The parts add up to 0.21亿元 more than "总数" (1.0亿元).']);
    expect(parts("all,2021,1.0\na,2021,0.1\nb,2021,0.2\nc,2021,0.3\n", "type: share\nwhole: all\nform: pie\n")[0]).toBe("a.md:1:1-9:4 too-many-parts");
    expect(parts("all,2021,0.3\na,2021,0.1\nb,2021,0.2\nc,2021,0.0\n", "type: share\nwhole: all\nform: pie\n")).toEqual([]);
  });

  it.each([
    ["a hundredth too much", ["385.42", "86.71", "139.08", "159.64"], 0],
    ["a tenth too much", ["100.0", "33.4", "33.3", "33.4"], 0],
    ["a tenth too little", ["100.0", "33.3", "33.3", "33.3"], 0],
    ["a whole of which only the lower end is known", ["超80", "47", "30", "4"], 0],
    ["an approximate part", ["100", "近50", "30", "21"], 0],
    ["a certain rest", ["100.0", "33.3", "33.3", "30.0"], 1],
    ["a rest above what is known of the whole", ["超80", "40", "20", "10"], 1],
  ])("parts and their whole may differ by what rounding explains: %s", (_, [all, ...values], rests) => {
    const context = contextOf({
      indicators: "id,name,unit,kind,part_of\nall,总数,亿元,flow,\na,甲,亿元,flow,all\nb,乙,亿元,flow,all\nc,丙,亿元,flow,all\n",
      observations: `indicator,period,value\nall,2021,${all}\n${values.map((value, index) => `${"abc"[index]},2021,${value}\n`).join("")}`,
    });
    const block = parseFence({ language: "chart", text: "type: share\nwhole: all\n", line: 2, span: { file: "a.md", line: 1, column: 1, endLine: 9, endColumn: 4 }, step: null }, context);
    expect(brief(context.diagnostics)).toEqual([]);
    const parts = block?.type === "chart" && block.chart.type === "share" ? block.chart.parts : [];
    expect(parts.map(({ name }) => name)).toEqual(["甲", "乙", "丙", ...Array.from({ length: rests }, () => "其余")]);
  });

  it("tells every mistake of a block", () => {
    const { diagnostics } = parse("chart", "type: growth\nindicators: [gpd, revenu, income]\nhighlight: gpd\n");
    expect(diagnostics.map(({ code }) => code)).toEqual(["unknown-indicator", "unknown-indicator"]);
  });
});

describe("references", () => {
  const span = (text: string): { file: string; line: number; column: number; endLine: number; endColumn: number } => ({ file: "slides/a.md", line: 3, column: 5, endLine: 3, endColumn: 5 + text.length + 4 });

  it.each([
    ["gdp", "148亿元"],
    ["gdp.value", "148"],
    ["gdp.unit", "亿元"],
    ["gdp.growth", "11.6%"],
    ["gdp.name", "地区生产总值"],
    ["gdp.target", "增长8%左右"],
    ["income.target", "与地区生产总值同步"],
    ["gdp@2020", "132亿元"],
    ["gdp.growth@2020", "5.6%"],
    ["gdp@2021/某区", "1500亿元"],
    ["gdp@2021/本镇", "148亿元"],
    ["general.growth", "近9%"],
    ["jobless", "4.8%"],
    ["rank-100", "第60位"],
    ["rank-100.rank@2019", "第72位"],
    [" gdp ", "148亿元"],
  ])("{{%s}} is %s", (text, shown) => {
    const context = contextOf(TABLES);
    const inline = parseReference(text, span(text), context);
    expect(context.diagnostics).toEqual([]);
    expect(inline).toMatchObject({ type: "figure", text: shown, span: span(text) });
  });

  it.each([
    ["gpd", "3:7-10 unknown-indicator", 'did you mean "gdp" (data/indicators.csv:2)?'],
    ["GDP", "3:7-10 unknown-indicator", '"gdp"'],
    ["gdp.grwth", "3:11-16 unknown-field", '"growth"? Known fields: growth, value, unit, rank, name, target'],
    ["gdp@2021年", "3:11-16 invalid-period", "2021Q3"],
    ["gdp@2019", "3:5-17 no-data", "2018, 2020, 2021"],
    ["gdp.rank", "3:5-17 no-data", "observations.csv"],
    ["general.target", "3:5-23 no-data", "targets.csv"],
    ["gdp@2021/某村", "3:5-20 no-data", "observations.csv"],
    ["gdp growth", "3:5-19 invalid-reference", "gdp.growth"],
    ["", "3:5-9 invalid-reference", "gdp"],
  ])("{{%s}} is reported", (text, expected, hint) => {
    const context = contextOf(TABLES);
    expect(parseReference(text, span(text), context)).toBeNull();
    expect(brief(context.diagnostics)).toEqual([`slides/a.md:${expected}`]);
    expect(context.diagnostics[0]?.hint?.en).toContain(hint);
  });

  it("stand in plain texts too, and wrong ones stay to be seen", () => {
    const context = contextOf(TABLES);
    const text = "共{{gdp}}，{{gpd}}与{{gdp";
    const at = { file: "a.md", line: 1, column: 10, endLine: 1, endColumn: 10 + text.length + 2 };
    expect(plainText(readPlainText(text, at, context))).toBe("共148亿元，{{gpd}}与{{gdp");
    expect(context.diagnostics.map((diagnostic) => placeOf(diagnostic.span!))).toEqual(["a.md:1:22-25", "a.md:1:28-33"]);
  });
});
