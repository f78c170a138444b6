import { describe, expect, it } from "vitest";
import { findObservation, findTarget } from "../../src/model/indicator.ts";
import { parsePeriod } from "../../src/model/period.ts";
import { brief, placeOf, settingsOf, tablesOf } from "./bench.ts";

const INDICATORS = `id,name,unit,kind,basis,part_of,better,aliases,source
gdp,地区生产总值,亿元,flow,,,up,GDP|地区GDP,统计公报
revenue,全部财政收入,亿元,flow,nominal,,up,,
general,一般公共预算收入,亿元,flow,nominal,revenue,up,,
jobless,城镇调查失业率,%,rate,,,down,,
income,居民收入,元,flow,,,up,,
env,环境质量,,index,,,,,
rank-100,百强镇,,rank,,,,,
`;
const year = (text: string): NonNullable<ReturnType<typeof parsePeriod>> => parsePeriod(text)!;

describe("tables", () => {
  it("keeps figures as published and knows where each row stands", () => {
    const { indicators, diagnostics } = tablesOf({
      indicators: INDICATORS,
      observations: `indicator,period,area,value,growth,rank,status,source,note
gdp,2021,,148,近9%,,快报,,
gdp,2020,,"1,132.6",-3.20%,,最终,,"第一行
第二行"
gdp,2021,某区,1500,10%,,,,
rank-100,2021,,,,60,,,`,
    });
    expect(diagnostics).toEqual([]);
    const gdp = indicators[0]!;
    expect(gdp).toMatchObject({ name: "地区生产总值", aliases: ["GDP", "地区GDP"], basis: null, better: "up", source: "统计公报" });
    expect(indicators[2]).toMatchObject({ partOf: "revenue", basis: "nominal" });
    const last = findObservation(gdp, year("2021"))!;
    expect(last.value).toEqual({ raw: "148", value: "148", decimals: 0, qualifier: "exact" });
    expect(last.growth).toEqual({ raw: "近9%", phrase: "近9%", base: null, against: "year", measure: "percent", figure: { raw: "近9%", value: "9", decimals: 0, qualifier: "nearly" } });
    expect(last).toMatchObject({ area: null, status: "flash", source: null, rank: null });
    const before = findObservation(gdp, year("2020"))!;
    expect(before.value).toMatchObject({ raw: "1,132.6", value: "1132.6" });
    expect(before.growth?.figure).toMatchObject({ value: "-3.20", decimals: 2 });
    expect(before.note).toBe("第一行\n第二行");
    expect(placeOf(before.span)).toBe("data/observations.csv:3:1-4:5");
    expect(findObservation(gdp, year("2021"), "某区")?.value?.raw).toBe("1500");
    expect(findObservation(indicators[6]!, year("2021"))?.rank).toBe(60);
    expect(gdp.observations.map((row) => row.period.year)).toEqual([2020, 2021, 2021]);
  });

  it.each([
    ["semicolon", ";"],
    ["tab", "\t"],
  ])("finds the delimiter: %s", (_name, mark) => {
    const { indicators, diagnostics } = tablesOf({ indicators: INDICATORS.replaceAll(",", mark), observations: `period,indicator,value\n2021,gdp,148\n`.replaceAll(",", mark) });
    expect(diagnostics).toEqual([]);
    expect(indicators[0]?.observations[0]?.value?.raw).toBe("148");
  });

  it("skips blank lines and cells that spreadsheets pad rows with", () => {
    const { indicators, diagnostics } = tablesOf({ indicators: INDICATORS, observations: "indicator,period,value,,\n\n,,,,\ngdp,2021,148,,\n , ,\n" });
    expect(diagnostics).toEqual([]);
    expect(indicators[0]?.observations).toHaveLength(1);
  });

  it("takes the deck's own area by name as none", () => {
    const { indicators } = tablesOf({ indicators: INDICATORS, observations: "indicator,period,area,value\ngdp,2021,本镇,148\n" });
    expect(indicators[0]?.observations[0]?.area).toBeNull();
  });

  it("reads where a project's photo is cropped, and whose it is", () => {
    const { projects, diagnostics } = tablesOf({ projects: "name,section,status,photo,focus,credit\n桥,路,建设,images/a.jpg,左上,李二 摄\n塔,城,建设,images/b.jpg,,\n" });
    expect(diagnostics).toEqual([]);
    expect(projects.map(({ photo }) => [photo?.focus, photo?.credit])).toEqual([[{ x: 0, y: 0 }, "李二 摄"], [{ x: 50, y: 50 }, ""]]);
  });

  it("reads projects", () => {
    const { projects, diagnostics } = tablesOf({ projects: "name,section,status,role,due\n绿地,城建,建设,主体,2022年底\n学校,民生,开工,,\n" });
    expect(diagnostics).toEqual([]);
    expect(projects).toMatchObject([{ name: "绿地", section: "城建", status: "建设", role: "主体", due: "2022年底" }, { role: null, due: null }]);
  });

  it("reads every row of a large table", () => {
    const ids = Array.from({ length: 400 }, (_, index) => `i${index}`);
    const rows = Array.from({ length: 50_000 }, (_, index) => `${ids[index % 400]},${1900 + (Math.floor(index / 400) % 30)},地区${Math.floor(index / 12_000)},${index}.5,11.6%`);
    const { indicators, diagnostics } = tablesOf({
      indicators: `id,name,unit,kind\n${ids.map((id) => `${id},指标${id},亿元,flow`).join("\n")}`,
      observations: `indicator,period,area,value,growth\n${rows.join("\n")}`,
    });
    expect(diagnostics).toEqual([]);
    expect(indicators.reduce((sum, indicator) => sum + indicator.observations.length, 0)).toBe(50_000);
  });
});

