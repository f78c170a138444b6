/** Names in a column to the left of rows: as large as the rows allow, wrapped where they are long. */
import { clamp, leastType, NARROW, type Frame } from "./frame.ts";
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

/** The smallest type that a drawing of any size has, in pixels. */
const SMALLEST = 18;
/** Least height of a bar's lane below a name, as a share of the least type: with its figure at the bar's end, and with the figure beside the name. */
const LANE = { end: 0.8, aside: 0.26 } as const;
/** How much wider the column may become for names that would otherwise be smaller. */
const WIDER = 1.35;

/**
 * Sets names in rows of `pitch` pixels, of which one line takes the share `fill`, and a column of at most `limit`; shrinks the type before a name
 * takes a fourth line, and widens the column before the type is too small to be read.
 */
export function setNames(names: readonly string[], pitch: number, limit: number, largest: number, frame: Frame, fill = 0.4, wider = WIDER): NameColumn {
  const set = fitNames(names, pitch, limit, largest, frame, fill);
  return set.size >= frame.least ? set : fitNames(names, pitch, limit * wider, largest, frame, fill);
}

function fitNames(names: readonly string[], pitch: number, limit: number, largest: number, frame: Frame, fill: number): NameColumn {
  const { least } = frame;
  let size = clamp(pitch * fill, least, Math.max(least, largest));
  let lines = names.map((name) => wrapText(name, "sans", size, limit, frame.breaks));
  const tall = (): boolean => lines.some((some) => some.length * size * LINE > pitch || some.length > 3);
  while (tall() && size > SMALLEST) {
    size -= 1;
    lines = names.map((name) => wrapText(name, "sans", size, limit, frame.breaks));
  }
  const width = Math.max(0, ...lines.flat().map((line) => textWidth(line, "sans", size)));
  return { size, lines, width };
}

/** Names and bars of rows: beside each other, or each name above its bar. */
export interface RowForm {
  readonly names: NameColumn;
  /** Middle of a name and of a bar, in pixels from the row's top, and the height that the bar has. */
  readonly nameAt: number;
  readonly barAt: number;
  readonly lane: number;
  /** Where bars may begin. */
  readonly left: number;
  /** Whether figures stand at the right edge beside the names, since the lanes of the bars are too low for them. */
  readonly aside: boolean;
}

/** The share of a row that its bar takes of what name and words above leave. */
const OWN = 0.64;
/** Pixels between a name and a figure beside it. */
const APART = 28;

/** Names beside their bars in a column of at most `limit` pixels; `above` is kept free over each bar. */
export function setBeside(names: readonly string[], pitch: number, limit: number, largest: number, frame: Frame, fill = 0.4, above = 0): RowForm {
  const column = setNames(names, pitch - above, limit, largest, frame, fill);
  const middle = (pitch + above) / 2;
  return { names: column, nameAt: middle, barAt: middle, lane: pitch - above, left: column.width, aside: false };
}

/** Names above their bars, on lines of at most `width` pixels, and beside them figures of `figures` pixels; 0 for figures at the ends of the bars. */
export function setAbove(names: readonly string[], pitch: number, width: number, largest: number, frame: Frame, figures: number, above = 0): RowForm {
  const aside = figures > 0;
  const own = aside ? 0 : above;
  const least = frame.least * LANE[aside ? "aside" : "end"];
  const column = fitNames(names, pitch - own - least, width - (aside ? figures + APART : 0), Math.max(frame.least, Math.min(largest, pitch * 0.3)), frame, 1);
  const height = Math.max(...column.lines.map((lines) => lines.length)) * column.size * LINE;
  const rest = pitch - own - height;
  // What the bar leaves is above the name, which would otherwise stand nearer to the bar of the row before.
  const lane = clamp(Math.min(rest * OWN, pitch * 0.5), Math.min(rest, least), rest);
  return { names: column, nameAt: pitch - own - lane - height / 2, barAt: pitch - lane / 2, lane, left: 2, aside };
}

/** Names beside their bars, or above them where they would otherwise be too small to be read; `figures` is the width of the figures in the least type. */
export function setRows(names: readonly string[], pitch: number, limit: number, largest: number, frame: Frame, figures: number, above = 0): RowForm {
  const beside = (): RowForm => setBeside(names, pitch, limit, largest, frame, 0.4, above);
  // An upright screen is too narrow to break names beside bars, but high enough to have them above.
  const wraps = frame.least < leastType(NARROW) && beside().names.lines.some((lines) => lines.length > 1);
  const forms = [...(wraps ? [] : [beside]), () => setAbove(names, pitch, frame.width, largest, frame, 0, above), () => setAbove(names, pitch, frame.width, largest, frame, figures)];
  let best: RowForm | null = null;
  for (const make of forms) {
    const form = make();
    if (best === null || form.names.size > best.names.size) best = form;
    if (best.names.size >= frame.least) break;
  }
  return best!;
}

/** Stretches of the lines that go through all rows, in pixels: they never cross a name that stands above its bar. */
export function lineSpans({ nameAt, barAt, lane }: Pick<RowForm, "nameAt" | "barAt" | "lane">, pitch: number, count: number): readonly (readonly [number, number])[] {
  if (nameAt === barAt) return [[0, pitch * count]];
  return Array.from({ length: count }, (_, index) => [pitch * index + barAt - lane / 2, pitch * index + barAt + lane / 2]);
}

/** One name, centred on `middle`. */
export function drawName(lines: readonly string[], left: number, middle: number, size: number, fill: string, weight = 500): readonly TextMark[] {
  const first = middle - ((lines.length - 1) * size * LINE) / 2 + size * 0.36;
  return lines.map((line, index) => text("name", [left, first + index * size * LINE], line, { size, face: "sans", weight, fill, align: "left" }));
}
