/** Words between an indicator's name and its figure, and words that say a figure is about something else. */

/** What the rules on literals know about a language, apart from the words that its pattern reads. */
export interface Lexicon {
  /** Matches the sentences of a text. */
  readonly sentences: RegExp;
  /**
   * Words for several years, parts of a year, averages or several figures at once: what follows them in the sentence, or shares
   * their clause, is not compared.
   */
  readonly elsewhere: RegExp;
  /** In a title, these say that everything below is about another time. */
  readonly otherTimes: RegExp;
  /** Once a passage mentions several years, a sum in it may be theirs. */
  readonly severalYears: RegExp;
  /** Sentences about a plan, and titles about one. */
  readonly planned: RegExp;
  readonly plannedTitle: RegExp;
  /** What follows a figure and makes it a measure of something else: 20%以上的企业, 2亿元以下企业, 增长1%大约带动. */
  readonly measured: RegExp;
  /** Whom a sentence is about, if not the organisation. */
  readonly others: RegExp;
  /** Whether naming the organisation overrides whom the earlier words were about. */
  readonly ownClears: boolean;
  /** Words between two figures for one measure, before the exact one: 突破140亿元，达到148亿元. */
  readonly arrival: RegExp;
  /** A year in a title, as a capture group. */
  readonly titleYear: RegExp;
}

/** How a figure relates to the level: a rise or fall by it, or a move to it. */
export type Verb = "rise" | "fall" | "to";

export const VERBS: ReadonlyMap<string, Verb> = new Map<string, Verb>([
  ...["增长到", "增加到", "提高到", "上升到", "下降到", "减少到", "降低到", "增至", "升至", "降至", "达到", "突破到"].map((word) => [word, "to"] as const),
  ...["增长", "增加", "上升", "上涨", "提高", "提升", "增幅", "增速", "增"].map((word) => [word, "rise"] as const),
  ...["下降", "减少", "降低", "回落", "下滑", "负增长", "降"].map((word) => [word, "fall"] as const),
]);

/** What may come between a name and its figure without changing what the figure says; 同口径, 名义 and 实际 change what is measured. */
export const GLUE: readonly string[] = [
  "按可比价格计算", "按不变价格计算", "按可比价计算", "按可比价", "可比价", "与上年相比", "与去年相比", "比上年末", "较上年末", "比上年", "较上年", "比去年", "较去年", "同比",
  "经初步核算", "据初步核算", "初步核算", "据初步统计", "初步统计", "据统计", "经统计", "经核算",
  "完成", "实现", "达成", "达", "为", "是", "共计", "合计", "总计", "共", "预期", "力争", "确保", "目标", "计划", "主要", "其中", "总量", "总额", "规模", "数值", "绝对值", "绝对数", "数额", "金额", "实绩",
  "首次", "成功", "再次", "一举", "顺利", "圆满", "超额", "持续", "继续", "稳步", "平稳", "大幅", "较快", "快速", "保持", "稳定", "高达", "大关",
  "位列", "位居", "名列", "排名", "跻身", "列", "居", "排", "在", "中", "了", "的", "已", "也", "仍", "并",
];

/** The reporting year as a whole. */
export const WHOLE_YEAR: readonly string[] = ["全年", "过去的一年", "过去一年", "一年来"];

/**
 * Words that leave open which time a figure is for, until a year is named. With a `likely` one it is probably the reporting year;
 * a `doubtful` one may just as well be a sum of several years or the state on some other day.
 */
export type Openness = "likely" | "doubtful";

export const OPEN: ReadonlyMap<string, Openness> = new Map<string, Openness>([
  ...["预计", "年末", "与上年同期相比", "与去年同期相比", "比上年同期", "较上年同期", "比去年同期", "较去年同期"].map((word) => [word, "likely"] as const),
  ...["累计", "当年", "年底"].map((word) => [word, "doubtful"] as const),
]);

const HAN = "一二三四五六七八九十两几";
/** Matches 五年来 and 3年累计, but not 二〇二一年累计 or 一年来. */
const YEARS = `(?<![〇${HAN}\\d])(?:(?!一年来)[${HAN}]+|\\d{1,2})个?年`;
const SEVERAL = `${YEARS}(?:来|间|内|多|累计)|(?:过去|这|近|前)的?(?!一年)${YEARS}`;
const YEAR_END = `(?:\\d{4}|[〇${HAN}]{4})?年[末底]`;

const ELSEWHERE = `${SEVERAL}|截[至止](?!${YEAR_END})|以来|年均|平均|期间|“?十[一二三四五]五”?|[期届]末|翻[一两]番|今年|明年|本年|往年|前年|历年|连续|(?<![比较与](?:上年|去年))同期|季度|半年|(?<![\\d年])\\d{1,2}月|分别|占|比重|人均.{0,2}|净增|从.*到|由.*(?:到|至)|每|届`;

/** Last year, where it is not a comparison. */
const LAST_YEAR = "(?<![比较与])(?:去年|上年)";

/** Assigns the figures that follow to the names before, in order. */
export const RESPECTIVELY = "分别";

export const CHINESE: Lexicon = {
  sentences: /[^。！？\n]+/g,
  elsewhere: new RegExp(`${ELSEWHERE}|${LAST_YEAR}`),
  otherTimes: new RegExp(`${ELSEWHERE}|累计|当年|同期|(?<!\\d{4})年末`),
  severalYears: new RegExp(`${SEVERAL}|${YEARS}[，,]|以来|期间|十[一二三四五]五|[本上]届|任期`),
  planned: /目标|力争|预期|计划|确保|争取|拟|将/,
  plannedTitle: /目标|预期/,
  measured: /^(?:的|及以[上下]|企业|公司|项目|单位|集群|户|家|以上|以下|之间|需要|需|大约|约|带动|可|能|才|就|年度|任务|目标|底线|要求|缺口)/,
  others: /[区县市省镇乡村园]|公司|企业|集团|街道|社区|单位|部门|项目|全国/,
  ownClears: true,
  arrival: /^(?:达|达到|为|完成|实现)$/,
  titleYear: /(?<!\d)((?:19|20)\d{2})年/g,
};
