/** Checks whether the words of a slide are large enough for the last row. */
import type { LeastSizes, PageFault } from "../../model/page-fault.ts";
import { round, wordsOf, type Piece } from "./pieces.ts";

/** Labels may be smaller than text that is read aloud. */
const LABELS = "svg, .growth .place, .chart-notes, .scheme-note, .stamp, .tag, .due, .photo-note, .layout-statement > p";
const FOOT = ".foot, .draft-stamp, .demo-mark, .photo-note .credit";
const ITEMS = ".rows > li > :is(.text.alone, .item-title), .rows > .card > .card-title, .tiles .text, .columns .card-title, .columns-short .card-title";
const CAPTIONS = ".cells:not(.cells-snug, .cells-dense) dt, .rows > li > .text, .columns-short p, .columns-short li";
const NUMBERS = ".cells .value .number";
/** Figures of the target chart, values of the growth chart, and the names beside them; a chart of more rows than this draws them smaller. */
const CHART_WORDS = { goal: ".chart-target :is(.chart-plan, .chart-inside)", rate: ".chart-growth .chart-value", name: ":is(.chart-target, .chart-growth) .chart-name" } as const;
const MOST_ROWS = 8;

/** Words and numerals that are too small. */
export function checkSizes(slide: Element, pieces: readonly Piece[], sizes: LeastSizes): PageFault[] {
  return pieces.flatMap((piece) => {
    if (piece.element.closest("svg") !== null && (!sizes.drawings || hasTable(piece.element))) return [];
    const least = leastFor(piece.element, sizes);
    return piece.size < least - 0.05 ? [{ type: "small-type", slide: slide.id, text: wordsOf(piece), other: null, value: round(piece.size), least }] : [];
  });
}

function leastFor(element: Element, { foot, label, body, hall }: LeastSizes): number {
  if (element.closest(FOOT) !== null) return foot;
  if (hall !== null) {
    if (element.closest(NUMBERS) !== null && !isPhrase(element)) return hall.numbers;
    if (element.closest(".cells .growth > .figure .number") !== null) return hall.growth;
    if (element.closest(ITEMS) !== null) return hall.item;
    if (element.closest(CAPTIONS) !== null) return hall.caption;
    const least = leastInChart(element, hall);
    if (least !== null) return least;
  }
  return element.closest(LABELS) === null ? body : label;
}

/** Null for all but the words that a theme asks to be larger than charts draw them. */
function leastInChart(element: Element, hall: NonNullable<LeastSizes["hall"]>): number | null {
  const role = (["goal", "rate", "name"] as const).find((one) => hall[one] !== null && element.closest(CHART_WORDS[one]) !== null);
  if (role === undefined || (element.closest(".chart")?.querySelectorAll(".chart-data tbody tr").length ?? 0) > MOST_ROWS) return null;
  // The words around a figure (左右, 以上) are labels.
  return role === "name" || /\d/.test(element.textContent) ? hall[role] : null;
}

/** A ratio or words in place of a number are set as text. */
function isPhrase(element: Element): boolean {
  return element.closest(".cell-phrase, .cell-words") !== null;
}

/** Whether the figures of a drawing are also shown as a table: then its words only name its shapes. */
function hasTable(element: Element): boolean {
  const table = element.closest(".chart")?.querySelector(".chart-data");
  return table !== undefined && table !== null && getComputedStyle(table).clipPath === "none";
}
