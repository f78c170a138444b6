/** A figure of a bureau's table. */

/** Where a cell is in its table, from 0. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** A row of one period, as the table publishes it. */
export interface BureauFigure {
  /** Without its unit, its number and marks of notes: 地区生产总值. */
  readonly name: string;
  /** The row that it is a part of (其中：), else empty: half a name is no indicator by itself. */
  readonly parent: string;
  /** Another area than the reporter's own; empty for that. */
  readonly area: string;
  readonly unit: string;
  /** Key of the period; null where the table leaves it open. */
  readonly period: string | null;
  /** As shown; empty for none. */
  readonly value: string;
  readonly growth: string;
  /** A whole number; empty for none. */
  readonly rank: string;
  readonly valuePlace: CellPlace | null;
  readonly growthPlace: CellPlace | null;
}
