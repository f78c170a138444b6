/** How English prose is read for slips of a digit. */
import type { Deck } from "../../../../model/deck.ts";
import type { Indicator } from "../../../../model/indicator.ts";
import { ENGLISH } from "../../../../language/english-lexicon.ts";
import { OPAQUE } from "../../../../language/wording.ts";
import type { Tongue } from "../clues.ts";
import { tablesOf } from "../published.ts";
import type { Mention, Raw, Written } from "../said.ts";
import { areasIn } from "../sentence.ts";
import { ENGLISH_CLUES, isJoining } from "./clues.ts";
import { looseNamesOf, mentionsIn, unitStem, type LooseNames } from "./names.ts";
import { numbersIn } from "./numbers.ts";
import { stemOf, wordsIn, type Word } from "./words.ts";

/** A sentence with its words. */
interface Spoken extends Raw {
  readonly words: readonly Word[];
  /** Whom the deck is of. */
  readonly organisation: string;
}

export const ENGLISH_TONGUE: Tongue = {
  lexicon: ENGLISH,
  clues: ENGLISH_CLUES,
  read: ({ pieces }, deck) => read(pieces.map((piece) => (piece.figure === null ? piece.text : OPAQUE.repeat(piece.text.length))).join(""), deck),
  strange: (raw, from, to, indicator) => strange(raw as Spoken, from, to, indicator),
  foreign: (raw, from, to) => isForeign(raw as Spoken, from, to),
  gaps: [0, 1, 3, 7, 30],
  fewest: 1,
};

function read(text: string, { indicators, settings: { organisation } }: Deck): Spoken[] {
  const numbers = numbersIn(text);
  if (numbers.length === 0) return [];
  const names = looseNamesOf(indicators);
  let carried: ReadonlySet<string> = new Set();
  return [...text.matchAll(ENGLISH.sentences)].map(({ 0: sentence, index: start }) => {
    const words = wordsIn(sentence);
    const own = numbers.filter((one) => one.start >= start && one.end <= start + sentence.length).map((one) => ({ ...one, start: one.start - start, end: one.end - start }));
    const named = mentionsIn(words, names, carried);
    const mentions = [...named, ...counted(own, sentence, named, names)];
    carried = new Set(words.map(({ stem }) => stem));
    return { text: sentence, start, numbers: own, mentions, areas: areasIn(sentence, tablesOf(indicators), placesOf), pronouns: pronounsIn(sentence), words, organisation };
  });
}

const KIND = /^(?:City|Town|County|Borough|District) of | (?:City|Town|County|Borough|District|Ward|Region|Province|Township|Village|Parish)$/;

/** Riverside District may be Riverside. */
function placesOf(text: string, name: string): number[][] {
  const short = name.replace(KIND, "");
  const places: number[][] = [];
  for (let at = text.indexOf(short); at !== -1; at = text.indexOf(short, at + 1)) if (!/\w/.test(text.charAt(at - 1)) && !/\w/.test(text.charAt(at + short.length))) places.push([at, at + short.length]);
  return places;
}

/** 41,250 residents, 146 miles: the unit says what is counted. */
function counted(numbers: readonly Written[], text: string, named: readonly Mention[], { byUnit }: LooseNames): Mention[] {
  return numbers.flatMap(({ kind, end }): Mention[] => {
    const [, word = ""] = /^[\s-]([A-Za-z]{2,})/.exec(text.slice(end)) ?? [];
    const found = kind === "count" ? (byUnit.get(unitStem(word)) ?? []) : [];
    return found.map((id) => ({ id, start: end + 1, end: end + 1 + word.length, evidence: found.length === 1 || named.some((one) => one.id === id) ? 2 : 1 }));
  });
}

const PRONOUN = /^\s*(?:that|this|they|these|those)\b|\b(?:its?|they|the (?:figure|number|total|rate))\b(?! of)/gi;

const PRONOUNS = /^(?:that|this|th[eo]se|its?|they|the \w+)$/i;

function pronounsIn(text: string): { start: number; end: number }[] {
  return [...text.matchAll(PRONOUN)].map(({ 0: word, index }) => ({ start: index, end: index + word.length }));
}

/** Words that narrow a name behind it: exports to Europe, visitors from abroad. */
const NARROWS = /^\s*(?:of|to|from|among|for|by|with|without|under|per)\b/i;
const NARROWED = 4;
/** A semicolon stands between two things, unless many digits say otherwise. */
const DIVIDED = 4;
/** (excluding rural households) */
const ASIDE = /\([^()\d]*\)/g;
/** Words right before a name that leave it as it is. */
const PLAIN_BEFORE = /(?:^|[,;:(]|\b(?:the|our|its|their|of|in|(?:[,\d%]|percent|cent|million|billion|thousand|euros?|yuan|dollars?|people|years?) and|but|while|whereas|that|as|with|had|has|have|is|was|were|are|for|by|to|some|many|this|a|an|all|also|we|new|total|overall|annual|average|number of|\d\S*|percent|cent|%|million|billion|thousand)|['’]s)\s*$/i;

function strange({ text, words, organisation, mentions }: Spoken, from: number, to: number, { name, aliases, unit }: Indicator): number {
  const own = new Set(wordsIn([name, ...aliases, unit, organisation].join(" ")).map(({ stem }) => stem));
  const asides = [...text.matchAll(ASIDE)].map(({ 0: aside, index }) => [index, index + aside.length] as const);
  const unknown = words.filter(({ start, end, text: word, stem }) => start >= from && end <= to && !isJoining(word) && !own.has(stem) && !asides.some(([open, close]) => open < start && end < close));
  const between = text.slice(from, to).replace(ASIDE, "");
  const breaks = (between.match(/:|\b(?:while|whereas|although|though|but)\b/g) ?? []).length + (between.includes(";") ? DIVIDED : 0);
  const said = mentions.find(({ end, evidence }) => end === from && evidence > 1);
  const narrowed = said !== undefined && NARROWS.test(between) && unknown.some(({ start }) => start - from < 20 && !/[,;]/.test(text.slice(from, start))) ? NARROWED : 0;
  const led = said === undefined || PRONOUNS.test(text.slice(said.start, said.end)) || PLAIN_BEFORE.test(text.slice(0, said.start)) || own.has(stemOf(/(\w+)\W*$/.exec(text.slice(0, said.start))?.[1] ?? "")) ? 0 : NARROWED;
  return unknown.length + breaks + narrowed + led;
}

/** Names of people and places that no table has: In Greater Sampleton, China's. */
function isForeign({ text, words, organisation, areas, mentions }: Spoken, from: number, to: number): boolean {
  return words.some(({ start, end, text: word }, index) => {
    if (start < from || end > to || !/^[A-Z][a-z]/.test(word) || CALENDAR.test(word)) return false;
    if (index === 0 || organisation.includes(word) || areas.some((one) => one.start <= start && end <= one.end) || mentions.some((one) => one.start <= start && end <= one.end)) return false;
    return !/[.!?]\s*$/.test(text.slice(0, start));
  });
}

const CALENDAR = /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Mon|Tues|Wednes|Thurs|Fri|Satur|Sunday|Council|Five|Plan|Committee|Government)/;
