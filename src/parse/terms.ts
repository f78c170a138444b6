/** Reads data/terms.csv into the wordings, names and titles that the check compares running text with. */
import type { Report } from "../diagnostics/diagnostic.ts";
import { contradictingTerm, duplicateTerm, futureTerm, invalidTerm, termDate, unsourcedTerm } from "../diagnostics/messages/terms.ts";
import { withoutIgnorable } from "../model/characters/ignorable.ts";
import type { SourceFile } from "../model/sources.ts";
import type { Term } from "../model/term.ts";
import { cellOrNull, neededCell, openTable, spanOfCell, spanOfRow, wordCell, type Columns, type Table } from "./cells.ts";
import type { CsvRow } from "./csv.ts";

const COLUMNS: Columns = { required: ["wording", "kind"], optional: ["since", "source"] };
const KINDS: ReadonlyMap<string, Term["type"]> = new Map((["phrase", "order", "person", "place", "short"] as const).map((kind) => [kind, kind]));
/** Words that a column takes, and no others. */
export const TERM_WORDS = { kind: [...KINDS.keys()] };
/** A year, a month or a day. */
const DATE = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;
/** Shorter phrases are close to too many others to tell a slip from another word. */
const SHORTEST_PHRASE = 4;

/** Reads terms.csv; wrong rows are reported and left out. `year` is the year in which the report is given. */
export function parseTerms(file: SourceFile, year: number, report: Report): Term[] {
  const table = openTable(file, COLUMNS, report);
  if (table === null) return [];
  const terms = new Map<string, Term>();
  for (const row of table.rows) {
    const term = parseRow(table, row, year);
    if (term === null) continue;
    const key = `${term.type} ${neededCell(table, row, "wording")}`;
    const first = terms.get(key);
    if (first !== undefined) report(duplicateTerm(spanOfCell(table, row, "wording"), first.span));
    else terms.set(key, term);
  }
  return withoutContradictions([...terms.values()], report);
}

/** Drops rows that contradict an earlier one: whatever one of them requires, the other would report everywhere. */
function withoutContradictions(terms: readonly Term[], report: Report): Term[] {
  const said = new Map<string, Term>();
  return terms.filter((term) => {
    const first = contrariesOf(term).map((key) => said.get(key)).find((found) => found !== undefined);
    if (first !== undefined) report(contradictingTerm(term.span, first.span));
    else for (const key of statementsOf(term)) if (!said.has(key)) said.set(key, term);
    return first === undefined;
  });
}

/** What a term says about names and pairs of names, as keys. */
function statementsOf(term: Term): readonly string[] {
  if (term.type === "place") return [`right ${term.name}`, ...term.wrong.map((wrong) => `wrong ${wrong}`)];
  return term.type === "order" ? pairsOf(term.members).map(([before, after]) => `${before}|${after}`) : [];
}

function contrariesOf(term: Term): readonly string[] {
  if (term.type === "place") return [`wrong ${term.name}`, ...term.wrong.map((wrong) => `right ${wrong}`)];
  return term.type === "order" ? pairsOf(term.members).map(([before, after]) => `${after}|${before}`) : [];
}

function pairsOf(members: readonly string[]): readonly (readonly [string, string])[] {
  return members.flatMap((before, at) => members.slice(at + 1).map((after) => [before, after] as const));
}

function parseRow(table: Table, row: CsvRow, year: number): Term | null {
  const wording = neededCell(table, row, "wording");
  const kind = neededCell(table, row, "kind") === null ? undefined : wordCell(table, row, "kind", KINDS);
  if (wording === null || kind === undefined || kind === null) return null;
  const since = cellOrNull(table, row, "since");
  const source = cellOrNull(table, row, "source");
  if (since === null || source === null) table.report(unsourcedTerm(spanOfRow(table, row), wording));
  if (since !== null && !DATE.test(since)) {
    table.report(termDate(spanOfCell(table, row, "since"), since));
    return null;
  }
  if (since !== null && Number(since.slice(0, 4)) > year) table.report(futureTerm(spanOfCell(table, row, "since"), since));
  // Compared with what a wording shows, never shown itself.
  const parts = withoutIgnorable(wording).split("|").map((part) => part.trim());
  const content = parts.includes("") ? null : contentOf(kind, parts);
  if (content === null) {
    table.report(invalidTerm(spanOfCell(table, row, "wording"), kind));
    return null;
  }
  return { ...content, since, source, span: spanOfRow(table, row) };
}

type Content = Term extends infer T ? (T extends Term ? Omit<T, "since" | "source" | "span"> : never) : never;

function contentOf(kind: Term["type"], parts: readonly string[]): Content | null {
  const [first = "", second = ""] = parts;
  switch (kind) {
    case "phrase":
      return parts.length === 1 && first.length >= SHORTEST_PHRASE ? { type: kind, wording: first } : null;
    case "order":
      return parts.length >= 2 && parts.every((part) => part.length >= 2) && new Set(parts).size === parts.length ? { type: kind, members: parts } : null;
    case "person":
      return parts.length === 2 && first.length >= 2 ? { type: kind, name: first, title: second } : null;
    case "place":
      return first.length >= 2 && !parts.slice(1).includes(first) ? { type: kind, name: first, wrong: parts.slice(1) } : null;
    case "short":
      return parts.length === 2 && first.length > second.length && second.length >= 2 ? { type: kind, full: first, short: second } : null;
  }
}
