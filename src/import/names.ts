/** The names of indicators that a report uses, found in its own sentences: the words before a figure that end like an indicator's name. */
import { INDUSTRIES } from "./industries.ts";
import { HEAD_NOUNS, KNOWN_INDICATORS, RANK_NOUNS } from "./known-indicators.ts";
import { findLiterals, type Literal } from "./literals.ts";

/** A name with what it was seen with. */
export interface Candidate {
  readonly name: string;
  readonly start: number;
  /** The unit of its level as written; null where only a growth was seen. */
  readonly unit: string | null;
  readonly rank: boolean;
  /** The name without 的 where the text has a share with it: both are one indicator. */
  readonly share?: string;
}

const KNOWN = new Set(KNOWN_INDICATORS.flatMap(({ names }) => names));
const HEADS = HEAD_NOUNS.toSorted((a, b) => b.length - a.length);

const RISES = "增长|增加|上升|上涨|提高|提升|增幅|增速|涨幅|净增|增产|增收|增|扩大";
const FALLS = "下降|减少|降低|回落|下滑|负增长|降幅|下跌|减产|减收|降|缩小|收窄";
/** Words between a name and its figure. */
const BETWEEN = new RegExp(
  `(?:(?<moved>(?:${RISES}|${FALLS})(?!值))(?<to>到|至|为)?|(?<reached>达到|达|突破|超过|完成|实现|保持在|稳定在|控制在|维持在)|按可比价格?计算|按不变价格?计算|与上年相比|[比较](?:上年末?|去年|年初|上年底)|同比|名义|实际|分别|累计|预计|预期|力争|跨过|共计|合计|总计|均|为|是|了|已|约|近|超|的?首次|再次|一举|成功|大幅|较快|快速|稳步|继续|持续|高达|有望|年均|平均|逆势|位列|位居|名列|排名|跻身|排|列|居|第|[由从](?:(?:(?:19|20)\\d{2}|上)年(?:度)?的?)?|在|中|以|总计|达成|跃升|攀升|增至|升至|升到|降至|降到|提升至|提高至|提高到|增加到|增加至|扩大到|跃上|迈上|[\\s（(])+$`,
);
const SCOPE = "(?:全|我|本)[省市县区镇乡州旗盟]";
/** What a name may follow, but never hold. */
const STOP = new RegExp(
  `(?:19|20)\\d{2}年(?:度|末|底)?|[一二]〇[〇一二三四五六七八九]{2}年|全年|去年|今年|当年|上年|年末|年底|上半年|下半年|[一二三四]季度|“?十[一二三四五六]五”?(?:时期|期间|末|以来)?|[三四五]年[来间]?|${SCOPE}|完成|实现|达到|预计|初步核算|其中|同比|累计|带动|推动|拉动|促进|保持(?![率力量])|确保|力争|推进|支持|使得|让|有效带动|全部(?!工业)|经济运行|[的了将把]|并|由|从|在(?![校职建册岗外])`,
  "g",
);
const LONGEST_NAME = 30;
/** Ends of names that are names by themselves. */
const ALONE = /^(?:发电量|用电量|货运量|客运量|吞吐量|失业率|增值税|营业税|房产税|消费税|契税)$/;

/** Every name in a text that a figure follows. `organisation` and the places it governs are no part of a name. */
export function findCandidates(text: string, organisation: string): Candidate[] {
  const literals = findLiterals(text);
  return [...literals.flatMap((literal, index) => candidatesBefore(text, literal, literals[index - 1]?.end ?? 0, exactUnit(text, literal, literals[index + 1]), organisation)), ...sharesIn(text), ...producedIn(text), ...ratiosIn(text), ...pricesIn(text), ...bracketedIn(text), ...sectorsIn(text), ...contributionsIn(text)];
}

