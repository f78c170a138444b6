/** Reads a table: cells where they start, with the columns and rows that they cover. */
import type { DocumentCell, DocumentTable } from "../document.ts";
import { paragraphText } from "../document.ts";
import type { Context, DraftBlock } from "./story.ts";
import { childOf, elementsOf, numberOf, textOf, valueOf, type XmlElement } from "./xml.ts";

interface GrowingCell {
  text: string;
  columns: number;
  rows: number;
  readonly column: number;
}

/** Reads what is in a cell. */
type ReadBlocks = (cell: XmlElement) => readonly DraftBlock[];

/** Word has at most 63 columns. */
const MOST_COLUMNS = 200;

/** The table, null if nothing is in it; `after` is what its cells cannot hold: pictures, notes. */
export function readTable(element: XmlElement, context: Context, readBlocks: ReadBlocks): { readonly table: DocumentTable | null; readonly after: readonly DraftBlock[] } {
  const first = context.paragraphs + 1;
  const after: DraftBlock[] = [];
  const rows: GrowingCell[][] = [];
  /** The last cell that begins at a column, which cells below may continue. */
  const above = new Map<number, GrowingCell>();
  for (const row of partsOf(element, "w:tr")) {
    if (isDeleted(row)) context.told.leftOut("deletions", context.paragraphs + 1, textOf(row, "w:delText") + textOf(row, "w:t"));
    else rows.push(readRow(row, above, (cell) => readCell(cell, after, context, readBlocks)));
  }
  const filled = rows.some((cells) => cells.some(({ text }) => text !== ""));
  if (!filled) return { table: null, after };
  return { table: { type: "table", place: { paragraph: Math.min(first, Math.max(context.paragraphs, 1)), line: null }, rows: rows.filter((cells) => cells.length > 0).map((cells): readonly DocumentCell[] => cells) }, after };
}

function readRow(row: XmlElement, above: Map<number, GrowingCell>, textIn: (cell: XmlElement) => string): GrowingCell[] {
  const cells: GrowingCell[] = [];
  let column = numberOf(valueOf(childOf(row, "w:trPr"), "w:gridBefore"), MOST_COLUMNS) ?? 0;
  for (const element of partsOf(row, "w:tc")) {
    const properties = childOf(element, "w:tcPr");
    if (childOf(properties, "w:cellDel") !== null) continue;
    const columns = Math.max(numberOf(valueOf(properties, "w:gridSpan"), MOST_COLUMNS) ?? 1, 1);
    const known = above.get(column);
    const last = cells.at(-1);
    if (continues(properties, "w:vMerge") && known !== undefined) known.rows += 1;
    else if (continues(properties, "w:hMerge") && last !== undefined) last.columns += columns;
    else {
      const cell = { text: textIn(element), columns, rows: 1, column };
      cells.push(cell);
      above.set(column, cell);
    }
    column += columns;
  }
  return cells;
}

/** Without a value, a merge goes on (ECMA-376-1, 17.4.84). */
function continues(properties: XmlElement | null, name: string): boolean {
  const merge = childOf(properties, name);
  return merge !== null && merge.attributes.get("w:val") !== "restart";
}

function isDeleted(row: XmlElement): boolean {
  return childOf(childOf(row, "w:trPr"), "w:del") !== null;
}

/** Rows or cells, also those inside controls and marks of changes. */
function partsOf(element: XmlElement, name: "w:tr" | "w:tc"): readonly XmlElement[] {
  return elementsOf(element).flatMap((child) => {
    if (child.name === name) return [child];
    return ["w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo"].includes(child.name) ? partsOf(child, name) : [];
  });
}

/** Its paragraphs, one a line; a table inside has a line for each row, with tabs. */
function readCell(element: XmlElement, after: DraftBlock[], context: Context, readBlocks: ReadBlocks): string {
  const lines: string[] = [];
  for (const block of readBlocks(element)) {
    switch (block.type) {
      case "paragraph":
        lines.push(paragraphText(block));
        for (const { text } of block.notes) {
          context.told.takenAs("table-notes", block.place.paragraph);
          after.push({ ...block, label: "", level: null, runs: [{ text, bold: false, heavy: false }], notes: [] });
        }
        break;
      case "table":
        lines.push(...block.rows.map((row) => row.map(({ text }) => text.replaceAll("\n", " ")).join("\t")));
        break;
      case "picture-link":
        after.push(block);
    }
  }
  return lines.join("\n");
}
