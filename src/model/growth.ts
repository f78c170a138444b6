/** A published change: growth in per cent, in 个百分点 or in words, and against what it is measured. */
import { Big } from "big.js";
import { readEnglishWords, type EnglishChange } from "./english-growth.ts";
import { mirroredQualifier, parseFigure, type Figure } from "./figure.ts";
import { isWords, LONGEST_CELL, readFigure } from "./published.ts";

/**
 * `year`: on the same period of the year before, 同比. `adjusted`: on the year before too, but at comparable prices or on a comparable
 * basis, so that published levels do not give it. `other`: anything else (比2010年, 年均, 环比).
 */
export type Against = "year" | "adjusted" | "other";

export interface Growth {
  /** As published, with all its words: 11.6%, 提高0.9个百分点, 年均增长6.2%. */
  readonly raw: string;
  /** Against what, in the report's words; null where it says nothing, which means 同比. */
  readonly base: string | null;
  readonly against: Against;
  /** The change without the words of its base: 11.6%, 增长6.2%, 持平. */
  readonly phrase: string;
  /** `percent` also for 倍, 成, ‰, 翻番 and 持平, as a number in per cent; `points` 个百分点; `amount` in a unit of its own (增加120亿元); `words` 由降转升. */
  readonly measure: "percent" | "points" | "amount" | "words";
  /** In the measure, negative for a fall; its `raw` is the number without a verb. Null for words. */
  readonly figure: Figure | null;
}

/** What a change begins with: a verb, or a number with what it counts. */
const CHANGE = "新增|净增|(?:基本|大体|总体)?(?:持平|不变)|增长|增加|增幅|增速|提高|提升|上升|上涨|涨|扩大|下降|降低|减少|回落|收窄|下跌|降|翻|[+\\-−]?\\d[\\d.,]*(?:%|‰|倍|个?百分点|个点)|增|近|超|约|不(?=[到足低少超高大])|达|[微略][增降升涨]|[多少](?=\\d)";
/** Words of a base in front of a change. */
const BASE = new RegExp(
  `^(?:按|以|扣除|剔除|与|同|比|较|自|从|(?:近|过去|前|这)?[一二三四五六七八九十两\\d]+年|“?十[一二三四五六七八九]五”?|年均|年平均|平均|累计|环比|实际|名义|可比|不变价)[^，,。；;]*?(?=${CHANGE})`,
);
const ON_YEAR = /^(?:同比|[比较与同]?(?:上年|去年|上一年)(?:同期)?(?:相比)?)$/;
const ADJUSTED = /口径|可比|不变价|扣除|剔除|实际|名义/;
const UP = /^(?:(?:同比|累计|实际|平均)?[微略]?(?:增长|增加|增幅|增速|净增加?|新增加?|提高|提升|上升|上涨|涨幅?|扩大|上浮|升高|延长|多|高|增)(?:了|为|达到?)?)/;
const DOWN = /^(?:(?:同比|累计|实际|平均)?[微略]?(?:下降|降低|减少|回落|收窄|下跌|下调|缩小|缩短|降幅?|跌|低|少)(?:了|为|达到?)?)/;
const DOUBLED = /^(?:实现)?翻(?:了)?(?:([一二两三四五六七八九\d])?番)(半)?(?:以上|多)?$/;
/** A number, its unit and an approximate word: 120亿元, 3天以上. */
const AMOUNT = /^(\D{0,3}?\d[\d,]*(?:\.\d+)?[余多]?)([\p{Script=Han}/㎡]+?)(左右|以上|以内)?$/u;
/** A change of a growth, which is no growth itself: 降幅收窄1.2个百分点. */
const OF_GROWTH = /^(?:降幅|跌幅|涨幅|增幅|增速)[^\d，。]+\d[\d.]*个?百分点(?:以上|左右|以内)?$/;
/** A move between places or in time, or how many times as much: 由第5位升至第3位, 前移2位, 提前2年, 是上年的2.6倍, 1.6 times. No growth is worked out of any. */
const MOVED = /^(?:[由从]第?\d+位[^\d]{1,4}第?\d+位|(?:前移|后移|前进|跃升|进|晋|退)位?\d+(?:位|名|个位次)|(?:提前|提早|推迟|延后|延迟)了?\d+个?(?:年|季度|月|星期|周|天|日|小时)(?:完成|实现)?|(?:up )?\d[\d.]*(?: times|-fold|x)(?: (?:that of )?(?:a year earlier|the previous year|last year|20\d\d))?|(?:达到?|[是为]|相当于)?(?:上年|去年|上一年)(?:同期)?的[^，。]{0,2}\d[\d.]*倍(?:以上|左右)?)$/;
const LEVEL = /^(?:(?:基本|大体|总体)?(?:持平|不变)|unchanged|flat|stable)$/i;

/** Reads a cell of `growth`; null without a sign of what is counted (5.3), and for what says nothing. */
export function parseGrowth(text: string, column: string | null): Growth | null {
  const raw = text.trim();
  if (raw.length > LONGEST_CELL) return null;
  // Most cells of a large table are plain rates.
  const plain = raw.endsWith("%") ? parseFigure(raw) : null;
  if (plain !== null) return { raw, base: column, against: againstOf(column), phrase: raw, measure: "percent", figure: plain };
  const written = raw.replaceAll("％", "%").replace(/^[－–](?=\d)/, "-").replace(/[↑▲] ?(?=\d)/, "+").replace(/[↓▼] ?(?=\d)/, "-").replace(/^约?为/, "").replace(/(?<=\d) ?per ?cent$/i, "%");
  const english = readEnglishWords(written);
  const [own, phrase] = english === null ? splitBase(written) : [english.base, english.base === null ? written : written.replace(english.base, "").trim()];
  const change = english === null ? readChange(phrase) : (readEnglishChange(english) ?? readChange(written));
  if (change === null) return null;
  const base = joinBases(column, own);
  return { raw, base, against: againstOf(base), phrase: own === null ? raw : phrase, ...change };
}

