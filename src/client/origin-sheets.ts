/** The sheets that tell where figures come from: of one figure, of a chart, of all figures of a slide. */
import type { FigureRecord } from "./deck-data.ts";
import { button, element } from "./dom.ts";
import type { Words } from "./words.ts";

/** A figure of the slide with its row. */
export interface ShownFigure {
  readonly figure: HTMLElement;
  readonly record: FigureRecord;
  /** As shown. */
  readonly text: string;
}

/** One figure: itself, large, and everything that its row says. */
export function figureSheet(page: Document, { record, text }: ShownFigure, words: Words, close: () => void): HTMLElement {
  const { sheet, heading } = createSheet(page, "origin-figure", words, close);
  heading.append(...figureParts(page, text));
  heading.after(seal(page, words));
  const list = element(page, "dl", "");
  for (const [label, value] of rowsOf(record, words)) {
    if (value === null) continue;
    const row = element(page, "div", "");
    row.append(element(page, "dt", "", label), element(page, "dd", "", value));
    list.append(row);
  }
  sheet.append(list);
  return sheet;
}

function rowsOf(record: FigureRecord, words: Words): readonly (readonly [string, string | null])[] {
  const { name, period, area, value, growth, rank, target, status, source, note, rows } = record;
  return [
    [words.indicator, name],
    [words.period, area === null ? period : `${period}，${area}`],
    [words.published, value],
    [words.growth, growth],
    [words.rank, rank],
    [words.target, target],
    [words.status, status === null ? words.notStated : words.statuses[status]],
    [words.source, source ?? words.notStated],
    [words.row, rows.length === 0 ? null : rows.join("\n")],
    [words.note, note],
    [words.derived, words.notDerived],
  ];
}

/** A chart: the figures it was drawn from, as published, from its own table. */
export function chartSheet(page: Document, chart: HTMLElement, words: Words, close: () => void): HTMLElement | null {
  const table = chartTable(page, chart);
  if (table === null) return null;
  const { sheet, heading } = createSheet(page, "origin-chart", words, close);
  heading.textContent = table.caption?.textContent ?? "";
  sheet.append(table, ...sourceLine(page, chart));
  return sheet;
}

function sourceLine(page: Document, chart: HTMLElement): readonly HTMLElement[] {
  const source = chart.querySelector(".source")?.textContent ?? "";
  return source === "" ? [] : [element(page, "p", "origin-source", source)];
}

function chartTable(page: Document, chart: HTMLElement): HTMLTableElement | null {
  const table = chart.querySelector<HTMLTableElement>(".chart-data");
  if (table === null) return null;
  const copy = page.importNode(table, true);
  copy.className = "origin-table";
  return copy;
}

/** All figures of a slide in the order in which they stand, then its charts. */
export function listSheet(page: Document, figures: readonly ShownFigure[], charts: readonly HTMLElement[], words: Words, close: () => void): HTMLElement {
  const { sheet, heading } = createSheet(page, "origin-list", words, close);
  heading.textContent = words.origins;
  const rows = new Map<FigureRecord, Set<string>>();
  for (const { record, text } of figures) rows.set(record, (rows.get(record) ?? new Set<string>()).add(text));
  const heads = [words.indicator, words.period, words.figure, words.status, words.source];
  if (rows.size > 0) sheet.append(makeTable(page, heads, [...rows].map(([record, texts]) => listRow(record, texts, words))));
  for (const chart of charts) {
    const table = chartTable(page, chart);
    if (table === null) continue;
    sheet.append(element(page, "h3", "", table.caption?.textContent ?? ""), table, ...sourceLine(page, chart));
  }
  return sheet;
}

/** What the slide shows of one row of the tables. */
function listRow({ name, area, period, status, source }: FigureRecord, texts: ReadonlySet<string>, words: Words): readonly string[] {
  return [area === null ? name : `${name}（${area}）`, period, [...texts].join("　"), status === null ? words.notStated : words.statuses[status], source ?? words.notStated];
}

function makeTable(page: Document, heads: readonly string[], rows: readonly (readonly string[])[]): HTMLTableElement {
  const table = element(page, "table", "origin-table");
  const head = table.createTHead().insertRow();
  for (const text of heads) {
    const cell = element(page, "th", "", text);
    cell.scope = "col";
    head.append(cell);
  }
  const body = table.createTBody();
  for (const row of rows) body.insertRow().append(...row.map((text, index) => element(page, "td", index === 2 ? "origin-number" : "", text)));
  return table;
}

interface Sheet {
  readonly sheet: HTMLElement;
  readonly heading: HTMLElement;
}

const HEADING = "origin-heading";

/** A dialog that does not take the page over: the deck's keys go on working. */
function createSheet(page: Document, className: string, words: Words, close: () => void): Sheet {
  const sheet = element(page, "div", `origin-sheet ${className}`);
  sheet.setAttribute("role", "dialog");
  sheet.setAttribute("aria-labelledby", HEADING);
  sheet.tabIndex = -1;
  const heading = element(page, "h2", "");
  heading.id = HEADING;
  sheet.append(heading, button(page, "origin-close", "×", words.close, close));
  return { sheet, heading };
}

/** 据实: as published, to the letter. */
function seal(page: Document, words: Words): HTMLElement {
  const mark = element(page, "span", "origin-seal", words.seal);
  mark.setAttribute("aria-hidden", "true");
  return mark;
}

/** The number large, what stands around it smaller. */
function figureParts(page: Document, text: string): readonly HTMLElement[] {
  const [, before = "", number = "", after = ""] = /^(\D*?)([+\-−]?\d[\d,.]*%?)(.*)$/su.exec(text) ?? ["", text];
  return [element(page, "span", "", before), element(page, "b", "", number), element(page, "span", "", after)].filter((part) => part.textContent !== "");
}
