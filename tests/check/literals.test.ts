/** A11, N12: figures typed into the text are told apart from text that only looks like a figure. */
import { describe, expect, it } from "vitest";
import { compileFolder, smallProject, withFolder } from "../support/project.ts";

const DATA = {
  "slides/deck.yaml": "title: 工作报告\norganisation: 测试镇\nperiod: 2021\nplan: 2022\n",
  "data/indicators.csv": [
    "id,name,unit,kind,basis,aliases",
    "gdp,地区生产总值,亿元,flow,constant,GDP|生产总值",
    "output,规上工业产值,亿元,flow,constant,规模以上工业产值",
    "people,常住人口,万人,stock,,",
    "land,建设用地,公顷,stock,,",
    "jobless,失业率,%,rate,,",
    "energy,单位产值能耗,,index,,",
    "rank,全国百强镇,,rank,,",
    "",
  ].join("\n"),
  "data/observations.csv": [
    "indicator,period,area,value,growth,rank",
    "gdp,2020,,132.7,5.1%,",
    "gdp,2021,,148,11.6%,",
    "gdp,2021,示例区,1500,9%,",
    "output,2021,,187,近9%,",
    "people,2021,,8余,,",
    "land,2021,,1240,,",
    "jobless,2021,,2.5%,,",
    "energy,2021,,,-2.8%,",
    "rank,2021,,,,60",
    "",
  ].join("\n"),
  "data/targets.csv": "indicator,period,target\ngdp,2022,增长8%左右\noutput,2022,增长12%左右\njobless,2022,不超过3%\n",
};

/** What the rules on literals report for one paragraph of notes, each as `severity text → reference or published`. */
async function complaints(text: string, head = "# 工作回顾\n\n## 主要指标", body = "- 略"): Promise<string[]> {
  const { diagnostics, sources } = await withFolder(smallProject({ ...DATA, "slides/10-part.md": `${head}\n\n${body}\n\n备注：\n${text}\n` }), compileFolder);
  return diagnostics.filter(({ rule }) => rule === "A11" || rule === "N12").map(({ severity, code, span, fix, message }) => {
    const line = sources.get(span?.file ?? "")?.split("\n")[(span?.line ?? 0) - 1] ?? "";
    const marked = line.slice((span?.column ?? 1) - 1, (span?.endColumn ?? 1) - 1);
    const [, published = ""] = /“([^”]*)”（data/.exec(message.zh) ?? [];
    return `${severity} ${code}: ${marked} → ${fix?.replacement ?? published}`;
  });
}

describe("is silent on figures of something else", () => {
  it.each([
    "规上工业产值增长20%以上的企业有45家。", "规上工业产值2亿元以下企业有45家，2亿元至5亿元企业有12家。", "规上工业产值达10亿元的龙头企业3家。",
    "全国百强镇排名较上年上升5位，列第60位。", "地区生产总值名义增长13.2%，实际增长11.6%。", "规上工业产值同口径增长12.5%。", "规上工业产值可比口径增长12.5%，自然口径增长10.5%。",
    "地区生产总值50亿元的年度任务超额完成。", "地区生产总值增长5%的底线目标如期实现。", "“地区生产总值增长6%”这一底线必须守住。", "GDP增长1%大约带动就业200人。", "地区生产总值提高5%需要付出更多努力。",
    "地区生产总值、规上工业产值分别增长11.6%和近9%。", "甲村、乙村地区生产总值、规上工业产值分别增长20%和30%。", "五年来，地区生产总值、规上工业产值分别增长60%和70%。",
    "五年来，地区生产总值增长60%。", "地区生产总值年均增长8%。", "上半年，地区生产总值70亿元。", "地区生产总值占全区的9.7%。",
  ])("%s", async (text) => {
    expect((await complaints(text)).filter((line) => !line.startsWith("note"))).toEqual([]);
  });
});

