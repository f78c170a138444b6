/** The report's own headings in its spoken text: 一、 （一） 1. （1） 一是, as GB/T 9704-2012, 7.3.3 orders them, and their English kin. */
import type { Block, BlockOf, Inline } from "./deck.ts";
import { plainText } from "./plain-text.ts";

/** Levels one to four of GB/T 9704-2012, 7.3.3: 一、 and （一） and 1. and （1）. */
export type HeadingLevel = 1 | 2 | 3 | 4;

/** A paragraph that is a heading or begins with one. */
export interface OwnHeading {
  readonly level: HeadingLevel;
  /** With its ordinal, as typed. */
  readonly words: readonly Inline[];
  /** What follows in the same paragraph; null where the heading stands alone. */
  readonly rest: BlockOf<"paragraph"> | null;
}

const HAN = "[一二三四五六七八九十]{1,3}";
const ORDINALS: readonly (readonly [level: HeadingLevel, pattern: RegExp])[] = [
  [1, new RegExp(`^(?:${HAN}[、．]|第${HAN}(?:部分|章|篇)[、：:\\s]?)`, "u")],
  [2, new RegExp(`^(?:[（(]${HAN}[）)]|[㈠-㈩])`, "u")],
  [3, /^[\d０-９]{1,2}[.．、](?![\d０-９])/u],
  [4, new RegExp(`^(?:[（(][\\d０-９]{1,2}[）)]|[⑴-⒇]|${HAN}是(?!否))`, "u")],
];
const ENGLISH_ORDINALS: readonly (readonly [level: HeadingLevel, pattern: RegExp])[] = [
  [1, /^(?:(?:Part|Chapter|Section) (?:[IVX]{1,5}|\d{1,2}|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)\b|[IVX]{1,5}\. )/u],
  [2, /^(?:[A-Z]\. |\([IVX]{1,5}\) |[1-9]\d?\. )/u],
  [3, /^\((?:[1-9]\d?|[a-z]|[A-Z]|[ivx]{1,5})\) /u],
];
/** Longest heading that stands alone, and longest one that text follows, in characters. A longer sentence is text. */
const LONGEST: Readonly<Record<HeadingLevel, { readonly alone: number; readonly runIn: number }>> = { 1: { alone: 60, runIn: 40 }, 2: { alone: 60, runIn: 50 }, 3: { alone: 40, runIn: 40 }, 4: { alone: 40, runIn: 40 } };
const LONGEST_ENGLISH = 120;
const LONGEST_SENTENCE = 25;
/** 三是教育。 on a line of its own ends the list that 一是就业； began. */
const LISTED = new RegExp(`^${HAN}是[^。]*。$`, "u");
/** A subject before a colon heads its paragraph as well: （一）主要目标：… */
const LONGEST_SUBJECT = 20;

/** Reads the heading that a block is or begins with; null for text. `english` takes the ordinals of English reports. */
export function readOwnHeading(block: Block, english: boolean): OwnHeading | null {
  if (block.type !== "paragraph") return null;
  const text = plainText(block.inlines).trimEnd();
  const level = (english ? ENGLISH_ORDINALS : ORDINALS).find(([, pattern]) => pattern.test(text))?.[0];
  if (level === undefined) return null;
  if (!english) return cutHeading(block, text, level);
  return text.length > LONGEST_ENGLISH || /[.!?:;,]$/u.test(text) ? null : { level, words: block.inlines.flatMap(plainWords), rest: null };
}

/** Longest English heading without an ordinal, in words, and shortest paragraph that it may head, in characters. */
const [MOST_WORDS, LEAST_TEXT] = [12, 80] as const;

/**
 * A short English line without an end mark between whole sentences heads what follows: Rural Revitalisation. `level` is for such a heading. It says
 * nothing about whether a text has headings of its own, since a signature or a place may look the same.
 */
export function readShortHeading(block: Block, before: Block | undefined, behind: Block | undefined, level: HeadingLevel): OwnHeading | null {
  const [line, last, next] = [block, before, behind].map((one) => (one?.type === "paragraph" ? plainText(one.inlines).trim() : ""));
  if (block.type !== "paragraph" || line === undefined || !/^[“"‘']?[A-Z0-9][^.!?:;,…]*[\p{L}\p{N})”"’']$/u.test(line) || line.split(/\s+/u).length > MOST_WORDS) return null;
  const between = last !== undefined && /[.!?:;][”"’')]?$/u.test(last) && next !== undefined && next.length >= LEAST_TEXT && /[.!?:;][”"’')]?$/u.test(next);
  return between ? { level, words: block.inlines.flatMap(plainWords), rest: null } : null;
}

function cutHeading(block: BlockOf<"paragraph">, text: string, level: HeadingLevel): OwnHeading | null {
  const longest = LONGEST[level];
  const end = /[。！？；]/u.exec(text)?.index ?? text.length;
  const alone = end >= text.length - 1 && !text.endsWith("；");
  // Below the second level a whole sentence is text, unless it is as short as a heading.
  const short = level < 3 || end === text.length || (text.length <= LONGEST_SENTENCE && !text.includes("："));
  if (alone && LISTED.test(text)) return null;
  if (alone && short && text.length <= (end === text.length ? longest.alone : longest.runIn)) return { level, words: block.inlines.flatMap(plainWords), rest: null };
  if (!alone && text[end] !== "；" && end < longest.runIn) return splitAt(block, end + 1, level);
  const colon = text.indexOf("：");
  return level < 3 && colon > 0 && colon <= LONGEST_SUBJECT && colon < text.length - 1 ? splitAt(block, colon + 1, level) : null;
}

function splitAt(block: BlockOf<"paragraph">, at: number, level: HeadingLevel): OwnHeading {
  const [head, tail] = divide(block.inlines, at);
  return { level, words: head.flatMap(plainWords), rest: { ...block, inlines: tail } };
}

/** Inlines up to and from a character of their text. */
function divide(inlines: readonly Inline[], at: number): readonly [readonly Inline[], readonly Inline[]] {
  const head: Inline[] = [];
  const tail: Inline[] = [];
  let left = at;
  for (const inline of inlines) {
    const length = plainText([inline]).length;
    if (left >= length) head.push(inline);
    else if (left <= 0) tail.push(inline);
    else if (inline.type === "text") {
      head.push({ ...inline, text: inline.text.slice(0, left) });
      tail.push({ ...inline, text: inline.text.slice(left).trimStart() });
    } else if ("children" in inline) {
      const [first, last] = divide(inline.children, left);
      head.push({ ...inline, children: first });
      tail.push({ ...inline, children: last });
    } else head.push(inline);
    left -= length;
  }
  return [head, tail];
}

/** A heading has a face of its own: bold and accents in it would change it. */
function plainWords(inline: Inline): readonly Inline[] {
  return inline.type === "strong" || inline.type === "emphasis" ? inline.children.flatMap(plainWords) : [inline];
}
