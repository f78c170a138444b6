/** Units in English words: billion yuan, CNY bn, million people. */

/** Powers of ten; a longer word comes before any word it begins with. */
const SCALES: ReadonlyMap<string, number> = new Map([
  ["100 million", 8], ["10,000", 4], ["ten thousand", 4], ["trillion", 12], ["tn", 12], ["billion", 9], ["bn", 9], ["million", 6], ["mn", 6], ["thousand", 3],
]);

/** Chinese units of the same kind, so that 亿元 and billion yuan can be compared. */
const BASES: ReadonlyMap<string, string> = new Map([
  ...["yuan", "cny", "rmb", "renminbi", "¥"].map((word) => [word, "元"] as const),
  ...["us dollars", "us dollar", "dollars", "dollar", "usd", "us$", "$"].map((word) => [word, "美元"] as const),
  ...["euros", "euro", "eur", "€"].map((word) => [word, "欧元"] as const),
  ...["people", "persons", "residents", "inhabitants"].map((word) => [word, "人"] as const),
]);

export const ENGLISH_SCALES: readonly string[] = [...SCALES.keys()];
/** What may follow a number, and currencies that may precede it. */
export const ENGLISH_BASES: readonly string[] = [...BASES.keys()].filter((word) => /\w$/.test(word));
export const COINS: readonly string[] = [...BASES.keys()].filter((word) => /^(?:cny|rmb|usd|eur)$|[$¥€]/.test(word));

/** The power of ten and the thing counted (empty if not named); null for a unit not written in such words. */
export function readEnglishUnit(unit: string): { readonly power: number; readonly base: string } | null {
  const words = unit.toLowerCase().trim();
  const scale = ENGLISH_SCALES.find((word) => holds(words, word));
  const rest = (scale === undefined ? words : words.replace(scale, " ")).trim();
  const base = rest === "" ? "" : BASES.get(rest);
  return base === undefined || (base === "" && scale === undefined) ? null : { power: scale === undefined ? 0 : (SCALES.get(scale) ?? 0), base };
}

/** Whether the word occurs as a whole, even right after a currency sign ($bn). */
function holds(words: string, word: string): boolean {
  const at = words.indexOf(word);
  return at >= 0 && !/[a-z\d]/.test(words.charAt(at - 1)) && !/[a-z\d]/.test(words.charAt(at + word.length));
}
