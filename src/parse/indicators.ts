/** Reads data/indicators.csv into indicators, still without their figures. */
import type { Report } from "../diagnostics/diagnostic.ts";
import { duplicateIndicator, invalidId, partOfCycle } from "../diagnostics/messages/data.ts";
import { tooManyLines } from "../diagnostics/messages/settings.ts";
import type { Basis, Indicator, IndicatorKind } from "../model/indicator.ts";
import type { SourceFile } from "../model/sources.ts";
import type { Span } from "../model/span.ts";
import { cellOrNull, cellText, neededCell, openTable, spanOfCell, spanOfRow, wordCell, type Columns, type Table } from "./cells.ts";
import type { CsvRow } from "./csv.ts";
import { lookupIndicator } from "./lookup.ts";

const COLUMNS: Columns = { required: ["id", "name", "unit", "kind"], optional: ["basis", "part_of", "better", "aliases", "source"] };
/** A province has some 300; a name is looked for among all of them. */
const MOST_INDICATORS = 5000;
const KINDS = words<IndicatorKind>("flow", "stock", "rate", "rank", "index");
const BASES = words<Basis>("nominal", "constant");
const BETTER = words<"up" | "down">("up", "down");
/** Words that a column takes, and no others. */
export const INDICATOR_WORDS = { kind: [...KINDS.keys()], basis: [...BASES.keys()], better: [...BETTER.keys()] };
/** Letters of any script, digits, hyphen, underscore: what fits between `{{` and `.`, `@` or `}}`. */
const ID = /^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u;

function words<T extends string>(...known: readonly T[]): ReadonlyMap<string, T> {
  return new Map(known.map((word) => [word, word]));
}

/** Reads indicators.csv; wrong rows are reported and left out. */
export function parseIndicators(file: SourceFile, report: Report): Indicator[] {
  const table = openTable(file, COLUMNS, report);
  if (table === null) return [];
  const indicators = new Map<string, Indicator>();
  const partOf = new Map<string, Span>();
  const beyond = table.rows[MOST_INDICATORS];
  if (beyond !== undefined) report(tooManyLines(spanOfRow(table, beyond), MOST_INDICATORS));
  for (const row of table.rows.slice(0, MOST_INDICATORS)) {
    const indicator = parseRow(table, row);
    if (indicator === null) continue;
    const first = indicators.get(indicator.id);
    if (first !== undefined) report(duplicateIndicator(spanOfCell(table, row, "id"), indicator.id, first.span));
    else {
      indicators.set(indicator.id, indicator);
      if (indicator.partOf !== null) partOf.set(indicator.id, spanOfCell(table, row, "part_of"));
    }
  }
  return checkParts(indicators, partOf, report);
}

function parseRow(table: Table, row: CsvRow): Indicator | null {
  const id = neededCell(table, row, "id");
  const name = neededCell(table, row, "name");
  const kind = neededCell(table, row, "kind") === null ? undefined : wordCell(table, row, "kind", KINDS);
  const basis = wordCell(table, row, "basis", BASES);
  const better = wordCell(table, row, "better", BETTER);
  if (id === null || name === null || kind === undefined || kind === null || basis === undefined || better === undefined) return null;
  if (!ID.test(id)) {
    table.report(invalidId(spanOfCell(table, row, "id"), id));
    return null;
  }
  const aliases = cellText(table, row, "aliases").split("|").map((alias) => alias.trim()).filter((alias) => alias !== "");
  return {
    id, name, kind, basis, better, aliases,
    unit: cellText(table, row, "unit"),
    partOf: cellOrNull(table, row, "part_of"),
    source: cellOrNull(table, row, "source"),
    observations: [],
    targets: [],
    span: spanOfRow(table, row),
  };
}

/** A whole must exist and must not lead back to its parts; if it does, the link is reported and cut. */
function checkParts(indicators: ReadonlyMap<string, Indicator>, partOf: ReadonlyMap<string, Span>, report: Report): Indicator[] {
  const all = [...indicators.values()];
  const circles = findCircles(indicators);
  return all.map((indicator) => {
    const span = partOf.get(indicator.id);
    if (indicator.partOf === null || span === undefined) return indicator;
    if (lookupIndicator(indicator.partOf, span, all, report) === null) return { ...indicator, partOf: null };
    if (!circles.has(indicator.id)) return indicator;
    report(partOfCycle(span, indicator.id));
    return { ...indicator, partOf: null };
  });
}

/** Ids of indicators that are parts of themselves, over whatever others; each is looked at once. */
function findCircles(indicators: ReadonlyMap<string, Indicator>): ReadonlySet<string> {
  const circles = new Set<string>();
  const walked = new Set<string>();
  for (const start of indicators.keys()) {
    const way: string[] = [];
    let at: string | null = start;
    for (; at !== null && !walked.has(at); at = indicators.get(at)?.partOf ?? null) {
      walked.add(at);
      way.push(at);
    }
    const back = at === null ? -1 : way.indexOf(at);
    if (back !== -1) for (const id of way.slice(back)) circles.add(id);
  }
  return circles;
}
