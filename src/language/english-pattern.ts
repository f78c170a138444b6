/** The pattern that reads English text: names, figures, years and the words that join them. */
import { APPROXIMATE_WORDS } from "../model/approximate.ts";
import { COINS, ENGLISH_BASES, ENGLISH_SCALES } from "../model/english-unit.ts";
import { OPAQUE } from "./wording.ts";
import type { Verb } from "./lexicon.ts";
import { NUMBER, oneOf } from "./pattern-parts.ts";

const RISES = ["rose", "grew", "increased", "climbed", "expanded"];
const FALLS = ["fell", "dropped", "declined", "decreased", "shrank"];

export const ENGLISH_VERBS: ReadonlyMap<string, Verb> = new Map<string, Verb>([
  ...[...RISES, ...FALLS].map((word) => [`${word} to`, "to"] as const),
  ...[...RISES, "up", "growth", "rising", "growing", "an increase of", "a rise of"].map((word) => [word, "rise"] as const),
  ...[...FALLS, "down", "falling", "a decrease of", "a fall of"].map((word) => [word, "fall"] as const),
]);

/** What may come between a name and its figure without changing what the figure says. */
const GLUE: readonly string[] = [
  "reach", "reached", "reaching", "totalled", "totaled", "totalling", "totaling", "amounted to", "amounting to", "came to", "stood at", "standing at", "hit", "hitting", "respectively", "was", "were", "is", "at", "by", "to", "of", "a", "the", "total", "in total", "also", "again",
  "year on year", "year-on-year", "on the year", "from a year earlier", "from a year before", "over the previous year", "over the year before", "from the previous year",
  "than a year earlier", "compared with the previous year", "compared with a year earlier", "compared with last year", "over last year", "from last year",
];

/** One pattern for all tokens, in order of precedence; tokens.ts reads its groups. */
export function englishPattern(names: readonly string[], units: readonly string[], organisation: string): RegExp {
  const kind = /\b(town|township|city|county|district|province|village|bank)$/i.exec(organisation)?.[1]?.toLowerCase() ?? "town";
  const bodies = [`the ${kind}`, `our ${kind}`, ...(organisation === "" ? [] : [organisation])];
  const own = ["our", ...bodies.flatMap((body) => [body, `in ${body}`, `${body}'s`, `${body}’s`])];
  const alternatives = [
    `(?<name>${whole(names)})`,
    "(?<![\\w-])(?:compared (?:with|to)|over|than in|from|on)\\s+(?<base>(?:19|20)\\d{2})(?![\\w–—/-]|[.,]\\d)",
    "(?<![\\w-])(?:in|for|during)\\s+(?<year>(?:19|20)\\d{2})(?![\\w–—/-]|[.,]\\d)",
    `(?<number>${literalOf(units)})`,
    `(?<own>${whole(own)})`,
    `(?<verb>${whole([...ENGLISH_VERBS.keys()])})`,
    `(?<and>${whole(["and"])})`,
    `(?<glue>(?!of which\\b)${whole(GLUE)})`,
    "(?<mark>\\bof which\\b|[,;:：()“”\\s])",
    OPAQUE,
  ];
  return new RegExp(alternatives.join("|"), "gi");
}

/** CNY 149 billion, 149 billion yuan, nearly 9%. A number that is part of a longer one, a range or a code does not count. */
function literalOf(units: readonly string[]): string {
  const before = APPROXIMATE_WORDS.filter(({ word: one, side }) => side === "before" && one.endsWith(" ")).map(({ word: one }) => one);
  const after = APPROXIMATE_WORDS.filter(({ word: one, side }) => side === "after" && one.startsWith(" ")).map(({ word: one }) => one);
  const scales = oneOf(ENGLISH_SCALES);
  const amount = `(?:${oneOf(units.filter((unit) => unit !== "%"))}|(?:${scales})(?: (?:${oneOf(ENGLISH_BASES)}))?|${oneOf(ENGLISH_BASES)})(?! to (?:\\d|${oneOf(COINS)}))`;
  const unit = `percentage points?(?![\\w-])|(?:%|per ?cent)(?! to \\d[\\d.]*(?:%| per ?cent))|${amount}`;
  const end = `(?![\\w%/–—~-]|[.,]\\d|\\s(?:${scales})\\b)`;
  return `(?<![\\w.,/:#+−–—~-])(?<lead>${oneOf(before)})?(?:(?<coin>${oneOf(COINS)}) ?)?(?<digits>${NUMBER})(?:\\s?(?<scale>${unit}))?(?<tail>${oneOf(after)})?${end}`;
}

/** Any of the words, as a whole word. */
function whole(words: readonly string[]): string {
  return `(?<![\\w-])(?:${oneOf(words)})(?![\\w-]|['’]\\w)`;
}
