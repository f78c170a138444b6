/** A table as a grid: walked by arrows, written cell by cell, pasted into from Excel and WPS; only the rows in view are on the page. */
import type { DeskProblem } from "../../model/desk.ts";
import { button, element } from "../dom.ts";
import { readCells, readPasted, withoutRow, writeCells } from "./csv-cells.ts";
import type { DeskWords } from "./desk-words.ts";
import { followUses, type RowUses } from "./grid-uses.ts";
import { change, draw, focus, keyOf, widthOf, type Grid, type Place } from "./grid-view.ts";
import { write } from "./grid-write.ts";
import type { CellOffer } from "./table-offers.ts";
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

/** Rows that Page Up and Page Down pass over. */
const PAGE = 20;
const WAYS: Readonly<Record<string, readonly [rows: number, columns: number]>> = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1], PageDown: [PAGE, 0], PageUp: [-PAGE, 0] };

export function createTableGrid(words: DeskWords, onChange: () => void, offers: (column: string) => readonly CellOffer[], rowUses: RowUses): TableGrid {
  const node = element(document, "div", "desk-grid");
  const tools = element(document, "div", "desk-grid-tools");
  const scroll = element(document, "div", "desk-grid-scroll");
  const table = element(document, "table", "");
  const [head, body] = [element(document, "thead", ""), element(document, "tbody", "")];
  const grid: Grid = { scroll, table, head, body, zh: words.zh, onChange, offers, text: "", rows: [], faults: new Map(), at: { row: 1, column: 0 }, drawn: "", onRow: () => undefined };
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

function listen(grid: Grid): void {
  const { scroll, body } = grid;
  scroll.addEventListener("scroll", () => draw(grid, false));
  body.addEventListener("click", ({ target }) => {
    const [row, column] = (target as HTMLElement).dataset["at"]?.split(":").map(Number) ?? [];
    if (row !== undefined && column !== undefined) focus(grid, { row, column });
  });
  body.addEventListener("dblclick", () => write(grid, null));
  body.addEventListener("keydown", (event) => {
    // An input method begins: what it composes goes into the cell.
    if (event.key === "Process" && (event.target as HTMLElement).tagName !== "INPUT") write(grid, "");
    else if (!event.ctrlKey && !event.metaKey && !event.altKey && obey(grid, event.key)) event.preventDefault();
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

function addRow(grid: Grid): void {
  change(grid, writeCells(grid.text, [{ row: grid.rows.length, column: 0, value: "" }]));
  focus(grid, { row: grid.rows.length - 1, column: 0 });
}

function dropRow(grid: Grid): void {
  if (grid.rows.length < 2) return;
  change(grid, withoutRow(grid.text, grid.at.row));
  focus(grid, grid.at);
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
