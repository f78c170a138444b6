/** `type: share`: parts of a whole; the rest is computed exactly, and shown only if the author asks for derived figures. */
import { Big } from "big.js";
import { noParts, notAPart, partsExceedWhole, partUnit, tooManyParts } from "../../diagnostics/messages/blocks.ts";
import type { Chart, SharePart } from "../../model/chart.ts";
import { intervalOf } from "../../model/figure-interval.ts";
import { subtractedRange, subtractFigures, type Figure } from "../../model/figure.ts";
import type { Observation } from "../../model/indicator.ts";
import { add, isBelow, pointInterval } from "../../model/interval.ts";
import type { Period } from "../../model/period.ts";
import { formatFigure } from "../../model/unit.ts";
import type { ChartWords } from "../../model/words.ts";
import { choice, list, nullable, optional, record, required, type Located, type Shaped } from "../shape.ts";
import { flag, period } from "../values.ts";
import { checkHighlight, FRAME, frameOf } from "./chart-frame.ts";
import { indicatorId, neededNumber, resolveIndicator, resolveIndicators, allOrNull, type Desk, type Named } from "./desk.ts";

export const SHARE = record({
  type: required(choice(["share"])),
  whole: required(indicatorId),
  parts: optional(nullable(list(indicatorId, 1)), null),
  form: optional(choice(["bar", "pie"]), "bar"),
  period: optional(nullable(period), null),
  highlight: optional(nullable(indicatorId), null),
  derived: optional(flag, false),
  ...FRAME,
}, "chart type: share");

/** A pie with more slices cannot be read. */
const PIE_PARTS = 3;

export function resolveShare(keys: Shaped<typeof SHARE>, desk: Desk): Chart | null {
  const at = keys.period ?? desk.settings.period;
  const whole = resolveIndicator(keys.whole, desk);
  if (whole === null) return null;
  const named = partsOf(whole, keys.parts, desk);
  const total = neededNumber(whole, at, desk);
  const found = named === null ? null : allOrNull(named.map((one) => neededNumber(one, at, desk)));
  if (named === null || total === null || found === null) return null;
  const highlight = checkHighlight(keys.highlight, named.map(({ indicator }) => indicator.id), desk);
  const parts = named.map(({ indicator }, index): SharePart => ({ indicator: indicator.id, name: indicator.name, value: found[index]!.figure, derived: null }));
  const rest = restOf({ named: whole, value: total.figure }, parts, keys.derived, desk);
  if (highlight === undefined || rest === null) return null;
  const all = [...parts, ...rest];
  if (keys.form === "pie" && all.length > PIE_PARTS) {
    desk.context.report(tooManyParts(desk.span, all.length));
    return null;
  }
  return chartOf(keys, at, { named: whole, value: total.figure }, all, [total.row, ...found.map(({ row }) => row)], highlight, desk);
}

interface Whole {
  readonly named: Named;
  readonly value: Figure;
}

function chartOf(keys: Shaped<typeof SHARE>, at: Period, { named, value }: Whole, parts: readonly SharePart[], rows: readonly Observation[], highlight: string | null, desk: Desk): Chart {
  const { name, id, unit } = named.indicator;
  const { charts } = desk.words;
  const when = desk.words.period(at);
  const told = parts.map((part) => charts.says(part.name, tellPart(part, unit, charts)));
  const statement = charts.inPeriod(when, [charts.ofWhich(charts.says(name, formatFigure(value, unit)), told)]);
  const frame = frameOf(keys, { title: charts.shareTitle(when, name), statement, highlight, rows }, desk);
  return { ...frame, type: "share", period: at, whole: { indicator: id, name, unit, value }, parts, form: keys.form };
}

/** A part as published; the rest as derived, or without a figure. */
function tellPart({ indicator, value, derived }: SharePart, unit: string, charts: ChartWords): string {
  const figure = formatFigure(value, unit);
  if (indicator !== null) return figure;
  return derived === null ? charts.notItemised : charts.derived(figure, derived.range);
}

/** The parts an author lists, or all registered ones; each must be a part in the same unit. Null after reporting. */
function partsOf(whole: Named, ids: readonly Located<string>[] | null, desk: Desk): Named[] | null {
  const { report, indicators } = desk.context;
  const { id, name, unit } = whole.indicator;
  const all = indicators.filter((indicator) => indicator.partOf === id).map((indicator) => ({ indicator, span: whole.span }));
  const named = ids === null ? all : resolveIndicators(ids, desk);
  if (named === null) return null;
  if (named.length === 0) report(noParts(whole.span, name, id));
  const sound = named.map((part) => {
    const { indicator, span } = part;
    const problem = indicator.partOf !== id ? notAPart(span, indicator.name, name, id) : indicator.unit !== unit ? partUnit(span, indicator.name, indicator.unit, unit) : null;
    if (problem !== null) report(problem);
    return problem === null ? part : null;
  });
  return named.length === 0 ? null : allOrNull(sound);
}

/**
 * What the parts leave over, as one part; none where rounding may explain the difference, since a rest is drawn only if it is certain.
 * Null after reporting that the parts exceed the whole however all were rounded.
 */
function restOf({ named: whole, value: total }: Whole, parts: readonly SharePart[], told: boolean, desk: Desk): SharePart[] | null {
  const figures = parts.map((part) => part.value);
  const sum = figures.map(intervalOf).reduce(add, pointInterval(new Big(0)));
  const { value, decimals } = subtractFigures(total, figures);
  if (isBelow(intervalOf(total), sum)) {
    const { name, unit } = whole.indicator;
    desk.context.report(partsExceedWhole(whole.span, name, formatFigure(total, unit), value.replace(/^-/, "") + unit));
    return null;
  }
  if (!isBelow(sum, intervalOf(total)) || value.startsWith("-")) return [];
  const derived = told ? { range: subtractedRange(total, figures) } : null;
  return [{ indicator: null, name: desk.words.rest, value: { raw: value, value, decimals, qualifier: "about" }, derived }];
}
