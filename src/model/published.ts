/** What a cell publishes: one number, or words that hold none or several (3:2, 三分之二, Ⅱ类, 持平). */
import { Big } from "big.js";
import { findApproximateWord, qualifierOf, type Meaning } from "./approximate.ts";
import { parseFigure, type Figure } from "./figure.ts";
import { HAN_NUMBER, readHanNumber } from "./han-number.ts";
import { powerOfScale, SCALE_WORDS } from "./scale-word.ts";

/** Published words that are no single number. Every surface shows them as they are; no rule computes with them. */
export interface Phrase {
  readonly raw: string;
  readonly value: null;
  /** `ratio` 21.9∶38.7∶39.4; `fraction` 1/3以上, 三分之二; `words` Ⅱ类, 优良. */
  readonly form: "ratio" | "fraction" | "words";
  /** The terms of a ratio, or numerator and denominator, as decimal text; empty for words. */
  readonly numbers: readonly string[];
}

export type Published = Figure | Phrase;

export function isFigure(published: Published): published is Figure {
  return published.value !== null;
}

/** The figure, or null for words and for nothing. */
export function numberOf(published: Published | null): Figure | null {
  return published !== null && isFigure(published) ? published : null;
}

/** Verbs that a report puts before a figure; after an estimate the figure is about right. */
const LEAD = /^(?:(?:达到?|约?为|共计?|合计|累计|实现|完成)|(预计|预期|有望|力争|初步预计)(?:可?达到?|完成|实现|为)?)(?=.)/;

/** Characters of the longest cell that may be a figure or its words: the patterns below take time in the square of the length. */
export const LONGEST_CELL = 80;

/** Reads a cell of `value` as published; null for what is neither a figure nor words. */
export function parsePublished(text: string): Published | null {
  const raw = text.trim();
  if (raw.length > LONGEST_CELL) return null;
  const written = raw.replaceAll("％", "%");
  const lead = LEAD.exec(written);
  const bare = lead === null ? written : written.slice(lead[0].length);
  const figure = readFigure(bare);
  if (figure !== null) return { ...figure, raw, qualifier: lead?.[1] !== undefined && figure.qualifier === "exact" ? "about" : figure.qualifier };
  return readPhrase(raw, bare);
}

/** One number with its approximate word, its scale word and a unit of its own, or a range of two. */
export function readFigure(text: string): Figure | null {
  return parseFigure(text) ?? readRange(text) ?? readApproximate(text);
}

/** 上百亿, 过万 and 破千: a scale word counts as a round number that was reached or passed. */
const REACHED = /^(?:(上)|[过破])(?=[百千万亿])/;

function readApproximate(raw: string): Figure | null {
  const reached = REACHED.exec(raw);
  const before = reached === null ? (findApproximateWord(raw, "before")?.meaning ?? null) : reached[1] === undefined ? "above" : "from";
  const rest = raw.slice((reached?.[0] ?? findApproximateWord(raw, "before")?.word ?? "").length).trim();
  const after = findApproximateWord(rest, "after");
  const amount = readAmount(after === null ? rest : rest.slice(0, -after.word.length).trim(), before !== null || after !== null);
  if (amount === null) return null;
  const { more, ...number } = amount;
  const meanings = new Set<Meaning>([before, after?.meaning ?? null, more ? ("little-above" as const) : null].filter((one) => one !== null));
  // 约…左右 says the same twice; two other words contradict each other.
  if (meanings.size > 1) return null;
  const [meaning] = meanings;
  return { raw, ...number, qualifier: meaning === undefined ? "exact" : qualifierOf(meaning) };
}

interface Amount extends Pick<Figure, "value" | "decimals"> {
  readonly power?: number;
  /** 余 or 多 stands inside: 6800多万. */
  readonly more: boolean;
}

const SCALE = SCALE_WORDS.join("|");
/** Digits or Han numbers, 多, a scale, 多, and a unit that needs no column of its own. */
const AMOUNT = new RegExp(`^(百分之)?([+\\-−]?)(?:(\\d{1,3}(?:,\\d{3})+|\\d+)(\\.\\d+)?|(${HAN_NUMBER}))([余多])?(${SCALE})?([余多])?\\s?(%|‰|成|倍|个?百分点|个点|percentage points?|pp)?$`);

