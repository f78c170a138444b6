/** Pictures and tables of a document: each with the paragraph behind which it stands, and the slide that shows it. */
import type { DocumentPicture, DocumentTable, SourceDocument } from "../read/documents/document.ts";
import { fillGrid } from "./bureau-grid.ts";
import type { FoundFigure } from "./decision.ts";
import { roomOf } from "./phrases.ts";
import { writePhrase } from "./write-text.ts";

export interface Enclosure {
  /** Number of the spoken paragraph before it; 0 where none is. */
  readonly after: number;
  readonly block: DocumentPicture | DocumentTable;
}

export function findEnclosures({ blocks }: SourceDocument, spoken: readonly { readonly paragraph: number }[]): Enclosure[] {
  const numbers = spoken.map(({ paragraph }) => paragraph);
  return blocks.flatMap((block) => (block.type === "paragraph" ? [] : [{ after: numbers.findLast((number) => number <= block.place.paragraph) ?? 0, block }]));
}

/** Fewest rows of an indicator table, and what a slide's own table may hold; other tables are spoken. */
const [LEAST_ROWS, MOST_ROWS, MOST_COLUMNS, MOST_IN_CELL] = [3, 16, 6, 14] as const;

/** The lines of a slide that shows it; null where none can. */
export function enclosureBlock({ block }: Enclosure, title: string, figures: readonly FoundFigure[]): readonly string[] | null {
  if (block.type === "picture") return [`![${writePhrase(block.alternative === "" ? title : block.alternative)}](images/${block.name})`];
  const own = figures.filter(({ certainty, place, reference, sentence }) => certainty === "sure" && reference === "" && place.paragraph === block.place.paragraph && sentence !== "");
  const ids = [...new Set(own.map(({ indicator }) => indicator))];
  if (ids.length >= LEAST_ROWS) return ["```indicators", `indicators: [${ids.join(", ")}]`, "```"];
  return plainTable(block);
}

/** A table of short cells; what a merged cell covers has its text too, and heads above one another become one. */
function plainTable({ rows }: DocumentTable): readonly string[] | null {
  const grid = fillGrid(rows);
  const width = grid[0]?.length ?? 0;
  const tall = headRows(rows);
  const head = Array.from({ length: width }, (_, column) => [...new Set(grid.slice(0, tall).map((row) => row[column]?.text ?? ""))].filter((text) => text !== "").join(" "));
  const table = [head, ...grid.slice(tall).map((row) => row.map((cell) => cell?.text ?? ""))];
  const fits = table.every((row) => row.every((text) => roomOf(text) <= MOST_IN_CELL && !text.includes("\n")));
  if (!fits || width < 2 || width > MOST_COLUMNS || table.length < 2 || table.length > MOST_ROWS) return null;
  const lines = table.map((row) => `| ${row.map(writePhrase).join(" | ")} |`);
  return [lines[0]!, `|${" --- |".repeat(width)}`, ...lines.slice(1)];
}

/** The rows that the cells of the first reach down to; below a cell across several columns stands one more. */
function headRows([first = [], ...rest]: DocumentTable["rows"]): number {
  const tallest = Math.max(1, ...first.map(({ rows }) => rows));
  return Math.min(first.some(({ columns }) => columns > 1) ? Math.max(tallest, 2) : tallest, rest.length);
}
