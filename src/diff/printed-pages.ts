/** On which pages of its printed documents a deck shows what: plain data that a build carries beside its edition. */
import { hasFields, readData, type Fields } from "./read-data.ts";

/** The form of this file; a reader passes over any other. */
export const PAGES_FORM = 1;

/** In the order in which they are told. */
export const PRINTED_NAMES = ["slides", "notes", "booklet", "handout-2", "handout-3", "handout-6"] as const;
export type PrintedName = (typeof PRINTED_NAMES)[number];

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
  readonly name: PrintedName;
  readonly slides: readonly PrintedSlide[];
}

/** Of the documents that were printed together with the edition, and of no other. */
export interface PrintedPages {
  readonly form: typeof PAGES_FORM;
  readonly documents: readonly PrintedDocumentPages[];
}

const PAGES: Fields = {
  form: "number",
  documents: [{ name: "string", slides: [{ id: "string", slide: ["number"], heading: ["number"], notes: ["number"], figures: [{ key: "string", pages: ["number"] }] }] }],
};

/** Null where there are none that this version can read; the file may be anybody's. */
export function parsePrintedPages(bytes: Uint8Array | null): PrintedPages | null {
  const value = readData(bytes);
  if (!hasFields(value, PAGES) || (value as PrintedPages).form !== PAGES_FORM) return null;
  const { form, documents } = value as PrintedPages;
  return { form, documents: documents.filter(({ name }) => PRINTED_NAMES.includes(name)) };
}
