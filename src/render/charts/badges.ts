/** Rows below a target chart for targets that have no place on its scale: 同步 and 完成 are words, never numbers. */
import type { TargetRow } from "../../model/chart.ts";
import { clamp, type Frame } from "./frame.ts";
import { line, rect, text, wordsOfDatum, type Mark } from "./marks.ts";
import { drawName, setNames } from "./names.ts";
import { textWidth, wrapText } from "./text-width.ts";

/** A row of the chart with its place in the data table. */
export type BadgeRow = TargetRow & { readonly datum: number };

export interface BadgePlace {
  readonly top: number;
  readonly pitch: number;
  /** A rule separates the rows from the plot above. */
  readonly ruled: boolean;
  /** Where badges start, unless a name is longer. */
  readonly left: number;
}

export function drawBadges(rows: readonly BadgeRow[], place: BadgePlace, frame: Frame): readonly Mark[] {
  if (rows.length === 0) return [];
  const names = setNames(rows.map((row) => row.name), place.pitch, frame.width * 0.36, 34, frame);
  const left = Math.max(place.left, names.width + 44);
  const rule = place.ruled ? [line("rule", [[0, place.top], [frame.width, place.top]], frame.colours.ink, 2)] : [];
  const marks = rows.flatMap((row, index) => {
    const top = place.top + place.pitch * index;
    const hair = index === 0 ? [] : [line("rule", [[0, top], [frame.width, top]], frame.colours.hair, 1.5)];
    const name = drawName(names.lines[index]!, 0, top + place.pitch / 2, names.size, frame.colours.ink);
    return [...hair, ...wordsOfDatum(row.datum, [...name, ...badge(row, left, top + place.pitch / 2, place.pitch, frame)])];
  });
  return [...rule, ...marks];
}

function badge(row: TargetRow, left: number, middle: number, pitch: number, frame: Frame): readonly Mark[] {
  const { colours } = frame;
  const [word, explanation] = wordsOfGoal(row, frame);
  const size = clamp(pitch * 0.36, 20, 34);
  const width = textWidth(word, "serif", size) + size;
  const half = Math.min(pitch * 0.42, size * 0.92);
  const small = size * 0.94;
  const start = left + width + 24;
  const lines = wrapText(explanation, "sans", small, frame.width - start, frame.breaks);
  const first = middle + small * 0.36 - ((lines.length - 1) * small * 1.2) / 2;
  return [
    rect("badge", [left, middle - half], [left + width, middle + half], colours.seal, null, 4),
    text("badge-word", [left + width / 2, middle + size * 0.36], word, { size, face: "serif", weight: 900, fill: colours["on-seal"], align: "center" }),
    ...lines.map((part, index) => text("explanation", [start, first + index * small * 1.2], part, { size: small, face: "sans", weight: 500, fill: colours.ink2, align: "left" })),
  ];
}

/** 同步 and 完成 are badges of their own, and are not said twice. */
function wordsOfGoal({ goal, wording }: TargetRow, { plot }: Frame): readonly [string, string] {
  switch (goal.type) {
    case "compared":
      return goal.relation === "in-step" ? [plot.inStep, wording.replace(/同步$|^in step (?=with )/, "")] : [plot.level, wording];
    case "complete":
      return [plot.complete, plot.task(wording)];
    case "points":
    case "direction":
    case "words":
    case "level":
    case "growth":
      return [plot.level, wording];
  }
}
