/** The rows of data/ that a figure in the text may be compared with. */
import type { Deck, ReferenceField } from "../../model/deck.ts";
import { parseFigure, type Figure } from "../../model/figure.ts";
import { percentOf, type Growth } from "../../model/growth.ts";
import { showTarget, type Observation, type Target } from "../../model/indicator.ts";
import { samePeriod } from "../../model/period.ts";
import { isFigure, numberOf, type Published } from "../../model/published.ts";
import { formatFigure } from "../../model/unit.ts";
import { wordsOf } from "../../model/words.ts";
import type { Reading } from "../../language/reading.ts";
import { indexRows } from "./rows.ts";

/** A row that a literal may be compared with. */
export interface Candidate {
  readonly row: Observation | Target;
  readonly field: ReferenceField;
  /** As every other surface shows it. */
  readonly published: string;
  /** Null for words and for a ratio. */
  readonly figure: Figure | null;
  /** Of the figure; null where it needs none: growth, places. */
  readonly unit: string | null;
  /** The terms of a ratio, as decimal text; null for anything else. */
  readonly ratio: readonly string[] | null;
}

/**
 * A plan is compared with its targets first; anything else with what was reached first, since a list of targets may not say that
 * it is one. Where words name the year, only that year is meant: a sentence on 2024 never has a target of 2025.
 */
export function candidatesOf({ indicator, measure, period, dated, area, planned }: Reading, { indicators, settings }: Deck): Candidate[] {
  const rows = indexRows(indicators);
  const reached = observed(rows.observation(indicator.id, period, area), indicator.unit, measure, settings.lang);
  const periods = settings.plan !== null && !dated && samePeriod(period, settings.period) ? [settings.plan, period] : [period];
  const plans = area === null ? periods.flatMap((when) => intended(rows.target(indicator.id, when), measure)) : [];
  return planned || (settings.plan !== null && samePeriod(period, settings.plan)) ? [...plans, ...reached] : [...reached, ...(reached.length > 0 || !samePeriod(period, settings.period) ? plans : [])];
}

/** The unit of a change in the indicator's own unit: 万人 of 0.7万人. */
const NUMBER = /^\D{0,3}?\d[\d,]*(?:\.\d+)?[余多]?|(?:左右|以上|以内)$/g;

function observed(row: Observation | null, unit: string, measure: Reading["measure"], lang: Deck["settings"]["lang"]): Candidate[] {
  if (row === null) return [];
  const { value, growth, rank } = row;
  const ofGrowth = (one: Growth, figure: Figure | null, its: string | null): Candidate[] => [{ row, field: "growth", published: one.raw, figure, unit: its, ratio: null }];
  const ofValue = (one: Published): Candidate[] => [{ row, field: "figure", published: formatFigure(one, unit), figure: numberOf(one), unit, ratio: null }];
  switch (measure.type) {
    case "rank":
      return rank === null ? [] : [{ row, field: "figure", published: wordsOf(lang).place(rank), figure: parseFigure(`${rank}`), unit: null, ratio: null }];
    case "level":
    case "sum":
      return value === null ? [] : ofValue(value);
    case "ratio":
      return value === null || isFigure(value) || value.form !== "ratio" ? [] : ofValue(value).map((candidate) => ({ ...candidate, ratio: value.numbers }));
    case "growth":
      // Growth against another base is none of the year: 年均增长6.2%.
      return growth === null || growth.against === "other" ? [] : ofGrowth(growth, percentOf(growth), null);
    case "average":
      return growth === null || !/年均|平均/.test(growth.base ?? "") ? [] : ofGrowth(growth, percentOf(growth), null);
    case "points":
      return growth?.measure !== "points" || growth.against === "other" ? [] : ofGrowth(growth, growth.figure, null);
    case "amount":
      return growth?.measure !== "amount" || growth.against === "other" || growth.figure === null ? [] : ofGrowth(growth, growth.figure, growth.figure.raw.replace(NUMBER, ""));
  }
}

/** Both figures of 增长4%，达到65亿元 are the target's; either is published as the whole wording. */
function intended(row: Target | null, measure: Reading["measure"]): Candidate[] {
  if (row === null) return [];
  return [row.goal, ...(row.also === null ? [] : [row.also.goal])].flatMap((goal): Candidate[] => {
    if ((goal.type !== "growth" && goal.type !== "level" && goal.type !== "points") || goal.type !== measure.type) return [];
    return [{ row, field: "target", published: showTarget(row), figure: goal.figure, unit: goal.type === "level" ? goal.unit : null, ratio: null }];
  });
}
