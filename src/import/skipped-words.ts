/** Words that say neither whose a figure is nor of which time: blanks stand for them, so that every offset stays. */
import { blank } from "./insertions.ts";

/** What a growth is measured in: 同口径, 按不变价格计算, 剔除…因素后. */
const MEASURED_IN = "(?:按)?(?:同|可比)口径(?:计算)?(?=分别|增|下降|减|上升)|按(?:上年|去年|(?:19|20)\\d{2}年)?(?:不变|可比)价格?计算，?|按[^，。；、\\d]{2,10}(?:计算|统计)的?，?|(?:剔除|扣除)[^，。；、\\d]{2,16}因素(?:影响)?(?:后|，)?(?=(?:同比|同口径|比上年)?(?:增长|下降))|(?:剔除|扣除)自然因素(?:影响)?后";
/** What was passed on the way. */
const PASSED = "(?:连|接连|连续|先后|相继)(?:跨|跃|上|迈|过)[^，。；\\d]{2,14}(?:台阶|大关|关口)[、，]|(?:首次|一举|成功)*突破[百千万]*亿元大关[、，]|(?<=结构)(?:进一步|持续|不断)*优化[、，]|(?:首次|一举|成功)*(?:跨越|跨过|迈过|越过|站上|突破)(?:\\d[\\d.]*|[百千万])*[万亿]+元?(?:大关|台阶)?[、，](?=达到?\\d)|(?:增速|增幅)?(?:由负转正|止跌回升|由降转升)[、，](?=增长\\d)";
/** By what the kinds of a whole are told apart: 分产业看，. */
const DIVIDED = "(?<=^|[，。；：\\n])(?:分|从|按)[\\p{Script=Han}]{2,10}?(?:看|来看|分)(?=[，：])";
/** The mark of a footnote before a figure. */
const FOOTNOTE = "(?<=[\\p{Script=Han}）])\\[\\d{1,2}\\](?=\\d)";
/** What a paragraph is about, before its first sentence: 国民经济 in 国民经济全年实现地区生产总值. A place or a body would say whose the figures are. */
const TOPIC = "(?<=^|\\n)[\\p{Script=Han}]{2,6}(?<![省市县区州盟旗镇乡村园港局]|企业|公司|集团)(?=(?:\\d{4}年)?(?:全年|年末)(?!.{0,3}[度计]))";
/** 预计 before the growth of the year that a report of its last days is about. */
const EXPECTED = "预计(?=(?:同比|比上年)?(?:增长|下降)\\d|(?:可?达到?|突破|超过?)\\d)";
/** 完成预算的107.1%: how much of a plan, which is no figure of the thing. */
const OF_PLAN = "超额完成[^，。；\\d]{0,10}\\d[\\d.]*[万亿]*元，(?=(?:同比|比上年)?(?:增长|下降))|(?:年初|年度|全年|调整|当年)?(?:预算|任务|计划)数?\\d[\\d.]*[万亿]*元?，(?=(?:年初|调整)预算|实际|完成|实现|支出)|(?:完成|为|占)(?:年初|年度|全年|调整|当年)?(?:预算|计划|任务|目标)(?:数|任务|目标)*的?\\d[\\d.]*%(?=[，。；、）])";
/** 增速为35年来首次, 创20年来新高: since when, and of no figure. */
const SINCE_WHEN = "(?:(?:均|分别|也)?(?:为|是|系|创下?|创造))?(?:近|自|过去)?(?:(?:19|20)?\\d+年(?:以来|来)?、?)+的?(?:首次|第一次|新高|新低|最[高低好快大小](?:水平|值)?)";
/** （人民币口径，下同）: what all figures of a name are reckoned in. */
const RECKONED = "（[^（）\\d]{0,14}(?:口径|下同)[^（）\\d]{0,4}）";
/** 居全省第4位，增长1.5%: a place between two figures of one thing, which is read by itself. */
const PLACED = "(?<=\\d(?:[%％]|[\\p{Script=Han}]{1,4})[，、])(?:继续|稳|跃|仍|均|分别)*(?:居|位居|位列|列|排名?)(?:全[国省市区州县]|[中东西]部)第\\d{1,3}[位名]?(?=[，、](?:同比|比上年|较上年)?(?:增长|下降|提高)\\d)";
/** 在民生方面，: about what the sentence is. */
const MATTER = "(?<=^|[。；\\n])(?:在)?[\\p{Script=Han}“”]{1,8}方面，|来自[\\p{Script=Han}]{2,4}的(?=[\\p{Script=Han}]{2,8}(?:收入|投资|税收))";
/** 人均GDP达10.48万元，按平均汇率折算为1.69万美元，: the same in another money. */
const CHANGED = "(?<=\\d[^，。；]{0,5}[，、])按[^，。；\\d]{0,8}汇率(?:折算|计算|换算)(?:约?[为合]|达到?)?约?\\d[\\d.]*[万亿]*美元，";
/** 全员劳动生产率每人9.6万元: the name says so. */
const EACH = "(?<=生产率)(?:每人|人均)(?=\\d)";
/** 城市竞争力居全国第67位: a name of which a place is told. */
const OF_ALL = "(?<=(?:竞争力|指数|水平|能力|满意度|实力|得分)[位名稳]?[居列])全[国省市区州县](?=第\\d{1,3}位)";
/** 与上年增长20%, written for 比上年. */
const AGAINST = "与(?:上年|去年)(?:同期)?(?=(?:增长|上升|增加|下降|减少|提高)了?\\d)";
/** 在地区生产总值中，: of what the kinds behind it are. */
const WITHIN = "(?<=^|[，。；\\n])在[^，。；\\d]{2,16}中，(?=[^。]{0,40}\\d)";
/** The whole area in words of its own. */
const WHOLE_AREA = "全[疆藏域港](?!性)";
/** 全年可完成投资3亿元: expected like 预计. */
const CAN = "可(?=(?:实现|完成|达到?)(?!后))";
/** 地区生产总值（GDP）346亿元: the short form of the name before it. */
const SHORT_FORM = "（[A-Za-z][A-Za-z&\\d]{1,9}）(?=完成|达到?|为|约|实现|首次|突破|增长|\\d)";
/** 具有资质等级的建筑业企业完成建筑业总产值: who has made it, where its name says so. */
const MAKERS = "(?:具有[^，。；\\d]{0,14}资质[^，。；\\d]{0,14}?)?(?<=[，。；全年区县市省州\\n ]|^|[的级])建筑(?:业|施工)?企业(?:共)?(?=(?:完成|实现)建筑业)|具有[^，。；\\d]{0,14}资质[^，。；\\d]{0,20}企业(?:共)?(?=(?:完成|实现)建筑业)";
/** 进出口总额再创新高，达到18.6亿元: how it went, before how much. */
const HOW_IT_WENT =
  "(?<=\\p{Script=Han})(?:(?:增势|势头|态势|走势|表现|增长|运行|形势)(?:持续|总体|依然)?(?:强劲|良好|向好|平稳|迅猛|喜人|亮眼|稳健|较好|稳定)|[再屡又续首]?创(?:历史|近年)?新高|(?:实现|迎来)?(?:逆势|持续|稳步|总体|保持|稳中|企稳|加快|快速|较快|大幅|强劲|平稳|稳定|强势|明显|止跌|触底)+(?:上扬|增长|回升|向好|攀升|提升|提高|回暖|平稳|稳定|有升|有进|恢复|扩大|反弹|好转))，(?:总额|总量|总?规模)?(?=(?:同比|比上年|较上年)?(?:增长|上涨|下降|达到?|为|完成|实现|突破|超过?)[了约近]?\\d)";
/** 一年提高1.2个百分点: in the year that the report is about. */
const IN_A_YEAR = "(?<=[，、])一年(?=(?:提高|提升|上升|下降|增加)了?\\d)";
const SKIPPED = new RegExp([IN_A_YEAR, HOW_IT_WENT, MATTER, CHANGED, EACH, OF_ALL, AGAINST, WITHIN, PLACED, SINCE_WHEN, RECKONED, SHORT_FORM, MAKERS, CAN, WHOLE_AREA, MEASURED_IN, EXPECTED, OF_PLAN, PASSED, DIVIDED, FOOTNOTE, TOPIC].join("|"), "gu");

/** 比去年同期增长: the year before, where nothing speaks of a part of a year. */
const SAME_TIME = /(?<=[比较与](?:去年|上年))同期/g;

export function skipWords(text: string): string {
  const skipped = blank(text, SKIPPED);
  return /上半年|季度|\d个?月/.test(text) ? skipped : blank(skipped, SAME_TIME);
}
