/** How Chinese prose is read for slips of a digit. */
import { findApproximateWord, type Meaning } from "../../../../model/approximate.ts";
import type { Deck } from "../../../../model/deck.ts";
import type { Indicator } from "../../../../model/indicator.ts";
import { parseFigure } from "../../../../model/figure.ts";
import { splitUnit } from "../../../../model/unit.ts";
import { CHINESE } from "../../../../language/lexicon.ts";
import { RATIO, type Token } from "../../../../language/token.ts";
import { readerOf } from "../../../../language/tokens.ts";
import type { Wording } from "../../../../language/wording.ts";
import { vocabularyOf } from "../../vocabulary.ts";
import type { Tongue } from "../clues.ts";
import { tablesOf } from "../published.ts";
import type { Mention, Raw, Written } from "../said.ts";
import { areasIn } from "../sentence.ts";
import { CHINESE_CLUES } from "./clues.ts";
import { mentionsOf, pairedNamesOf } from "./names.ts";

/** A sentence with the words as the plain reader has them. */
interface Spoken extends Raw {
  readonly tokens: readonly Token[];
}

export const CHINESE_TONGUE: Tongue = {
  lexicon: CHINESE,
  clues: CHINESE_CLUES,
  read,
  strange: (raw, from, to, indicator) => strange(raw as Spoken, from, to, indicator),
  foreign: ({ text }, from, to) => CHINESE.others.test(text.slice(from, to)),
  gaps: [0, 0, 0, 4, 12],
  fewest: 3,
};

function read(wording: Wording, deck: Deck): Spoken[] {
  const { text, sentences } = readerOf(vocabularyOf(deck), CHINESE).read(wording);
  const names = pairedNamesOf(deck.indicators);
  let [last, heading] = [0, ""];
  return sentences.flatMap((tokens): Spoken[] => {
    const [start, end] = [tokens[0]?.start ?? 0, tokens.at(-1)?.end ?? 0];
    const sentence = text.slice(start, end);
    // What stands between two sentences that are read has no digit: a heading, or a lead.
    heading = headingIn(text.slice(last, start)) ?? heading;
    last = end;
    const numbers = [...tokens.flatMap((token) => numberOf(token, start)), ...placesIn(sentence)].toSorted((a, b) => a.start - b.start);
    if (numbers.length === 0) return [];
    const named = tokens.flatMap((token): Mention[] => (token.type === "name" ? [{ id: token.id, start: token.start - start, end: token.end - start, evidence: token.inferred === true ? 2 : 3 }] : []));
    const loose = numbers.flatMap((number, index) => stretch(sentence, numbers[index - 1]?.end ?? 0, number.start)).flatMap(([from, to]) => mentionsOf(sentence.slice(from, to), from, heading, names));
    const areas = areasIn(sentence, tablesOf(deck.indicators), placesOf);
    return [{ text: sentence, start, numbers, mentions: [...named, ...loose.filter(({ id, end: at }) => !named.some((one) => one.id === id && one.end === at))], areas, pronouns: [], tokens: tokens.map((token) => ({ ...token, start: token.start - start, end: token.end - start })) }];
  });
}

/** The last short sentence. */
function headingIn(text: string): string | null {
  const words = text.split(/[。！？\n]/).findLast((one) => /\p{Script=Han}/u.test(one))?.trim() ?? "";
  return words === "" ? null : words.length <= LONGEST_HEADING ? words : "";
}

const LONGEST_HEADING = 20;

/** 列全市第3: a place without its 位, which the plain reader leaves alone. */
function placesIn(text: string): Written[] {
  return [...text.matchAll(/(?<=[居列排名国省市州县区])第(\d{1,3})(?=[，。；、）\s]|$|名)/g)].map(({ 0: found, 1: value = "", index }) => ({ start: index, end: index + found.length, text: found, kind: "place", value, power: 0, base: null, rough: null }));
}

function stretch(text: string, from: number, to: number): [number, number][] {
  const last = Math.max(from, text.lastIndexOf("；", to) + 1);
  return to - last < 2 ? [] : [[last, to]];
}

const ROUGH: Readonly<Partial<Record<Meaning, Written["rough"]>>> = { from: "above", above: "above", "little-above": "above", "up-to": "below", below: "below", "short-of": "below", under: "below", around: "about" };

function numberOf(token: Token, start: number): Written[] {
  const place = { start: token.start - start, end: token.end - start };
  if (token.type === "place") return [{ ...place, text: token.text, kind: "place", value: `${token.rank}`, power: 0, base: null, rough: null }];
  if (token.type === "literal" && token.unit === RATIO) return [{ ...place, text: token.text, kind: "ratio", value: token.text.replaceAll(/[：∶︰]/g, ":"), power: 0, base: null, rough: null }];
  if (token.type !== "literal" || token.unit === "倍" || token.ranged) return [];
  const figure = parseFigure(token.figure);
  if (figure === null) return [];
  const word = findApproximateWord(token.figure, "before") ?? findApproximateWord(token.figure, "after");
  const kind = token.unit === "%" ? "percent" : token.unit === "个百分点" ? "points" : "count";
  const { power, base } = kind === "count" ? splitUnit(token.unit) : { power: 0, base: "" };
  return [{ ...place, text: token.text, kind, value: figure.value.replace("-", ""), power, base: /\p{Script=Han}/u.test(base) ? base : null, rough: word === null ? null : (ROUGH[word.meaning] ?? null) }];
}

/** 石桥、云溪、白渡三镇: a list leaves out what its names end with. */
function placesOf(text: string, name: string): number[][] {
  const short = name.replace(/(?:街道|[镇乡区县市])$/, "");
  const places: number[][] = [];
  for (let at = text.indexOf(short); at !== -1; at = text.indexOf(short, at + 1)) {
    const whole = text.startsWith(name, at);
    if (whole || (short.length > 1 && LISTED.test(text.charAt(at + short.length)))) places.push([at, at + (whole ? name : short).length]);
  }
  return places;
}

const LISTED = /[、和及与两三四五六七八九十等]/;

/** Characters of a word, roughly. */
const WORD = 2;

function strange({ text, tokens }: Spoken, from: number, to: number, { name, aliases }: Indicator): number {
  const own = new Set([name, ...aliases].join(""));
  const unknown = tokens.filter(({ type, start, end }) => type === "other" && start >= from - 1 && end <= to).reduce((count, { start, end }) => count + (text.slice(start, end).match(/\p{Script=Han}/gu) ?? []).filter((letter) => !own.has(letter)).length, 0);
  return Math.ceil(unknown / WORD) + (text.slice(from, to).match(/；/g) ?? []).length * 3;
}
