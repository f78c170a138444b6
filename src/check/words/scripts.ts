/** Character classes of Chinese text, as parts of patterns with the flag `u`. */

export const HAN = "\\p{Script=Han}";
/** Full-width marks, and those that Chinese shares with other scripts. */
export const CLOSING = "，。、；：？！”’》〉）】」』…";
export const OPENING = "“‘《〈（【「『";

const ANY_HAN = /\p{Script=Han}/u;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Whether the rules of Chinese apply: the text has Han characters and is not Japanese. */
export function isChinese(text: string): boolean {
  return ANY_HAN.test(text) && !KANA.test(text);
}
