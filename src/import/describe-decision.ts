/** What an import recognised, in words for a person. */
import { parsePublished } from "../model/published.ts";
import { formatFigure } from "../model/unit.ts";
import type { Decision } from "./decision.ts";
import type { ReviewWords } from "./review-words.ts";

/** What is only counted is no doubt. */
export function isOpen({ certainty, type }: Decision): boolean {
  return certainty === "unsure" && type !== "count";
}

/** Name and figure. */
export function titleOf(decision: Decision, words: ReviewWords): string {
  const { name, value } = decision.type === "target" ? { name: decision.name, value: decision.wording } : decision.type === "term" ? { name: decision.wording, value: "" } : decision.type === "project" ? { name: decision.name, value: "" } : { name: decision.name, value: shownFigure(decision.value, decision.unit) };
  return [name === "" && value !== "" ? `（${words.nameless}）` : name, value].filter((part) => part !== "").join(" ");
}

/** As a slide shows it: 25家以上. */
function shownFigure(value: string, unit: string): string {
  const published = parsePublished(value);
  return published === null || value.endsWith(unit) ? value : formatFigure(published, unit);
}

/** Time, area and what else is known of it. */
export function detailOf(decision: Decision, words: ReviewWords): string {
  const parts = ((): readonly string[] => {
    switch (decision.type) {
      case "figure":
        return [words.measures[decision.measure], decision.basis === "" ? "" : words.basis(decision.basis), words.period(decision.period), decision.area, decision.reference];
      case "target":
        return [words.period(decision.period)];
      case "project":
        return [decision.section, decision.status];
      case "term":
        return [decision.explanation];
      case "count":
        return [];
    }
  })();
  return parts.filter((part) => part !== "").join(" · ");
}
