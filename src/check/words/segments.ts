/** Words of Chinese text, as the platform divides it. */

let segmenter: Intl.Segmenter | null = null;

/**
 * Whether the few characters from `from` up to `to` stand by themselves and are no common word: 用直 in 用直播 and 角直 in
 * 三角直升机 do not, and 正直 is one.
 */
export function isWord(text: string, from: number, to: number): boolean {
  segmenter ??= new Intl.Segmenter("zh", { granularity: "word" });
  let begins = false;
  for (const { index, segment } of segmenter.segment(text)) {
    if (index === from) {
      if (segment.length === to - from) return false;
      begins = true;
    }
    if (index + segment.length === to) return begins;
    if (index >= to) return false;
  }
  return false;
}
