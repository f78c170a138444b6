/** Rules on rows and on announced counts: each is certain when it complains, and silent on correct figures and correct prose. */
import { readFileSync } from "node:fs";
import { Big } from "big.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkDeck } from "../../src/check/check-deck.ts";
import { growthOfRest, type Grown } from "../../src/check/numbers/rest.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import type { Deck } from "../../src/model/deck.ts";
import { parseGrowth } from "../../src/model/growth.ts";
import { parseFigure } from "../../src/model/figure.ts";
import { compileFolder, HOME, smallProject, withFolder } from "../support/project.ts";

const MONEY = "id,name,unit,kind,basis,part_of\n";

/** Rules with their severity; a level without growth does not matter here. */
async function complaints(files: Readonly<Record<string, string>>): Promise<string[]> {
  const { diagnostics } = await withFolder(smallProject({ "slides/10-part.md": "# 回顾\n\n## 指标\n\n- 略\n", ...files }), compileFolder);
  return diagnostics.filter(({ rule }) => rule !== "A06").map(({ severity, rule }) => `${severity} ${rule}`);
}

describe("parts and wholes", () => {
  const rows = (whole: string, part: string, units = ["亿元", "亿元"]): Record<string, string> => ({
    "data/indicators.csv": `${MONEY}all,财政收入,${units[0]},flow,,\npart,税收收入,${units[1]},flow,,all\n`,
    "data/observations.csv": `indicator,period,value\nall,2021,${whole}\npart,2021,${part}\n`,
  });
  it.each([
    [rows("20", "21"), []],
    [rows("20", "21.1"), ["error A01"]],
    [rows("20.0", "20.1"), []],
    [rows("近20", "20.1"), ["error A01"]],
    [rows("20以上", "99"), []],
    [rows("2", "30000", ["亿元", "万元"]), ["error A01"]],
    [rows("2", "19000", ["亿元", "万元"]), []],
    [rows("20", "300", ["亿元", "户"]), []],
  ])("%#", async (files, expected) => expect(await complaints(files)).toEqual(expected));

  it("the rest's growth is told with the range that rounding leaves", async () => {
    const { diagnostics } = await compileFolder(HOME);
    const rests = diagnostics.filter(({ rule }) => rule === "A02").map(({ message }) => message.en);
    expect(rests).toEqual([expect.stringContaining("14.9% (14.5%–15.3%)"), expect.stringContaining("14.6% (13.3%–18.0%)")]);
  });

  it("the true growth of the rest lies in that range", () => {
    const amount = fc.integer({ min: 1000, max: 99_999 }).map((value) => new Big(value).div(100));
    fc.assert(fc.property(amount, amount, amount, amount, (partNow, partThen, restNow, restThen) => {
      const rate = (now: Big, then: Big): string => `${now.div(then).minus(1).times(100).toFixed(1, Big.roundHalfUp)}%`;
      const [now, then] = [partNow.plus(restNow), partThen.plus(restThen)];
      const grown = (value: Big, growth: string): Grown => ({ value: parseFigure(value.toFixed(1, Big.roundHalfUp))!, growth: parseFigure(growth)! });
      const rest = growthOfRest(grown(now, rate(now, then)), [grown(partNow, rate(partNow, partThen))]);
      if (rest === null) return;
      const exact = restNow.div(restThen).minus(1).times(100);
      expect(exact.gte(rest.low) && exact.lte(rest.high), `${exact.toFixed(3)} in ${rest.low}–${rest.high}`).toBe(true);
    }), { numRuns: 500 });
  });
});

