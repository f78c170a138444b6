/** Which figures are written into the tables, and which of them the spoken text refers to. */
import type { FoundFigure } from "./decision.ts";
import { csvLine } from "./csv-line.ts";
import type { DraftFigure } from "./figures.ts";
import type { DraftTarget } from "./goals.ts";
import { REASONS, type Reason } from "./reasons.ts";
import type { Reference } from "./reference.ts";
import { observationColumns } from "./table-heads.ts";
import type { TableFigure } from "./tables.ts";
import type { DraftIndicator } from "./vocabulary.ts";

/** A row of observations.csv. */
export interface DraftRow {
  readonly indicator: string;
  readonly period: string;
  /** Another area than the reporter's own; empty for that. */
  readonly area: string;
  readonly value: string;
  readonly growth: string;
  readonly basis: string;
  readonly rank: string;
  readonly note: string;
}

export interface FigureInput {
  readonly drafts: readonly DraftFigure[];
  readonly tables: readonly TableFigure[];
  readonly indicators: readonly DraftIndicator[];
  readonly year: number;
  readonly refused: ReadonlySet<string>;
  readonly plain: ReadonlySet<number>;
  readonly goals: readonly DraftTarget[];
}

type Cell = "value" | "growth" | "rank";

export interface DecidedFigures {
  readonly rows: readonly DraftRow[];
  readonly references: ReadonlyMap<number, readonly Reference[]>;
  readonly decisions: readonly FoundFigure[];
}

export function decideFigures(input: FigureInput): DecidedFigures {
  const rows = new Map<string, DraftRow>();
  const references = new Map<number, Reference[]>();
  const decisions = decideTables(input, rows);
  for (const draft of input.drafts) {
    // A plan's figure is a target's own matter.
    const drafted = isAmountBesideGrowth(draft, input.drafts) ? { ...draft, certainty: "unsure" as const, reason: "amount" as const } : draft;
    if (draft.reason === "planned" && input.goals.some((goal) => goal.passage === draft.passage && draft.start >= goal.start && draft.end <= goal.end)) continue;
    const decided = decide(drafted, rows, input);
    decisions.push(decided);
    if (decided.reference === "") continue;
    const { place, reference } = decided;
    references.set(place.paragraph, [...(references.get(place.paragraph) ?? []), { start: place.start, end: place.end, reference }]);
  }
  return { rows: [...rows.values()], references, decisions };
}

/** 比上年末增加26亿元，增长14.6%: a row holds one change, and the rate is the one that charts show. */
function isAmountBesideGrowth({ passage, indicator, period, measure, cell }: DraftFigure, drafts: readonly DraftFigure[]): boolean {
  return measure === "change" && !cell.endsWith("百分点") && drafts.some((one) => one.passage === passage && one.measure === "growth" && one.certainty === "sure" && one.indicator === indicator && one.period === period);
}

const EMPTY = { area: "", value: "", growth: "", basis: "", rank: "", note: "" };

