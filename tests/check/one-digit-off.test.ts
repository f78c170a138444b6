/** A11: each digit of every figure typed into natural sentences is changed in turn, and the reports on each change are counted. */
import { expect, it } from "vitest";
import { compileFolder, smallProject, withFolder } from "../support/project.ts";

const SETTINGS = "title: 工作报告\norganisation: 测试镇\nperiod: 2021\nplan: 2022\n";
const TABLES = {
  "data/indicators.csv": [
    "id,name,unit,kind,basis,aliases",
    "gdp,地区生产总值,亿元,flow,constant,GDP",
    "revenue,一般公共预算收入,亿元,flow,,",
    "output,规上工业产值,亿元,flow,constant,规模以上工业产值",
    "investment,全社会固定资产投资,亿元,flow,,固定资产投资",
    "retail,社会消费品零售总额,亿元,flow,,",
    "people,常住人口,万人,stock,,",
    "land,建设用地,公顷,stock,,",
    "energy,单位产值能耗,,index,,",
    "income,居民人均可支配收入,元,flow,,人均可支配收入",
    "rank,全国百强镇,,rank,,",
    "jobless,城镇失业率,,rate,,",
    "prices,居民消费价格涨幅,%,rate,,",
    "",
  ].join("\n"),
  "data/observations.csv": [
    "indicator,period,area,value,growth,rank",
    "gdp,2020,,132.7,5.1%,",
    "gdp,2021,,148,11.6%,",
    "revenue,2021,,20.47,10.5%,",
    "output,2021,,187,10.9%,",
    "investment,2021,,52.3,6.4%,",
    "retail,2021,,43.8,8.2%,",
    "people,2021,,16.25,1.3%,",
    "land,2021,,1240,,",
    "energy,2021,,,-2.8%,",
    "income,2021,,46095,5.1%,",
    "rank,2021,,,,60",
    "jobless,2021,,4.8%,,",
    "prices,2021,,1.7,,",
    "",
  ].join("\n"),
  "data/targets.csv": "indicator,period,target\ngdp,2022,增长8%左右\noutput,2022,增长12%左右\n",
};

/** How a changed digit may be reported. */
type Told = "error" | "warning" | "none";

/** Sentences without errors; 〔〕 mark the figures that are changed. */
const SENTENCES: Readonly<Record<Told, readonly string[]>> = {
  error: [
    "全年完成地区生产总值〔148〕亿元，同比增长〔11.6%〕。",
    "全镇实现地区生产总值〔148〕亿元，按可比价计算增长〔11.6%〕；一般公共预算收入〔20.47〕亿元，增长〔10.5%〕。",
    "2021年，地区生产总值〔148〕亿元，比上年增长〔11.6%〕。",
    "2020年地区生产总值〔132.7〕亿元，增长〔5.1%〕。",
    "地区生产总值达〔148〕亿元，规上工业产值〔187〕亿元，分别增长〔11.6%〕、〔10.9%〕。",
    "社会消费品零售总额达到〔43.8〕亿元，增幅为〔8.2%〕。",
    "在全国百强镇中位列第〔60〕位。",
    "常住人口〔16.25〕万人。",
    "单位产值能耗下降〔2.8%〕。",
    "2022年地区生产总值增长〔8%〕左右。",
    "全年地区生产总值累计完成〔148〕亿元。",
    "全年全镇一般公共预算收入累计〔20.47〕亿元，同比增长〔10.5%〕。",
    "2021年，固定资产投资累计达〔52.3〕亿元。",
    "经初步核算，全年地区生产总值〔148〕亿元。",
    "据统计，2021年全镇社会消费品零售总额共〔43.8〕亿元。",
    "预计全年地区生产总值〔148〕亿元，增长〔11.6%〕。",
    "2021年，社会消费品零售总额〔43.8〕亿元，超额完成全年目标。",
    "地区生产总值增长〔11.6%〕，好于预期。",
    "2022年要实现地区生产总值增长〔8%〕左右。",
    "城镇失业率〔4.8%〕。",
    "建设用地稳定在1000公顷以上，达〔1240〕公顷。",
    "城镇失业率保持在〔4.8%〕的较低水平。",
    "居民消费价格上涨〔1.7%〕。",
    "一年来，全镇地区生产总值〔148〕亿元，增长〔11.6%〕。",
    "过去一年，全镇完成一般公共预算收入〔20.47〕亿元。",
    "全年圆满完成一般公共预算收入〔20.47〕亿元。",
    "全镇规上工业产值稳步增长〔10.9%〕。",
    "地区生产总值首次突破140亿元大关，达到〔148〕亿元，增长〔11.6%〕。",
    "全年规上工业产值超180亿元，达〔187〕亿元。",
    "全年地区生产总值比上年同期增长〔11.6%〕。",
    "2021年，当年完成固定资产投资〔52.3〕亿元。",
    "2021年末，常住人口〔16.25〕万人。",
    "年末常住人口〔16.25〕万人。",
    "截至2021年底，全镇常住人口已达〔16.25〕万人。",
    "全年社会消费品零售总额同比上涨〔8.2%〕。",
    "单位产值能耗负增长〔2.8%〕。",
    "全年地区生产总值为〔148〕0000万元。",
    "全年一般公共预算收入〔2047〕00万元，增长〔10.5%〕。",
    "地区生产总值完成〔1.48〕百亿元。",
    "地区生产总值〔148〕亿，同比增长〔11.6%〕。",
    "全镇常住人口〔1625〕00人。",
    "建设用地〔12.4〕平方公里。",
    "建设用地〔186〕00亩。",
    "地区生产总值稳定在〔148〕亿元，同比大幅增长〔11.6%〕。",
    "全社会固定资产投资完成了〔52.3〕亿元，较上年增长〔6.4%〕。",
    "规模以上工业产值（187亿元）增长〔10.9%〕。",
    "全年居民人均可支配收入〔46095〕元，比上年增长〔5.1%〕。",
    "全镇GDP总量达〔148〕亿元，增速达〔11.6%〕。",
    "全镇地区生产总值和一般公共预算收入增速分别为〔11.6%〕、〔10.5%〕。",
    "地区生产总值、规上工业产值和社会消费品零售总额分别为〔148〕亿元、〔187〕亿元和〔43.8〕亿元，增长〔11.6%〕、〔10.9%〕、〔8.2%〕。",
    "地区生产总值[1]〔148〕亿元。",
    "规模以上工业产值〔187〕亿元。",
  ],
  warning: [
    "固定资产投资累计完成〔52.3〕亿元。",
    "地区生产总值比上年同期增长〔11.6%〕。",
    "预计地区生产总值〔148〕亿元。",
    "工业经济持续向好，规上工业产值〔187〕亿元。",
    "去年地区生产总值〔148〕亿元。",
    "去年以来，我们顶住压力，规上工业产值增长〔10.9%〕。",
    "全年实施重点项目120个，固定资产投资增长〔6.4%〕。",
    "新增规模以上企业26家，规上工业产值增长〔10.9%〕。",
    "为企业减税1.2亿元，一般公共预算收入完成〔20.47〕亿元，增长〔10.5%〕。",
    "社会消费品零售总额逆势上扬、达〔43.8〕亿元。",
    "地区生产总值跨上新台阶，达到〔148〕亿元。",
    "固定资产投资稳步回升，增长〔6.4%〕。",
    "地区生产总值由2020年的〔132.7〕亿元增加到2021年的〔148〕亿元。",
    "地区生产总值由〔132.7〕亿元增加到〔148〕亿元，增长11.6%。",
    "五年来，常住人口达到〔16.25〕万人。",
    "今年经济社会发展主要预期目标是：地区生产总值增长〔8%〕左右，规上工业产值增长〔12%〕左右。",
    "在去年增长5.1%的基础上，我们再加把劲，地区生产总值增长〔11.6%〕。",
    "预期目标：地区生产总值增长〔8%〕左右；规上工业产值增长〔12%〕左右。",
    "三项指标——地区生产总值、一般公共预算收入、社会消费品零售总额分别增长〔11.6%〕、〔10.5%〕、〔8.2%〕。",
    "以园区为重点引导集聚，规上工业产值达〔187〕亿元。",
  ],
  none: [
    "五年累计完成固定资产投资〔230.6〕亿元。",
    "五年来，固定资产投资达到〔230.6〕亿元。",
    "“十三五”期间，地区生产总值增长〔61.2%〕。",
    "商贸方面，社会消费品零售总额〔12.6〕亿元。",
    "经济开发区实现规上工业产值〔96.3〕亿元。",
    "地区生产总值保持增长，规上企业达〔120〕家，增长〔5.5%〕。",
    "今年一季度，地区生产总值〔35.2〕亿元。",
    "全区地区生产总值〔1500〕亿元。",
    "人均地区生产总值〔18.5〕万元。",
    "村均居民人均可支配收入〔38000〕元。",
    "农村居民人均可支配收入〔38000〕元。",
    "固定资产投资〔500〕万元及以上项目12个。",
  ],
};