describe("a row and the year before", () => {
  const rows = (before: string, now: string, growth: string, { unit = "亿元", basis = "", note = "", sources = ["", ""] } = {}): Record<string, string> => ({
    "data/indicators.csv": `${MONEY}gdp,生产总值,${unit},flow,${basis},\n`,
    "data/observations.csv": `indicator,period,value,growth,note,source\ngdp,2020,${before},,,${sources[0]}\ngdp,2021,${now},${growth},${note},${sources[1]}\n`,
  });
  it.each([
    [rows("132.6", "148", "11.6%"), []],
    [rows("120", "148", "11.6%"), ["note A12"]],
    [rows("120", "148", "11.6%", { basis: "nominal" }), ["error A12"]],
    [rows("120", "148", "11.6%", { basis: "constant" }), []],
    [rows("120", "148", "11.6%", { unit: "万人" }), ["error A12"]],
    [rows("120", "148", "11.6%", { basis: "nominal", sources: ["2021年报告", "2022年报告"] }), ["warning A12"]],
    [rows("120", "148", "11.6%", { basis: "nominal", sources: ["统计局", "统计局"] }), ["error A12"]],
    [rows("120", "148", "11.6%", { unit: "万人", sources: ["2021年报告", "2022年报告"] }), ["warning A12"]],
    [rows("120", "148", "11.6%", { basis: "nominal", note: "check-ignore A12: 上年数据已核定" }), []],
    [rows("120", "148", "11.6%", { basis: "nominal", note: "check-ignore growth-mismatch：上年数据已核定" }), []],
    [rows("120", "148", "11.6%", { basis: "nominal", note: "check-ignore A13: 别的规则" }), ["error A12"]],
    [rows("120", "148", "超20%", { basis: "nominal" }), []],
    [rows("0", "148", "11.6%", { basis: "nominal" }), []],
    [rows("13.26", "148", "11.6%"), ["warning A13"]],
    [rows("1326000", "148", "11.6%"), ["warning A13"]],
    [rows("1.4", "148", ""), ["warning A13"]],
    [rows("13.26", "148", "1016%"), []],
    [rows("1", "10", ""), []],
    [rows("148", "400", ""), []],
  ])("%#", async (files, expected) => expect(await complaints(files)).toEqual(expected));

  it("figures computed from real values and rounded are never doubted", async () => {
    const template = await modelOf(rows("100", "110", "10%", { basis: "nominal" }));
    const amount = fc.integer({ min: 200, max: 9_999_999 }).map((value) => new Big(value).div(100));
    const places = fc.integer({ min: 0, max: 2 });
    fc.assert(fc.property(amount, fc.integer({ min: -400, max: 900 }), places, places, places, (before, perMille, a, b, c) => {
      const now = before.times(1000 + perMille).div(1000);
      const published = (value: Big, decimals: number): { raw: string; value: string; decimals: number; qualifier: "exact" } => {
        const raw = value.toFixed(decimals, Big.roundHalfUp);
        return { raw, value: raw, decimals, qualifier: "exact" };
      };
      const [indicator] = template.indicators;
      const [past, present] = indicator!.observations;
      const growth = published(new Big(perMille).div(10), c);
      const observations = [{ ...past!, value: published(before, a) }, { ...present!, value: published(now, b), growth: parseGrowth(`${growth.raw}%`, null) }];
      expect(diagnosticsOf({ ...template, indicators: [{ ...indicator!, observations }] }).filter(({ rule }) => rule === "A12")).toEqual([]);
    }), { numRuns: 300 });
  });
});

describe("targets", () => {
  const rows = (whole: string, part: string): Record<string, string> => ({
    "slides/deck.yaml": "title: 报告\norganisation: 测试镇\nperiod: 2021\nplan: 2022\ncheck: { A02: { level: off, reason: 不在此列 }, A03: { level: off, reason: 不在此列 } }\n",
    "data/indicators.csv": `${MONEY}all,财政收入,亿元,flow,,\npart,税收收入,亿元,flow,,all\n`,
    "data/observations.csv": "indicator,period,value,growth\nall,2021,20.0,5%\npart,2021,19.0,5%\n",
    "data/targets.csv": `indicator,period,target\nall,2022,${whole}\npart,2022,${part}\n`,
  });
  it.each([
    ["增长8%", "增长8%", []],
    ["增长2%", "增长9%", ["error A14"]],
    ["增长8%左右", "增长12%以上", []],
    ["达到20亿元", "增长9%", ["error A14"]],
    ["不超过20亿元", "达到21亿元", ["error A14"]],
    ["下降3%以上", "增长5%", ["error A14"]],
    ["增长8%", "完成目标任务", []],
  ])("%s, of which %s", async (whole, part, expected) => expect(await complaints(rows(whole, part))).toEqual(expected));
});

