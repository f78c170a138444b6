/** `type: structure`: the parts of a whole as a published ratio gives them (三次产业 21.9∶38.7∶39.4), in one period or several. */
import { notARatio, ratioNames } from "../../diagnostics/messages/blocks.ts";
import { Big } from "big.js";
import type { Chart, StructureBar } from "../../model/chart.ts";
import type { Observation } from "../../model/indicator.ts";
import { periodKey, type Period } from "../../model/period.ts";
import { choice, list, located, nullable, optional, record, required, type Shaped } from "../shape.ts";
import { period, text } from "../values.ts";
import { checkHighlight, FRAME, frameOf } from "./chart-frame.ts";
import { indicatorId, neededFigure, resolveIndicator, allOrNull, type Desk, type Named } from "./desk.ts";

/** Limits, also in docs/authoring.md. */
const MOST_PARTS = 6;
const MOST_PERIODS = 4;

export const STRUCTURE = record({
  type: required(choice(["structure"])),
  indicator: required(indicatorId),
  names: required(located(list(located(text), 2, MOST_PARTS))),
  periods: optional(nullable(list(period, 1, MOST_PERIODS)), null),
  highlight: optional(nullable(located(text)), null),
  ...FRAME,
}, "chart type: structure");

export function resolveStructure(keys: Shaped<typeof STRUCTURE>, desk: Desk): Chart | null {
  const named = resolveIndicator(keys.indicator, desk);
  if (named === null) return null;
  const names = keys.names.value.map(({ value }) => value);
  const found = allOrNull((keys.periods ?? [desk.settings.period]).map((at) => barOf(named, at, names.length, keys.names.span, desk)));
  const highlight = checkHighlight(keys.highlight, names, desk);
  if (found === null || highlight === undefined) return null;
  const { charts } = desk.words;
  const bars = found.map(({ bar }) => bar);
  const whens = bars.map((bar) => desk.words.period(bar.period));
  const frame = frameOf(keys, {
    title: charts.structureTitle(whens.join(charts.listMark), named.indicator.name),
    statement: charts.sentence(bars.map((bar, index) => `${whens[index]!}${charts.lists(named.indicator.name, bar.terms.map((term, part) => charts.says(names[part]!, shownTerm(term, bar))))}`)),
    highlight,
    rows: found.map(({ row }) => row),
  }, desk);
  return { ...frame, type: "structure", indicator: named.indicator.id, name: named.indicator.name, names, bars };
}

/** With its per cent sign where the terms make up a hundred. */
function shownTerm(term: string, { hundred }: StructureBar): string {
  return hundred ? `${term}%` : term;
}

function barOf(named: Named, at: Period, count: number, namesSpan: Parameters<typeof ratioNames>[0], desk: Desk): { readonly bar: StructureBar; readonly row: Observation } | null {
  const found = neededFigure(named, "value", at, desk);
  if (found === null) return null;
  const { figure, row } = found;
  if (figure.value !== null || figure.form !== "ratio") {
    desk.context.report(notARatio(named.span, named.indicator.name, figure.raw, periodKey(at)));
    return null;
  }
  if (figure.numbers.length !== count) {
    desk.context.report(ratioNames(namesSpan, named.indicator.name, figure.raw, figure.numbers.length, count));
    return null;
  }
  return { row, bar: { period: at, raw: figure.raw, terms: figure.numbers, hundred: isHundred(figure.numbers) } };
}

/** Terms that are per cent: their sum is 100 but for what rounding each of them explains. */
function isHundred(terms: readonly string[]): boolean {
  const sum = terms.reduce((total, term) => total.plus(term), new Big(0));
  const slack = terms.reduce((total, term) => total.plus(`5e-${(term.split(".")[1]?.length ?? 0) + 1}`), new Big(0));
  return sum.minus(100).abs().lte(slack);
}