/** What a base is measured against; null is the year before. */
export function againstOf(base: string | null): Against {
  if (base === null || ON_YEAR.test(base) || /^(?:year[- ]on[- ]year|on the year|on the (?:previous|preceding) year|over the previous year)$/i.test(base)) return "year";
  return ADJUSTED.test(base) && !/\d{4}|年均|平均|环比|年初|累计/.test(base) ? "adjusted" : "other";
}

/** The words of the base in front of a change, or null, and the rest. */
export function splitBase(written: string): readonly [base: string | null, phrase: string] {
  const found = BASE.exec(written)?.[0] ?? "";
  return found === "" ? [null, written] : [found, written.slice(found.length)];
}

/** The column's words and the cell's own, once each. */
function joinBases(column: string | null, own: string | null): string | null {
  if (column === null || own === null) return column ?? own;
  if (column.includes(own)) return column;
  return own.includes(column) ? own : column + own;
}

type Change = Pick<Growth, "measure" | "figure">;

function readChange(phrase: string): Change | null {
  if (LEVEL.test(phrase)) return { measure: "percent", figure: { raw: phrase, value: "0", decimals: 0, qualifier: "about" } };
  const doubled = DOUBLED.exec(phrase);
  if (doubled !== null) return { measure: "percent", figure: doublings(phrase, doubled) };
  const verb = UP.exec(phrase) ?? DOWN.exec(phrase);
  const number = verb === null ? phrase : phrase.slice(verb[0].length);
  const figure = readFigure(number);
  const falls = verb !== null && !UP.test(phrase);
  const change = figure === null ? null : changeOf(figure, falls);
  if (change !== null) return change;
  const amount = verb === null ? null : AMOUNT.exec(number);
  const counted = amount === null ? null : readFigure(amount[1]! + (amount[3] ?? ""));
  if (counted !== null) return { measure: "amount", figure: falls ? fallOf({ ...counted, raw: number }) : { ...counted, raw: number } };
  return isWords(phrase) || OF_GROWTH.test(phrase) || MOVED.test(phrase) ? { measure: "words", figure: null } : null;
}

function readEnglishChange({ number, falls }: EnglishChange): Change | null {
  const figure = readFigure(number.toLowerCase().replace(/ ?per ?cent(?!age)/, "%"));
  return figure === null ? null : changeOf(figure, falls);
}

/** Null for a number that does not say what it counts, and for a fall of less than nothing. */
function changeOf(read: Figure, falls: boolean): Change | null {
  if (falls && (read.value.startsWith("-") || read.raw.startsWith("+"))) return null;
  const figure = falls ? fallOf(read) : read;
  if (/个?百分点|个点|points?|pp/.test(read.raw)) return { measure: "points", figure };
  if (/%|百分之|成/.test(read.raw)) return { measure: "percent", figure };
  if (read.raw.includes("‰")) return { measure: "percent", figure: timesTen(figure, -1) };
  return read.raw.includes("倍") ? { measure: "percent", figure: timesTen(figure, 2) } : null;
}

/** A fall as negative growth: its approximate word is about the size of the fall, and its greater end is the lower one. */
export function fallOf(figure: Figure): Figure {
  if (figure.upper !== undefined) return { ...figure, value: `-${figure.upper}`, upper: `-${figure.value}` };
  return { ...figure, value: figure.value === "0" ? "0" : `-${figure.value}`, qualifier: mirroredQualifier(figure.qualifier) };
}

/** The same figure in units 10^power smaller, so that its last digit keeps its weight. */
function timesTen(figure: Figure, power: number): Figure {
  const move = (value: string): string => new Big(value).times(`1e${power}`).toFixed();
  const upper = figure.upper === undefined ? {} : { upper: move(figure.upper) };
  return { ...figure, value: move(figure.value), ...upper, power: (figure.power ?? 0) + power };
}

/** 翻一番 is growth by 100%, 翻两番 by 300%; nobody says it to the digit. */
function doublings(raw: string, [, times = "一", half]: RegExpExecArray): Figure | null {
  const count = "一二三四五六七八九".indexOf(times.replace("两", "二").replace(/\d/, (digit) => "零一二三四五六七八九".charAt(Number(digit)))) + 1;
  if (half !== undefined || count < 1) return null;
  return { raw, value: `${(2 ** count - 1) * 100}`, decimals: 0, qualifier: /以上|多/.test(raw) ? "at-least" : "about", power: 1 };
}

/** As published, with the words of its base even where only the column has them: 年均增长6.2%. Charts and tables show this. */
export function growthText({ raw, base }: Pick<Growth, "raw" | "base">): string {
  if (base === null || raw.includes(base)) return raw;
  return !/\p{Script=Han}/u.test(base) ? `${raw} ${base}` : `${base}${raw}`;
}

/** Its number in per cent, to draw or to compare with other rates; null for points and words. */
export function percentOf(growth: Growth | null): Figure | null {
  return growth?.measure === "percent" ? growth.figure : null;
}

/** Growth in per cent on the year before that follows from published levels; null for any other. */
export function rateOnYear(growth: Growth | null): Figure | null {
  return growth?.against === "year" ? percentOf(growth) : null;
}
