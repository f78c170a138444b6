/** Tables: cells by what they hold, in a box that scrolls on narrow pages. */
import type { BlockOf, Inline } from "../model/deck.ts";
import { isFigureText } from "../model/figure-text.ts";
import { plainText } from "../model/plain-text.ts";
import { columnGap, leastWidth } from "../model/table-plan.ts";
import { textWidth } from "../model/text-width.ts";
import { classes, element } from "./html.ts";
import { renderInlines } from "./inlines.ts";
import { withStep, type Scene } from "./scene.ts";

const FIGURE = "cell-figure";

type Cells = readonly (readonly Inline[])[];

/** The unit behind a number in a column of numerals: Han characters in their light type would be far too heavy. */
const UNIT = /(\d)([\p{Script=Han}]+)(?=<|$)/u;
/** Widest text, in em, that a phone shows on one line. */
const LONG_CELL = 9;
/** Pixels that a row has on an upright screen, the size of its type there and that of a table with few rows (portrait.css). */
const UPRIGHT = { width: 936, size: 34, gap: 28, large: 46, few: 13 } as const;

export function renderTable(table: BlockOf<"table">, scene: Scene): string {
  const wide = isWide([table.head, ...table.rows]);
  const cell = (scope: "col" | "row" | null, inlines: readonly Inline[], column: number): string => {
    const align = table.align[column] ?? "left";
    // Cards have no head above them, so that each cell carries its own.
    const label = wide && scope === null ? plainText(table.head[column] ?? []) : "";
    const attributes = { class: classes(align !== "left" && `align-${align}`, cellForm(plainText(inlines))), scope, "data-head": label === "" ? null : label };
    const html = renderInlines(attributes.class?.includes(FIGURE) === true ? inlines.map(withMinus) : inlines, scene.setting);
    return element(scope === null ? "td" : "th", attributes, scope === null && align === "right" ? html.replace(UNIT, '$1<span class="cell-unit">$2</span>') : html);
  };
  const head = element("thead", {}, element("tr", {}, table.head.map((inlines, column) => cell("col", inlines, column)).join("")));
  const rows = table.rows.map((row) => element("tr", {}, row.map((inlines, column) => cell(column === 0 ? "row" : null, inlines, column)).join("")));
  const form = classes("table", table.form !== null && `table-${table.form.size} table-room-${table.form.room}`, `table-gap-${columnGap(table.head.length)}`, wide ? "table-wide" : isRoomy([table.head, ...table.rows]) && "table-roomy");
  return element("div", withStep(table.step, scene, { class: form }), element("table", {}, head + element("tbody", {}, rows.join(""))));
}

/** A real minus sign below zero, as on cards and in charts. */
function withMinus(inline: Inline): Inline {
  return inline.type === "text" || inline.type === "figure" ? { ...inline, text: inline.text.replace(/^-(?=\d)/, "−") } : inline;
}

/** A figure stays on one line; long text takes several on a narrow page; null for any other cell. */
function cellForm(text: string): string | null {
  if (isFigureText(text)) return FIGURE;
  return textWidth(text) > LONG_CELL ? "cell-long" : null;
}

/** Whether an upright screen has room for larger type. */
function isRoomy(rows: readonly Cells[]): boolean {
  return rows.length <= UPRIGHT.few && !isWide(rows, UPRIGHT.large);
}

/** Whether an upright screen has no room for the columns side by side: there each row becomes a card. */
function isWide(rows: readonly Cells[], size: number = UPRIGHT.size): boolean {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => leastWidth(plainText(row[column] ?? [])))));
  return widths.reduce((sum, width) => sum + width * size, 0) + UPRIGHT.gap * (widths.length - 1) > UPRIGHT.width;
}