/** The words from the last mark up to a figure. */
function candidatesBefore(text: string, literal: Literal, after: number, levelUnit: string, organisation: string): Candidate[] {
  const from = Math.max(lastMark(text, literal.start), after);
  const chunk = text.slice(from, literal.start).replace(/（[^（）]*）(?=[^（）]*$)/, (aside) => "（".repeat(aside.length));
  // 居民消费价格涨幅2% names a level, though 涨幅 is a verb's word elsewhere.
  const between = endsLikeLevel(chunk) ? null : BETWEEN.exec(chunk);
  const stem = (between === null ? chunk : chunk.slice(0, between.index)).replace(/（+$/, "");
  if (stem === "") return [];
  const moved = between?.groups?.["moved"] !== undefined && between.groups["to"] === undefined && !/[到至]$/.test(between[0]);
  const growth = moved || (literal.unit === "%" && /年均|同比/.test(between?.[0] ?? ""));
  const unit = literal.rank ? null : growth ? unitOfChange(literal.unit, stem) : levelUnit;
  const members = membersOf(stem);
  return members.flatMap(({ word, at }) => {
    const cleaned = cleanName(word, organisation, literal.rank) ?? (members.length === 1 && isIndicator() ? openName(word, organisation) : null);
    return cleaned === null ? [] : [{ name: cleaned.name, start: from + at + cleaned.at, unit, rank: literal.rank }];
  });

  function isIndicator(): boolean {
    if (growth) return literal.unit === "%" && GROWS_ALONE.test(stem) && !/其中|看[，：]/.test(text.slice(Math.max(literal.start - 200, text.lastIndexOf("。", literal.start) + 1), literal.start));
    return !/完成|实现/.test(between?.[0] ?? "") && TOLD_TO_GROW.test(text.slice(literal.end));
  }
}

/** 出栏生猪116万头，比上年增长4.9%: what has a growth is an indicator, whatever its last word is. */
const TOLD_TO_GROW = /^(?:，|、|（)?(?:同比|[比较](?:上年|去年)(?:同期|末)?|同口径)?(?:增长|下降|增加|减少|提高|增幅)(?:了|达|为)?\d/;
/** 资本市场融资增长41.3%: nothing but a thing stands before the growth. A kind of a whole would lack the end of its name. */
const GROWS_ALONE = /^(?!同比|比|较|按|剔除|扣除|高于|占|增|拉动|带动|贡献|其中|预计|力争|确保|推动|支持|保持|消费|经济|收入)(?!.*[的了我们将把并让使由从在对与和及是为])[\p{Script=Han}A-Za-z]{4,12}(?<![后业类区县市镇乡村品司团期间年月度者])$/u;
const LONGEST_OPEN_NAME = 14;

/** The name that no known end shows: all words from the last that no name holds. */
function openName(words: string, organisation: string): { readonly name: string; readonly at: number } | null {
  const at = beginOfName(words, organisation);
  const name = words.slice(at);
  return name.length < 3 || name.length > LONGEST_OPEN_NAME || !/^[\p{Script=Han}A-Za-z]+$/u.test(name) || /^(?:每|达|超|约|近|占|[一二两三四五六七八九十几]+[项个类大家种])|(?:投资|投资额|资金|指标|任务|以上|每年)$/.test(name) ? null : { name, at };
}

/** 突破2万元、达到20793元: the exact figure shows the unit. */
function exactUnit(text: string, { end, unit }: Literal, next: Literal | undefined): string {
  return next !== undefined && /^[、，](?:高?达到?|为)$/.test(text.slice(end, next.start)) ? next.unit : unit;
}

/** A change in 万千瓦 is one of a level in 万千瓦, one in points is one of a rate. */
function unitOfChange(written: string, stem: string): string | null {
  if (written === "个百分点") return /(?:率|比例|比重|占比|强度)$/.test(stem) ? "%" : null;
  return /^(?:%|％|‰|倍)$/.test(written) ? null : written;
}

const WITH_EXAMPLES = /[、和].*(?:等|[两三四五六七八九十]大)\p{Script=Han}{2,}$/u;

interface Member {
  readonly word: string;
  readonly at: number;
}