describe("below words on several years that go on from slide to slide", () => {
  const head = "# 2021年和“十三五”工作回顾\n\n## 回望\n\n- 略\n\n备注：\n回望“十三五”，变化看得见。五年来，面貌一新。\n\n## 工业";

  it.each<readonly [text: string, told: readonly string[]]>([
    ["地区生产总值148亿元，增长11.6%。", []],
    ["地区生产总值149亿元，增长11.6%。", ["warning literal-not-as-published: 149亿元 → 148亿元"]],
    ["地区生产总值700亿元，增长62.3%。", []],
    ["规上工业产值增长1%。", []],
  ])("only a slip of one digit is told: %s", async (text, told) => expect((await complaints(text, head)).filter((one) => !one.startsWith("note"))).toEqual(told));
});

it("takes both figures of a revision for those of one year", async () => {
  expect(await complaints("2021年地区生产总值由初步核算的149.3亿元修订为148亿元。")).toEqual([expect.stringMatching(/^note/)]);
  expect((await complaints("2021年地区生产总值由初步核算的149.3亿元修订为147亿元。")).filter((one) => !one.startsWith("note"))).toEqual(["error literal-differs: 147亿元 → 148亿元"]);
});

describe("knows the chapters of a spoken text", () => {
  const REVIEW = "一、2021年工作回顾\n\n全年地区生产总值148亿元。\n\n";

  it.each<readonly [text: string, errors: readonly string[]]>([
    [`${REVIEW}三、2022年工作安排\n\n规上工业产值达到210亿元。`, []],
    [`${REVIEW}三、今年重点工作\n\n规上工业产值达到210亿元。`, []],
    [`${REVIEW}三、重点工作\n\n规上工业产值达到210亿元。`, ["210亿元 → 187亿元"]],
    [`${REVIEW}规上工业产值达到210亿元。`, ["210亿元 → 187亿元"]],
    [`三、2022年工作安排\n\n今年，我们要提质增效。\n\n规上工业产值达到210亿元。`, []],
    [`过去的五年极不寻常。\n\n综合实力稳步提升。规上工业产值达到810亿元。`, []],
    [`过去的五年极不寻常。\n\n过去一年，规上工业产值达到197亿元。`, ["197亿元 → 187亿元"]],
  ])("%s", async (text, expected) => {
    const told = (await complaints(text)).filter((line) => !line.startsWith("note"));
    expect(told.map((line) => line.replace(/^error literal-differs: /, ""))).toEqual(expected);
  });
});

describe("tells a wrong figure beside others", () => {
  it.each([
    ["地区生产总值148亿元、增长11.6%，规上工业产值197亿元、增长近8%。", ["197亿元 → 187亿元", "近8% → 近9%"]],
    ["规上工业产值287亿元，占比64.9%。", ["287亿元 → 187亿元"]],
    ["地区生产总值248亿元，占全区的9.7%。", ["248亿元 → 148亿元"]],
    ["地区生产总值248亿元，人均18.5万元。", ["248亿元 → 148亿元"]],
    ["地区生产总值248亿元，五年来年均增长8%。", ["248亿元 → 148亿元"]],
    ["规上工业产值387亿元，其中常住人口8余万人，分别增长近9%和2%。", ["387亿元 → 187亿元"]],
    ["地区生产总值、规上工业产值分别达248亿元和187亿元。", ["248亿元 → 148亿元"]],
    ["地区生产总值、规上工业产值分别增长11.6%和8.9%。", []],
    ["地区生产总值148亿元，规上工业产值187亿元，分别增长11.7%、近8%。", ["11.7% → 11.6%", "近8% → 近9%"]],
    ["2020年，地区生产总值和规上工业产值分别增长5.2%和3%。", ["5.2% → 5.1%"]],
    ["全国百强镇排名较上年上升5位，列第61位。", ["第61位 → 第60位"]],
  ])("%s", async (text, expected) => {
    const errors = (await complaints(text)).filter((line) => line.startsWith("error"));
    expect(errors.map((line) => line.replace(/^error literal-differs: /, ""))).toEqual(expected);
  });
});

