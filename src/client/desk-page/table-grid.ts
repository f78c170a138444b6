/** A table as a grid: walked by arrows, written cell by cell, pasted into from Excel and WPS; only the rows in view are on the page. */
import type { DeskProblem, DeskUses } from "../../model/desk.ts";
import { button, element } from "../dom.ts";
import { readCells, readPasted, withoutRow, writeCells, type Row } from "./csv-cells.ts";
import type { DeskWords } from "./desk-words.ts";
import { offsetIn } from "./text-places.ts";

export interface TableGrid {
  readonly node: HTMLElement;
  readonly open: (text: string) => void;
  readonly text: () => string;
  /** Takes what is being written into the table. */
  readonly settle: () => void;
  readonly setProblems: (problems: readonly DeskProblem[]) => void;
  /** Puts the focus on the cell at a place of the text; 1-based. */
  readonly go: (line: number, column: number) => void;
}

/** Height of a row in CSS pixels, as in desk.css. */
const HEIGHT = 34;
/** Rows that stay on the page above and below those in view. */
const SPARE = 12;
/** Rows that Page Up and Page Down pass over. */
const PAGE = 20;
const WAYS: Readonly<Record<string, readonly [rows: number, columns: number]>> = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1], PageDown: [PAGE, 0], PageUp: [-PAGE, 0] };

/** 0-based; the row with the heads is 0. */
interface Place {
  readonly row: number;
  readonly column: number;
}

