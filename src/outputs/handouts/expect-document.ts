/** What a printed document has to hold, told from the pages that it was composed of. */
import type { RenderedDeck } from "../../render/rendered.ts";
import { findHeadings, findPassages, type ExpectedPdf } from "../pdf-readback/expected-pdf.ts";
import type { Composition, PrintedDocument, PrintMaterial } from "./document.ts";

/** Text of a slide, its notes included, has the slide's place; where every page is a slide, also its page. */
export function expectDocument({ paper }: PrintedDocument, { parts, pages }: Composition, { deck, images }: PrintMaterial): ExpectedPdf {
  const pieces = parts.join("\n").split(/(?=<section\b)/);
  const slides = pieces.filter((piece) => piece.startsWith("<section")).length;
  let page = 0;
  const passages = pieces.flatMap((piece) => {
    page += piece.startsWith("<section") ? 1 : 0;
    const place = { page: slides === pages && page > 0 ? page : null, span: findSpan(piece, deck) };
    return findPassages(piece).map((text) => ({ text, ...place }));
  });
  const { title, lang } = deck;
  return { title, lang, pages, ...paper, headings: pieces.flatMap(findHeadings), passages, pictures: images.size };
}

/** Steps of a slide add to its id. */
function findSpan(piece: string, { slides }: RenderedDeck): RenderedDeck["slides"][number]["span"] | null {
  const id = /^<section\b[^>]*?\sid="([^"]*)"/.exec(piece)?.[1];
  return slides.find((slide) => slide.id === id || id?.startsWith(`${slide.id}.step-`) === true)?.span ?? null;
}
