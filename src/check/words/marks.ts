/** P01, P03, P04, P05: half-width marks, spaces, commas between quotes, doubled marks. */
import { commaBetweenQuotes, doubledMark, halfWidthMark, lostCharacter, spaceInText } from "../../diagnostics/messages/marks.ts";
import { fixIn, placeIn, type Wording } from "../../language/wording.ts";
import { findHits, type WordingRule } from "./wording-rule.ts";
import { CLOSING, HAN, OPENING } from "./scripts.ts";

const FULL_WIDTH: Readonly<Record<string, string>> = { ",": "，", ";": "；", ":": "：", "?": "？", "!": "！" };

/** A mark after Han (or a full-width mark), or before it, another such mark in front or not; never one between digits or before English words. */
const HALF_WIDTH = new RegExp(
  `(?:(?<=[${HAN}”’》）】])[,;:?!](?![ \\t]*(?:[A-Za-z]+[ \\t]+[A-Za-z]|[a-z]{2,}[ \\t]+\\d|[a-z]{2,}(?:[.,;]|$)))|(?<=[${HAN}\\w%％)\\],;:?!]|[${CLOSING}])(?!(?<=\\?)\\?)[,;:?!](?=[ \\t]*[${HAN}${OPENING}]))(?:[ \\t]+(?=[${HAN}${OPENING}]))?`,
  "gu",
);

/** A half-width question mark or a sign for an unknown character, in the midst of Chinese words. */
const LOST = new RegExp(`\\uFFFD+|[?〓]+(?=[，。、；：]|[${HAN}])|(?<=[${HAN}])〓+|锟斤拷|烫烫烫`, "gu");
/** A question asks with one of these, or its mark is followed by nothing. */
const QUESTION = /[吗呢么吧嘛]$|真的$|什么|怎么|怎样|如何|为何|为什么|谁|哪|几|多少|是否|能否|可否|何[时处以]|[^不]不[^?]{1,2}$/u;

const SPACE = new RegExp(`(?<=[${HAN}])[ \\t\\u00A0]+(?=[${HAN}])|(?<=[${HAN}${CLOSING}])[ \\t\\u00A0]+(?=[${OPENING}])|(?<=[${CLOSING}])[ \\t\\u00A0]+(?=[${HAN}])|(?<=[${HAN}])[ \\t\\u00A0]+(?=[${CLOSING}])`, "gu");
/** After these, a space is customary: 第一章 总则. */
const AFTER_CHAPTER = /第[一二三四五六七八九十百〇零\d]+[章节条编款篇部分期届次]$/u;
/** Names of two characters are spread: 李 明. */
const SPREAD_NAME = new RegExp(`(?:^|[^${HAN}])[${HAN}]$`, "u");
const SPREAD_END = new RegExp(`^[${HAN}](?:[^${HAN}]|$)`, "u");
/** Marks of a sentence; slogans may end with ！, and ： follows the name of a field. */
const SENTENCE = /[，。；？]/u;
const SLOGAN = /^[^。；？]*！$/u;
/** 联系人：张明 电话：…, 单位：亿元 数据来源：…: fields on one line are separated by spaces. */
const FIELD = new RegExp(`(?:^|[ \\t\\u00A0\\n])[${HAN}]{1,8}[：:]`, "gu");
/** Inside quotes, from the opening mark or the space before up to this one, and on to the next. */
const QUOTED_BEFORE = /[“‘《〈「『](?:[^“”‘’《》〈〉「」『』。；？\n]*[ \t\u00A0])?([^“”‘’《》〈〉「」『』。；？\s]+)$/u;
const QUOTED_AFTER = /^([^“”‘’《》〈〉「」『』。；？\s]+)(?:[ \t\u00A0][^“”‘’《》〈〉「」『』。；？\n]*)?[”’》〉」』]/u;
/** Longest slogan on either side of a space, and shortest half, in characters. */
const [SLOGAN_LENGTH, LEAST_HALF] = [40, 3] as const;
/** How much text beside a space the patterns above may need. */
const NEAR = 10;

const BETWEEN_QUOTES = /(?<=”)、(?=“)|(?<=’)、(?=‘)|(?<=》)、(?=《)/gu;
const DOUBLED = /([，、；：。])\1+|[，、；：。](?=[，、；：。])/gu;

const LATIN_WORD = /[A-Za-z]*[a-z]{2,}/g;
const HAN_CHARACTER = new RegExp(`[${HAN}]`, "gu");
/** How much of a sentence on either side of a mark shows its language. */
const SENTENCE_LENGTH = 60;