describe("reads a table's cell with its heads", () => {
  const table = (head: string, ...rows: string[]): string => `| ${head} |\n|${"---|".repeat(head.split("|").length)}\n${rows.map((row) => `| ${row} |\n`).join("")}`;
  it.each([
    ["name and year", table("指标 | 2021年", "地区生产总值 | 149亿元"), ["error literal-differs: 149亿元 → 148亿元"]],
    ["unit in the head of the row", table("指标 | 2021年", "地区生产总值（亿元） | 149"), ["error literal-differs: 149 → 148亿元"]],
    ["unit in the head of the column", table("年份 | 地区生产总值（亿元）", "2020年 | 132.7", "2021年 | 147.4"), ["error literal-differs: 147.4 → 148亿元"]],
    ["growth", table("指标 | 数值（亿元） | 同比增长（%）", "地区生产总值（GDP） | 148 | 11.7", "规上工业产值 | 187 | 近9"), ["error literal-differs: 11.7 → 11.6%"]],
    ["a column of units, years without 年, growth without its word", table("指标 | 单位 | 2021 | 同比±%", "地区生产总值 | 亿元 | 149 | 11.6", "规上工业产值 | 亿元 | 187 | 近8"), ["error literal-differs: 149 → 148亿元", "error literal-differs: 近8 → 近9%"]],
    ["names above the figures", table("地区生产总值（亿元） | 规上工业产值", "148 | 188亿元", "149 | 187亿元"), ["error literal-differs: 188亿元 → 187亿元", "error literal-differs: 149 → 148亿元"]],
    ["a card", "### 规上工业产值\n\n188亿元\n\n### 地区生产总值\n\n148亿元，增长11.7%", ["error literal-differs: 188亿元 → 187亿元", "error literal-differs: 11.7% → 11.6%"]],
    ["a line that is broken", "> 地区生产总值148亿元，<br>增长11.7%", ["error literal-differs: 11.7% → 11.6%"]],
    ["the same with its unit: bound, since it can be", table("指标 | 2021年", "地区生产总值 | 148亿元"), ["note literal-not-bound: 148亿元 → {{gdp}}"]],
    ["the same without: a reference would show the unit twice", table("指标 | 2021年（亿元）", "地区生产总值 | 148"), []],
    ["of another body, a part or several years nothing is said", table("指标 | 全区 | 占比 | 五年累计", "地区生产总值 | 1500亿元 | 9.9% | 700亿元"), []],
    ["rows that are other things", table("村名 | 地区生产总值（亿元）", "甲村 | 12"), []],
  ])("%s", async (_, body, expected) => {
    expect(await complaints("略。", undefined, body)).toEqual(expected);
  });
});

describe("knows which words leave the time open", () => {
  it.each([
    ["五年来，项目建设提速。规上工业产值累计完成700亿元。", []],
    ["过去五年，地区生产总值连跨三个台阶。累计完成规上工业产值700亿元。", []],
    ["项目建设提速，规上工业产值累计完成700亿元。", []],
    ["截至11月底，规上工业产值累计完成170亿元。", []],
    ["1至11月，规上工业产值累计完成170亿元，同比增长8%。", []],
    ["上半年，规上工业产值累计完成88亿元，比上年同期增长7.5%。", []],
    ["1990年建镇。当年地区生产总值1.2亿元。", []],
    ["到2025年末，地区生产总值突破200亿元。", []],
    ["年初预计地区生产总值增长10%。", []],
    ["截至2021年，规上工业产值累计完成700亿元。", []],
    ["截至2021年末，规上工业产值累计完成700亿元。", []],
    ["过去五年，规上工业产值完成700亿元。", []],
    ["近三年规上工业产值增长50%。", []],
    ["地区生产总值148亿元，较2020年增长11.6%。", []],
    ["地区生产总值148亿元，与2016年相比增长60%。", []],
    ["地区生产总值比2016年增长60%。", []],
    ["地区生产总值148亿元，较2020年增长12.6%。", ["error: 12.6% → 11.6%"]],
    ["预计2022年地区生产总值增长8%左右。", []],
    ["2022年，预计地区生产总值增长9%左右。", ["error: 9%左右 → 增长8%左右"]],
    ["地区生产总值累计完成149亿元。", ["warning: 149亿元 → 148亿元"]],
    ["全年，地区生产总值、规上工业产值分别累计完成148亿元和188亿元。", ["error: 188亿元 → 187亿元"]],
    ["地区生产总值、规上工业产值分别累计完成600亿元和800亿元。", []],
    ["截至2021年末，常住人口9.3万人。", ["error: 9.3万人 → 8余万人"]],
    ["年末常住人口比上年末增加1万人。", []],
    ["当年累计完成地区生产总值149亿元。", ["warning: 149亿元 → 148亿元"]],
  ])("%s", async (text, expected) => expect((await complaints(text)).filter((one) => !one.startsWith("note")).map((one) => one.replace(/ literal-[a-z-]+/, ""))).toEqual(expected));
});

