/** Which characters count as Chinese, as punctuation or as space when Markdown decides what a mark means. */

/** `chinese` is Han, kana and full-width marks; `mark` any other punctuation or symbol; `space` also stands for no character. */
export type CharacterKind = "space" | "chinese" | "mark" | "letter";

const HAN = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u;
/** Full-width marks and the quotes, dashes and dots that Chinese shares with other scripts. */
const CHINESE_MARK = /^[\u3001-\u303F\uFE10-\uFE1F\uFE30-\uFE4F\uFF01-\uFF65\uFFE0-\uFFE6“”‘’—…·]$/u;
const PUNCTUATION = /^[\p{P}\p{S}]$/u;

/** The kind of one whole character. */
export function kindOf(character: string): CharacterKind {
  const code = character.codePointAt(0) ?? 0x20;
  if (code < 0x80) return asciiKind(code);
  if (isCommonHan(code)) return "chinese";
  if (character.trim() === "") return "space";
  if (CHINESE_MARK.test(character) || HAN.test(character)) return "chinese";
  return PUNCTUATION.test(character) ? "mark" : "letter";
}

function asciiKind(code: number): CharacterKind {
  if (code <= 0x20) return "space";
  const letter = (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
  return letter || code === 0x7f ? "letter" : "mark";
}

/** The block with nearly all Chinese text, tested without a pattern because this is called often. */
function isCommonHan(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff;
}

/** Any punctuation or symbol, Chinese or not. */
export function isMark(character: string): boolean {
  return PUNCTUATION.test(character);
}

/** The whole character before `index`; empty at the start. */
export function characterBefore(text: string, index: number): string {
  const unit = text.charAt(index - 1);
  const low = unit >= "\uDC00" && unit <= "\uDFFF";
  return low && index > 1 ? text.slice(index - 2, index) : unit;
}

/** The whole character at `index`; empty at the end. */
export function characterAt(text: string, index: number): string {
  const codePoint = text.codePointAt(index);
  return codePoint === undefined ? "" : String.fromCodePoint(codePoint);
}