describe("an announced count", () => {
  const told = async (text: string, title = "指标"): Promise<number> => (await complaints({ "slides/10-part.md": `# 安排\n\n## ${title}\n\n${text}\n` })).filter((one) => one === "warning A08").length;

  it.each([
    "- 瞄准生物医药、人工智能、纳米技术四大产业",
    "- 发展生物医药、人工智能、量子通信、智能制造三大产业",
    "- 国技聚能、兴广五金、凯博易控、金子电线等3个项目加快开工",
    "备注：\n抓好三个方面：一是抓产业，二是抓生态。",
    "- 统筹推进供水、供电、供气、供热五大工程",
    "- 建成健身步道、口袋公园、停车泊位四类便民设施",
    "- 解决“山多、田少、路远”四大难题",
    "备注：\n突出四个重点：稳增长、促改革、惠民生。",
    "备注：\n抓好“两件大事”：修通环湖路；建成净水厂；开办老年食堂。",
    "备注：\n今年办了四件大事，一是修通环湖路，二是建成净水厂，三是开办老年食堂。",
    "备注：\n落实5项任务：供水、供电、供气、供热。",
    "备注：\n要建好三个“功能区”。一是新区。二是古镇。三是田园。四是水乡。",
    "备注：\n打好治水、治气、治土、治废三场硬仗。",
    "备注：\n清河、白石、柳湾两镇连片发展。",
    "备注：\n实施“三大工程”，即强镇工程和富民工程。",
    "备注：\n开工5座桥梁，分别是东门桥、西门桥、北关桥和新河桥，年内通车。",
    "备注：\n抓实三大行动（植绿、护河、净村、美院）。",
    "备注：\n做好山、水、林四篇文章。",
    "备注：\n四座水厂（东湾水厂、西湾水厂、北湾水厂）投用。",
    "备注：\n出台《治水办法》《治气办法》《治土办法》四项制度。",
    "备注：\n建成东湾码头、西湾码头、北湾码头和南湾码头五座码头。",
    "备注：\n开通甲线、乙线3条公交线路。",
  ])("is counted: %s", async (text) => expect(await told(text)).toBe(1));

  it("of projects of the table, whatever their names hold", async () => {
    const count = async (words: string): Promise<number> => {
      const files = { "slides/10-part.md": `# 回顾\n\n## 指标\n\n- 略\n\n备注：\n${words}个项目加快建设。\n`, "data/projects.csv": "name,section,status,role,due\n精密模具产业园,产业,建设,,\n临港路改造,交通,建设,,\n" };
      return (await complaints(files)).filter((rule) => rule === "warning A08").length;
    };
    expect([await count("精密模具产业园、临港路改造三"), await count("精密模具产业园、临港路改造两"), await count("精密模具产业园、临港路改造等三")]).toEqual([1, 0, 0]);
  });

  it("below a title", async () => {
    expect(await told("- 生物医药\n- 人工智能", "瞄准三大产业")).toBe(1);
    expect(await told("### 甲\n\n一\n\n### 乙\n\n二\n\n### 丙\n\n三", "四大工程")).toBe(1);
    expect(await told("- 生物医药\n- 人工智能\n- 纳米技术", "瞄准三大产业")).toBe(0);
    expect(await told("- 生物医药\n- 人工智能", "瞄准生物医药等三大产业")).toBe(0);
    expect(await told("- 开局\n- 起步", "第三个任期")).toBe(0);
  });

  it.each([
    "备注：\n新建东镇、西镇五所学校。",
    "备注：\n落实第三、四种方案。",
    "备注：\n建成甲桥、乙桥和丙桥三座桥梁。",
    "备注：\n改造东街、西街沿线六条街道。",
    "备注：\n建成东湾码头、西湾码头等5座码头。",
    "- 瞄准生物医药、人工智能、纳米技术应用三大产业",
    "- 打好蓝天、碧水、净土三大保卫战",
    "- 抓牢高端创新、产城融合“两大关键”",
    "- 兴广五金、国技聚能等3个项目加快开工",
    "- 增强“四个意识”、坚定“四个自信”、做到“两个维护”",
    "- 推进农房改善、实施“三大工程”",
    "- 统筹推进“五位一体”总体布局，协调推进“四个全面”战略布局",
    "- 发展产业、改善民生，办成三大实事",
    "- 抓好教育、医疗和养老三大工程",
    "- 铺开种业振兴“六大工程”、乡村旅游“四大行动”",
    "- 古渡口、南山窑址先后被评为全市十大考古成果",
    "- 启动促就业五大计划、村容三大会战和亮化四大行动",
    "- 承办环湖骑行、全县中小学三大球比赛等活动",
    "- 直面“山多、田少，路远、人稀，底薄、账多”三大困难",
    "- 打出“两大抓手、五项举措”“四大行动”组合拳",
    "- 新建幼儿园、小学五所，完成道路、管网六项工程",
    "- 突出三个重点：稳增长、促改革、惠民生",
    "备注：\n抓好三件大事：教育、医疗和养老，奋力开新局。",
    "备注：\n打好治水、治气、治土三场硬仗，清河、柳湾两镇连片发展。",
    "备注：\n实施“两大工程”，即强镇工程和富民工程，全镇面貌一新。",
    "备注：\n开工4座桥梁，分别是东门桥、西门桥、北关桥和新河桥，年内通车。",
    "备注：\n抓实四大行动（植绿、护河、净村、美院），带动三大产业（种植、加工等）。",
    "备注：\n做强三大产业（含旅游、康养），建成四类设施（2.1万平方米、3.5公里），办好三件大事，即抓产业，抓民生，抓生态。",
    "备注：\n推行三级网格、六项机制、五星评定，走访县、镇、村三级干部。",
    "备注：\n办成十二件实事：一是修路，二是架桥，三是通水，四是通电，五是通网，六是绿化，七是亮化，八是美化，九是养老，十是托育，十一是助残，十二是助学。",
    "备注：\n实施五大行动：产业、项目等齐头并进。",
    "备注：\n抓好三个方面：一是抓产业，二是抓生态，三是抓民生。",
    "备注：\n过去三个月。一是抓产业，二是抓生态。",
    "备注：\n迎接党的二十大召开，坚持稳中求进、守正创新。",
  ])("is right: %s", async (text) => expect(await told(text)).toBe(0));
});

