/** The words inside charts, their legends and their data tables, in each of the deck's languages. */
import type { Language } from "./deck.ts";
import type { Period } from "./period.ts";

/** What a chart says in its own words; quotes are passed in as published. */
export interface PlotWords {
  /** 斜纹为约数，原文“近9%”. */
  readonly hatched: (quotes: readonly string[]) => string;
  /** 箭头为下限，原文“超10%”. */
  readonly lowerBound: (quotes: readonly string[]) => string;
  /** 斜纹为上限，原文“不超过5%”. */
  readonly upperBound: (quotes: readonly string[]) => string;
  /** 斜纹为区间，原文“5%—5.5%”. */
  readonly range: (quotes: readonly string[]) => string;
  /** 空心点为约数，原文“近9%”. */
  readonly hollow: (quotes: readonly string[]) => string;
  /** 2021年增速, 2022年目标: heads of columns. */
  readonly growthIn: (period: string) => string;
  readonly targetFor: (period: string) => string;
  /** 2021年11.6%: last year's growth beside its line. */
  readonly grewIn: (period: string, growth: string) => string;
  /** 10%线: the name of a reference. */
  readonly referenceLine: (figure: string) => string;
  /** A growth with another base than the plan's, or in words, is not on the axis. */
  readonly unplotted: (name: string, growth: string) => string;
  /** A plan's wording in full, where the plot shows only its number. */
  readonly inFull: (name: string, wording: string) => string;
  /** A hollow dot stands at the lower end of a range; its label has both. */
  readonly lowerEnd: string;
  /** Some periods have neither bar nor point. */
  readonly gap: string;
  /** Stands for a figure that was not published. */
  readonly unpublished: string;
  /** 参考线10%. */
  readonly reference: (figure: string) => string;
  /** Rows differ in unit, so each has its own scale. */
  readonly ownScales: string;
  readonly actualBar: string;
  readonly targetMark: string;
  /** 目标8%左右. */
  readonly targetLabel: (figure: string) => string;
  /** The rest of a whole has no figure of its own. */
  readonly restHatched: string;
  /** The rest of a whole is computed, not published. */
  readonly restDerived: string;
  /** 推算 12.16–12.18: beside a derived figure. */
  readonly derivedMark: (range: readonly [low: string, high: string] | null) => string;
  /** 总量（亿元）. */
  readonly levelPanel: (unit: string) => string;
  readonly growthPanel: string;
  readonly rankPanel: string;
  /** 名称（单位）. */
  readonly withUnit: (name: string, unit: string) => string;
  /** Short name of a period under an axis: what changes, then the year. */
  readonly tick: (period: Period) => readonly [string, string];
  /** 来源：…. */
  readonly source: (source: string) => string;
  readonly indicator: string;
  readonly area: string;
  readonly period: string;
  readonly value: string;
  readonly growth: string;
  /** The same where a growth has another base than the year before. */
  readonly change: string;
  readonly rank: string;
  readonly target: string;
  readonly part: string;
  /** Head of a column of shares. */
  readonly shareOfWhole: string;
  /** The lengths follow a ratio that is not in per cent. */
  readonly ratioOnly: string;
  readonly whole: string;
}

/** Plot words of a language. */
export function plotWordsOf(language: Language): PlotWords {
  switch (language) {
    case "zh-CN":
      return CHINESE;
    case "en":
      return ENGLISH;
  }
}

/** A key quotes this many figures; of more it quotes two, so that it stays on its line. */
const MOST_QUOTES = 3;

function shown(quotes: readonly string[]): readonly string[] {
  return quotes.length > MOST_QUOTES ? quotes.slice(0, 2) : quotes;
}

function quoted(quotes: readonly string[]): string {
  return `${shown(quotes).map((quote) => `“${quote}”`).join("")}${quotes.length > MOST_QUOTES ? "等" : ""}`;
}

function quotedInEnglish(quotes: readonly string[]): string {
  return `${shown(quotes).map((quote) => `"${quote}"`).join(", ")}${quotes.length > MOST_QUOTES ? " …" : ""}`;
}

