/** Reads slides/*.md into sections: each file by itself, then what needs them all (numbers, names, links between slides). */
import type { Block, Inline, Section, Slide } from "../model/deck.ts";
import type { SourceFile } from "../model/sources.ts";
import { fileSpan, type Span } from "../model/span.ts";
import { wordsOf } from "../model/words.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import { duplicateId, duplicateSection, emptySection, linkToNowhere } from "../diagnostics/messages/slides.ts";
import type { ParseContext } from "./context.ts";
import { continueSlide } from "./continued/continue-slide.ts";
import { findExceptions } from "./exceptions.ts";
import { readFrontMatter } from "./markdown/front-matter.ts";
import { outlineSlides } from "./markdown/outline.ts";
import { buildSlide } from "./markdown/slides.ts";
import { lexBlocks, reportUnusedLinks } from "./markdown/tokens.ts";
import { readTypedLines } from "./markdown/typed-lines.ts";

/** Line ends of other programs and NUL would upset Markdown; each is one character, so replacing it keeps the columns. */
// oxlint-disable-next-line no-control-regex -- these are what is looked for
const STRANGE_SPACES = /[\u0000\u000B\u000C\r\u0085\u2028\u2029]/g;

/** All sections of a deck, in the order of the files; files without a slide are left out after a warning. */
export function parseSections(files: readonly SourceFile[], context: ParseContext): Section[] {
  return joinSections(
    files.map((file) => parseSection(file, context)),
    context.report,
  );
}

/** Reads one file by itself: the same file and context always give the same result. Its number is not known yet. */
export function parseSection(file: SourceFile, context: ParseContext): Section {
  const { settings, body } = readFrontMatter({ path: file.path, text: file.text.replace(STRANGE_SPACES, " ") }, context.report);
  const { blocks, links, lexNested } = lexBlocks(readTypedLines(body), context.settings.html === "trusted", context.report);
  const usedLinks = new Set<string>();
  const outlines = outlineSlides(blocks, context.report);
  const id = sectionId(file.path);
  const words = wordsOf(context.settings.lang);
  const written = outlines.map((outline, index) => buildSlide(outline, `${id}-${index + 1}`, { context, links, usedLinks, lexNested }));
  const slides = written.flatMap((slide) => continueSlide(slide, words));
  reportUnusedLinks(blocks, usedLinks, context.report);
  const divider = outlines.findIndex((outline) => outline.divider);
  return { id, number: null, title: written[divider]?.title ?? [], slides, exceptions: findExceptions(file, context.report), span: fileSpan(file.path), ...settings };
}

/** Puts sections together: numbers those with a title, and reports duplicate names and links that lead nowhere. */
export function joinSections(sections: readonly Section[], report: Report): Section[] {
  for (const { slides, span } of sections) {
    if (slides.length === 0) report(emptySection(span));
  }
  reportDuplicates(sections, report);
  reportDeadLinks(sections, report);
  let number = 0;
  return setBackupsApart(sections.filter(({ slides }) => slides.length > 0)).map((section) => (isTitled(section) ? { ...section, number: ++number } : section));
}

/** Backup slides come after all others, in a section for each file: unnumbered, without minutes, not in the loop. */
function setBackupsApart(sections: readonly Section[]): Section[] {
  const run = sections.flatMap((section): Section[] => {
    const slides = section.backup ? [] : section.slides.filter(({ backup }) => !backup);
    return slides.length === 0 ? [] : [{ ...section, slides }];
  });
  const backups = sections.flatMap((section): Section[] => {
    const slides = section.backup ? section.slides : section.slides.filter(({ backup }) => backup);
    if (slides.length === 0) return [];
    const whole = slides.length === section.slides.length;
    return [{ ...section, id: whole ? section.id : `${section.id}.backup`, minutes: null, kiosk: false, backup: true, slides, exceptions: whole ? section.exceptions : [] }];
  });
  return [...run, ...backups];
}

/** A section has a title when `#` made its first slide. */
function isTitled({ backup, slides }: Section): boolean {
  return !backup && slides[0]?.layout === "section";
}

/** File name without number and extension, made URL-safe. */
function sectionId(path: string): string {
  const name = path.slice(path.lastIndexOf("/") + 1).replace(/\.[^.]*$/, "");
  const bare = name.replace(/^\d+(?:[-_. ]+|(?=\D))/, "");
  return (bare === "" ? name : bare).replace(/[^\p{L}\p{M}\p{N}_-]+/gu, "-") || "section";
}

function reportDuplicates(sections: readonly Section[], report: Report): void {
  const sectionPlaces = new Map<string, Span>();
  const slidePlaces = new Map<string, Span>();
  for (const { id, span, slides } of sections) {
    const firstSection = sectionPlaces.get(id);
    if (firstSection !== undefined) report(duplicateSection(span, id, firstSection));
    else sectionPlaces.set(id, span);
    for (const slide of slides) {
      const first = slidePlaces.get(slide.id);
      // If a section's name is taken, its slides' names are too: one report is enough.
      if (first === undefined) slidePlaces.set(slide.id, headSpan(slide));
      else if (firstSection === undefined || !slide.id.startsWith(`${id}-`)) report(duplicateId(headSpan(slide), slide.id, first));
    }
  }
}

/** The line a slide begins on, for diagnostics about the whole slide. */
function headSpan({ title, span }: Slide): Span {
  const last = title.at(-1)?.span;
  const endsThere = last !== undefined && last.file === span.file && last.line === span.line;
  return { ...span, endLine: span.line, endColumn: endsThere ? last.endColumn : span.column + 1 };
}

function reportDeadLinks(sections: readonly Section[], report: Report): void {
  const ids = sections.flatMap(({ slides }) => slides.map(({ id }) => id));
  const known = new Set(ids);
  const visitInline = (inline: Inline): void => {
    if (inline.type === "link" && inline.href.startsWith("#")) {
      const id = decodeFragment(inline.href.slice(1));
      if (!known.has(id)) report(linkToNowhere(inline.span, id, ids));
    }
    if ("children" in inline) inline.children.forEach(visitInline);
  };
  for (const { slides } of sections) for (const slide of slides) visitSlide(slide, visitInline);
}

function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

function visitSlide({ title, blocks, notes }: Slide, visit: (inline: Inline) => void): void {
  title.forEach(visit);
  for (const block of [...blocks, ...notes]) visitBlock(block, visit);
}

function visitBlock(block: Block, visit: (inline: Inline) => void): void {
  if ("inlines" in block) block.inlines.forEach(visit);
  if ("items" in block) {
    for (const { inlines, blocks } of block.items) {
      inlines.forEach(visit);
      for (const inside of blocks) visitBlock(inside, visit);
    }
  }
  if (block.type === "card") block.title.forEach(visit);
  if ("blocks" in block) for (const inside of block.blocks) visitBlock(inside, visit);
  if (block.type === "table") for (const row of [block.head, ...block.rows]) for (const cell of row) cell.forEach(visit);
}
