/** Which pages of its printed documents show each part of a deck: plain data that a build stores with its edition. */
import type { DocumentName } from "./output-names.ts";

/** Format version of this file; a reader ignores any other. */
export const PAGES_FORM = 1;

/** 1-based page numbers, in order and without repeats; empty if the document does not show it. */
export type PageNumbers = readonly number[];

export interface PrintedSlide {
  readonly id: string;
  /** The slide itself, full size or reduced. */
  readonly slide: PageNumbers;
  /** Its title as a heading in running text. */
  readonly heading: PageNumbers;
  /** Its speaker notes, from the first word to the last. */
  readonly notes: PageNumbers;
  /** Bound figures in the notes, by reference key: `gdp.value@2021`, `gdp.name`. */
  readonly figures: readonly { readonly key: string; readonly pages: PageNumbers }[];
}

export interface PrintedDocumentPages {
  readonly name: DocumentName;
  readonly slides: readonly PrintedSlide[];
}

/** Covers only the documents printed together with the edition. */
export interface PrintedPages {
  readonly form: typeof PAGES_FORM;
  readonly documents: readonly PrintedDocumentPages[];
}