function chineseTick(period: Period): readonly [string, string] {
  const year = `${period.year}年`;
  switch (period.type) {
    case "year":
      return [year, ""];
    case "half":
      return [period.half === 1 ? "上半年" : "下半年", year];
    case "quarter":
      return [`${["一", "二", "三", "四"][period.quarter - 1]}季度`, year];
    case "month":
      return [`${period.month}月`, year];
    case "years":
      return [`${period.first}—${period.year}年`, ""];
  }
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

function englishTick(period: Period): readonly [string, string] {
  const year = `${period.year}`;
  switch (period.type) {
    case "year":
      return [year, ""];
    case "half":
      return [`H${period.half}`, year];
    case "quarter":
      return [`Q${period.quarter}`, year];
    case "month":
      return [MONTHS[period.month - 1]!, year];
    case "years":
      return [`${period.first}–${period.year}`, ""];
  }
}

const CHINESE: PlotWords = {
  hatched: (quotes) => `斜纹为约数，原文${quoted(quotes)}`,
  lowerBound: (quotes) => `箭头为下限，原文${quoted(quotes)}`,
  upperBound: (quotes) => `斜纹为上限，原文${quoted(quotes)}`,
  range: (quotes) => `斜纹为区间，原文${quoted(quotes)}`,
  hollow: (quotes) => `空心点为约数，原文${quoted(quotes)}`,
  growthIn: (period) => `${period}增速`,
  targetFor: (period) => `${period}目标`,
  grewIn: (period, growth) => `${period}${growth}`,
  referenceLine: (figure) => `${figure}线`,
  unplotted: (name, growth) => `未画入图中：${name}${growth}`,
  inFull: (name, wording) => `${name}：${wording}`,
  lowerEnd: "空心点为区间下限",
  gap: "空缺：原文未载",
  unpublished: "未载",
  reference: (figure) => `虚线为${figure}`,
  ownScales: "单位不同，各组刻度不同，均自零起",
  actualBar: "实际",
  targetMark: "目标",
  targetLabel: (figure) => `目标${figure}`,
  restHatched: "斜纹为其余，未单列",
  restDerived: "其余为推算：总量减各部分",
  derivedMark: (range) => `推算${range === null ? "，含约数" : ` ${range.join("–")}`}`,
  levelPanel: (unit) => `总量${unit === "" ? "" : `（${unit}）`}`,
  growthPanel: "增速（%）",
  rankPanel: "位次",
  withUnit: (name, unit) => (unit === "" ? name : `${name}（${unit}）`),
  tick: chineseTick,
  source: (source) => `来源：${source}`,
  indicator: "指标",
  area: "地区",
  period: "期间",
  value: "数值",
  growth: "同比增速",
  change: "增速",
  rank: "位次",
  target: "目标",
  shareOfWhole: "占比",
  ratioOnly: "长度按公布的比例。",
  part: "构成",
  whole: "合计",
};

const ENGLISH: PlotWords = {
  hatched: (quotes) => `Hatched: approximate, published as ${quotedInEnglish(quotes)}`,
  lowerBound: (quotes) => `Arrow: at least, published as ${quotedInEnglish(quotes)}`,
  upperBound: (quotes) => `Hatched: at most, published as ${quotedInEnglish(quotes)}`,
  range: (quotes) => `Hatched: a range, published as ${quotedInEnglish(quotes)}`,
  hollow: (quotes) => `Hollow: approximate, published as ${quotedInEnglish(quotes)}`,
  growthIn: (period) => `Growth in ${period}`,
  targetFor: (period) => `Target for ${period}`,
  grewIn: (period, growth) => `${growth} in ${period}`,
  referenceLine: (figure) => `${figure} line`,
  unplotted: (name, growth) => `Not drawn: ${name}, ${growth}`,
  inFull: (name, wording) => `${name}: ${wording}`,
  lowerEnd: "Hollow: the lower end of a range",
  gap: "Gap: not published",
  unpublished: "not published",
  reference: (figure) => `Dashed line: ${figure}`,
  ownScales: "Units differ: each group has its own scale, all from zero",
  actualBar: "Actual",
  targetMark: "Target",
  targetLabel: (figure) => `Target ${figure}`,
  restHatched: "Hatched: the remainder, not itemised",
  restDerived: "Remainder: derived, the total less its parts",
  derivedMark: (range) => (range === null ? "derived from approximate figures" : `derived, ${range.join("–")}`),
  levelPanel: (unit) => (unit === "" ? "Level" : `Level (${unit})`),
  growthPanel: "Growth (%)",
  rankPanel: "Rank",
  withUnit: (name, unit) => (unit === "" ? name : `${name} (${unit})`),
  tick: englishTick,
  source: (source) => `Source: ${source}`,
  indicator: "Indicator",
  area: "Area",
  period: "Period",
  value: "Value",
  growth: "Growth on the year",
  change: "Growth",
  rank: "Rank",
  target: "Target",
  shareOfWhole: "Share",
  ratioOnly: "Lengths follow the published ratio.",
  part: "Part",
  whole: "Total",
};
