/** Reads a plan's words into goals: as far as they are understood and no further. Everything else stays words. */
import { exchange } from "../model/convert-unit.ts";
import type { Figure } from "../model/figure.ts";
import { fallOf, splitBase } from "../model/growth.ts";
import type { Goal, Indicator } from "../model/indicator.ts";
import { nameForms } from "../model/name-forms.ts";
import { readFigure } from "../model/published.ts";
import { readEnglishGoal } from "./english-targets.ts";
import type { Problem, Reading } from "./goal-reading.ts";
import { readComparison } from "./target-partner.ts";
import { isKnownWords, readWords } from "./target-words.ts";

/** What a whole wording says: its goal, and what it adds. `understood` is false where words are kept that no form explains. */
export type WordingReading = { readonly goal: Goal; readonly also: { readonly wording: string; readonly goal: Goal } | null; readonly understood: boolean } | Problem;

/** Characters of the longest wording that is read: a longer one is a paragraph, and the patterns take time in the square of the length. */
const LONGEST = 500;
/** 分别增长5%和6% is the plan of several indicators. */
const SEVERAL = /分别.*\d.*[和与、及].*\d|respectively/i;
/** Divides clauses; a comma before three digits divides thousands. */
const MARKS = /[，、；;]|,(?!\d{3})/;
/** A remark behind the plan: 增长6%左右（按可比价）. */
const REMARK = /(?<=.)[（(]([^（()）]+)[)）]$/;
/** The first end of 5%—5.5% and 1万—1.2万人, whose unit the second end says again. */
const UNIT_TWICE = /(\d[\d,]*(?:\.\d+)?)([^\d—–\-~～至到]{1,4})([—–\-~～至到])(\d[\d,]*(?:\.\d+)?)(?=\2)/;

/** What `wording` says about `indicator`. Its first clause that holds more than words is the goal, the others are kept with it. */
export function readWording(wording: string, indicator: Indicator, indicators: readonly Indicator[]): WordingReading {
  if (wording.length > LONGEST) return { goal: { type: "words", wording }, also: null, understood: false };
  if (SEVERAL.test(wording)) return { problem: "several", word: wording };
  const read = (clause: string): Reading => readClause(clause.replaceAll("％", "%").trim(), indicator, indicators);
  const clauses = wording.replace(REMARK, "，$1").split(MARKS).filter((clause) => clause.trim() !== "");
  if (clauses.length < 2) return alone(read(wording), wording);
  const readings = clauses.map(read);
  const main = readings.findIndex((reading) => "problem" in reading || reading.goal.type !== "words");
  const chosen = readings[main] ?? { goal: { type: "words", wording } };
  if (main < 0 || "problem" in chosen) return alone(chosen, wording);
  const others = readings.filter((_, index) => index !== main);
  const second = others.find((reading): reading is { goal: Goal } => "goal" in reading && reading.goal.type !== "words");
  const rest = clauses.filter((_, index) => index !== main).join("，");
  return { goal: chosen.goal, also: { wording: rest, goal: second?.goal ?? { type: "words", wording: rest } }, understood: true };
}

function alone(reading: Reading, wording: string): WordingReading {
  if ("problem" in reading) return reading;
  return { goal: reading.goal, also: null, understood: reading.goal.type !== "words" || isKnownWords(wording) };
}

const HOPE = /^(?:(?:全力|奋力|努力)?(?:力争|争取|确保|预期|预计|计划|拟|努力|全年|总体|原则上|继续|实现|同比))+(?=.)/;
const ARRANGED = /^(?:拟|计划|原则上)?按照?(.+?)(?:的(?:目标|速度))?(?:来?安排|把握|掌握)$/;

/** 保持6%左右的增长, and the later of two levels: 由62.3%提高到65%. */
const KEPT_GROWTH = /^(?:(?:保持|维持|实现|达到)+)?(\D{0,3}\d[^，；]*?)的?(?:增长|增速|增幅)$/;
const FROM_TO = /^[由从][^到至]*?\d[^到至]*?(?=(?:增长|增加|提高|提升|上升|扩大|下降|减少|降低|压减|缩小)[到至])/;

