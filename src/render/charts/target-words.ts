/** A strip below a target chart for what has no place on its scale: 同步 and 完成 are words, never numbers. */
import type { TargetRow } from "../../model/chart.ts";
import type { Frame } from "./frame.ts";
import { line, rect, text, wordsOfDatum, type Box, type Mark } from "./marks.ts";
import { textWidth, wrapText } from "./text-width.ts";

/** A row of the chart with its place in the data table. */
export type WordRow = TargetRow & { readonly datum: number };

export interface Strip {
  readonly marks: readonly Mark[];
  /** One for each row, in order. */
  readonly bands: readonly Box[];
  readonly height: number;
}

const GAP = 24;
const PAD = 28;
const RULE = 10;
/** Between name and wording on one line, in em. */
const APART = 0.6;
const LINE = 1.28;
/** Room above and below the words of a box, in em. */
const AIR = 0.72;

/** Boxes from `top` down, in the largest type, from `largest` pixels, in which they take at most `limit` pixels. */
export function layoutWords(rows: readonly WordRow[], top: number, limit: number, largest: number, frame: Frame): Strip {
  if (rows.length === 0) return { marks: [], bands: [], height: 0 };
  for (let size = largest; ; size -= 2) {
    const strip = inLines(rows, top, size, frame) ?? stacked(rows, top, size, frame);
    if (strip.height <= limit || size - 2 < frame.least) return strip;
  }
}

/** Each box as wide as its words, as many on a line as fit, stretched to its ends; null where one is wider than the chart. */
function inLines(rows: readonly WordRow[], top: number, size: number, frame: Frame): Strip | null {
  const widths = rows.map((row) => textWidth(row.name, "sans", size) * 1.03 + textWidth(row.wording, "serif", size) * 1.03 + size * APART + PAD * 2 + RULE);
  if (widths.some((width) => width > frame.width)) return null;
  const filled: number[][] = [];
  for (const index of rows.keys()) {
    const open = filled.at(-1);
    if (open !== undefined && [...open, index].reduce((sum, other) => sum + widths[other]! + GAP, -GAP) <= frame.width) open.push(index);
    else filled.push([index]);
  }
  const height = size * (LINE + AIR);
  const bands = filled.flatMap((some, number): Box[] => {
    const spare = (frame.width - some.reduce((sum, index) => sum + widths[index]! + GAP, -GAP)) / some.length;
    let left = 0;
    return some.map((index) => {
      const box = { left, right: left + widths[index]! + spare, top: top + number * (height + GAP * 0.7), bottom: top + number * (height + GAP * 0.7) + height };
      left = box.right + GAP;
      return box;
    });
  });
  const marks = rows.flatMap((row, index) => {
    const box = bands[index]!;
    const [x, y] = [box.left + RULE + PAD, (box.top + box.bottom) / 2 + size * 0.36];
    return wordsOfDatum(row.datum, [...frameOf(box, frame), nameAt(x, y, row.name, size, frame), wordsAt(x + textWidth(row.name, "sans", size) + size * APART, y, row.wording, size, frame)]);
  });
  return { marks, bands, height: bands.at(-1)!.bottom - top };
}

/** One box below the other, the wording below the name. */
function stacked(rows: readonly WordRow[], top: number, size: number, frame: Frame): Strip {
  const room = frame.width - PAD * 2 - RULE;
  let y = top;
  const bands: Box[] = [];
  const marks = rows.flatMap((row) => {
    const names = wrapText(row.name, "sans", size, room, frame.breaks);
    const words = wrapText(row.wording, "serif", size, room, frame.breaks);
    const box = { left: 0, right: frame.width, top: y, bottom: y + (names.length + words.length) * size * LINE + size * AIR };
    const first = y + (size * AIR) / 2 + size * 0.98;
    bands.push(box);
    y = box.bottom + GAP * 0.7;
    const [left, step] = [RULE + PAD, size * LINE];
    return wordsOfDatum(row.datum, [
      ...frameOf(box, frame),
      ...names.map((part, index) => nameAt(left, first + index * step, part, size, frame)),
      ...words.map((part, index) => wordsAt(left, first + (names.length + index) * step, part, size, frame)),
    ]);
  });
  return { marks, bands, height: bands.at(-1)!.bottom - top };
}

function frameOf(box: Box, { colours }: Frame): readonly Mark[] {
  const outline = line("rule", [[box.left, box.top], [box.right, box.top], [box.right, box.bottom], [box.left, box.bottom], [box.left, box.top]], colours.hair, 2);
  return [outline, rect("badge", [box.left, box.top], [box.left + RULE, box.bottom], colours.seal)];
}

function nameAt(x: number, y: number, content: string, size: number, { colours }: Frame): Mark {
  return text("name", [x, y], content, { size, face: "sans", weight: 500, fill: colours.ink, align: "left" });
}

function wordsAt(x: number, y: number, content: string, size: number, { colours }: Frame): Mark {
  return text("explanation", [x, y], content, { size, face: "serif", weight: 900, fill: colours.seal, align: "left" });
}
