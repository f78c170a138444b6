/** The digits of a text as a reader sees them: what no fix may change. */

const HAN_DIGITS = "〇一二三四五六七八九";
const DIGIT = /[0-9０-９零〇一二三四五六七八九]/gu;

/** Values of all digits in order, Arabic of either width and Han; 零 is 〇. Letters that look like digits do not count. */
export function digitsOf(text: string): string {
  return (text.match(DIGIT) ?? []).map(valueOf).join("");
}

function valueOf(digit: string): string {
  if (digit === "零") return "0";
  const han = HAN_DIGITS.indexOf(digit);
  return han === -1 ? digit.normalize("NFKC") : String(han);
}
