/** Numbers of English prose, whatever stands around them: £284.6m, 1,184, 4.2 per cent, 7th. */
import { APPROXIMATE_WORDS, type Meaning } from "../../../../model/approximate.ts";
import { MONEY } from "../published.ts";
import type { Written } from "../said.ts";

const POWERS: Readonly<Record<string, number>> = { k: 3, thousand: 3, m: 6, mn: 6, million: 6, b: 9, bn: 9, billion: 9, tn: 12, trillion: 12 };

/** No part of a date, a longer number, a range or a code: 2024-25, 9/11, A7. */
const NUMBER = /(?<![\w.,/:#+−–—-])(?<sign>[+−-])?(?<coin>(?:US|A|C|NZ|HK)?[$£€¥] ?|(?:RMB|CNY|USD|EUR|GBP) )?(?<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?:(?<ordinal>st|nd|rd|th)\b|\s?(?<percent>%|per ?cent\b)|(?:\s|-)?(?<points>percentage[ -]points?|pp\b|points?\b)|[\s-]?(?<scale>thousand|million|billion|trillion|mn|bn|tn|k|m|b)\b)?(?![\w/–—~]|[.,:]\d|-\d)/gi;
const CODE = /\b(?:grade|level|stage|page|room|phase|chapter|article|section|route|highway|line|class|category|form|number|figure|table|covid)[ -]$/i;
const PLACE = /\bno\. ?$/i;
/** So many of another thing: per 1,000 inhabitants, every 10,000 people. */
const BASE = /\b(?:per|every|each|in)\s*$/i;

const wordsFor = (side: "before" | "after", ...meanings: readonly Meaning[]): string => APPROXIMATE_WORDS.filter((one) => one.side === side && /[a-z]/.test(one.word) && meanings.includes(one.meaning)).map(({ word }) => word.trim()).join("|");
const ABOVE = new RegExp(`\\b(?:${wordsFor("before", "from", "above")}|exceed(?:s|ed|ing)?|topp(?:ed|ing)|surpass(?:ed|ing)|pass(?:ed|ing)|cross(?:ed|ing)|broke through|well over)(?: the)?\\s*$`, "i");
const BELOW = new RegExp(`\\b(?:${wordsFor("before", "up-to", "short-of", "below", "under")}|just under|short of)\\s*$`, "i");
const ABOUT = new RegExp(`\\b(?:${wordsFor("before", "around").replace("|some", "")})\\s*$`, "i");
const OR_MORE = new RegExp(`^[^,.;]{0,24}?\\b(?:${wordsFor("after", "from")})\\b`, "i");
const OR_LESS = new RegExp(`^[^,.;]{0,24}?\\b(?:${wordsFor("after", "up-to")})\\b`, "i");

/** 5.8:42.3:51.9 */
const RATIO = /(?<![\w.:])\d+(?:\.\d+)?(?: ?: ?\d+(?:\.\d+)?){2,}(?![\w:]|\.\d)/g;

/** Every number of a text that may be a figure; years, codes and ranges are none. */
export function numbersIn(text: string): Written[] {
  const ratios = [...text.matchAll(RATIO)].map(({ 0: found, index }): Written => ({ start: index, end: index + found.length, text: found, kind: "ratio", value: found.replaceAll(" ", ""), power: 0, base: null, rough: null }));
  const single = [...text.matchAll(NUMBER)].flatMap((match): Written[] => {
    const { coin, digits = "", ordinal, percent, points, scale, sign = "" } = match.groups ?? {};
    const [start, end] = [match.index + sign.length, match.index + match[0].length];
    const [before, after] = [text.slice(Math.max(0, start - 40), start), text.slice(end, end + 40)];
    const isBare = (ordinal ?? percent ?? points ?? scale ?? coin) === undefined;
    if (isBare && (/^(?:19|20)\d\d$/.test(digits) || CODE.test(before) || (/^10{1,5}$/.test(digits.replaceAll(",", "")) && BASE.test(before)))) return [];
    if (isRange(before, after, coin !== undefined)) return [];
    const kind = ordinal !== undefined || (isBare && PLACE.test(before)) ? "place" : percent !== undefined ? "percent" : points !== undefined ? "points" : "count";
    const base = coin !== undefined || MONEY.test(/^ ?(?:US )?\w+/.exec(after)?.[0] ?? "") ? "money" : null;
    return [{ start, end, text: text.slice(start, end), kind, value: digits.replaceAll(",", ""), power: POWERS[scale?.toLowerCase() ?? ""] ?? 0, base, rough: roughness(before, after) }];
  });
  return ratios.length === 0 ? single : [...single.filter(({ start }) => !ratios.some((one) => one.start <= start && start < one.end)), ...ratios].toSorted((a, b) => a.start - b.start);
}

/** CNY 140 billion to CNY 150 billion, between 5 and 8 per cent. */
function isRange(before: string, after: string, isMoney: boolean): boolean {
  if (/\bbetween (?:[$£€¥]|[A-Z]{3} )?$/i.test(before) || /\bbetween \S+(?: \S+)? and (?:[$£€¥]|[A-Z]{3} )?$/i.test(before)) return true;
  return !/\b(?:from|by)\s*$/.test(before) && (isMoney ? /^ to (?:[$£€¥]|[A-Z]{3} )\d/ : /^ to \d[\d.,]*(?:%| ?per ?cent)/).test(after) && !/(?:up|down|rose|grew|fell|increased)\s*$/.test(before);
}

function roughness(before: string, after: string): Written["rough"] {
  if (ABOVE.test(before) || OR_MORE.test(after)) return "above";
  if (BELOW.test(before) || OR_LESS.test(after)) return "below";
  return ABOUT.test(before) ? "about" : null;
}
