/** What a cell of a table may hold, from what the project knows: indicators by their names, periods, units, areas, and the words that a column takes. */
import type { DeskState } from "../../model/desk.ts";
import type { DeckForms } from "../../model/form.ts";
import { cellWord } from "./table-words.ts";

export interface CellOffer {
  /** What is written. */
  readonly value: string;
  /** What it is called; the same where it is written as it is called. */
  readonly name: string;
}

/** What the page knows of the project. */
export interface KnownCells {
  readonly state: Pick<DeskState, "names" | "cells"> | null;
  readonly forms: DeckForms | null;
  readonly zh: boolean;
}

/** Columns that refer to an indicator. */
const INDICATORS = ["indicator", "part_of"];

/** Every offer for a column of a table's file; none for a column of free text. */
export function cellOffers(path: string, column: string, { state, forms, zh }: KnownCells): readonly CellOffer[] {
  const table = path.slice(path.lastIndexOf("/") + 1);
  if (INDICATORS.includes(column)) return (state?.names ?? []).map(({ id, name }) => ({ value: id, name }));
  if (column === "period" || column === "unit" || column === "area") return (state?.cells[column] ?? []).map((value) => ({ value, name: value }));
  return (forms?.tables[table]?.[column] ?? []).map((value) => ({ value, name: cellWord(value, zh) }));
}

/** Those that hold what was typed, in value or name; all of them where nothing was. */
export function matchingOffers(offers: readonly CellOffer[], typed: string): readonly CellOffer[] {
  const wanted = typed.trim().toLowerCase();
  return offers.filter(({ value, name }) => value.toLowerCase().includes(wanted) || name.toLowerCase().includes(wanted));
}