/** `rough` allows a bare scale word: 超万, 近千. */
function readAmount(text: string, rough: boolean): Amount | null {
  const match = AMOUNT.exec(text);
  if (match === null) return null;
  const [, percent, sign = "", digits, fraction = "", han, more, scale = "", also, unit] = match;
  if (percent !== undefined && (unit !== undefined || scale !== "")) return null;
  const bare = !rough && [unit, percent, more, also].every((part) => part === undefined);
  const value = han === undefined ? `${digits!.replaceAll(",", "")}${fraction}` : hanValue(han, bare);
  if (value === null) return null;
  const zeros = han === undefined || unit === "成" ? 0 : (/0*$/.exec(value)?.[0].length ?? 0);
  const power = (powerOfScale(scale) ?? 0) + (unit === "成" ? 1 : 0);
  const whole = power === 0 ? value : new Big(value).times(`1e${power}`).toFixed();
  const place = power + (value === "0" ? 0 : zeros);
  return {
    value: (sign === "" || sign === "+" ? "" : "-") + whole,
    decimals: Math.max(0, fraction.length - 1),
    ...(place === 0 ? {} : { power: place }),
    more: more !== undefined || also !== undefined,
  };
}

/** A scale word alone is no number, unless another word makes it one: 近千, 超万. */
function hanValue(han: string, bare: boolean): string | null {
  const value = readHanNumber(han);
  return value === null || (bare && /^[百千万亿]$/.test(han)) ? null : new Big(value).toFixed();
}

const DASH = "(?:—|–|―|－|-|~|～|至|到| to )";
const END = "[+\\-−]?\\d[\\d,]*(?:\\.\\d+)?";
const RANGE = new RegExp(`^(${END})(%|‰|${SCALE}|倍|个?百分点)?${DASH}(${END})(%|‰|${SCALE}|倍|个?百分点)?(?:左右|之间)?$`);

/** 5%—5.5%, 300～500, 3—5万: the lower end comes first; one without a unit takes that of the higher. */
export function readRange(raw: string): Figure | null {
  const match = RANGE.exec(raw);
  if (match === null) return null;
  const [, first = "", unit, second = "", last = ""] = match;
  if (unit !== undefined && unit !== last && !(powerOfScale(unit) !== null && powerOfScale(last) !== null)) return null;
  const [low, high] = [readAmount(first + (unit ?? last), true), readAmount(second + last, true)];
  if (low === null || high === null || new Big(low.value).gte(high.value)) return null;
  const { more: _, ...lower } = low;
  return { raw, ...lower, decimals: Math.max(low.decimals, high.decimals), qualifier: "range", upper: high.value };
}

const RATIO = /^\d+(?:\.\d+)?(?:\s?[:：∶︰]\s?\d+(?:\.\d+)?)+$/;
const FRACTION = new RegExp(`^\\D{0,3}?(?:(\\d+)\\s?[/／]\\s?(\\d+)|(${HAN_NUMBER})分之(${HAN_NUMBER}))(?:左右|及?以上|及?以下|以内|多)?$`);
/** What people write where there is no figure. */
const NOTHING = /^(?:[-—–－―_/\\|.。…·*?？!！,，、\s]+|[无暂未缺空略]|暂无|没有|无数据|未公布|未发布|尚未公布|未统计|未知|未定|不详|待定|待补|待补充|待核|待核实|待统计|待公布|同上|n\/?a|null|nil|none|true|false|tb[ad]|x+)$/i;
/** Digits in words are the name of a class: 4A级, 5星. */
const NAMED_DIGITS = /\d+(?=A+(?![A-Za-z\d])|[A-Z]级|星|类|级)/g;

function readPhrase(raw: string, bare: string): Phrase | null {
  if (RATIO.test(bare)) return { raw, value: null, form: "ratio", numbers: bare.split(/\s?[:：∶︰]\s?/) };
  const fraction = FRACTION.exec(bare);
  if (fraction !== null) return { raw, value: null, form: "fraction", numbers: termsOf(fraction) };
  if (!isWords(bare)) return null;
  return { raw, value: null, form: "words", numbers: [] };
}

function termsOf([, top, bottom, hanBottom, hanTop]: RegExpExecArray): string[] {
  if (top !== undefined && bottom !== undefined) return [top, bottom];
  return [hanTop, hanBottom].map((han) => `${readHanNumber(han ?? "") ?? ""}`);
}

/** One character that is a mark: any other alone is a slip of the pen. */
const MARKS_OF_ONE = /^[优良中差甲乙丙特A-Eⅰ-ⅿⅠ-ⅿ]$/;

/** Words that say something without a number: at least one letter, no digit but in the name of a class, and nothing that stands for nothing. */
export function isWords(text: string): boolean {
  const bare = text.replace(NAMED_DIGITS, "");
  if (text.length === 1 && !MARKS_OF_ONE.test(text)) return false;
  return /\p{L}|\p{Nl}/u.test(bare) && !/[\d０-９\uFFFD?？#]/.test(bare) && !NOTHING.test(text) && text.length <= 40;
}
