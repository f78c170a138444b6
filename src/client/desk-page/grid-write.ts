/** Writes into one cell of a grid, with what the project knows offered below it. */
import { element } from "../dom.ts";
import { offerFor } from "./cell-offers.ts";
import { writeCells } from "./csv-cells.ts";
import { cellAt, change, draw, focus, valueAt, type Grid, type Place } from "./grid-view.ts";
import { columnName } from "./table-words.ts";

/** Begins with `begin` or, if null, with what stands there; Escape leaves the cell as it was. */
export function write(grid: Grid, begin: string | null): void {
  const place = grid.at;
  const cell = cellAt(grid, place);
  if (cell === null || cell.querySelector("input") !== null) return;
  const head = valueAt(grid, { row: 0, column: place.column });
  const input = element(document, "input", "");
  input.value = begin ?? cell.textContent ?? "";
  input.setAttribute("aria-label", columnName(head, grid.zh));
  cell.replaceChildren(input);
  input.focus();
  if (begin === null) input.select();
  let done = false;
  const end = (keep: boolean, next: Place): void => {
    if (done) return;
    done = true;
    list?.remove();
    if (keep) change(grid, writeCells(grid.text, [{ ...place, value: input.value }]));
    draw(grid, true);
    focus(grid, next);
  };
  const below = { row: place.row + 1, column: place.column };
  const offers = grid.offers(head.trim());
  const list = offers.length === 0 ? null : offerFor(input, columnName(head, grid.zh), offers, (value) => {
    input.value = value;
    end(true, below);
  });
  if (begin !== null) input.dispatchEvent(new Event("input"));
  input.addEventListener("keydown", (event) => {
    event.stopPropagation();
    // An input method ends its own composition with Enter.
    if (event.isComposing) return;
    if (list?.obey(event.key) === true) return event.preventDefault();
    if (event.key === "Enter") end(true, below);
    else if (event.key === "Tab") end(true, { row: place.row, column: place.column + (event.shiftKey ? -1 : 1) });
    else if (event.key === "Escape") end(false, place);
    else return;
    event.preventDefault();
  });
  input.addEventListener("blur", () => end(true, place));
}
