/** The draft's slides: a cover, an agenda, a section for each part with a slide for each of its topics, a closing. */
import { findShownMark } from "../parse/markdown/notes-mark.ts";
import type { FoundProject } from "./decision.ts";
import { growthChart, keyFigures, projectBoard, targetCards, targetChart, topicFigures, type DataBlock } from "./data-slides.ts";
import { enclosureBlock } from "./enclosures.ts";
import { leadOf, type OutlineParagraph, type Part, type Topic } from "./outline.ts";
import { keyPhrases, roomOf, shortTitle } from "./phrases.ts";
import type { Understanding } from "./understand.ts";
import { writePhrase } from "./write-text.ts";

export interface DraftSlide {
  /** Its heading with attributes: `## 标题 {layout=bullets}`. */
  readonly head: string;
  /** Lines of what it shows. */
  readonly body: readonly string[];
  /** What is spoken. */
  readonly notes: readonly OutlineParagraph[];
  /** The paragraph whose words the head and the body take; 0 for none. */
  readonly from: number;
}

export interface DraftSection {
  /** File name in slides/, without `.md`. */
  readonly name: string;
  readonly kiosk: boolean;
  readonly slides: readonly DraftSlide[];
}

/** Titles of slides that only the tool knows. */
interface Words {
  readonly agenda: string;
  readonly growth: string;
  readonly targets: string;
  readonly figures: string;
  readonly untitled: string;
  readonly closing: string;
}
const WORDS: Readonly<Record<Understanding["lang"], Words>> = {
  "zh-CN": { agenda: "目录", growth: "主要指标增速", targets: "主要预期目标", figures: "主要指标", untitled: "要点", closing: "谢谢大家" },
  en: { agenda: "Agenda", growth: "Growth of key indicators", targets: "Targets", figures: "Key figures", untitled: "Key points", closing: "Thank you" },
};
/** Characters of an introduction that fits beside its divider's heading. */
const SHORT_INTRO = 160;
/** Terms that a slide lists. */
const MOST_TERMS = 6;

export function draftSections(understanding: Understanding): DraftSection[] {
  const { outline, lang } = understanding;
  const { parts, closing } = withoutClosing(outline.parts);
  const cover: DraftSlide = { head: "## {layout=cover}", body: [], notes: outline.front, from: 0 };
  const agenda: DraftSlide = { head: `## ${WORDS[lang].agenda} {layout=agenda}`, body: [], notes: [], from: 0 };
  const numbered = parts.map((part, index): DraftSection => ({ name: `${10 + index * 5 > 85 ? 85 : 10 + index * 5}-part-${index + 1}`, kiosk: true, slides: partSlides(part, understanding) }));
  const annexes = outline.annexes.flatMap((topic) => [annexSlide(topic, understanding), ...enclosed(topic.paragraphs, topic.title, understanding)]);
  const front = enclosed(outline.front, understanding.title === "" ? WORDS[lang].untitled : understanding.title, understanding);
  return [
    { name: "00-cover", kiosk: true, slides: [cover, ...front] },
    ...(parts.length > 1 ? [{ name: "05-agenda", kiosk: true, slides: [agenda] }] : []),
    ...numbered,
    { name: "90-closing", kiosk: true, slides: [...enclosed(closing, parts.at(-1)?.title ?? WORDS[lang].untitled, understanding), closingSlide(closing, understanding)] },
    ...(annexes.length === 0 ? [] : [{ name: "95-annex", kiosk: false, slides: annexes }]),
  ];
}

/** A list of terms shows them by name. */
function annexSlide(topic: Topic, { terms, lang }: Understanding): DraftSlide {
  const numbers = new Set(topic.paragraphs.map(({ paragraph }) => paragraph));
  const names = terms.filter(({ kind, place, wording }) => kind === "phrase" && numbers.has(place.paragraph) && roomOf(wording) <= 14).map(({ wording }) => `- ${writePhrase(wording)}`).slice(0, MOST_TERMS);
  const layout = names.length > 1 ? "bullets" : "picture";
  return { head: `## ${titleOf(topic, lang)} {layout=${layout}}`, body: names.length > 1 ? names : [], notes: topic.paragraphs, from: topic.paragraphs[0]!.paragraph };
}

/** The last words to the meeting close the report. */
function withoutClosing(parts: readonly Part[]): { readonly parts: readonly Part[]; readonly closing: readonly OutlineParagraph[] } {
  const last = parts.at(-1);
  const topic = last?.topics.at(-1);
  if (last === undefined || topic === undefined) return { parts, closing: [] };
  const shortFrom = topic.paragraphs.findLastIndex(({ text }) => text.length > 40) + 1;
  const spoken = topic.paragraphs.findIndex(({ text, heading }, index) => index > 0 && heading === null && index >= topic.paragraphs.length - 4 && /^(?:各位代表|同志们|奋斗|新时代|新征程|征程|让我们|Fellow|Let us|Thank)/.test(text));
  // Three short lines or more at the end are the closing words, one below the other.
  const from = spoken !== -1 ? spoken : shortFrom > 0 && topic.paragraphs.length - shortFrom > 2 ? shortFrom : -1;
  if (from === -1) return { parts, closing: [] };
  const kept: Topic = { ...topic, paragraphs: topic.paragraphs.slice(0, from) };
  return { parts: [...parts.slice(0, -1), { ...last, topics: [...last.topics.slice(0, -1), kept] }], closing: topic.paragraphs.slice(from) };
}

