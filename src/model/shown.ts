/** The figures that blocks show: cards, targets and every datum of a chart. */
import type { Chart } from "./chart.ts";
import type { BlockOf, Counted, FigureCard, ReferenceField } from "./deck.ts";
import type { Period } from "./period.ts";
import { formatFigure } from "./unit.ts";
import type { Figure } from "./figure.ts";
import { growthText, type Growth } from "./growth.ts";
import type { Published } from "./published.ts";

/** One figure as a block shows it. */
export interface Shown {
  /** Null for the rest of a whole. */
  readonly indicator: string | null;
  readonly period: Period | null;
  /** Null is the deck's own area. */
  readonly area: string | null;
  readonly field: ReferenceField;
  readonly text: string;
  readonly origin: "bound" | "literal" | "derived";
}

type FigureBlock = BlockOf<"chart" | "figures" | "targets" | "units" | "review">;

/** Every figure of a block, in the order it is shown. */
export function shownInBlock(block: FigureBlock): Shown[] {
  switch (block.type) {
    case "figures":
      return block.cards.flatMap((card) => shownOnCard(card, block.period));
    case "targets":
      return block.cards.map(({ indicator, wording }) => bound(indicator, block.period, "target", wording));
    case "units":
      return [block.counted, ...(block.lit === null ? [] : [block.lit])].map(shownCount);
    case "review":
      return block.rows.flatMap(({ indicator, before, now, unit, growth }) => [
        ...level(indicator, block.from, before, unit),
        ...level(indicator, block.to, now, unit),
        ...(growth === null ? [] : [bound(indicator, growth.period, "growth", growth.text)]),
      ]);
    case "chart":
      return shownInChart(block.chart);
  }
}

/** The number of projects is counted in their table and belongs to no indicator. */
function shownCount({ origin, text }: Counted): Shown {
  return origin === null ? { indicator: null, period: null, area: null, field: "value", text, origin: "derived" } : bound(origin.indicator, origin.period, origin.field, text);
}

function shownOnCard({ indicator, value, unit, growth, rank }: FigureCard, period: Period): Shown[] {
  return [...level(indicator, period, value, unit), ...rate(indicator, period, growth), ...place(indicator, period, rank)];
}

function shownInChart(chart: Chart): Shown[] {
  switch (chart.type) {
    case "growth":
      return [...chart.bars.flatMap(({ indicator, growth }) => rate(indicator, chart.period, growth)), ...typed(chart.reference)];
    case "trend":
      return chart.points.flatMap(({ period, value, growth }) => [...level(chart.indicator, period, value, chart.unit), ...rate(chart.indicator, period, growth)]);
    case "target":
      return chart.rows.flatMap(({ indicator, last, wording }) => [...rate(indicator, chart.from, last), bound(indicator, chart.to, "target", wording)]);
    case "progress":
      return chart.rows.flatMap(({ indicator, actual, target, unit, measure }) => [
        ...(measure === "growth" ? [bound(indicator, chart.period, "growth", actual.raw)] : level(indicator, chart.period, actual, unit)),
        bound(indicator, chart.period, "target", formatFigure(target, unit)),
      ]);
    case "share":
      return shownInShare(chart);
    case "compare":
      return chart.groups.flatMap(({ indicator, unit, bars }) =>
        bars.flatMap(({ area, own, value }) => {
          if (value === null) return [];
          const text = chart.measure === "growth" || value.figure === null ? value.text : formatFigure(value.figure, unit);
          return [{ ...bound(indicator, chart.period, chart.measure === "growth" ? "growth" : "figure", text), area: own ? null : area }];
        }),
      );
    case "ranking":
      return chart.bars.map(({ own, area, value }) => {
        const text = chart.measure === "growth" || value.figure === null ? value.text : formatFigure(value.figure, chart.unit);
        return { ...bound(chart.indicator, chart.period, chart.measure === "growth" ? "growth" : "figure", text), area: own ? null : area };
      });
    case "structure":
      return chart.bars.map(({ period, raw }) => bound(chart.indicator, period, "figure", raw));
    case "rank":
      return chart.points.flatMap(({ period, rank }) => place(chart.indicator, period, rank));
  }
}

/** The rest counts as a figure only if the author asked to show it. */
function shownInShare({ period, whole, parts }: Extract<Chart, { type: "share" }>): Shown[] {
  return [...level(whole.indicator, period, whole.value, whole.unit), ...parts.flatMap(({ indicator, value, derived }): Shown[] => {
    if (indicator !== null) return level(indicator, period, value, whole.unit);
    return derived === null ? [] : [{ indicator: null, period: null, area: null, field: "value", text: formatFigure(value, whole.unit), origin: "derived" }];
  })];
}

function level(indicator: string, period: Period, value: Published | null, unit: string): Shown[] {
  return value === null ? [] : [bound(indicator, period, "figure", formatFigure(value, unit))];
}

function rate(indicator: string, period: Period, growth: Growth | null): Shown[] {
  return growth === null ? [] : [bound(indicator, period, "growth", growthText(growth))];
}

function place(indicator: string, period: Period, rank: number | null): Shown[] {
  return rank === null ? [] : [bound(indicator, period, "rank", `${rank}`)];
}

/** The author types the value of a reference line, so it comes from no table. */
function typed(reference: Figure | null): Shown[] {
  return reference === null ? [] : [{ indicator: null, period: null, area: null, field: "value", text: reference.raw, origin: "literal" }];
}

function bound(indicator: string, period: Period, field: ReferenceField, text: string): Shown {
  return { indicator, period, area: null, field, text, origin: "bound" };
}