/** The table, its text, the place and kind of the error, and a word of the hint. */
type Slip = readonly [name: string, tables: Readonly<Record<string, string>>, expected: readonly string[], hint: string];

const HEAD = "indicator,period,area,value,growth,rank,status\n";
const observed = (rows: string): Readonly<Record<string, string>> => ({ indicators: INDICATORS, observations: HEAD + rows });
const registered = (rows: string): Readonly<Record<string, string>> => ({ indicators: `id,name,unit,kind,part_of\n${rows}` });

const SLIPS: readonly Slip[] = [
  ["no indicators.csv", { observations: "indicator,period\ngdp,2021\n" }, ["data/observations.csv:1:1-1 missing-table"], "data/indicators.csv"],
  ["an empty table", { indicators: "" }, ["data/indicators.csv:1:1-1 empty-table"], "id,name,unit,kind"],
  ["a table whose name is nearly right", { indicators: INDICATORS, observation: HEAD }, ["data/observation.csv:1:1-1 similar-table-name"], "observations.csv"],
  ["an open quote", observed('gdp,2021,"区,148,1%,,\ngdp,2020,,132,1%,,\n'), ["data/observations.csv:2:10-12 invalid-csv"], '"'],
  ["text behind a quote", observed('gdp,2021,"区"县,148,1%,,\n'), ["data/observations.csv:2:10-14 invalid-csv"], '""'],
  ["an unknown column", { indicators: "id,nane,name,unit,kind\ngdp,,总值,亿元,flow\n" }, ["data/indicators.csv:1:4-8 unknown-column"], '"name"'],
  ["full-width commas in the head", { indicators: "id，name，unit，kind\n" }, ["data/indicators.csv:1:1-18 unknown-column"], "half-width"],
  ["a misspelt column", { indicators: "id,nane,unit,kind\ngdp,总值,亿元,flow\n" }, ["data/indicators.csv:1:4-8 unknown-column"], '"name"'],
  ["a missing column", { indicators: "id,name,unit\ngdp,总值,亿元\n" }, ["data/indicators.csv:1:1-13 missing-column"], "kind"],
  ["a column twice", { indicators: "id,name,unit,kind,unit\ngdp,总值,亿元,flow,\n" }, ["data/indicators.csv:1:19-23 duplicate-column"], "one"],
  ["a number with a bare comma", observed("gdp,2021,,1,234,5%,,快报\n"), ["data/observations.csv:2:1-23 ragged-row"], "1,234"],
  ["full-width commas in a row", observed("gdp，2021,,148\n"), ["data/observations.csv:2:1-14 ragged-row"], "half-width commas"],
  ["too few cells", observed("gdp,2021,,148\n"), ["data/observations.csv:2:1-14 ragged-row"], "delimiters"],
  ["an empty id", registered(",总值,亿元,flow,\n"), ["data/indicators.csv:2:1-1 missing-cell"], "fill"],
  ["an id with a point", registered("a.b,总值,亿元,flow,\n"), ["data/indicators.csv:2:1-4 invalid-cell"], "hyphens"],
  ["an unknown kind", registered("gdp,总值,亿元,flaw,\n"), ["data/indicators.csv:2:11-15 invalid-cell"], '"flow"'],
  ["an indicator twice", registered("gdp,总值,亿元,flow,\ngdp,总值,亿元,flow,\n"), ["data/indicators.csv:3:1-4 duplicate-indicator"], "another id"],
  ["an unknown whole", registered("gdp,总值,亿元,flow,revenu\nrevenue,收入,亿元,flow,\n"), ["data/indicators.csv:2:16-22 unknown-indicator"], '"revenue" (data/indicators.csv:3)'],
  ["a whole that is its own part", registered("a,甲,亿元,flow,b\nb,乙,亿元,flow,a\n"), ["data/indicators.csv:2:13-14 part-of-cycle", "data/indicators.csv:3:13-14 part-of-cycle"], "lead back"],
  ["an unknown indicator", observed("gpd,2021,,148,,,\n"), ["data/observations.csv:2:1-4 unknown-indicator"], 'did you mean "gdp" (data/indicators.csv:2)?'],
  ["a name instead of an id", observed("地区GDP,2021,,148,,,\n"), ["data/observations.csv:2:1-6 unknown-indicator"], '"gdp"'],
  ["a period in words", observed("gdp,2021年,,148,,,\n"), ["data/observations.csv:2:5-10 invalid-period"], "2021Q3"],
  ["no period", observed("gdp,,,148,,,\n"), ["data/observations.csv:2:5-5 missing-cell"], ""],
  ["text in a value cell", observed("gdp,2021,,148亿元,,,\n"), ["data/observations.csv:2:11-16 invalid-figure"], "as published"],
  ["a dash for nothing", observed('gdp,2021,,"—",,,\n'), ["data/observations.csv:2:11-14 invalid-figure"], "empty"],
  ["two qualifiers", observed("gdp,2021,,148,近9%左右,,\n"), ["data/observations.csv:2:15-20 invalid-figure"], "nearly 9%"],
  ["a formula error", observed("gdp,2021,,#REF!,,,\n"), ["data/observations.csv:2:11-16 formula-error"], "spreadsheet"],
  ["another formula error", observed("gdp,2021,,#DIV/0!,,,\n"), ["data/observations.csv:2:11-18 formula-error"], "spreadsheet"],
  ["a column too narrow when saved", observed("gdp,2021,,####,,,\n"), ["data/observations.csv:2:11-15 formula-error"], "spreadsheet"],
  ["a formula error for an indicator", observed("#N/A,2021,,148,,,\n"), ["data/observations.csv:2:1-5 formula-error"], "spreadsheet"],
  ["growth without per cent", observed("gdp,2021,,148,0.116,,\n"), ["data/observations.csv:2:15-20 missing-percent-sign"], "%"],
  ["a rank that is no whole number", observed("rank-100,2021,,,,第60,\n"), ["data/observations.csv:2:18-21 invalid-cell"], "60"],
  ["a rank in the value column", observed("rank-100,2021,,60,,,\n"), ["data/observations.csv:2:16-18 invalid-cell"], "rank"],
  ["an unknown status", observed("gdp,2021,,148,,,初报\n"), ["data/observations.csv:2:17-19 invalid-cell"], "快报"],
  ["an observation twice", observed("gdp,2021,,148,,,\ngdp,2021,本镇,149,,,\n"), ["data/observations.csv:3:1-19 duplicate-observation"], "delete"],
  ["a target twice", { indicators: INDICATORS, targets: "indicator,period,target\ngdp,2022,增长8%\ngdp,2022,增长9%\n" }, ["data/targets.csv:3:1-14 duplicate-target"], "one target"],
  ["the targets of two", { indicators: INDICATORS, targets: "indicator,period,target\ngdp,2022,分别增长8%和9%\n" }, ["data/targets.csv:2:10-19 unreadable-target"], "growth of around 5%"],
  ["a target in words that no form explains", { indicators: INDICATORS, targets: "indicator,period,target\ngdp,2022,再创新高\n" }, ["data/targets.csv:2:10-14 target-as-words"], "may stay so"],
  ["a target in another unit", { indicators: INDICATORS, targets: "indicator,period,target\ngdp,2022,达到150万人\n" }, ["data/targets.csv:2:10-17 unit-mismatch"], "not converted"],
  ["a target in step with nobody", { indicators: INDICATORS, targets: "indicator,period,target\nincome,2022,与gdq同步\n" }, ["data/targets.csv:2:13-19 unknown-indicator"], "gdp"],
  ["a project twice", { projects: "name,section,status\n桥,路,建设\n桥,路,开工\n桥,路,建设\n" }, ["data/projects.csv:4:1-7 duplicate-project"], "once"],
  ["a focus that is none", { projects: "name,section,status,photo,focus\n桥,路,建设,a.jpg,31 40\n" }, ["data/projects.csv:2:14-19 invalid-cell"], "30 40"],
  ["an unknown stage", { projects: "name,section,status\n桥,路,在建\n" }, ["data/projects.csv:2:5-7 invalid-cell"], "建设"],
  ["an unknown role", { projects: "name,section,status,role\n桥,路,建设,主办\n" }, ["data/projects.csv:2:8-10 invalid-cell"], "主体"],
];