/** The names of a list; 信息传输和软件业增加值 is one name, since a list has a name's end before each joint. */
function membersOf(list: string): Member[] {
  const industry = INDUSTRIES.find((name) => list.includes(name));
  // 计算机通信、航空航天制造等新兴产业税收 is one thing with examples of it.
  if (industry !== undefined || WITH_EXAMPLES.test(list)) return [{ word: list, at: 0 }];
  const found: Member[] = [];
  let at = 0;
  for (const part of list.split(/(?<=[、和与]|(?<!普)及)/)) {
    found.push({ word: part.replace(/[、和与及]$/, ""), at });
    at += part.length;
  }
  const lone = found.some(({ word }, index) => index < found.length - 1 && !endsLikeName(word));
  return lone ? [{ word: list, at: 0 }, ...found.slice(-1)] : found;
}

/** An ordinal in brackets, without its end: （七. */
const ORDINAL = /(?:^|[。；\n])[（(][一二三四五六七八九十\d]{1,3}$/;

function lastMark(text: string, before: number): number {
  let depth = 0;
  for (let at = before - 1; at >= 0; at--) {
    const sign = text.charAt(at);
    // What is quoted inside a name belongs to it: 共建“一带一路”国家进出口.
    if (sign === "）" && ORDINAL.test(text.slice(0, at))) return at + 1;
    if (sign === "）" || sign === "”") depth += 1;
    else if (sign === "（" || sign === "“") {
      if (depth === 0) return at + 1;
      depth -= 1;
    } else if (depth === 0 && /[，,；;。！？：:\n]/.test(sign)) return at + 1;
  }
  return 0;
}

/** Names that say themselves that they count growth. */
const GROWTH_NAMES = [...KNOWN].filter((name) => /[涨增]幅$/.test(name));

function endsLikeLevel(chunk: string): boolean {
  return GROWTH_NAMES.some((name) => chunk.endsWith(name));
}

function endsLikeName(word: string): boolean {
  return KNOWN.has(word) || HEADS.some((head) => word.endsWith(head));
}

/** Behind the last of the words that a name may follow, but never hold. */
function beginOfName(words: string, organisation: string): number {
  let at = 0;
  for (const match of words.matchAll(STOP)) if (match.index + match[0].length < words.length) at = match.index + match[0].length;
  if (organisation !== "" && words.slice(at).startsWith(organisation)) at += organisation.length;
  return at + /^(?:[\s、，和与及]|“(?![^“]*”))*/.exec(words.slice(at))![0].length;
}

/** 海铁联运量: what counts an amount; 质量 and 力量 count none. */
const AMOUNT = /[\p{Script=Han}]{2}(?<![质力能重体含数大])量$/u;

/** 中欧班列全年开行量, 城镇累计新增就业: what stands before the time belongs to the name. */
const OWN_TIME = new RegExp(`(?!${SCOPE})(?<![\\d年])[\\p{Script=Han}]{2}(?:全年|累计)$`, "u");

/** The name at the end of some words; null where they end in none. */
export function cleanName(words: string, organisation: string, rank: boolean): { readonly name: string; readonly at: number } | null {
  const at = beginOfName(words, organisation);
  const name = words.slice(at);
  if (OWN_TIME.test(words.slice(0, at)) && !KNOWN.has(name)) return null;
  if (name.length < 2 || name.length > LONGEST_NAME || !/^(?:[\p{Script=Han}A-Za-z\d.&·—-]|“[\p{Script=Han}A-Za-z\d+]{2,8}”)+$/u.test(WITH_EXAMPLES.test(name) || INDUSTRIES.some((one) => name.startsWith(one)) ? name.replaceAll("、", "") : name) || /^(?:[\d占]|(?:合计|共计|总计)占)/.test(name)) return null;
  // The investment of projects is no indicator.
  if (/^(?:计划|项目|协议)?(?:总投资|总投资额|投资额|投资总额)$|^(?:年初|年度|全年)?(?:预算数?|计划数?|任务数?|目标数?)$/.test(name)) return null;
  // A share without its noun is read by its own words.
  if (/.占(?!比|地)/.test(name) && !/(?:比重|比例|份额)$/.test(name)) return null;
  if (rank) return RANK_NOUNS.test(name) ? { name, at } : null;
  if (KNOWN.has(name)) return { name, at };
  const head = HEADS.find((one) => name.endsWith(one)) ?? (AMOUNT.test(name) ? "量" : undefined);
  return head === undefined || (head === name && !ALONE.test(name)) ? null : { name, at };
}

/** 装备制造业实现产值428亿元: whose it is stands before the verb. The reader of sentences joins the two. */
const PRODUCED = /(?<=^|[，。；：\n]|全年|其中)((?!\d)[\p{Script=Han}]{2,14}?(?:业|企业|产业链|产业|集群|园区|产业园|基地|人员|劳动力|毕业生))(?:累计|共|预计|全年)?(?:实现|完成)(总产值|工业总产值|产值|增加值|营业收入|主营业务收入|利润总额|利润|投资|销售收入|零售额|税收|进出口额|出口额|再就业|就业)(?=(?:约|近|超过?|突破|达到?)?\d)/gu;

function producedIn(text: string): Candidate[] {
  return [...text.matchAll(PRODUCED)].flatMap(({ 1: subject = "", 2: head = "", index, 0: { length } }) => {
    const start = Math.max(0, ...[...subject.matchAll(STOP)].map((match) => match.index + match[0].length));
    const unit = findLiterals(text.slice(index + length, index + length + 24))[0]?.unit ?? null;
    const name = `${subject.slice(start)}${head}`;
    return subject.length - start < 3 ? [] : [{ name, start: index + start, unit, rank: false }];
  });
}

/** 三次产业结构由13.2∶40.5∶46.3调整为10.9∶41.7∶47.4, 城乡收入比由2.18缩小到1.97: figures without a unit. */
const RATIO = /((?:三次产业|一二三产业?)(?:增加值)?的?(?:结构|比例|比重|占比|比)?(?:比例|比)?|[\p{Script=Han}]{0,6}收入(?:倍差|比值?)|[\p{Script=Han}]{2,8}系数)\s*(?:由(?:上年的|(?:19|20)\d{2}年的)?[\d.∶:：︰]+)?(?:的)?(?:调整|优化|演变|缩小|下降|扩大|降|改善)?(?:为|到|至|是|达)?(?=\d+(?:\.\d+)?(?:[∶:：︰]\d|(?=[，。；、缩]|$)))/gu;

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
const OF_SECTORS = /(?:三次产业|一二三产业|第?一、二、三产业|第一、第二、第三产业)(?<end>[\p{Script=Han}A-Z]{2,14})分别(?=\D{0,6}\d[\d.]*(?<unit>%|[万亿]*元)?)/gu;

function sectorsIn(text: string): Candidate[] {
  return [...text.matchAll(OF_SECTORS)].flatMap(({ index, groups }) => {
    const end = (groups?.["end"] ?? "").replace(/(?:同比|比上年)?(?:增长|下降|增速|拉动)*$/, "");
    const unit = end === groups?.["end"] ? (groups["unit"] ?? null) : null;
    return end.length < 2 ? [] : ["第一产业", "第二产业", "第三产业"].map((sector) => ({ name: `${sector}${end}`, start: index, unit, rank: false }));
  });
}

/** 工业对全省经济增长的贡献率: both sides of 对 belong to the name. */
const CONTRIBUTION = /(?<=^|[，。；：、\n])([\p{Script=Han}]{2,14}?)对([\p{Script=Han}A-Z]{2,14}?)的?贡献[率度](?=(?:达到?|为|提高到|超过?|约|近)*\d)/gu;

function contributionsIn(text: string): Candidate[] {
  return [...text.matchAll(CONTRIBUTION)].flatMap(({ 0: all, 1: part = "", index }) => {
    const start = beginOfName(part, "");
    return part.length - start < 2 ? [] : [{ name: all.slice(start), start: index + start, unit: "%", rank: false }];
  });
}

const SHARE = /(?<![\d岁])([\p{Script=Han}A-Za-z&]{2,24}?)(?:已|约|均|共)?(占(?!比)|相当于)([\p{Script=Han}A-Za-z]{2,18}?)(?:的?(比重|比例|份额)|的?(?=(?:约|近|超过?)?\d[\d.]*%))(?=(?:提高|提升|上升|下降|达到?|为|约|近|超过?|增加|稳定|保持|到|至|在|的)*\d)/gu;

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
