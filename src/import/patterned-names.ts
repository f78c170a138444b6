/** Names that stand in patterns of their own: what an industry has made, ratios, prices, shares, contributions. */
import type { Candidate } from "./candidate.ts";
import { beginOfName, STOP } from "./clean-name.ts";
import { findLiterals } from "./literals.ts";

/** Every name of such a pattern in a text. */
export function patternedNames(text: string): Candidate[] {
  return [...producedIn(text), ...ratiosIn(text), ...pricesIn(text), ...bracketedIn(text), ...sectorsIn(text), ...contributionsIn(text), ...weightsIn(text), ...sharesIn(text)];
}

/** 装备制造业实现产值428亿元: whose it is stands before the verb. The reader of sentences joins the two. */
const PRODUCED = /(?<=^|[，。；：\n]|全年|其中)((?!\d)[\p{Script=Han}]{2,14}?(?:业|企业|产业链|产业|集群|园区|产业园|基地|人员|劳动力|毕业生|治理|基础设施|公路|铁路|水利|交通))(?:累计|共|预计|全年)?(?:实现|完成)(总产值|工业总产值|产值|增加值|营业收入|主营业务收入|利润总额|利润|投资|销售收入|零售额|税收|进出口额|出口额|再就业|就业)(?=(?:约|近|超过?|突破|达到?)?\d)/gu;

function producedIn(text: string): Candidate[] {
  return [...text.matchAll(PRODUCED), ...text.matchAll(MADE)].flatMap(({ 1: subject = "", 2: head = "", index, 0: { length } }) => {
    const start = Math.max(0, ...[...subject.matchAll(STOP)].map((match) => match.index + match[0].length));
    const unit = findLiterals(text.slice(index + length, index + length + 24))[0]?.unit ?? null;
    const name = `${subject.slice(start)}${head}`;
    return subject.length - start < 3 ? [] : [{ name, start: index + start, unit, rank: false }];
  });
}

/** 工程机械实现产值1800亿元: a thing that is made, not a place. */
const MADE = /(?<=^|[，。；：\n])(?!\d)([\p{Script=Han}]{2,8})(?<![省市县区镇乡村州旗盟街道业们后])(?:实现|完成)(总产值|产值)(?=(?:约|近|超过?|突破|达到?)?\d)/gu;

/** 三次产业结构由13.2∶40.5∶46.3调整为10.9∶41.7∶47.4, 城乡收入比由2.18缩小到1.97: figures without a unit. */
const RATIO = /((?:三次产业|一二三产业?)(?:增加值)?的?(?:结构|比例|比重|占比|比)?(?:比例|比)?|[\p{Script=Han}]{0,6}收入(?:倍差|比值?)|[\p{Script=Han}]{2,8}系数|[\p{Script=Han}]{0,6}性别比)\s*(?:（[^（）]{0,20}）)?(?:由(?:上年的|(?:19|20)\d{2}年的)?[\d.∶:：︰]+)?(?:的)?(?:调整|优化|演变|缩小|下降|扩大|降|改善)?(?:为|到|至|是|达)?(?=\d+(?:\.\d+)?(?:[∶:：︰]\d|(?=[，。；、缩]|$)))/gu;

function ratiosIn(text: string): Candidate[] {
  return [...text.matchAll(RATIO)].flatMap(({ 1: word = "", index }) => {
    const start = /^三次|^一二三/.test(word) ? 0 : Math.max(0, ...[...word.matchAll(STOP)].map((match) => match.index + match[0].length));
    return word.length - start < 3 ? [] : [{ name: word.slice(start), start: index + start, unit: null, rank: false }];
  });
}

/** 生活用品和服务价格、医疗保健价格…分别上涨: the price of each. */
const PRICES = /(?<=^|[，。；：、])[\p{Script=Han}]{2,14}?价格(?=[、和]|(?:同比|比上年)?(?:分别)?(?:上涨|下降|下跌))/gu;

function pricesIn(text: string): Candidate[] {
  return [...text.matchAll(PRICES)].flatMap(({ 0: name, index }) => (/^(?:其中|全年|居民|全[国省市区县州])/.test(name) ? [] : [{ name, start: index, unit: null, rank: false }]));
}

