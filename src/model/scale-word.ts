/** Words that multiply by a power of ten: 万, 亿, 万亿. */

const SCALES: ReadonlyMap<string, number> = new Map([
  ["万亿", 12], ["千亿", 11], ["百亿", 10], ["十亿", 9], ["万万", 8], ["千万", 7], ["百万", 6], ["十万", 5], ["亿", 8], ["万", 4], ["千", 3], ["百", 2],
]);
/** Words that multiply a unit by a power of ten; a longer word comes before any word it begins with. */
export const SCALE_WORDS: readonly string[] = [...SCALES.keys()];

/** The power of ten of a scale word without its unit: 8 for 亿; null for any other word. */
export function powerOfScale(word: string): number | null {
  return SCALES.get(word) ?? null;
}
