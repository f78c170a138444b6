/** Words of Chinese text, as the platform segments it. */
import type { Wording } from "../../language/wording.ts";

/** Where the words of a wording begin and end. */
export interface Words {
  /**
   * Whether the few characters from `from` up to `to` stand by themselves and are not a common word: 用直 in 用直播 and 角直 in 三角直升机 do
   * not, and 正直 is one.
   */
  readonly isName: (from: number, to: number) => boolean;
  /** Whether the characters from `from` up to `to` are one common word. */
  readonly isWhole: (from: number, to: number) => boolean;
  /** Whether a word ends before `offset`: 项 in 3项任务 is a unit, but not in 3项目. */
  readonly endsAt: (offset: number) => boolean;
}

let segmenter: Intl.Segmenter | null = null;
/** Words end at marks. The platform takes quadratic time, so it gets stretches of bounded length. */
const STRETCH = /[\p{L}\p{M}\p{N}]{1,400}/gu;
/** A text is segmented from its start, once for all callers. */
const DIVIDED = new WeakMap<Wording, Words>();

export function wordsOf(wording: Wording): Words {
  const known = DIVIDED.get(wording);
  if (known !== undefined) return known;
  segmenter ??= new Intl.Segmenter("zh", { granularity: "word" });
  const borders = new Set([wording.text.length]);
  for (const { 0: stretch, index: start } of wording.text.matchAll(STRETCH)) {
    for (const { index } of segmenter.segment(stretch)) borders.add(start + index);
    borders.add(start + stretch.length);
  }
  const isWhole = (from: number, to: number): boolean => {
    for (let at = from + 1; at < to; at++) if (borders.has(at)) return false;
    return true;
  };
  const words: Words = { isWhole: (from, to) => borders.has(from) && borders.has(to) && isWhole(from, to), isName: (from, to) => borders.has(from) && borders.has(to) && !isWhole(from, to), endsAt: (offset) => borders.has(offset) };
  DIVIDED.set(wording, words);
  return words;
}