/** Its title are the report's last words, where they are short enough. */
function closingSlide(paragraphs: readonly OutlineParagraph[], { title, about, lang }: Understanding): DraftSlide {
  const last = paragraphs.at(-1)?.text ?? "";
  const sentence = last.split(/(?<=[。！!.])/).map((part) => part.trim()).filter((part) => part !== "").at(-1) ?? "";
  const clause = sentence.replace(/(?<![。！!.])[。！!.]+$/, "").split(/[，,]/).at(-1)?.trim() ?? "";
  const words = roomOf(clause) >= 6 && roomOf(clause) <= 22 && /^[\p{L}“]/u.test(clause) && !/[“”].*$/.test(clause.replace(/“[^”]*”/g, "")) ? clause : shortTitle(title === "" ? about.organisation || WORDS[lang].closing : title, 22);
  return { head: `## ${writePhrase(readsAsNotes(words) ? WORDS[lang].closing : words)} {layout=closing}`, body: [], notes: paragraphs, from: paragraphs.at(-1)?.paragraph ?? 0 };
}

function partSlides(part: Part, understanding: Understanding): DraftSlide[] {
  const [heading, ...rest] = part.intro;
  const long = rest.reduce((sum, { text }) => sum + text.length, 0) > SHORT_INTRO;
  const opening = long ? rest.slice(0, rest.findIndex(({ text }) => text.length > 60)) : rest;
  const divider: DraftSlide = { head: `# ${writePhrase(shortTitle(/[\p{L}\p{N}]/u.test(part.title) && !readsAsNotes(part.title) ? part.title : understanding.about.organisation || WORDS[understanding.lang].untitled, 22))}`, body: [], notes: [...(heading === undefined ? [] : [heading]), ...opening], from: heading?.paragraph ?? 0 };
  const intro = long ? introTopics(rest.slice(opening.length)) : [];
  const topics = [...intro, ...part.topics];
  const slides = topics.map((topic) => topicSlides(topic, understanding));
  const first = part.intro.slice(0, 1 + opening.length);
  return [divider, ...(own(first, understanding) ?? []), ...enclosed(first, part.title, understanding), ...slides.flat()];
}

/** Each long paragraph of an introduction is a slide; short ones go with the one before. */
function introTopics(paragraphs: readonly OutlineParagraph[]): Topic[] {
  const topics: { title: string; headed: boolean; paragraphs: OutlineParagraph[] }[] = [];
  for (const paragraph of paragraphs) {
    if (topics.length === 0 || paragraph.text.length > 60) topics.push({ title: paragraph.heading?.title ?? leadOf(paragraph.text), headed: paragraph.heading !== null, paragraphs: [paragraph] });
    else topics.at(-1)!.paragraphs.push(paragraph);
  }
  return topics;
}

/** Data slides behind a divider whose notes hold the figures. */
function own(notes: readonly OutlineParagraph[], understanding: Understanding): DraftSlide[] | null {
  const words = WORDS[understanding.lang];
  const made = dataOf(notes, understanding);
  if (made === null) return null;
  return [{ head: `## ${made.kind === "targets" ? words.targets : words.figures}`, body: made.block.lines, notes: [], from: 0 }, ...chartOf(made.kind, understanding)];
}

interface Made {
  readonly kind: "figures" | "targets";
  readonly block: DataBlock;
}

/** Which data these paragraphs speak of, if they are the ones that speak most of it. */
function dataOf(notes: readonly OutlineParagraph[], understanding: Understanding): Made | null {
  const numbers = new Set(notes.map(({ paragraph }) => paragraph));
  const best = mostTold(understanding);
  const targets = best.targets !== null && numbers.has(best.targets) ? targetCards(understanding) : null;
  if (targets !== null) return { kind: "targets", block: targets };
  const figures = best.figures !== null && numbers.has(best.figures) ? keyFigures(understanding) : null;
  return figures === null ? null : { kind: "figures", block: figures };
}

