/** The deck's own words in each of its languages; authors' words never come from here. */
import type { Language } from "./deck.ts";
import { chineseGrew, englishGrew } from "./grew.ts";
import type { Growth } from "./growth.ts";
import type { Period } from "./period.ts";

/** What the deck itself says: labels, stamps, default titles. */
export interface Words {
  readonly page: string;
  readonly notes: string;
  readonly source: string;
  /** 同比: growth on the previous year. */
  readonly growth: string;
  /** Head of a column of units. */
  readonly unit: string;
  /** 同比增长, before a rate on its own. */
  readonly growthOnYear: string;
  readonly target: string;
  /** Label of a reference line that the author has drawn across a chart. */
  readonly referenceLine: (figure: string) => string;
  readonly actual: string;
  /** Name of the rest of a whole, after its parts. */
  readonly rest: string;
  /** （续）: after the title of a slide, or the head of a group, that goes on from an earlier slide. */
  readonly continued: string;
  /** Stamp on charts, and mark on decks, whose data are for demonstration. */
  readonly demo: string;
  /** Stamp on drafts. */
  readonly draft: string;
  /** Title of the agenda where the author gives none. */
  readonly agenda: string;
  /** 第一部分: above a section's title. */
  readonly part: (section: number) => string;
  /** 一: a section's number before its name. */
  readonly ordinal: (section: number) => string;
  /** 一、 （一） 1.: before a heading of the booklet (GB/T 9704-2012, 7.3.3). */
  readonly bookletOrdinal: (level: 1 | 2 | 3, number: number) => string;
  /** 1. （1）: before an item of a numbered list of the booklet. */
  readonly bookletItem: (level: 3 | 4, ordinal: string) => string;
  /** Before an item of the booklet that has no number. */
  readonly bookletDash: string;
  /** 二〇二二年: the period on the cover. */
  readonly coverPeriod: (period: Period) => string;
  /** 备用1: in place of the number of a slide that is kept for questions. */
  readonly backup: (number: number) => string;
  /** Name of a slide without a title. */
  readonly untitled: (page: number) => string;
  readonly slide: (page: number) => string;
  /** In handouts, the link from a slide, by its name, to its notes, and back to it. */
  readonly notesOf: (name: string) => string;
  readonly backTo: (name: string) => string;
  /** 第3页 共12页: what comes before, between and after the two numbers. */
  readonly pageOf: readonly [before: string, between: string, after: string];
  /** 1分36秒: how long a part takes, to the second. */
  readonly minutes: (minutes: number) => string;
  readonly zonesNote: string;
  readonly stagesNote: string;
  /** 3.2万人（累计）: a value with the words that say how it was made; without them as it is. */
  readonly madeAs: (value: string, basis: string | null) => string;
  /** 第60位. */
  readonly place: (rank: number) => string;
  /** 2021年, 2021年上半年, 2021年三季度, 2021年9月. */
  readonly period: (period: Period) => string;
  /** 2018—2021年. */
  readonly range: (first: Period, last: Period) => string;
  readonly charts: ChartWords;
}

/** Default titles and statements of charts; figures are passed in as text, as published. */
export interface ChartWords {
  /** `onYear` is false where a growth has another base than the year before. */
  readonly growthTitle: (period: string, onYear: boolean) => string;
  readonly targetTitle: (period: string) => string;
  readonly progressTitle: (period: string) => string;
  readonly shareTitle: (period: string, whole: string) => string;
  readonly compareTitle: (period: string, names: readonly string[]) => string;
  readonly rankingTitle: (period: string, name: string, measure: "value" | "growth") => string;
  readonly structureTitle: (periods: string, name: string) => string;
  /** 云溪县268.3亿元（第1位）: an area in a ranking. */
  readonly ranked: (area: string, figure: string, place: number | null) => string;
  /** Separates the entries of a list. */
  readonly listMark: string;
  readonly trendTitle: (name: string, range: string) => string;
  readonly rankTitle: (name: string, range: string) => string;
  /** A name and what is said about it: 地区生产总值同比增长11.6%. */
  readonly says: (name: string, phrase: string) => string;
  /** 同比增长11.6%, 年均增长6.2%: with its base, and its sign as a word. */
  readonly grew: (growth: Growth) => string;
  /** 2021年148亿元. */
  readonly when: (period: string, figure: string) => string;
  /** 地区生产总值：本镇148亿元，…. */
  readonly lists: (name: string, entries: readonly string[]) => string;
  /** 未单列: in place of a figure that is not given. */
  readonly notItemised: string;
  /** 12.17亿元（推算，12.16–12.18）: a derived figure with its range, or with the reason it has none. */
  readonly derived: (figure: string, range: readonly [low: string, high: string] | null) => string;
  /** 全部财政收入32.64亿元，其中…. */
  readonly ofWhich: (whole: string, parts: readonly string[]) => string;
  /** 共8项，其中…, when the chart shows the others. */
  readonly among: (count: number, clause: string) => string;
  /** …（目标8%左右）. */
  readonly against: (clause: string, target: string) => string;
  /** 2021年…，…。: joins the clauses of one period into a sentence. */
  readonly inPeriod: (period: string, clauses: readonly string[]) => string;
  /** Separates clauses that contain commas. */
  readonly groupMark: string;
  /** Joins clauses that contain commas into a sentence. */
  readonly sentence: (clauses: readonly string[]) => string;
}

