/** Nothing within the documented limits is refused by a look at the finished pages: the fullest slides with the longest words, on the stage, a phone and an upright screen. */
import { afterAll, describe, expect, test } from "vitest";
import { createWorld } from "../../../src/world/node-world.ts";
import { compileFolderPages, HOME, smallProject, withFolder } from "../../support/project.ts";

const world = createWorld({ home: HOME });
afterAll(() => world.close());

interface Case {
  readonly slide: string;
  readonly indicators: readonly string[];
  readonly observations: readonly string[];
  readonly settings?: string;
  readonly projects?: readonly string[];
}

/** What a look at the pages says about a deck with a few slides. */
async function saidOf({ slide, indicators, observations, settings = "", projects = [] }: Case): Promise<readonly string[]> {
  const files = smallProject({
    "slides/deck.yaml": `title: 工作报告\norganisation: 云溪县\nperiod: 2025\nplan: 2026\nkiosk:\n  portrait: true\n${settings}`,
    "slides/10-part.md": `# 回顾\n\n${slide}\n`,
    "data/indicators.csv": `id,name,unit,kind,part_of\n${indicators.map((row) => `${row}\n`).join("")}`,
    "data/projects.csv": `name,section,status,role,due\n${projects.map((row) => `${row}\n`).join("")}`,
    "data/observations.csv": `indicator,period,area,value,growth${observations.some((row) => row.endsWith("年均")) ? ",basis" : ""}\n${observations.map((row) => `${row}\n`).join("")}`,
  });
  const { diagnostics } = await withFolder(files, (dir) => compileFolderPages(dir, world));
  return diagnostics.filter(({ severity, rule }) => severity === "error" || /^V(?:0[1-6]|10)$/.test(rule ?? "")).map(({ code, rule, message }) => `${code} ${rule ?? ""} ${message.en}`);
}

const GDP = ["gdp,地区生产总值,亿元,flow,"];
const ROW = ["gdp,2025,,268.3,5.7%"];
const AREAS = ["松岭县", "白鹭县", "石桥县", "东河县", "南屏土家族苗族自治县", "北川区", "西山区", "临江新区", "云台市", "青石经济技术开发区", "长坪县", "河口县", "全市", "全省"];
const fence = (language: string, text: string): string => `\`\`\`${language}\n${text}\n\`\`\``;

describe.each(["", "theme: hongqi\n"])("settings %j", (theme) => {
  test.each([
    ["", "住房", "套", "31", "9"],
    ["", "城镇老旧小区改造和保障性租赁住房筹建", "万套（间）", "1234567", "234567"],
    ["lang: en\n", "Affordable homes in old and new towns", "thousand dwellings", "1,234.5", "234"],
  ])("settings %j: things are counted under the caption %s", async (lang, name, unit, all, part) => {
    const body = (lit: string): string => fence("units", `kind: houses\nindicator: homes${lit}`);
    const lead = lang === "" ? "坚持租购并举，稳步推进" : "Step by step, for those who need them";
    const title = name.slice(0, 30);
    const slide = `## ${title}\n\n${lead}\n\n${body("\nlit: done")}\n\n## ${title}二 {kicker="民生"}\n\n${fence("units", "kind: lanterns\nindicator: long")}`;
    const long = lang === "" ? "城乡居民住房和保障性租赁住房筹建改造项目新增竣工交付总量累计" : "Affordable homes finished in old and new towns since the plan";
    const observations = [`homes,2025,,"${all}",`, `done,2025,,"${part}",`, `long,2025,,"${all}",`];
    expect(await saidOf({ slide, indicators: [`homes,${name},${unit},flow,`, `done,${name.slice(1)},${unit},flow,`, `long,${long},${unit},flow,`], observations, settings: lang + theme })).toEqual([]);
  });

  test.each([2, 7, 14])("%i areas beside the own one are compared", async (count) => {
    const areas = AREAS.slice(0, count);
    const observations = ["gdp,2025,,268.3,5.7%", ...areas.map((area, index) => `gdp,2025,${area},${(41832.7 / (index + 1)).toFixed(1)},${(index / 3 + 2).toFixed(1)}%`)];
    const slide = `## 各县总量\n\n${fence("chart", "type: compare\nindicators: [gdp]")}`;
    expect(await saidOf({ slide, indicators: GDP, observations, settings: theme })).toEqual([]);
  });
});

const PROJECTS = Array.from({ length: 40 }, (_, index) => `${["城区供水管网更新改造", "客运站迁建", "清河实验小学改扩建及附属设施", "冷链仓储中心"][index % 4]}${index + 1}期,${index % 3 === 0 ? "交通" : "民生"},${["争取", "开工", "建设", "投产"][Math.floor(index / 7) % 4]},${index % 5 === 0 ? "配合" : ""},${index % 4 === 0 ? "年底" : ""}`);

