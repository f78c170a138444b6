/** The figures of a chart as a table for those who do not see it: as published, words included. */
import type { Chart, GrowthBar, SharePart } from "../../model/chart.ts";
import type { Figure } from "../../model/figure.ts";
import type { Goal } from "../../model/indicator.ts";
import type { PlotWords } from "../../model/plot-words.ts";
import type { Words } from "../../model/words.ts";
import { element, escapeHtml } from "../html.ts";
import type { LineBreaker } from "../line-break.ts";
import type { Frame } from "./frame.ts";
import { printed } from "./printed.ts";
import { phrases } from "./text-width.ts";

/** Column heads, then rows whose first cell is their head. */
interface Cells {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Renders the visually hidden table with caption and scopes. */
export function renderDataTable(chart: Chart, frame: Frame): string {
  const { head, rows } = cellsOf(chart, frame);
  const setCell = (cell: string): string => breakable(cell, frame.breaks);
  const headCells = head.map((cell) => element("th", { scope: "col" }, setCell(cell))).join("");
  const bodyRows = rows.map(([first = "", ...rest]) =>
    element("tr", {}, element("th", { scope: "row" }, setCell(first)) + rest.map((cell) => element("td", {}, setCell(cell))).join("")),
  );
  const caption = element("caption", {}, escapeHtml(chart.title));
  const body = element("thead", {}, element("tr", {}, headCells)) + element("tbody", {}, bodyRows.join(""));
  return element("table", { class: "chart-data visually-hidden" }, caption + body);
}

/** Shorter texts stand on one line in any table. */
const SHORT = 6;

/** Text that may be broken between phrases: on a phone the table is seen. */
function breakable(text: string, findBreaks: LineBreaker): string {
  return text.length <= SHORT ? escapeHtml(text) : phrases(text, findBreaks).map(escapeHtml).join("<wbr>");
}

function cellsOf(chart: Chart, { words, plot }: Frame): Cells {
  const shown = (figure: Figure | null, unit = ""): string => (figure === null ? plot.unpublished : printed(figure, unit));
  switch (chart.type) {
    case "growth":
      return growthCells(chart.bars, words.period(chart.period), plot);
    case "trend":
      return {
        head: [plot.period, plot.withUnit(plot.value, chart.unit), plot.growth],
        rows: chart.points.map((point) => [words.period(point.period), shown(point.value), shown(point.growth)]),
      };
    case "target":
      return {
        head: [plot.indicator, plot.growthIn(words.period(chart.from)), plot.targetOf(words.period(chart.to), null)],
        rows: chart.rows.map((row) => [row.name, shown(row.last), goalText(row.goal, row.wording, plot)]),
      };
    case "progress":
      return {
        head: [plot.indicator, plot.actualBar, plot.targetMark],
        rows: chart.rows.map((row) => [row.name, shown(row.actual, row.measure === "level" ? row.unit : ""), shown(row.target, row.measure === "level" ? row.unit : "")]),
      };
    case "share":
      return {
        head: [plot.part, plot.withUnit(plot.value, chart.whole.unit)],
        rows: [...chart.parts.map((part) => [part.name, shareText(part, words)]), [chart.whole.name, printed(chart.whole.value)]],
      };
    case "compare":
      return {
        head: [plot.indicator, ...areasOf(chart.groups)],
        rows: chart.groups.map((group) => [
          chart.measure === "value" ? plot.withUnit(group.name, group.unit) : group.name,
          ...areasOf(chart.groups).map((area) => shown(group.bars.find((bar) => bar.area === area)?.value ?? null)),
        ]),
      };
    case "rank":
      return { head: [plot.period, plot.rank], rows: chart.points.map((point) => [words.period(point.period), point.rank === null ? plot.unpublished : words.place(point.rank)]) };
  }
}

/** Growth and, where it was published with it, the level. */
function growthCells(bars: readonly GrowthBar[], when: string, plot: PlotWords): Cells {
  const levels = bars.some((bar) => bar.value !== null);
  const level = ({ value, unit }: GrowthBar): string => (value === null ? plot.unpublished : printed(value, unit));
  return {
    head: [plot.indicator, ...(levels ? [plot.value] : []), plot.growthIn(when)],
    rows: bars.map((bar) => [bar.name, ...(levels ? [level(bar)] : []), printed(bar.growth)]),
  };
}

function areasOf(groups: readonly { readonly bars: readonly { readonly area: string }[] }[]): readonly string[] {
  return [...new Set(groups.flatMap((group) => group.bars.map((bar) => bar.area)))];
}

/** A rest that nobody published has no figure here either. */
function shareText({ indicator, value, derived }: SharePart, { charts }: Words): string {
  if (derived !== null) return charts.derived(printed(value), derived.range);
  return indicator === null ? "—" : printed(value);
}

function goalText(goal: Goal, wording: string, plot: PlotWords): string {
  return goal.type === "in-step-with" ? plot.inStepInFull(goal.name) : wording;
}
