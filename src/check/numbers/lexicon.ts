/** Words between the name of an indicator and its figure, and words that say a figure is about something else. */

/** How a figure relates to the level: grown or fallen by it, or grown to it. */
export type Verb = "rise" | "fall" | "to";

export const VERBS: ReadonlyMap<string, Verb> = new Map<string, Verb>([
  ...["增长到", "增加到", "提高到", "上升到", "下降到", "减少到", "降低到", "增至", "升至", "降至", "达到", "突破到"].map((word) => [word, "to"] as const),
  ...["增长", "增加", "上升", "提高", "提升", "增幅", "增速", "增"].map((word) => [word, "rise"] as const),
  ...["下降", "减少", "降低", "回落", "降"].map((word) => [word, "fall"] as const),
]);

/** What may stand between a name and its figure without changing what the figure says; 同口径, 名义 and 实际 change what is measured. */
export const GLUE: readonly string[] = [
  "按可比价格计算", "按不变价格计算", "按可比价计算", "按可比价", "可比价", "与上年相比", "与去年相比", "比上年", "较上年", "比去年", "较去年", "同比",
  "完成", "实现", "达成", "达", "为", "是", "共计", "合计", "总计", "共", "全年", "预计", "预期", "力争", "确保", "目标", "计划", "主要", "其中", "总量", "总额", "规模", "数值", "绝对值", "绝对数", "数额", "金额", "实绩",
  "首次", "成功", "再次", "保持", "稳定", "位列", "位居", "名列", "排名", "跻身", "列", "居", "排", "在", "中", "了", "的", "已", "也", "仍", "并",
];

/**
 * Words of several years, of parts of a year, of averages or of several figures at once: what follows them in the sentence, and
 * what stands in the same clause, is not compared.
 */
export const ELSEWHERE =
  /[一二三四五六七八九十两几\d]+年(?:来|间|内|多)|以来|年均|平均|累计|期间|“?十[一二三四五]五”?|(?<!\d{4})[年期届]末|翻[一两]番|今年|明年|本年|当年|往年|前年|历年|连续|同期|季度|半年|(?<![\d年])\d{1,2}月|分别|占|比重|人均.{0,2}|净增|从.*到|由.*(?:到|至)|每|届/;

/** It gives the figures that follow to the names before, in their order. */
export const RESPECTIVELY = "分别";

/** Last year, where it is no comparison. */
export const LAST_YEAR = /(?<![比较与])(?:去年|上年)/;

/** Sentences and titles that speak of a plan. */
export const PLANNED = /目标|力争|预期|计划|确保|争取|拟|将/;

/** Right behind a figure they make it a measure of something else: 20%以上的企业, 2亿元以下企业, 增长1%大约带动. */
export const MEASURED = /^(?:的|企业|公司|项目|单位|集群|户|家|以上|以下|之间|需要|需|大约|约|带动|可|能|才|就|任务|目标|底线|要求|缺口)/;

/** Bodies that may be who a sentence speaks of, instead of the organisation. */
export const OTHERS = /[区县市省镇乡村园]|公司|企业|集团|街道|社区|单位|部门|项目|全国/;
