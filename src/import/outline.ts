/** The outline of a report: which paragraphs are headings, of which level, and how far a heading's words go. */
import type { SpokenParagraph } from "./decision.ts";
import { readEnglishOrdinal, readOrdinal, type Heading, type Level, type Ordinal } from "./ordinals.ts";
import type { RawParagraph } from "./spoken.ts";

export interface OutlineParagraph extends RawParagraph {
  readonly heading: Heading | null;
}

export interface Topic {
  readonly title: string;
  /** Whether a heading opens it, and no first sentence. */
  readonly headed: boolean;
  readonly paragraphs: readonly OutlineParagraph[];
}

export interface Part {
  readonly title: string;
  /** Its heading, where it has one, and what stands before its first topic. */
  readonly intro: readonly OutlineParagraph[];
  readonly topics: readonly Topic[];
}

export interface Outline {
  /** The report's title in its own words; empty where it has none. */
  readonly title: string;
  /** The title and all else before the first part. */
  readonly front: readonly OutlineParagraph[];
  readonly parts: readonly Part[];
  /** 名词解释, 附件: what comes after the report. */
  readonly annexes: readonly Topic[];
  /** All paragraphs in order. */
  readonly paragraphs: readonly OutlineParagraph[];
}

const ANNEX = /^(?:附件|附录|附表|附)\s*[\d一二三四五六七八九十]*\s*[：:]?(?:.{0,20})$|^(?:有关)?(?:名词|名词术语|术语|词语|缩略语|指标)(?:解释|说明|注释)$|^(?:注释|注|附注|指标注释)[：:]?$|^(?:Annex|Appendix|Glossary)\b.{0,40}$/iu;

export function readOutline(raw: readonly RawParagraph[], lang: "zh-CN" | "en"): Outline {
  const read = markHeadings(raw, lang === "en");
  const title = titleOf(read);
  const annexAt = read.findIndex(({ text, heading }, index) => index > 0 && text.length <= 30 && ANNEX.test(text) && (heading === null || heading.level === 1 || ANNEX.test(heading.title)));
  // The entries of a list of terms are numbered and head nothing.
  const marked = annexAt === -1 ? read : read.map((paragraph, index) => (index > annexAt && !ANNEX.test(paragraph.text) ? { ...paragraph, heading: null } : paragraph));
  const body = annexAt === -1 ? marked : marked.slice(0, annexAt);
  const starts = body.flatMap(({ heading }, index) => (heading?.level === 1 && !heading.item ? [index] : []));
  const front = body.slice(0, starts[0] ?? frontEnd(body));
  const parts = starts.length === 0 ? whole(body.slice(front.length), title) : starts.map((start, index) => partOf(body.slice(start, starts[index + 1])));
  return { title, front, parts, annexes: annexAt === -1 ? [] : annexesOf(marked.slice(annexAt)), paragraphs: marked };
}

/** The paragraphs with the levels of their headings, as the review shows them. */
export function spokenParagraphs({ paragraphs }: Outline): SpokenParagraph[] {
  return paragraphs.map(({ paragraph, line, text, heading, asides }) => ({ paragraph, line, text, asides, heading: heading === null || heading.item ? null : heading.level }));
}

/** A text without any heading is one part. */
function whole(body: readonly OutlineParagraph[], title: string): Part[] {
  return body.length === 0 ? [] : [{ title, ...topicsOf(body) }];
}

/** Where no heading ends the front, it goes up to the first long paragraph. */
function frontEnd(body: readonly OutlineParagraph[]): number {
  const first = body.findIndex(({ text }) => text.length > LONG);
  return first === -1 ? Math.min(1, body.length) : first;
}

function partOf(paragraphs: readonly OutlineParagraph[]): Part {
  const { intro, topics } = topicsOf(paragraphs.slice(1));
  return { title: paragraphs[0]!.heading!.title, intro: [paragraphs[0]!, ...intro], topics };
}

