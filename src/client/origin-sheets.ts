/** The sheets that show where figures come from: for one figure, for a chart, for all figures of a slide. */
import { ORIGIN_HEADING_ID } from "../model/page-ids.ts";
import { button, element } from "./dom.ts";
import type { Line } from "./origin-lines.ts";
import { lineTable, pair } from "./origin-table.ts";
import type { Words } from "./words.ts";

/** One figure: as shown, in large type, with everything in its row. */
export function figureSheet(page: Document, line: Line, text: string, words: Words, close: () => void): HTMLElement {
  const { sheet, heading } = createSheet(page, "origin-figure", words, close);
  heading.append(...figureParts(page, text));
  if (!line.derived) heading.after(seal(page, words));
  const list = element(page, "dl", "");
  for (const [label, value] of rowsOf(line, words)) if (value !== null) list.append(pair(page, label, value));
  sheet.append(list);
  return sheet;
}

function rowsOf({ record, plan, derived }: Line, words: Words): readonly (readonly [string, string | null])[] {
  const { name, period, area, value, growth, base, rank, target, status, source, note } = record;
  const rows = [...record.rows, ...(plan?.rows ?? [])];
  return [
    [words.indicator, name],
    [words.period, area === null ? period : `${period}，${area}`],
    [words.published, derived ? null : value],
    [base === null ? words.growth : words.change, growth],
    [words.rank, rank],
    plan === null ? [words.target, target] : [words.targetIn(plan.period), plan.target],
    [words.status, derived ? null : status === null ? words.notStated : words.statuses[status]],
    [words.source, derived ? null : (source ?? words.notStated)],
    [words.row, rows.length === 0 ? null : rows.join("\n")],
    [words.note, note],
    [words.derived, derived ? `${words.isDerived}${value === null ? "" : words.as(value)}` : words.notDerived],
  ];
}

/** A chart with the lines of its table. */
export interface ShownChart {
  readonly title: string;
  readonly lines: readonly Line[];
}

/** A chart: the published data of each of its marks. */
export function chartSheet(page: Document, { title, lines }: ShownChart, words: Words, close: () => void): HTMLElement {
  const { sheet, heading } = createSheet(page, "origin-chart", words, close);
  heading.textContent = title;
  sheet.append(...lineTable(page, lines, title, words));
  return sheet;
}

/** All figures of a slide in their order, then its charts. */
export function listSheet(page: Document, lines: readonly Line[], charts: readonly ShownChart[], words: Words, close: () => void): HTMLElement {
  const { sheet, heading } = createSheet(page, "origin-list", words, close);
  heading.textContent = words.origins;
  if (lines.length > 0) sheet.append(...lineTable(page, lines, words.origins, words));
  for (const { title, lines: own } of charts) sheet.append(element(page, "h3", "", title), ...lineTable(page, own, title, words));
  return sheet;
}

interface Sheet {
  readonly sheet: HTMLElement;
  readonly heading: HTMLElement;
}

/** A dialog that does not take over the page: the deck's keys still work. */
function createSheet(page: Document, className: string, words: Words, close: () => void): Sheet {
  const sheet = element(page, "div", `origin-sheet ${className}`);
  sheet.setAttribute("role", "dialog");
  sheet.setAttribute("aria-labelledby", ORIGIN_HEADING_ID);
  sheet.tabIndex = -1;
  const heading = element(page, "h2", "");
  heading.id = ORIGIN_HEADING_ID;
  sheet.append(heading, button(page, "origin-close", "×", words.close, close));
  return { sheet, heading };
}

/** 据实: as published, to the letter. */
function seal(page: Document, words: Words): HTMLElement {
  const mark = element(page, "span", "origin-seal", words.seal);
  mark.setAttribute("aria-hidden", "true");
  return mark;
}

/** The number in large type, the text around it smaller. */
function figureParts(page: Document, text: string): readonly HTMLElement[] {
  const [, before = "", number = "", after = ""] = /^(\D*?)([+\-−]?\d[\d,.]*%?)(.*)$/su.exec(text) ?? ["", text];
  return [element(page, "span", "", before), element(page, "b", "", number), element(page, "span", "", after)].filter((part) => part.textContent !== "");
}
