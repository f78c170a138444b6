/** The running lines of a handout: title and section above, organisation and page number below, drawn by the browser on every page. */
import type { Theme } from "../../model/theme.ts";
import { wordsOf, type Words } from "../../model/words.ts";
import { moonMark } from "../../render/art/marks.ts";
import type { RenderedDeck } from "../../render/rendered.ts";
import { A4, MARGIN, RUNNING } from "./geometry.ts";

/** `@page` rules: one for all pages, and a named one for each section, that a sheet takes by its class. */
export function renderRunningLines(deck: RenderedDeck, theme: Theme): string {
  const words = wordsOf(deck.lang);
  const [before, between, after] = words.pageOf;
  const rule = `border-bottom: 0.3mm solid ${theme.colours.ink}; margin-bottom: ${RUNNING.gap}mm; padding-bottom: ${RUNNING.pad}mm; vertical-align: bottom`;
  const small = `font: 500 ${RUNNING.words}pt/1.4 var(--sans); color: ${theme.colours.ink2}`;
  return `
@page {
  size: ${A4.width}mm ${A4.height}mm;
  margin: ${MARGIN.top}mm ${MARGIN.side}mm ${MARGIN.bottom}mm;
  @top-left { content: ${cssString(deck.title)}; width: 50%; ${rule}; ${renderMark(theme)}font: 900 ${RUNNING.title}pt/1.4 var(--serif); color: ${theme.colours.ink} }
  @top-right { content: "\\a0"; width: 50%; ${rule}; ${small} }
  @bottom-left { content: ${cssString(deck.organisation)}; width: 50%; vertical-align: top; padding-top: 3.5mm; ${small} }
  @bottom-right { content: ${cssString(before)} counter(page) ${cssString(between)} counter(pages) ${cssString(after)}; width: 50%; vertical-align: top; padding-top: 3.5mm; ${small} }
}
${deck.sections.map((_, index) => renderSectionPage(deck, words, index)).join("")}`;
}

/** Pages of a section without a number, such as the cover's, name none. */
function renderSectionPage({ sections }: RenderedDeck, words: Words, index: number): string {
  const section = sections[index];
  const name = section === undefined || section.number === null ? "" : `${words.ordinal(section.number)}　${section.title}`;
  const head = name === "" ? "" : `@page part-${index} { @top-right { content: ${cssString(name)} } }\n`;
  return `${head}.of-part-${index} { page: part-${index} }\n`;
}

function renderMark({ motif, colours }: Theme): string {
  if (motif === "none") return "";
  const mark = encodeURIComponent(moonMark({ ink: colours.ink, ground: null }));
  return `background: url("data:image/svg+xml,${mark}") 0 calc(100% - ${RUNNING.pad - 1}mm) / ${RUNNING.mark}mm no-repeat; padding-left: ${RUNNING.mark + 2.5}mm; `;
}

/** Any text as a CSS string, in which nothing of it is syntax. */
export function cssString(text: string): string {
  return `"${text.replace(/[\\"<>\n\r\f]/g, (character) => `\\${character.charCodeAt(0).toString(16)} `)}"`;
}

/** What running lines, stamps and time marks say by themselves: fonts are cut to it. */
export function printedWords(lang: RenderedDeck["lang"]): string {
  const words = wordsOf(lang);
  return [...words.pageOf, words.draft, words.minutes(1.5), "　—"].join("");
}