function readClause(clause: string, indicator: Indicator, indicators: readonly Indicator[]): Reading {
  const english = readEnglishGoal(clause, indicator, indicators);
  if (english !== null) return english;
  const words = readComparison(clause, indicator, indicators) ?? readWords(clause);
  if (words !== null) return words;
  const arranged = ARRANGED.exec(clause)?.[1] ?? clause;
  const hoped = arranged.replace(HOPE, "").replace(KEPT_GROWTH, "增长$1").replace(FROM_TO, "");
  const [base, phrase] = splitBase(hoped);
  return readUnitTwice(phrase, base, indicator) ?? readNumber(phrase, base, indicator) ?? (base === null ? null : readNumber(hoped, null, indicator)) ?? readBehindName(hoped, indicator) ?? { goal: { type: "words", wording: clause } };
}

/** A level between two ends that both have their unit; what is shown keeps the first per cent sign. */
function readUnitTwice(phrase: string, base: string | null, indicator: Indicator): Reading | null {
  const reading = UNIT_TWICE.test(phrase) ? readLevel(phrase.replace(UNIT_TWICE, "$1$3$4"), base, indicator) : null;
  if (reading === null || "problem" in reading || reading.goal.type !== "level") return null;
  const { figure } = reading.goal;
  const raw = figure.raw.includes("%") ? figure.raw.replace(/(\d)(?=[—–\-~～至到]\d)/, "$1%") : figure.raw;
  return { goal: { ...reading.goal, figure: { ...figure, raw } } };
}

/** 工业技改投资增长12%以上, 产量突破80万辆: the indicator's own name, or a part of it, before what is planned. */
function readBehindName(phrase: string, indicator: Indicator): Reading | null {
  const { name, aliases, unit } = indicator;
  const words = /^\D*/.exec(phrase)?.[0] ?? "";
  const forms = [name, ...aliases].flatMap((one) => [one, ...nameForms(one, unit)]);
  for (let length = words.length; length > 1; length--) {
    if (!forms.some((form) => form.includes(words.slice(0, length)))) continue;
    const reading = readNumber(phrase.slice(length), null, indicator);
    return reading === null || "problem" in reading ? null : reading;
  }
  return null;
}

function readNumber(phrase: string, base: string | null, indicator: Indicator): Reading | null {
  return readLimitOfFall(phrase, base) ?? readRate(phrase, base, indicator) ?? readLevel(phrase, base, indicator);
}

/** 降幅收窄至3%以内: growth of at least −3%. */
function readLimitOfFall(phrase: string, base: string | null): Reading | null {
  const number = /^(?:降幅|跌幅)(?:收窄|控制|缩小|保持)?(?:至|到|在)(.+)$/.exec(phrase)?.[1];
  const figure = number === undefined ? null : readFigure(number);
  return figure === null || !figure.raw.includes("%") ? null : { goal: { type: "growth", figure: { ...fallOf(figure), raw: phrase }, base } };
}

const RISES = "增长|增加|提高|提升|上升|上涨|增速|增幅|涨幅|增长率|扩大|新增";
const FALLS = "下降|减少|降低|下调|压减|降幅|回落|收窄|下浮";
const RATE = new RegExp(`^(?:(${RISES})|(${FALLS}))(?:目标|幅度|速度)?(?:为|达到?|(?:保持|控制|稳定|维持)?在?|了)(?=\\D{0,4}[\\d百十一二两三四五六七八九-])(.+)$`);
/** A name that says itself that it counts growth: its 涨幅2% is a level. */
const NAMES_GROWTH = /(?:涨幅|增速|增幅|增长率|增长速度|降幅)$/;

