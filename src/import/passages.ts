/** The text as it is read in one go: paragraphs with the year and the plan that their headings set. */
import { OWN, type Times } from "../language/times.ts";
import { CHINESE } from "../language/lexicon.ts";
import { ENGLISH } from "../language/english-lexicon.ts";
import type { Setting } from "../language/reading.ts";
import type { Wording } from "../language/wording.ts";
import { plainYears, type About } from "./about.ts";
import type { Outline, OutlineParagraph } from "./outline.ts";

export interface Passage {
  /** The text with the ends of names that a list says once: 城镇居民人均可支配收入、农村居民人均可支配收入 for 城镇、农村居民人均可支配收入. */
  readonly read: Expanded;
  /** Paragraphs joined: after a line without an end mark the text goes on. */
  readonly text: string;
  readonly parts: readonly { readonly paragraph: OutlineParagraph; readonly start: number }[];
  /** Null where the headings are about another time than a report's years. */
  readonly setting: Setting | null;
  /** Heading below which it stands. */
  readonly section: string;
}

/** Longest line that the next may go on from: figures set one below the other. */
const LINE = 40;

export function readPassages(outline: Outline, about: About, english: boolean): Passage[] {
  const groups = [
    { heads: [] as string[], section: "", paragraphs: outline.front },
    ...outline.parts.flatMap(({ title, intro, topics }) => [
      { heads: [title], section: title, paragraphs: intro },
      ...topics.map((topic) => ({ heads: [topic.headed ? topic.title : "", title], section: topic.headed ? topic.title : title, paragraphs: topic.paragraphs })),
    ]),
  ];
  return groups.flatMap(({ heads, section, paragraphs }) => joinLines(paragraphs).map((parts) => passageOf(parts, section, settingOf(heads, about, english))));
}

/** Short lines without an end mark are read together. */
function joinLines(paragraphs: readonly OutlineParagraph[]): OutlineParagraph[][] {
  const groups: OutlineParagraph[][] = [];
  for (const [index, paragraph] of paragraphs.entries()) {
    const before = paragraphs[index - 1];
    const goesOn = before !== undefined && before.heading === null && paragraph.heading === null && before.text.length <= LINE && paragraph.text.length <= LINE && /\d/.test(before.text + paragraph.text) && !/[。！？；：.!?:;]$/.test(before.text);
    if (goesOn) groups.at(-1)!.push(paragraph);
    else groups.push([paragraph]);
  }
  return groups;
}

function passageOf(paragraphs: readonly OutlineParagraph[], section: string, setting: Setting | null): Passage {
  let text = "";
  const parts = paragraphs.map((paragraph, index) => {
    if (index > 0) text += "，";
    const start = text.length;
    // Years in Han digits have the length of those in digits.
    text += plainYears(paragraph.text);
    return { paragraph, start };
  });
  return { text, read: expand(text), parts, section, setting };
}

export interface Expanded {
  readonly text: string;
  /** Where the character at an offset stands in the text as written. */
  readonly at: (offset: number) => number;
}

const TAILS = /(?<=城[镇市])(?=[、和与](?:农村(?:常住)?)(居民人均可支配收入))|(?<=[存])(?=[、和与]贷(款余额))/g;

function expand(text: string): Expanded {
  const inserted: { readonly at: number; readonly tail: string }[] = [...text.matchAll(TAILS)].map(({ 1: first, 2: second, index }) => ({ at: index, tail: first ?? second ?? "" }));
  if (inserted.length === 0) return { text, at: (offset) => offset };
  let [read, from] = ["", 0];
  for (const { at, tail } of inserted) {
    read += text.slice(from, at) + tail;
    from = at;
  }
  return {
    text: read + text.slice(from),
    at: (offset) => {
      let left = offset;
      for (const { at, tail } of inserted) {
        if (left <= at) break;
        left = Math.max(at, left - tail.length);
      }
      return left;
    },
  };
}

/** As the check sets it for a slide below these headings, so that both read the same sentence in the same way. */
function settingOf(heads: readonly string[], { year, plan }: About, english: boolean): Setting | null {
  if (year === null) return null;
  const lexicon = english ? ENGLISH : CHINESE;
  const [own = "", around = ""] = heads.map(plainYears);
  const ownYears = yearsIn(own, lexicon.titleYear);
  const words = ownYears.length === 0 ? `${own}\n${around}` : own;
  const named = yearsIn(words, lexicon.titleYear);
  const several = named.length !== 1 && lexicon.severalYears.test(words);
  if (!several && lexicon.otherTimes.test(words) && !lexicon.severalYears.test(words)) return null;
  if (named.length > 1) return null;
  const [when = year] = named;
  const times: Times = several ? { type: "several", years: null, since: null } : OWN;
  return { period: { type: "year", year: when }, dated: named.length > 0, planned: when === plan || lexicon.plannedTitle.test(words), lexicon, sumsFrom: Infinity, thisYear: plan, times };
}

function yearsIn(text: string, pattern: RegExp): number[] {
  return [...new Set([...text.matchAll(pattern)].map((match) => Number(match[1])))];
}

/** A text as the sentence reader takes it. */
export function wordingOf(text: string): Wording {
  const span = { file: "", line: 1, column: 1, endLine: 1, endColumn: text.length + 1 };
  return { text, pieces: [{ type: "text", text, start: 0, span, figure: null }] };
}

/** The sentence around an offset, without the blanks around it. */
export function sentenceAt(text: string, offset: number): string {
  const from = Math.max(...["。", "！", "？", "\n"].map((mark) => text.lastIndexOf(mark, Math.max(0, offset - 1)))) + 1;
  const ends = ["。", "！", "？", "\n"].map((mark) => text.indexOf(mark, offset)).filter((at) => at !== -1);
  return text.slice(from, Math.min(text.length, ...ends.map((at) => at + 1))).trim();
}
