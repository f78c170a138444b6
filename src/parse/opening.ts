/** Reads when the screens play: `周一至周五 08:30-12:00、13:30-17:30；周六 9:00-12:00`, `Mon-Fri 8:30am-5:30pm; Sat closed`. */
import { DAY, type OpenSpan } from "../model/opening.ts";

/** Why opening hours cannot be used. */
export type OpeningFault = "syntax" | "time" | "empty" | "overlap" | "never";
/** The fault, and the words that have it. */
export interface Faulty<F> {
  readonly fault: F;
  readonly words: string;
}
type Week = readonly (readonly OpenSpan[])[];
interface Rule {
  readonly days: Set<number>;
  readonly spans: OpenSpan[];
  shut: boolean;
}

const ALL = [0, 1, 2, 3, 4, 5, 6];
const GROUPS: readonly (readonly [RegExp, readonly number[]])[] = [
  [/(?:每天|每日|天天|daily|every ?day)/y, ALL],
  [/(?:工作日|(?:on )?weekdays?)/y, [1, 2, 3, 4, 5]],
  [/(?:周末|双休日|(?:on |at )?weekends?)/y, [6, 0]],
];
const CHINESE_DAYS = "日一二三四五六";
const ENGLISH_DAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
const CHINESE_DAY = /(?:周|星期|礼拜)([一二三四五六日天])/y;
const BARE_DAY = /[一二三四五六日天]/y;
const ENGLISH_DAY = /(?:on )?(sun|mon|tue|wed|thu|fri|sat)(?:s|sday|nesday|rs|rsday|urday|day)?s?\b\.?/y;
const TO = /\s*(?:[-~–—―]+|至|到|\bto\b|\buntil\b|\btill\b)\s*/y;
const SHUT = /(?:休息|不开放|闭馆|关闭|closed|休|off\b)/y;
/** A rule ends; between days and spans of one rule everything else of this kind may stand. */
const END = /\s*[;。\n]\s*/y;
const BETWEEN = /(?:[\s,、和及:&+]|and\b)+/y;
const TIME = /(上午|早上|凌晨|早|下午|傍晚|晚上|晚)?\s*(\d{1,2})(?::(\d{2})|[点时](半|整|\d{1,2}分?)?)?\s*(am\b|pm\b|a\.m\.|p\.m\.)?/y;

/** A cursor over normalised words. */
class Words {
  at = 0;
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found !== null) this.at = pattern.lastIndex;
    return found;
  }
  get ended(): boolean {
    return this.at >= this.text.length;
  }
}

/** The spans of each weekday from Sunday. A rule without days is for all days that no other rule names. */
export function parseOpening(lines: readonly string[]): Week | Faulty<OpeningFault> {
  const rules: Rule[] = [];
  for (const line of lines) {
    const fault = readRules(new Words(line.normalize("NFKC").trim().toLowerCase()), rules);
    if (fault !== null) return { fault, words: line };
  }
  const named = new Set(rules.flatMap((rule) => [...rule.days]));
  const week = ALL.map((day) => rules.filter((rule) => (rule.days.size === 0 ? !named.has(day) : rule.days.has(day))).flatMap((rule) => rule.spans).sort((a, b) => a[0] - b[0]));
  const all = lines.join("; ");
  if (week.every((spans) => spans.length === 0)) return { fault: "never", words: all };
  return overlaps(week) ? { fault: "overlap", words: all } : week;
}

/** Adds the rules of one line; the fault that it has. */
function readRules(words: Words, rules: Rule[]): OpeningFault | null {
  let rule: Rule | null = null;
  while (!words.ended) {
    if (words.take(END) !== null) rule = null;
    else if (words.take(BETWEEN) === null) {
      const days = takeDays(words);
      if (rule === null || (days !== null && (rule.shut || rule.spans.length > 0))) rules.push((rule = { days: new Set(), spans: [], shut: false }));
      if (days !== null) for (const day of days) rule.days.add(day);
      else if (words.take(SHUT) !== null) rule.shut = true;
      else {
        const span = takeSpan(words);
        if (typeof span === "string") return span;
        rule.spans.push(span);
      }
    }
  }
  return rules.length === 0 || rules.some((each) => each.shut === each.spans.length > 0) ? "syntax" : null;
}

function takeDays(words: Words): readonly number[] | null {
  for (const [pattern, days] of GROUPS) if (words.take(pattern) !== null) return days;
  const first = takeDay(words);
  if (first === null) return null;
  const { at } = words;
  const last = words.take(TO) === null ? null : (takeDay(words) ?? takeBareDay(words));
  if (last !== null) return Array.from({ length: ((last - first + 7) % 7) + 1 }, (_, index) => (first + index) % 7);
  words.at = at;
  return [first, ...takeBareDays(words)];
}

/** 周一、三、五: the days after the first without their word. */
function takeBareDays(words: Words): readonly number[] {
  const days: number[] = [];
  for (;;) {
    const { at } = words;
    words.take(/\s*[,、]?\s*/y);
    const day = takeBareDay(words);
    if (day === null) {
      words.at = at;
      return days;
    }
    days.push(day);
  }
}

function takeDay(words: Words): number | null {
  const chinese = words.take(CHINESE_DAY);
  if (chinese !== null) return CHINESE_DAYS.indexOf(chinese[1]!.replace("天", "日"));
  const english = words.take(ENGLISH_DAY);
  return english === null ? null : ENGLISH_DAYS.indexOf(english[1]!);
}

function takeBareDay(words: Words): number | null {
  const found = words.take(BARE_DAY);
  return found === null ? null : CHINESE_DAYS.indexOf(found[0].replace("天", "日"));
}

function takeSpan(words: Words): OpenSpan | OpeningFault {
  const first = words.take(TIME);
  if (first === null || words.take(TO) === null) return "syntax";
  const second = words.take(TIME);
  // "8:30-5:30 pm" may mean two things.
  if (second === null || (first[5] === undefined) !== (second[5] === undefined)) return "syntax";
  const from = minuteOf(first, undefined);
  const to = minuteOf(second, first[1]);
  if (typeof from === "string") return from;
  if (typeof to === "string") return to;
  if (from === DAY) return "time";
  if (from === to) return "empty";
  return [from, to < from ? to + DAY : to];
}

/** Minutes since midnight; `before` is the part of the day of the time before it: 下午1:30-5:30. */
function minuteOf([whole, part = undefined, hours, minutes, spoken, half]: RegExpExecArray, before: string | undefined): number | OpeningFault {
  if (minutes === undefined && half === undefined && !/[点时]/.test(whole)) return "syntax";
  const hour = Number(hours);
  const minute = minutes !== undefined ? Number(minutes) : spoken === "半" ? 30 : spoken === undefined || spoken === "整" ? 0 : Number.parseInt(spoken, 10);
  const late = half !== undefined ? half.startsWith("p") : /[下傍晚]/.test(part ?? before ?? "");
  if (minute > 59 || hour > 24 || (half !== undefined && (hour < 1 || hour > 12)) || (part?.startsWith("晚") === true && hour === 12)) return "time";
  const shifted = half !== undefined ? (hour % 12) + (late ? 12 : 0) : late && hour < 12 ? hour + 12 : hour;
  const total = shifted * 60 + minute;
  return total > DAY ? "time" : total;
}

/** Two spans of one day at the same time: one of them is a slip. */
function overlaps(week: Week): boolean {
  return week.some((spans) => spans.some((span, index) => index > 0 && span[0] < spans[index - 1]![1]));
}