function readRate(phrase: string, base: string | null, { name, unit, kind }: Indicator): Reading | null {
  const match = RATE.exec(phrase);
  const [rises, falls, number] = match === null ? [undefined, undefined, phrase] : [match[1], match[2], match[3]!];
  const read = readFigure(number);
  if (read === null || (falls !== undefined && read.value.startsWith("-"))) return null;
  const figure: Figure = falls === undefined ? read : { ...fallOf(read), raw: phrase };
  if (/百分点/.test(number)) return { goal: { type: "points", figure, base } };
  if (!number.includes("%")) return null;
  const level = rises === undefined ? falls === undefined && unit === "%" : /幅|速|率/.test(rises) && NAMES_GROWTH.test(name);
  // A bare rate of something that is not measured in per cent can only be its growth: 5.5%左右.
  if (level || (match === null && kind === "rate" && unit === "")) return { goal: { type: "level", figure: read, unit: "%", base } };
  return { goal: { type: "growth", figure, base } };
}

const STEADY = "保持在|稳定在|控制在|维持在|保持|稳定|控制";
const VERB = new RegExp(
  `^(?:${STEADY}|达到|达|实现|完成|增长到|提高到|增加到|上升到|提升到|扩大到|下降到|减少到|降低到|压减到|降至|减至|增至|升至|提高至|提升至|降低至|下降至|缩小到|缩小至|收窄到|收窄至|新增|新增加|净增|新建|建成|改造|培育|引进|完成投资|总量|总数|规模|为|在)+`,
);
const STEP = /^(?:迈上|跨上|跃上|登上|站上|跨越|迈过|迈入|突破|冲刺|冲击)(.+?)的?(?:新?台阶|大关|关口|行列)$/;
/** Number or range, 多, the unit with its scale, and an approximate word. */
const AMOUNT = /^(\D{0,5}?)(\d[\d,]*(?:\.\d+)?(?:[—–\-~～至到]\d[\d,]*(?:\.\d+)?)?)([余多]?)(.*?)(左右|上下|及?以上|及?以下|以内|之内|之间)?$/;

function readLevel(phrase: string, base: string | null, indicator: Indicator): Reading | null {
  const step = STEP.exec(phrase)?.[1];
  const bare = withoutName(step ?? phrase, indicator);
  const verb = VERB.exec(bare)?.[0] ?? "";
  const match = AMOUNT.exec(bare.slice(verb.length));
  if (match === null) return null;
  const [, prefix = "", number = "", more = "", unit = "", suffix = ""] = match;
  const figure = readFigure(prefix + number + more + (unit === "%" ? "%" : "") + suffix);
  if (figure === null) return null;
  const reached: Figure = step === undefined ? figure : { ...figure, qualifier: "at-least" };
  const own = ownUnit(unit, indicator, new RegExp(`^(?:${STEADY})?$`).test(verb));
  switch (own) {
    case "growth":
      return { goal: { type: "growth", figure: reached, base } };
    case null:
      return { problem: "unit", word: unit };
    default:
      return { goal: { type: "level", figure: reached, unit: own, base } };
  }
}

/** 优良天数比率85%以上: the end of the indicator's own name may stand before its level. */
function withoutName(phrase: string, { name, aliases }: Indicator): string {
  const words = /^[^\d]*?(?=达到?|保持|稳定|控制|为|不|超|近|约|\d|增|提|降)/.exec(phrase)?.[0] ?? "";
  return words.length > 1 && [name, ...aliases].some((known) => known.includes(words)) ? phrase.slice(words.length) : phrase;
}

/** The unit of a level, `growth` where it is none, or null for a unit that does not fit the indicator. */
function ownUnit(written: string, { unit, kind }: Indicator, steady: boolean): string | "growth" | null {
  // 降至30以下, of what is counted in 微克/立方米.
  if (written === unit || written === "") return unit;
  if (written === "%" && steady && unit !== "" && kind !== "rate") return "growth";
  if (unit === "") return written === "%" && steady && kind !== "rate" ? "growth" : written;
  if (written !== "" && exchange(written, unit) !== null) return written;
  // 20个以上国家级园区, 40个国家级园区: what is counted may follow the unit.
  return written.startsWith(unit) && /^\p{Script=Han}+$/u.test(written.slice(unit.length)) && !/^[次天年]/.test(written.slice(unit.length)) ? unit : null;
}
