/** The whole as a lying bar over the width of the slide, its parts named below it with their figures as the largest thing. */
import { clamp, NARROW, type Frame } from "./frame.ts";
import { line, ofDatum, text, wordsOfDatum, type Box, type Mark, type Point } from "./marks.ts";
import { drawShareRows } from "./share-rows.ts";
import { drawStretch, shownValue, type Labels, type ShareChart, type Slice } from "./share-parts.ts";
import { textWidth, wrapText } from "./text-width.ts";

/** Largest figures and names in pixels; a hall reads 96 and 44 from the last row. */
const SIZES = { figure: 160, name: 64, note: 38 } as const;
/** Units and marks beside a figure, as a share of it. */
const SMALL = 0.36;
/** Figures are at least this much larger than the least type; where they are not, parts stand in rows. */
const LARGER = 1.5;
const GAP = 28;
const NAME_LINES = 3;
/** Height of the bar: a share of the drawing that it has at least, and pixels that it has at most; between them it takes what its parts leave. */
const BAR = { wide: 0.3, narrow: 0.4, least: 40, most: 236, grown: 0.56 } as const;
/** Between bar and parts, and below them, in pixels. */
const BELOW = 56;

/** The bar from the pixel `top` down, with its parts below it: side by side, or in rows where they are many or their words long. */
export function drawShareBar(slices: readonly Slice[], chart: ShareChart, top: number, frame: Frame): Labels {
  const least = frame.width < NARROW ? clamp(frame.height * BAR.narrow, BAR.least, BAR.most * 2) : clamp(frame.height * BAR.wide, BAR.least, BAR.most);
  const plan = planParts(slices, chart, frame.height - top - least - BELOW, frame);
  if (plan === null) return drawShareRows(slices, chart, top, frame);
  const bottom = top + clamp(frame.height - top - BELOW - plan.tall, least, Math.max(least, frame.height * BAR.grown));
  const x = (share: number): number => frame.width * share;
  const marks = slices.flatMap((slice, index) => ofDatum(index, drawStretch(slice, index, top, bottom, frame)));
  const seams = slices.slice(1).map((slice, index): Mark => {
    const thin = Math.min(slice.to - slice.from, slices[index]!.to - slices[index]!.from) * frame.width < 8;
    return line("seam", [[x(slice.from), top], [x(slice.from), bottom]], frame.colours.paper, thin ? 1 : 5);
  });
  const labels = drawParts(slices, chart, plan, bottom, frame);
  return { marks: [...marks, ...seams, ...labels.marks], bands: labels.bands };
}

interface Column {
  readonly left: number;
  readonly width: number;
}

/** A column for each part below its stretch of the bar, moved aside where stretches are short. */
function drawParts(slices: readonly Slice[], chart: ShareChart, plan: Plan, barBottom: number, frame: Frame): Labels {
  const { colours, plot } = frame;
  const marks = slices.flatMap((slice, index): readonly Mark[] => {
    const { left } = plan.columns[index]!;
    const { part } = slice;
    const accent = part.indicator !== null && part.indicator === chart.highlight;
    const middle = frame.width * ((slice.from + slice.to) / 2);
    const start = frame.width * slice.from;
    // Straight below its stretch, or from its middle to where the words stand.
    const from: readonly Point[] = Math.abs(left - start) < 2 ? [[left + 2, barBottom], [left + 2, barBottom + 40]] : [[middle, barBottom], [middle, barBottom + 16], [left + 2, barBottom + 26], [left + 2, barBottom + 40]];
    const leader = line("leader", from, colours.line, 3, ["fade", index]);
    const shown = shownValue(part);
    const baseline = barBottom + 46 + plan.figure * 0.84;
    const small = smallOf(plan.figure, frame);
    const fill = accent ? colours.seal : colours.ink;
    const value = shown === "" ? [] : [text("value", [left, baseline], shown, { size: plan.figure, face: "numeral", weight: 600, fill, align: "left" }, ["fade", index])];
    const after = left + textWidth(shown, "numeral", plan.figure) * 1.02 + small * 0.36;
    const unit = shown === "" || !plan.units ? [] : [text("unit", [after, baseline], chart.whole.unit, { size: small, face: "sans", weight: 500, fill, align: "left" }, ["fade", index])];
    const first = (shown === "" ? barBottom + 50 : baseline + plan.figure * 0.2) + plan.name * 0.9;
    const names = plan.names[index]!.map((part_, row) => text("name", [left, first + row * plan.name * 1.22], part_, { size: plan.name, face: "sans", weight: accent ? 700 : 500, fill: colours.ink, align: "left" }));
    const noteAt = first + names.length * plan.name * 1.22;
    const note = part.derived === null ? [] : [text("derived", [left, noteAt], plot.derivedMark(part.derived.range), { size: noteOf(plan.name, frame), face: "sans", weight: 500, fill: colours.ink2, align: "left" }, ["fade", index])];
    return wordsOfDatum(index, [leader, ...value, ...unit, ...names, ...note]);
  });
  const bands = plan.columns.map(({ left, width }): Box => ({ left: left - 2, right: Math.min(frame.width, left + width), top: barBottom + 20, bottom: frame.height }));
  return { marks, bands };
}

