/** Where a name begins in the words before a figure, and whether they end like an indicator's name. */
import { INDUSTRIES } from "./industries.ts";
import { HEAD_NOUNS, KNOWN_INDICATORS, RANK_NOUNS } from "./known-indicators.ts";

/** Names that are known by their whole wording. */
export const KNOWN_NAMES: ReadonlySet<string> = new Set(KNOWN_INDICATORS.flatMap(({ names }) => names));
const HEADS = HEAD_NOUNS.toSorted((a, b) => b.length - a.length);
/** 计算机通信、航空航天制造等新兴产业: one thing with examples of it. */
export const WITH_EXAMPLES = /[、和].*(?:等|[两三四五六七八九十]大)\p{Script=Han}{2,}$/u;
const SCOPE = "(?:全|我|本)[省市县区镇乡州旗盟]";
/** What a name may follow, but never hold. */
export const STOP = new RegExp(
  `(?:19|20)\\d{2}年(?:度|末|底)?|[一二]〇[〇一二三四五六七八九]{2}年|全年|去年|今年|当年|上年|年末|年底|上半年|下半年|[一二三四]季度|“?十[一二三四五六]五”?(?:时期|期间|末|以来)?|[三四五]年[来间]?|${SCOPE}|完成|实现|达到|预计|初步核算|其中|同比|累计|带动|推动|拉动|促进|保持(?![率力量])|确保|力争|推进|支持|使得|(?<![出转])让|加上|有效带动|全部(?!工业)|经济运行|[的了将把]|并|由|从|在(?![校职建册岗外])`,
  "g",
);
const LONGEST_NAME = 30;
/** Ends of names that are names by themselves. */
const ALONE = /^(?:发电量|用电量|货运量|客运量|吞吐量|失业率|增值税|营业税|房产税|消费税|契税)$/;

export function endsLikeName(word: string): boolean {
  return KNOWN_NAMES.has(word) || HEADS.some((head) => word.endsWith(head));
}

/** Behind the last of the words that a name may follow, but never hold. */
export function beginOfName(words: string, organisation: string): number {
  let at = 0;
  for (const match of words.matchAll(STOP)) if (match.index + match[0].length < words.length) at = match.index + match[0].length;
  if (organisation !== "" && words.slice(at).startsWith(organisation)) at += organisation.length;
  return at + /^(?:[\s、，和与及]|“(?![^“]*”))*/.exec(words.slice(at))![0].length;
}

/** 海铁联运量: what counts an amount; 质量 and 力量 count none. */
const AMOUNT = /[\p{Script=Han}]{2}(?<![质力能重体含数大])量$/u;

/** 每万人发明专利: what is counted by heads is an indicator. */
const PER_HEAD = /^每[百千万十]+(?:名|常住)?(?:人|老人|劳动力)口?[\p{Script=Han}]{2,14}$/u;

/** 中欧班列全年开行量, 城镇累计新增就业: what stands before the time belongs to the name. */
const OWN_TIME = new RegExp(`(?!${SCOPE})(?<![\\d年])[\\p{Script=Han}]{2}(?:全年|累计)$`, "u");

/** The name at the end of some words; null where they end in none. */
export function cleanName(words: string, organisation: string, rank: boolean): { readonly name: string; readonly at: number } | null {
  const at = beginOfName(words, organisation);
  const name = words.slice(at);
  if (OWN_TIME.test(words.slice(0, at)) && !KNOWN_NAMES.has(name)) return null;
  if (name.length < 2 || name.length > LONGEST_NAME || !/^(?:[\p{Script=Han}A-Za-z\d.&·—-]|“[\p{Script=Han}A-Za-z\d+]{2,8}”)+$/u.test(WITH_EXAMPLES.test(name) || INDUSTRIES.some((one) => name.startsWith(one)) ? name.replaceAll("、", "") : name) || /^(?:(?!\d{1,3}(?:[—–~-]\d{1,3})?周?岁)[\d占按]|以[上下]|(?:合计|共计|总计)占)/.test(name)) return null;
  // 企业11家，总产值82亿元: whose it is stands before.
  if (/^(?:年|总)(?:产值|产量|销售额|销售收入|规模|数量|面积|里程)$/.test(name)) return null;
  // The investment of projects is no indicator.
  if (/^(?:计划|项目|协议)?(?:总投资|总投资额|投资额|投资总额)$|^(?:年初|年度|全年)?(?:预算数?|计划数?|任务数?|目标数?)$/.test(name)) return null;
  // A share without its noun is read by its own words.
  if (/.占(?!比|地)/.test(name) && !/(?:比重|比例|份额)$/.test(name)) return null;
  if (rank) return RANK_NOUNS.test(name) ? { name, at } : null;
  if (KNOWN_NAMES.has(name)) return { name, at };
  const head = HEADS.find((one) => name.endsWith(one)) ?? (AMOUNT.test(name) ? "量" : PER_HEAD.test(name) ? "每人" : undefined);
  return head === undefined || (head === name && !ALONE.test(name)) ? null : { name, at };
}
