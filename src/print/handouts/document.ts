/** What a printed document is: a name, a paper, and how the deck becomes pages. The rest of the folder can print any such document. */
import type { Settings } from "../../model/deck.ts";
import type { Indicator } from "../../model/indicator.ts";
import type { Theme } from "../../model/theme.ts";
import type { RenderedDeck } from "../../render/rendered.ts";
import type { FontSet } from "../../fonts/plan-fonts.ts";
import type { EncodedImages } from "../../pictures/images.ts";
import type { DocumentName } from "../../model/output-names.ts";
import type { Paper, Strips } from "./geometry.ts";

/** What documents are made from. */
export interface PrintMaterial {
  readonly deck: RenderedDeck;
  readonly settings: Settings;
  readonly indicators: readonly Indicator[];
  readonly theme: Theme;
  readonly images: EncodedImages;
  /** The booklet's text as HTML; empty if no booklet is made. */
  readonly booklet: string;
  /** Whether slides.pdf has a page for each step. */
  readonly steps: boolean;
}

/** Pages to print. */
export interface Composition {
  /** Classes of the body element. */
  readonly body: string;
  /** Style in addition to the deck's, which comes after it: themes have the last word. */
  readonly css: string;
  /** Body HTML, printed part by part and joined. Each part begins a new page. */
  readonly parts: readonly string[];
  /**
   * How slides appear: `canvas`: each once on its canvas, where they are measured; `steps`:
   * once per step; `small`: printed once for all handouts, then placed; `none`: not at all.
   */
  readonly slides: "canvas" | "steps" | "small" | "none";
  /** Null if text flows, so that the number of pages is known only after printing. */
  readonly pages: number | null;
}

/** One PDF: `<name>.pdf`. A new format is a new entry in the list of documents. */
export interface PrintedDocument {
  readonly name: DocumentName;
  readonly paper: Paper;
  /** Strips for the running lines, whose words are not part of the report. */
  readonly running: Strips;
  /** Width of a slide in millimetres, for the density of pictures; null if there are no slides. */
  readonly slide: number | null;
  /** Scale of CSS pixels on paper. */
  readonly scale: number;
  /** The fonts it uses: the slides' fonts, those plus the notes' font, or those plus the booklet's own. */
  readonly fonts: FontSet;
  readonly compose: (material: PrintMaterial) => Composition;
}
