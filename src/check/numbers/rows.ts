/** The rows of data/ by indicator, period and area, and which rows are compared. */
import { findIndicator, type Indicator, type Observation, type Target } from "../../model/indicator.ts";
import { periodKey, type Period } from "../../model/period.ts";

/** Indexed rows; each look-up takes the same time however many there are. */
export interface Rows {
  readonly indicators: readonly Indicator[];
  readonly observation: (indicator: string, period: Period, area: string | null) => Observation | null;
  readonly target: (indicator: string, period: Period) => Target | null;
}

/** Two rows that a rule compares, with their indicators. */
export interface Pair<Row> {
  readonly indicator: Indicator;
  readonly row: Row;
  readonly other: Indicator;
  readonly against: Row;
}

const indexed = new WeakMap<readonly Indicator[], Rows>();

/** The index of a deck's tables; made once per set of tables, so that an edit of a slide costs nothing here. */
export function indexRows(indicators: readonly Indicator[]): Rows {
  const known = indexed.get(indicators);
  if (known !== undefined) return known;
  // One by one: lists of keys and rows to build the maps from would take as much memory again.
  const observations = new Map<string, Observation>();
  const targets = new Map<string, Target>();
  for (const indicator of indicators) {
    for (const row of indicator.observations) observations.set(observationKey(row.indicator, row.period, row.area), row);
    for (const row of indicator.targets) targets.set(targetKey(row.indicator, row.period), row);
  }
  const rows: Rows = {
    indicators,
    observation: (indicator, period, area) => observations.get(observationKey(indicator, period, area)) ?? null,
    target: (indicator, period) => targets.get(targetKey(indicator, period)) ?? null,
  };
  indexed.set(indicators, rows);
  return rows;
}

/** Rows of a part with those of its whole, for the same period and area. */
export function partPairs(rows: Rows): Pair<Observation>[] {
  return pairParts(rows, (part) => part.observations, (whole, row) => rows.observation(whole, row.period, row.area));
}

/** Targets of a part with those of its whole for the same period. */
export function partTargetPairs(rows: Rows): Pair<Target>[] {
  return pairParts(rows, (part) => part.targets, (whole, row) => rows.target(whole, row.period));
}

/** Rows with those of the same period of the previous year, for the same area. */
export function yearPairs(rows: Rows): Pair<Observation>[] {
  return rows.indicators.flatMap((indicator) =>
    indicator.observations.flatMap((row) => {
      const against = row.period.type === "years" ? null : rows.observation(indicator.id, yearBefore(row.period), row.area);
      return against === null ? [] : [{ indicator, row, other: indicator, against }];
    }),
  );
}

/** The same period of the previous year. */
export function yearBefore(period: Period): Period {
  return { ...period, year: period.year - 1 };
}

function pairParts<Row>(rows: Rows, of: (part: Indicator) => readonly Row[], find: (whole: string, row: Row) => Row | null): Pair<Row>[] {
  return rows.indicators.flatMap((indicator) => {
    const other = indicator.partOf === null ? null : findIndicator(rows.indicators, indicator.partOf);
    if (other === null) return [];
    return of(indicator).flatMap((row) => {
      const against = find(other.id, row);
      return against === null ? [] : [{ indicator, row, other, against }];
    });
  });
}

function observationKey(indicator: string, period: Period, area: string | null): string {
  return `${indicator} ${periodKey(period)} ${area ?? ""}`;
}

function targetKey(indicator: string, period: Period): string {
  return `${indicator} ${periodKey(period)}`;
}
