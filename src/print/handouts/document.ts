/** What a printed document is: a name, a paper, and how the deck becomes pages; the rest of the room prints any of them. */
import type { Settings } from "../../model/deck.ts";
import type { Indicator } from "../../model/indicator.ts";
import type { Theme } from "../../model/theme.ts";
import type { RenderedDeck } from "../../render/rendered.ts";
import type { FontSet } from "../../fonts/plan-fonts.ts";
import type { EncodedImages } from "../../pictures/images.ts";
import type { DocumentName } from "../../model/output-names.ts";
import type { Paper, Strips } from "./geometry.ts";

/** What documents are composed from. */
export interface PrintMaterial {
  readonly deck: RenderedDeck;
  readonly settings: Settings;
  readonly indicators: readonly Indicator[];
  readonly theme: Theme;
  readonly images: EncodedImages;
  /** The booklet's text as HTML; empty where no booklet is made. */
  readonly booklet: string;
  /** slides.pdf has a page for each step. */
  readonly steps: boolean;
}

/** Pages to print. */
export interface Composition {
  /** Classes of the body. */
  readonly body: string;
  /** Style besides the deck's, which comes after it: themes have the last word. */
  readonly css: string;
  /** Body HTML, printed part by part and joined. Parts begin on a new page by themselves. */
  readonly parts: readonly string[];
  /** How slides stand in it: each once and on its canvas, where they are measured; once for each step; small, printed once for all handouts and placed; not at all. */
  readonly slides: "canvas" | "steps" | "small" | "none";
  /** Null where text flows and the number of pages is known only when it is printed. */
  readonly pages: number | null;
}

/** One PDF: `<name>.pdf`. A new format is a new one of these in the list of documents. */
export interface PrintedDocument {
  readonly name: DocumentName;
  readonly paper: Paper;
  /** Where running lines stand: their words are not the report's. */
  readonly running: Strips;
  /** Width of a slide on it in millimetres, for the density of pictures; null where there are no slides. */
  readonly slide: number | null;
  /** How much CSS pixels shrink on paper. */
  readonly scale: number;
  /** Which fonts it is set in: those of the slides, these and those of the notes, or the booklet's own with these. */
  readonly fonts: FontSet;
  readonly compose: (material: PrintMaterial) => Composition;
}
