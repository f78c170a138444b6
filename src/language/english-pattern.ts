/** The pattern that reads English text: names, figures, years and the words that join them. */
import { APPROXIMATE_WORDS } from "../model/approximate.ts";
import { COINS, ENGLISH_BASES, ENGLISH_SCALES } from "../model/english-unit.ts";
import { OPAQUE } from "./wording.ts";
import type { Verb } from "./lexicon.ts";
import { NUMBER, oneOf } from "./pattern-parts.ts";

const RISES = ["rose", "grew", "increased", "climbed", "expanded", "went up", "gained", "jumped", "surged", "soared", "rebounded", "bounced back", "advanced", "edged up", "inched up", "picked up", "leapt", "widened", "improved", "rise", "grow", "increase", "climb", "expand", "go up", "jump", "surge"];
const FALLS = ["fell", "dropped", "declined", "decreased", "shrank", "went down", "slipped", "slid", "eased", "edged down", "dipped", "contracted", "plunged", "tumbled", "narrowed", "fall", "drop", "decline", "decrease", "shrink", "go down"];

export const ENGLISH_VERBS: ReadonlyMap<string, Verb> = new Map<string, Verb>([
  ...[...RISES, ...FALLS].map((word) => [`${word} to`, "to"] as const),
  ...[...RISES, "up", "growth", "rising", "growing", "climbing", "expanding", "increasing", "jumping", "surging", "gaining", "advancing", "an increase of", "increase of", "a rise of", "growth of", "growth rate", "growth rate of", "rate of growth", "a gain of"].map((word) => [word, "rise"] as const),
  ...[...FALLS, "down", "falling", "dropping", "declining", "decreasing", "slipping", "shrinking", "contracting", "a decrease of", "a fall of", "a drop of", "a decline of", "a reduction of", "a cut of", "reduction of"].map((word) => [word, "fall"] as const),
]);

/** What may come between a name and its figure without changing what the figure says. */
const GLUE: readonly string[] = [
  "reach", "reached", "reaching", "totalled", "totaled", "totalling", "totaling", "amounted to", "amounting to", "came to", "stood at", "stands at", "standing at", "averaged", "averaging", "came in at", "remained at", "remaining at", "stayed at", "kept at", "held at", "keep", "kept", "hold", "held", "stay", "stayed", "remain", "remained", "be",
  "we", "now", "has", "have", "had", "has been", "have been", "only", "just", "thus", "a record", "a new high of", "an all-time high of", "covered", "covers", "covering", "with", "while", "whereas", "but", "as a whole", "in addition", "moreover", "meanwhile", "overall", "the average concentration of", "average concentration of", "the concentration of", "the number of", "the value of", "the volume of", "the total number of", "number of", "value of", "a total of", "the rate of", "a rate of", "an annual rate of", "stands", "stood", "stand at", "has stood at", "came", "coming to", "coming in at", "exceeds", "exceed", "average", "aim", "strive", "expect", "expects", "aim to", "plan to", "intend to", "continue to", "continued to", "managed to", "plan", "will", "should", "is expected", "are expected", "is projected", "is set", "are set", "are", "at year-end", "at the end of the year", "by year-end", "by the end of the year", "hit", "hitting", "respectively", "was", "were", "is", "at", "by", "to", "of", "a", "the", "total", "in total", "also", "again",
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
    "(?<![\\w-])(?:in|for|during|(?:at|by) the end of)\\s+(?<year>(?:19|20)\\d{2})(?![\\w–—/-]|[.,]\\d)",
    `(?<aside>(?<![\\w-])(?:exceeded|topped|surpassed|crossed|broke through) (?:the )?${literalOf(units, "Passed")}(?: mark| threshold| for the first time)*)`,
    `(?<number>${literalOf(units)})`,
    "(?<!\\b(?:than|from|over|on|with|to) )(?<relative>\\b(?:this|last) year)\\b",
    "(?<from>\\bfrom)(?=\\s[\\d.,]+ to\\b)",
    `(?<own>${whole(own)})`,
    `(?<verb>${whole([...ENGLISH_VERBS.keys()])})`,
    `(?<and>${whole(["and"])})`,
    `(?<glue>(?!of which\\b)${whole(GLUE)})`,
    "(?<mark>\\bof which\\b|[,;:：()“”\\s])",
    OPAQUE,
  ];
  return new RegExp(alternatives.join("|"), "gi");
}

/** CNY 149 billion, 149 billion yuan, nearly 9%. A number that is part of a longer one, a range or a code does not count. `suffix` ends the names of its groups. */
function literalOf(units: readonly string[], suffix = ""): string {
  const before = APPROXIMATE_WORDS.filter(({ word: one, side }) => side === "before" && one.endsWith(" ")).map(({ word: one }) => one);
  const after = APPROXIMATE_WORDS.filter(({ word: one, side }) => side === "after" && one.startsWith(" ")).map(({ word: one }) => one);
  const scales = oneOf(ENGLISH_SCALES);
  const amount = `(?:${oneOf(units.filter((unit) => unit !== "%"))}|(?:${scales})(?: (?:${oneOf(ENGLISH_BASES)}))?|${oneOf(ENGLISH_BASES)})(?! to (?:\\d|${oneOf(COINS)}))`;
  const unit = `percentage points?(?![\\w-])|(?:%|per ?cent)(?! to \\d[\\d.]*(?:%| per ?cent))|${amount}`;
  const end = `(?![\\w%/–—~-]|[.,]\\d|\\s(?:${scales})\\b)`;
  return `(?<![\\w.,/:#+−–—~-])(?<lead${suffix}>${oneOf(before)})?(?:(?<coin${suffix}>${oneOf(COINS)}) ?)?(?<digits${suffix}>${NUMBER})(?:\\s?(?<scale${suffix}>${unit}))?(?<tail${suffix}>${oneOf(after)})?${end}`;
}

/** Any of the words, as a whole word. */
function whole(words: readonly string[]): string {
  return `(?<![\\w-])(?:${oneOf(words)})(?![\\w-]|['’]\\w)`;
}