describe("a gap in percentage points", () => {
  const files = (text: string): Record<string, string> => ({
    "data/indicators.csv": "id,name,unit,kind\ngdp,地区生产总值,亿元,flow\nretail,社会消费品零售总额,亿元,flow\nunemp,城镇调查失业率,%,rate\nurban,城镇居民人均可支配收入,元,flow\nrural,农村居民人均可支配收入,元,flow\n",
    "data/observations.csv": "indicator,period,area,value,growth\nurban,2021,,46095,4.7%\nrural,2021,,28640,6.3%\ngdp,2020,,132,5.1%\ngdp,2021,,148,11.6%\ngdp,2021,全省,1500,9.2%\nretail,2021,,43.8,8.2%\nunemp,2020,,5.4,\nunemp,2021,,5.2,\n",
    "data/targets.csv": "indicator,period,target\ngdp,2021,增长8%\ngdp,2022,增长7%\n",
    "slides/10-part.md": `# 工作回顾\n\n## 指标\n\n- 略\n\n备注：\n${text}\n`,
  });
  const told = async (text: string): Promise<number> => (await complaints(files(text))).filter((one) => one === "warning A16").length;
  it.each([
    "地区生产总值增长11.6%，快于年度目标3.6个百分点。", "地区生产总值增长11.6%，高于全省2.4个百分点。", "地区生产总值增长11.6%，增速高于全省平均水平约2.4个百分点。", "地区生产总值增长11.6%、高于上年6.5个百分点。",
    "地区生产总值增长11.6%，快于社会消费品零售总额增速3.4个百分点。", "城镇调查失业率5.2%，低于上年0.2个百分点。", "地区生产总值增长11.6%，高于全国3.5个百分点。", "地区生产总值增长11.6%，比全省高2.4个百分点。",
    "地区生产总值增长11.6%，新区快于全省9个百分点。", "农村居民人均可支配收入增长6.3%，快于城镇居民1.6个百分点。", "农村居民人均可支配收入增长6.3%，快于城镇单位职工工资0.3个百分点。",
  ])("is right: %s", async (text) => expect(await told(text)).toBe(0));
  it.each([
    "地区生产总值增长11.6%，快于年度目标2.6个百分点。", "地区生产总值增长11.6%，高于全省4.2个百分点。", "地区生产总值增长11.6%、高于上年5.6个百分点。", "地区生产总值增长{{gdp.growth}}，快于社会消费品零售总额增速4.3个百分点。",
    "农村居民人均可支配收入增长6.3%，快于城镇居民1.9个百分点。", "城镇居民人均可支配收入增长4.7%，低于农村居民2.6个百分点。", "城镇调查失业率5.2%，低于上年0.4个百分点。", "城镇调查失业率5.2%，高于上年0.2个百分点。", "地区生产总值增长11.6%，比全省高3.4个百分点。",
  ])("is wrong: %s", async (text) => expect(await told(text)).toBe(1));
});

