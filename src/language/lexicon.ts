/** Words between an indicator's name and its figure, and words that say a figure is about something else. */

/** What the rules on literals know about a language, apart from the words that its pattern reads. */
export interface Lexicon {
  /** Matches the sentences of a text. */
  readonly sentences: RegExp;
  /**
   * Words for several years, parts of a year, averages or several figures at once that the pattern does not read: what follows
   * them in the sentence, or shares their clause, is not compared.
   */
  readonly elsewhere: RegExp;
  /** What says why, or what else was so, begins a clause without a mark: 936 million as orders from overseas dried up. */
  readonly reasons: RegExp;
  /** In a title, these say that everything below is about another time. */
  readonly otherTimes: RegExp;
  /** Once a passage mentions several years, a sum in it may be theirs. */
  readonly severalYears: RegExp;
  /** Sentences about a plan, and titles about one. */
  readonly planned: RegExp;
  readonly plannedTitle: RegExp;
  /** Words about a plan that say what was reached: 好于预期, 超额完成全年目标. Global. */
  readonly reached: RegExp;
  /** What follows a figure and makes it a measure of something else: 20%以上的企业, 2亿元以下企业, 增长1%大约带动. */
  readonly measured: RegExp;
  /** Whom a sentence is about, if not the organisation. */
  readonly others: RegExp;
  /** Before a colon, these only announce what follows. */
  readonly announces: RegExp;
  /** Whether naming the organisation overrides whom the earlier words were about. */
  readonly ownClears: boolean;
  /** Words between two figures for one measure, before the exact one: 突破140亿元，达到148亿元. */
  readonly arrival: RegExp;
  /** Says that figures belong to names by their order, so that none is read by itself. */
  readonly pairs: RegExp;
  /** A year in a title, as a capture group. */
  readonly titleYear: RegExp;
}

/** How a figure relates to the level: a rise or fall by it, or a move to it. */
export type Verb = "rise" | "fall" | "to";

const MOVED_TO = ["增长", "增加", "提高", "提升", "上升", "攀升", "跃升", "扩大", "下降", "减少", "降低", "回落", "压减", "缩小", "收窄"].flatMap((word) => [`${word}到`, `${word}至`, `${word}为`]);

export const VERBS: ReadonlyMap<string, Verb> = new Map<string, Verb>([
  ...[...MOVED_TO, "增到", "增至", "升到", "升至", "降到", "降至", "达到", "突破到", "控制在", "保持在", "稳定在", "维持在", "巩固在", "压降至", "跃上", "降为", "升为", "增为", "变为", "修订为", "核定为", "核实为", "更正为", "调整为", "调整到", "优化为", "优化到", "发展到", "发展为", "拓展到"].map((word) => [word, "to"] as const),
  ...["增长", "增加", "上升", "上涨", "提高", "提升", "增幅", "增速", "涨幅", "增长率", "增长速度", "净增", "增产", "增收", "增"].map((word) => [word, "rise"] as const),
  ...["下降", "减少", "降低", "回落", "下滑", "负增长", "降幅", "下跌", "减产", "减收", "降"].map((word) => [word, "fall"] as const),
]);

/** What may come between a name and its figure without changing what the figure says; 同口径, 名义 and 实际 change what is measured. */
export const GLUE: readonly string[] = [
  "按可比价格计算", "按不变价格计算", "按可比价计算", "按可比价", "可比价", "与上年相比", "与去年相比", "比上年末", "较上年末", "比上年底", "较上年底", "比年初", "较年初", "比上年", "较上年", "比去年", "较去年", "同比",
  "经初步核算", "据初步核算", "初步核算", "据初步统计", "初步统计", "据统计", "经统计", "经核算", "全社会", "全体", "历史性", "接连", "相继", "先后",
  "建议", "要实现", "要完成", "要确保", "要力争", "要达到", "要保持", "将实现", "将达到", "将保持", "完成", "实现", "达成", "达", "为", "是", "共计", "合计", "总计", "共", "预期", "力争", "确保", "目标", "计划", "主要", "其中", "总量", "总额", "数量", "规模", "支出", "发生", "各类", "扶持", "拥有", "数值", "绝对值", "绝对数", "数额", "金额", "实绩", "水平", "实有", "现有", "有效期内", "有效期内的", "金融机构", "仅", "仅为", "只", "只有",
  "首次", "成功", "再次", "一举", "顺利", "圆满", "超额", "持续", "继续", "稳步", "平稳", "大幅", "较快", "快速", "保持", "稳定", "高达", "大关", "辖内", "按时", "足额", "发放", "推动", "带动", "促进", "拉动", "有望", "争取", "努力", "逆势",
  "位列", "位居", "名列", "排名", "跻身", "列", "居", "排", "在", "中", "了", "的", "已", "也", "仍", "并",
];

/** What was done to as many as the figure says, right before the name: 改造老旧小区17个. 新建 alone is only a part of 新建和改造. */
export const DOING: readonly string[] = ["实施", "改造", "新改建", "新建改造", "新建和改造", "新建和改造提升", "改扩建", "开行", "接待", "举办", "开展", "发放", "组织实施", "实施改造"];
/** May stand between the two. */
export const DONE_TO: readonly string[] = ["国内外", "海内外", "各类", "城镇", "省级", "市级"];

