/** Turns `{{gdp.growth@2020}}` into the published text it stands for. */
import { invalidReference, noData, unknownField, type MissingPart } from "../diagnostics/messages/blocks.ts";
import { invalidPeriod } from "../diagnostics/messages/data.ts";
import type { Inline, ReferenceField } from "../model/deck.ts";
import { findObservation, findTarget, showTarget, type Indicator, type Observation } from "../model/indicator.ts";
import { parsePeriod, periodKey, type Period } from "../model/period.ts";
import type { Span } from "../model/span.ts";
import { formatFigure } from "../model/unit.ts";
import { wordsOf, type Words } from "../model/words.ts";
import type { ParseContext } from "./context.ts";
import { lookupIndicator } from "./lookup.ts";

/** `id`, `id.field`, `id.field@period`, `id.field@period/area`; spaces around the whole are allowed. */
const REFERENCE = /^(\s*)([\p{L}\p{N}_-]+)(?:\.([\p{L}\p{N}_-]+))?(?:@([^/]+?)(?:\/(.+?))?)?\s*$/u;
/** A longer text between braces refers to nothing. */
const LONGEST_REFERENCE = 500;
/** What an author may write after the point; `figure` is a reference without one. */
const FIELDS: readonly ReferenceField[] = ["value", "unit", "growth", "rank", "name", "target"];

type FigureInline = Extract<Inline, { type: "figure" }>;
/** What a plain text consists of. */
type PlainInline = Extract<Inline, { type: "text" | "figure" }>;

/**
 * Resolves the text between `{{` and `}}`; `span` covers the whole reference with its braces.
 * Null after reporting `invalid-reference`, `unknown-indicator`, `unknown-field`, `invalid-period` or `no-data`, or where a row of the indicator was reported.
 */
export function parseReference(text: string, span: Span, context: ParseContext): FigureInline | null {
  const match = text.length > LONGEST_REFERENCE ? null : REFERENCE.exec(text);
  if (match === null) {
    context.report(invalidReference(span, `{{${text}}}`));
    return null;
  }
  const [, gap = "", id = "", word, when, where] = match;
  const part = (start: number, length: number): Span => within(span, text.length + 4, start + 2, length);
  const indicator = lookupIndicator(id, part(gap.length, id.length), context.indicators, context.report);
  const field = word === undefined ? "figure" : FIELDS.find((known) => known === word);
  if (field === undefined) context.report(unknownField(part(gap.length + id.length + 1, word!.length), word!, FIELDS));
  const fallback = field === "target" ? (context.settings.plan ?? context.settings.period) : context.settings.period;
  const period = when === undefined ? fallback : parsePeriod(when);
  if (period === null) context.report(invalidPeriod(part(text.indexOf("@") + 1, when!.length), when!));
  if (indicator === null || field === undefined || period === null) return null;
  const area = where === undefined || where === context.settings.organisation ? null : where;
  const shown = showField(indicator, field, period, area, wordsOf(context.settings.lang));
  if (shown !== null) return { type: "figure", indicator: indicator.id, field, period, area, text: shown, span };
  if (indicator.rowsLost !== true) context.report(missing(span, indicator, field, period, area));
  return null;
}

/** The text and figures of a plain text (a YAML value, an attribute) at `span`; a wrong reference is reported and kept as written. */
export function readPlainText(text: string, span: Span, context: ParseContext): readonly PlainInline[] {
  const inlines: PlainInline[] = [];
  let at = 0;
  const addText = (end: number): void => {
    if (end > at) inlines.push({ type: "text", text: text.slice(at, end), span: within(span, text.length, at, end - at) });
    at = end;
  };
  for (const { 0: whole, 1: inner = "", index } of text.matchAll(/\{\{(.*?)(?:\}\}|$)/gs)) {
    const place = within(span, text.length, index, whole.length);
    const figure = whole.endsWith("}}") ? parseReference(inner, place, context) : null;
    if (!whole.endsWith("}}")) context.report(invalidReference(place, whole));
    if (figure === null) continue;
    addText(index);
    inlines.push(figure);
    at = index + whole.length;
  }
  addText(text.length);
  return inlines;
}

/** What a plain text shows. */
export function plainText(inlines: readonly PlainInline[]): string {
  return inlines.map((inline) => inline.text).join("");
}

/**
 * The part of `span` that starts at `start` of its `length` characters. A span that is two characters longer has quotes around
 * them. Any other span cannot be divided (line breaks, escapes), so all of it stands for the part.
 */
function within(span: Span, length: number, start: number, partLength: number): Span {
  const width = span.endColumn - span.column;
  const quotes = width === length ? 0 : width === length + 2 ? 1 : null;
  if (span.line !== span.endLine || quotes === null) return span;
  const column = span.column + quotes + start;
  return { ...span, column, endColumn: column + partLength };
}

function showField(indicator: Indicator, field: ReferenceField, period: Period, area: string | null, words: Words): string | null {
  const { value, growth, rank } = findObservation(indicator, period, area) ?? { value: null, growth: null, rank: null };
  const place = rank === null ? null : words.place(rank);
  switch (field) {
    case "name":
      return indicator.name;
    case "unit":
      return indicator.unit;
    case "figure":
      if (indicator.kind === "rank") return place;
      return value === null ? null : formatFigure(value, indicator.unit);
    case "value":
      return value?.raw ?? null;
    case "growth":
      return growth?.raw ?? null;
    case "rank":
      return place;
    case "target": {
      const target = area === null ? findTarget(indicator, period) : null;
      return target === null ? null : showTarget(target);
    }
  }
}

function missing(span: Span, indicator: Indicator, field: ReferenceField, period: Period, area: string | null): ReturnType<typeof noData> {
  const part: MissingPart = field === "name" || field === "unit" ? "data" : field === "figure" && indicator.kind === "rank" ? "rank" : field;
  const when = area === null ? periodKey(period) : `${periodKey(period)}/${area}`;
  const rows = indicator.observations.filter((row) => row.area === area && has(row, part));
  const periods = part === "target" ? indicator.targets : rows;
  return noData(span, indicator.name, part, when, periods.map((row) => periodKey(row.period)));
}

function has(row: Observation, part: MissingPart): boolean {
  if (part === "growth") return row.growth !== null;
  return part === "rank" ? row.rank !== null : row.value !== null;
}
