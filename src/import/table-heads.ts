/** Columns of the tables as an import writes them. */
import type { TableLine } from "./decision.ts";

export const HEADS = {
  "indicators.csv": ["id", "name", "unit", "kind", "better", "aliases"],
  "targets.csv": ["indicator", "period", "target"],
  "projects.csv": ["name", "section", "status"],
  "terms.csv": ["wording", "kind", "since", "source"],
} as const;
const OBSERVATIONS = ["indicator", "period", "area", "value", "growth", "basis", "rank", "note"] as const;

/** Columns of observations.csv; most reports have figures of no other areas. */
export function observationColumns(areas: boolean): readonly (typeof OBSERVATIONS)[number][] {
  return OBSERVATIONS.filter((column) => areas || column !== "area");
}

/** The columns of a written row of so many cells. */
export function columnsOf(table: TableLine["table"], cells: number): readonly string[] {
  return table === "observations.csv" ? observationColumns(cells === OBSERVATIONS.length) : HEADS[table];
}
