/** Checks whether the words of a slide are large enough. */
import type { LeastSizes, PageFault } from "../../model/page-fault.ts";
import { round, wordsOf, type Piece } from "./pieces.ts";

/** Labels may be smaller than text that is read aloud. */
const LABELS = "svg, .foot, .draft-stamp, .demo-mark, .growth .label, .chart-notes, .scheme-note, .stamp, .tag, .due, .layout-statement > p";

/** Words and numerals that are too small. */
export function checkSizes(slide: Element, pieces: readonly Piece[], { label, body, numeral, drawings }: LeastSizes): PageFault[] {
  return pieces.flatMap((piece) => {
    if (piece.element.closest("svg") !== null && (!drawings || hasTable(piece.element))) return [];
    const least = piece.element.closest(".cell .value .number") !== null ? numeral : piece.element.closest(LABELS) !== null ? label : body;
    return piece.size < least - 0.05 ? [{ type: "small-type", slide: slide.id, text: wordsOf(piece), other: null, value: round(piece.size), least }] : [];
  });
}

/** Whether the figures of a drawing are also shown as a table: then its words only name its shapes. */
function hasTable(element: Element): boolean {
  const table = element.closest(".chart")?.querySelector(".chart-data");
  return table !== undefined && table !== null && getComputedStyle(table).clipPath === "none";
}