interface Plan {
  readonly figure: number;
  /** Whether the unit stands beside each figure, and not only beside the whole. */
  readonly units: boolean;
  readonly name: number;
  /** Height of the tallest part. */
  readonly tall: number;
  readonly names: readonly (readonly string[])[];
  readonly columns: readonly Column[];
}

function smallOf(figure: number, frame: Frame): number {
  return Math.max(frame.least, figure * SMALL);
}

function noteOf(name: number, frame: Frame): number {
  return clamp(name * 0.8, frame.least, SIZES.note);
}

/** The largest figures that fit side by side, with their unit or without it; null where they would be too small. */
function planParts(slices: readonly Slice[], chart: ShareChart, height: number, frame: Frame): Plan | null {
  for (const units of chart.whole.unit === "" ? [false] : [true, false]) {
    for (let figure: number = SIZES.figure; figure >= frame.least * LARGER; figure -= 4) {
      const plan = setParts(slices, chart, { figure, units }, height, frame);
      if (plan !== null) return plan;
    }
  }
  return null;
}

function setParts(slices: readonly Slice[], chart: ShareChart, { figure, units }: Pick<Plan, "figure" | "units">, height: number, frame: Frame): Plan | null {
  const even = frame.width / slices.length - GAP;
  const name = clamp(figure * 0.46, frame.least, SIZES.name);
  const small = smallOf(figure, frame);
  const names = slices.map(({ part }) => wrapText(part.name, "sans", name, Math.max(even, figure * 2.4), frame.breaks));
  const widths = slices.map(({ part }, index) => Math.max(
    textWidth(shownValue(part), "numeral", figure) + (shownValue(part) === "" || !units ? 0 : (textWidth(chart.whole.unit, "sans", 1) * 1.04 + 0.5) * small),
    ...names[index]!.map((words) => textWidth(words, "sans", name) * 1.03),
    part.derived === null ? 0 : textWidth(frame.plot.derivedMark(part.derived.range), "sans", noteOf(name, frame)) * 1.05,
  ));
  const lines = Math.max(...names.map((some) => some.length));
  const noted = slices.some(({ part }) => part.derived !== null);
  const tall = figure * 1.04 + (lines + (noted ? 1 : 0.3)) * name * 1.22;
  const total = widths.reduce((sum, width) => sum + width + GAP, -GAP);
  return total <= frame.width && tall <= height && lines <= NAME_LINES ? { figure, units, name, tall, names, columns: placeColumns(slices, widths, frame) } : null;
}

/** Each column begins below its stretch, or as near to it as the others allow. */
function placeColumns(slices: readonly Slice[], widths: readonly number[], { width }: Frame): readonly Column[] {
  const right: number[] = [];
  let end = width;
  for (let index = slices.length - 1; index >= 0; index -= 1) {
    right[index] = end - widths[index]!;
    end = right[index]! - GAP;
  }
  let from = 0;
  return slices.map((slice, index) => {
    const left = Math.max(from, Math.min(width * slice.from, right[index]!), 0);
    from = left + widths[index]! + GAP;
    return { left, width: widths[index]! };
  });
}
