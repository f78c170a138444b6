/** Names of published cells: the field, indicator, period and area that a shown figure comes from. */
import type { ReferenceField } from "./deck.ts";
import type { Indicator } from "./indicator.ts";
import { periodKey, type Period } from "./period.ts";

/** A cell of data/: what was published or planned for an indicator. */
export type PublishedField = "value" | "growth" | "rank" | "target";

export interface FigureReference {
  readonly indicator: string;
  readonly field: PublishedField;
  readonly period: Period;
  /** Null is the deck's own area. */
  readonly area: string | null;
}

/** `gdp.growth@2021`, `gdp.value@2021/苏州市`: equal references have equal keys. */
export function referenceKey({ indicator, field, period, area }: FigureReference): string {
  return `${indicator}.${field}@${periodKey(period)}${area === null ? "" : `/${area}`}`;
}

/** The cell that a field of an indicator shows; null for its name and unit, which are not figures. */
export function publishedField(field: ReferenceField, indicator: Indicator): PublishedField | null {
  switch (field) {
    case "figure":
      return indicator.kind === "rank" ? "rank" : "value";
    case "value":
    case "growth":
    case "rank":
    case "target":
      return field;
    case "name":
    case "unit":
      return null;
  }
}