/** Characters of a paragraph that is worth a slide of its own. */
const LONG = 60;

/** The highest level below the part that opens topics: （一）, else 1., else 一是 and the first sentences of long paragraphs. */
function topicsOf(body: readonly OutlineParagraph[]): { readonly intro: readonly OutlineParagraph[]; readonly topics: Topic[] } {
  const level = ([2, 3] as const).find((one) => body.some(({ heading }) => heading?.level === one && !heading.item));
  // A short item, 一、强产业、促转型, is one of a list: it goes with what stands before it.
  const opens = (paragraph: OutlineParagraph): boolean => (level === undefined ? (paragraph.heading !== null && !paragraph.heading.item) || paragraph.text.length > LONG : paragraph.heading?.level === level && !paragraph.heading.item);
  const first = body.findIndex(opens);
  if (first === -1) return { intro: body, topics: [] };
  const topics: { title: string; headed: boolean; paragraphs: OutlineParagraph[] }[] = [];
  for (const paragraph of body.slice(first)) {
    if (opens(paragraph)) topics.push({ title: paragraph.heading?.title ?? leadOf(paragraph.text), headed: paragraph.heading !== null, paragraphs: [paragraph] });
    else topics.at(-1)!.paragraphs.push(paragraph);
  }
  return { intro: body.slice(0, first), topics };
}

/** The first sentence of a paragraph, without the words that only say when. */
export function leadOf(text: string): string {
  const lead = /^(?:[^。！？；\n.!?]|[.!?](?=\S))+/.exec(text)?.[0].replace(/^——/, "").trim() ?? text;
  const bare = lead.replace(/^(?:(?:[\d〇一二三四五六七八九十两]{1,4}年[来间]?|[过刚]?[刚去]*过去的?[一几五]年|今年|去年|全年|同时|当前|各位代表)[，,！!：:]\s*)+(?:我们)?/, "");
  return bare.length > 3 ? bare : lead;
}

function annexesOf(paragraphs: readonly OutlineParagraph[]): Topic[] {
  const topics: { title: string; headed: boolean; paragraphs: OutlineParagraph[] }[] = [];
  for (const paragraph of paragraphs) {
    if (topics.length === 0 || (paragraph.text.length <= 30 && ANNEX.test(paragraph.text))) topics.push({ title: paragraph.text.replace(/[：:]$/, ""), headed: true, paragraphs: [paragraph] });
    else topics.at(-1)!.paragraphs.push(paragraph);
  }
  return topics;
}

const TITLE = /(?:报告|公报|汇报|讲话|总结|要点|规划|纲要|计划)(?:（[^）]{1,16}）)?$|^(?:report|work report|annual report|government work report|.{0,60}\b(?:report|communiqué))\b/iu;
const LONGEST_TITLE = 40;
/** In Latin letters, a title has more than twice as many characters. */
const LONGEST_LATIN_TITLE = 90;
const mayTitle = (text: string): boolean => text.length <= (/\p{Script=Han}/u.test(text) ? LONGEST_TITLE : LONGEST_LATIN_TITLE);

/** The title: by its style, else by its words, else the first short line; lines that a person broke go on in the next. */
function titleOf(paragraphs: readonly OutlineParagraph[]): string {
  const lead = paragraphs.slice(0, 12);
  const styled = lead.find(({ level }) => level === 0);
  if (styled !== undefined) return styled.text.replaceAll("\n", "");
  const named = lead.find(({ text, heading }) => heading === null && mayTitle(text) && TITLE.test(text) && !/[。：:；，]/.test(text));
  if (named !== undefined) return named.text.replaceAll("\n", "");
  const [first] = lead;
  return first !== undefined && first.heading === null && first.text.length <= LONGEST_TITLE && !/[。：:；]$/.test(first.text) ? first.text.replaceAll("\n", "") : "";
}