test.each(["", "theme: hongqi\n"])("the longest table, list and board go on to further slides, with settings %j", async (settings) => {
  const row = (index: number): string => `| 规模以上工业企业营业收入利润率及相关指标${index} | 万吨标准煤 | 1,234.${index} | ${index}.5% | 12,345.67 | 近9% | 3.2% | 基数调整后按可比口径计算 |`;
  const table = `## 主要指标完成情况\n\n重点指标保持平稳。\n\n| 指标 | 单位 | 2021年 | 增长 | 2025年 | 增长 | 年均增长 | 说明 |\n| --- | --- | --: | --: | --: | --: | --: | --- |\n${Array.from({ length: 64 }, (_, index) => row(index)).join("\n")}`;
  const list = `## 民生实事\n\n${Array.from({ length: 42 }, (_, index) => `${index + 1}. **办好第${index + 1}件实事** 改造老旧小区二十个，加装住宅电梯，增设公共停车位，群众满意度稳步提高`).join("\n")}`;
  const board = `## 重点项目 {kicker="2026年"}\n\n${fence("projects", "")}\n`;
  expect(await saidOf({ slide: `${table}\n\n${list}\n\n${board}`, indicators: GDP, observations: ROW, settings, projects: PROJECTS })).toEqual([]);
}, 120_000);

/** Eighteen areas and one with the longest name, the own one among them. */
const RANKED = Array.from({ length: 20 }, (_, index) => (index === 4 ? "南屏土家族苗族自治县" : index === 9 ? "云溪县" : `第${"甲乙丙丁戊己庚辛壬癸"[index % 10]}${index < 10 ? "县" : "新区"}`));

test.each(["", "theme: hongqi\n"])("rankings, structures, reviews and tables of indicators at their limits, with settings %j", async (settings) => {
  const names = ["全体居民人均可支配收入", "规模以上工业企业营业收入利润率", "一般公共预算收入", "粮食综合生产能力", "常住人口城镇化率", "地表水水质"];
  const units = ["元", "个百分点", "亿元", "万吨标准煤", "%", ""];
  const [then, now] = [["26,310", "0.3", "1,112.4", "12,345", "58.2", "Ⅲ类"], ["123,456.7", "近9.3", "1,234.5", "约23,456", "63.9", "Ⅱ类"]];
  const indicators = [...GDP, ...names.map((name, index) => `i${index},${name},${units[index]},${index === 4 ? "rate" : "flow"},`), "struct,三次产业结构,,rate,", ...Array.from({ length: 50 }, (_, index) => `x${index},规模以上工业企业主营业务收入第${index}项,万吨标准煤,flow,`)];
  const observations = [
    ...RANKED.map((area, index) => `gdp,2025,${area === "云溪县" ? "" : area},"${(41832.7 / (index + 1)).toFixed(1)}",${(index / 3 + 2).toFixed(1)}%,`),
    ...names.flatMap((_, index) => [`i${index},2020,,"${then![index]}",,`, `i${index},2025,,"${now![index]}",,`, index % 2 === 0 ? `i${index},2021-2025,,,累计提高5.7个百分点,` : `i${index},2021-2025,,,6.2%,年均`]),
    "struct,2025,,2.9:38.7:58.4,,", "struct,2020,,9.8:41.2:49.0,,", "struct,2015,,12.1:45.0:42.9,,", "struct,2010,,16.3:48.2:35.5,,",
    ...Array.from({ length: 50 }, (_, index) => `x${index},2025,,"12,345.${index}",比上年提高0.9个百分点,`),
  ];
  const ranking = (count: number, more = ""): string => `## 各县市区生产总值\n\n${fence("chart", `type: ranking\nindicator: gdp\nareas: [${RANKED.slice(0, count).join(", ")}]${more}`)}`;
  const structure = (periods: string): string => `## 三次产业结构持续优化\n\n一产稳、二产强、三产优。\n\n${fence("chart", `type: structure\nindicator: struct\nnames: [第一产业, 第二产业, 第三产业]\nhighlight: 第三产业\nsource: 统计局${periods}`)}`;
  const review = (count: number): string => `## 五年来的变化\n\n${fence("review", `indicators: [${names.slice(0, count).map((_, index) => `i${index}`).join(", ")}]\nfrom: 2020`)}`;
  const slides = [ranking(20), ranking(11, "\nhighlight: 第丙县"), ranking(10, "\nmeasure: growth"), ranking(2), structure(""), structure("\nperiods: [2010, 2015, 2020, 2025]"), ...[1, 2, 3, 4, 5, 6].map(review), `## 主要指标\n\n${fence("indicators", "")}`];
  expect(await saidOf({ slide: slides.join("\n\n"), indicators, observations, settings })).toEqual([]);
}, 120_000);

test("numbered lists in columns and cards, a table with long text beside figures", async () => {
  const slide = `## 城乡面貌 {layout=columns}\n\n### 镇区\n\n- 老街亮化\n\n### 村庄\n\n1. 人居环境\n2. 田园景观\n\n## 办实事 {layout=cards}\n\n### 镇区\n\n1. 老街亮化\n2. 增设车位\n\n## 项目投资\n\n| 项目 | 说明 | 投资（万元） | 占比 |\n| :-- | --- | --: | --: |\n| 清河镇老旧供水管网更新改造工程（二期）及智能水表安装 | 已完成立项、可研批复和初步设计，正在开展施工招标 | 23,456.78 | 31.64% |\n| 环镇步道 | 已完工 | 456.78 | 6% |`;
  expect(await saidOf({ slide, indicators: GDP, observations: ROW })).toEqual([]);
});