describe("converts units exactly", () => {
  it.each([
    ["地区生产总值1480000万元。", []],
    ["地区生产总值1479832万元。", []],
    ["地区生产总值148万万元。", []],
    ["地区生产总值148亿，增长11.6%。", []],
    ["地区生产总值0.15千亿元。", []],
    ["常住人口85321人。", []],
    ["建设用地18600亩，约12平方公里。", []],
    ["建设用地1.86万亩。", []],
    ["地区生产总值1490000万元。", ["1490000万元 → 148亿元"]],
    ["地区生产总值149万万元。", ["149万万元 → 148亿元"]],
    ["地区生产总值14.9千万元。", ["14.9千万元 → 148亿元"]],
    ["地区生产总值148万元。", ["148万元 → 148亿元"]],
    ["地区生产总值149亿，增长11.6%。", ["149亿 → 148亿元"]],
    ["常住人口95321人。", ["95321人 → 8余万人"]],
    ["建设用地18800亩。", ["18800亩 → 1240公顷"]],
    ["建设用地12.5平方公里。", ["12.5平方公里 → 1240公顷"]],
    // The figure counts something other than the indicator.
    ["规上工业产值5000万元的项目12个。", []],
    ["规上工业产值2000万元及以上企业12家。", []],
    ["规上工业产值净增2000万元。", []],
    ["地区生产总值1亿4800万元。", []],
    ["地区生产总值148亿美元。", []],
    ["建设用地12亿斤。", []],
    ["常住人口9000人次。", []],
    ["常住人口9000户。", []],
    ["人均地区生产总值18.5万元。", []],
  ])("%s", async (text, expected) => {
    const told = (await complaints(text)).filter((one) => !one.startsWith("note") || /亿元|公顷/.test(one.split(" → ")[0] ?? ""));
    expect(told).toEqual(expected.map((one) => `error literal-differs: ${one}`));
  });
});

describe("reads on behind an approximate figure", () => {
  it.each([
    ["地区生产总值突破140亿元大关，达到149亿元。", ["149亿元 → 148亿元"]],
    ["规上工业产值超180亿元、达188亿元。", ["188亿元 → 187亿元"]],
    ["地区生产总值首次突破150亿元大关。", ["突破150亿元 → 148亿元"]],
    ["地区生产总值先后突破130亿元、140亿元大关。", []],
    ["地区生产总值突破120亿元、130亿元、140亿元。", []],
  ])("%s", async (text, expected) => {
    expect((await complaints(text)).filter((one) => !one.startsWith("note"))).toEqual(expected.map((one) => `error literal-differs: ${one}`));
  });
});

describe("takes brackets for an aside", () => {
  it.each([
    ["规上工业产值187亿元（地区生产总值148亿元），增长近9%。", []],
    ["地区生产总值148亿元（2020年132.7亿元），增长11.6%。规上工业产值187亿元。", []],
    ["地区生产总值（2020年132.7亿元）增长11.6%。", []],
    ["地区生产总值（不含园区）120亿元。", []],
    ["规上工业产值187亿元（地区生产总值149亿元），增长近8%。", ["149亿元 → 148亿元", "近8% → 近9%"]],
    ["地区生产总值（GDP）149亿元。", ["149亿元 → 148亿元"]],
    ["较2019年，地区生产总值增长17%，规上工业产值增长20%。", []],
    ["完成建设用地20公顷。", []],
    ["完成规上工业产值188亿元，建设用地1250公顷。", ["188亿元 → 187亿元", "1250公顷 → 1240公顷"]],
  ])("%s", async (text, expected) => {
    expect((await complaints(text)).filter((one) => !one.startsWith("note"))).toEqual(expected.map((one) => `error literal-differs: ${one}`));
  });
});

