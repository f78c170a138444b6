/** The running lines of a handout, drawn by the browser on every page: title and section above, organisation and page number below. */
import type { Theme } from "../../model/theme.ts";
import { wordsOf, type Words } from "../../model/words.ts";
import { moonMark } from "../../render/art/marks.ts";
import type { RenderedDeck } from "../../render/rendered.ts";
import { A4, CORE, MARGIN, POINT, RUNNING } from "./geometry.ts";

/** `@page` rules: one for all pages, and a named one for each section, which a sheet selects by its class. */
export function renderRunningLines(deck: RenderedDeck, theme: Theme): string {
  const words = wordsOf(deck.lang);
  const [before, between, after] = words.pageOf;
  const mark = theme.motif === "none" ? 0 : MARK_WIDTH;
  const { title, size, share } = fitTitle(deck.title, mark);
  const rule = `border-bottom: 0.3mm solid ${theme.colours.ink}; margin-bottom: ${RUNNING.gap}mm; padding-bottom: ${RUNNING.pad}mm; vertical-align: bottom`;
  const small = `font: 500 ${RUNNING.words}pt/${RUNNING.line} var(--sans); color: ${theme.colours.ink2}`;
  return `
@page {
  size: ${A4.width}mm ${A4.height}mm;
  margin: ${MARGIN.top}mm ${MARGIN.side}mm ${MARGIN.bottom}mm;
  @top-left { content: ${cssString(title)}; width: ${roomOf(share, mark).toFixed(2)}mm; ${rule}; padding-right: ${RUNNING.gutter}mm; padding-left: ${mark}mm; ${renderMark(theme)}font: 900 ${size}pt/${RUNNING.line} var(--serif); color: ${theme.colours.ink} }
  @top-right { content: "\\a0"; width: calc(${(1 - share) * 100}% + ${OVERLAP}mm); margin-left: -${OVERLAP}mm; ${rule}; ${small} }
  @bottom-left { content: ${cssString(deck.organisation + (deck.demo ? `　${words.demo}` : ""))}; width: 50%; vertical-align: top; padding-top: 3.5mm; ${small} }
  @bottom-right { content: ${cssString(before)} counter(page) ${cssString(between)} counter(pages) ${cssString(after)}; width: 50%; vertical-align: top; padding-top: 3.5mm; ${small} }
}
${deck.sections.map((_, index) => renderSectionPage(deck, words, index, share)).join("")}`;
}

/** Pages of a section without a number, such as the cover's, name no section. */
function renderSectionPage({ sections }: RenderedDeck, words: Words, index: number, share: number): string {
  const section = sections[index];
  const name = section === undefined || section.number === null ? "" : shorten(`${words.ordinal(section.number)}　${section.title}`, CORE.width * (1 - share), RUNNING.words);
  const head = name === "" ? "" : `@page part-${index} { @top-right { content: ${cssString(name)} } }\n`;
  return `${head}.of-part-${index} { page: part-${index} }\n`;
}

/** Two boxes draw the rule below the head, rounded to pixels: without this overlap, in millimetres, a gap shows between them. */
const OVERLAP = 0.5;

/** The mark and its distance to the words, in millimetres. */
const MARK_WIDTH = RUNNING.mark + 2.5;

/** Room for the title in this part of the line, in millimetres. */
function roomOf(share: number, mark: number): number {
  return CORE.width * share - mark - RUNNING.gutter;
}

/** One line if the title fits, otherwise smaller and wider, on two. */
function fitTitle(title: string, mark: number): { readonly title: string; readonly size: number; readonly share: number } {
  if (widthOf(title) * RUNNING.title * POINT <= roomOf(RUNNING.share, mark)) return { title, size: RUNNING.title, share: RUNNING.share };
  return { title: shorten(title, roomOf(RUNNING.longShare, mark), RUNNING.words), size: RUNNING.words, share: RUNNING.longShare };
}

/** Cuts text to two lines of this width in type of this size; the pages themselves have it in full. */
function shorten(text: string, width: number, size: number): string {
  // A line may end early, because a word or a mark is never divided.
  const room = (2 * width) / (size * POINT) - 3;
  if (widthOf(text) <= room) return text;
  const characters = [...text];
  while (widthOf(characters.join("")) > room) characters.pop();
  return `${characters.join("").trimEnd()}…`;
}

/** In em: bold letters and digits are somewhat wider than half a Han character. */
function widthOf(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + (character < "\u0250" ? 0.58 : 1), 0);
}

function renderMark({ motif, colours }: Theme): string {
  if (motif === "none") return "";
  const mark = encodeURIComponent(moonMark({ ink: colours.ink, ground: null }));
  return `background: url("data:image/svg+xml,${mark}") 0 calc(100% - ${RUNNING.pad - 1}mm) / ${RUNNING.mark}mm no-repeat; `;
}

/** Any text as a CSS string, with nothing in it left as syntax. */
export function cssString(text: string): string {
  return `"${text.replace(/[\\"<>\n\r\f]/g, (character) => `\\${character.charCodeAt(0).toString(16)} `)}"`;
}

/** The fixed words of running lines, stamps and time marks: fonts are cut to include them. */
export function printedWords(lang: RenderedDeck["lang"]): string {
  const words = wordsOf(lang);
  return [...words.pageOf, words.draft, words.demo, words.minutes(1.5), words.backTo(words.slide(0)), "　—…"].join("");
}
