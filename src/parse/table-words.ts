/** The words of data/ that people read or rely on, cell by cell with their exact places. */
import type { Inline } from "../model/deck.ts";
import type { SourceFile } from "../model/sources.ts";
import { tableName } from "../model/table-name.ts";
import { cellTextSpan, parseTable } from "./csv.ts";

/** Columns that hold words, by table. */
const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  "indicators.csv": ["name", "source"],
  "observations.csv": ["source", "note"],
  "targets.csv": ["target"],
  "projects.csv": ["name", "section", "due", "credit"],
};

/** The words of all tables. A wording repeated in its column (a source, a note) is taken once; exceptions are left out. */
export function readTableWords(files: readonly SourceFile[]): readonly (readonly Inline[])[] {
  const cells: (readonly Inline[])[] = [];
  for (const file of files) {
    const columns = COLUMNS[tableName(file.path).toLowerCase()];
    if (columns === undefined) continue;
    const csv = parseTable(file.path, file.text);
    const head = csv.rows[0]?.cells ?? [];
    const seen = new Set<string>();
    for (const [index, name] of head.entries()) {
      if (!columns.includes(name)) continue;
      for (const row of csv.rows.slice(1)) {
        const text = row.cells[index] ?? "";
        if (text === "" || text.includes("check-ignore") || seen.has(`${index} ${text}`)) continue;
        seen.add(`${index} ${text}`);
        cells.push([{ type: "text", text, span: cellTextSpan(csv, row, index) }]);
      }
    }
  }
  return cells;
}
