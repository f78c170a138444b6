/** The figures of a chart as a table for readers who cannot see it: as published, including words, each with the row it comes from. */
import { hasRowPerBar, type Chart, type CompareGroup, type Datum, type GrowthBar, type SharePart } from "../../model/chart.ts";
import type { Growth } from "../../model/growth.ts";
import { figureOfGoal, type Goal } from "../../model/indicator.ts";
import { periodKey, type Period } from "../../model/period.ts";
import type { PlotWords } from "../../model/plot-words.ts";
import type { Published } from "../../model/published.ts";
import type { Words } from "../../model/words.ts";
import { element, escapeHtml } from "../html.ts";
import type { LineBreaker } from "../line-break.ts";
import type { Frame } from "./frame.ts";
import { printed, printedGrowth, withMinus } from "./printed.ts";
import { phrases, textWidth } from "./text-width.ts";

/** Column heads, then rows. */
interface Cells {
  readonly head: readonly string[];
  readonly rows: readonly Row[];
}

interface Row {
  readonly name: string;
  readonly cells: readonly Cell[];
}

/** A figure, or the text shown when none was published, with the row of data/ that it was looked up in. */
interface Cell {
  readonly text: string;
  /** Decimal text, or the words of a target; null if there is no figure. */
  readonly value: string | null;
  readonly indicator: string;
  /** `rest` is what is left of the indicator after its parts. */
  readonly field: "figure" | "growth" | "rank" | "target" | "rest";
  readonly period: Period;
  /** Null is the deck's own area. */
  readonly area: string | null;
}

/** Renders the visually hidden table with its caption and scopes. */
export function renderDataTable(chart: Chart, frame: Frame): string {
  const { head, rows } = cellsOf(chart, frame);
  const stacked = isWide(head, rows, frame.breaks);
  const headCells = head.map((text) => element("th", { scope: "col" }, breakable(text, frame.breaks))).join("");
  const bodyRows = rows.map(({ name, cells }, index) =>
    element("tr", { "data-row": index }, element("th", { scope: "row" }, breakable(name, frame.breaks)) + cells.map((one, column) => element("td", { "data-head": stacked ? (head[column + 1] ?? null) : null }, renderCell(one, frame.breaks))).join("")),
  );
  const caption = element("caption", {}, escapeHtml(chart.title));
  const body = element("thead", {}, element("tr", {}, headCells)) + element("tbody", {}, bodyRows.join(""));
  return element("table", { class: stacked ? "chart-data chart-stacked visually-hidden" : "chart-data visually-hidden" }, caption + body);
}

/** Pixels that a phone has for a row, the size of its type, the gap between columns, and the least width of names (reading.css). */
const PHONE = { width: 350, size: 16, gap: 12, name: 147 } as const;

/** Whether a phone has no room for the columns side by side, however text breaks: there a row's name stands above its figures. */
function isWide(head: readonly string[], rows: readonly Row[], breaks: LineBreaker): boolean {
  const least = (text: string): number => Math.max(...(text.length <= SHORT ? [text] : phrases(text, breaks)).map((part) => textWidth(part.trimEnd(), "sans", PHONE.size)));
  const columns = head.map((text, column) => Math.max(least(text), ...rows.map(({ name, cells }) => (column === 0 ? Math.max(PHONE.name, least(name)) : least(cells[column - 1]?.text ?? "")))));
  return columns.reduce((sum, width) => sum + width, 0) + PHONE.gap * (columns.length - 1) > PHONE.width;
}

function renderCell({ text, value, indicator, field, period, area }: Cell, breaks: LineBreaker): string {
  const origin = { "data-indicator": indicator, "data-field": field, "data-period": periodKey(period), "data-area": area };
  return value === null ? element("span", origin, breakable(text, breaks)) : element("data", { value, ...origin }, breakable(text, breaks));
}

/** Texts up to this length fit on one line in any table. */
const SHORT = 6;

