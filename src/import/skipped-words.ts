/** Words that say neither whose a figure is nor of which time: blanks stand for them, so that every offset stays. */
import { blank } from "./insertions.ts";

/** What a growth is measured in: 同口径, 按不变价格计算, 剔除…因素后. */
const MEASURED_IN = "(?:按)?(?:同|可比)口径(?:计算)?(?=增|下降|减|上升)|按(?:上年|去年|(?:19|20)\\d{2}年)?(?:不变|可比)价格?计算，?|按[^，。；、\\d]{2,10}(?:计算|统计)的?，?|(?:剔除|扣除)[^，。；、\\d]{2,16}因素(?:影响)?(?:后|，)(?=(?:同比|同口径|比上年)?(?:增长|下降))|(?:剔除|扣除)自然因素(?:影响)?后";
/** What was passed on the way. */
const PASSED = "(?:连|接连|连续|先后|相继)(?:跨|跃|上|迈|过)[^，。；\\d]{2,14}(?:台阶|大关|关口)[、，]|(?:首次|一举|成功)*突破[百千万]*亿元大关[、，]|(?<=结构)(?:进一步|持续|不断)*优化[、，]";
/** By what the kinds of a whole are told apart: 分产业看，. */
const DIVIDED = "(?<=^|[，。；：\\n])(?:分|从|按)[\\p{Script=Han}]{2,10}?(?:看|来看|分)(?=[，：])";
/** The mark of a footnote before a figure. */
const FOOTNOTE = "(?<=[\\p{Script=Han}）])\\[\\d{1,2}\\](?=\\d)";
/** What a paragraph is about, before its first sentence: 国民经济 in 国民经济全年实现地区生产总值. A place or a body would say whose the figures are. */
const TOPIC = "(?<=^|\\n)[\\p{Script=Han}]{2,6}(?<![省市县区州盟旗镇乡村园港局]|企业|公司|集团)(?=(?:\\d{4}年)?(?:全年|年末)(?!.{0,3}[度计]))";
/** 预计 before the growth of the year that a report of its last days is about. */
const EXPECTED = "预计(?=(?:同比|比上年)?(?:增长|下降)\\d|(?:可?达到?|突破|超过?)\\d)";
/** 完成预算的107.1%: how much of a plan, which is no figure of the thing. */
const OF_PLAN = "(?:完成|为|占)(?:年初|年度|全年|调整|当年)?(?:预算|计划|任务|目标)(?:数|任务|目标)*的?\\d[\\d.]*%(?=[，。；、）])";
/** The whole area in words of its own. */
const WHOLE_AREA = "全[疆藏域港](?!性)";
/** 全年可完成投资3亿元: expected like 预计. */
const CAN = "可(?=(?:实现|完成|达到?)(?!后))";
const SKIPPED = new RegExp([CAN, WHOLE_AREA, MEASURED_IN, EXPECTED, OF_PLAN, PASSED, DIVIDED, FOOTNOTE, TOPIC].join("|"), "gu");

export function skipWords(text: string): string {
  return blank(text, SKIPPED);
}