interface Change {
  readonly sentence: string;
  readonly changed: string;
}

function plain(sentence: string): string {
  return sentence.replace(/[〔〕]/g, "");
}

/** The sentence once for each digit between 〔〕, with that digit one higher, or one lower if it is 9. */
function changesOf(sentence: string): readonly Change[] {
  const marked = [...sentence.matchAll(/〔[^〕]*〕/g)];
  const digits = marked.flatMap((match) => [...match[0].matchAll(/\d/g)].map(({ 0: digit, index }) => ({ at: match.index + index, digit: Number(digit) })));
  return digits.map(({ at, digit }) => ({ sentence, changed: plain(`${sentence.slice(0, at)}${digit === 9 ? 8 : digit + 1}${sentence.slice(at + 1)}`) }));
}

/** What A11 reports for each text, each a paragraph of the notes of one slide. */
async function toldOf(texts: readonly string[]): Promise<readonly Told[]> {
  const head = "# 工作回顾\n\n## 主要指标\n\n- 略\n\n备注：\n";
  const { diagnostics } = await withFolder(smallProject({ ...TABLES, "slides/deck.yaml": SETTINGS, "slides/10-part.md": `${head}${texts.join("\n\n")}\n` }), compileFolder);
  const first = head.split("\n").length;
  return texts.map((_, index) => {
    const here = diagnostics.filter(({ rule, severity, span }) => rule === "A11" && severity !== "note" && span?.file === "slides/10-part.md" && span.line === first + index * 2);
    return here.some(({ severity }) => severity === "error") ? "error" : here.length > 0 ? "warning" : "none";
  });
}

const ALL = Object.values(SENTENCES).flat();

it("says nothing against a sentence that is right", async () => {
  const told = await toldOf(ALL.map(plain));
  expect(ALL.filter((_, index) => told[index] !== "none")).toEqual([]);
});

it.each(["error", "warning", "none"] as const)("tells each changed digit: %s", async (expected) => {
  const changes = SENTENCES[expected].flatMap(changesOf);
  const told = await toldOf(changes.map(({ changed }) => changed));
  const others = changes.flatMap(({ changed }, index) => (told[index] === expected ? [] : [`${told[index]}: ${changed}`]));
  expect(others).toEqual([]);
});
