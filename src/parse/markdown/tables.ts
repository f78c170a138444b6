/** Tables: cells with their exact places, and rows that hold more than the table shows. */
import type { Tokens } from "marked";
import type { Block, Inline } from "../../model/deck.ts";
import { tableRowTooLong, tableRowTooShort, tableRowWithoutBar } from "../../diagnostics/messages/slides.ts";
import { takeAttributes, type Attribute } from "./attributes.ts";
import { readStep } from "./part-attributes.ts";
import { sliceExcerpt, spanAt, splitLines, trimExcerpt, type Excerpt } from "./excerpt.ts";
import { readInlines, type BlockScope } from "./scope.ts";
import type { Placed } from "./tokens.ts";

/** The block of a table. */
export function buildTable({ token, source }: Placed<Tokens.Table>, scope: BlockScope): Block {
  const { report } = scope.context;
  const columns = token.align.length;
  const lines = splitLines(source.text)
    .filter(({ text }) => text.trim() !== "")
    .map(({ start, text }) => sliceExcerpt(source, start, start + text.length));
  const attributes = ownAttributes(lines, scope);
  const rows = lines.slice(2, attributes === null ? lines.length : -1).map((line) => {
    const cells = splitCells(line);
    if (cells.length > columns) report(tableRowTooLong(spanAt(trimExcerpt(line)), cells.length, columns));
    // A single cell is a head between rows.
    if (cells.length > 1 && cells.length < columns) report(tableRowTooShort(spanAt(trimExcerpt(line)), cells.length, columns));
    if (columns > 1 && !line.text.includes("|")) report(tableRowWithoutBar(spanAt(trimExcerpt(line))));
    return readCells(cells, columns, scope);
  });
  const head = lines[0] === undefined ? [] : readCells(splitCells(lines[0]), columns, scope);
  return { type: "table", form: null, align: token.align, head, rows, step: readStep(attributes ?? [], scope.steps, report), span: spanAt(trimExcerpt(source)) };
}

/** Attributes on a line of their own right below a table, which Markdown reads as its last row; null when there are none. */
function ownAttributes(lines: readonly Excerpt[], { context }: BlockScope): readonly Attribute[] | null {
  const last = lines.at(-1);
  if (last === undefined || lines.length < 3 || !/^\s*\{(?!\{)[^|]*\}\s*$/.test(last.text)) return null;
  const { content, attributes } = takeAttributes(last, context);
  return content.text === "" ? attributes : null;
}

function readCells(cells: readonly Excerpt[], columns: number, scope: BlockScope): Inline[][] {
  return Array.from({ length: columns }, (_, column) => {
    const cell = cells[column];
    return cell === undefined ? [] : readInlines(cell, scope).map(plainBars);
  });
}

/** The cells of a row, without the bars at its ends; `\|` is a bar inside a cell. */
function splitCells(line: Excerpt): Excerpt[] {
  const row = trimExcerpt(line);
  const { text } = row;
  const cells: Excerpt[] = [];
  let start = text.startsWith("|") ? 1 : 0;
  for (let at = start; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === "\\") at++;
    else if (character === "|") {
      cells.push(sliceExcerpt(row, start, at));
      start = at + 1;
    }
  }
  if (start < text.length) cells.push(sliceExcerpt(row, start));
  return cells.map(trimExcerpt);
}

/** In code a backslash is literal, but before a bar it only keeps the cell together. */
function plainBars(inline: Inline): Inline {
  if (inline.type === "code") return { ...inline, text: inline.text.replaceAll("\\|", "|") };
  return "children" in inline ? { ...inline, children: inline.children.map(plainBars) } : inline;
}
