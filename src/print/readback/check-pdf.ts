/** Checks every printed PDF against what it must be (V08), before anything is written. */
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import {
  pageCount, pdfBlankPage, pdfEmptyBox, pdfFigureWithoutAlt, pdfFontMissing, pdfPageSize, pdfProperties, pdfTextLost, pdfTooLarge, pdfType3Font, pdfUnmappedText, pdfUnreadable, pdfWithoutBookmark, pdfWithoutTags,
} from "../../diagnostics/messages/outputs.ts";
import { findLost, foldText } from "./compare-text.ts";
import { checkPrint } from "./check-print.ts";
import type { ExpectedPdf, PrintedPdf } from "./expected-pdf.ts";
import { MILLIMETRES_PER_POINT } from "./pdf-space.ts";
import type { ShownRun } from "./pdf-text-object.ts";
import { readPdf, type PdfFacts, type PdfPage } from "./read-pdf.ts";

/** In bytes: a PDF of text and drawings that fits into any mailbox. */
const MOST_BYTES = 5_000_000;
/** In bytes: each photo may add as much as one of 200 dpi on a third of a page takes. */
const BYTES_PER_PICTURE = 500_000;
/** Tolerance for page sizes, in millimetres: Chromium rounds to points. */
const TOLERANCE = 0.5;

/** What was read, null if the file cannot be read, and its faults. */
export interface ReadBack {
  readonly facts: PdfFacts | null;
  readonly faults: readonly Diagnostic[];
}

/** Reads a document back and finds its faults; never throws. */
export async function readBack({ file, bytes, expected }: PrintedPdf): Promise<ReadBack> {
  try {
    const facts = await readPdf(bytes);
    return { facts, faults: checkPdf(file, facts, expected) };
  } catch (failure) {
    return { facts: null, faults: [pdfUnreadable(file, failure instanceof Error ? failure.message : String(failure))] };
  }
}

/** Each fault once, at the first page that has it. */
export function checkPdf(file: string, facts: PdfFacts, expected: ExpectedPdf): readonly Diagnostic[] {
  // If pages are missing or extra, no other check can say anything useful.
  if (expected.pages !== null && facts.pages.length !== expected.pages) return [pageCount(file, expected.pages, facts.pages.length)];
  const faults = [...checkPages(file, facts, expected), ...checkPrint(file, facts, expected), ...checkFonts(file, facts), ...checkAids(file, facts, expected)];
  const limit = MOST_BYTES + expected.pictures * BYTES_PER_PICTURE;
  return facts.size > limit ? [...faults, pdfTooLarge(file, facts.size, limit)] : faults;
}

function checkPages(file: string, { pages }: PdfFacts, expected: ExpectedPdf): readonly Diagnostic[] {
  const faults: Diagnostic[] = [];
  const odd = pages.findIndex(({ width, height }) => Math.abs(width - expected.width) > TOLERANCE || Math.abs(height - expected.height) > TOLERANCE);
  const page = pages[odd];
  if (page !== undefined) faults.push(pdfPageSize(file, odd + 1, sizeText(expected), sizeText(page)));
  const texts = pages.map((one) => ownText(one, expected));
  const blank = texts.findIndex((text) => text === "");
  // A slide may be only a picture; a page of a handout has a number or words.
  if (blank >= 0 && hasRunningLines(expected)) faults.push(pdfBlankPage(file, blank + 1));
  const lost = findLost(expected.passages, texts);
  if (lost !== null) faults.push(pdfTextLost(file, lost.passage.span, lost.passage.page, lost.passage.text, lost.lost));
  return faults;
}

function hasRunningLines({ running }: ExpectedPdf): boolean {
  return running.top + running.bottom > 0;
}

/** Text outside the running lines: a digit of a page number must not replace a lost digit. */
function ownText(page: PdfPage, expected: ExpectedPdf): string {
  return ownRuns(page, expected).map(({ text }) => text).join("");
}

/** In the order of painting. */
export function ownRuns({ runs, height }: PdfPage, { running }: Pick<ExpectedPdf, "running">): readonly ShownRun[] {
  const isRunning = (base: number): boolean => (base >= 0 && base < running.bottom) || (base > height - running.top && base <= height);
  return runs.filter(({ base }) => !isRunning(base * MILLIMETRES_PER_POINT));
}

function sizeText({ width, height }: { readonly width: number; readonly height: number }): string {
  return `${width.toFixed(1)} × ${height.toFixed(1)}`;
}

function checkFonts(file: string, { pages, fonts }: PdfFacts): readonly Diagnostic[] {
  const boxed = pages.findIndex(({ boxes }) => boxes > 0);
  const unmapped = pages.findIndex((page) => page.unmapped > 0);
  return [
    ...fonts.filter(({ embedded }) => !embedded).slice(0, 1).map(({ page, name }) => pdfFontMissing(file, page, name)),
    ...fonts.filter(({ type3 }) => type3).slice(0, 1).map(({ page, name }) => pdfType3Font(file, page, name)),
    ...(boxed < 0 ? [] : [pdfEmptyBox(file, boxed + 1, pages[boxed]?.boxes ?? 0)]),
    ...(unmapped < 0 ? [] : [pdfUnmappedText(file, unmapped + 1, pages[unmapped]?.unmapped ?? 0)]),
  ];
}

/** Checks the aids for navigation and for screen readers. */
function checkAids(file: string, { pages, bookmarks, lang, title }: PdfFacts, expected: ExpectedPdf): readonly Diagnostic[] {
  const bare = pages.flatMap((page, index) => (!page.tagged && ownText(page, expected) !== "" ? [index + 1] : []));
  const unnamed = pages.flatMap(({ bareFigure }, index) => (bareFigure ? [index + 1] : []));
  const marked = new Set(bookmarks.map(foldText));
  const unmarked = expected.headings.find((heading) => !marked.has(foldText(heading)));
  return [
    ...(bare.length > 0 ? [pdfWithoutTags(file, bare)] : []),
    ...(unnamed.length > 0 ? [pdfFigureWithoutAlt(file, unnamed)] : []),
    ...(unmarked === undefined ? [] : [pdfWithoutBookmark(file, unmarked)]),
    ...(lang === expected.lang ? [] : [pdfProperties(file, "language", expected.lang, lang)]),
    ...(title === expected.title ? [] : [pdfProperties(file, "title", expected.title, title)]),
  ];
}
