/** The deck's running text, flattened: what a reader sees or hears in one go, and where. */
import { goesOn, type Block, type Deck, type Inline, type Section, type Slide } from "../model/deck.ts";
import { readOwnHeading } from "../model/own-headings.ts";
import { plainText } from "../model/plain-text.ts";
import type { Span } from "../model/span.ts";
import { CHINESE } from "../language/lexicon.ts";
import { readCell, readRow, type Cell } from "./table-cells.ts";
import { flatten, type Wording } from "../language/wording.ts";

/** One heading, paragraph, list item, table cell or label of a slide. */
export interface Passage extends Wording {
  /** Where people meet it. */
  readonly surface: "title" | "slide" | "notes";
  readonly section: Section;
  readonly slide: Slide;
  /** A table cell, or the text of a card, read together with its heads; null for all other text. */
  readonly cell: Cell | null;
  /** What the spoken text says that it is about from here on: its own chapter (三、2026年重点工作), or years (过去的五年极不寻常。). Empty for all else. */
  readonly chapter: string;
}

/** All passages in the order of the deck: for each slide its title, its labels, what it shows, then its notes. */
export function findPassages(deck: Deck): readonly Passage[] {
  return deck.sections.flatMap((section) => {
    let chapter = NO_CHAPTER;
    return section.slides.flatMap((slide) => {
      const make = (surface: Passage["surface"], about = "") => ({ inlines, cell }: Run): Passage => ({ surface, section, slide, cell, chapter: about, ...flatten(inlines) });
      if (OF_A_TIME.test(plainText(slide.title))) chapter = NO_CHAPTER;
      return [
        ...(hasOwnTitle(slide) && !goesOn(slide) ? [make("title")(alone(slide.title))] : []),
        ...slide.labels.filter((label) => label.length > 0).map(alone).map(make("slide")),
        ...runsOf(slide.blocks).map(make("slide")),
        ...slide.notes.flatMap((block) => {
          chapter = chapterWith(block, chapter, deck.settings.lang === "en");
          return runsOf([block]).map(make("notes", chapter.years === "" ? chapter.heading : chapter.years));
        }),
      ];
    });
  });
}

/** Where the spoken text is: below which heading of its own, and below which short sentence on several years. */
interface Chapter {
  readonly heading: string;
  readonly years: string;
}

const NO_CHAPTER: Chapter = { heading: "", years: "" };
/** A title that names its own time. */
const OF_A_TIME = /(?:19|20)\d{2}|十[一二三四五六]五|年/u;
/** A paragraph that begins with a year of its own ends what looks back on several. */
const OF_ONE_YEAR = /^[^，,。]{0,12}?(?:(?:19|20)\d{2}年|一年|[今去全]年|各位代表)/u;
/** 过去的五年极不寻常。 is a lead; a longer sentence, or one with figures, is about itself. In characters. */
const LONGEST_LEAD = 30;

/** The chapter in which a block of the spoken text stands. */
function chapterWith(block: Block, chapter: Chapter, english: boolean): Chapter {
  if (block.type !== "paragraph") return chapter;
  const heading = readOwnHeading(block, english);
  if (heading?.level === 1) return { heading: plainText(heading.words), years: "" };
  const text = plainText(block.inlines);
  if (OF_ONE_YEAR.test(text)) return { ...chapter, years: "" };
  const [lead = ""] = text.split(/(?<=[。！])/u);
  return lead.length <= LONGEST_LEAD && !/\d/.test(lead) && CHINESE.severalYears.test(lead) ? { ...chapter, years: lead } : chapter;
}

/** A cover without its own title shows that of deck.yaml. */
function hasOwnTitle({ title, span }: Slide): boolean {
  return title[0] !== undefined && title[0].span.file === span.file;
}

/** What deck.yaml and the tables say, outside all slides. */
export function findOutsideWordings({ settings, cells }: Deck): readonly Wording[] {
  const shown = [["title", settings.title], ["organisation", settings.organisation], ["speaker", settings.speaker], ["meeting", settings.meeting]] as const;
  const texts = shown.flatMap(([key, text]): Inline[] => {
    const span = settings.places.get(key);
    return text === null || span === undefined ? [] : [{ type: "text", text, span: withoutQuotes(text, span) }];
  });
  return [...texts.map((text) => flatten([text])), ...cells.map(flatten)];
}

/** A YAML value that is two characters wider than its text has quotes around it. */
function withoutQuotes(text: string, span: Span): Span {
  const quoted = span.line === span.endLine && span.endColumn - span.column === text.length + 2;
  return quoted ? { ...span, column: span.column + 1, endColumn: span.endColumn - 1 } : span;
}

/** Text of one leaf of the model. */
interface Run {
  readonly inlines: readonly Inline[];
  readonly cell: Cell | null;
}

function alone(inlines: readonly Inline[]): Run {
  return { inlines, cell: null };
}

function runsOf(blocks: readonly Block[]): readonly Run[] {
  return blocks.flatMap((block): readonly Run[] => {
    switch (block.type) {
      case "paragraph":
        return [alone(block.inlines)];
      case "list":
        return block.items.flatMap((item) => [alone(divideLead(item.inlines)), ...runsOf(item.blocks)]);
      case "card":
        return [alone(block.title), ...runsOf(block.blocks).map((run) => (run.cell === null ? { ...run, cell: readCell(block.title, [], run.inlines) } : run))];
      case "quote":
        return runsOf(block.blocks);
      case "table":
        return [...block.head.map(alone), ...block.rows.flatMap((row) => readRow(block.head, row).map((cell, column) => ({ inlines: row[column] ?? [], cell })))];
      case "code":
      case "image":
      case "chart":
      case "figures":
      case "targets":
      case "zones":
      case "projects":
      case "photos":
      case "units":
      case "review":
      case "timeline":
      case "html":
        return [];
    }
  }).filter(({ inlines }) => inlines.length > 0);
}

/** Strong text that opens a list item is its title: the space after it divides as a line end would. */
function divideLead(inlines: readonly Inline[]): readonly Inline[] {
  const [lead, next, ...rest] = inlines;
  if (lead?.type !== "strong" || next?.type !== "text" || !/^[ \t]/.test(next.text) || next.span.endColumn - next.span.column !== next.text.length) return inlines;
  const { span, text } = next;
  const column = span.column + 1;
  return [lead, { type: "text", text: "\n", span: { ...span, endColumn: column } }, { type: "text", text: text.slice(1), span: { ...span, column } }, ...rest];
}