/** The reporting year as a whole. */
export const WHOLE_YEAR: readonly string[] = ["全年", "刚刚过去的一年", "过去的一年", "过去一年", "一年来"];

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
const YEARS = `(?<![〇${HAN}\\d])(?:(?!一年)[${HAN}]+|\\d{1,2})个?年`;
/** Several years at once: 五年来, 过去三年, “十四五”期间, 党的十八大以来. The first digit tells how many, where one does. */
export const SEVERAL = `(?<![由从\\d])(?:19|20)\\d{2}[—–\\-~～至](?:19|20)\\d{2}年|${YEARS}(?:以来|来|间|内|多|里|累计|共(?=[完实投]))|(?<!连续)${YEARS}(?=净增|提高|提升|增加|减少|下降|年均)|(?:刚刚)?(?:过去|这|近|前)的?(?!一年)${YEARS}|“?十[一二三四五六]五”?(?:时期|期间|以来|五年)|(?<![去今]年|年初|一年)以来|期间|[本上]届|任期`;
/** A part of a year, or a year that no row may be meant by: figures behind it are about that time. */
export const ELSEWHEN = `(?:\\d{4}年)?(?:今年|去年|上年)?(?:上半年|下半年|[前第]?[一二三四]个?季度|前?\\d{1,2}(?:[-—–~～至]\\d{1,2})?个?月(?!末|底)?)|“?十[一二三四五六]五”?末|[期届]末|(?:今后|未来)的?(?:[${HAN}]+|\\d{1,2})年|明年|本年(?!度)|前年|往年|历年|同期|上年|年初|年中|截[至止](?:\\d{4}年)?`;
/** Averages and shares: the figure behind them is not the indicator's. */
const AVERAGES = "年均|平均|每|占|翻[一两]番|比重";

/** Assigns the figures that follow to the names before, in order. */
export const RESPECTIVELY = "分别";

/** A district, a body or a group of things, as the subject of a clause. 城市 and 社区治理 are none. */
const PLACE = "(?:^|[，,；;：:、。（(])(?:其中)?(?:全国|全[省市区县州]|(?!.{0,6}(?:城市|城区|城乡|乡村|农村|城镇|地区|园区|社区|小区|景区|市场|全|各|我|本))(?!以|在|对|从|为|向|把|将|让|使|推|加快|支持|围绕|聚焦|坚持|深化|促进|打造|建成|建设|完成|实施|启动|引导|培育|优化|提升|统筹|落实|开展|争创|创建|成为|获评|入选|荣获|作为|全力|持续|扎实|积极|通过|根据|按照|随着|我们)\\p{Script=Han}{1,7}?(?:省|自治区|自治州|市|州|盟|区|县|旗|镇|乡|村|街道|园|新城)(?=[，,：:、]|$|实现|完成|达到|全年|经济|预计|累计|规上|规模|地区|人均|的|加快|加速|持续|稳步|扎实|坚持|推进|大力|积极|深入|聚焦|着力))";
const GROUP = "(?:^|[，,；;：:、。])\\p{Script=Han}{1,8}(?:方面|领域|行业|系统|板块|口径|部门)(?=[，,：:]|$)|(?:公司|企业|集团)(?:实现|完成|产值|营收)";

export const CHINESE: Lexicon = {
  sentences: /[^。！？\n]+/g,
  elsewhere: /(?!)/,
  reasons: /(?!)/,
  otherTimes: new RegExp(`${SEVERAL}|${ELSEWHEN}|${AVERAGES}|今年|去年|累计|当年|(?<!\\d{4})年末`),
  severalYears: new RegExp(`${SEVERAL}|${YEARS}[，,]|十[一二三四五六]五`),
  planned: /目标|力争|预期|计划|确保|争取|拟|将/,
  plannedTitle: /目标|预期/,
  reached: /(?<![为要能将])(?:好于|高于|低于|优于|超过|超出|快于|符合|(?:超额|圆满|顺利|全面|提前|较好)(?:完成|实现)(?:了)?|(?:完成|实现)了|控制在)(?:(?!目标|预期|计划|任务)\p{Script=Han}){0,6}(?:预期目标|目标任务|目标|预期|计划|任务)/gu,
  measured: /^(?:的(?!(?:较低|较高|较好|合理|中高|高|低|良好|历史)?(?:水平|区间|增速|速度|增长|涨幅|降幅))|及以[上下]|企业|公司|项目|单位|集群|户|家|以上|以下|之间|需要|需|大约|约|带动|可|能|才|就|年度|任务|目标|底线|要求|缺口)/,
  others: new RegExp(`${PLACE}|${GROUP}`, "u"),
  announces: /目标|指标|任务|情况|数据|预期|如下|成绩|有[：:]/,
  ownClears: true,
  arrival: /^(?:达|达到|高达|为|完成|实现)$/,
  // 分别 is a token of its own.
  pairs: /(?!)/,
  titleYear: /(?<![\d.,])((?:19|20)\d{2})(?=\s?年|\s*(?:工作|回顾|总结|重点|[—–~～至-]\s*(?:19|20)\d{2})|\s*$)/gm,
};
