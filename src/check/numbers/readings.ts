/** Literal figures in running text with the indicator, measure and period they are about, where the sentence leaves no doubt. */
import { ENGLISH } from "../../language/english-lexicon.ts";
import { CHINESE, type Lexicon } from "../../language/lexicon.ts";
import { readFigures } from "../../language/read-figures.ts";
import { yearBeforePlan } from "../../language/times.ts";
import { OWN, type Times } from "../../language/times.ts";
import type { Reading, Setting } from "../../language/reading.ts";
import type { Deck, Inline, Settings } from "../../model/deck.ts";
import { samePeriod, type Period } from "../../model/period.ts";
import type { Passage } from "../passages.ts";
import { vocabularyOf } from "./vocabulary.ts";

/** The literals of a passage that its words alone identify; most passages have none. */
export function findReadings(passage: Passage, deck: Deck): Reading[] {
  if (!passage.pieces.some(({ type, text }) => type === "text" && /\d/.test(text))) return [];
  const lexicon = isEnglish(passage, deck) ? ENGLISH : CHINESE;
  const setting = settingOf(passage, deck.settings, lexicon);
  return setting === null ? [] : readFigures(passage, setting, vocabularyOf(deck));
}

/** A deck in English may have Chinese passages; a Chinese one writes GDP in Chinese sentences. */
export function isEnglish({ pieces }: Passage, { settings }: Deck): boolean {
  return settings.lang === "en" && !pieces.some(({ type, text }) => type === "text" && /\p{Script=Han}/u.test(text));
}

/** A plan of five years in a title. */
const PLAN = /十([一二三四五六])五”?(?:时期|期间|规划|目标|发展)/;

/** The period that a passage's titles set, or else the deck's; null where they name several years or other times. */
export function settingOf({ slide, section, cell, text, chapter }: Passage, settings: Settings, lexicon: Lexicon): Setting | null {
  // A chapter of the spoken text that says its time is nearer than the titles.
  const own = datedWords(chapter, settings);
  const timed = yearsOf(own, lexicon).length > 0 || lexicon.severalYears.test(own);
  const head = ahead(timed ? own : `${plain(slide.title)} ${slide.kicker}`, settings, lexicon);
  const around = timed ? "" : ahead(plain(section.title), settings, lexicon);
  const named = yearsOf(head, lexicon);
  const words = named.length === 0 ? `${head}\n${around}` : head;
  // 2025年和“十四五”时期工作回顾 names its year; five years are named again where they are meant.
  const several = yearsOf(words, lexicon).length !== 1 && lexicon.severalYears.test(words);
  if (!several && lexicon.otherTimes.test(words) && !lexicon.severalYears.test(words)) return null;
  const years = named.length > 0 ? named : yearsOf(around, lexicon);
  if (years.length > 1) return null;
  const [year = settings.period.year] = years;
  const period: Period = year === settings.period.year ? settings.period : { type: "year", year };
  const plan = settings.plan !== null && samePeriod(period, settings.plan);
  const sums = text.search(lexicon.severalYears);
  // A column of sums beside a column of months runs up to the table's month.
  const sumsFrom = cell !== null ? -1 : sums < 0 ? text.length : sums;
  const thisYear = settings.plan?.type === "year" ? settings.plan.year : null;
  // “十五五”时期主要目标, in a report on 2025: what is to be reached in five years is in no row, unless the text names its year.
  const later = PLAN.exec(words)?.[1];
  const times: Times = named.length === 0 && later !== undefined && yearBeforePlan(later) >= settings.period.year ? { type: "elsewhen" } : several ? { type: "several", years: null, since: null } : OWN;
  return { period, dated: years.length > 0, planned: plan || lexicon.plannedTitle.test(head), lexicon, sumsFrom, thisYear, times };
}

/** 三、今年工作安排, in a deck with a plan: its chapter is about the year planned. */
function datedWords(chapter: string, { plan }: Settings): string {
  return plan === null || /回顾|总结/.test(chapter) ? chapter : chapter.replace(/今年|明年|新的一年|下一?步/, `${plan.year}年`);
}

/** Next year, in an English deck with a plan, is the year planned. */
function ahead(title: string, { plan }: Settings, lexicon: Lexicon): string {
  return plan === null || lexicon !== ENGLISH ? title : title.replace(/\b(?:next year|(?:the )?(?:coming year|year ahead))\b/i, `${plan.year}`);
}

/** The different years in a title, in either style. */
function yearsOf(text: string, { titleYear }: Lexicon): number[] {
  const digits = text.replace(/[〇一二三四五六七八九]/g, (digit) => `${"〇一二三四五六七八九".indexOf(digit)}`);
  return [...new Set([...digits.matchAll(titleYear)].map((match) => Number(match[1])))];
}

function plain(inlines: readonly Inline[]): string {
  return inlines.map((inline) => ("children" in inline ? plain(inline.children) : inline.type === "text" || inline.type === "figure" ? inline.text : "")).join("");
}
