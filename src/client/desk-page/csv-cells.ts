/** A table of text as cells that know their places, so that one cell can be changed and every other byte stays. RFC 4180, with LF. */

export interface Cell {
  /** Bounds in the text, with quotes. */
  readonly start: number;
  readonly end: number;
  readonly value: string;
}

/** Rows of cells. Lines without any character are no rows, as in a table that somebody has spaced out; `line` counts them. */
export interface Row {
  /** 1-based line where the row begins. */
  readonly line: number;
  readonly cells: readonly Cell[];
}

export function readCells(text: string): readonly Row[] {
  const rows: Row[] = [];
  let at = 0;
  let line = 1;
  while (at < text.length) {
    const begun = line;
    const cells: Cell[] = [];
    for (;;) {
      const cell = text[at] === '"' ? readQuoted(text, at) : readPlain(text, at);
      cells.push(cell);
      line += countLines(text.slice(cell.start, cell.end));
      at = cell.end;
      if (text[at] !== ",") break;
      at += 1;
    }
    if (cells.length > 1 || cells[0]!.end > cells[0]!.start) rows.push({ line: begun, cells });
    at += 1;
    line += 1;
  }
  return rows;
}

function readPlain(text: string, start: number): Cell {
  let end = start;
  while (end < text.length && text[end] !== "," && text[end] !== "\n") end += 1;
  return { start, end, value: text.slice(start, end) };
}

/** Text behind the closing quote is part of the cell: the compiler tells what is wrong with it. */
function readQuoted(text: string, start: number): Cell {
  let at = start + 1;
  while (at < text.length && !(text[at] === '"' && text[at + 1] !== '"')) at += text[at] === '"' ? 2 : 1;
  const inside = text.slice(start + 1, at).replaceAll('""', '"');
  const rest = readPlain(text, Math.min(at + 1, text.length));
  return { start, end: rest.end, value: inside + rest.value };
}

function countLines(text: string): number {
  return text.split("\n").length - 1;
}

/** The text with other values in some cells of its rows (0-based); rows and cells that are not there are added. */
export function writeCells(text: string, changes: readonly { readonly row: number; readonly column: number; readonly value: string }[]): string {
  const rows = readCells(text);
  const width = rows[0]?.cells.length ?? 1;
  const splices: { start: number; end: number; after: string }[] = [];
  const added = new Map<number, string[]>();
  for (const { row, column, value } of changes) {
    const cells = rows[row]?.cells;
    const cell = cells?.[column];
    if (cell !== undefined) splices.push({ start: cell.start, end: cell.end, after: quoted(value) });
    else if (cells !== undefined) splices.push({ start: cells.at(-1)!.end, end: cells.at(-1)!.end, after: `${",".repeat(column - cells.length + 1)}${quoted(value)}` });
    else added.set(row, Object.assign(added.get(row) ?? Array.from({ length: Math.max(width, column + 1) }, () => ""), { [column]: quoted(value) }));
  }
  const changed = splices.sort((one, other) => other.start - one.start).reduce((now, { start, end, after }) => now.slice(0, start) + after + now.slice(end), text);
  const lines = [...added].sort(([one], [other]) => one - other).map(([, values]) => values.join(","));
  return lines.length === 0 ? changed : `${changed}${changed === "" || changed.endsWith("\n") ? "" : "\n"}${lines.join("\n")}\n`;
}

/** The text without a row. */
export function withoutRow(text: string, row: number): string {
  const cells = readCells(text)[row]?.cells;
  if (cells === undefined) return text;
  const end = cells.at(-1)!.end;
  return text.slice(0, cells[0]!.start) + text.slice(text[end] === "\n" ? end + 1 : end);
}

function quoted(value: string): string {
  return /[",\n]/.test(value) || value !== value.trim() ? `"${value.replaceAll('"', '""')}"` : value;
}

/** What Excel and WPS put on the clipboard: tabs and lines, a cell with either in quotes. Whole rows with commas, `width` cells each, are rows of such a table as it is written. */
export function readPasted(text: string, width = 0): readonly (readonly string[])[] {
  const written = text.includes("\t") || width < 2 ? [] : readCells(text.replaceAll(/\r\n?/g, "\n"));
  if (written.length > 0 && written.every(({ cells }) => cells.length === width)) return written.map(({ cells }) => cells.map(({ value }) => value));
  const rows: string[][] = [[]];
  const clean = text.replaceAll(/\r\n?/g, "\n").replace(/\n$/, "");
  let at = 0;
  for (;;) {
    const quote = clean[at] === '"' ? /"(?:[^"]|"")*"(?=[\t\n]|$)/y : null;
    if (quote !== null) quote.lastIndex = at;
    const whole = quote?.exec(clean)?.[0] ?? /[^\t\n]*/y[Symbol.match](clean.slice(at))?.[0] ?? "";
    rows.at(-1)!.push(whole.startsWith('"') && whole.length > 1 && whole.endsWith('"') ? whole.slice(1, -1).replaceAll('""', '"') : whole);
    at += whole.length;
    if (at >= clean.length) return rows;
    if (clean[at] === "\n") rows.push([]);
    at += 1;
  }
}