describe("offers to bind what is as published", () => {
  it.each([
    ["全年完成地区生产总值148亿元。", ["148亿元 → {{gdp}}"]],
    ["全年完成地区生产总值148亿元，同比增长11.6%。", ["148亿元 → {{gdp}}", "11.6% → {{gdp.growth}}"]],
    ["全镇GDP达到148亿元，按可比价计算，比上年增长11.6%；规模以上工业产值增长近9%。", ["148亿元 → {{gdp}}", "11.6% → {{gdp.growth}}", "近9% → {{output.growth}}"]],
    ["2021年，我镇地区生产总值增幅达到11.6%。", ["11.6% → {{gdp.growth}}"]],
    ["2020年地区生产总值132.7亿元，增长5.1%。", ["132.7亿元 → {{gdp@2020}}", "5.1% → {{gdp.growth@2020}}"]],
    ["二〇二〇年地区生产总值132.7亿元。", ["132.7亿元 → {{gdp@2020}}"]],
    ["常住人口8余万人。", ["8余万人 → {{people}}"]],
    ["失业率为2.5%。", ["2.5% → {{jobless}}"]],
    ["在全国百强镇中位列第60位。", ["第60位 → {{rank}}"]],
    ["在全国百强镇中位列60位。", []],
    ["2022年地区生产总值增长8%左右。", ["增长8%左右 → {{gdp.target}}"]],
    ["主要预期目标是：地区生产总值增长8%左右；规上工业产值增长12%左右。", ["增长8%左右 → {{gdp.target}}", "增长12%左右 → {{output.target}}"]],
    ["地区生产总值增长8%左右；规上工业产值增长12%左右。", ["增长8%左右 → {{gdp.target}}", "增长12%左右 → {{output.target}}"]],
    ["{{gdp.name}}148亿元。", ["148亿元 → {{gdp}}"]],
    ["{{gdp.name}}{{gdp}}，增长11.6%。", ["11.6% → {{gdp.growth}}"]],
    ["完成{{gdp@2020}}，增长5.1%。", ["5.1% → {{gdp.growth@2020}}"]],
    ["全区{{gdp@2021/示例区}}，增长9%。", ["9% → {{gdp.growth@2021/示例区}}"]],
    ["**地区生产总值** 148亿元", ["148亿元 → {{gdp}}"]],
  ])("%s", async (text, expected) => expect(await complaints(text)).toEqual(expected.map((what) => `note literal-not-bound: ${what}`)));
});

describe("does not take last year's figure for a target", () => {
  it.each([
    ["预期目标：地区生产总值增长11.6%。", ["warning literal-not-as-published: 11.6% → 增长8%左右"]],
    ["建议今年主要预期目标是：地区生产总值增长11.6%。", ["error literal-differs: 11.6% → 增长8%左右"]],
    ["地区生产总值增长目标为11.6%。", ["warning literal-not-as-published: 11.6% → 增长8%左右"]],
    ["完成年初确定的预期目标：地区生产总值增长11.6%。", []],
  ])("%s", async (text, expected) => expect(await complaints(text)).toEqual(expected));
});

