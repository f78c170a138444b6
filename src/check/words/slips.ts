/** One slip between a registered wording and a text: a character exchanged, two swapped, one missing or one added. */
import { areAlike, areKnown, areSeries, isNamePart } from "./look-alikes.ts";

/** A slip in a window of the text, in characters. */
export interface Slip {
  readonly kind: "exchanged" | "swapped" | "missing" | "added";
  readonly start: number;
  readonly end: number;
  /** The character that is wrong, or before which one is missing. */
  readonly at: number;
  /** Offset in the wording of the character that is wrong or missing, or before which one is added. */
  readonly index: number;
}

/** What a slip probably is. */
export interface Verdict {
  /** False where it may well make another phrase. */
  readonly sure: boolean;
  /** Whether it is a slip of typing rather than another word in its place. */
  readonly alike: boolean;
}

/** Where the words of the text begin and end, in characters. */
export interface Borders {
  readonly at: (place: number) => boolean;
  /** Whether the place is inside a word of two characters or more that begins and ends in this window. */
  readonly isWord: (place: number, start: number, end: number) => boolean;
}

/** Characters compared so far; no more than `most` may be. */
export interface Search {
  readonly characters: readonly string[];
  left: number;
}

/** From this length on, one exchanged character is a slip rather than another phrase. */
const LONG = 6;
/** Words of one character that a sentence may have anywhere: 是 in 这是政府工作报告 is no slip for 市. */
const FUNCTION_WORDS = "的地得了着过和与及同跟在是有为以至于从自由对将把被向到等也又都就而且其之所不没要会能可更最再还很太这那此该各每某个们让使给如若则即并或";
const MARK = /[\p{Script=Han}\p{L}\p{P}]/u;
const HAN = /\p{Script=Han}/u;

/** The slip in a text that has the first `same` characters of a wording from `start` on; null for none, or for more than one. */
export function slipAfter(wanted: readonly string[], same: number, start: number, search: Search): Slip | null {
  const { characters: text } = search;
  let index = same;
  while (index < wanted.length && wanted[index] === text[start + index]) index++;
  search.left -= index - same + 1;
  if (index === wanted.length) return text[start + index] === wanted.at(-1) ? { kind: "added", start, end: start + index + 1, at: start + index, index } : null;
  const rest = (from: number, shift: number): boolean => matches(wanted, from, wanted.length, start + shift, search);
  const at = start + index;
  const end = start + wanted.length;
  // Before the last character, one more is likelier than two others: 总基基调.
  if (index === wanted.length - 1 && text[at + 1] === wanted[index]) return { kind: "added", start, end: end + 1, at, index };
  if (rest(index + 1, 0)) return { kind: "exchanged", start, end, at, index };
  if (wanted[index] === text[at + 1] && wanted[index + 1] === text[at] && rest(index + 2, 0)) return { kind: "swapped", start, end, at, index };
  if (rest(index + 1, -1)) return { kind: "missing", start, end: end - 1, at, index };
  return rest(index, 1) ? { kind: "added", start, end: end + 1, at, index } : null;
}

/** The slip in a text that has the last `same` characters of a wording up to `end`. */
export function slipBefore(wanted: readonly string[], same: number, end: number, search: Search): Slip | null {
  const { characters: text } = search;
  const start = end - wanted.length;
  let index = wanted.length - 1 - same;
  while (index >= 0 && wanted[index] === text[start + index]) index--;
  search.left -= wanted.length - same - index;
  if (index < 0) return text[start - 1] === wanted[0] ? { kind: "added", start: start - 1, end, at: start - 1, index: 0 } : null;
  const rest = (until: number, shift: number): boolean => matches(wanted, 0, until, start + shift, search);
  const at = start + index;
  if (index === 0 && text[at - 1] === wanted[0]) return { kind: "added", start: start - 1, end, at, index: 1 };
  if (rest(index, 0)) return start < 0 ? null : { kind: "exchanged", start, end, at, index };
  if (index > 0 && wanted[index] === text[at - 1] && wanted[index - 1] === text[at] && rest(index - 1, 0)) return { kind: "swapped", start, end, at: at - 1, index: index - 1 };
  if (rest(index, 1)) return { kind: "missing", start: start + 1, end, at: at + 1, index };
  return rest(index + 1, -1) ? { kind: "added", start: start - 1, end, at, index: index + 1 } : null;
}

