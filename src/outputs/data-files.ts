/** Publishes the tables beside the deck, with the meaning of their columns, so that a reader can check a figure. */
import { editionOf, privateNotesOf, withoutNotes } from "../diff/edition.ts";
import { PAGES_FORM, type PrintedDocumentPages, type PrintedPages } from "../model/printed-pages.ts";
import type { Deck } from "../model/deck.ts";
import type { SourceFile } from "../model/sources.ts";
import { splitSheet } from "../model/span.ts";
import { tableName } from "../model/table-name.ts";
import { encodeText } from "../model/encode-text.ts";
import { publishCsv, publishSheet } from "./published-csv.ts";

/** The office's own list of wordings is for checking, not for publishing. */
const PRIVATE = new Set(["terms.csv"]);
/** Columns with remarks and reasons of the office. */
const REMARKS = ["note"];

/** What is known of the other outputs. */
export interface Beside {
  readonly pages: readonly PrintedDocumentPages[];
  /** Whether one of them has the words of the notes, so that the folder is internal anyway. */
  readonly internal: boolean;
  readonly salt: string;
}

/**
 * `data/*.csv`, from CSV files and from sheets, as UTF-8 with a byte order mark, which spreadsheet programs need;
 * `data/metadata.json`; and for comparisons `data/edition.json`. What a comparison needs of private notes, and the pages of printed
 * documents, which show where they use figures, are not for publishing: they go to `internal/`.
 */
export function writeDataFiles(model: Deck, tables: readonly SourceFile[], { pages, internal, salt }: Beside): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  const hidden = new Set(model.settings.remarks === "public" ? [] : REMARKS);
  const csv = tables.flatMap((table) => {
    const name = tableName(table.path);
    if (PRIVATE.has(name)) return [];
    return [{ name, text: splitSheet(table.path).sheet === null ? publishCsv(table.text, hidden) : publishSheet(table.text, hidden) }];
  });
  for (const { name, text } of csv) files.set(`data/${name}`, encodeText(`\uFEFF${text}`));
  const edition = editionOf(model, model.settings.notes === "public");
  const published = model.settings.notes === "public" ? edition : withoutNotes(edition);
  files.set("data/edition.json", encodeText(`${JSON.stringify(published, null, 1)}\n`));
  if (internal && published !== edition) files.set("internal/notes.json", encodeText(`${JSON.stringify(privateNotesOf(edition, salt))}\n`));
  const printed: PrintedPages = { form: PAGES_FORM, documents: pages };
  if (pages.length > 0) files.set("internal/pages.json", encodeText(`${JSON.stringify(printed)}\n`));
  files.set("data/metadata.json", encodeText(`${JSON.stringify(describe(model, csv.map(({ name }) => name)), null, 2)}\n`));
  return files;
}

function describe(model: Deck, names: readonly string[]): object {
  const { settings, indicators } = model;
  return {
    title: settings.title,
    publisher: settings.organisation,
    language: settings.lang,
    demo: settings.demo,
    tables: names.map((url) => ({ url, encoding: "utf-8" })),
    indicators: indicators.map(({ id, name, unit, kind, basis, partOf, source }) => ({ id, name, unit, kind, basis, partOf, source })),
  };
}