/** Lost characters: what old programs leave in place of what they cannot convert. */
export const checkLostCharacters: WordingRule = (wording, report) => {
  for (const { text, start, span } of findHits(wording, LOST)) {
    if (!text.startsWith("?") || isLost(wording.text, start)) report(lostCharacter(span, text));
  }
};

/** Whether a `?` is no question mark: it stands among Chinese words and nothing before it asks. */
function isLost(text: string, at: number): boolean {
  const after = text.slice(at).replace(/^\?+/u, "");
  const clause = text.slice(0, at).split(/[，。；：！？!\n]/u).at(-1) ?? "";
  if (!/^[，。、；：”’》）\p{Script=Han}\d]/u.test(after)) return false;
  const among = /[\p{Script=Han}\d％%、“”（）《》]$/u.test(clause) || (clause === "" && /^\p{Script=Han}/u.test(after));
  return among && !isEnglish(text, at) && (/^[，。、；：]/u.test(after) || !QUESTION.test(clause));
}

export const checkHalfWidthMarks: WordingRule = (wording, report) => {
  for (const { text, start, end } of findHits(wording, HALF_WIDTH)) {
    if (isEnglish(wording.text, start) || (text.startsWith("?") && isLost(wording.text, start))) continue;
    const mark = text.charAt(0);
    const right = FULL_WIDTH[mark] ?? mark;
    // The space that people type after such a mark goes with it.
    report(halfWidthMark(placeIn(wording, start, start + 1), mark, right, fixIn(wording, start, end, right) ?? fixIn(wording, start, start + 1, right)));
  }
};

/** Whether the sentence around `at` has more Latin words than Chinese ones, which mostly have two characters. */
function isEnglish(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - SENTENCE_LENGTH), at).split(/[。！？\n]/u).at(-1) ?? "";
  const behind = text.slice(at, at + SENTENCE_LENGTH).split(/[。！？\n]/u)[0] ?? "";
  const sentence = before + behind;
  const latin = sentence.match(LATIN_WORD)?.length ?? 0;
  return latin > 1 && latin > (sentence.match(HAN_CHARACTER)?.length ?? 0) / 2;
}

export const checkSpaces: WordingRule = (wording, report) => {
  const hits = findHits(wording, SPACE);
  const divided = hits.length > 0 && isDivided(wording.text);
  for (const { start, end, span } of hits) {
    if (isCustomary(wording, start, end, divided)) continue;
    report(spaceInText(span, fixIn(wording, start, end, "")));
  }
};

/** Headings, slogans and lines of fields are divided by spaces; inside a sentence, a space between Han characters is a slip. */
function isDivided(text: string): boolean {
  return !SENTENCE.test(text) || SLOGAN.test(text.trim()) || [...text.matchAll(FIELD)].length > 1;
}

function isCustomary({ text }: Wording, start: number, end: number, divided: boolean): boolean {
  const before = text.slice(Math.max(0, start - NEAR), start);
  const after = text.slice(end, end + NEAR);
  if (isSlogan(text, start, end)) return true;
  if (AFTER_CHAPTER.test(before) || (SPREAD_NAME.test(before) && SPREAD_END.test(after))) return true;
  const betweenHan = isHan(before.slice(-1)) && isHan(after.slice(0, 1));
  return betweenHan && divided;
}

/** Quoted halves of a slogan or a name are divided by a space: “山水相依 田园相伴”. Halves of one or two characters are a slip. */
function isSlogan(text: string, start: number, end: number): boolean {
  const first = QUOTED_BEFORE.exec(text.slice(Math.max(0, start - SLOGAN_LENGTH), start))?.[1] ?? "";
  const second = QUOTED_AFTER.exec(text.slice(end, end + SLOGAN_LENGTH))?.[1] ?? "";
  return Math.min(first.length, second.length) >= LEAST_HALF;
}

function isHan(unit: string): boolean {
  // Half of a rare character counts as well: no other astral character is found beside such a space.
  return /[\p{Script=Han}\uD800-\uDFFF]/u.test(unit);
}

export const checkCommasBetweenQuotes: WordingRule = (wording, report) => {
  for (const { start, end, span } of findHits(wording, BETWEEN_QUOTES)) report(commaBetweenQuotes(span, fixIn(wording, start, end, "")));
};

export const checkDoubledMarks: WordingRule = (wording, report) => {
  for (const { text, start, end, span } of findHits(wording, DOUBLED)) {
    const same = text.length > 1;
    // Three stops may be meant as an ellipsis.
    const fix = text.length === 2 ? fixIn(wording, start, end, text.charAt(0)) : null;
    const written = same ? text : wording.text.slice(start, end + 1);
    report(doubledMark(span, written, same, fix));
  }
};
