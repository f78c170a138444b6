/** The doubts of an import, read again from its 导入核对.json. Anyone may have edited the file: what is not as we write it says nothing. */
import type { Text } from "../diagnostics/diagnostic.ts";
import type { DeskDoubt } from "../model/desk.ts";
import type { Decision, TableLine } from "./decision.ts";
import { detailOf, isOpen, titleOf } from "./describe-decision.ts";
import { reviewWordsOf } from "./review-words.ts";
import { indicatorRow } from "./vocabulary.ts";

/** Something that a person may settle, before it has a language and a table. */
export interface Doubt extends Omit<DeskDoubt, "reason" | "rows"> {
  readonly reason: Text;
  /** Rows that could be written, first that of the indicator that they are of; none where no table can hold it. */
  readonly lines: readonly TableLine[];
}

/** Texts that a decision of a kind has, beside those that all have. */
const TEXTS: Readonly<Record<Decision["type"], readonly string[]>> = {
  figure: ["name", "indicator", "measure", "value", "unit", "basis", "period", "area", "reference"],
  target: ["name", "indicator", "period", "wording"],
  project: ["name", "section", "status"],
  term: ["wording", "explanation"],
  count: ["name", "value", "unit"],
};
const TABLES: readonly string[] = ["indicators.csv", "observations.csv", "targets.csv", "projects.csv", "terms.csv"] satisfies readonly TableLine["table"][];

/** Those with a row for a table first, otherwise in the order of the text. */
export function readDoubts(json: string): readonly Doubt[] {
  const { decisions, lang } = parse(json);
  const words = reviewWordsOf(lang === "en" ? "en" : "zh-CN");
  const doubts = decisions.flatMap((decision, index): Doubt[] => {
    if (!isDecision(decision) || !isOpen(decision)) return [];
    const { place, sentence, text, reason, lines } = decision;
    return [{ number: index + 1, place: words.place(place.paragraph, place.line), sentence, words: text, title: titleOf(decision, words), detail: `${words.types[decision.type]} · ${detailOf(decision, words)}`, reason, lines: [...indicatorOf(decision), ...lines] }];
  });
  return doubts.toSorted((one, other) => Number(other.lines.length > 0) - Number(one.lines.length > 0));
}

/** What a row refers to may not be in the tables either. */
function indicatorOf(decision: Decision): readonly TableLine[] {
  if (decision.lines.length === 0 || (decision.type !== "figure" && decision.type !== "target") || decision.indicator === "") return [];
  return [indicatorRow(decision.indicator, decision.name === "" ? decision.indicator : decision.name, decision.type === "figure" ? decision.unit : "", decision.type === "figure" && decision.measure === "rank")];
}

function parse(json: string): { readonly decisions: readonly unknown[]; readonly lang: unknown } {
  try {
    const { decisions, lang } = JSON.parse(json) as { decisions?: unknown; lang?: unknown };
    return { decisions: Array.isArray(decisions) ? decisions : [], lang };
  } catch {
    return { decisions: [], lang: null };
  }
}

function isDecision(one: unknown): one is Decision {
  if (!isRecord(one) || typeof one["type"] !== "string" || !Object.hasOwn(TEXTS, one["type"])) return false;
  const { place, reason, lines, type } = one;
  const texts = [...TEXTS[type as Decision["type"]], "sentence", "text", "certainty"];
  return texts.every((key) => typeof one[key] === "string") && isRecord(place) && typeof place["paragraph"] === "number" && (place["line"] === null || typeof place["line"] === "number") && isRecord(reason) && typeof reason["zh"] === "string" && typeof reason["en"] === "string" && Array.isArray(lines) && lines.every(isLine);
}

function isLine(one: unknown): one is TableLine {
  return isRecord(one) && typeof one["table"] === "string" && TABLES.includes(one["table"]) && typeof one["line"] === "string";
}

function isRecord(one: unknown): one is Readonly<Record<string, unknown>> {
  return typeof one === "object" && one !== null;
}
