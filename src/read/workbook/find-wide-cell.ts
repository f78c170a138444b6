/** Finds a cell that lies beyond the columns that are read: a library would fill every row up to it. */
import { findSheetTable } from "../../model/table-name.ts";
import { readPart, type Archive } from "./measure-archive.ts";

/** Columns of a table that are read, A to BL; a table has nine. */
export const MOST_COLUMNS = 64;
/** The last of them, in the letters of a sheet. */
export const LAST_COLUMN = "BL";

/** A cell with content, zero-based, in a sheet that is a table. */
export interface WideCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** A cell from BM on that holds a value, a text or a formula; formats alone are no content. */
const WIDE = /\br=["'](B[M-Z]|[C-Z][A-Z]|[A-Z]{3})(\d{1,7})["'][^>]{0,200}[^/>]>\s{0,20}<(?:\w{1,20}:)?(?:v|is|f)[\s>]/;
/** Bytes looked at in one go, and those that are looked at twice, so that no cell is cut. */
const [PIECE, OVERLAP] = [4 * 1024 * 1024, 512] as const;

/** The first such cell; null if there is none. */
export function findWideCell(archive: Archive): WideCell | null {
  for (const [part, sheet] of tableParts(archive)) {
    const xml = readPart(archive, part) ?? Buffer.alloc(0);
    for (let at = 0; at < xml.length; at += PIECE) {
      const [, letters = "", row = ""] = WIDE.exec(xml.toString("latin1", at, at + PIECE + OVERLAP)) ?? [];
      if (letters !== "") return { sheet, row: Number(row) - 1, column: columnOf(letters) };
    }
  }
  return null;
}

/** Names of the parts that hold tables, with the names of their sheets; parts in other places than programs put them are left to the reader. */
function tableParts(archive: Archive): ReadonlyMap<string, string> {
  const textOf = (part: string): string => readPart(archive, part)?.toString("utf8") ?? "";
  const targets = new Map(tagsIn(textOf("xl/_rels/workbook.xml.rels"), "Relationship").map((tag) => [attribute(tag, "Id"), attribute(tag, "Target")]));
  const sheets = tagsIn(textOf("xl/workbook.xml"), "sheet").filter((tag) => findSheetTable(attribute(tag, "name")) !== null);
  return new Map(sheets.map((tag) => [partOf(targets.get(attribute(tag, "\\w+:id")) ?? ""), attribute(tag, "name")]));
}

function tagsIn(xml: string, name: string): readonly string[] {
  return xml.match(new RegExp(`<(?:\\w{1,20}:)?${name}\\s[^>]{0,2000}>`, "g")) ?? [];
}

function attribute(tag: string, name: string): string {
  return new RegExp(`\\s${name}=["']([^"']*)["']`).exec(tag)?.[1] ?? "";
}

/** Targets are relative to xl/, or absolute. */
function partOf(target: string): string {
  return target.startsWith("/") ? target.slice(1) : `xl/${target}`;
}

/** Zero-based: A is 0, BM is 64. */
function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