function markHeadings(raw: readonly RawParagraph[], english: boolean): OutlineParagraph[] {
  const ordinals = raw.map(({ text }) => (english ? readEnglishOrdinal(text) : readOrdinal(text)));
  const listed = listedOrdinals(ordinals);
  const styles = styleLevels(raw, ordinals);
  const marked = raw.map((paragraph, index): OutlineParagraph => {
    const ordinal = ordinals[index] ?? null;
    const styled = paragraph.level === null || paragraph.level === 0 ? null : (styles.get(paragraph.level) ?? null);
    if (ordinal !== null && (styled === null || !ordinal.item)) return { ...paragraph, heading: listed.has(index) ? { ...ordinal, level: 4, item: true } : ordinal };
    if (styled === null) return { ...paragraph, heading: null };
    return { ...paragraph, heading: { level: styled, title: paragraph.text.replace(/[。：:]$/, ""), end: paragraph.text.length, item: false } };
  });
  return marked.some(({ heading }) => heading?.level === 1 && !heading.item) ? marked : withBareHeadings(marked, english);
}

/** 一、…二、…三、… one right after the other, and again in no other order, are a list and no headings. */
function listedOrdinals(ordinals: readonly (Ordinal | null)[]): ReadonlySet<number> {
  const first = (index: number): boolean => ordinals[index]?.level === 1 && !ordinals[index]!.item && ordinals[index]!.alone;
  const runs: number[][] = [];
  for (const [index] of ordinals.entries()) {
    if (!first(index)) continue;
    if (first(index - 1)) runs.at(-1)!.push(index);
    else runs.push([index]);
  }
  return new Set(runs.filter((run) => run.length > 2).flat());
}

/** Levels of heading styles: that of the ordinals which most of their headings have, else by their order. */
function styleLevels(raw: readonly RawParagraph[], ordinals: readonly (Ordinal | null)[]): ReadonlyMap<number, Level> {
  const used = [...new Set(raw.flatMap(({ level }) => (level === null || level === 0 ? [] : [level])))].toSorted((a, b) => a - b);
  let last = 0;
  return new Map(used.map((style) => {
    const counts = [1, 2, 3, 4].map((level) => raw.filter((paragraph, index) => paragraph.level === style && ordinals[index]?.level === level && !ordinals[index].item).length);
    const most = Math.max(...counts);
    last = Math.min(4, Math.max(last + 1, most === 0 ? 0 : counts.indexOf(most) + 1));
    return [style, last as Level];
  }));
}

/** When and where a report was delivered, and by whom: no heading. */
const DELIVERED = /^(?:——|—)|[年月]\d{1,2}日|[〇一二三四五六七八九十]日$|(?:会议|大会)上?$|(?:省|市|县|区|州|镇|乡)长(?:\s|$)/;
/** Characters of the shortest paragraph that a bare line heads. */
const LEAST_BELOW = 30;

/** A short line without an end mark before a long paragraph heads it, where a text has no other headings. */
function withBareHeadings(marked: readonly OutlineParagraph[], english: boolean): OutlineParagraph[] {
  const longest = english ? 80 : 30;
  const counts = new Map<string, number>();
  for (const { text } of marked) counts.set(text, (counts.get(text) ?? 0) + 1);
  return marked.map((paragraph, index) => {
    const next = marked[index + 1];
    // A line that comes again, 图片, heads nothing, and the report's own title heads all.
    const bare = paragraph.heading === null && counts.get(paragraph.text) === 1 && !TITLE.test(paragraph.text) && !DELIVERED.test(paragraph.text) && paragraph.text.length <= longest && !/[。！？；：，、,.:;!?\d亿%]$/.test(paragraph.text) && !paragraph.text.includes("\n");
    if (!bare || next === undefined || next.text.length < LEAST_BELOW || !/[。！？；：.!?:;”]$/.test(next.text)) return paragraph;
    return { ...paragraph, heading: { level: 1, title: paragraph.text, end: paragraph.text.length, item: false } };
  });
}
