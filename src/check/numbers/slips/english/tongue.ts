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
  let last: Mention | undefined;
  return [...text.matchAll(ENGLISH.sentences)].map(({ 0: sentence, index: start }) => {
    const words = wordsIn(sentence);
    const own = numbers.filter((one) => one.start >= start && one.end <= start + sentence.length).map((one) => ({ ...one, start: one.start - start, end: one.end - start }));
    const named = mentionsIn(words, names);
    const mentions = [...named, ...counted(own, sentence, named, names), ...pronouns(words, named, last)];
    last = named.findLast(({ evidence }) => evidence > 1) ?? last;
    return { text: sentence, start, numbers: own, mentions, areas: areasIn(sentence, tablesOf(indicators), placesOf), words, organisation };
  });
}

function placesOf(text: string, name: string): number[][] {
  const places: number[][] = [];
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) if (!/\w/.test(text.charAt(at - 1)) && !/\w/.test(text.charAt(at + name.length))) places.push([at, at + name.length]);
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

/** It and its, for what was named last. */
function pronouns(words: readonly Word[], named: readonly Mention[], before: Mention | undefined): Mention[] {
  return words.flatMap(({ text, start, end }, index): Mention[] => {
    if (!(index === 0 ? /^(?:it|its|this|that|they)$/i : /^its?$/i).test(text)) return [];
    const last = named.findLast((one) => one.end <= start && one.evidence > 1) ?? before;
    return last === undefined ? [] : [{ id: last.id, start, end, evidence: 2 }];
  });
}

/** Words that narrow a name behind it: exports to Europe, visitors from abroad. */
const NARROWS = /^\s*(?:of|to|from|among|for|by|with|without|under|per)\b/i;
const NARROWED = 4;
/** Words right before a name that leave it as it is. */
const PLAIN_BEFORE = /(?:^|[,;:(]|\b(?:the|our|its|their|of|in|and|but|while|whereas|that|as|with|had|has|have|is|was|were|are|for|by|to|some|many|this|a|an|all|also|we|new|total|overall|annual|average|number of|\d\S*|percent|cent|%|million|billion|thousand)|['’]s)\s*$/i;

function strange({ text, words, organisation, mentions }: Spoken, from: number, to: number, { name, aliases, unit }: Indicator): number {
  const own = new Set(wordsIn([name, ...aliases, unit, organisation].join(" ")).map(({ stem }) => stem));
  const unknown = words.filter(({ start, end, text: word, stem }) => start >= from && end <= to && !isJoining(word) && !own.has(stem));
  const between = text.slice(from, to);
  const breaks = (between.match(/[;:]|\b(?:while|whereas|although|though|but)\b/g) ?? []).length;
  const said = mentions.find(({ end, evidence }) => end === from && evidence > 1);
  const narrowed = said !== undefined && NARROWS.test(between) && unknown.some(({ start }) => start - from < 20 && !/[,;]/.test(text.slice(from, start))) ? NARROWED : 0;
  const led = said === undefined || PLAIN_BEFORE.test(text.slice(0, said.start)) || own.has(stemOf(/(\w+)\W*$/.exec(text.slice(0, said.start))?.[1] ?? "")) ? 0 : NARROWED;
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
