/** The text as it is read in one go: paragraphs with the year and the plan that their headings set. */
import { OWN, type Times } from "../language/times.ts";
import { CHINESE } from "../language/lexicon.ts";
import { ENGLISH } from "../language/english-lexicon.ts";
import type { Setting } from "../language/reading.ts";
import type { Wording } from "../language/wording.ts";
import { plainYears, type About } from "./about.ts";
import { HEAD_NOUNS } from "./known-indicators.ts";
import type { Outline, OutlineParagraph } from "./outline.ts";

export interface Passage {
  /** The text with the ends of names that a list says once: 城镇居民人均可支配收入、农村居民人均可支配收入 for 城镇、农村居民人均可支配收入. */
  readonly read: Expanded;
  /** Paragraphs joined: after a line without an end mark the text goes on. */
  readonly text: string;
  readonly parts: readonly { readonly paragraph: OutlineParagraph; readonly start: number }[];
  /** Null where the headings are about another time than a report's years. */
  readonly setting: Setting | null;
  /** Heading below which it stands. */
  readonly section: string;
}

/** Longest line that the next may go on from: figures set one below the other. */
const LINE = 40;

export function readPassages(outline: Outline, about: About, english: boolean): Passage[] {
  const groups = [
    { heads: [] as string[], section: "", paragraphs: outline.front },
    ...outline.parts.flatMap(({ title, intro, topics }) => [
      { heads: [title], section: title, paragraphs: intro },
      ...topics.map((topic) => ({ heads: [topic.headed ? topic.title : "", title], section: topic.headed ? topic.title : title, paragraphs: topic.paragraphs })),
    ]),
  ];
  let part = "";
  let since: Setting | null = null;
  return groups.flatMap(({ heads, section, paragraphs }) => {
    if (heads.at(-1) !== part) [part, since] = [heads.at(-1) ?? "", null];
    const own = settingOf(heads, about, english);
    return joinLines(paragraphs).map((parts) => {
      since = goOn(plainYears(parts[0]!.text), own, since, about);
      return passageOf(parts, section, since ?? own);
    });
  });
}

/** 刚刚过去的2025年 begins the year's own paragraphs in a part about five years, and 五年来 ends them. */
function goOn(text: string, own: Setting | null, since: Setting | null, { year }: About): Setting | null {
  if (own === null || year === null || own.planned) return null;
  const head = text.replace(/^(?:各位代表|同志们)[，！,!：]?/, "").slice(0, 16);
  if (SEVERAL_YEARS.test(head)) return { ...own, period: { type: "year", year }, dated: true, times: severalOf(head, year) };
  const named = /((?:19|20)\d{2})年(?!来|以来|间|[—–-])/.exec(head)?.[1];
  if (named !== undefined && Number(named) === year) return { ...own, period: { type: "year", year }, dated: true, times: OWN };
  return since;
}

const SEVERAL_YEARS = /^(?:这|过去|近|回顾过去)?的?[三四五]年(?:来|间)?|^“?十[一二三四五六]五”?(?:时期|期间|以来)|^[本上]届/;

/** The year before the first of several: 2020 for “十四五”. */
function severalOf(words: string, year: number): Times {
  const plan = /十([一二三四五六])五/.exec(words)?.[1];
  if (plan !== undefined) return { type: "several", years: 5, since: 2005 + 5 * "一二三四五六".indexOf(plan) };
  const count = /([三四五])年/.exec(words)?.[1];
  const years = count === undefined ? null : "一二三四五".indexOf(count) + 1;
  return { type: "several", years, since: years === null ? null : year - years };
}

/** Short lines without an end mark are read together. */
function joinLines(paragraphs: readonly OutlineParagraph[]): OutlineParagraph[][] {
  const groups: OutlineParagraph[][] = [];
  for (const [index, paragraph] of paragraphs.entries()) {
    const before = paragraphs[index - 1];
    const goesOn = before !== undefined && before.heading === null && paragraph.heading === null && before.text.length <= LINE && paragraph.text.length <= LINE && /\d/.test(before.text + paragraph.text) && !/[。！？；：.!?:;]$/.test(before.text);
    if (goesOn) groups.at(-1)!.push(paragraph);
    else groups.push([paragraph]);
  }
  return groups;
}

function passageOf(paragraphs: readonly OutlineParagraph[], section: string, setting: Setting | null): Passage {
  let text = "";
  const parts = paragraphs.map((paragraph, index) => {
    if (index > 0) text += "，";
    const start = text.length;
    // Years in Han digits have the length of those in digits.
    text += plainYears(paragraph.text);
    return { paragraph, start };
  });
  return { text, read: expand(wideMarks(text)), parts, section, setting };
}

/** A pasted text may have the marks of English: 391亿元,增长8.6%;财政收入. One sign stands for one. */
function wideMarks(text: string): string {
  if (!/[,;:()](?=\p{Script=Han})|(?<=\p{Script=Han}|[%人元户])[,;:()]/u.test(text) || !/\p{Script=Han}{4}/u.test(text)) return text;
  return text.replace(/,(?!\d{3}(?!\d))|[;()]|:(?!\d)/g, (mark) => "，；：（）".charAt(",;:()".indexOf(mark)));
}

