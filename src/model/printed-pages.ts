/** On which pages of its printed documents a deck shows what: plain data that a build carries beside its edition. */
import type { DocumentName } from "./output-names.ts";

/** The form of this file; a reader passes over any other. */
export const PAGES_FORM = 1;

/** 1-based page numbers, each once, in order; empty where it does not stand in the document. */
export type PageNumbers = readonly number[];

export interface PrintedSlide {
  readonly id: string;
  /** The slide itself, whole or small. */
  readonly slide: PageNumbers;
  /** Its title as a heading of running text. */
  readonly heading: PageNumbers;
  /** What is said on it, from the first word to the last. */
  readonly notes: PageNumbers;
  /** Bound figures in what is said, by the key of their reference: `gdp.value@2021`, `gdp.name`. */
  readonly figures: readonly { readonly key: string; readonly pages: PageNumbers }[];
}

export interface PrintedDocumentPages {
  readonly name: DocumentName;
  readonly slides: readonly PrintedSlide[];
}

/** Of the documents that were printed together with the edition, and of no other. */
export interface PrintedPages {
  readonly form: typeof PAGES_FORM;
  readonly documents: readonly PrintedDocumentPages[];
}
