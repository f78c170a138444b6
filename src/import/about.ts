/** What a report says about itself: who reports, for which year, for which plan, before whom. Nothing is guessed that no words say. */
import type { OutlineParagraph } from "./outline.ts";

export interface About {
  /** Empty where no words name it. */
  readonly organisation: string;
  /** The year reported; null where no year stands anywhere. */
  readonly year: number | null;
  /** The year planned; null where none is. */
  readonly plan: number | null;
  /** The meeting before which it was delivered; empty where no words name it. */
  readonly meeting: string;
  /** What it calls its own area: 市 for 全市 and 我市; empty where it says neither. */
  readonly scope: string;
}

const HAN_DIGITS = "〇一二三四五六七八九";
/** 二〇二二年 as 2022年, in its length. */
export function plainYears(text: string): string {
  return text.replace(/[一二][〇零○][〇零○一二三四五六七八九]{2}(?=年)/g, (year) => [...year].map((digit) => HAN_DIGITS.indexOf(digit === "零" || digit === "○" ? "〇" : digit)).join(""));
}

const PLANNED = /((?:19|20)\d{2})年[^。；]{0,24}?(?:工作安排|工作部署|工作打算|工作思路|工作目标|主要目标|预期目标|目标任务|目标|任务|重点工作|工作重点|主要工作|总体要求|总体思路|工作计划|计划|安排|打算|部署|展望)/;
const REVIEWED = /((?:19|20)\d{2})年[^。；]{0,30}?(?:回顾|总结|完成情况|执行情况|主要成效|主要工作成效|工作成绩|公报|经济运行)/;
/** The day before the place or behind it: 在第一次会议上（2022年1月5日）. */
const DELIVERED = /((?:19|20)\d{2})年(\d{1,2})月\d{1,2}日在.{4,40}?(?:会议|大会|会)|在.{4,40}?(?:会议|大会)上?[^\d。]{0,12}((?:19|20)\d{2})年(\d{1,2})月\d{1,2}日/;
const ENGLISH_PLANNED = /\b(?:plans?|targets?|goals?|priorities|tasks|outlook)\b[^.]{0,30}?\b((?:19|20)\d{2})\b|\b((?:19|20)\d{2})\b[^.]{0,20}?\b(?:plans?|targets?|goals?|priorities|tasks|outlook)\b/i;
const ENGLISH_REVIEWED = /\b(?:review|achievements|results|progress|work(?! reports?\b))\b[^.]{0,30}?\b((?:19|20)\d{2})\b|\b((?:19|20)\d{2})\b[^.]{0,20}?\b(?:review|achievements|results|in review|communiqu[eé])/i;

export function readAbout(title: string, front: readonly OutlineParagraph[], all: readonly OutlineParagraph[], english: boolean): About {
  const heads = [title, ...all.filter(({ heading }) => heading !== null && !heading.item && heading.level < 3).map(({ heading }) => heading!.title), ...all.filter(({ text }) => text.length < 40).map(({ text }) => text)].map(plainYears);
  const lead = plainYears([title, ...front.map(({ text }) => text)].join("\n"));
  const delivered = DELIVERED.exec(lead);
  // A report of January is about the year before.
  const meetingYear = delivered === null ? null : Number(delivered[1] ?? delivered[3]) - (Number(delivered[2] ?? delivered[4]) <= 6 ? 0 : -1);
  const reviewed = first(heads, english ? ENGLISH_REVIEWED : REVIEWED);
  const planned = first(heads, english ? ENGLISH_PLANNED : PLANNED) ?? meetingYear ?? (reviewed === null ? titledYear(title, all) : null);
  const own = reviewed ?? (planned === null ? commonYear(all) : planned - 1);
  const organisation = english ? (englishOrganisation(lead) || onlyPlace(all)) : organisationOf(lead, all);
  return {
    organisation,
    scope: scopeOf(all),
    year: own,
    plan: planned !== null && own !== null && planned > own ? planned : (planned === null && !/公报|communiqu[eé]/i.test(title) ? planFrom(all, own) : null),
    meeting: /(?<=年\d{1,2}月\d{1,2}日在).{4,40}?(?:会议|大会)(?=上|$)/.exec(lead)?.[0] ?? "",
  };
}

/** The work report of 2026 is about the year before, where its text names that year. */
function titledYear(title: string, all: readonly OutlineParagraph[]): number | null {
  const year = /((?:19|20)\d{2})年\p{Script=Han}*工作报告$/u.exec(plainYears(title))?.[1];
  return year !== undefined && all.some(({ text }) => plainYears(text).includes(`${Number(year) - 1}年`)) ? Number(year) : null;
}

