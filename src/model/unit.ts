/** Figures with their units, as printed. */
import type { Figure } from "./figure.ts";

/**
 * A published figure with its unit: 148亿元, 8亿元左右, 150余万人, 12.5 kWh; a figure with a per cent sign stays as it is. No space before
 * Chinese units or % (GB/T 15835), one before Latin ones.
 */
export function formatFigure(figure: Figure, unit: string): string {
  const { raw } = figure;
  if (unit === "" || raw.includes("%")) return raw;
  const gap = /^[A-Za-z]/.test(unit) ? " " : "";
  const [, number = raw, tail = ""] = /^(.*\d[余多]?)(\D*)$/.exec(raw) ?? [];
  return `${number}${gap}${unit}${tail}`;
}

const SCALES: ReadonlyMap<string, number> = new Map([
  ["万亿", 12], ["千亿", 11], ["百亿", 10], ["十亿", 9], ["万万", 8], ["千万", 7], ["百万", 6], ["十万", 5], ["亿", 8], ["万", 4], ["千", 3], ["百", 2],
]);
/** Words that multiply a unit by a power of ten; a longer word comes before any word it begins with. */
export const SCALE_WORDS: readonly string[] = [...SCALES.keys()];
const SCALED = new RegExp(`^(${SCALE_WORDS.join("|")})?(.+)$`);

/** Splits a unit into a power of ten and a smaller unit: 亿元 is 8 and 元, 万人 4 and 人, 户 0 and 户. */
export function splitUnit(unit: string): { readonly power: number; readonly base: string } {
  const [, scale = "", base = unit] = SCALED.exec(unit) ?? [];
  return { power: SCALES.get(scale) ?? 0, base };
}

/** The power of ten of a scale word without its unit: 8 for 亿; null for any other word. */
export function powerOfScale(word: string): number | null {
  return SCALES.get(word) ?? null;
}

/** Whether a unit counts money, so that its growth may be at constant prices: 元, 亿元, 万美元, CNY. */
export function isMoney(unit: string): boolean {
  return /[元镑]$|^(?:CNY|RMB|USD|EUR|GBP)|[¥$€£]/.test(unit);
}
