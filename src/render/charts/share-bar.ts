/** The whole as a lying bar over the width of the slide, its parts named below it with their figures as the largest thing. */
import { hatch } from "./bars.ts";
import { clamp, type Frame } from "./frame.ts";
import { line, ofDatum, rect, text, wordsOfDatum, type Box, type Mark, type Point } from "./marks.ts";
import { shownValue, SHARE_HEAD, type Labels, type ShareChart, type Slice } from "./share-parts.ts";
import { textWidth, wrapText } from "./text-width.ts";

/** Sizes of figures and names in pixels, and the least of them; a hall reads 96 and 44 from the last row. */
const SIZES = { figure: 140, leastFigure: 24, name: 52, leastName: 18 } as const;
/** Units and marks beside a figure, as a share of it. */
const SMALL = 0.36;
const GAP = 28;
const NAME_LINES = 3;

export function drawShareBar(slices: readonly Slice[], chart: ShareChart, frame: Frame): Labels {
  const [top, bottom] = [SHARE_HEAD, SHARE_HEAD + clamp(frame.height * 0.3, 40, 236)];
  const x = (share: number): number => frame.width * share;
  const marks = slices.flatMap((slice, index): readonly Mark[] => {
    const [a, b]: [Point, Point] = [[x(slice.from), top], [x(slice.to), bottom]];
    if (!slice.rough) return ofDatum(index, [rect("bar", a, b, slice.colour, ["grow-right", 0])]);
    const outline = line("outline", [[a[0] + 1, top + 1], [b[0] - 1, top + 1], [b[0] - 1, bottom - 1], [a[0] + 1, bottom - 1], [a[0] + 1, top + 1]], slice.colour, 2, ["fade", index]);
    return ofDatum(index, b[0] - a[0] < 8 ? [outline] : [hatch({ left: a[0], top, right: b[0], bottom }, slice.colour, index), outline]);
  });
  const seams = slices.slice(1).map((slice, index): Mark => {
    const thin = Math.min(slice.to - slice.from, slices[index]!.to - slices[index]!.from) * frame.width < 8;
    return line("seam", [[x(slice.from), top], [x(slice.from), bottom]], frame.colours.paper, thin ? 1 : 5);
  });
  const labels = drawParts(slices, chart, bottom, frame);
  return { marks: [...marks, ...seams, ...labels.marks], bands: labels.bands };
}

interface Column {
  readonly left: number;
  readonly width: number;
}

/** A column for each part below its stretch of the bar, moved aside where stretches are short. */
function drawParts(slices: readonly Slice[], chart: ShareChart, barBottom: number, frame: Frame): Labels {
  const plan = planParts(slices, chart, frame.height - barBottom - 56, frame);
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
    const small = plan.figure * SMALL;
    const fill = accent ? colours.seal : colours.ink;
    const value = shown === "" ? [] : [text("value", [left, baseline], shown, { size: plan.figure, face: "numeral", weight: 600, fill, align: "left" }, ["fade", index])];
    const after = left + textWidth(shown, "numeral", plan.figure) * 1.02 + small * 0.36;
    const unit = shown === "" || chart.whole.unit === "" ? [] : [text("unit", [after, baseline], chart.whole.unit, { size: small, face: "sans", weight: 500, fill, align: "left" }, ["fade", index])];
    const first = (shown === "" ? barBottom + 50 : baseline + plan.figure * 0.2) + plan.name * 0.9;
    const names = plan.names[index]!.map((part_, row) => text("name", [left, first + row * plan.name * 1.22], part_, { size: plan.name, face: "sans", weight: accent ? 700 : 500, fill: colours.ink, align: "left" }));
    const noteAt = first + names.length * plan.name * 1.22;
    const note = part.derived === null ? [] : [text("derived", [left, noteAt], plot.derivedMark(part.derived.range), { size: Math.min(plan.name * 0.8, 38), face: "sans", weight: 500, fill: colours.ink2, align: "left" }, ["fade", index])];
    return wordsOfDatum(index, [leader, ...value, ...unit, ...names, ...note]);
  });
  const bands = plan.columns.map(({ left, width }): Box => ({ left: left - 2, right: Math.min(frame.width, left + width), top: barBottom + 20, bottom: frame.height }));
  return { marks, bands };
}

interface Plan {
  readonly figure: number;
  readonly name: number;
  readonly names: readonly (readonly string[])[];
  readonly columns: readonly Column[];
}

function planParts(slices: readonly Slice[], chart: ShareChart, height: number, frame: Frame): Plan {
  const even = frame.width / slices.length - GAP;
  for (let figure: number = SIZES.figure; ; figure -= 4) {
    const name = clamp(figure * 0.46, SIZES.leastName, SIZES.name);
    const names = slices.map(({ part }) => wrapText(part.name, "sans", name, Math.max(even, figure * 2.4), frame.breaks));
    const widths = slices.map(({ part }, index) => Math.max(
      textWidth(shownValue(part), "numeral", figure) + (shownValue(part) === "" ? 0 : (textWidth(chart.whole.unit, "sans", 1) * 1.04 + 0.5) * figure * SMALL),
      ...names[index]!.map((words) => textWidth(words, "sans", name) * 1.03),
      part.derived === null ? 0 : textWidth(frame.plot.derivedMark(part.derived.range), "sans", Math.min(name * 0.8, 38)) * 1.05,
    ));
    const lines = Math.max(...names.map((some) => some.length));
    const tall = figure * 1.04 + (lines + 1) * name * 1.22;
    const total = widths.reduce((sum, width) => sum + width + GAP, -GAP);
    if (figure <= SIZES.leastFigure || (total <= frame.width && tall <= height && lines <= NAME_LINES)) return { figure, name, names, columns: placeColumns(slices, widths, frame) };
  }
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
