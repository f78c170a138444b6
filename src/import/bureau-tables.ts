/** Tables of indicators as statistical bureaus make them: merged heads, units in heads, several years as columns, 其中 rows. */
import type { DocumentTable } from "../read/documents/document.ts";
import type { BureauFigure, CellPlace } from "./bureau-figure.ts";
import { readAreaTable } from "./bureau-areas.ts";
import { NOTHING, publishedGrowth, publishedRank, publishedValue } from "./bureau-cells.ts";
import { fillGrid, type Grid } from "./bureau-grid.ts";
import { readHead, unitIn, withoutUnit, yearIn, type BureauColumn } from "./bureau-heads.ts";

interface PlacedColumn extends BureauColumn {
  readonly column: number;
}

/** Rows in which a head is looked for, and rows of a head. */
const [HIGHEST, TALLEST] = [12, 4] as const;
const PART = /^(?:其中[：:]?|[#＃]+|＊+)\s*/;
const ORDINAL = /^(?:[一二三四五六七八九十]{1,3}[、．.]|[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}[、．.](?!\d)|[（(]\d{1,2}[）)]|[①-⑳])\s*/;
/** Marks of notes behind a name. */
const NOTE = /(?:[①-⑳]|\[\d\]|\*+|＊+|[¹²³])$/;

/** The figures of a table; none if it has no head of indicators or of areas. `captions` stand above it, `year` is that of the report. */
export function readBureauTable(rows: DocumentTable["rows"], captions: readonly string[], year: number | null, organisation = ""): readonly BureauFigure[] {
  const grid = fillGrid(rows);
  const start = grid.slice(0, HIGHEST).findIndex((row) => row.some((cell) => cell !== null && readHead([cell.text], null)?.kind === "name") && row.filter((cell) => cell !== null && cell.text !== "").length > 1);
  if (start === -1) return readAreaTable(rows, captions, year, organisation);
  const above = [...captions, ...grid.slice(0, start).flatMap((row) => row.map((cell) => cell?.text ?? ""))];
  const own = above.map((text) => yearIn(text)).findLast((found) => found !== null) ?? year;
  const unit = above.map((text) => unitIn(text.replace(/[\s\u3000]+/g, ""))).findLast((found) => found !== "") ?? "";
  return segmentsOf(grid, start).flatMap(([from, to]) => readSegment(grid, { start, from, to }, own, unit));
}

/** Tables that stand side by side, each from its column of names up to the next. */
function segmentsOf(grid: Grid, start: number): readonly (readonly [from: number, to: number])[] {
  const names = grid[start]!.flatMap((cell, column) => (cell !== null && cell.column === column && readHead([cell.text], null)?.kind === "name" ? [column] : []));
  return names.map((from, index) => [from, names[index + 1] ?? grid[start]!.length]);
}

interface Segment {
  readonly start: number;
  readonly from: number;
  readonly to: number;
}

function readSegment(grid: Grid, { start, from, to }: Segment, year: number | null, unit: string): readonly BureauFigure[] {
  const ownRows = Array.from({ length: Math.min(TALLEST + 1, grid.length - start) }, (_, index) => start + index);
  const end = ownRows.find((row) => row > start && isBody(grid, row, from)) ?? start + 1;
  const columns = Array.from({ length: to - from }, (_, index) => from + index).flatMap((column): PlacedColumn[] => {
    const cells = grid.slice(start, end).map((row) => row[column] ?? null);
    const texts = cells.flatMap((cell, index) => (cell === null || (index > 0 && cells[index - 1] === cell) || cell.text === "" ? [] : [cell.text]));
    const head = readHead(texts, year);
    return head === null ? [] : [{ ...head, column }];
  });
  const times = columns.map((column) => ({ ...column, period: timeOf(column, columns, year) }));
  const parents: { readonly indent: number; readonly name: string }[] = [];
  return grid.slice(end).flatMap((row, index) => readRow(row, end + index, times, unit, parents));
}

/** A row below the head has a name of its own; a row of units or of numbers of columns has none. */
function isBody(grid: Grid, row: number, from: number): boolean {
  const name = grid[row]![from];
  return name !== null && name !== undefined && name.row === row && name.text !== "" && !/^[甲乙A]$/.test(name.text) && readHead([name.text], null)?.kind !== "name";
}

/** A growth without a time of its own is of the latest value beside it; a value without one is of the table's year. */
function timeOf(column: PlacedColumn, columns: readonly PlacedColumn[], year: number | null): string | null {
  const plain = year === null ? null : String(year);
  if (column.period !== null || column.kind === "value") return column.period === "open" ? null : (column.period ?? plain);
  const before = columns.filter((other) => other.column < column.column);
  const last = before.findLastIndex((other) => other.kind === "value");
  if (last === -1) return plain;
  const first = before.slice(0, last).findLastIndex((other) => other.kind !== "value") + 1;
  const times = before.slice(first, last + 1).map((other) => other.period ?? plain);
  if (times.some((time) => time === null || time === "open")) return times.length === 1 ? null : (times.find((time) => time !== null && time !== "open") ?? null);
  return times.toSorted().at(-1)!;
}

function readRow(row: Grid[number], index: number, columns: readonly PlacedColumn[], unit: string, parents: { readonly indent: number; readonly name: string }[]): readonly BureauFigure[] {
  const cellOf = (kind: BureauColumn["kind"]): string => row[columns.find((column) => column.kind === kind)?.column ?? -1]?.text ?? "";
  const nameCell = row[columns.find(({ kind }) => kind === "name")?.column ?? -1];
  if (nameCell === null || nameCell === undefined || nameCell.row !== index) return [];
  const { name, parent } = readName(nameCell.written, parents);
  if (name === "") return [];
  const behind = unitIn(nameCell.text.replace(/[\s\u3000]+/g, "").replace(NOTE, ""));
  const periods = [...new Set(columns.filter(({ kind }) => ["value", "growth", "points", "rank"].includes(kind)).map(({ period }) => period))];
  return periods.flatMap((period): readonly BureauFigure[] => {
    const own = columns.filter((column) => column.period === period);
    const value = pick(row, index, own.filter(({ kind }) => kind === "value"), publishedValue);
    const growth = pick(row, index, own.filter(({ kind }) => kind === "growth" || kind === "points"), (text, { kind }) => publishedGrowth(text, kind === "points"));
    const rank = pick(row, index, own.filter(({ kind }) => kind === "rank"), publishedRank);
    if (value === null && growth === null && rank === null) return [];
    const written = cellOf("unit").replace("％", "%") || behind || value?.column.unit || unit;
    return [{ name, parent, area: "", unit: NOTHING.test(written) ? "" : written, period, value: value?.text ?? "", growth: growth?.text ?? "", rank: rank?.text ?? "", valuePlace: value?.place ?? null, growthPlace: growth?.place ?? null }];
  });
}

interface Picked {
  readonly text: string;
  readonly place: CellPlace;
  readonly column: PlacedColumn;
}

/** The only column that holds something: two columns of one period are open. */
function pick(row: Grid[number], index: number, columns: readonly PlacedColumn[], read: (text: string, column: PlacedColumn) => string): Picked | null {
  const found = columns.flatMap((column): Picked[] => {
    const cell = row[column.column];
    const text = cell === null || cell === undefined || cell.row !== index || NOTHING.test(cell.text) ? "" : read(cell.text, column);
    return text === "" ? [] : [{ text, place: { row: index, column: column.column }, column }];
  });
  return found.length === 1 ? found[0]! : null;
}

/** 其中, # and an indent make a row part of one above. */
function readName(written: string, parents: { readonly indent: number; readonly name: string }[]): { readonly name: string; readonly parent: string } {
  const lead = /^[\s\u3000]*/.exec(written)![0].replaceAll("\u3000", "  ").length;
  const text = written.replace(/[\s\u3000]+/g, "").replace(ORDINAL, "");
  const marked = PART.test(text);
  const indent = lead + (marked ? 1 : 0);
  const name = withoutUnit(text.replace(PART, "").replace(NOTE, "")).replace(NOTE, "").replace(/[：:]$/, "");
  while ((parents.at(-1)?.indent ?? -1) >= indent) parents.pop();
  const parent = indent > 0 ? (parents.at(-1)?.name ?? "") : "";
  parents.push({ indent, name });
  return { name, parent };
}
