/** What a printed document must contain, derived from the pages that it was composed of. */
import { CANVAS } from "../../model/canvas.ts";
import type { RenderedDeck } from "../../render/rendered.ts";
import { findHeadings, findPassages, type ExpectedPdf } from "../readback/expected-pdf.ts";
import type { Composition, PrintedDocument, PrintMaterial } from "./document.ts";
import { PIXELS } from "./geometry.ts";

/** 96 CSS pixels or 72 points make an inch. */
const POINTS_PER_PIXEL = 0.75;

/** Text of a slide, including its notes, has the slide's place; where every page is a slide, also the page. */
export function expectDocument({ paper, running, slide }: PrintedDocument, { parts, pages }: Composition, { deck, images, settings }: PrintMaterial): ExpectedPdf {
  const pieces = parts.join("\n").split(/(?=<section\b)/);
  const slides = pieces.filter((piece) => piece.startsWith("<section")).length;
  let page = 0;
  const passages = pieces.flatMap((piece) => {
    page += piece.startsWith("<section") ? 1 : 0;
    const place = { page: slides === pages && page > 0 ? page : null, span: findSpan(piece, deck) };
    return findPassages(piece).map((text) => ({ text, ...place }));
  });
  const { title, lang } = deck;
  return { title, lang, pages, ...paper, running, headings: pieces.flatMap(findHeadings), passages, pictures: images.size, ownScale: ownScale(slide), settings: settings.span };
}

/** 1.5 times the scale of slides of this width; even text on a page that the browser shrinks to its paper is well above it. */
function ownScale(slide: number | null): number {
  return slide === null ? 0 : 1.5 * POINTS_PER_PIXEL * ((slide * PIXELS) / CANVAS.width);
}

/** Steps of a slide have a suffix after its id. */
function findSpan(piece: string, { slides }: RenderedDeck): RenderedDeck["slides"][number]["span"] | null {
  const id = /^<section\b[^>]*?\sid="([^"]*)"/.exec(piece)?.[1];
  return slides.find((slide) => slide.id === id || id?.startsWith(`${slide.id}.step-`) === true)?.span ?? null;
}
