/** Key phrases of a slide: the report's own words, never new ones. */
import type { OutlineParagraph } from "./outline.ts";

/** Han characters on a slide, in a phrase and in a title; letters of English take half the room. */
const MOST_ON_SLIDE = 40;
const MOST_IN_PHRASE = 14;
const LEAST_IN_PHRASE = 4;
const MOST_IN_TITLE = 20;
const MOST_PHRASES = 5;

/** Room that a text takes, in Han characters. */
export function roomOf(text: string): number {
  return [...text].reduce((room, character) => room + (/[\u2E80-\uFFEF]/.test(character) ? 1 : 0.5), 0);
}

/** A text that is short enough, else its first clauses that are. Null where even the first clause is too long. */
function cutAtClause(text: string, most: number): string | null {
  const whole = fullMarks(text.replace(/\s*\n\s*/g, "")).replace(/(?<![。；：，、.;:,！!])[。；：，、.;:,！!]+$/u, "").trim();
  if (roomOf(whole) <= most) return whole;
  const ends = [...whole.matchAll(/[，,；;：:—]|(?<=[a-z]) (?=(?:and|to|for|with)\b)/g)].map(({ index }) => index).filter((end) => roomOf(whole.slice(0, end)) <= most);
  const end = ends.at(-1);
  return end === undefined || end < 2 ? null : whole.slice(0, end).trim();
}

/** A slide's words have the marks of the language, also where a pasted text lost them: a comma between Han characters is a wide one. */
function fullMarks(text: string): string {
  return text.replace(/(?<=[\p{Script=Han}”》）])[,;:?!](?=[\p{Script=Han}“《（]|$)/gu, (mark) => "，；：？！".charAt(",;:?!".indexOf(mark)));
}

/** A title of at most so much room; a long one without a mark is cut off. */
export function shortTitle(text: string, most = MOST_IN_TITLE): string {
  const cut = cutAtClause(text, most);
  if (cut !== null && !hasOpenMark(cut)) return cut;
  const plain = text.replace(/[\n“”‘’《》「」（）()【】]/g, "");
  const again = cutAtClause(plain, most);
  if (again !== null) return again;
  let end = 0;
  while (end < plain.length && roomOf(plain.slice(0, end + 1)) <= most - 1) end += 1;
  const words = /^[\x20-\x7E]*$/.test(plain) ? plain.slice(0, end).replace(/\s\S*$/, "") : plain.slice(0, end);
  return `${words}…`;
}

/** Whether a mark opens that does not close: a clause inside a quotation is no phrase. */
function hasOpenMark(text: string): boolean {
  return ["“”", "‘’", "《》", "（）", "()", "【】", "「」"].some(([open = "", close = ""]) => text.split(open).length !== text.split(close).length);
}

/** What a report says of its shortcomings is spoken, and on no slide. */
const SHORTCOMINGS = /清醒地?(?:看到|认识)|困难(?:和|与|、)?(?:问题|挑战)|存在.{0,6}(?:问题|不足|短板)/;

/** The phrases of a topic, in the order of its text. `title` is not said again; `isFigure` tells words that hold a figure of an indicator, which only a table gives. */
export function keyPhrases(all: readonly OutlineParagraph[], title: string, isFigure: (phrase: string) => boolean): string[] {
  const paragraphs = all.filter(({ text }) => !SHORTCOMINGS.test(text));
  const sources = [itemsOf(paragraphs), leadsOf(paragraphs.slice(1)), clausesOf(paragraphs, 1), clausesOf(paragraphs, 3)];
  const best = sources.map((source) => pick(source, title, isFigure)).find((phrases) => phrases.length > 1);
  return best ?? pick(sources.flat(), title, isFigure);
}

const ITEM = /(?:[一二三四五六七八九十]+是(?!否)|[一二三四五六七八九十]+要|——)([^。；：\n]{4,60})/gu;

function itemsOf(paragraphs: readonly OutlineParagraph[]): string[] {
  return paragraphs.flatMap(({ text, heading }, index) => {
    if (index > 0 && heading !== null && !heading.item) return [heading.title];
    return [...text.matchAll(ITEM)].map((match) => match[1]!);
  });
}

/** The first sentences of the paragraphs below a heading. */
function leadsOf(paragraphs: readonly OutlineParagraph[]): string[] {
  return paragraphs.flatMap(({ text }) => {
    const lead = /^[^。；！？\n]{4,30}(?=[。；！？])/u.exec(text)?.[0];
    return lead === undefined ? [] : [lead];
  });
}

/** So many clauses of each sentence but the heading's own: the first that can stand by themselves. */
function clausesOf(paragraphs: readonly OutlineParagraph[], most: number): string[] {
  const sentences = paragraphs.flatMap(({ text, heading }) => text.slice(heading === null ? 0 : heading.end).split(/[。；！？\n]|(?<=[a-z])[.;!?](?=\s|$)/u));
  return sentences.flatMap((sentence) => {
    const clauses = sentence.split(/[，：]|,(?!\d)/).map((clause) => clause.trim().replace(/^我们/, ""));
    return clauses.filter((clause) => roomOf(clause) >= LEAST_IN_PHRASE && roomOf(clause) <= MOST_IN_PHRASE && isPhrase(clause)).slice(0, most);
  });
}

function pick(sources: readonly string[], title: string, isFigure: (phrase: string) => boolean): string[] {
  const phrases: string[] = [];
  let room = 0;
  for (const source of sources) {
    const phrase = cutAtClause(source.replace(/^(?:同时|此外|其中|另外|各位代表)[，,！!：:]?/, ""), MOST_IN_PHRASE);
    if (phrase === null || roomOf(phrase) < LEAST_IN_PHRASE || phrases.includes(phrase) || title.includes(phrase) || phrase.includes(title) || !isPhrase(phrase) || isFigure(phrase)) continue;
    if (room + roomOf(phrase) > MOST_ON_SLIDE || phrases.length === MOST_PHRASES) break;
    phrases.push(phrase);
    room += roomOf(phrase);
  }
  return phrases;
}

/** No half of a quotation, no rate, no beginning of a subordinate clause. */
function isPhrase(text: string): boolean {
  return !hasOpenMark(text) && !/\d.*[%％]|[\d.]$/.test(text) && !/^(?:也|还|都|更|又|已|备注|讲稿|发言稿|在|当|为了|随着|通过|虽然|但|而|因|由于|如|即|并|和|与|以及|对|向|从|按照|根据|围绕)/.test(text) && !/[的和与及在为对将把]$/.test(text) && /\p{L}/u.test(text);
}