/** Text that may break between phrases: phones show the table. */
function breakable(text: string, findBreaks: LineBreaker): string {
  return text.length <= SHORT ? escapeHtml(text) : phrases(text, findBreaks).map(escapeHtml).join("<wbr>");
}

function cellsOf(chart: Chart, frame: Frame): Cells {
  const { words, plot } = frame;
  switch (chart.type) {
    case "growth":
      return growthCells(chart.bars, chart.period, frame);
    case "trend": {
      const { indicator, unit, points } = chart;
      return {
        head: [plot.period, plot.withUnit(plot.value, unit), points.every(({ growth }) => growth === null || growth.base === null) ? plot.growth : plot.change],
        rows: points.map(({ period, value, growth }) => ({ name: words.period(period), cells: [cell(value, indicator, "figure", period, plot), growthCell(growth, indicator, period, plot)] })),
      };
    }
    case "target":
      return {
        head: [plot.indicator, plot.growthIn(words.period(chart.from)), plot.targetFor(words.period(chart.to))],
        rows: chart.rows.map(({ name, indicator, last, goal, wording }) => ({ name, cells: [growthCell(last, indicator, chart.from, plot), goalCell(goal, wording, indicator, chart.to)] })),
      };
    case "progress":
      return {
        head: [plot.indicator, plot.actualBar, plot.targetMark],
        rows: chart.rows.map(({ name, indicator, measure, unit, actual, target }) => {
          const [field, suffix] = measure === "level" ? (["figure", unit] as const) : (["growth", ""] as const);
          return { name, cells: [cell(actual, indicator, field, chart.period, plot, suffix), cell(target, indicator, "target", chart.period, plot, suffix)] };
        }),
      };
    case "share":
      return shareCells(chart, words, plot);
    case "compare":
      return compareCells(chart, plot);
    case "ranking":
      return rankingCells(chart, frame);
    case "structure":
      return structureCells(chart, frame);
    case "rank":
      return {
        head: [plot.period, plot.rank],
        rows: chart.points.map(({ period, rank }) => {
          const text = rank === null ? plot.unpublished : words.place(rank);
          return { name: words.period(period), cells: [{ text, value: rank === null ? null : `${rank}`, indicator: chart.indicator, field: "rank", period, area: null }] };
        }),
      };
  }
}

function growthCell(growth: Growth | null, indicator: string, period: Period, plot: PlotWords): Cell {
  const text = growth === null ? plot.unpublished : printedGrowth(growth);
  return { text, value: growth === null ? null : (growth.figure?.value ?? text), indicator, field: "growth", period, area: null };
}

function cell(figure: Published | null, indicator: string, field: Cell["field"], period: Period, plot: PlotWords, unit = ""): Cell {
  return { text: figure === null ? plot.unpublished : printed(figure, unit), value: figure === null ? null : (figure.value ?? figure.raw), indicator, field, period, area: null };
}

/** Growth and, where both were published, the level. */
function growthCells(bars: readonly GrowthBar[], period: Period, { words, plot }: Frame): Cells {
  const levels = bars.some((bar) => bar.value !== null);
  return {
    head: [plot.indicator, ...(levels ? [plot.value] : []), plot.growthIn(words.period(period))],
    rows: bars.map(({ name, indicator, value, unit, growth }) => {
      const rate = growthCell(growth, indicator, period, plot);
      return { name, cells: levels ? [cell(value, indicator, "figure", period, plot, unit), rate] : [rate] };
    }),
  };
}

function goalCell(goal: Goal, wording: string, indicator: string, period: Period): Cell {
  return { text: wording, value: figureOfGoal(goal)?.value ?? wording, indicator, field: "target", period, area: null };
}

function shareCells({ whole, parts, period }: Extract<Chart, { type: "share" }>, words: Words, plot: PlotWords): Cells {
  const partCell = (part: SharePart): Cell =>
    part.indicator === null ? restCell(part, whole, period, words) : cell(part.value, part.indicator, "figure", period, plot);
  return {
    head: [plot.part, plot.withUnit(plot.value, whole.unit)],
    rows: [...parts.map((part) => ({ name: part.name, cells: [partCell(part)] })), { name: whole.name, cells: [cell(whole.value, whole.indicator, "figure", period, plot)] }],
  };
}

