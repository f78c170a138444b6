/** What the sheets tell, line by line: each row of the tables behind what a slide or a chart shows. */
import type { FigureRecord } from "../model/deck-data.ts";

export interface Line {
  readonly record: FigureRecord;
  /** The plan of another period that a chart shows beside it. */
  readonly plan: FigureRecord | null;
  /** Nobody published it: it is what a whole leaves after its parts, without a value where the chart only draws it. */
  readonly derived: boolean;
}

/** Finds the record of a figure, of a chart's cell too. */
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

/** As many as the row has figures of its own: areas stand beside each other in one. */
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

/** What is left of a whole has its name and period, and nothing of what was published of it. */
function restLine(whole: FigureRecord, name: string, cell: HTMLElement): Line {
  const value = cell instanceof HTMLDataElement ? cell.textContent : null;
  return { record: { ...whole, name, value, growth: null, rank: null, target: null, status: null, source: null, note: null, rows: [] }, plan: null, derived: true };
}
