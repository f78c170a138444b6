/** Publishes the tables beside the deck, with the meaning of their columns, so that a reader can check a figure. */
import { editionOf } from "../diff/edition.ts";
import { PAGES_FORM, type PrintedDocumentPages, type PrintedPages } from "../model/printed-pages.ts";
import type { Deck } from "../model/deck.ts";
import type { SourceFile } from "../model/sources.ts";
import { splitSheet } from "../model/span.ts";
import { tableName } from "../model/table-name.ts";
import { encodeText } from "../model/encode-text.ts";

/** The office's own list of wordings is for checking, not for publishing. */
const PRIVATE = new Set(["terms.csv"]);

/**
 * `data/*.csv`, from CSV files and from sheets, as UTF-8 with a byte order mark, which spreadsheet programs need;
 * `data/metadata.json`; and for comparisons `data/edition.json` and, if documents were printed as well, `data/pages.json`.
 */
export function writeDataFiles(model: Deck, tables: readonly SourceFile[], printed: readonly PrintedDocumentPages[]): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  const published = tables.flatMap((table) => {
    const name = tableName(table.path);
    if (PRIVATE.has(name)) return [];
    return [{ name, text: splitSheet(table.path).sheet === null ? table.text : csvOf(table.text) }];
  });
  for (const { name, text } of published) files.set(`data/${name}`, encodeText(`\uFEFF${text}`));
  files.set("data/edition.json", encodeText(`${JSON.stringify(editionOf(model, model.settings.notes === "public"), null, 1)}\n`));
  const pages: PrintedPages = { form: PAGES_FORM, documents: printed };
  if (printed.length > 0) files.set("data/pages.json", encodeText(`${JSON.stringify(pages)}\n`));
  files.set("data/metadata.json", encodeText(`${JSON.stringify(describe(model, published.map(({ name }) => name)), null, 2)}\n`));
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

/** The text of a sheet as comma-separated values (RFC 4180), without its blank rows. */
function csvOf(sheet: string): string {
  const rows = sheet.split("\n").map((row) => row.split("\t"));
  const filled = rows.filter((row) => row.some((cell) => cell.trim() !== ""));
  const width = filled.reduce((widest, row) => Math.max(widest, row.length), 0);
  const quote = (cell: string): string => (/[",\u2028]/.test(cell) ? `"${cell.replaceAll('"', '""').replaceAll("\u2028", "\n")}"` : cell);
  return filled.map((row) => `${Array.from({ length: width }, (_, column) => quote(row[column] ?? "")).join(",")}\n`).join("");
}
