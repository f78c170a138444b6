/** Characters that make a text say one thing to a reader and another to the check: what is hidden, turned round or disguised. */
import { findDisguised } from "./disguised.ts";
import { findHidden } from "./hidden.ts";
import type { OddCharacters } from "./kinds.ts";
import { findStrayMarks } from "./stray-marks.ts";

/** Every character that may be odd; nearly all texts have none, and one pass shows it. */
const SUSPECT =
  /[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\p{M}\p{Cs}\u{1D400}-\u{1D6A5}\u{1D7CE}-\u{1D7FF}\u2E80-\u2FDF\uF900-\uFA0B\uFFF9-\uFFFC\u2024\u201A\u066B\u066C\uA4F8\uA4F9\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]|(?![\t\n])[\p{Cc}\p{Zl}\p{Zp}]|(?![0-9０-９])\p{Nd}|[0-9][○◯〇ＯｏⅠⅼⅬ丨](?=[0-9○◯〇ＯｏⅠⅼⅬ丨])/u;

/** Whether {@link findOddCharacters} may find something: fast, for a whole file. */
export function mayBeOdd(text: string): boolean {
  return SUSPECT.test(text);
}

/** Everything odd in one line, in order. What people really write (emoji, forms of Han names, accents, right-to-left scripts) is not odd. */
export function findOddCharacters(line: string): readonly OddCharacters[] {
  if (!mayBeOdd(line)) return [];
  const found = [...findHidden(line), ...findStrayMarks(line), ...findDisguised(line)].toSorted((a, b) => a.start - b.start);
  // A letter in a number may also be a word of its own: one report is enough.
  let end = 0;
  return found.filter((odd) => odd.start >= end && ((end = odd.end), true));
}

/** The line without what {@link findOddCharacters} would remove or replace: what a reader sees, for reading a table cell. */
export function asSeen(line: string): string {
  if (!mayBeOdd(line)) return line;
  let [seen, kept] = ["", 0];
  for (const { start, end, replacement } of findOddCharacters(line)) {
    if (replacement === null || start < kept) continue;
    seen += line.slice(kept, start) + replacement;
    kept = end;
  }
  return seen + line.slice(kept);
}
