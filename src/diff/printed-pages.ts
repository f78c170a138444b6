/** Reads `data/pages.json`, which a build stores with its edition. */
import { DOCUMENT_NAMES } from "../model/output-names.ts";
import { PAGES_FORM, type PrintedPages } from "../model/printed-pages.ts";
import { hasFields, readData, type Fields } from "./read-data.ts";

const PAGES: Fields = {
  form: "number",
  documents: [{ name: "string", slides: [{ id: "string", slide: ["number"], heading: ["number"], notes: ["number"], figures: [{ key: "string", pages: ["number"] }] }] }],
};

/** Null if there is nothing that this version can read; the file may come from anybody. */
export function parsePrintedPages(bytes: Uint8Array | null): PrintedPages | null {
  const value = readData(bytes);
  if (!hasFields(value, PAGES) || (value as PrintedPages).form !== PAGES_FORM) return null;
  const { form, documents } = value as PrintedPages;
  return { form, documents: documents.filter(({ name }) => DOCUMENT_NAMES.includes(name)) };
}
