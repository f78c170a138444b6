/** A cell of a table, or what a card says, as people read it: with the heads above and beside it, which say what its figure is. */
import type { Inline } from "../model/deck.ts";
import { flatten, type Piece, type Wording } from "../language/wording.ts";

export interface Cell {
  /** Head of the row, head of the column, then the cell; a bare number has the unit of its heads behind it. */
  readonly wording: Wording;
  /** Where the cell's own text begins in it. */
  readonly start: number;
  /** Whether its unit stands in a head: a reference would show it twice. */
  readonly bare: boolean;
}

/** 地区生产总值（亿元）, Growth (%), 同比±%. */
const UNIT = /\s*(?:[（(]\s*(?:单位[：:])?\s*([^（()）]{1,6}?)\s*[）)]|[±+-]+(%))\s*$/u;
const BARE = /\d\s*$/;
const UNIT_COLUMN = /^\s*(?:计量)?单位\s*$/;
const YEAR = /^\s*(?:19|20)\d\d\s*$/;
/** A first cell that is a figure itself heads no row; a year does. */
const FIGURE = /^[^\d\p{L}]*(?:近|约|超)?\d[\d.,]*(?!\s*[年月季日])\D{0,4}$/u;
/** Heads of growth that leave the word out. */
const AGAINST_LAST_YEAR = /^\s*(?:同比|[比较]上年|[比较]去年)\s*$/;

/** Cells of a row with the heads of their columns; those of the first column have no other head. */
export function readRow(heads: readonly (readonly Inline[])[], row: readonly (readonly Inline[])[]): readonly Cell[] {
  const units = heads.findIndex((head) => UNIT_COLUMN.test(flatten(head).text));
  const unit = units < 0 ? "" : flatten(row[units] ?? []).text.trim();
  const [first = []] = row;
  const head = FIGURE.test(flatten(first).text) ? [] : first;
  return row.map((inlines, column) => readCell(column === 0 ? [] : head, heads[column] ?? [], inlines, unit));
}

/** `columnUnit` stands in a column of its own, behind whose units those of heads come first. */
export function readCell(row: readonly Inline[], column: readonly Inline[], inlines: readonly Inline[], columnUnit = ""): Cell {
  const own = flatten(inlines);
  const heads = [flatten(row), flatten(column)];
  const unit = BARE.test(own.text) ? (heads.map(({ text }) => UNIT.exec(text)).findLast((found) => found !== null)?.slice(1).find(Boolean) ?? columnUnit) : "";
  const before = heads.flatMap((head) => (head.text.trim() === "" ? [] : [...completed(withoutUnit(head)), separator(head)]));
  const pieces = chain([...before, ...withUnit(own.pieces, unit)]);
  const start = before.reduce((length, { text }) => length + text.length, 0);
  return { wording: { text: pieces.map(({ text }) => text).join(""), pieces }, start, bare: unit !== "" };
}

/** A head that ends in its unit, without it: the name of an indicator is left. */
function withoutUnit({ text, pieces }: Wording): readonly Piece[] {
  const last = pieces.at(-1);
  const found = last?.type === "text" ? UNIT.exec(last.text) : null;
  if (last === undefined || found === null || UNIT.exec(text) === null) return pieces;
  return [...pieces.slice(0, -1), { ...last, text: last.text.slice(0, found.index) }];
}

/** 2021 is a year in a head, 同比 a growth. */
function completed(pieces: readonly Piece[]): readonly Piece[] {
  const [only, ...more] = pieces;
  if (only?.type !== "text" || more.length > 0) return pieces;
  const word = YEAR.test(only.text) ? "年" : AGAINST_LAST_YEAR.test(only.text) ? "增长" : "";
  return [{ ...only, text: only.text.trim() + word }];
}

/** A mark that divides no sentence; it stands where the head stands. */
function separator({ pieces }: Wording): Piece {
  const span = pieces[0]?.span;
  if (span === undefined) throw new RangeError("an empty head has no place");
  return { type: "text", text: "：", start: 0, span, figure: null };
}

function withUnit(pieces: readonly Piece[], unit: string): readonly Piece[] {
  const last = pieces.at(-1);
  return unit === "" || last === undefined || last.type !== "text" ? pieces : [...pieces.slice(0, -1), { ...last, text: last.text.trimEnd() + unit }];
}

/** Each begins where the one before ends. */
function chain(pieces: readonly Piece[]): readonly Piece[] {
  let start = 0;
  return pieces.map((piece) => {
    const placed = { ...piece, start };
    start += piece.text.length;
    return placed;
  });
}