describe("what is wrong in a table is told at its cell", () => {
  it.each(SLIPS)("%s", (_name, tables, expected, hint) => {
    const { diagnostics } = tablesOf(tables);
    expect(brief(diagnostics)).toEqual(expected);
    expect(diagnostics[0]?.hint?.en ?? "").toContain(hint);
    for (const { message } of diagnostics) expect(message.zh).toMatch(/[。？]$/);
  });

  it("tells every mistake of a table, not only the first", () => {
    const { diagnostics } = tablesOf(observed("gpd,2021年,,x,5,0,\ngdp,2021,,148,,,\n"));
    expect(diagnostics.map(({ code }) => code).toSorted()).toEqual(["invalid-cell", "invalid-figure", "invalid-period", "missing-percent-sign", "unknown-indicator"]);
  });

  it("an escape in an English hint names the second place", () => {
    const { diagnostics } = tablesOf(observed("gdp,2021,,148,,,\ngdp,2021,,149,,,\n"));
    expect(diagnostics[0]?.message.en).toBe('The data for "gdp 2021" are already at data/observations.csv:2.');
  });
});

describe("targets", () => {
  const goalOf = (indicator: string, wording: string): unknown => {
    const { indicators, diagnostics } = tablesOf({ indicators: INDICATORS, targets: `indicator,period,target\n${indicator},2022,${wording}\n` }, settingsOf());
    expect(diagnostics).toEqual([]);
    const target = findTarget(indicators.find(({ id }) => id === indicator)!, year("2022"))!;
    expect(target.wording).toBe(wording);
    return target.goal;
  };
  const figure = (raw: string, value: string, qualifier: string, decimals = 0): object => ({ raw, value, decimals, qualifier });

  it.each([
    ["gdp", "增长8%左右", { type: "growth", figure: figure("8%左右", "8", "about"), base: null }],
    ["gdp", "增长8%以上", { type: "growth", figure: figure("8%以上", "8", "at-least"), base: null }],
    ["gdp", "增长不低于8%", { type: "growth", figure: figure("不低于8%", "8", "at-least"), base: null }],
    ["gdp", "同比增长8.5%", { type: "growth", figure: figure("8.5%", "8.5", "exact", 1), base: null }],
    ["gdp", "力争增长8%", { type: "growth", figure: figure("8%", "8", "exact"), base: null }],
    ["gdp", "5.5%左右", { type: "growth", figure: figure("5.5%左右", "5.5", "about", 1), base: null }],
    ["gdp", "下降3%以上", { type: "growth", figure: figure("下降3%以上", "-3", "at-most"), base: null }],
    ["gdp", "下降3%以内", { type: "growth", figure: figure("下降3%以内", "-3", "at-least"), base: null }],
    ["gdp", "达到150亿元", { type: "level", figure: figure("150", "150", "exact"), unit: "亿元", base: null }],
    ["gdp", "增长到150亿元以上", { type: "level", figure: figure("150以上", "150", "at-least"), unit: "亿元", base: null }],
    ["gdp", "突破150亿元", { type: "level", figure: figure("突破150", "150", "at-least"), unit: "亿元", base: null }],
    ["gdp", "150余亿元", null],
    ["jobless", "不超过5%", { type: "level", figure: figure("不超过5%", "5", "at-most"), unit: "%", base: null }],
    ["jobless", "控制在5%以内", { type: "level", figure: figure("5%以内", "5", "at-most"), unit: "%", base: null }],
    ["gdp", "控制在5%以内", { type: "growth", figure: figure("5%以内", "5", "at-most"), base: null }],
    ["income", "与gdp同步", { type: "compared", relation: "in-step", indicator: "gdp", name: "地区生产总值" }],
    ["income", "与地区生产总值同步", { type: "compared", relation: "in-step", indicator: "gdp", name: "地区生产总值" }],
    ["income", "与GDP增长基本同步", { type: "compared", relation: "in-step", indicator: "gdp", name: "地区生产总值" }],
    ["env", "完成目标任务", { type: "complete", wording: "完成目标任务" }],
    ["env", "全面完成上级下达任务", { type: "complete", wording: "全面完成上级下达任务" }],
    ["env", "实现减排目标", { type: "complete", wording: "实现减排目标" }],
  ] as const)("%s: %s", (indicator, wording, goal) => {
    if (goal === null) expect(goalOf(indicator, wording)).toMatchObject({ type: "level", figure: { value: "150", qualifier: "at-least" } });
    else expect(goalOf(indicator, wording)).toEqual(goal);
  });

  it.each(["增长15亿元", "再创新高", "约近8%", "下降-3%"])("%s stays as it is, and nothing is guessed", (wording) => {
    const { diagnostics, indicators } = tablesOf({ indicators: INDICATORS, targets: `indicator,period,target\ngdp,2022,${wording}\n` });
    expect(diagnostics.map(({ code }) => code)).toEqual(["target-as-words"]);
    expect(indicators[0]?.targets).toMatchObject([{ wording, goal: { type: "words", wording } }]);
  });
});
