/** A text as its reader takes it: with the ends and beginnings of names that a list or a clause leaves out, and without words that say nothing about a figure. */
import { HEAD_NOUNS } from "./known-indicators.ts";
import { INDUSTRIES } from "./industries.ts";
import { insert, type Expanded, type Insertion } from "./insertions.ts";
import { carriedBudgets, carriedMakers, carriedThings } from "./carried-names.ts";
import { blankDone, endsOfClasses, endsOfDone, endsOfLists } from "./list-names.ts";
import { findCandidates } from "./names.ts";
import { skipWords } from "./skipped-words.ts";

/** The text with every name whole. `organisation` is no part of a name; `section` is the heading above. */
export function expand(written: string, organisation: string, section: string): Expanded {
  const masked = blankDone(skipWords(written).replace(BOTH_WITH_TWO, "城镇"));
  const ended = insert(masked, [...endsOfPairs(masked), ...ruralOfBoth(written), ...endsOfLists(masked, written), ...endsOfClasses(written), ...endsOfDone(masked), ...endsOfKinds(written), ...endsOfProducts(masked), ...arrivals(masked), ...incomesOf(masked), ...carriedThings(masked), ...carriedMakers(masked), ...carriedBudgets(masked, section)]);
  const begun = insert(ended.text, beginningsOfShares(ended.text, organisation));
  return { text: begun.text, at: (offset) => ended.at(begun.at(offset)) };
}

const PAIRS = /(?<=城[镇市])(?=[、和与](?:农村(?:常住)?)(居民(?:人均可支配|人均)?收入))|(?<=城[镇市])(?=[、和与](?:农村|牧区|农牧区|乡村)(?<resident>常住居民人均(?:可支配|纯)?收入))|(?<=城[镇市](?:常住)?居民)(?=[、和与]农村(?:常住)?居民(人均(?:可支配|纯)?收入))|(?<=[存])(?=[、和与]贷(款余额))|(?<=存)(?=贷(?<both>款余额)(?:同比|比上年末?|比年初|较年初|年均|达到?|为)*分别)/g;

/** 城镇、农村居民人均可支配收入, 存贷款余额. */
function endsOfPairs(text: string): Insertion[] {
  return [...text.matchAll(PAIRS)].map(({ 1: first, 3: second, 4: third, index, groups }) => ({ at: index, words: first ?? groups?.["resident"] ?? second ?? third ?? `${groups?.["both"] ?? ""}、` }));
}

/** 城乡居民人均可支配收入分别增长5.3%、7%: two names in one, where two figures follow. */
const BOTH_WITH_TWO = /城乡(?=(?:常住)?居民(?:人均)?(?:可支配|纯)?收入(?:同比|比上年|分别|年均|达到?|完成|实现|为|增长|增加)*(?:近|约|超)?\d[\d.,]*(?:%|元|万元)?[、和]\d|(?:低保|(?:常住)?居民[\p{Script=Han}]{2,12}?)(?<!差)(?:支出|面积|消费|标准|水平|系数|养老金)(?:同比|比上年|年均)?分别[\p{Script=Han}]{0,5}\d)/gu;

function ruralOfBoth(text: string): Insertion[] {
  return [...text.matchAll(BOTH_WITH_TWO)].map(({ index }) => {
    const words = /^(?:(?:常住)?居民(?:人均)?(?:可支配|纯)?收入|[\p{Script=Han}]{2,14}?(?:支出|面积|消费|标准|水平|系数|养老金)(?=同比|比上年|年均|分别))/u.exec(text.slice(index + 2))?.[0] ?? "";
    return { at: index + 2 + words.length, words: `、农村${words}` };
  });
}

/** 居民人均可支配收入32640元。按常住地分，城镇居民41280元、农村居民24950元: what both have of it. */
const INCOME_TOLD = /居民(?<income>人均(?:可支配|纯)?收入)[^；\n]{0,70}?(?<=[，。、]|分)(?:城镇|农村)(?:常住)?居民(?=\d[\d.]*万?元)/gu;
const RESIDENTS = /(?:城镇|农村)(?:常住)?居民(?=\d[\d.]*万?元)/gu;

function incomesOf(text: string): Insertion[] {
  return [...text.matchAll(INCOME_TOLD)].flatMap(({ 0: told, index, groups }) => {
    const sentence = text.slice(index, index + told.length + 40);
    return [...sentence.matchAll(RESIDENTS)].map(({ 0: who, index: at }) => ({ at: index + at + who.length, words: groups?.["income"] ?? "" }));
  });
}

/** Ends that the kinds of a whole share: 采矿业增加值增长2.6%，制造业增长8.1%. */
const KIND_ENDS = ["增加值", "投资", "零售额", "总产值", "产值", "营业收入", "利润总额"];
const KINDS = new RegExp(`^(?:其中|在.{2,10}中|分.{2,8}看|从.{2,10}看|按.{2,10}分)?[，：]?(?<kind>${INDUSTRIES.join("|")}|[\\p{Script=Han}]{1,16}?(?:业|企业))(?<end>${KIND_ENDS.join("|")})?(?=(?:同比|比上年)?(?:增长|下降|增|降)\\d)`, "u");
/** A sentence that goes on with the kinds of what the one before was about. */
const GOES_ON = /^(?:其中|在[^，。\d]{2,8}业中|分.{2,8}看|从.{2,10}看|按.{2,10}分)/;

