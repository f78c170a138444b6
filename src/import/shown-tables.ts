/** The proof for tables: every cell of a table is on a slide, or its table is spoken. */
import type { Block, Deck } from "../model/deck.ts";
import type { DocumentTable } from "../read/documents/document.ts";
import { tableText } from "./asides.ts";
import type { Enclosure } from "./enclosures.ts";
import { shownText } from "./proof.ts";
import { plainSigns, trimBlanks } from "./spoken.ts";

interface Source {
  readonly enclosures: readonly Enclosure[];
  readonly outline: { readonly paragraphs: readonly { readonly asides: readonly { readonly after: number | null; readonly text: string }[]; readonly text: string }[] };
}

/** Numbers of the tables that have a cell which no slide shows, and which are not spoken. */
export function findLostTables({ enclosures, outline: { paragraphs } }: Source, deck: Deck): number[] {
  const shown = shownCells(deck);
  const spoken = new Set(paragraphs.flatMap(({ asides, text }) => [text, ...asides.map((aside) => aside.text)]));
  const tables = enclosures.flatMap(({ block }) => (block.type === "table" ? [block] : []));
  return tables.filter((table) => cellsOf(table).some((cell) => !shown.has(plainCell(cell)))).filter((table) => !isSpoken(table, spoken)).map(({ place }) => place.paragraph);
}

function isSpoken(table: DocumentTable, spoken: ReadonlySet<string>): boolean {
  const text = plainSigns(trimBlanks(tableText(table))).text;
  return [...spoken].some((one) => one.endsWith(text));
}

/** Cells below the head, whose words a table of indicators says in its own way. */
function cellsOf({ rows }: DocumentTable): string[] {
  const first = rows.findIndex((cells) => cells.some(({ text }) => NUMBER.test(plainCell(text))));
  return rows.slice(Math.max(first, 0)).flat().map(({ text }) => text).filter((text) => plainCell(text) !== "");
}

/** A number that is no year. */
const NUMBER = /^(?!(?:19|20)\d{2}$)[-+−]?[\d.,]+$/;

/** A growth in a column of per cents is shown with its sign. */
function plainCell(text: string): string {
  return plainSigns(text).text.replace(/[\s\u3000]+/gu, "").replace(/%$/, "");
}

/** Every cell of every table on a slide. */
function shownCells({ sections }: Deck): ReadonlySet<string> {
  const cells = new Set<string>();
  const read = (block: Block): void => {
    if (block.type === "table") {
      for (const cell of [...block.head, ...block.rows.flat()]) cells.add(plainCell(shownText(cell)));
      // Heads above one another are one head, with a blank between them.
      for (const part of block.head.flatMap((cell) => shownText(cell).split(" "))) cells.add(plainCell(part));
    }
    if (block.type === "card" || block.type === "quote") block.blocks.forEach(read);
  };
  for (const { slides } of sections) for (const { blocks } of slides) blocks.forEach(read);
  return cells;
}
