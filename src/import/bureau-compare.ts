/** Holds the office's tables against the text: both places of every two figures that cannot both be right. */
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { dataContradictsText } from "../diagnostics/messages/documents.ts";
import { exchange, inUnit } from "../model/convert-unit.ts";
import { intervalOf } from "../model/figure-interval.ts";
import type { Figure } from "../model/figure.ts";
import { parseGrowth } from "../model/growth.ts";
import { isApart } from "../model/interval.ts";
import { numberOf, parsePublished } from "../model/published.ts";
import type { BureauFigure, CellPlace } from "./bureau-figure.ts";
import type { Decision, FoundFigure } from "./decision.ts";

/** A figure of a sheet, and the sheet. */
export interface DataFigure extends BureauFigure {
  /** As spans have it: `指标.xlsx!综合`. */
  readonly path: string;
}

/** Warnings at the cells, in the order of the text. `idOf` gives the id of a well-known name, null for others. */
export function holdAgainstText(decisions: readonly Decision[], data: readonly DataFigure[], idOf: (name: string) => string | null): readonly Diagnostic[] {
  const byIndicator = new Map<string, DataFigure[]>();
  for (const figure of data) {
    const key = `${figure.parent === "" ? (idOf(figure.name) ?? figure.name) : ""} ${figure.period} ${figure.area}`;
    byIndicator.set(key, [...(byIndicator.get(key) ?? []), figure]);
  }
  return decisions.flatMap((decision): readonly Diagnostic[] => {
    if (decision.type !== "figure" || decision.name === "") return [];
    return (byIndicator.get(`${idOf(decision.name) ?? decision.name} ${decision.period} ${decision.area}`) ?? []).flatMap((figure) => compare(decision, figure));
  });
}

function compare(said: FoundFigure, data: DataFigure): readonly Diagnostic[] {
  switch (said.measure) {
    case "level":
      return data.valuePlace !== null && differ(levelOf(said.value, said.unit, data.unit), numberOf(parsePublished(data.value))) ? [contradiction(said, data, `${data.value}${data.unit}`, data.valuePlace)] : [];
    case "growth":
      // Growth on another base than the year before is another figure.
      return data.growthPlace !== null && said.basis === "" && differ(percentOf(said.value), percentOf(data.growth)) ? [contradiction(said, data, data.growth, data.growthPlace)] : [];
    // A place is one among the areas of a province or of a city, and a table rarely says which.
    default:
      return [];
  }
}

function contradiction(said: FoundFigure, data: DataFigure, published: string, { row, column }: CellPlace): Diagnostic {
  const span = { file: data.path, line: row + 1, column: column + 1, endLine: row + 1, endColumn: column + 2 };
  return dataContradictsText(span, `${said.area}${said.name}`, published, said.place.paragraph, said.text);
}

/** In the table's unit; null where the units are of different kinds. */
function levelOf(value: string, from: string, to: string): Figure | null {
  const figure = numberOf(parsePublished(value));
  if (figure === null || from === to) return figure;
  return exchange(from, to) === null ? null : inUnit(figure, from, to);
}

function percentOf(text: string): Figure | null {
  const growth = parseGrowth(text, null);
  return growth?.measure === "percent" ? growth.figure : null;
}

/** Rounding is no difference: figures differ if no number can be both. */
function differ(a: Figure | null, b: Figure | null): boolean {
  return a !== null && b !== null && isApart(intervalOf(a), intervalOf(b));
}