/** Each of the three has its value added beside the whole's, also without 其中. */
const SECTOR = /^第[一二三]产业$/;

function endsOfKinds(text: string): Insertion[] {
  const found: Insertion[] = [];
  let end: string | null = null;
  for (const { 0: sentence, index } of text.matchAll(/[^。！？\n]+/g)) {
    if (!GOES_ON.test(sentence)) end = null;
    // 在第三产业中，批发和零售业增长11.1%.
    if (/^在(?:第[一二三]产业|服务业)中/.test(sentence)) end ??= "增加值";
    for (const { 0: clause, index: at } of sentence.matchAll(/(?:[^，；]*?(?:看|中|分)[，：])?[^，；]+/g)) {
      const kind = KINDS.exec(clause);
      if (kind?.groups?.["end"] !== undefined) end = kind.groups["end"];
      else if (kind !== null && end !== null && (GOES_ON.test(sentence) || /其中/.test(sentence) || SECTOR.test(kind.groups?.["kind"] ?? ""))) found.push({ at: index + at + kind[0].length, words: end });
      // 规模以上工业增加值增长7.4%: what the kinds of the next sentence are of.
      else if (/生产总值(?:（?GDP）?)?(?:完成|实现|达到?|同比|比上年)*(?:增长|下降|\d)/.test(clause)) end = "增加值";
      else if (kind === null) end = KIND_ENDS.find((one) => new RegExp(`(?:固定资产|固定|工业|服务业|建筑业|行业|产业|企业|规上|规模以上|零售)${one}(?:同比|比上年)?(?:保持)?(?:增长|下降)`).test(clause)) ?? end;
    }
  }
  return found;
}

/** Products in a list of outputs: 水泥产量1240.6万吨，…；新能源汽车8.62万辆. */
const PRODUCT = /^(?:其中[，：]?)?(?<name>[\p{Script=Han}A-Za-z]{2,12})(?=\d[\d.,]*(?:[万亿千百]+)?(?:吨|辆|台|套|只|米|件|块|部|千瓦时|立方米|平方米|千克|公斤|升|重量箱|标箱)(?:$|，(?:同比|比上年)?(?:增长|下降)\d))/u;

function endsOfProducts(text: string): Insertion[] {
  return [...text.matchAll(/[^。！？\n]+/g)].flatMap(({ 0: sentence, index }) => {
    if ((sentence.match(/产量\d/g) ?? []).length < 2) return [];
    let at = index;
    return sentence.split(/(?<=；)/).flatMap((item): Insertion[] => {
      const name = PRODUCT.exec(item.replace(/；$/, ""));
      const place = at + (name?.[0].length ?? 0);
      at += item.length;
      return name === null || HEAD_NOUNS.some((head) => name.groups!["name"]!.endsWith(head)) ? [] : [{ at: place, words: "产量" }];
    });
  });
}

/** What is reached at the end of several years, 城镇化率62.7%, needs no verb: 达 says the same. */
const STATE = /(?:率|比重|比例|占比|装机(?:容量)?|保有量|拥有量|余额|里程|面积|强度|覆盖面|占[^，。；、（）\d]{2,16}的)(?=\d+(?:\.\d+)?(?:%|[万亿]*千瓦|[万亿]*元|[万亿]*[辆件]|万?公里|万?平方公里|万?平方米))/g;

/** 工业总产值突破2150亿元: passed is reached. */
const PASSED = new RegExp(`(?<=${HEAD_NOUNS.join("|")})(?=突破\\d)`, "g");

function arrivals(text: string): Insertion[] {
  return [...[...text.matchAll(PASSED)].map(({ index }) => ({ at: index, words: "达到" })), ...[...text.matchAll(STATE)].map(({ 0: { length }, index }) => ({ at: index + length, words: "达" })), ...[...text.matchAll(/(?<![高到可])达(?=(?:约|近|超过?)?\d)/g)].map(({ index }) => ({ at: index + 1, words: "到" }))];
}

/** Clauses between a name and a share of it that are about its own figures. */
const OWN_FIGURES = /^(?!.*(?:其中|；))(?:[^，；。]{0,24})(?:，\s*(?:同比|[比较](?:上年末?|年初))?\s*(?:增长|下降|提高|上升|拉动|占|达|为|超|突破)[^，；。]{0,24}){0,3}[，、]$/;
const SHARE = /(?<=[，、])(?=年均增长\d(?![\d.]*%[、和]\d)|占[^，。；、（）\d]{2,16}?的?\d[\d.]*%)|(?<=，)(?=对[^，。；、\d]{2,16}的?贡献率|占比(?:为|达到?|提高到|提升至)?\d|占[^，。；、（）\d]{2,20}?(?:的?(?:比重|比例|份额)(?:为|达到?|提高到|提升至)?|的)\d)/g;

/** 工业投资增长10.7%，占固定资产投资的比重为41.8%: whose share it is, and whose 年均增长. */
function beginningsOfShares(text: string, organisation: string): Insertion[] {
  const shares = [...text.matchAll(SHARE)];
  if (shares.length === 0) return [];
  const names = findCandidates(text, organisation).filter(({ rank, share }) => !rank && share === undefined);
  return shares.flatMap(({ index: at }) => {
    const subject = names.findLast(({ name, start }) => start < at && OWN_FIGURES.test(text.slice(start + name.length, at)));
    return subject === undefined || /(?:比重|占比)$/.test(subject.name) ? [] : [{ at, words: subject.name }];
  });
}