/** Words of a language. */
export function wordsOf(language: Language): Words {
  switch (language) {
    case "zh-CN":
      return CHINESE;
    case "en":
      return ENGLISH;
  }
}

const HAN_DIGITS = "〇一二三四五六七八九";

/** 1–99 as 一 … 九十九; larger numbers stay in digits. */
function hanNumber(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  if (number > 99) return `${number}`;
  return (tens === 0 ? "" : `${tens === 1 ? "" : HAN_DIGITS[tens]}十`) + (ones === 0 ? "" : HAN_DIGITS[ones]);
}

/** 二〇二二年: digit by digit, zero as 〇 (GB/T 15835-2011, 4.3). */
function hanYear(year: number): string {
  return `${[...`${year}`].map((digit) => HAN_DIGITS[Number(digit)]).join("")}年`;
}

const HALVES = ["上半年", "下半年"];
const QUARTERS = ["一季度", "二季度", "三季度", "四季度"];
const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

function chinesePeriod(period: Period): string {
  switch (period.type) {
    case "year":
      return `${period.year}年`;
    case "half":
      return `${period.year}年${HALVES[period.half - 1]}`;
    case "quarter":
      return `${period.year}年${QUARTERS[period.quarter - 1]}`;
    case "month":
      return `${period.year}年${period.month}月`;
    case "years":
      return `${period.first}—${period.year}年`;
  }
}

function englishPeriod(period: Period): string {
  switch (period.type) {
    case "year":
      return `${period.year}`;
    case "half":
      return `H${period.half} ${period.year}`;
    case "quarter":
      return `Q${period.quarter} ${period.year}`;
    case "month":
      return `${MONTHS[period.month - 1]} ${period.year}`;
    case "years":
      return `${period.first}–${period.year}`;
  }
}

const CHINESE: Words = {
  page: "页",
  notes: "讲稿",
  source: "来源",
  growth: "同比",
  unit: "单位",
  growthOnYear: "同比增长",
  target: "目标",
  actual: "实际",
  rest: "其余",
  continued: "（续）",
  demo: "示例数据",
  draft: "讨论稿",
  agenda: "目录",
  part: (section) => `第${hanNumber(section)}部分`,
  ordinal: hanNumber,
  bookletOrdinal: (level, number) => (level === 1 ? `${hanNumber(number)}、` : level === 2 ? `（${hanNumber(number)}）` : `${number}.`),
  bookletItem: (level, ordinal) => (level === 3 ? `${ordinal}.` : `（${ordinal}）`),
  bookletDash: "——",
  coverPeriod: (period) => chinesePeriod(period).replace(`${period.year}年`, hanYear(period.year)),
  backup: (number) => `备用${number}`,
  untitled: (page) => `第${page}页`,
  slide: (page) => `幻灯片${page}`,
  notesOf: (name) => `${name}的讲稿`,
  backTo: (name) => `回到${name}`,
  referenceLine: (figure) => `参考线：${figure}`,
  pageOf: ["第", "页　共", "页"],
  minutes: (minutes) => duration(minutes, (whole) => `${whole}分`, (rest) => `${rest}秒`),
  zonesNote: "方位示意，非实际边界",
  stagesNote: "水位示意阶段，非完成比例",
  madeAs: (value, basis) => (basis === null ? value : `${value}（${basis}）`),
  place: (rank) => `第${rank}位`,
  period: chinesePeriod,
  range: (first, last) =>
    first.type === "year" && last.type === "year" ? `${first.year}—${last.year}年` : `${chinesePeriod(first)}—${chinesePeriod(last)}`,
  charts: {
    growthTitle: (period, onYear) => `${period}主要指标${onYear ? "同比增长" : "增长情况"}`,
    targetTitle: (period) => `${period}主要目标`,
    progressTitle: (period) => `${period}目标完成情况`,
    shareTitle: (period, whole) => `${period}${whole}构成`,
    compareTitle: (period, names) => `${period}${names.join("、")}比较`,
    rankingTitle: (period, name, measure) => `${period}${name}${measure === "growth" ? "增速" : ""}排名`,
    structureTitle: (periods, name) => `${periods}${name}`,
    ranked: (area, figure, place) => `${area}${figure}${place === null ? "" : `（第${place}位）`}`,
    listMark: "、",
    trendTitle: (name, range) => `${range}${name}`,
    rankTitle: (name, range) => `${range}${name}位次`,
    says: (name, phrase) => `${name}${phrase}`,
    grew: chineseGrew,
    when: (period, figure) => `${period}${figure}`,
    lists: (name, entries) => `${name}：${entries.join("，")}`,
    notItemised: "未单列",
    derived: (figure, range) => `${figure}（推算，${range === null ? "含约数" : range.join("–")}）`,
    ofWhich: (whole, parts) => `${whole}，其中${parts.join("，")}`,
    groupMark: "；",
    among: (count, clause) => `共${count}项，其中${clause}`,
    against: (clause, target) => `${clause}（目标${target}）`,
    inPeriod: (period, clauses) => `${period}${clauses.join("，")}。`,
    sentence: (clauses) => `${clauses.join("；")}。`,
  },
};

