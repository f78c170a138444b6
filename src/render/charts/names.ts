/** Names in a column to the left of rows: as large as the rows allow, wrapped where they are long. */
import { clamp, type Frame } from "./frame.ts";
import { text, type TextMark } from "./marks.ts";
import { textWidth, wrapText } from "./text-width.ts";

export interface NameColumn {
  readonly size: number;
  /** Lines of each name. */
  readonly lines: readonly (readonly string[])[];
  /** Width of the widest line. */
  readonly width: number;
}

const LINE = 1.15;

/** Type that is still read from the last row, in pixels. */
const READABLE = 24;
/** How much wider the column may become for names that would otherwise be smaller. */
const WIDER = 1.35;

/**
 * Sets names in rows of `pitch` pixels, of which one line takes the share `fill`, and a column of at most `limit`; shrinks the type before a name
 * takes a fourth line, and widens the column before the type is too small to be read.
 */
export function setNames(names: readonly string[], pitch: number, limit: number, largest: number, frame: Frame, fill = 0.4, wider = WIDER): NameColumn {
  const set = fitNames(names, pitch, limit, largest, frame, fill);
  return set.size >= READABLE ? set : fitNames(names, pitch, limit * wider, largest, frame, fill);
}

function fitNames(names: readonly string[], pitch: number, limit: number, largest: number, frame: Frame, fill: number): NameColumn {
  let size = clamp(pitch * fill, READABLE, Math.max(READABLE, largest));
  let lines = names.map((name) => wrapText(name, "sans", size, limit, frame.breaks));
  const tall = (): boolean => lines.some((some) => some.length * size * LINE > pitch || some.length > 3);
  while (tall() && size > 18) {
    size -= 1;
    lines = names.map((name) => wrapText(name, "sans", size, limit, frame.breaks));
  }
  const width = Math.max(0, ...lines.flat().map((line) => textWidth(line, "sans", size)));
  return { size, lines, width };
}

/** One name, centred on `middle`. */
export function drawName(lines: readonly string[], left: number, middle: number, size: number, fill: string, weight = 500): readonly TextMark[] {
  const first = middle - ((lines.length - 1) * size * LINE) / 2 + size * 0.36;
  return lines.map((line, index) => text("name", [left, first + index * size * LINE], line, { size, face: "sans", weight, fill, align: "left" }));
}