/** The paragraph that gives the year's GDP, else the one that holds most figures of the year; and the one with most targets of the plan. */
function mostTold({ decisions, period, plan }: Understanding): { readonly figures: number | null; readonly targets: number | null } {
  const most = (counted: readonly number[]): number | null => {
    const counts = new Map<number, number>();
    for (const paragraph of counted) counts.set(paragraph, (counts.get(paragraph) ?? 0) + 1);
    return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? null;
  };
  const sure = decisions.filter(({ certainty }) => certainty === "sure");
  return {
    figures: sure.find((one) => one.type === "figure" && one.indicator === "gdp" && one.period === period)?.place.paragraph ?? most(sure.flatMap((one) => (one.type === "figure" && one.period === period ? [one.place.paragraph] : []))),
    targets: most(sure.flatMap((one) => (one.type === "target" && one.period === plan ? [one.place.paragraph] : []))),
  };
}

function chartOf(kind: Made["kind"], understanding: Understanding): DraftSlide[] {
  const block = kind === "targets" ? targetChart(understanding) : growthChart(understanding);
  const words = WORDS[understanding.lang];
  return block === null ? [] : [{ head: `## ${kind === "targets" ? words.targets : words.growth}`, body: block.lines, notes: [], from: 0 }];
}

function topicSlides(topic: Topic, understanding: Understanding): DraftSlide[] {
  return [...ownSlides(topic, understanding), ...enclosed(topic.paragraphs, topic.title, understanding)];
}

/** A slide for each picture and table behind these paragraphs. */
function enclosed(paragraphs: readonly OutlineParagraph[], title: string, { enclosures, decisions, lang }: Understanding): DraftSlide[] {
  const numbers = new Set(paragraphs.map(({ paragraph }) => paragraph));
  const words = titleOf({ title, headed: true, paragraphs }, lang);
  const figures = decisions.filter((one) => one.type === "figure");
  return enclosures.filter(({ after }) => numbers.has(after)).flatMap((enclosure) => {
    const block = enclosureBlock(enclosure, shortTitle(title), figures);
    return block === null ? [] : [{ head: `## ${words}`, body: block, notes: [], from: enclosure.after }];
  });
}

function ownSlides(topic: Topic, understanding: Understanding): DraftSlide[] {
  const { paragraphs } = topic;
  const isFigure = figureIn(paragraphs, understanding);
  // A first sentence that tells a figure is no title: figures are the tables'.
  const title = !topic.headed && isFigure(topic.title) ? WORDS[understanding.lang].untitled : titleOf(topic, understanding.lang);
  const made = dataOf(paragraphs, understanding);
  const from = paragraphs[0]?.paragraph ?? 0;
  const board = boardOf(paragraphs, title, understanding);
  const words = WORDS[understanding.lang];
  const named = topic.headed ? title : made?.kind === "targets" ? words.targets : words.figures;
  if (made !== null) return [{ head: `## ${named}`, body: made.block.lines, notes: paragraphs, from }, ...chartOf(made.kind, understanding), ...board];
  const phrases = keyPhrases(paragraphs, topic.title, isFigure);
  const cards = phrases.length > 2 ? null : topicFigures(new Set(paragraphs.map(({ paragraph }) => paragraph)), understanding);
  if (cards !== null) return [{ head: `## ${title}`, body: cards.lines, notes: paragraphs, from }, ...board];
  if (phrases.length > 1) return [{ head: `## ${title} {layout=bullets}`, body: phrases.map((phrase) => `- ${writePhrase(phrase)}`), notes: paragraphs, from }, ...board];
  const body = phrases.map(writePhrase);
  return [{ head: `## ${title} {layout=picture}`, body, notes: paragraphs, from }, ...board];
}

/** Whether a phrase of these paragraphs holds a figure of an indicator or a target: those come from the tables alone. */
function figureIn(paragraphs: readonly OutlineParagraph[], { decisions }: Understanding): (phrase: string) => boolean {
  const numbers = new Set(paragraphs.map(({ paragraph }) => paragraph));
  const texts = decisions.flatMap(({ type, place, text }) => ((type === "figure" || type === "target") && numbers.has(place.paragraph) ? [text] : []));
  return (phrase) => /\d/.test(phrase) && texts.some((text) => phrase.includes(text) || text.includes(phrase));
}

/** Whether a heading of the document would be taken for the beginning of speaker notes. */
function readsAsNotes(title: string): boolean {
  return findShownMark(`# ${title}`) !== null;
}

/** A heading of marks alone says nothing on a slide. */
function titleOf({ title }: Topic, lang: Understanding["lang"]): string {
  const short = shortTitle(title);
  return writePhrase(/[\p{L}\p{N}]/u.test(short) && !readsAsNotes(short) ? short : WORDS[lang].untitled);
}

function boardOf(paragraphs: readonly OutlineParagraph[], title: string, { projects }: Understanding): DraftSlide[] {
  const numbers = new Set(paragraphs.map(({ paragraph }) => paragraph));
  const named: readonly FoundProject[] = projects.filter(({ place }) => numbers.has(place.paragraph));
  const board = projectBoard(named);
  return board === null ? [] : [{ head: `## ${title}`, body: board.lines, notes: [], from: paragraphs[0]?.paragraph ?? 0 }];
}