const ENGLISH: Words = {
  page: "Page",
  notes: "Notes",
  source: "Source",
  growth: "growth",
  unit: "Unit",
  growthOnYear: "growth on the year before",
  target: "Target",
  actual: "Actual",
  rest: "Remainder",
  continued: " (continued)",
  demo: "Sample data",
  draft: "Draft",
  agenda: "Contents",
  part: (section) => `Part ${section}`,
  ordinal: (section) => `${section}`,
  // Below a numbered part, English headings differ only in type.
  bookletOrdinal: (level, number) => (level === 1 ? `${number}. ` : ""),
  bookletItem: (level, ordinal) => (level === 3 ? `${ordinal}. ` : `(${ordinal}) `),
  bookletDash: "– ",
  coverPeriod: englishPeriod,
  backup: (number) => `Backup ${number}`,
  untitled: (page) => `Page ${page}`,
  slide: (page) => `slide ${page}`,
  notesOf: (name) => `Notes to ${name}`,
  backTo: (name) => `Back to ${name}`,
  referenceLine: (figure) => `Line at ${figure}`,
  pageOf: ["Page ", " of ", ""],
  minutes: (minutes) => duration(minutes, (whole) => `${whole} min `, (rest) => `${rest} s`).trimEnd(),
  zonesNote: "Schematic, not actual boundaries",
  stagesNote: "Water level shows the stage, not a percentage",
  madeAs: (value, basis) => (basis === null ? value : `${value} (${basis})`),
  place: (rank) => `No. ${rank}`,
  period: englishPeriod,
  range: (first, last) => `${englishPeriod(first)}–${englishPeriod(last)}`,
  charts: {
    growthTitle: (period) => `Growth of main indicators, ${period}`,
    targetTitle: (period) => `Main targets, ${period}`,
    progressTitle: (period) => `Targets and results, ${period}`,
    shareTitle: (period, whole) => `Composition of ${whole}, ${period}`,
    compareTitle: (period, names) => `${names.join(", ")} compared, ${period}`,
    rankingTitle: (period, name, measure) => `${name}${measure === "growth" ? ", growth" : ""} by area, ${period}`,
    structureTitle: (periods, name) => `${name}, ${periods}`,
    ranked: (area, figure, place) => `${area} ${figure}${place === null ? "" : ` (No. ${place})`}`,
    listMark: ", ",
    trendTitle: (name, range) => `${name}, ${range}`,
    rankTitle: (name, range) => `Rank: ${name}, ${range}`,
    says: (name, phrase) => `${name} ${phrase}`,
    grew: englishGrew,
    when: (period, figure) => `${figure} in ${period}`,
    lists: (name, entries) => `${name}: ${entries.join(", ")}`,
    notItemised: "not itemised",
    derived: (figure, range) => `${figure} (derived, ${range === null ? "from approximate figures" : range.join("–")})`,
    ofWhich: (whole, parts) => `${whole}, of which ${parts.join(", ")}`,
    groupMark: "; ",
    among: (count, clause) => `${count} in all, among them ${clause}`,
    against: (clause, target) => `${clause} (target: ${target})`,
    inPeriod: (period, clauses) => `${period}: ${clauses.join("; ")}.`,
    sentence: (clauses) => `${clauses.join("; ")}.`,
  },
};

/** Minutes and seconds, leaving out the part that is zero. */
function duration(minutes: number, whole: (minutes: number) => string, rest: (seconds: number) => string): string {
  const seconds = Math.round(minutes * 60);
  const [full, left] = [Math.floor(seconds / 60), seconds % 60];
  return `${full > 0 ? whole(full) : ""}${left > 0 || full === 0 ? rest(left) : ""}`;
}
