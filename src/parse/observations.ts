/** Reads data/observations.csv into what was published for each indicator, unchanged. */
import type { Report } from "../diagnostics/diagnostic.ts";
import { duplicateObservation, invalidFigure, invalidRank, missingPercentSign, rankInValue } from "../diagnostics/messages/data.ts";
import { parseFigure } from "../model/figure.ts";
import { parseGrowth, type Growth } from "../model/growth.ts";
import type { Indicator, Observation, Status } from "../model/indicator.ts";
import { periodKey } from "../model/period.ts";
import type { SourceFile } from "../model/sources.ts";
import { cellOrNull, cellText, figureCell, neededCell, openTable, periodCell, reportFormulaError, spanOfCell, spanOfRow, wordCell, type Columns, type Table } from "./cells.ts";
import type { CsvRow } from "./csv.ts";
import { findRowExceptions } from "./exceptions.ts";
import { lookupIndicator } from "./lookup.ts";

const COLUMNS: Columns = { required: ["indicator", "period"], optional: ["area", "value", "growth", "basis", "rank", "status", "source", "note"] };
const STATUSES: ReadonlyMap<string, Status> = new Map([
  ["快报", "flash"], ["初步", "preliminary"], ["最终", "final"],
  ["flash", "flash"], ["preliminary", "preliminary"], ["final", "final"],
]);
/** Words that a column takes, and no others. */
export const OBSERVATION_WORDS = { status: [...STATUSES.keys()] };

/** Observations by indicator; wrong rows are reported and left out, and their indicators are added to `lost`. `own` is the name of the deck's own area. */
export function parseObservations(file: SourceFile, indicators: readonly Indicator[], own: string, report: Report, lost: Set<string>): ReadonlyMap<string, readonly Observation[]> {
  const rows = new Map<string, Observation[]>();
  const table = openTable(file, COLUMNS, report);
  for (const id of table === null ? indicators.map((indicator) => indicator.id) : table.lost) lost.add(id);
  if (table === null) return rows;
  const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  const seen = new Map<string, Observation>();
  for (const row of table.rows) {
    const observation = parseRow(table, row, byId, indicators, own);
    if (observation === null) {
      lost.add(cellText(table, row, "indicator"));
      continue;
    }
    const { indicator, period, area } = observation;
    const key = `${indicator} ${periodKey(period)}${area === null ? "" : ` ${area}`}`;
    const first = seen.get(key);
    if (first !== undefined) {
      report(duplicateObservation(spanOfRow(table, row), key, first.span));
      continue;
    }
    seen.set(key, observation);
    const list = rows.get(observation.indicator);
    if (list === undefined) rows.set(observation.indicator, [observation]);
    else list.push(observation);
  }
  return rows;
}

function parseRow(table: Table, row: CsvRow, byId: ReadonlyMap<string, Indicator>, indicators: readonly Indicator[], own: string): Observation | null {
  const id = neededCell(table, row, "indicator");
  const period = periodCell(table, row);
  const value = figureCell(table, row, "value");
  const basis = cellOrNull(table, row, "basis");
  const growth = growthCell(table, row, basis);
  const rank = rankCell(table, row);
  const status = wordCell(table, row, "status", STATUSES);
  const indicator = id === null ? null : (byId.get(id) ?? lookupIndicator(id, spanOfCell(table, row, "indicator"), indicators, table.report));
  if (indicator === null || period === null || value === undefined || growth === undefined || rank === undefined || status === undefined) return null;
  if (indicator.kind === "rank" && value !== null) {
    table.report(rankInValue(spanOfCell(table, row, "value")));
    return null;
  }
  const area = cellOrNull(table, row, "area");
  const note = cellOrNull(table, row, "note");
  return {
    indicator: indicator.id, period, value, growth, basis, rank, status,
    area: area === own ? null : area,
    source: cellOrNull(table, row, "source"),
    note,
    exceptions: findRowExceptions(note, () => spanOfCell(table, row, "note"), table.report),
    span: spanOfRow(table, row),
  };
}

function growthCell(table: Table, row: CsvRow, basis: string | null): Growth | null | undefined {
  const text = cellText(table, row, "growth");
  if (text === "") return null;
  if (reportFormulaError(table, row, "growth", text)) return undefined;
  const growth = parseGrowth(text, basis);
  if (growth !== null) return growth;
  const span = spanOfCell(table, row, "growth");
  table.report(parseFigure(text) === null ? invalidFigure(span, "growth", text) : missingPercentSign(span, text));
  return undefined;
}

function rankCell(table: Table, row: CsvRow): number | null | undefined {
  const text = cellText(table, row, "rank");
  if (text === "") return null;
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  table.report(invalidRank(spanOfCell(table, row, "rank"), text));
  return undefined;
}
