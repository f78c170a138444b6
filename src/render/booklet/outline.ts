/** The booklet's outline: the notes of all slides in order, under the report's own headings or the titles of the slides. */
import type { Block, BookletHeadings, Deck, Inline, Layout, Section, Settings, Slide } from "../../model/deck.ts";
import { wordsOf, type Words } from "../../model/words.ts";
import { plainText } from "../../model/plain-text.ts";
import { lineText } from "../render-slide.ts";
import { readOwnHeading, type HeadingLevel, type OwnHeading } from "../../model/own-headings.ts";
import { divideText, type TextPart } from "./own-text.ts";

export interface BookletHeading {
  readonly level: HeadingLevel;
  /** With its ordinal, and with its mark if text follows in the same paragraph. */
  readonly words: readonly Inline[];
  /** True if the text continues in the heading's own paragraph. */
  readonly runIn: boolean;
}

/** What one slide adds to the booklet. */
export interface Passage {
  /** The slide's id: links in the text lead here. */
  readonly id: string;
  /** The slide's title; null where the text continues under the heading before. */
  readonly heading: BookletHeading | null;
  readonly parts: readonly TextPart[];
  /** Level of a numbered list in the passage: one below its heading, 3 or 4. */
  readonly listLevel: 3 | 4;
  /** A blank line comes before it: the text leaves the numbered sections. */
  readonly apart: boolean;
}

/** A slide with the level of its heading; null for one that has none. */
interface Ranked {
  readonly slide: Slide;
  readonly title: string;
  readonly level: 1 | 2 | 3 | null;
}

/** Layouts whose title is for the screen only. */
const UNHEADED: readonly Layout[] = ["cover", "agenda", "closing"];
/** A title with an ordinal of its own: 一、… （二）… 3.… 第四，… */
const HAS_ORDINAL = /^(?:第?[一二三四五六七八九十百]+[、，是]|[（(][一二三四五六七八九十百\d]+[）)]|\d+[.．、])/u;
/** Marks after which text may follow a heading. */
const HEADING_END = /^[。：！？；]|^[.:!?;](?=\s|$)/u;

/** Passages in order. Slides without notes are left out; a numbered section under titles appears with its number on screen. */
export function outlineBooklet(deck: Deck): readonly Passage[] {
  const { settings } = deck;
  // What is kept for questions is no part of the report.
  const spoken = deck.sections.filter((section) => !section.backup && (section.number !== null || section.slides.some(hasNotes)));
  const numbered = spoken.some((section) => section.number !== null);
  const plans = spoken.map((section) => planSection(section, settings));
  const taken = new Set(plans.flatMap(({ headings }) => headings.filter(({ level }) => level === 1).map(ordinalOf)));
  const passages: Passage[] = [];
  const count = createCounter(wordsOf(settings.lang));
  let inside = false;
  for (const { section, own, headings } of plans) {
    const apart = inside && section.number === null && taken.size === 0;
    inside = section.number !== null;
    if (section.number !== null) count.restart(section.number);
    const ranked = own ? rankDelivered(section, needsTitle(section, headings, taken, settings)) : rankSlides(section, numbered);
    for (const [index, slide] of keepSpoken(ranked).entries()) passages.push(passageOf(slide, own, count, apart && index === 0, settings));
  }
  return passages;
}

/** A section, whether its text brings the headings, and which these are. */
interface Plan {
  readonly section: Section;
  readonly own: boolean;
  readonly headings: readonly OwnHeading[];
}

function planSection(section: Section, settings: Settings): Plan {
  const mode: BookletHeadings = section.booklet ?? settings.booklet;
  const headings = mode === "titles" ? [] : section.slides.flatMap(({ notes }) => notes).flatMap((block) => readOwnHeading(block, settings.lang === "en") ?? []);
  return { section, own: mode === "text" || headings.some(({ level }) => level < 3), headings };
}

