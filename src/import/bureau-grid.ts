/** A table with every place filled: what a merged cell covers has its text too. */
import type { DocumentTable } from "../read/documents/document.ts";

export interface GridCell {
  /** Without blanks at both ends. */
  readonly text: string;
  /** As written: an indent before a name means that it is part of the name above. */
  readonly written: string;
  /** Where the cell begins, from 0. */
  readonly row: number;
  readonly column: number;
}

/** By row and column, from 0; null where no cell is. */
export type Grid = readonly (readonly (GridCell | null)[])[];

export function fillGrid(rows: DocumentTable["rows"]): Grid {
  const grid: (GridCell | null)[][] = rows.map(() => []);
  rows.forEach((cells, row) => {
    for (const { text, column, columns, rows: height } of cells) {
      const cell = { text: text.trim(), written: text, row, column };
      for (let down = row; down < Math.min(row + height, grid.length); down += 1) {
        for (let over = column; over < column + columns; over += 1) grid[down]![over] ??= cell;
      }
    }
  });
  const width = grid.reduce((most, row) => Math.max(most, row.length), 0);
  return grid.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? null));
}
