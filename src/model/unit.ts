/** Figures with their units, as printed. */
import { isFigure, type Published } from "./published.ts";
import { powerOfScale, SCALE_WORDS } from "./scale-word.ts";

/** Units that a figure carries itself: none is added to them. */
const OWN_UNIT = /%|％|‰|倍|百分点|百分之|[\d一二两三四五六七八九]成|个点|percentage point|\bpp\b/;
/** An approximate word at the end, except 余 and 多: the unit stands before it. */
const TAIL = /\s?(?:左右|上下|及?以上|及?以下|以内|之内|之间| or (?:more|less|above|below|higher|lower))$/;

/**
 * A published figure with its unit: 148亿元, 8亿元左右, 150余万人, 6800多万件, 12.5 kWh; a figure with a unit of its own and words stay as they are.
 * No space before Chinese units or % (GB/T 15835), one before Latin ones.
 */
export function formatFigure(figure: Published, unit: string): string {
  const { raw } = figure;
  if (unit === "" || !isFigure(figure) || OWN_UNIT.test(raw)) return raw;
  const gap = /^[A-Za-z]/.test(unit) ? " " : "";
  const tail = TAIL.exec(raw)?.[0] ?? "";
  return `${raw.slice(0, raw.length - tail.length)}${gap}${unit}${tail}`;
}

const SCALED = new RegExp(`^(${SCALE_WORDS.join("|")})?(.+)$`);

/** Splits a unit into a power of ten and a smaller unit: 亿元 is 8 and 元, 万人 4 and 人, 户 0 and 户. */
export function splitUnit(unit: string): { readonly power: number; readonly base: string } {
  const [, scale = "", base = unit] = SCALED.exec(unit) ?? [];
  return { power: powerOfScale(scale) ?? 0, base };
}

/** Whether a unit counts money, so that its growth may be at constant prices: 元, 亿元, 万美元, CNY. */
export function isMoney(unit: string): boolean {
  return /[元镑]$|^(?:CNY|RMB|USD|EUR|GBP)|[¥$€£]/.test(unit);
}