/** 占总人口比重（常住人口城镇化率）为50.68%: the bracket names it. */
const BRACKETED = /（([\p{Script=Han}]{3,14}率)）(?:为|达到?|提高到)?(?=\d[\d.]*%)/gu;

function bracketedIn(text: string): Candidate[] {
  return [...text.matchAll(BRACKETED)].map(({ 1: name = "", index }) => ({ name, start: index + 1, unit: "%", rank: false }));
}

/** 三次产业对GDP增长的贡献率分别为13.3%、40.4%和46.3% names three. */
const OF_SECTORS = /(?:三次产业|一二三产业|第?一、二、三产业|第一、第二、第三产业)(?<end>[\p{Script=Han}A-Za-z]{2,14})分别(?=\D{0,6}\d[\d.]*(?<unit>%|[万亿]*元)?)/gu;

function sectorsIn(text: string): Candidate[] {
  return [...text.matchAll(OF_SECTORS)].flatMap(({ index, groups }) => {
    const end = (groups?.["end"] ?? "").replace(/(?:同比|比上年)?(?:增长|下降|增速|拉动)*$/, "");
    const unit = end === groups?.["end"] ? (groups["unit"] ?? null) : null;
    return end.length < 2 ? [] : ["第一产业", "第二产业", "第三产业"].map((sector) => ({ name: `${sector}${end}`, start: index, unit, rank: false }));
  });
}

/** 工业对全省经济增长的贡献率: both sides of 对 belong to the name. */
const CONTRIBUTION = /(?<=^|[，。；：、\n])([\p{Script=Han}]{2,14}?)对([\p{Script=Han}A-Za-z]{2,14}?)的?贡献[率度](?=(?:达到?|为|提高到|超过?|约|近)*\d)/gu;

function contributionsIn(text: string): Candidate[] {
  return [...text.matchAll(CONTRIBUTION)].flatMap(({ 0: all, 1: part = "", index }) => {
    const start = beginOfName(part, "");
    return part.length - start < 2 ? [] : [{ name: all.slice(start), start: index + start, unit: "%", rank: false }];
  });
}

const SHARE = /(?<![\d岁—–~-])((?:\d{1,3}(?:[—–~-]\d{1,3})?周?岁)?[\p{Script=Han}A-Za-z&]{2,24}?)(?:已|约|均|共)?(占(?!比)|相当于)((?:(?!比重|比例|份额|分别)[\p{Script=Han}A-Za-z]){2,18}?)(?:的?(比重|比例|份额)|的?(?=(?:达到?|约|近|超过?)?\d[\d.]*%))(?=(?<=比重|比例|份额)[、和与]|(?:分别|提高|提升|上升|下降|达到?|为|约|近|超过?|增加|稳定|保持|到|至|在|的)*\d)/gu;

/** 民生支出占一般公共预算支出比重 is one name. */
function sharesIn(text: string): Candidate[] {
  return [...text.matchAll(SHARE)].flatMap(({ 0: all, 1: part = "", 2: joint = "占", 3: whole = "", 4: word = "比重", index }) => {
    const start = Math.max(0, ...[...part.matchAll(STOP)].map((match) => match.index + match[0].length));
    const own = part.slice(start);
    const name = `${own}${joint}${whole}${word}`;
    // The wording with 的 is an alias, so that the reader of sentences finds it.
    const written = text.slice(index + start, index + all.length);
    return own.length < 2 || /^(?:合计|共计|总计|其中)/.test(own) ? [] : [name, written].map((one) => ({ name: one, start: index + start, unit: "%", rank: false, share: name }));
  });
}

/** 服务业在全区经济中的比重: both sides of 在 belong to the name. */
const WEIGHT = /(?<=^|[，。；：、\n])([\p{Script=Han}]{2,14}?)在(?:[\p{Script=Han}A-Z]{2,14}?)中的?(?:所占)?(?:比重|占比|比例)(?=(?:比上年|较上年|同比|达到?|为|提高|上升|下降|到|至)*\d)/gu;

function weightsIn(text: string): Candidate[] {
  return [...text.matchAll(WEIGHT)].flatMap(({ 0: all, 1: part = "", index }) => {
    const start = beginOfName(part, "");
    return part.length - start < 2 ? [] : [{ name: all.slice(start), start: index + start, unit: "%", rank: false }];
  });
}
