/** What a press refers to: a figure, a mark of a chart or a row of its table, or a whole chart. */
import { lineOf, linesOfChart, type FindRecord, type Line } from "./origin-lines.ts";
import type { ShownChart } from "./origin-sheets.ts";

/** Figures that a person sees on a slide; a name or a unit is not one. */
export const FIGURES = 'data.figure[data-indicator]:not([data-field="name"], [data-field="unit"])';
/** Class of the button that opens a chart's sheet by key. */
export const CHART_BUTTON = "origin-open";

export type Asked =
  | { readonly type: "figure"; readonly trigger: HTMLElement | SVGElement; readonly line: Line; readonly text: string }
  | { readonly type: "chart"; readonly trigger: HTMLElement; readonly chart: ShownChart };

/** Null if there is nothing to show. */
export function findAsked(target: Element, findRecord: FindRecord): Asked | null {
  const figure = target.closest<HTMLElement>(`.slide ${FIGURES}[role]`);
  if (figure !== null) {
    const record = findRecord(figure);
    return record === null ? null : { type: "figure", trigger: figure, line: lineOf(record), text: textOf(figure) };
  }
  const chart = target.closest<HTMLElement>(".slide figure.chart");
  if (chart === null) return null;
  const shown = readChart(chart, findRecord);
  return askedMark(chart, target, findRecord) ?? (shown === null ? null : { type: "chart", trigger: chart.querySelector<HTMLElement>(`.${CHART_BUTTON}`) ?? chart, chart: shown });
}

/** A chart's title and lines; null if its table has none. */
export function readChart(chart: HTMLElement, findRecord: FindRecord): ShownChart | null {
  const lines = linesOfChart(chart, findRecord).flat();
  return lines.length === 0 ? null : { title: chart.querySelector(".chart-data caption")?.textContent ?? "", lines };
}

/** The figure of a mark or a row; null if it has none or several. */
function askedMark(chart: HTMLElement, target: Element, findRecord: FindRecord): Asked | null {
  const mark = target.closest<HTMLElement | SVGElement>("[data-row]");
  const row = mark?.dataset["row"];
  if (mark === null || row === undefined) return null;
  const [line, ...others] = linesOfChart(chart, findRecord)[Number(row)] ?? [];
  if (line === undefined || others.length > 0 || headline(line) === null) return null;
  const label = labelOf(chart, mark, row);
  const said = mark.matches("tr") ? target.closest("td") : label;
  return { type: "figure", trigger: label ?? mark, line, text: said === null ? headline(line)! : withUnit(textOf(said), line) };
}

/** The figure beside a mark, which the veil leaves free. A pressed figure counts itself. */
function labelOf(chart: HTMLElement, mark: Element, row: string): SVGElement | null {
  const labels = [...chart.querySelectorAll<SVGElement>(`svg [data-row="${row}"]:is(.chart-value, .chart-plan, .chart-inside)`)];
  return mark.matches("tr") ? null : (labels.find((label) => label === mark) ?? labels[0] ?? null);
}

function headline({ record: { value, growth, rank, target }, plan }: Line): string | null {
  return value ?? growth ?? rank ?? plan?.target ?? target;
}

/** A drawing gives the unit once, at its head. The range of a derived figure, in brackets, is too long for a heading. */
function withUnit(text: string, { record }: Line): string {
  const value = (record.value ?? "").replace(/ ?[（(].*$/su, "");
  return value.startsWith(text) ? value : text;
}

export function textOf(figure: Element): string {
  return (figure.textContent ?? "").replace(/\s+/g, "");
}
