/** A table of lines; what all of them have in common is stated once, below it. */
import { element } from "./dom.ts";
import type { Line } from "./origin-lines.ts";
import type { Words } from "./words.ts";

interface Column {
  readonly head: string;
  /** Null if the line has nothing of this kind. */
  readonly cell: (line: Line) => string | null;
  /** Readers expect a level or its growth: if none was published, the cell says so. */
  readonly awaited: boolean;
  /** May be stated once below the table; a figure is always shown in its line. */
  readonly common: boolean;
}

const SAID = { common: true, awaited: false };
const FIGURE = { common: false, awaited: true };
/** With more columns than this, cells stand one below the other on a phone. */
const NARROW = 3;
/** Longer words may break anywhere. */
const LONG = 16;

export function lineTable(page: Document, lines: readonly Line[], label: string, words: Words): readonly HTMLElement[] {
  const columns = columnsOf(lines, words).filter(({ cell }) => lines.some((line) => cell(line) !== null));
  const said = columns.filter((column) => column.common && isSame(column, lines));
  const shown = columns.filter((column) => !said.includes(column));
  const table = element(page, "table", shown.length > NARROW ? "origin-table origin-wide" : "origin-table");
  table.setAttribute("aria-label", label);
  const heads = table.createTHead().insertRow();
  for (const { head, common } of shown) heads.append(headCell(page, head, "col", common));
  const body = table.createTBody();
  for (const line of lines) body.insertRow().append(...shown.map((column, index) => dataCell(page, column, line, index === 0, words)));
  if (said.length === 0) return [table];
  const facts = element(page, "dl", "origin-facts");
  for (const { head, cell } of said) facts.append(pair(page, head, cell(lines[0]!) ?? words.unpublished));
  return [table, facts];
}

function columnsOf(lines: readonly Line[], words: Words): readonly Column[] {
  const plan = lines.find((line) => line.plan !== null)?.plan ?? null;
  const stated = (line: Line, text: string | null): string | null => (line.derived ? null : (text ?? words.notStated));
  return [
    // A single line keeps its name.
    { ...SAID, head: words.indicator, cell: ({ record: { name, area } }) => (area === null ? name : words.of(name, area)), common: lines.length > 1 },
    { ...SAID, head: words.period, cell: ({ record }) => record.period },
    { ...FIGURE, head: words.published, cell: ({ record, derived }) => record.value ?? (derived ? words.notItemised : null) },
    { ...FIGURE, head: lines.every(({ record }) => record.base === null) ? words.growth : words.change, cell: ({ record }) => record.growth },
    { ...FIGURE, head: words.rank, cell: ({ record }) => record.rank, awaited: false },
    { ...FIGURE, head: plan === null ? words.target : words.targetIn(plan.period), cell: (line) => (line.plan ?? line.record).target, awaited: false },
    { ...SAID, head: words.status, cell: (line) => stated(line, line.record.status === null ? null : words.statuses[line.record.status]) },
    { ...SAID, head: words.source, cell: (line) => stated(line, line.record.source) },
    { ...SAID, head: words.derived, cell: ({ derived }) => (derived ? words.isDerived : lines.some((line) => line.derived) ? words.no : words.notDerived) },
  ];
}

function isSame({ cell }: Column, lines: readonly Line[]): boolean {
  return new Set(lines.map(cell)).size === 1;
}

function headCell(page: Document, text: string, scope: "col" | "row", common: boolean): HTMLTableCellElement {
  const cell = element(page, "th", common ? "" : "origin-number", text);
  cell.scope = scope;
  return cell;
}

function dataCell(page: Document, { head, cell, common, awaited }: Column, line: Line, first: boolean, words: Words): HTMLTableCellElement {
  const text = cell(line) ?? (awaited && !line.derived && line.record.rank === null ? words.unpublished : "—");
  if (first) return headCell(page, text, "row", true);
  const made = element(page, "td", common ? "" : "origin-number");
  made.dataset["head"] = head;
  // A figure stays on its line; the brackets after it go on the next.
  const parts = element(page, "span", "");
  for (const part of text.split(/(?=（| \()/)) parts.append(element(page, "span", part.length > LONG ? "" : "origin-whole", part), element(page, "wbr", ""));
  made.append(parts);
  return made;
}

export function pair(page: Document, head: string, text: string): HTMLElement {
  const row = element(page, "div", "");
  row.append(element(page, "dt", "", head), element(page, "dd", "", text));
  return row;
}
