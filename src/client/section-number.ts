import type { Language } from "../model/deck.ts";

const DIGITS = "〇一二三四五六七八九";

/** A section's number as people read it: 一, 十二 in Chinese (1–99), 1, 12 in English. */
export function sectionNumber(number: number, lang: Language): string {
  if (lang === "en" || number > 99) return String(number);
  const tens = Math.floor(number / 10);
  const ones = number % 10;
  const head = tens === 0 ? "" : `${tens === 1 ? "" : DIGITS.charAt(tens)}十`;
  return `${head}${ones === 0 && tens > 0 ? "" : DIGITS.charAt(ones)}`;
}