interface Grid {
  readonly scroll: HTMLElement;
  readonly table: HTMLTableElement;
  readonly head: HTMLElement;
  readonly body: HTMLElement;
  readonly onChange: () => void;
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

/** How the grid learns which slides show a row, and leads to them. */
export interface RowUses {
  readonly uses: () => Promise<DeskUses>;
  readonly titleOf: (id: string) => string;
  readonly choose: (id: string) => void;
}

export function createTableGrid(words: DeskWords, onChange: () => void, rowUses: RowUses): TableGrid {
  const node = element(document, "div", "desk-grid");
  const tools = element(document, "div", "desk-grid-tools");
  const scroll = element(document, "div", "desk-grid-scroll");
  const table = element(document, "table", "");
  const [head, body] = [element(document, "thead", ""), element(document, "tbody", "")];
  const grid: Grid = { scroll, table, head, body, onChange, text: "", rows: [], faults: new Map(), at: { row: 1, column: 0 }, drawn: "", onRow: () => undefined };
  table.setAttribute("role", "grid");
  table.setAttribute("aria-label", words.files);
  table.append(head, body);
  scroll.append(table);
  tools.append(button(document, "desk-button", words.addRow, words.addRow, () => addRow(grid)), button(document, "desk-button", words.dropRow, words.dropRow, () => dropRow(grid)));
  const shown = element(document, "p", "desk-grid-uses");
  node.append(tools, shown, scroll);
  listen(grid);
  const readUses = followUses(grid, words, shown, rowUses);
  return {
    node,
    text: () => grid.text,
    settle: () => body.querySelector("input")?.blur(),
    open: (text) => {
      grid.text = text;
      grid.rows = readCells(text);
      draw(grid, true);
      readUses();
    },
    setProblems: (problems) => {
      readUses();
      grid.faults = faultsOf(grid, problems);
      if (body.querySelector("input") === null) draw(grid, true);
    },
    go: (line, column) => {
      const place = placeOf(grid, line, column);
      if (place !== null) focus(grid, place);
    },
  };
}

/** Names the slides that show the row in focus; the function reads anew which they are. */
function followUses(grid: Grid, words: DeskWords, shown: HTMLElement, { uses, titleOf, choose }: RowUses): () => void {
  let known: DeskUses = {};
  const tell = (): void => {
    const line = grid.rows[grid.at.row]?.line;
    const ids = known[String(line)] ?? [];
    shown.hidden = Object.keys(known).length === 0 || line === undefined;
    shown.replaceChildren(...(ids.length === 0 ? [words.shownNowhere] : [words.shownOn, ...ids.map((id) => button(document, "desk-way", titleOf(id), titleOf(id), () => choose(id)))]));
  };
  grid.onRow = tell;
  return () => void uses().then((now) => {
    known = now;
    tell();
  });
}

function listen(grid: Grid): void {
  const { scroll, body } = grid;
  scroll.addEventListener("scroll", () => draw(grid, false));
  body.addEventListener("click", ({ target }) => {
    const [row, column] = (target as HTMLElement).dataset["at"]?.split(":").map(Number) ?? [];
    if (row !== undefined && column !== undefined) focus(grid, { row, column });
  });
  body.addEventListener("dblclick", () => write(grid, null));
  body.addEventListener("keydown", (event) => {
    if (!event.ctrlKey && !event.metaKey && !event.altKey && obey(grid, event.key)) event.preventDefault();
  });
  body.addEventListener("paste", (event) => {
    if ((event.target as HTMLElement).tagName === "INPUT") return;
    event.preventDefault();
    const pasted = readPasted(event.clipboardData?.getData("text/plain") ?? "", grid.at.column === 0 ? widthOf(grid) : 0);
    change(grid, writeCells(grid.text, pasted.flatMap((values, row) => values.map((value, column) => ({ row: grid.at.row + row, column: grid.at.column + column, value })))));
  });
}

/** Whether a key means something here. */
function obey(grid: Grid, key: string): boolean {
  const { at } = grid;
  const way = WAYS[key];
  if (way !== undefined) focus(grid, { row: at.row + way[0], column: at.column + way[1] });
  else if (key === "Home" || key === "End") focus(grid, { row: at.row, column: key === "Home" ? 0 : widthOf(grid) - 1 });
  else if (key === "Enter" || key === "F2") write(grid, null);
  else if (key === "Delete" || key === "Backspace") change(grid, writeCells(grid.text, [{ ...at, value: "" }]));
  else if (key.length === 1) write(grid, key);
  else return false;
  return true;
}

function change(grid: Grid, text: string): void {
  if (text === grid.text) return;
  grid.text = text;
  grid.rows = readCells(text);
  draw(grid, true);
  grid.onChange();
}

function addRow(grid: Grid): void {
  change(grid, writeCells(grid.text, [{ row: grid.rows.length, column: 0, value: "" }]));
  focus(grid, { row: grid.rows.length - 1, column: 0 });
}

function dropRow(grid: Grid): void {
  if (grid.rows.length < 2) return;
  change(grid, withoutRow(grid.text, grid.at.row));
  focus(grid, grid.at);
}

/** Puts the rows in view on the page; `anew` even where they are there. */
function draw(grid: Grid, anew: boolean): void {
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
  made.append(element(document, "th", "desk-row-number", ""), ...Array.from({ length: widthOf(grid) }, (_, column) => element(document, "th", "", valueAt(grid, { row: 0, column }))));
  for (const cell of made.children) cell.setAttribute("scope", "col");
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

function focus(grid: Grid, { row, column }: Place): void {
  const { scroll } = grid;
  grid.at = { row: Math.min(Math.max(row, 1), Math.max(grid.rows.length - 1, 1)), column: Math.min(Math.max(column, 0), widthOf(grid) - 1) };
  const top = (grid.at.row - 1) * HEIGHT;
  if (top < scroll.scrollTop) scroll.scrollTop = top;
  else if (top + 2 * HEIGHT > scroll.scrollTop + scroll.clientHeight) scroll.scrollTop = top + 2 * HEIGHT - scroll.clientHeight;
  draw(grid, true);
  cellAt(grid, grid.at)?.focus();
  grid.onRow();
}

/** Writes into the cell in focus, beginning with `begin` or, if null, with what stands there; Escape leaves it as it was. */
function write(grid: Grid, begin: string | null): void {
  const place = grid.at;
  const cell = cellAt(grid, place);
  if (cell === null || cell.querySelector("input") !== null) return;
  const input = element(document, "input", "");
  input.value = begin ?? cell.textContent ?? "";
  input.setAttribute("aria-label", valueAt(grid, { row: 0, column: place.column }));
  cell.replaceChildren(input);
  input.focus();
  if (begin === null) input.select();
  let done = false;
  const end = (keep: boolean, next: Place): void => {
    if (done) return;
    done = true;
    if (keep) change(grid, writeCells(grid.text, [{ ...place, value: input.value }]));
    draw(grid, true);
    focus(grid, next);
  };
  input.addEventListener("keydown", (event) => {
    event.stopPropagation();
    // An input method ends its own composition with Enter.
    if (event.isComposing) return;
    if (event.key === "Enter") end(true, { row: place.row + 1, column: place.column });
    else if (event.key === "Tab") end(true, { row: place.row, column: place.column + (event.shiftKey ? -1 : 1) });
    else if (event.key === "Escape") end(false, place);
    else return;
    event.preventDefault();
  });
  input.addEventListener("blur", () => end(true, place));
}

function faultsOf(grid: Grid, problems: readonly DeskProblem[]): ReadonlyMap<string, string> {
  return new Map(problems.flatMap(({ line, column, message }) => {
    const place = line === null || column === null ? null : placeOf(grid, line, column);
    return place === null ? [] : [[keyOf(place), message] as const];
  }));
}

/** The cell at a place of the text; 1-based. */
function placeOf({ text, rows }: Grid, line: number, column: number): Place | null {
  const row = rows.filter((one) => one.line <= line).length - 1;
  if (row < 0) return null;
  const start = offsetIn(text, line, column);
  const cell = rows[row]!.cells.findIndex(({ start: from, end }) => from <= start && start <= end);
  return { row, column: Math.max(cell, 0) };
}

/** Columns of the table: rows may be longer than the row of heads. */
function widthOf({ rows }: Grid): number {
  return Math.max(1, ...rows.slice(0, 200).map(({ cells }) => cells.length));
}

function valueAt({ rows }: Grid, { row, column }: Place): string {
  return rows[row]?.cells[column]?.value ?? "";
}

function cellAt({ body }: Grid, place: Place): HTMLElement | null {
  return body.querySelector(`[data-at="${keyOf(place)}"]`);
}

function keyOf({ row, column }: Place): string {
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
