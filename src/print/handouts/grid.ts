/** Handouts with slides in rows and columns, and lines to write on beside or below them. */
import { element } from "../../render/html.ts";
import type { RenderedDeck, RenderedSlide } from "../../render/rendered.ts";
import type { DocumentName } from "../../model/output-names.ts";
import type { PrintedDocument } from "./document.ts";
import { A4, CORE, GUTTER, MARGIN, slideHeight, WRITING, type Grid } from "./geometry.ts";
import { composeSheets, renderLines, renderNumber, renderSmallSlide, sectionOf } from "./pieces.ts";

/** A handout with this grid; the last page may have empty places. */
export function gridDocument(name: DocumentName, grid: Grid): PrintedDocument {
  return {
    name, paper: A4, running: MARGIN, slide: grid.slide, scale: 1, fonts: "slides",
    compose: (material) => {
      const pages = splitEvery(material.deck.slides, grid.columns * grid.rows);
      const sheets = pages.map((slides) => ({ section: sectionOf(slides, material), html: slides.map((slide) => renderCell(slide, material.deck, grid)).join("") }));
      return composeSheets(material, sheets, grid.slide, renderCss(grid), pages.length);
    },
  };
}

/** The rows fill the page except for 0.3 mm, so that rounding never starts another page. */
function renderCss({ columns, rows, slide }: Grid): string {
  return `
.sheet { display: grid; grid-template: repeat(${rows}, ${(CORE.height - 0.3) / rows}mm) / repeat(${columns}, 1fr); column-gap: ${GUTTER}mm; height: ${CORE.height - 0.3}mm }
.place { position: relative; break-inside: avoid }
.place .number-of { position: absolute; top: calc(var(--slide-height) + 2.4mm); left: 0 }
.place .beside { position: absolute; top: 0; left: ${slide + GUTTER}mm }
.place .below { position: absolute; top: var(--slide-height); left: 0 }
`;
}

function renderCell(slide: RenderedSlide, deck: RenderedDeck, grid: Grid): string {
  return element("div", { class: "place" }, renderSmallSlide(slide) + renderNumber(slide, deck.lang) + renderPlace(grid));
}

function renderPlace({ columns, rows, slide, lines }: Grid): string {
  const height = slideHeight(slide);
  const width = (CORE.width - (columns - 1) * GUTTER) / columns;
  switch (lines) {
    case "none":
      return "";
    case "beside": {
      const count = Math.floor(height / WRITING);
      return element("div", { class: "beside" }, renderLines(width - slide - GUTTER, count, height / count));
    }
    case "below": {
      const count = Math.floor((CORE.height / rows - height - WRITING) / WRITING);
      return element("div", { class: "below" }, renderLines(width, count, WRITING));
    }
  }
}

function splitEvery<T>(entries: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(entries.length / size) }, (_, index) => entries.slice(index * size, (index + 1) * size));
}
