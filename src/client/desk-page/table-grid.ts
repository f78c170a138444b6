/** A table as a grid: walked by arrows, written cell by cell, pasted into from Excel and WPS; only the rows in view are on the page. */
import type { DeskProblem } from "../../model/desk.ts";
import { button, element } from "../dom.ts";
import { readCells, readPasted, withoutRow, writeCells, type Row } from "./csv-cells.ts";
import type { DeskWords } from "./desk-words.ts";

export interface TableGrid {
  readonly node: HTMLElement;
  readonly open: (text: string) => void;
  readonly text: () => string;
  readonly setProblems: (problems: readonly DeskProblem[]) => void;
  /** Puts the focus on the cell at a place of the text; 1-based. */
  readonly go: (line: number, column: number) => void;
}

/** Height of a row in CSS pixels, as in desk.css. */
const HEIGHT = 34;
/** Rows that stay on the page above and below those in view. */
const SPARE = 12;

interface Place {
  readonly row: number;
  readonly column: number;
}

export function createTableGrid(words: DeskWords, onChange: () => void): TableGrid {
  const node = element(document, "div", "desk-grid");
  const tools = element(document, "div", "desk-grid-tools");
  const scroll = element(document, "div", "desk-grid-scroll");
  const table = element(document, "table", "");
  const [head, body] = [element(document, "thead", ""), element(document, "tbody", "")];
  table.setAttribute("role", "grid");
  table.setAttribute("aria-label", words.files);
  table.append(head, body);
  scroll.append(table);
  node.append(tools, scroll);
  let text = "";
  let rows: readonly Row[] = [];
  let faults: ReadonlyMap<string, string> = new Map();
  let at: Place = { row: 1, column: 0 };
  let drawn = "";

  const keyOf = ({ row, column }: Place): string => `${row}:${column}`;
  const cellAt = ({ row, column }: Place): HTMLElement | null => body.querySelector(`[data-at="${row}:${column}"]`);
  const width = (): number => Math.max(1, ...rows.slice(0, 200).map(({ cells }) => cells.length));
  const change = (next: string): void => {
    if (next === text) return;
    text = next;
    rows = readCells(text);
    draw(true);
    onChange();
  };
  const draw = (anew: boolean): void => {
    const first = Math.max(1, Math.floor(scroll.scrollTop / HEIGHT) - SPARE);
    const last = Math.min(rows.length - 1, first + Math.ceil((scroll.clientHeight || 600) / HEIGHT) + 2 * SPARE);
    if (!anew && drawn === `${first}-${last}`) return;
    drawn = `${first}-${last}`;
    const focused = body.contains(document.activeElement);
    table.setAttribute("aria-rowcount", String(rows.length));
    head.replaceChildren(headRow());
    body.replaceChildren(spacer((first - 1) * HEIGHT), ...Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => bodyRow(first + index)), spacer((rows.length - 1 - last) * HEIGHT));
    if (focused) cellAt(at)?.focus();
  };
  const headRow = (): HTMLElement => {
    const made = element(document, "tr", "");
    made.append(element(document, "th", "desk-row-number", ""), ...Array.from({ length: width() }, (_, column) => element(document, "th", "", rows[0]?.cells[column]?.value ?? "")));
    for (const cell of made.children) cell.setAttribute("scope", "col");
    return made;
  };
  const bodyRow = (row: number): HTMLElement => {
    const made = element(document, "tr", "");
    made.setAttribute("aria-rowindex", String(row + 1));
    made.append(element(document, "th", "desk-row-number", String(row)));
    for (let column = 0; column < width(); column += 1) {
      const place = { row, column };
      const cell = element(document, "td", "", rows[row]?.cells[column]?.value ?? "");
      const fault = faults.get(keyOf(place));
      cell.dataset["at"] = keyOf(place);
      cell.tabIndex = row === at.row && column === at.column ? 0 : -1;
      if (fault !== undefined) {
        cell.classList.add("faulty");
        cell.title = fault;
        cell.setAttribute("aria-invalid", "true");
        cell.setAttribute("aria-description", fault);
      }
      made.append(cell);
    }
    return made;
  };
  const focus = (place: Place): void => {
    at = { row: Math.min(Math.max(place.row, 1), Math.max(rows.length - 1, 1)), column: Math.min(Math.max(place.column, 0), width() - 1) };
    const top = (at.row - 1) * HEIGHT;
    if (top < scroll.scrollTop) scroll.scrollTop = top;
    else if (top + 2 * HEIGHT > scroll.scrollTop + scroll.clientHeight) scroll.scrollTop = top + 2 * HEIGHT - scroll.clientHeight;
    draw(true);
    cellAt(at)?.focus();
  };
  /** Writes into the cell in focus; Escape leaves it as it was. */
  const write = (begin: string | null): void => {
    const cell = cellAt(at);
    if (cell === null || cell.querySelector("input") !== null) return;
    const place = at;
    const input = element(document, "input", "");
    input.value = begin ?? cell.textContent ?? "";
    input.setAttribute("aria-label", rows[0]?.cells[at.column]?.value ?? "");
    cell.replaceChildren(input);
    input.focus();
    if (begin === null) input.select();
    let done = false;
    const end = (keep: boolean, next: Place): void => {
      if (done) return;
      done = true;
      if (keep) change(writeCells(text, [{ ...place, value: input.value }]));
      draw(true);
      focus(next);
    };
    input.addEventListener("keydown", (event) => {
      event.stopPropagation();
      if (event.isComposing) return;
      if (event.key === "Enter") end(true, { row: place.row + 1, column: place.column });
      else if (event.key === "Tab") end(true, { row: place.row, column: place.column + (event.shiftKey ? -1 : 1) });
      else if (event.key === "Escape") end(false, place);
      else return;
      event.preventDefault();
    });
    input.addEventListener("blur", () => end(true, place));
  };
  const addRow = (): void => {
    change(writeCells(text, [{ row: rows.length, column: 0, value: "" }]));
    focus({ row: rows.length - 1, column: 0 });
  };
  const dropRow = (): void => {
    if (rows.length < 2) return;
    change(withoutRow(text, at.row));
    focus(at);
  };
  tools.append(button(document, "desk-button", words.addRow, words.addRow, addRow), button(document, "desk-button", words.dropRow, words.dropRow, dropRow));
  scroll.addEventListener("scroll", () => draw(false));
  body.addEventListener("click", ({ target }) => {
    const [row, column] = ((target as HTMLElement).closest<HTMLElement>("td")?.dataset["at"] ?? "").split(":").map(Number);
    if (row !== undefined && column !== undefined && (target as HTMLElement).tagName === "TD") focus({ row, column });
  });
  body.addEventListener("dblclick", () => write(null));
  body.addEventListener("keydown", (event) => {
    const ways: Readonly<Record<string, readonly [number, number]>> = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1], PageDown: [20, 0], PageUp: [-20, 0] };
    const way = ways[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (way !== undefined) focus({ row: at.row + way[0], column: at.column + way[1] });
    else if (event.key === "Home" || event.key === "End") focus({ row: at.row, column: event.key === "Home" ? 0 : width() - 1 });
    else if (event.key === "Enter" || event.key === "F2") write(null);
    else if (event.key === "Delete" || event.key === "Backspace") change(writeCells(text, [{ ...at, value: "" }]));
    else if (event.key.length === 1) write(event.key);
    else return;
    event.preventDefault();
  });
  body.addEventListener("paste", (event) => {
    if ((event.target as HTMLElement).tagName === "INPUT") return;
    event.preventDefault();
    const pasted = readPasted(event.clipboardData?.getData("text/plain") ?? "");
    change(writeCells(text, pasted.flatMap((values, row) => values.map((value, column) => ({ row: at.row + row, column: at.column + column, value })))));
  });
  return {
    node,
    text: () => text,
    open: (next) => {
      text = next;
      rows = readCells(text);
      draw(true);
    },
    setProblems: (problems) => {
      faults = new Map(problems.flatMap(({ line, column, message }) => {
        const place = line === null || column === null ? null : placeOf(text, rows, line, column);
        return place === null ? [] : [[keyOf(place), message] as const];
      }));
      if (body.querySelector("input") === null) draw(true);
    },
    go: (line, column) => {
      const place = placeOf(text, rows, line, column);
      if (place !== null) focus(place);
    },
  };
}

/** The cell at a place of the text. */
function placeOf(text: string, rows: readonly Row[], line: number, column: number): Place | null {
  const row = rows.filter((one) => one.line <= line).length - 1;
  if (row < 0) return null;
  const start = text.split("\n").slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0) + column - 1;
  const cell = rows[row]!.cells.findIndex(({ start: from, end }) => from <= start && start <= end);
  return { row, column: Math.max(cell, 0) };
}

function spacer(height: number): HTMLElement {
  const made = element(document, "tr", "desk-spacer");
  made.setAttribute("aria-hidden", "true");
  const cell = element(document, "td", "");
  cell.style.height = `${Math.max(height, 0)}px`;
  made.append(cell);
  return made;
}
