/** Words of a text in a message: each quoted whole, and only the first few of many. */
import type { Text } from "./diagnostic.ts";

/** More than this are counted instead of quoted. */
const MOST = 6;

/** What a hint adds where `luduan check --fix` mends all that it is about. */
export const MENDS: Text = { zh: "；luduan check --fix 可以一并改好", en: "; luduan check --fix does it for you" };

/** “甲”“乙”等 9 处; at least one word. */
export function quotedList(words: readonly string[]): Text {
  const shown = words.length > MOST ? words.slice(0, MOST - 1) : words;
  const more = words.length > shown.length;
  return {
    zh: `${shown.map(quoted).join("")}${more ? `等 ${words.length} 处` : ""}`,
    en: `${shown.map((word) => `"${word}"`).join(", ")}${more ? ` and ${words.length - shown.length} more` : ""}`,
  };
}

/** A word in Chinese quotation marks; marks that it has itself become the inner ones (GB/T 15834—2011, 4.8.3.3). */
export function quoted(word: string): string {
  return `“${word.replaceAll("“", "‘").replaceAll("”", "’")}”`;
}
