/** handout-2.pdf: two slides per page with their notes, which flow on and are never cut. */
import { element } from "../../render/html.ts";
import type { RenderedSlide } from "../../render/rendered.ts";
import type { Composition, PrintedDocument, PrintMaterial } from "./document.ts";
import { A4, CORE, MARGIN, PAIR } from "./geometry.ts";
import { leavesPage, packPages, type PackedPage } from "./pack-pages.ts";
import { composeSheets, renderNotes, renderNumber, renderSpokenSlide, sectionOf } from "./pieces.ts";

const CSS = `
.talk { position: relative; padding-left: ${CORE.width - PAIR.slide}mm }
.talk + .talk { margin-top: ${PAIR.next}mm }
.talk.level { min-height: ${(CORE.height - PAIR.next) / 2 - 0.2}mm }
.talk .number-of { position: absolute; top: 0; left: 0; width: ${CORE.width - PAIR.slide - 1}mm }
.talk .small { break-after: avoid }
.talk .spoken { margin-top: ${PAIR.notes}mm; font-size: ${PAIR.type}pt; line-height: ${PAIR.line}pt; text-wrap: pretty }
`;

export const HANDOUT_2: PrintedDocument = { name: "handout-2", paper: A4, running: MARGIN, slide: PAIR.slide, scale: 1, fonts: "notes", compose };

function compose(material: PrintMaterial): Composition {
  const pages = packPages(material.deck.slides);
  const sheets = pages.map((page) => ({ section: sectionOf(page.slides, material), html: page.slides.map((slide) => renderEntry(slide, page, material)).join("") }));
  return composeSheets(material, sheets, PAIR.slide, CSS, null);
}

function renderEntry(slide: RenderedSlide, { level }: PackedPage, { deck }: PrintMaterial): string {
  const notes = renderNotes(slide, slide.notes, deck.lang, leavesPage(slide.notes));
  return element("div", { class: level ? "talk level" : "talk" }, renderNumber(slide, deck.lang) + renderSpokenSlide(slide, deck.lang) + notes);
}
