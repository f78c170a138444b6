/** Text of an author in something that is printed: it may move no cursor, begin no line of its own and turn no direction. */
import { codeOf } from "./ignorable.ts";

const CONTROL = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu;
const BREAK = /[\t\n\v\f\r\u0085\u2028\u2029]/;
/** What JSON leaves as it is, but a terminal does not. */
const UNESCAPED = /[\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/g;

/** On one line: a space for tabs and line breaks, `U+001B` for every other character that a terminal obeys. */
export function plainLine(text: string): string {
  return text.replace(CONTROL, (character) => (BREAK.test(character) ? " " : codeOf(character)));
}

/** JSON with every such character escaped: a program reads the same text. */
export function plainJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(UNESCAPED, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