function first(texts: readonly string[], pattern: RegExp): number | null {
  for (const text of texts) {
    const match = pattern.exec(text);
    if (match !== null) return Number(match[1] ?? match[2]);
  }
  return null;
}

/** The year that the text names most often, the later of two. */
function commonYear(all: readonly OutlineParagraph[]): number | null {
  const counts = new Map<number, number>();
  for (const { text } of all) for (const [year] of plainYears(text).matchAll(/(?<!\d)(?:19|20)\d{2}(?=年)|(?<=\b[Ii]n )(?:19|20)\d{2}\b/g)) counts.set(Number(year), (counts.get(Number(year)) ?? 0) + 1);
  return [...counts].toSorted(([a, m], [b, n]) => n - m || b - a)[0]?.[0] ?? null;
}

/** The year after, where some sentence sets targets. */
function planFrom(all: readonly OutlineParagraph[], year: number | null): number | null {
  return year !== null && all.some(({ text }) => /预期目标|主要目标是|目标[是为][：:]/.test(text)) ? year + 1 : null;
}

/** The word behind 全 and 我 that the text uses most often. */
/** 高于全市 compares with another area. */
function scopeOf(all: readonly OutlineParagraph[]): string {
  const counts = new Map<string, number>();
  for (const { text } of all) for (const [, word = ""] of text.matchAll(/(?<![比于占居列较])[全我]([省市区县镇乡州旗盟村](?!场))/g)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].toSorted(([, m], [, n]) => n - m)[0]?.[0] ?? "";
}

/** The organisation as the reader of sentences needs it: of an unknown one only what it governs. */
export function readerOrganisation({ organisation, scope }: About): string {
  return organisation !== "" || scope === "" ? organisation : `某${scope}`;
}

const PLACE = "(?:特别行政区|自治区|自治州|自治县|自治旗|省|市|州|盟|区|县|旗|街道|镇|乡|民族乡)";
const OWN_NAME = new RegExp(`(?:^|代表|[，、。；：\\s“（《]|在|年)([\\p{Script=Han}]{1,10}?${PLACE})(?:人民政府|政府|人民代表大会|第[一二三四五六七八九十]+届|统计局|国民经济|\\d{4}年|政府工作报告|经济社会发展)`, "u");

/** The place whose government or congress the first words name; 我县 and 全省 name none. */
function organisationOf(lead: string, all: readonly OutlineParagraph[]): string {
  const texts = [lead, all.slice(0, 6).map(({ text }) => text).join("\n")];
  for (const text of texts) {
    for (const line of text.split("\n")) {
      const place = OWN_NAME.exec(line)?.[1];
      if (place !== undefined && place.length > 2 && !/^(?:全|我|本|各|代表)|向|在|年/.test(place)) return place;
    }
  }
  return "";
}

/** Whose economy or exports an English report tells, where it names one place so, and at least twice. */
function onlyPlace(all: readonly OutlineParagraph[]): string {
  const named = all.flatMap(({ text }) => [...text.matchAll(/\b([A-Z][\p{L}-]+(?: [A-Z][\p{L}-]+)?)['’]s (?:total |real |overall )?(?:economy|economic growth|GDP|exports?|goods exports|imports|population|revenue)\b/gu)].map(([, place = ""]) => place));
  return named.length > 1 && new Set(named).size === 1 ? named[0]! : "";
}

function englishOrganisation(lead: string): string {
  const governed = /\b(?:Government of|Congress of) ([A-Z][\p{L}’'-]+)(?=[\s,.]|$)|\b([A-Z][\p{L}’'-]+)(?=(?: Municipal| Provincial)? People['’]s (?:Congress|Government))/u.exec(lead);
  if (governed !== null) return governed[1] ?? governed[2] ?? "";
  const reported = /\b([A-Z][\p{L}’'-]+)(?: (?:Municipal|Provincial|City|County))? (?:Government )?Work Report\b|\b(?:Government )?Work Report of (?:the )?([A-Z][\p{L}’'-]+)/u.exec(lead);
  if (reported !== null && !/^(?:The|Government|Annual|Our|Draft)$/.test(reported[1] ?? reported[2] ?? "")) return reported[1] ?? reported[2] ?? "";
  return /\b((?:[A-Z][\p{L}’'-]+ ){1,3}(?:Province|County|City|Town|Township|District|Prefecture|Region))\b/u.exec(lead)?.[1] ?? "";
}
