/** A09, A10: one label for one thing, one style for years. */
import { mixedYearStyles, oneLabelForTwo } from "../../diagnostics/messages/numbers.ts";
import type { Rule } from "../rule.ts";
import type { Passage } from "../passages.ts";
import { placeIn } from "../../language/wording.ts";
import { placeText } from "./words.ts";

/** A quoted label of digits with the words that say what it is: “333”提升工程. */
const LABEL = /“(\d+(?:[+-]\d+)*)”([\p{Script=Han}]{1,8})/gu;
/** A glossary explains a label: “1”即…, “3”是指…. */
const EXPLAINED = /^(?:即|就?是|指|为|代表|表示|意为|分别|包括|包含)/u;
/** Telephone numbers that everybody knows by the number: 110, 120, 12345. */
const PUBLIC_NUMBER = /^1[12]\d(?:\d\d)?$/;
/** A code of several numbers: 1+3+6, 3+N, 3—5—8. */
const CODE = /\d+(?:[+＋\-—·/][\dA-Za-z]+)+/gu;
const DIGIT_YEAR = /(?<![\d.])(?:19|20)\d{2}年(?!代)/;
const HAN_YEAR = /[一二][〇零○OＯ九][〇零○OＯ一二三四五六七八九]{2}年(?!代)/;

/** A09: “333” names only one programme. Two names count as one if one begins or ends with the other: 提升工程, 工程. */
export const checkLabels: Rule = ({ passages, report }) => {
  const first = new Map<string, { readonly what: string; readonly place: string }>();
  const told = new Set<string>();
  for (const passage of passages) {
    if (!passage.text.includes("”")) continue;
    const codes = [...passage.text.matchAll(CODE)].map(([code]) => code);
    for (const match of passage.text.matchAll(LABEL)) {
      const [whole, label = "", what = ""] = match;
      if (EXPLAINED.test(what) || PUBLIC_NUMBER.test(label) || isDigitOfCode(label, codes)) continue;
      const span = placeIn(passage, match.index, match.index + whole.length);
      const known = first.get(label);
      if (known === undefined) first.set(label, { what: `“${label}”${what}`, place: placeText(span) });
      else if (!told.has(label) && !isSame(known.what.slice(label.length + 2), what)) {
        told.add(label);
        report(oneLabelForTwo(span, label, `“${label}”${what}`, known));
      }
    }
  }
};

/** A10: years are in digits or in Han digits; one note per deck, at the style that comes later. */
export const checkYearStyles: Rule = ({ passages, report }) => {
  const digits = findFirst(passages, DIGIT_YEAR);
  const han = findFirst(passages, HAN_YEAR);
  if (digits === null || han === null) return;
  const [earlier, later] = digits.order < han.order ? [digits, han] : [han, digits];
  report(mixedYearStyles(placeIn(later.passage, later.at, later.at + later.written.length), later.written, {
    written: earlier.written,
    place: placeText(placeIn(earlier.passage, earlier.at, earlier.at + earlier.written.length)),
  }));
};

interface Found {
  readonly passage: Passage;
  readonly at: number;
  readonly written: string;
  /** Place in the deck, for comparing. */
  readonly order: number;
}

function findFirst(passages: readonly Passage[], pattern: RegExp): Found | null {
  for (const [index, passage] of passages.entries()) {
    const match = passage.text.includes("年") ? pattern.exec(passage.text) : null;
    if (match !== null) return { passage, at: match.index, written: match[0], order: index + match.index / (passage.text.length + 1) };
  }
  return null;
}

/** “3” in a passage that has “1+3+6” is a digit of that code. */
function isDigitOfCode(label: string, codes: readonly string[]): boolean {
  return codes.some((code) => code.length > label.length && code.split(/[^\d]+/).includes(label));
}

function isSame(a: string, b: string): boolean {
  return a.startsWith(b) || b.startsWith(a) || a.endsWith(b) || b.endsWith(a);
}
