/** A cell of a table as people read it: with the head of its row and that of its column, which say what its figure is. */
import type { Inline } from "../model/deck.ts";
import { flatten, type Piece, type Wording } from "./wording.ts";

export interface Cell {
  /** Head of the row, head of the column, then the cell; a bare number has the unit of its heads behind it. */
  readonly wording: Wording;
  /** Where the cell's own text begins in it. */
  readonly start: number;
  /** Whether its unit stands in a head: a reference would show it twice. */
  readonly bare: boolean;
}

/** 地区生产总值（亿元）, Growth (%). */
const UNIT = /\s*[（(]\s*(?:单位[：:])?\s*([^（()）]{1,6}?)\s*[）)]\s*$/u;
const BARE = /\d\s*$/;

export function readCell(row: readonly Inline[], column: readonly Inline[], inlines: readonly Inline[]): Cell {
  const own = flatten(inlines);
  const heads = [flatten(row), flatten(column)];
  const unit = BARE.test(own.text) ? (heads.map(({ text }) => UNIT.exec(text)?.[1]).findLast((found) => found !== undefined) ?? "") : "";
  const before = heads.flatMap((head) => (head.text.trim() === "" ? [] : [...withoutUnit(head), separator(head)]));
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
