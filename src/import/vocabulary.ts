/** The indicators of a report, made of the names that its sentences use. */
import type { IndicatorKind } from "../model/indicator.ts";
import { createVocabulary, type Vocabulary } from "../language/vocabulary.ts";
import { KNOWN_INDICATORS, type KnownIndicator } from "./known-indicators.ts";
import type { Candidate } from "./candidate.ts";
import { csvLine } from "./csv-line.ts";
import type { TableLine } from "./decision.ts";

export interface DraftIndicator {
  readonly id: string;
  readonly name: string;
  /** Other wordings of the same text. */
  readonly aliases: readonly string[];
  readonly unit: string;
  readonly kind: IndicatorKind;
  readonly better: "up" | "down" | null;
}

const KNOWN = new Map(KNOWN_INDICATORS.flatMap((known) => known.names.map((name) => [name, known] as const)));

/** One indicator for each name, in the order of the text. Its unit is that of its first level. */
export function draftIndicators(candidates: readonly Candidate[]): DraftIndicator[] {
  const byKey = new Map<string, { known: KnownIndicator | null; names: string[]; units: string[]; rank: boolean }>();
  for (const { name, unit, rank, share } of candidates) {
    const known = rank ? null : (KNOWN.get(name) ?? null);
    const key = `${rank ? "rank " : ""}${known?.id ?? share ?? name}`;
    const entry = byKey.get(key) ?? { known, names: [], units: [], rank };
    if (!entry.names.includes(name)) entry.names.push(name);
    if (unit !== null) entry.units.push(unit);
    byKey.set(key, entry);
  }
  let count = 0;
  return [...byKey.values()].map(({ known, names: [name = "", ...aliases], units, rank }) => {
    const unit = rank ? "" : (units[0] ?? "");
    const id = known?.id ?? `i${String((count += 1)).padStart(3, "0")}`;
    return { id, name, aliases, unit, kind: rank ? "rank" : kindOf(known, name, unit), better: known?.better ?? null };
  });
}

/** The row of indicators.csv for a figure that no sure sentence names. */
export function indicatorRow(id: string, name: string, unit: string, rank: boolean): TableLine {
  const known = KNOWN_INDICATORS.find((one) => one.id === id) ?? null;
  return { table: "indicators.csv", line: csvLine([id, name, rank ? "" : unit, rank ? "rank" : kindOf(known, name, unit), known?.better ?? "", ""]) };
}

function kindOf(known: KnownIndicator | null, name: string, unit: string): IndicatorKind {
  if (unit === "%" && (known === null || known.kind === "flow" || known.kind === "rate")) return "rate";
  if (known !== null) return known.kind;
  if (/(?:余额|存款|贷款|人口|(?<!播|播种|种植|栽培|养殖|销售|竣工|开工|施工)面积|里程|拥有量|装机|装机容量|户数|存量|总量|寿命|债务)$/.test(name)) return "stock";
  return /(?:指数|浓度|密度|强度|比|结构|比例|比重|系数)$/.test(name) ? "index" : "flow";
}

/** For the reader of sentences. */
export function vocabularyOf(indicators: readonly DraftIndicator[], organisation: string): Vocabulary {
  return createVocabulary(indicators.map((indicator) => ({ ...indicator, planned: [] })), organisation);
}
