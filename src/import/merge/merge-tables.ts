/** Brings the tables up to date: rows that are new are added behind the last, rows that changed are written again, all others stay. */
import { parseTable, rowSpan, type Csv, type CsvRow } from "../../parse/csv.ts";
import { tableFiles } from "../draft.ts";
import type { Understanding } from "../understand.ts";
import { insertBehind, replaceLines, type MergeEdit, type MergeTold } from "./edits.ts";

export interface MergedTables {
  readonly edits: readonly MergeEdit[];
  /** Tables that the project does not have yet. */
  readonly files: ReadonlyMap<string, string>;
  readonly rows: MergeTold["rows"];
}

/** The columns that make a row what it is; the others may change. */
export const ROW_KEYS: Readonly<Record<string, readonly string[]>> = {
  "indicators.csv": ["id"],
  "observations.csv": ["indicator", "period", "area"],
  "targets.csv": ["indicator", "period"],
  "projects.csv": ["name", "section", "status"],
  "terms.csv": ["wording"],
};
/** A person may have renamed or described an indicator: its row stays, and so does what stands in these tables. */
export const KEPT: readonly string[] = ["indicators.csv", "projects.csv", "terms.csv"];

/** `sources` are the project's texts by path. A table in a workbook is the office's own: its rows are told, and none is written. */
export function mergeTables(understanding: Understanding, sources: ReadonlyMap<string, string>): MergedTables {
  const edits: MergeEdit[] = [];
  const files = new Map<string, string>();
  const told: { name: string; before: string; now: string }[] = [];
  for (const [path, lines] of tableFiles(understanding)) {
    const name = path.slice("data/".length);
    const fresh = parseTable(path, lines.map(({ text }) => text).join("\n"));
    const text = sources.get(path);
    const inWorkbook = [...sources.keys()].some((source) => source.includes(`!${name.replace(".csv", "")}`));
    if (inWorkbook) told.push(...fresh.rows.slice(1).map(({ cells }) => ({ name, before: "", now: cells.join(",") })));
    else if (text === undefined) {
      files.set(path, lines.map((line) => `${line.text}\n`).join(""));
      told.push(...lines.slice(1).map((line) => ({ name: line.name, before: "", now: line.text })));
    } else {
      const merged = mergeTable(name, parseTable(path, text), fresh, lines.slice(1).map((line) => line.name));
      edits.push(...merged.edits);
      told.push(...merged.rows);
    }
  }
  return { edits, files, rows: told };
}

function mergeTable(name: string, old: Csv, fresh: Csv, names: readonly string[]): Pick<MergedTables, "edits" | "rows"> {
  const [head, ...rows] = old.rows;
  const [columns, ...wanted] = fresh.rows.map(({ cells }) => cells);
  const last = old.rows.at(-1);
  if (head === undefined || columns === undefined || last === undefined) return { edits: [], rows: [] };
  const keyOf = (cells: readonly string[], names_: readonly string[]): string => ROW_KEYS[name]!.map((column) => cells[names_.indexOf(column)] ?? "").join("\n");
  const known = new Map(rows.map((row) => [keyOf(row.cells, head.cells), row]));
  const edits: MergeEdit[] = [];
  const told: { name: string; before: string; now: string }[] = [];
  for (const [index, cells] of wanted.entries()) {
    const row = known.get(keyOf(cells, columns));
    // A table without a column of areas would take an area's figures for its own.
    if ((cells[columns.indexOf("area")] ?? "") !== "" && !head.cells.includes("area")) {
      told.push({ name: names[index] ?? name, before: "", now: cells.join(",") });
      continue;
    }
    const line = lineOf(old, head, columns, cells, row ?? null);
    const before = row === undefined ? "" : old.text.slice(row.start, row.end).trimEnd();
    if (row !== undefined && (KEPT.includes(name) || line === before)) continue;
    edits.push(...(row === undefined ? [insertBehind(rowSpan(old, last), `\n${line}`, names[index] ?? "")] : replaceLines(rowSpan(old, row), old.text.split("\n"), line, names[index] ?? "")));
    told.push({ name: names[index] ?? name, before, now: line });
  }
  return { edits, rows: told };
}

/** A row in the columns that the project's table has; what the document does not say stays as a person wrote it. */
export function lineOf({ delimiter }: Csv, head: CsvRow, columns: readonly string[], cells: readonly string[], row: CsvRow | null): string {
  const written = head.cells.map((column, index) => {
    const cell = cells[columns.indexOf(column)] ?? "";
    return cell === "" ? (row?.cells[index] ?? "") : cell;
  });
  return written.map((cell) => (cell.includes(delimiter) || /["\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(delimiter);
}
