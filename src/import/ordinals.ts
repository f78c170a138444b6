/** Ordinals of headings: 一、 （一） 1. （1） 一是 ——, as GB/T 9704-2012, 7.3.3 orders them, and those of English reports. */

export type Level = 1 | 2 | 3 | 4;

export interface Heading {
  readonly level: Level;
  /** Its words without the ordinal and without an end mark. */
  readonly title: string;
  /** Offset in the paragraph where its words end: the paragraph's text may go on. */
  readonly end: number;
  /** Whether it is one of the items that run in the text: 一是, ——. */
  readonly item: boolean;
}

export interface Ordinal extends Heading {
  /** Whether nothing follows its words in the paragraph. */
  readonly alone: boolean;
}

const HAN = "[一二三四五六七八九十]{1,3}";
const ORDINALS: readonly (readonly [level: Level, item: boolean, pattern: RegExp])[] = [
  [1, false, new RegExp(`^(?:${HAN}\\s?[、．.]|第${HAN}(?:部分|章|篇)[、：:\\s]?)\\s?`, "u")],
  [2, false, new RegExp(`^(?:[（(]\\s?${HAN}\\s?[）)]|[㈠-㈩]|第${HAN}节)\\s?、?`, "u")],
  [3, false, /^[\d０-９]{1,2}\s?[.．、](?![\d０-９])\s?/u],
  [4, false, /^(?:[（(][\d０-９]{1,2}[）)]|[⑴-⒇]|[①-⑳])\s?/u],
  [4, true, new RegExp(`^(?:${HAN}(?:是(?!否)|要)|(?:——|--|—)(?=\\p{Script=Han}))`, "u")],
];
const ENGLISH: readonly (readonly [level: Level, pattern: RegExp])[] = [
  [1, /^(?:(?:Part|Chapter|Section) (?:[IVX]{1,5}|\d{1,2}|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)\b[.:—–-]?\s*|[IVX]{1,5}\. )/u],
  [2, /^(?:[A-Z]\. |\([IVX]{1,5}\) |[1-9]\d?\. )/u],
  [3, /^\((?:[1-9]\d?|[a-z]|[ivx]{1,5})\) /u],
];

/** Longest heading that stands alone, and longest one that text follows, in characters: a longer one is text. */
const ALONE: Readonly<Record<Level, number>> = { 1: 60, 2: 70, 3: 60, 4: 50 };
const RUN_IN = 50;
const LONGEST_ENGLISH = 120;

/** The heading that a paragraph is or begins with; null for text. */
export function readOrdinal(text: string): Ordinal | null {
  const found = ORDINALS.find(([, , pattern]) => pattern.test(text));
  if (found === undefined) return null;
  const [level, item, pattern] = found;
  const from = pattern.exec(text)![0].length;
  const stop = /[。！？；\n]/u.exec(text.slice(from));
  const end = stop === null ? text.length : from + stop.index;
  const rest = text.slice(stop === null ? end : end + 1).trim();
  const title = text.slice(from, end).trim();
  if (title === "") return null;
  if (rest === "") return title.length <= ALONE[level] && !/[，、；]$/.test(text) ? { level, item, title: title.replace(/[：:]$/, ""), end: text.length, alone: true } : null;
  if (title.length <= RUN_IN) return { level, item, title, end: end + 1, alone: false };
  // （一）主要目标：… has a subject before its colon.
  const colon = title.indexOf("：");
  return colon > 0 && colon <= 20 ? { level, item, title: title.slice(0, colon), end: from + colon + 1, alone: false } : null;
}

export function readEnglishOrdinal(text: string): Ordinal | null {
  const found = ENGLISH.find(([, pattern]) => pattern.test(text));
  if (found === undefined || text.length > LONGEST_ENGLISH || /[.!?;,]$/u.test(text)) return null;
  const title = text.slice(found[1].exec(text)![0].length).trim();
  return { level: found[0], item: false, title: title === "" ? text : title, end: text.length, alone: true };
}
