/** A cell of a table, or the text of a card, as people read it: with the heads above and beside it, which say what its figure is. */
import type { Inline } from "../model/deck.ts";
import { flatten, type Piece, type Wording } from "../language/wording.ts";

export interface Cell {
  /** Row head, column head, then the cell; a bare number is followed by the unit from its heads. */
  readonly wording: Wording;
  /** Where the cell's own text begins in it. */
  readonly start: number;
  /** Whether its unit is in a head: a reference would show it twice. */
  readonly bare: boolean;
}

/** 地区生产总值（亿元）, Growth (%), 同比±%. */
const UNIT = /(?<!\s)\s{0,20}(?:[（(]\s{0,20}(?:单位[：:]\s{0,20})?([^（()）\s][^（()）]{0,5}?)\s{0,20}[）)]|(?<![±+-])[±+-]{1,20}(%))\s{0,20}$/u;
const BARE = /\d\s*$/;
const UNIT_COLUMN = /^\s*(?:计量)?单位\s*$/;
const YEAR = /^\s*(?:19|20)\d\d\s*$/;
/** A first cell that is itself a figure is not a row head; a year is. */
const FIGURE = /^[^\d\p{L}]*(?:近|约|超)?\d[\d.,]*(?!\s*[年月季日])\D{0,4}$/u;
/** Heads of growth without that word. */
const AGAINST_LAST_YEAR = /^\s*(?:同比|[比较]上年|[比较]去年)\s*$/;

/** Cells of a row with their column heads; cells in the first column have no other head. */
export function readRow(heads: readonly (readonly Inline[])[], row: readonly (readonly Inline[])[]): readonly Cell[] {
  const units = heads.findIndex((head) => UNIT_COLUMN.test(flatten(head).text));
  const unit = units < 0 ? "" : flatten(row[units] ?? []).text.trim();
  const [first = []] = row;
  const head = FIGURE.test(flatten(first).text) ? [] : first;
  return row.map((inlines, column) => readCell(column === 0 ? [] : head, heads[column] ?? [], inlines, unit));
}

/** `columnUnit` comes from a column of units; a unit in a head takes precedence. */
export function readCell(row: readonly Inline[], column: readonly Inline[], inlines: readonly Inline[], columnUnit = ""): Cell {
  const own = flatten(inlines);
  const heads = [flatten(row), flatten(column)];
  const unit = BARE.test(own.text) ? (heads.map(({ text }) => UNIT.exec(text)).findLast((found) => found !== null)?.slice(1).find(Boolean) ?? columnUnit) : "";
  const before = heads.flatMap((head) => (head.text.trim() === "" ? [] : [...completed(withoutUnit(head)), separator(head)]));
  const pieces = chain([...before, ...withUnit(own.pieces, unit)]);
  const start = before.reduce((length, { text }) => length + text.length, 0);
  return { wording: { text: pieces.map(({ text }) => text).join(""), pieces }, start, bare: unit !== "" };
}

/** A head without the unit at its end: the name of an indicator remains. */
function withoutUnit({ text, pieces }: Wording): readonly Piece[] {
  const last = pieces.at(-1);
  const found = last?.type === "text" ? UNIT.exec(last.text) : null;
  if (last === undefined || found === null || UNIT.exec(text) === null) return pieces;
  return [...pieces.slice(0, -1), { ...last, text: last.text.slice(0, found.index) }];
}

/** In a head, 2021 is a year and 同比 is growth. */
function completed(pieces: readonly Piece[]): readonly Piece[] {
  const [only, ...more] = pieces;
  if (only?.type !== "text" || more.length > 0) return pieces;
  const word = YEAR.test(only.text) ? "年" : AGAINST_LAST_YEAR.test(only.text) ? "增长" : "";
  return [{ ...only, text: only.text.trim() + word }];
}

/** A mark that does not divide a sentence, placed where the head is. */
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