/** A section's title heads text that begins below the first level, unless the text of another section has its number. */
function needsTitle({ number, booklet }: Section, headings: readonly OwnHeading[], taken: ReadonlySet<string>, settings: Settings): boolean {
  if (number === null || (booklet ?? settings.booklet) === "text" || headings.some(({ level }) => level === 1)) return false;
  const second = headings.find(({ level }) => level === 2);
  const begins = second === undefined || /^[（(]?(?:一|㈠|A\b|I\b)/u.test(plainText(second.words));
  return begins && !taken.has(numeral(wordsOf(settings.lang).bookletOrdinal(1, number)));
}

function ordinalOf({ words }: OwnHeading): string {
  return numeral(plainText(words));
}

function numeral(text: string): string {
  return /[一二三四五六七八九十]+|[IVX]+|\d+/u.exec(text)?.[0] ?? "";
}

function hasNotes(slide: Slide): boolean {
  return slide.notes.length > 0;
}

/** Text as it was delivered has no titles of slides, and its section's title only where it has none of its own. */
function rankDelivered(section: Section, titled: boolean): readonly Ranked[] {
  return section.slides
    .filter((slide) => hasNotes(slide) || (titled && slide.layout === "section"))
    .map((slide) => (titled && slide.layout === "section" ? { slide, title: lineText(section.title), level: 1 } : { slide, title: "", level: null }));
}

/** Where some slides of a section have a numeral (`number=`), those open groups: the slides after each stand one level below. */
function rankSlides(section: Section, numbered: boolean): readonly Ranked[] {
  const grouped = section.slides.some((slide) => slide.number !== "");
  let group = false;
  return section.slides.map((slide) => {
    group ||= slide.number !== "";
    const title = lineText(slide.title);
    if (slide.layout === "section") return { slide, title: lineText(section.title), level: 1 };
    if (title === "" || UNHEADED.includes(slide.layout)) return { slide, title, level: null };
    if (section.number === null) return { slide, title, level: numbered ? null : 1 };
    if (grouped && !group) return { slide, title, level: null };
    return { slide, title, level: grouped && slide.number === "" ? 3 : 2 };
  });
}

/** Keeps slides with notes, dividers, and slides whose numeral opens a group that has notes. */
function keepSpoken(slides: readonly Ranked[]): readonly Ranked[] {
  return slides.filter((ranked, index) => {
    if (hasNotes(ranked.slide) || ranked.level === 1) return true;
    if (ranked.level !== 2 || ranked.slide.number === "") return false;
    const below = slides.slice(index + 1);
    const end = below.findIndex(({ level }) => level === 2);
    return below.slice(0, end === -1 ? below.length : end).some((other) => hasNotes(other.slide));
  });
}

interface Counter {
  /** Begins a section of this number. */
  restart(section: number): void;
  /** The ordinal of the next heading of this level. */
  next(level: 1 | 2 | 3): string;
  /** Level of the heading above the current text. */
  level(): HeadingLevel;
}

function createCounter(words: Words): Counter {
  const counts = { 1: 0, 2: 0, 3: 0 };
  let current: HeadingLevel = 1;
  return {
    restart(section) {
      counts[1] = section - 1;
    },
    next(level) {
      current = level;
      counts[level] += 1;
      if (level < 3) counts[3] = 0;
      if (level === 1) counts[2] = 0;
      return words.bookletOrdinal(level, counts[level]);
    },
    level: () => current,
  };
}

function passageOf({ slide, title, level }: Ranked, own: boolean, count: Counter, apart: boolean, settings: Settings): Passage {
  const { id, notes } = slide;
  const part = (blocks: readonly Block[]): readonly TextPart[] => (own ? divideText(blocks, settings.lang) : blocks.map((block) => ({ heading: null, block })));
  if (level === null) return { id, heading: null, parts: part(notes), listLevel: listLevelUnder(count.level()), apart };
  const ordinal = count.next(level);
  const { mark, blocks } = takeTitle(notes, title);
  const text = (HAS_ORDINAL.test(title) ? "" : ordinal) + title + mark;
  const runIn = mark !== "" && blocks.length === notes.length;
  return { id, heading: { level, words: [{ type: "text", text, span: slide.span }], runIn }, parts: part(blocks), listLevel: listLevelUnder(level), apart };
}

function listLevelUnder(level: HeadingLevel): 3 | 4 {
  return level >= 3 ? 4 : 3;
}

/** Drops a title that the notes repeat as their first paragraph or sentence: official documents do not say it twice. */
function takeTitle(notes: readonly Block[], title: string): { readonly mark: string; readonly blocks: readonly Block[] } {
  const [first, ...rest] = notes;
  const opening = first?.type === "paragraph" ? first.inlines[0] : undefined;
  if (first?.type !== "paragraph" || opening?.type !== "text" || !opening.text.startsWith(title)) return { mark: "", blocks: notes };
  if (opening.text === title && first.inlines.length === 1) return { mark: "", blocks: rest };
  const mark = HEADING_END.exec(opening.text.slice(title.length))?.[0];
  if (mark === undefined) return { mark: "", blocks: notes };
  const left = opening.text.slice(title.length + mark.length).trimStart();
  const inlines: readonly Inline[] = [...(left === "" ? [] : [{ ...opening, text: left }]), ...first.inlines.slice(1)];
  return { mark, blocks: inlines.length === 0 ? rest : [{ ...first, inlines }, ...rest] };
}
