/** What the words of a plan come to. */
import type { Goal } from "../model/indicator.ts";

/** What is wrong with a wording: two figures that are nobody's, a unit other than the indicator's, or an unknown indicator. */
export interface Problem {
  readonly problem: "several" | "unit" | "indicator";
  readonly word: string;
}

export type Reading = { readonly goal: Goal } | Problem;
