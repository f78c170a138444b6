/** The pages of a finished document with each slide, its notes, and the figures in its notes: derived from the text read back. */
import type { PageNumbers, PrintedDocumentPages, PrintedSlide } from "../../model/printed-pages.ts";
import type { DocumentName } from "../../model/output-names.ts";
import { alignText } from "../readback/align-text.ts";
import { ownRuns } from "../readback/check-pdf.ts";
import { foldText } from "../readback/compare-text.ts";
import type { ExpectedPdf } from "../readback/expected-pdf.ts";
import type { PdfFacts } from "../readback/read-pdf.ts";
import type { Composition, PrintedDocument, PrintMaterial } from "./document.ts";
import { findSpoken, type Stretch } from "./spoken.ts";

interface Printed {
  readonly expected: ExpectedPdf;
  readonly composition: Composition;
}

export function numberPages({ name, slide: width }: Pick<PrintedDocument, "name" | "slide">, { expected, composition }: Printed, facts: PdfFacts, { deck, indicators }: Pick<PrintMaterial, "deck" | "indicators">): PrintedDocumentPages {
  const html = composition.parts.join("\n");
  const slides = width === null ? new Map<string, PageNumbers>() : findSlides(name, html, facts);
  const { text, stretches } = findSpoken(html, indicators);
  const pages = alignPages(text, facts, expected);
  const spoken = new Map<string, Stretch[]>();
  for (const stretch of stretches) spoken.set(stretch.slide, [...(spoken.get(stretch.slide) ?? []), stretch]);
  const numbered = deck.slides.map(({ id }) => numberSlide(id, slides.get(id) ?? [], spoken.get(id) ?? [], pages));
  return { name, slides: numbered.filter(({ slide, notes }) => slide.length + notes.length > 0) };
}

/** In handouts the number of each slide links to it; in slides.pdf every page is a slide. */
function findSlides(name: DocumentName, html: string, { destinations }: PdfFacts): ReadonlyMap<string, PageNumbers> {
  return name === "slides" ? countSlides(html) : new Map([...destinations].map(([id, page]) => [id, [page]]));
}

/** The pages of each slide, including its steps. */
function countSlides(html: string): ReadonlyMap<string, PageNumbers> {
  const pages = new Map<string, number[]>();
  for (const [index, [, name = ""]] of [...html.matchAll(/<section\b[^>]*?\sid="([^"]*)"/g)].entries()) {
    const id = name.replace(/\.step-\d+$/, "");
    pages.set(id, [...(pages.get(id) ?? []), index + 1]);
  }
  return pages;
}

/** The page of each character of a printed text; 0 where it is unknown. Leaves out small slides and running lines. */
function alignPages(text: string, { pages }: PdfFacts, expected: ExpectedPdf): Uint16Array {
  const numbers = new Uint16Array(text.length);
  if (text === "") return numbers;
  const shown = pages.map((page) => foldText(ownRuns(page, expected).map((run) => (run.scale > expected.ownScale ? run.text : "")).join("")));
  let [page, end] = [0, 0];
  for (const [index, position] of alignText(text, shown.join("")).entries()) {
    while (position >= end && page < shown.length) {
      end += shown[page]?.length ?? 0;
      page += 1;
    }
    if (position >= 0) numbers[index] = page;
  }
  return numbers;
}

function numberSlide(id: string, slide: PageNumbers, stretches: readonly Stretch[], pages: Uint16Array): PrintedSlide {
  const find = (wanted: (stretch: Stretch) => boolean): PageNumbers => [...new Set(stretches.filter(wanted).flatMap((stretch) => pagesOf(stretch, pages)))].sort((a, b) => a - b);
  const keys = new Set(stretches.filter(({ kind }) => kind === "figure").map(({ key }) => key));
  const figures = [...keys].map((key) => ({ key, pages: find((stretch) => stretch.key === key) })).filter((figure) => figure.pages.length > 0);
  return { id, slide, heading: find(({ kind }) => kind === "heading"), notes: find(({ kind }) => kind === "notes"), figures };
}

/** From the page of its first known character to the page of its last: text flows from page to page. */
function pagesOf({ from, to }: Stretch, pages: Uint16Array): PageNumbers {
  const own = pages.subarray(from, to);
  const first = own.find((page) => page > 0);
  const last = own.findLast((page) => page > 0);
  return first === undefined || last === undefined ? [] : Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
