/** A grid on the page: only its rows in view, and the focus on one of its cells. */
import { element } from "../dom.ts";
import { readCells, type Row } from "./csv-cells.ts";
import { columnName, ROW_HEAD } from "./table-words.ts";
import type { CellOffer } from "./table-offers.ts";

/** 0-based; the row with the heads is 0. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

export interface Grid {
  readonly scroll: HTMLElement;
  readonly table: HTMLTableElement;
  readonly head: HTMLElement;
  readonly body: HTMLElement;
  readonly zh: boolean;
  readonly onChange: () => void;
  /** What a cell below a head may hold. */
  readonly offers: (column: string) => readonly CellOffer[];
  text: string;
  rows: readonly Row[];
  /** What is wrong, by place. */
  faults: ReadonlyMap<string, string>;
  /** The cell that has the focus, or had it last. */
  at: Place;
  /** The rows on the page. */
  drawn: string;
  /** Told when another row has the focus. */
  onRow: () => void;
}

/** Height of a row in CSS pixels, as in desk.css. */
const HEIGHT = 34;
/** Rows that stay on the page above and below those in view. */
const SPARE = 12;

/** Takes another text of the same table, which a person has made. */
export function change(grid: Grid, text: string): void {
  if (text === grid.text) return;
  grid.text = text;
  grid.rows = readCells(text);
  draw(grid, true);
  grid.onChange();
}

/** Puts the rows in view on the page; `anew` even where they are there. */
export function draw(grid: Grid, anew: boolean): void {
  const { scroll, table, head, body, rows } = grid;
  const first = Math.max(1, Math.floor(scroll.scrollTop / HEIGHT) - SPARE);
  const last = Math.min(rows.length - 1, first + Math.ceil((scroll.clientHeight || 600) / HEIGHT) + 2 * SPARE);
  if (!anew && grid.drawn === `${first}-${last}`) return;
  grid.drawn = `${first}-${last}`;
  const focused = body.contains(document.activeElement);
  table.setAttribute("aria-rowcount", String(rows.length));
  head.replaceChildren(headRow(grid));
  body.replaceChildren(spacer((first - 1) * HEIGHT), ...Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => bodyRow(grid, first + index)), spacer((rows.length - 1 - last) * HEIGHT));
  if (focused) cellAt(grid, grid.at)?.focus();
}

function headRow(grid: Grid): HTMLElement {
  const made = element(document, "tr", "");
  made.append(element(document, "th", "desk-row-number", ROW_HEAD[grid.zh ? "zh" : "en"]), ...Array.from({ length: widthOf(grid) }, (_, column) => headCell(grid, column)));
  for (const cell of made.children) cell.setAttribute("scope", "col");
  return made;
}

function headCell(grid: Grid, column: number): HTMLElement {
  const written = valueAt(grid, { row: 0, column });
  const made = element(document, "th", "", columnName(written, grid.zh));
  made.title = written;
  return made;
}

function bodyRow(grid: Grid, row: number): HTMLElement {
  const made = element(document, "tr", "");
  made.setAttribute("aria-rowindex", String(row + 1));
  made.append(element(document, "th", "desk-row-number", String(row)), ...Array.from({ length: widthOf(grid) }, (_, column) => bodyCell(grid, { row, column })));
  return made;
}

function bodyCell(grid: Grid, place: Place): HTMLElement {
  const cell = element(document, "td", "", valueAt(grid, place));
  const fault = grid.faults.get(keyOf(place));
  cell.dataset["at"] = keyOf(place);
  cell.tabIndex = keyOf(place) === keyOf(grid.at) ? 0 : -1;
  if (fault === undefined) return cell;
  cell.classList.add("faulty");
  cell.title = fault;
  cell.setAttribute("aria-invalid", "true");
  cell.setAttribute("aria-description", fault);
  return cell;
}

export function focus(grid: Grid, { row, column }: Place): void {
  const { scroll } = grid;
  grid.at = { row: Math.min(Math.max(row, 1), Math.max(grid.rows.length - 1, 1)), column: Math.min(Math.max(column, 0), widthOf(grid) - 1) };
  const top = (grid.at.row - 1) * HEIGHT;
  if (top < scroll.scrollTop) scroll.scrollTop = top;
  else if (top + 2 * HEIGHT > scroll.scrollTop + scroll.clientHeight) scroll.scrollTop = top + 2 * HEIGHT - scroll.clientHeight;
  draw(grid, true);
  cellAt(grid, grid.at)?.focus();
  grid.onRow();
}

/** Columns of the table: rows may be longer than the row of heads. */
export function widthOf({ rows }: Grid): number {
  return Math.max(1, ...rows.slice(0, 200).map(({ cells }) => cells.length));
}

export function valueAt({ rows }: Grid, { row, column }: Place): string {
  return rows[row]?.cells[column]?.value ?? "";
}

export function cellAt({ body }: Grid, place: Place): HTMLElement | null {
  return body.querySelector(`[data-at="${keyOf(place)}"]`);
}

export function keyOf({ row, column }: Place): string {
  return `${row}:${column}`;
}

function spacer(height: number): HTMLElement {
  const made = element(document, "tr", "desk-spacer");
  made.setAttribute("aria-hidden", "true");
  const cell = element(document, "td", "");
  cell.style.height = `${Math.max(height, 0)}px`;
  made.append(cell);
  return made;
}
