/** `indicators`: a table of indicators as a communiqué has it, with value, unit and growth taken from data/. */
import { noIndicators } from "../../diagnostics/messages/blocks.ts";
import type { BlockOf, Inline } from "../../model/deck.ts";
import { growthText } from "../../model/growth.ts";
import { findObservation, type Indicator, type Observation } from "../../model/indicator.ts";
import { periodKey, type Period } from "../../model/period.ts";
import { plotWordsOf } from "../../model/plot-words.ts";
import type { Span } from "../../model/span.ts";
import { list, nullable, optional, record, type Shaped } from "../shape.ts";
import { period } from "../values.ts";
import { indicatorId, reportNoData, resolveIndicators, allOrNull, type Desk, type Named } from "./desk.ts";

/** Rows that a table may have, also in docs/authoring.md. */
export const MOST_INDICATORS = 64;

export const INDICATORS = record({
  indicators: optional(nullable(list(indicatorId, 1, MOST_INDICATORS)), null),
  period: optional(nullable(period), null),
}, "indicators");

export type IndicatorTable = Omit<BlockOf<"table">, "span" | "step">;

/** An indicator with what was published for the period. */
interface Row extends Named {
  readonly row: Observation;
}

/** Without a list, every indicator that has a row for the period, in the order of data/indicators.csv. */
export function resolveIndicatorTable(keys: Shaped<typeof INDICATORS>, desk: Desk): IndicatorTable | null {
  const at = keys.period ?? desk.settings.period;
  const rows = keys.indicators === null ? allRows(at, desk) : listedRows(keys.indicators, at, desk);
  return rows === null ? null : tableOf(rows, at, desk);
}

function listedRows(ids: Parameters<typeof resolveIndicators>[0], at: Period, desk: Desk): Row[] | null {
  const named = resolveIndicators(ids, desk);
  if (named === null) return null;
  return allOrNull(named.map((one): Row | null => {
    const row = findObservation(one.indicator, at);
    if (row !== null) return { ...one, row };
    reportNoData(one, "data", at, desk);
    return null;
  }));
}

function allRows(at: Period, desk: Desk): Row[] | null {
  const rows = desk.context.indicators.flatMap((indicator): Row[] => {
    const row = findObservation(indicator, at);
    return row === null ? [] : [{ indicator, row, span: desk.span }];
  });
  if (rows.length > 0 && rows.length <= MOST_INDICATORS) return rows;
  desk.context.report(noIndicators(desk.span, periodKey(at), rows.length, MOST_INDICATORS));
  return null;
}

/** Columns that no row fills are left out. */
function tableOf(rows: readonly Row[], at: Period, { words, settings, span }: Desk): IndicatorTable {
  const plot = plotWordsOf(settings.lang);
  const has = (fills: (row: Row) => boolean): boolean => rows.some(fills);
  const columns = [
    { head: plot.indicator, right: false, cell: ({ indicator, span: place }: Row) => refer(indicator, "name", at, indicator.name, place) },
    ...(has(({ row }) => row.value !== null)
      ? [
          { head: words.unit, right: false, cell: ({ indicator, row, span: place }: Row) => (row.value === null ? null : refer(indicator, "unit", at, indicator.unit, place)) },
          { head: words.period(at), right: true, cell: ({ indicator, row, span: place }: Row) => (row.value === null ? null : refer(indicator, "value", at, row.value.raw, place)) },
        ]
      : []),
    ...(has(({ row }) => row.growth !== null) ? [{ head: words.growthOnYear, right: true, cell: ({ indicator, row, span: place }: Row) => (row.growth === null ? null : refer(indicator, "growth", at, growthText(row.growth), place)) }] : []),
    ...(has(({ row }) => row.rank !== null) ? [{ head: plot.rank, right: true, cell: ({ indicator, row, span: place }: Row) => (row.rank === null ? null : refer(indicator, "rank", at, words.place(row.rank), place)) }] : []),
  ];
  const text = (content: string): readonly Inline[] => [{ type: "text", text: content, span }];
  return {
    type: "table", form: null,
    align: columns.map(({ right }) => (right ? "right" : null)),
    head: columns.map(({ head }) => text(head)),
    rows: rows.map((row) => columns.map(({ cell }) => { const inline = cell(row); return inline === null ? text("—") : [inline]; })),
  };
}

function refer({ id }: Indicator, field: Extract<Inline, { type: "figure" }>["field"], at: Period, text: string, span: Span): Inline {
  return { type: "figure", indicator: id, field, period: at, area: null, text, span };
}
