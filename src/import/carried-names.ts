/** What a clause leaves out of its name, because the clause before has said it: 油料种植面积202万亩，总产32万吨. */
import { findLiterals } from "./literals.ts";
import type { Insertion } from "./insertions.ts";

/** What is told of a thing that is grown, made or sold, longest first. */
const TOLD = "总产量|产量|总产值|产值|总产|单产|年产量|年产值|销售额|销售收入|销量|出栏量|存栏量|增加值|利润|营业收入|营收";
/** At the beginning of a clause, and with a figure behind it. */
const ALONE = new RegExp(`(?<=[，；、]|^)(?:预计|全年|实现|完成|其中|年|总)*(?=(?:${TOLD})(?:同比|比上年|较上年|预计|达到?|为|约|近|超过?|突破|实现|增长|增至|提高到)*\\d)`, "gu");
/** A thing and what is told of it first. */
const NAMED = new RegExp(`(?<thing>[\\p{Script=Han}]{2,14}?)(?<told>播种面积|种植面积|栽培面积|养殖面积|基地面积|种植规模|养殖规模|面积|基地|产业|出栏|存栏|年?(?:${TOLD}))(?:已|共|稳定|发展|扩大|增加|达|保持)*(?:到|至|为|在|约|近|超过?|突破)*$`, "u");
/** What was done with a thing, before it: 种植柠檬4000余亩. */
const GROWN = /^(?:新增|新|共|累计)?(?:种植|栽植|栽培|养殖|播种|饲养|出栏|存栏)(?<thing>[\p{Script=Han}]{2,8})$/u;
/** A clause that goes on with the thing before it. */
const GOES_ON = new RegExp(`^\\s*(?:其中)?(?:同比|[比较与](?:上年|去年)|增|减|下降|上升|提高|占|实现|完成|达|为|预计|${TOLD})|^\\s*$`);
/** Where a thing's own words begin. */
const BEGINS = /(?:19|20)\d{2}年(?:度)?|全[年国省市县区镇乡州]|我[省市县区镇乡]|其中|实现|完成|预计|达到|新增|新建|建成|发展|累计|截至|年末|[，、：]/g;

/** How many figures back a thing may stand, and how many characters before its figure its clause may begin. */
const [NEAR, REACH] = [6, 60] as const;

export function carriedThings(text: string): Insertion[] {
  return [...text.matchAll(/[^。！？\n]+/g)].flatMap(({ 0: sentence, index }) => {
    const literals = findLiterals(sentence);
    return [...sentence.matchAll(ALONE)].flatMap(({ 0: lead, index: at }) => {
      // The nearest thing that a figure was told of, whatever other figures of it stand between.
      const before = literals.findLastIndex(({ end }) => end <= at) + 1;
      const clauses = literals.slice(Math.max(0, before - NEAR), before).map(({ start }) => lastClause(sentence.slice(Math.max(0, start - REACH), start)));
      const nearest = clauses.findLast((clause) => thingBefore(clause) !== null || !GOES_ON.test(clause));
      const thing = nearest === undefined ? null : thingBefore(nearest);
      return thing === null ? [] : [{ at: index + at + lead.length, words: thing }];
    });
  });
}

const MADE = "总产值|产值|增加值|主营业务收入|营业收入|销售收入|利润总额|利税总额|利润|利税|税收收入|税收|出口交货值|产销率";
/** Who has made something, and how much: 规模以上工业企业实现营业收入136亿元. */
const MAKER = new RegExp(`(?<who>[\\p{Script=Han}]{2,16}?(?:企业|产业链|产业|集群|园区|开发区|基地))(?:\\d[\\d.,]*[家户个](?=，)|(?:共|累计|全年)?(?:实现|完成)(?=(?:${MADE})(?:达到?|为|约|近|超过?)?\\d)|(?<=^[\\p{Script=Han}]{2,10})[\\p{Script=Han}]{2,8}(?=，(?:${MADE})(?:同比)?增长\\d))`, "gu");
/** What else they have made, in a clause of its own. */
const ALSO_MADE = new RegExp(`(?<=[，；、])(?:实现|完成)?(?=(?:${MADE})(?:同比|比上年|达到?|为|约|近|超过?|增长|下降)*\\d)`, "gu");

/** 规模以上工业企业实现营业收入136亿元，利润总额达23亿元: the profit is of the same. */
export function carriedMakers(text: string): Insertion[] {
  return [...text.matchAll(/[^。！？\n]+/g)].flatMap(({ 0: sentence, index }) => {
    const makers = [...sentence.matchAll(MAKER)];
    if (makers.length === 0) return [];
    return [...sentence.matchAll(ALSO_MADE)].flatMap(({ 0: lead, index: at }) => {
      const maker = makers.findLast((one) => one.index < at);
      const who = maker === undefined ? "" : ownWords(maker.groups?.["who"] ?? "");
      return who.length < 4 ? [] : [{ at: index + at + lead.length, words: who }];
    });
  });
}

const BUDGET = "(?:全[省市州盟县区旗]|[省市县区]级|本级)?(?:一般公共|政府性基金|国有资本经营|社会保险基金)预算";
/** The heading of a budget, at the head of its paragraph or above it. */
const BUDGET_HEAD = new RegExp(`^(?:[（(][一二三四五六七八九十]+[）)]|[一二三四五六七八九十]+、|\\d+[.．、])?\\s*(?:\\d{4}年)?(?<budget>${BUDGET})(?:收支)?(?:执行)?(?:情况)?(?:[。：，；]|$)`, "u");
const OF_BUDGET = /(?<=[，。；：]|^)(?:预计|完成|实现|总)?(?=(?:收入|支出)(?:完成|实现|为|达到?|预计)?\d)/gu;

/** （二）政府性基金预算。收入54.7亿元: of which budget only the heading says. */
export function carriedBudgets(text: string, section: string): Insertion[] {
  const budget = (BUDGET_HEAD.exec(text.trimStart()) ?? BUDGET_HEAD.exec(section))?.groups?.["budget"];
  return budget === undefined ? [] : [...text.matchAll(OF_BUDGET)].map(({ 0: lead, index }) => ({ at: index + lead.length, words: budget }));
}

function ownWords(words: string): string {
  return words.slice(Math.max(0, ...[...words.matchAll(BEGINS)].map((match) => match.index + match[0].length)));
}

function lastClause(words: string): string {
  return words.slice(Math.max(...["，", "；", "。", "：", "、"].map((mark) => words.lastIndexOf(mark))) + 1);
}

function thingBefore(clause: string): string | null {
  const thing = (NAMED.exec(clause) ?? GROWN.exec(clause))?.groups?.["thing"] ?? null;
  if (thing === null) return null;
  const own = ownWords(thing);
  // 粮播面积 is the area sown with grain.
  if (own === "粮播") return "粮食";
  return own.length < 2 || /[的了和与及]/.test(own) ? null : own;
}
