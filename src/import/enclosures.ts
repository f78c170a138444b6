/** Pictures and tables of a document: each with the paragraph behind which it stands, and the slide that shows it. */
import type { DocumentPicture, DocumentTable, SourceDocument } from "../read/documents/document.ts";
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

/** Fewest rows of an indicator table, and what a slide's own table may hold: longer ones stay in the document. */
const [LEAST_ROWS, MOST_ROWS, MOST_COLUMNS, MOST_IN_CELL] = [3, 16, 6, 14] as const;

/** The lines of a slide that shows it; null where none can: the document alone has it then. */
export function enclosureBlock({ block }: Enclosure, title: string, figures: readonly FoundFigure[]): readonly string[] | null {
  if (block.type === "picture") return [`![${writePhrase(block.alternative === "" ? title : block.alternative)}](images/${block.name})`];
  const own = figures.filter(({ certainty, place, reference, sentence }) => certainty === "sure" && reference === "" && place.paragraph === block.place.paragraph && sentence !== "");
  const ids = [...new Set(own.map(({ indicator }) => indicator))];
  if (ids.length >= LEAST_ROWS) return ["```indicators", `indicators: [${ids.join(", ")}]`, "```"];
  return plainTable(block);
}

/** A small table without merged cells. */
function plainTable({ rows }: DocumentTable): readonly string[] | null {
  const width = rows[0]?.length ?? 0;
  const even = rows.every((row) => row.length === width && row.every(({ columns, rows: covered, text }) => columns === 1 && covered === 1 && roomOf(text) <= MOST_IN_CELL && !text.includes("\n")));
  if (!even || width < 2 || width > MOST_COLUMNS || rows.length < 2 || rows.length > MOST_ROWS) return null;
  const lines = rows.map((row) => `| ${row.map(({ text }) => writePhrase(text)).join(" | ")} |`);
  return [lines[0]!, `|${" --- |".repeat(width)}`, ...lines.slice(1)];
}