function decide(draft: DraftFigure, rows: Map<string, DraftRow>, { year, refused, plain, tables }: FigureInput): FoundFigure {
  const { passage, indicator, measure, period, cell, basis } = draft;
  const part = passage.parts.findLast(({ start }) => start <= draft.start) ?? passage.parts[0]!;
  const { paragraph } = part;
  const key = `${indicator.id} ${period}`;
  const column: Cell = measure === "rank" ? "rank" : measure === "level" ? "value" : "growth";
  const row = rows.get(key) ?? { indicator: indicator.id, period, ...EMPTY };
  const taken = row[column];
  const fits = taken === "" || (taken === cell && (column !== "growth" || row.basis === basis));
  const whole = draft.end <= part.start + paragraph.text.length;
  const reason: Reason = draft.certainty === "sure" && refused.has(`observations.csv ${key}`) ? "refused" : draft.certainty === "sure" && !fits ? "otherWords" : draft.certainty === "sure" && taken !== "" ? "again" : draft.reason;
  const sure = draft.certainty === "sure" && reason !== "refused" && reason !== "otherWords";
  const next: DraftRow = { ...row, [column]: cell, basis: column === "growth" && basis !== "" ? basis : row.basis, note: measure === "rank" && row.note === "" ? RANK_NOTE : row.note };
  if (sure) rows.set(key, next);
  const reference = sure && draft.shown && whole && !plain.has(paragraph.paragraph) ? referenceOf(indicator, column, period, year) : "";
  const start = draft.start - part.start;
  return {
    type: "figure", name: draft.name, indicator: indicator.id, measure, value: cell, unit: draft.unit, basis, period, area: "", reference, text: draft.text, sentence: draft.sentence,
    certainty: sure ? "sure" : "unsure", reason: REASONS[reason], place: { paragraph: paragraph.paragraph, line: paragraph.line, start, end: start + draft.text.length },
    lines: [{ table: "observations.csv", line: rowLine(next, haveAreas(tables)) }],
  };
}

/** A report rarely says who made a list and when: the rule that asks is excepted until a person knows. */
const RANK_NOTE = "check-ignore A07: 导入时未查明榜单的发布单位和年度";

function referenceOf({ id, kind }: DraftIndicator, column: Cell, period: string, year: number): string {
  const field = column === "value" || (column === "rank" && kind === "rank") ? "" : `.${column}`;
  return `{{${id}${field}${period === `${year}` ? "" : `@${period}`}}}`;
}

export function rowLine(row: DraftRow, areas: boolean): string {
  return csvLine(observationColumns(areas).map((column) => row[column]));
}

/** Whether the tables that come with a report have figures of other areas. */
export function haveAreas(tables: readonly TableFigure[]): boolean {
  return tables.some(({ area }) => area !== "");
}

/** Tables come first, those of the office before those of the document: their cells are as published. */
function decideTables({ tables, indicators, refused }: FigureInput, rows: Map<string, DraftRow>): FoundFigure[] {
  return tables.map((figure): FoundFigure => {
    const { name, unit, value, growth, rank, parent, period, area } = figure;
    const indicator = parent === "" && period !== null ? indicators.find((one) => one.kind !== "rank" && (one.name === name || one.aliases.includes(name))) : undefined;
    const key = `${indicator?.id} ${period}${area === "" ? "" : ` ${area}`}`;
    const row: DraftRow | null = indicator === undefined ? null : { indicator: indicator.id, period: period!, ...EMPTY, area, value, growth, rank, note: rank === "" ? "" : RANK_NOTE };
    const reason = reasonOf();
    if (reason === "table") rows.set(key, row!);
    const text = value || growth || rank;
    return {
      type: "figure", name: parent === "" ? name : `${parent} ${name}`, indicator: indicator?.id ?? "", measure: value !== "" ? "level" : growth !== "" ? "growth" : "rank", value: text, unit: value === "" ? "" : unit, basis: "", period: period ?? "", area, reference: "", text,
      sentence: `${area}${name} ${value}${unit} ${growth}${rank === "" ? "" : ` 第${rank}位`}`.trim(), certainty: reason === "table" || reason === "again" ? "sure" : "unsure", reason: REASONS[reason],
      place: { paragraph: figure.paragraph, line: figure.line, start: 0, end: text.length }, lines: row === null ? [] : [{ table: "observations.csv", line: rowLine(row, haveAreas(tables)) }],
    };

    function reasonOf(): Reason {
      if (indicator === undefined) return period === null ? "elsewhere" : "half";
      if (refused.has(`observations.csv ${key}`)) return "refused";
      const known = rows.get(key);
      if (known !== undefined) return known.value === value && known.growth === growth && known.rank === rank ? "again" : "otherWords";
      return value === "" || unit === indicator.unit ? "table" : "otherUnit";
    }
  });
}
