/** Combining marks on what takes none: on digits, Han and punctuation they strike out, cover or change what stands there. */
import type { OddCharacters } from "./kinds.ts";

const MARKED = /(\P{M}?)((?:(?!\p{Default_Ignorable_Code_Point})\p{M})+)/gu;
/** Letters of alphabets, symbols, and the blanks on which a mark is shown by itself. */
const BASE = /(?!\p{Script=Han})[\p{L}\p{So}\p{Sk}\s\u25CC]/u;
/** As an emoji or alone; inside a number it is none. */
const KEYCAP = /(?<![\d.,])[\d#*]\uFE0F?\u20E3(?![\d.,%亿万千百元])/u;
const SHARED = /\p{Script=Inherited}/gu;
/** Vietnamese has two on a letter and phonetic writing three; a stack of more covers the lines around it. */
const MOST = 4;

export function findStrayMarks(text: string): readonly OddCharacters[] {
  const found: OddCharacters[] = [];
  for (const { 0: whole, 1: base = "", 2: marks = "", index } of text.matchAll(MARKED)) {
    const shared = marks.match(SHARED)?.length ?? 0;
    const at = index + base.length;
    const keycap = marks === "\u20E3" && KEYCAP.test(text.slice(Math.max(0, at - 3), at + 2));
    // Scripts with marks of their own have digits that carry them.
    const right = base === "" ? false : BASE.test(base) || shared === 0;
    if (keycap || (right && shared <= MOST)) continue;
    found.push({ kind: "mark", start: index, end: index + whole.length, replacement: null });
  }
  return found;
}
