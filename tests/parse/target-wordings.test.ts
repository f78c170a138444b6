/** Plans in the words that offices publish: each is read as far as it goes, and any other stays words. */
import { describe, expect, it } from "vitest";
import type { Goal } from "../../src/model/indicator.ts";
import { tablesOf } from "./bench.ts";

const INDICATORS = `id,name,unit,kind,aliases
gdp,地区生产总值,亿元,flow,GDP
town,城镇居民人均可支配收入,元,flow,
rural,农村居民人均可支配收入,元,flow,
prices,居民消费价格,%,index,
inflation,居民消费价格涨幅,%,rate,
jobless,城镇调查失业率,%,rate,
urban,常住人口城镇化率,%,rate,
energy,单位地区生产总值能耗,,index,
water,断面水质,,index,
air,空气质量优良天数比率,%,rate,
dust,细颗粒物浓度,微克/立方米,rate,
jobs,城镇新增就业,人,flow,
grain,粮食总产量,万吨,flow,
parks,口袋公园,个,flow,
sense,消费者信心指数,,index,
`;

interface Read {
  readonly goal: Goal;
  readonly also: string | null;
  readonly codes: readonly string[];
}

function read(indicator: string, wording: string): Read {
  const targets = `indicator,period,target\n${indicator},2031,"${wording}"\n`;
  const { indicators, diagnostics } = tablesOf({ indicators: INDICATORS, targets });
  const target = indicators.find(({ id }) => id === indicator)!.targets[0]!;
  expect(target.wording).toBe(wording);
  return { goal: target.goal, also: target.also?.wording ?? null, codes: diagnostics.map(({ code }) => code) };
}

/** `growth 5..6 range`, `level 1.2万人 at-least (五年累计)`. */
function brief(goal: Goal): string {
  switch (goal.type) {
    case "growth":
    case "level":
    case "points": {
      const { value, upper, qualifier } = goal.figure;
      return `${goal.type} ${value}${upper === undefined ? "" : `..${upper}`}${goal.type === "level" ? goal.unit : ""} ${qualifier}${goal.base === null ? "" : ` (${goal.base})`}`;
    }
    case "compared":
      return `${goal.relation} ${goal.indicator ?? goal.name}`;
    case "direction":
      return goal.direction;
    case "complete":
    case "words":
      return goal.type;
  }
}