/** Whether the wording's characters `from` … `until` stand in the text, each `shift` further on. */
function matches(wanted: readonly string[], from: number, until: number, shift: number, search: Search): boolean {
  for (let at = from; at < until; at++) {
    search.left--;
    if (wanted[at] !== search.characters[at + shift]) return false;
  }
  return true;
}

/** Null where the text makes another phrase. `borders` are asked for only where they matter. */
export function judge(slip: Slip, wanted: readonly string[], text: readonly string[], borders: () => Borders): Verdict | null {
  switch (slip.kind) {
    case "swapped":
      return { sure: true, alike: true };
    case "exchanged":
      return judgeExchange(slip, wanted, text[slip.at], borders);
    case "missing":
      return judgeMissing(slip, wanted, borders);
    case "added":
      return judgeAdded(slip, wanted, text[slip.at]!, borders);
  }
}

function judgeExchange({ start, end, at, index }: Slip, wanted: readonly string[], written: string | undefined, borders: () => Borders): Verdict | null {
  const right = wanted[index]!;
  if (written === undefined || !MARK.test(written) || areSeries(right, written)) return null;
  const alike = areAlike(right, written);
  const [first, last] = [index === 0, index === wanted.length - 1];
  // At an edge, another character makes another phrase (低质量发展 for 高质量发展), or belongs to what stands beside the phrase.
  if ((first || last) && !(alike && isOwnWord(written, first ? start : end, borders))) return null;
  if (!alike) return { sure: wanted.length >= LONG, alike };
  // Of four characters, a common word of two leaves little that is the same: 新型产业 may be meant beside 新兴产业.
  return { sure: wanted.length > 4 || !borders().isWord(at, start, end), alike };
}

function isOwnWord(written: string, border: number, borders: () => Borders): boolean {
  return !FUNCTION_WORDS.includes(written) && borders().at(border);
}

function judgeMissing({ start, end, at, index }: Slip, wanted: readonly string[], borders: () => Borders): Verdict | null {
  // At an edge, it makes a shorter phrase.
  if (index === 0 || index === wanted.length - 1) return null;
  const verdict = { sure: wanted.length > 4, alike: !isNamePart(wanted[index]!) };
  if (wanted.length >= LONG) return verdict;
  // 国家和地区 is no slip for 和田地区.
  const own = verdict.alike && !FUNCTION_WORDS.includes(wanted[0]!) && !FUNCTION_WORDS.includes(wanted.at(-1)!);
  return own && [start, at, end].every((place) => borders().at(place)) ? verdict : null;
}

function judgeAdded({ start, end, at, index }: Slip, wanted: readonly string[], extra: string, borders: () => Borders): Verdict | null {
  const [before, behind] = [wanted[index - 1], wanted[index]];
  // Twice at an edge: one of the two may be another word, as in 高质量发展展现, 城市更新新突破 and 甲和和田地区.
  if (before === undefined || behind === undefined) return !isNamePart(extra) && !FUNCTION_WORDS.includes(extra) && borders().at(at) && borders().at(at + 1) ? { sure: true, alike: true } : null;
  if (extra === before || extra === behind) return { sure: true, alike: true };
  if (!HAN.test(extra) || FUNCTION_WORDS.includes(extra)) return null;
  if (areAlike(before, extra) || areAlike(behind, extra)) return { sure: true, alike: true };
  if (wanted.length >= LONG) return { sure: true, alike: !isNamePart(extra) };
  return !isNamePart(extra) && borders().at(start) && borders().at(end) ? { sure: false, alike: true } : null;
}

/** Behind a name, what says that it is one. */
const PLACE_CLASS = /^(?:[古老新]?[镇城村街]|[县区市乡湖河港岛]|街道|社区|开发区|园区|新区|片区|大[道桥]|路|水库|公园|景区|组团|小学|中学|医院)/u;

/**
 * A name of two or three characters with `index` exchanged, which stands by itself in the text; `behind` is what follows. `isWord` says whether two
 * characters of it, from an offset on, are a common word: then they are that word (资源型城市 is no slip for 兴城市). Of two characters only one is
 * left, so what follows has to say that it is a place, unless the two are known to be mixed up.
 */
export function isShortSlip(wanted: readonly string[], index: number, written: string, behind: string, isWord: (offset: number) => boolean): boolean {
  const right = wanted[index]!;
  if (!areAlike(right, written) || areSeries(right, written) || FUNCTION_WORDS.includes(written)) return false;
  if (wanted.length > 2) return !(index === 0 && isWord(1)) && !(index === 2 && isWord(0));
  return areKnown(right, written) || PLACE_CLASS.test(behind);
}
