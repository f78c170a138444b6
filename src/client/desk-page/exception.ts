/** Takes one finding of the check out for one place, with the reason in the file, as a person would write it. */
import type { DeskProblem } from "../../model/desk.ts";
import { readCells, writeCells } from "./csv-cells.ts";

/** Rules whose errors may be taken out, as in check/levels.ts: what cannot be shown stays an error. */
const EXCUSABLE = /^[APNT]/;
const ATTRIBUTES = /\s*\{[^{}]*\}\s*$/;

/** Whether an exception would be heard at the place of a finding. */
export function mayExcept({ file, line, rule, severity }: DeskProblem): boolean {
  if (file === null || line === null || rule === null) return false;
  if (severity === "error" && !EXCUSABLE.test(rule)) return false;
  return file.endsWith(".md") || (file.endsWith("observations.csv") && rule.startsWith("A"));
}

/** The text with the exception at a line, from 1: in a comment, or in the note of a row. */
export function withException(path: string, text: string, line: number, rule: string, reason: string): string {
  const words = `check-ignore ${rule}: ${plain(reason)}`;
  return path.endsWith(".csv") ? inRow(text, line, words) : inSlide(text, line, `<!-- ${words} -->`);
}

/** What would end a comment or a note. */
function plain(reason: string): string {
  return reason.replaceAll(/[<>]|--+|[;；\n]/g, " ").replaceAll(/\s+/g, " ").trim();
}

function inRow(text: string, line: number, words: string): string {
  const rows = readCells(text);
  const row = rows.filter((one) => one.line <= line).length - 1;
  const heads = (rows[0]?.cells ?? []).map(({ value }) => value.trim());
  const known = heads.findIndex((head) => head === "note" || head === "备注");
  const column = known === -1 ? heads.length : known;
  const before = rows[row]?.cells[column]?.value.trim() ?? "";
  return writeCells(text, [...(known === -1 ? [{ row: 0, column, value: "note" }] : []), { row, column, value: before === "" ? words : `${before}; ${words}` }]);
}

/** At the end of the line, before the attributes of a heading; in front of a block that is fenced. */
function inSlide(text: string, line: number, comment: string): string {
  const lines = text.split("\n");
  const fence = fenceAround(lines, line - 1);
  if (fence !== null) return [...lines.slice(0, fence), comment, ...lines.slice(fence)].join("\n");
  const own = lines[line - 1] ?? "";
  const attributes = own.startsWith("#") ? (ATTRIBUTES.exec(own)?.[0] ?? "") : "";
  const words = own.slice(0, own.length - attributes.length).trimEnd();
  return [...lines.slice(0, line - 1), `${words} ${comment}${attributes === "" ? "" : ` ${attributes.trim()}`}`, ...lines.slice(line)].join("\n");
}

/** The first line of the block that holds a line; null outside of blocks. */
function fenceAround(lines: readonly string[], at: number): number | null {
  let open: number | null = null;
  for (let index = 0; index <= at; index += 1) {
    if (!/^ {0,3}(?:`{3,}|~{3,})/.test(lines[index] ?? "")) continue;
    if (open !== null && index === at) return open;
    open = open === null ? index : null;
  }
  return open;
}
