/** Figures of the tables that come with a report: those in the document, and those in the office's workbook. */
import type { Report } from "../diagnostics/diagnostic.ts";
import { periodKey } from "../model/period.ts";
import { tableName } from "../model/table-name.ts";
import { parseIndicators } from "../parse/indicators.ts";
import { parseObservations } from "../parse/observations.ts";
import type { DocumentTable, SourceDocument } from "../read/documents/document.ts";
import { paragraphText } from "../read/documents/document.ts";
import type { DataBook } from "../read/workbook/read-data-book.ts";
import type { DataFigure } from "./bureau-compare.ts";
import type { BureauFigure } from "./bureau-figure.ts";
import { readBureauTable } from "./bureau-tables.ts";
import { KNOWN_INDICATORS } from "./known-indicators.ts";

/** A row as a table publishes it, with its place in the document; paragraph 0 is the office's workbook. */
export interface TableFigure extends BureauFigure {
  readonly paragraph: number;
  readonly line: number | null;
}

/** Number of paragraphs right before a table that may say its year and unit. */
const CAPTIONS = 2;
/** Longest of them. */
const LONGEST_CAPTION = 40;
const IDS = new Map(KNOWN_INDICATORS.flatMap(({ id, names }) => names.map((name) => [name, id] as const)));

/** The id of a well-known indicator of this name; null for others. */
export function knownId(name: string): string | null {
  return IDS.get(name) ?? null;
}

/** The figures of all indicator tables of a document of this year; a table with another head has none. */
export function readTables({ blocks }: SourceDocument, year: number | null, organisation: string): TableFigure[] {
  return blocks.flatMap((block, index) => (block.type === "table" ? readTable(block, captionsBefore(blocks, index), year, organisation) : []));
}

function captionsBefore(blocks: SourceDocument["blocks"], index: number): readonly string[] {
  const before = blocks.slice(Math.max(index - CAPTIONS, 0), index);
  return before.flatMap((block) => (block.type === "paragraph" && paragraphText(block).length <= LONGEST_CAPTION ? [paragraphText(block)] : []));
}

function readTable({ rows, place }: DocumentTable, captions: readonly string[], year: number | null, organisation: string): TableFigure[] {
  return readBureauTable(rows, captions, year, organisation).map((figure) => ({ ...withWhole(figure), ...place }));
}

/** A part with a name that stands by itself is an indicator: 其中：出口. */
function withWhole<T extends BureauFigure>(figure: T): T {
  return figure.parent !== "" && knownId(figure.name) !== null ? { ...figure, parent: "" } : figure;
}

/** The figures of a workbook: its own sheets, then those in our format, whose mistakes are reported. */
export function readData({ sheets, tables }: DataBook, year: number | null, organisation: string, report: Report): DataFigure[] {
  const read = sheets.flatMap(({ path, name, rows }) => readBureauTable(rows, [name], year, organisation).map((figure) => ({ ...withWhole(figure), path })));
  return [...read, ...readOwnFormat(tables, organisation, report)];
}

/** Rows of `observations`, with the names and units of `indicators`. */
function readOwnFormat(tables: DataBook["tables"], organisation: string, report: Report): DataFigure[] {
  const indicators = tables.filter(({ path }) => tableName(path) === "indicators.csv").flatMap((table) => parseIndicators(table, report));
  const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  return tables.filter(({ path }) => tableName(path) === "observations.csv").flatMap((table) =>
    [...parseObservations(table, indicators, organisation, report, new Set()).values()].flat().flatMap(({ indicator, period, value, growth, rank, area, span }): DataFigure[] => {
      const { name, unit } = byId.get(indicator)!;
      if (value === null && growth === null && rank === null) return [];
      const place = { row: span.line - 1, column: span.column - 1 };
      const placeOf = (cell: unknown): typeof place | null => (cell === null ? null : place);
      return [{ path: table.path, name, parent: "", area: area ?? "", unit, period: periodKey(period), value: value?.raw ?? "", growth: growth?.raw ?? "", rank: rank === null ? "" : `${rank}`, valuePlace: placeOf(value), growthPlace: placeOf(growth) }];
    }),
  );
}