describe("stops what contradicts the data", () => {
  it.each([
    ["全年完成地区生产总值149亿元。", "literal-differs: 149亿元 → 148亿元"],
    ["全年完成地区生产总值1480亿元。", "literal-differs: 1480亿元 → 148亿元"],
    ["地区生产总值148亿元，同比增长11.9%。", "literal-differs: 11.9% → 11.6%"],
    ["规上工业产值增长近10%。", "literal-differs: 近10% → 近9%"],
    ["单位产值能耗下降3.1%。", "literal-differs: 3.1% → -2.8%"],
    ["地区生产总值下降11.6%。", "literal-differs: 11.6% → 11.6%"],
    ["地区生产总值148亿元；规上工业产值197亿元。", "literal-differs: 197亿元 → 187亿元"],
    ["2020年地区生产总值148亿元。", "literal-differs: 148亿元 → 132.7亿元"],
    ["在全国百强镇中位列第58位。", "literal-differs: 第58位 → 第60位"],
    ["地区生产总值超过150亿元。", "literal-differs: 超过150亿元 → 148亿元"],
    ["2022年地区生产总值增长9%左右。", "literal-differs: 9%左右 → 增长8%左右"],
    ["完成{{gdp}}，增长12.1%。", "literal-beside-bound: 12.1% → 11.6%"],
  ])("%s", async (text, expected) => {
    expect((await complaints(text)).filter((one) => !one.startsWith("note "))).toEqual([`error ${expected}`]);
  });

  it.each([
    ["规上工业产值增长9%。", "9% → 近9%"],
    ["地区生产总值增长12%。", "12% → 11.6%"],
    ["2022年地区生产总值增长8%以上。", "8%以上 → 增长8%左右"],
    ["经济实力持续攀升，地区生产总值149亿元。", "149亿元 → 148亿元"],
  ])("warns where the words are others: %s", async (text, expected) => expect(await complaints(text)).toEqual([`warning literal-not-as-published: ${expected}`]));
});

describe("is silent where a number is something else", () => {
  it.each([
    "地区生产总值增长超10%。",
    "地区生产总值增长约12%。",
    "地区生产总值近150亿元。",
    "单位产值能耗下降2.8%。",
    "2019年地区生产总值120亿元。",
    "五年来，地区生产总值从90亿元增加到148亿元。",
    "地区生产总值年均增长7%。",
    "上半年地区生产总值70亿元。",
    "去年地区生产总值132.7亿元。",
    "到2025年，地区生产总值达到200亿元。",
    "“十四五”末，地区生产总值突破200亿元。",
    "人均地区生产总值15亿元。",
    "地区生产总值增加15亿元。",
    "地区生产总值中第三产业60亿元。",
    "地区生产总值、规上工业产值均增长9%以上。",
    "地区生产总值增速提高3个百分点。",
    "地区生产总值1480000万元。",
    "地区生产总值增长8%~9%。",
    "地区生产总值148亿元，外贸进出口增长5%。",
    "地区生产总值148亿元，其中第一产业5亿元。",
    "示例区地区生产总值1500亿元。",
    "某企业产值大增，完成规上工业产值20亿元。",
    "新区加快建设，完成地区生产总值20亿元。",
    "税收收入12亿元，增长12%。",
    "31个区级以上重点项目，3个项目加快开工，50万伏管廊迁改，轨交6号线，第60位代表，2021年12月31日。",
    "地区生产总值核算148亿元口径调整。",
    "失业率下降0.3%。",
    "见`地区生产总值149亿元`。",
    "2022年失业率不超过3%。",
    "地区生产总值增长11.6%，完成增长8%以上的目标。",
  ])("%s", async (text) => {
    expect((await complaints(text)).filter((one) => !one.startsWith("note literal-not-bound"))).toEqual([]);
  });

  it("the titles say which years a slide speaks of", async () => {
    expect(await complaints("地区生产总值132.7亿元。", "# 2020年工作\n\n## 指标")).toEqual(["note literal-not-bound: 132.7亿元 → {{gdp@2020}}"]);
    expect(await complaints("地区生产总值增长8%左右。", "# 安排\n\n## 2022年预期目标")).toEqual(["note literal-not-bound: 增长8%左右 → {{gdp.target}}"]);
    expect(await complaints("地区生产总值100亿元。", "# 安排\n\n## 五年来")).toEqual([]);
    expect(await complaints("地区生产总值100亿元。", "# 安排\n\n## 从2016年到2021年")).toEqual([]);
  });
});
