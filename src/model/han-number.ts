/** Whole numbers in Han characters: 十二, 三百二十, 一万五千, 两, 百亿. */

const DIGITS: ReadonlyMap<string, number> = new Map([..."零一二三四五六七八九"].map((digit, value) => [digit, value] as const).concat([["〇", 0], ["两", 2]]));
const TENS: ReadonlyMap<string, number> = new Map([["十", 10], ["百", 100], ["千", 1000]]);
const MYRIADS: ReadonlyMap<string, number> = new Map([["万", 1e4], ["亿", 1e8]]);

/** What such a number is made of, for patterns. */
export const HAN_NUMBER = "[零〇一二两三四五六七八九十百千万亿]+";

/** The value, up to 10^16; a number word in front may be left out (百亿 is 10^10). Null for anything else, years digit by digit included. */
export function readHanNumber(text: string): number | null {
  let [total, part, digit]: [number, number, number | null] = [0, 0, null];
  for (const character of text) {
    const value = DIGITS.get(character);
    const ten = TENS.get(character);
    const myriad = MYRIADS.get(character);
    if (value !== undefined) {
      if (digit !== null && digit !== 0) return null;
      digit = value;
    } else if (ten !== undefined) {
      part += (digit === null || digit === 0 ? 1 : digit) * ten;
      digit = null;
    } else if (myriad !== undefined) {
      const before = part + (digit ?? 0);
      total = (total + (before === 0 && total === 0 ? 1 : before)) * myriad;
      [part, digit] = [0, null];
    } else return null;
  }
  return text === "" ? null : total + part + (digit ?? 0);
}
