/** Puts a row that a person has accepted into its table, in the columns that this has. */
import { parseTable, type CsvRow } from "../parse/csv.ts";
import type { TableLine } from "./decision.ts";
import { KEPT, lineOf, ROW_KEYS } from "./merge/merge-tables.ts";
import { columnsOf } from "./table-heads.ts";

/** `open` has the table with the row, `there` has it already; `taken`: the table says something else, or has no column for a cell. */
export type AcceptedRow = { readonly type: "open"; readonly text: string } | { readonly type: "there" } | { readonly type: "taken" };

/** A table with no row yet; what is accepted goes below its head. */
export function emptyTable({ table, line }: TableLine): string {
  return `${columnsOf(table, cellsOf(table, line).length).join(",")}\n`;
}

/** The cells of the row by their columns, those that say something. */
export function namedCells({ table, line }: TableLine): readonly (readonly [column: string, value: string])[] {
  const cells = cellsOf(table, line);
  return columnsOf(table, cells.length).flatMap((column, index) => (cells[index] ?? "") === "" ? [] : [[column, cells[index]!] as const]);
}

/** A row of the same thing that lacks a cell gets it; one that has another, or that describes an indicator, a project or a wording already, is never changed. */
export function acceptRow(row: TableLine, text: string): AcceptedRow {
  const table = parseTable(`data/${row.table}`, text);
  const [head, ...rows] = table.rows;
  const wanted = namedCells(row);
  if (head === undefined || wanted.some(([column]) => !head.cells.includes(column))) return { type: "taken" };
  const valueOf = ({ cells }: CsvRow, column: string): string => cells[head.cells.indexOf(column)] ?? "";
  const keyed = new Map(wanted);
  const known = rows.find((one) => ROW_KEYS[row.table]!.every((column) => valueOf(one, column) === (keyed.get(column) ?? "")));
  const columns = wanted.map(([column]) => column);
  const line = lineOf(table, head, columns, wanted.map(([, value]) => value), known ?? null);
  if (known === undefined) return { type: "open", text: `${text}${text.endsWith("\n") ? "" : "\n"}${line}\n` };
  if (KEPT.includes(row.table) || wanted.every(([column, value]) => valueOf(known, column) === value)) return { type: "there" };
  if (wanted.some(([column, value]) => !["", value].includes(valueOf(known, column)))) return { type: "taken" };
  const end = known.start + text.slice(known.start, known.end).trimEnd().length;
  return { type: "open", text: text.slice(0, known.start) + line + text.slice(end) };
}

function cellsOf(table: string, line: string): readonly string[] {
  return parseTable(`data/${table}`, line).rows[0]?.cells ?? [];
}