/** A rest that nobody published has no figure here either. */
function restCell({ value, derived }: SharePart, { indicator, unit }: { readonly indicator: string; readonly unit: string }, period: Period, { charts }: Words): Cell {
  const told = derived === null ? { text: "—", value: null } : { text: charts.derived(printed(value, unit), derived.range), value: value.value };
  return { ...told, indicator, field: "rest", period, area: null };
}

type CompareChart = Extract<Chart, { type: "compare" }>;

/** One row for each indicator and one column for each area, or a row for each bar. */
function compareCells(chart: CompareChart, plot: PlotWords): Cells {
  const { groups, measure, period } = chart;
  if (hasRowPerBar(groups)) return barCells(chart, plot);
  const areas = [...new Set(groups.flatMap((group) => group.bars.map((bar) => bar.area)))];
  return {
    head: [plot.indicator, ...areas],
    rows: groups.map(({ name, unit, indicator, bars }) => ({
      name: measure === "value" ? plot.withUnit(name, unit) : name,
      cells: areas.map((area) => {
        const bar = bars.find((one) => one.area === area);
        return { ...datumCell(bar?.value ?? null, indicator, measure, period, plot), area: bar?.own === true ? null : area };
      }),
    })),
  };
}

function datumCell(datum: Datum | null, indicator: string, measure: CompareChart["measure"], period: Period, plot: PlotWords): Cell {
  const shown = datum === null ? { text: plot.unpublished, value: null } : { text: withMinus(datum.text), value: datum.figure?.value ?? datum.text };
  return { ...shown, indicator, field: measure === "value" ? "figure" : "growth", period, area: null };
}

/** With one indicator the head names it; with several each row does. */
function barCells({ groups, measure, period }: CompareChart, plot: PlotWords): Cells {
  const [only, ...more] = groups;
  const titleOf = ({ name, unit }: CompareGroup): string => (measure === "value" ? plot.withUnit(name, unit) : name);
  return {
    head: [plot.area, only === undefined || more.length > 0 ? plot.value : titleOf(only)],
    rows: groups.flatMap((group) =>
      group.bars.map(({ area, own, value }) => ({
        name: more.length === 0 ? area : `${area} · ${titleOf(group)}`,
        cells: [{ ...datumCell(value, group.indicator, measure, period, plot), area: own ? null : area }],
      })),
    ),
  };
}

/** Areas in their order, with their places. */
function rankingCells({ bars, name, unit, measure, indicator, period }: Extract<Chart, { type: "ranking" }>, { plot, words }: Frame): Cells {
  return {
    head: [plot.area, measure === "value" ? plot.withUnit(name, unit) : name, plot.rank],
    rows: bars.map(({ area, own, value, place }) => {
      const origin = { indicator, field: measure === "value" ? "figure" : "growth", period, area: own ? null : area } as const;
      return { name: area, cells: [{ ...origin, text: withMinus(value.text), value: value.figure?.value ?? value.text }, { ...origin, text: place === null ? "—" : words.place(place), value: null }] };
    }),
  };
}

/** A row for each term of each period; all terms come from the ratio of their period. */
function structureCells({ bars, names, indicator }: Extract<Chart, { type: "structure" }>, { plot, words }: Frame): Cells {
  return {
    head: [plot.part, ...(bars.every(({ hundred }) => hundred) ? [plot.shareOfWhole] : [plot.value])],
    rows: bars.flatMap(({ period, terms, hundred }) =>
      terms.map((term, index) => ({
        name: bars.length === 1 ? names[index]! : `${words.period(period)} ${names[index]!}`,
        cells: [{ text: hundred ? `${term}%` : term, value: term, indicator, field: "figure" as const, period, area: null }],
      })),
    ),
  };
}
