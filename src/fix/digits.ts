/** The digits of a text as a reader sees them: what no fix may change. */
import { digitValue } from "../model/characters/disguised.ts";

const HAN_DIGITS = "〇一二三四五六七八九";
/** The rings ○ and ◯ are what older input methods offer for 〇. */
const DIGIT = /[\p{Nd}零〇○◯一二三四五六七八九]/gu;
/** Radicals and compatibility forms are printed like the Han digits that they stand for. */
const HAN_FORM = /[\u2F00-\u2FDF\uF900-\uFA0B]/gu;

/** Values of all digits in order, Arabic of every script and Han; 零 and rings are 〇. Letters that look like digits do not count. */
export function digitsOf(text: string): string {
  const unified = text.replace(HAN_FORM, (form) => form.normalize("NFKC"));
  return (unified.match(DIGIT) ?? []).map(valueOf).join("");
}

function valueOf(digit: string): string {
  if (/[零○◯]/u.test(digit)) return "0";
  const han = HAN_DIGITS.indexOf(digit);
  return String(han === -1 ? digitValue(digit) : han);
}
