/** What the sheets show, line by line: each row of the tables behind the figures of a slide or a chart. */
import type { FigureRecord } from "../model/deck-data.ts";

export interface Line {
  readonly record: FigureRecord;
  /** The target of another period that a chart shows beside it. */
  readonly plan: FigureRecord | null;
  /** Nobody published it: it is the rest of a whole after its parts, without a value if the chart only draws it. */
  readonly derived: boolean;
}

/** Finds the record of a figure, including the cells of charts. */
export type FindRecord = (figure: HTMLElement) => FigureRecord | null;

export function lineOf(record: FigureRecord): Line {
  return { record, plan: null, derived: false };
}

/** The lines of each row of a chart's table. */
export function linesOfChart(chart: HTMLElement, findRecord: FindRecord): readonly (readonly Line[])[] {
  const source = chart.dataset["source"] ?? null;
  return [...chart.querySelectorAll<HTMLElement>(".chart-data tbody tr")].map((row) =>
    linesOfRow(row, findRecord).map((line) => (line.derived ? line : { ...line, record: { ...line.record, source: line.record.source ?? source } })),
  );
}

/** One line for each figure of the row: areas stand beside each other in one row. */
function linesOfRow(row: HTMLElement, findRecord: FindRecord): readonly Line[] {
  const cells = [...row.querySelectorAll<HTMLElement>("[data-indicator]")];
  const found = (wanted: (field: string) => boolean): readonly FigureRecord[] =>
    [...new Set(cells.filter(({ dataset }) => wanted(dataset["field"] ?? "")).map(findRecord))].filter((record) => record !== null);
  const rest = cells.find(({ dataset }) => dataset["field"] === "rest");
  const [whole] = found((field) => field === "rest");
  if (rest !== undefined) return whole === undefined ? [] : [restLine(whole, row.querySelector("th")?.textContent ?? "", rest)];
  const [plan = null] = found((field) => field === "target");
  return found((field) => field !== "target").map((record) => ({ record, plan: plan === record ? null : plan, derived: false }));
}

/** The rest of a whole has its own name and the whole's period, but none of the whole's published values. */
function restLine(whole: FigureRecord, name: string, cell: HTMLElement): Line {
  const value = cell instanceof HTMLDataElement ? cell.textContent : null;
  return { record: { ...whole, name, value, growth: null, base: null, rank: null, target: null, status: null, source: null, note: null, rows: [] }, plan: null, derived: true };
}