describe("the years of the tables", () => {
  const files = (period: number, target: number): Record<string, string> => ({
    "data/observations.csv": `indicator,period,value,growth\ngdp,${period},148,11.6%\n`,
    "data/targets.csv": `indicator,period,target\ngdp,${target},增长8%\n`,
  });
  const told = async (some: Record<string, string>): Promise<number> => (await complaints(some)).filter((one) => one === "warning A17").length;
  it("are those of the deck", async () => {
    expect(await told(files(2021, 2022))).toBe(0);
    expect(await told(files(2020, 2022))).toBe(1);
    expect(await told(files(2021, 2023))).toBe(1);
    expect(await told(files(2021, 2021))).toBe(0);
    expect(await told({ ...files(2021, 2022), "data/targets.csv": "indicator,period,target\ngdp,2021,增长7%\ngdp,2022,增长8%\n" })).toBe(0);
  });
});

it("a label is one thing in its short and its full form", async () => {
  const slide = (text: string): Record<string, string> => ({ "slides/10-part.md": `# 安排\n\n## 指标\n\n${text}\n` });
  const glossary = ["“1+3+6”防汛体系：“1”即指挥中心，“3”即三支队伍，“6”即六类物资。", "“3+6”产业体系：“3”是粮油等三大产业，“6”是六条产业链。", "建强“3”支队伍、配齐“6”类物资，落实“1+3+6”。", "“12345”热线，“12345”平台办件量。"];
  expect(await complaints(slide(`- 略\n\n备注：\n${glossary.join("\n\n")}`))).toEqual([]);
  expect(await complaints(slide("- 科创“333”提升工程\n- 推进“333”工程"))).toEqual([]);
  expect(await complaints(slide("- 科创“333”提升工程\n- 治水“333”行动\n- 治水“333”行动"))).toEqual(["note A09"]);
});

it("the sample has no error and no warning, and few notes", async () => {
  const { diagnostics } = await compileFolder(HOME);
  expect(diagnostics.map(({ severity, rule }) => `${severity} ${rule}`)).toEqual(["note A04", "note A02", "note A02", "note A06", "note A03", "note A04", "note A10", "note A09"]);
});

it("without its exceptions the sample is warned of what it keeps as published", async () => {
  const files = new Map(["slides/deck.yaml", "slides/20-figures.md", "data/indicators.csv", "data/targets.csv"].map((path) => [path, readFileSync(`${HOME}${path}`, "utf8")]));
  files.set("data/observations.csv", readFileSync(`${HOME}data/observations.csv`, "utf8").replaceAll(/check-ignore[^\n]*/g, ""));
  const { diagnostics } = await withFolder(files, compileFolder);
  expect(diagnostics.filter(({ severity }) => severity === "warning").map(({ rule, span }) => `${rule} ${span?.line}`)).toEqual(["A07 8"]);
});

async function modelOf(files: Readonly<Record<string, string>>): Promise<Deck> {
  const { model } = await withFolder(smallProject({ "slides/10-part.md": "# 回顾\n\n## 指标\n\n- 略\n", ...files }), compileFolder);
  return model!;
}

function diagnosticsOf(deck: Deck): Diagnostic[] {
  const found: Diagnostic[] = [];
  checkDeck(deck, (diagnostic) => void found.push(diagnostic));
  return found;
}