export interface Expanded {
  readonly text: string;
  /** Where the character at an offset stands in the text as written. */
  readonly at: (offset: number) => number;
}

/** Ends of names that a list before 分别 says once. */
const SHARED_ENDS = ["出口", "进口", "产量", "增加值", "总产值", "产值", "投资", "营业收入", "销售收入", "营收", "用电量", "零售额", "利润"];
const LIST = /(?<=^|[，。；：、,;:\n（])((?:[\p{Script=Han}A-Za-z]{2,14}[、和与及])+)([\p{Script=Han}A-Za-z]{2,20}?)(?=(?:同比|比上年|均|年均)?分别)/gu;

/** Where the ends of names are missing, with the ends: 集成电路、锂电池出口分别增长. */
function missingEnds(text: string): { readonly at: number; readonly tail: string }[] {
  return [...text.matchAll(LIST)].flatMap(({ 1: list = "", 2: last = "", index }) => {
    const tail = SHARED_ENDS.find((end) => last.endsWith(end) && last.length > end.length);
    const members = list.split(/(?<=[、和与及])/);
    if (tail === undefined || members.some((member) => HEAD_NOUNS.some((head) => member.slice(0, -1).endsWith(head)))) return [];
    let at = index;
    return members.map((member) => {
      at += member.length;
      return { at: at - 1, tail };
    });
  });
}

const TAILS = /(?<=城[镇市])(?=[、和与](?:农村(?:常住)?)(居民人均可支配收入))|(?<=[存])(?=[、和与]贷(款余额))/g;

function expand(text: string): Expanded {
  const inserted: { readonly at: number; readonly tail: string }[] = [...text.matchAll(TAILS)].map(({ 1: first, 2: second, index }) => ({ at: index, tail: first ?? second ?? "" }));
  inserted.push(...missingEnds(text).filter((one) => !inserted.some(({ at }) => at === one.at)));
  inserted.sort((a, b) => a.at - b.at);
  if (inserted.length === 0) return { text, at: (offset) => offset };
  let [read, from] = ["", 0];
  for (const { at, tail } of inserted) {
    read += text.slice(from, at) + tail;
    from = at;
  }
  return {
    text: read + text.slice(from),
    at: (offset) => {
      let left = offset;
      for (const { at, tail } of inserted) {
        if (left <= at) break;
        left = Math.max(at, left - tail.length);
      }
      return left;
    },
  };
}

/** A heading about a plan; 经济增长好于预期 and 完成全年目标 are none. */
const PLANNED_HEAD = /(?<!好于|高于|完成.{0,8}|实现.{0,8})(?:预期目标|主要目标|奋斗目标|工作目标|目标任务|发展目标)|\b(?:targets?|goals?|plan)\b/i;

/** As the check sets it for a slide below these headings, so that both read the same sentence in the same way. */
function settingOf(heads: readonly string[], { year, plan }: About, english: boolean): Setting | null {
  if (year === null) return null;
  const lexicon = english ? ENGLISH : CHINESE;
  const [own = "", around = ""] = heads.map(plainYears);
  const ownYears = yearsIn(own, lexicon.titleYear);
  const words = ownYears.length === 0 ? `${own}\n${around}` : own;
  const named = yearsIn(words, lexicon.titleYear);
  const several = named.length !== 1 && lexicon.severalYears.test(words);
  if (!several && lexicon.otherTimes.test(words) && !lexicon.severalYears.test(words)) return null;
  if (named.length > 1) return null;
  const [when = year] = named;
  const times: Times = several ? severalOf(words, year) : OWN;
  return { period: { type: "year", year: when }, dated: named.length > 0 || several, planned: when === plan || PLANNED_HEAD.test(words), lexicon, sumsFrom: Infinity, thisYear: plan, times };
}

function yearsIn(text: string, pattern: RegExp): number[] {
  return [...new Set([...text.matchAll(pattern)].map((match) => Number(match[1])))];
}

/** A text as the sentence reader takes it. */
export function wordingOf(text: string): Wording {
  const span = { file: "", line: 1, column: 1, endLine: 1, endColumn: text.length + 1 };
  return { text, pieces: [{ type: "text", text, start: 0, span, figure: null }] };
}

/** The sentence around an offset, without the blanks around it. */
export function sentenceAt(text: string, offset: number): string {
  const from = Math.max(...["。", "！", "？", "\n"].map((mark) => text.lastIndexOf(mark, Math.max(0, offset - 1)))) + 1;
  const ends = ["。", "！", "？", "\n"].map((mark) => text.indexOf(mark, offset)).filter((at) => at !== -1);
  return text.slice(from, Math.min(text.length, ...ends.map((at) => at + 1))).trim();
}