describe("the wording of a plan", () => {
  it.each([
    ["gdp", "增长6%左右", "growth 6 about"],
    ["gdp", "保持6%左右的增长", "growth 6 about"],
    ["gdp", "实现5%以上的增速", "growth 5 at-least"],
    ["urban", "由61.7%提高到64%", "level 64% exact"],
    ["jobs", "从1.1万人增加到1.2万人以上", "level 1.2万人 at-least"],
    ["gdp", "力争超过全国平均水平", "faster 全国平均水平"],
    ["energy", "零增长", "flat"],
    ["gdp", "增长6.5%—7%", "growth 6.5..7 range"],
    ["jobless", "控制在5%—5.5%", "level 5..5.5% range"],
    ["jobs", "1万—1.2万人", "level 1..1.2万人 range"],
    ["dust", "降至29以下", "level 29微克/立方米 at-most"],
    ["gdp", "恢复性增长", "up"],
    ["gdp", "保持两位数增长", "words"],
    ["gdp", "增长6%-6.5%", "growth 6..6.5 range"],
    ["gdp", "增长7%至8%", "growth 7..8 range"],
    ["gdp", "增长6—7%", "growth 6..7 range"],
    ["gdp", "增速6.8%以上", "growth 6.8 at-least"],
    ["gdp", "增速保持在7%左右", "growth 7 about"],
    ["gdp", "增幅不低于9%", "growth 9 at-least"],
    ["gdp", "力争增长9%", "growth 9 exact"],
    ["gdp", "按增长7%安排", "growth 7 exact"],
    ["gdp", "拟按6.5%左右安排", "growth 6.5 about"],
    ["gdp", "原则上按增长4%把握", "growth 4 exact"],
    ["gdp", "增长8％以上", "growth 8 at-least"],
    ["gdp", "增长约8%左右", "growth 8 about"],
    ["gdp", "年均增长6.5%左右", "growth 6.5 about (年均)"],
    ["gdp", "同口径增长5%", "growth 5 exact (同口径)"],
    ["gdp", "按可比价增长6%", "growth 6 exact (按可比价)"],
    ["gdp", "比2020年增长40%以上", "growth 40 at-least (比2020年)"],
    ["energy", "下降2.8%左右", "growth -2.8 about"],
    ["energy", "下降2%—3%", "growth -3..-2 range"],
    ["energy", "五年累计降低15%", "growth -15 exact (五年累计)"],
    ["gdp", "降幅收窄至2%以内", "growth -2 at-least"],
    ["prices", "涨幅控制在2%以内", "growth 2 at-most"],
    ["prices", "涨幅2.5%左右", "growth 2.5 about"],
    ["inflation", "涨幅2.5%左右", "level 2.5% about"],
    ["inflation", "不超过2.5%", "level 2.5% at-most"],
    ["jobless", "控制在5%左右", "level 5% about"],
    ["jobless", "5.2%以下", "level 5.2% at-most"],
    ["urban", "提高0.9个百分点", "points 0.9 exact"],
    ["urban", "提升1个百分点以上", "points 1 at-least"],
    ["urban", "提高1—2个百分点", "points 1..2 range"],
    ["jobless", "降低0.3个百分点", "points -0.3 exact"],
    ["urban", "达到66.5%", "level 66.5% exact"],
    ["air", "优良天数比率88%以上", "level 88% at-least"],
    ["air", "保持在88%以上", "level 88% at-least"],
    ["dust", "控制在29微克/立方米以内", "level 29微克/立方米 at-most"],
    ["jobs", "新增2.3万人以上", "level 2.3万人 at-least"],
    ["jobs", "新增4200人", "level 4200人 exact"],
    ["jobs", "五年累计新增2.6万人", "level 2.6万人 exact (五年累计)"],
    ["jobs", "4000—4500人", "level 4000..4500人 range"],
    ["grain", "稳定在41万吨以上", "level 41万吨 at-least"],
    ["grain", "不低于41万吨", "level 41万吨 at-least"],
    ["parks", "新建12个以上", "level 12个 at-least"],
    ["parks", "建成20个口袋公园", "level 20个 exact"],
    ["gdp", "突破400亿元", "level 400亿元 at-least"],
    ["gdp", "突破400亿元大关", "level 400亿元 at-least"],
    ["gdp", "迈上400亿元新台阶", "level 400亿元 at-least"],
    ["gdp", "达到0.04万亿元", "level 0.04万亿元 exact"],
    ["gdp", "超百亿元", "words"],
    ["sense", "保持在110以上", "level 110 at-least"],
    ["rural", "与经济增长同步", "in-step gdp"],
    ["rural", "与经济增长基本同步", "in-step gdp"],
    ["rural", "增长与经济发展同步", "in-step gdp"],
    ["rural", "与GDP同步增长", "in-step gdp"],
    ["rural", "与全省经济大体同步", "in-step gdp"],
    ["rural", "增速快于城镇居民", "faster town"],
    ["rural", "高于经济增速", "faster gdp"],
    ["rural", "快于全市平均水平", "faster 全市平均水平"],
    ["rural", "增速不低于地区生产总值增速", "at-least-as-fast gdp"],
    ["jobless", "低于全省平均水平", "slower 全省平均水平"],
    ["gdp", "实现正增长", "up"],
    ["gdp", "与上年持平", "flat"],
    ["grain", "与去年基本持平", "flat"],
    ["energy", "完成上级下达任务", "complete"],
    ["energy", "达到国家要求", "complete"],
    ["energy", "控制在上级下达指标以内", "complete"],
    ["jobless", "保持稳定", "words"],
    ["jobless", "稳中有降", "words"],
    ["gdp", "降幅收窄", "words"],
    ["water", "稳定在Ⅱ类以上", "words"],
    ["gdp", "比2020年翻一番", "words"],
  ])("%s: %s", (indicator, wording, goal) => {
    const { codes, ...found } = read(indicator, wording);
    expect({ goal: brief(found.goal), also: found.also }).toEqual({ goal, also: null });
    expect(codes).toEqual(wording === "超百亿元" ? ["target-as-words"] : []);
  });

  it.each([
    ["gdp", "增长6%左右，在实际工作中争取更好结果", "growth 6 about", "在实际工作中争取更好结果"],
    ["gdp", "增长6%左右、力争7%", "growth 6 about", "力争7%"],
    ["gdp", "增长7.5%，达到309亿元", "growth 7.5 exact", "达到309亿元"],
    ["gdp", "达到309亿元，增长7.5%", "level 309亿元 exact", "增长7.5%"],
    ["gdp", "达到1,309亿元、增幅12%以上", "level 1309亿元 exact", "增幅12%以上"],
    ["dust", "控制在29微克/立方米以内、争取更优", "level 29微克/立方米 at-most", "争取更优"],
    ["gdp", "扭转下滑态势、实现正增长", "up", "扭转下滑态势"],
    ["gdp", "增长6%左右（按可比价）", "growth 6 about", "按可比价"],
    ["gdp", "growth of around 5%, striving for better results", "growth 5 about", " striving for better results"],
  ])("%s: %s keeps what it adds", (indicator, wording, goal, also) => {
    const found = read(indicator, wording);
    expect({ goal: brief(found.goal), also: found.also, codes: found.codes }).toEqual({ goal, also, codes: [] });
  });

  it.each(["更上一层楼", "增长八个点左右", "近9%左右", "赶上邻镇"])("%s stays words, and a note says so", (wording) => {
    const found = read("gdp", wording);
    expect({ goal: found.goal, codes: found.codes }).toEqual({ goal: { type: "words", wording }, codes: ["target-as-words"] });
  });

  it.each([
    ["gdp", "分别增长5%和6%", "unreadable-target"],
    ["gdp", "达到40万人", "unit-mismatch"],
    ["gdp", "与gdq同步", "unknown-indicator"],
  ])("%s: %s is no target of one indicator", (indicator, wording, code) => {
    const { indicators, diagnostics } = tablesOf({ indicators: INDICATORS, targets: `indicator,period,target\n${indicator},2031,${wording}\n` });
    expect([diagnostics.map((one) => one.code), indicators[0]?.targets]).toEqual([[code], []]);
  });

  it("a paragraph stays words, and costs nothing", () => {
    const started = performance.now();
    const found = read("gdp", `比${"9".repeat(60_000)}，增长5%`);
    expect([found.goal.type, found.codes]).toEqual(["words", ["target-as-words"]]);
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it("one note names all words of a table", () => {
    const rows = ["更上一层楼", "赶上邻镇"].map((wording, index) => `gdp,${2031 + index},${wording}\n`).join("");
    const { diagnostics } = tablesOf({ indicators: INDICATORS, targets: `indicator,period,target\n${rows}` });
    expect(diagnostics.map(({ message }) => message.zh)).toEqual(["2 个目标照原文显示，不参与计算：“更上一层楼”、“赶上邻镇”。"]);
  });
});
