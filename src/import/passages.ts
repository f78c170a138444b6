/** The text as it is read in one go: paragraphs with the year and the plan that their headings set. */
import { OWN, type Times } from "../language/times.ts";
import { CHINESE } from "../language/lexicon.ts";
import { ENGLISH } from "../language/english-lexicon.ts";
import type { Setting } from "../language/reading.ts";
import type { Wording } from "../language/wording.ts";
import { plainYears, type About } from "./about.ts";
import { expandEnglish } from "./english-text.ts";
import { expand } from "./full-names.ts";
import { chain, closeUp, type Expanded } from "./insertions.ts";
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

/** Nobody speaks a sentence or a paragraph of so many characters; a file without marks is no text to be read for figures. */
const [LONGEST_SENTENCE, LONGEST_PARAGRAPH] = [3_000, 50_000] as const;

function isEndless(text: string): boolean {
  return text.length > LONGEST_PARAGRAPH || (text.length > LONGEST_SENTENCE && text.split(/[。！？\n]|\. /).some((sentence) => sentence.length > LONGEST_SENTENCE));
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
    return joinLines(paragraphs.filter(({ text }) => !isEndless(text))).map((parts) => {
      since = goOn(plainYears(parts[0]!.text), own, since, about);
      return passageOf(parts, section, since ?? own, about.organisation, english);
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

function passageOf(paragraphs: readonly OutlineParagraph[], section: string, setting: Setting | null, organisation: string, english: boolean): Passage {
  let text = "";
  const parts = paragraphs.map((paragraph, index) => {
    if (index > 0) text += "，";
    const start = text.length;
    // Years in Han digits have the length of those in digits.
    text += plainYears(paragraph.text);
    return { paragraph, start };
  });
  return { text, read: english ? expandEnglish(text, organisation) : expandChinese(text, organisation, section), parts, section, setting };
}

function expandChinese(text: string, organisation: string, section: string): Expanded {
  return chain(closeUp(wideMarks(text)), (closed) => expand(closed, organisation, section));
}

/** A pasted text may have the marks of English: 391亿元,增长8.6%;财政收入. One sign stands for one. */
function wideMarks(text: string): string {
  if (!/[,;:()](?=\p{Script=Han})|(?<=\p{Script=Han}|[%人元户])[,;:()]/u.test(text) || !/\p{Script=Han}{4}/u.test(text)) return text;
  return text.replace(/,(?!\d{3}(?!\d))|[;()]|:(?!\d)/g, (mark) => "，；：（）".charAt(",;:()".indexOf(mark)));
}

/** A heading about a plan; 经济增长好于预期 and 完成全年目标 are none. */
const PLANNED_HEAD = /(?<!好于|高于|完成.{0,8}|实现.{0,8})(?:预期目标|主要目标|奋斗目标|工作目标|目标任务|发展目标)|\b(?:targets?|goals?|plan)\b/i;

/** As the check sets it for a slide below these headings, so that both read the same sentence in the same way. */
function settingOf(heads: readonly string[], { year, plan }: About, english: boolean): Setting | null {
  if (year === null) return null;
  const lexicon = english ? ENGLISH : CHINESE;
  // 2019年及今年以来工作回顾 is about the year, and a little more.
  const [own = "", around = ""] = heads.map((head) => plainYears(head).replace(/[和及]今年以来/, ""));
  const ownYears = yearsIn(own, lexicon.titleYear);
  const words = ownYears.length === 0 ? `${own}\n${around}` : own;
  const named = yearsIn(words, lexicon.titleYear);
  const several = named.length !== 1 && lexicon.severalYears.test(words);
  if (!several && lexicon.otherTimes.test(words) && !lexicon.severalYears.test(words)) return null;
  if (named.length > 1) return null;
  const [when = year] = named;
  const times: Times = several ? severalOf(words, year) : OWN;
  return { period: { type: "year", year: when }, dated: named.length > 0 || several, planned: when === plan || PLANNED_HEAD.test(words), lexicon, sumsFrom: Infinity, thisYear: plan, times, reachedIsLast: true };
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
