/** Reads data/targets.csv into goals: the report's own words, understood as far as they go and no further. */
import type { Report } from "../diagnostics/diagnostic.ts";
import { duplicateTarget, targetAsWords, unitMismatch, unknownIndicator, unreadableTarget } from "../diagnostics/messages/data.ts";
import type { Indicator, Target } from "../model/indicator.ts";
import { periodKey } from "../model/period.ts";
import type { SourceFile } from "../model/sources.ts";
import type { Span } from "../model/span.ts";
import { cellText, neededCell, openTable, periodCell, spanOfCell, spanOfRow, type Columns, type Table } from "./cells.ts";
import type { CsvRow } from "./csv.ts";
import { lookupIndicator } from "./lookup.ts";
import { readWording } from "./read-goal.ts";

const COLUMNS: Columns = { required: ["indicator", "period", "target"], optional: [] };

/** Targets by indicator; wrong rows are reported and left out, and their indicators are added to `lost`. */
export function parseTargets(file: SourceFile, indicators: readonly Indicator[], report: Report, lost: Set<string>): ReadonlyMap<string, readonly Target[]> {
  const targets = new Map<string, Target[]>();
  const table = openTable(file, COLUMNS, report);
  for (const id of table === null ? indicators.map((indicator) => indicator.id) : table.lost) lost.add(id);
  if (table === null) return targets;
  const seen = new Map<string, Target>();
  const unread: Unread[] = [];
  for (const row of table.rows) {
    const target = parseRow(table, row, indicators, unread);
    if (target === null) {
      lost.add(cellText(table, row, "indicator"));
      continue;
    }
    const key = `${target.indicator} ${periodKey(target.period)}`;
    const first = seen.get(key);
    if (first !== undefined) report(duplicateTarget(spanOfRow(table, row), key, first.span));
    else {
      seen.set(key, target);
      targets.set(target.indicator, [...(targets.get(target.indicator) ?? []), target]);
    }
  }
  const [first] = unread;
  if (first !== undefined) report(targetAsWords(first.span, unread.map(({ wording }) => wording)));
  return targets;
}

/** A wording that no form explains: shown as it is, and told once for the whole table. */
interface Unread {
  readonly span: Span;
  readonly wording: string;
}

function parseRow(table: Table, row: CsvRow, indicators: readonly Indicator[], unread: Unread[]): Target | null {
  const id = neededCell(table, row, "indicator");
  const period = periodCell(table, row);
  const wording = neededCell(table, row, "target");
  const indicator = id === null ? null : lookupIndicator(id, spanOfCell(table, row, "indicator"), indicators, table.report);
  if (indicator === null || period === null || wording === null) return null;
  const reading = readWording(wording, indicator, indicators);
  if ("goal" in reading) {
    const { goal, also, understood } = reading;
    if (!understood) unread.push({ span: spanOfCell(table, row, "target"), wording });
    return { indicator: indicator.id, period, wording, goal, also, span: spanOfRow(table, row) };
  }
  const span = spanOfCell(table, row, "target");
  switch (reading.problem) {
    case "several":
      table.report(unreadableTarget(span, wording));
      break;
    case "unit":
      table.report(unitMismatch(span, reading.word, indicator.unit, indicator.name));
      break;
    case "indicator":
      table.report(unknownIndicator(span, reading.word, null, indicators.map((known) => known.id)));
      break;
  }
  return null;
}
