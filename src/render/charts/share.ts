/** Parts of a whole: a bar over the whole width, or a pie of at most three parts with names and figures beside it. */
import type { SharePart } from "../../model/chart.ts";
import { toNumber } from "../../model/figure.ts";
import { clamp, NARROW, type Drawing, type Frame, type LegendKey } from "./frame.ts";
import { area, line, ofDatum, round, strokes, text, wordsOfDatum, type Box, type Mark, type Point } from "./marks.ts";
import { drawName, setNames } from "./names.ts";
import { printed } from "./printed.ts";
import { drawShareBar } from "./share-bar.ts";
import { shownValue, type Labels, type ShareChart, type Slice } from "./share-parts.ts";
import { textWidth, wrapText } from "./text-width.ts";

/** The points where a label's leader starts, and the height that suits the label best. */
interface Anchor {
  readonly from: readonly Point[];
  readonly middle: number;
}

/** Gap between a derived figure and its mark, in pixels. */
const APART = 20;

export function layoutShare(chart: ShareChart, frame: Frame): Drawing {
  const slices = slicesOf(chart, frame);
  const rest = chart.parts.find((part) => part.indicator === null);
  const legend: readonly LegendKey[] = rest === undefined ? [] : [{ symbol: "hatch", text: rest.derived === null ? frame.plot.restHatched : frame.plot.restDerived }];
  const whole = drawWhole(chart, frame);
  // A narrow drawing has no room for names beside a pie.
  if (chart.form === "bar" || frame.width < NARROW) {
    const body = drawShareBar(slices, chart, whole.height, frame);
    return { marks: [...whole.marks, ...body.marks], legend, notes: [], bands: body.bands };
  }
  const drawn = drawPie(slices, whole.height, frame);
  const labels = drawLabels(slices, drawn.anchors, [drawn.left, whole.height], chart, frame);
  return { marks: [...drawn.marks, ...whole.marks, ...labels.marks], legend, notes: [], bands: labels.bands };
}

/** Neighbours differ in lightness, with paper between them, so that grey print shows where one ends; their names stand beside them as well. */
function slicesOf(chart: ShareChart, { colours }: Frame): readonly Slice[] {
  const sum = chart.parts.reduce((total, part) => total + Math.max(0, toNumber(part.value)), 0) || 1;
  const tones = [colours.bar, colours.water];
  let [from, plain] = [0, 0];
  return chart.parts.map((part): Slice => {
    const to = from + Math.max(0, toNumber(part.value)) / sum;
    const accent = part.indicator !== null && part.indicator === chart.highlight;
    const colour = accent ? colours.seal : part.indicator === null ? colours.line : tones[plain++ % tones.length]!;
    const slice = { part, from, to, colour, rough: part.indicator === null || part.value.qualifier !== "exact" };
    from = to;
    return slice;
  });
}

interface Body {
  readonly marks: readonly Mark[];
  readonly anchors: readonly Anchor[];
  /** Where labels start. */
  readonly left: number;
}

/** Sectors clockwise, turned so that the largest lies on the left: then a leader reaches every part without crossing another. */
function drawPie(slices: readonly Slice[], top: number, frame: Frame): Body {
  const radius = Math.min((frame.height - top) / 2 - 40, frame.width * 0.24);
  const centre: Point = [radius + 4, top + (frame.height - top) / 2];
  const largest = slices.reduce((a, b) => (b.to - b.from > a.to - a.from ? b : a));
  const turn = 0.75 - (largest.from + largest.to) / 2;
  const on = (share: number, r: number): Point => [centre[0] + r * Math.sin((share + turn) * 2 * Math.PI), centre[1] - r * Math.cos((share + turn) * 2 * Math.PI)];
  const marks = slices.flatMap((slice, index): readonly Mark[] => {
    const d = sector(centre, on(slice.from, radius), on(slice.to, radius), radius, slice.to - slice.from);
    return ofDatum(index, [slice.rough ? strokes("sector", d, slice.colour, 3, ["fade", index], [8, 6]) : area("sector", d, slice.colour, ["fade", index])]);
  });
  const seams = slices.length < 2 ? [] : slices.map((slice): Mark => line("seam", [centre, on(slice.from, radius + 1)], frame.colours.paper, 4));
  const anchors = slices.map((slice): Anchor => {
    // The leader reaches the largest sector at its upper end, which is nearest to the labels.
    const share = slice === largest ? slice.to - Math.min(0.03, (slice.to - slice.from) / 4) : (slice.from + slice.to) / 2;
    const out = on(share, radius * 1.18);
    return { from: [on(share, radius * 0.9), out], middle: out[1] };
  });
  return { marks: [...marks, ...seams], anchors, left: radius * 2 + 150 };
}

function sector(centre: Point, from: Point, to: Point, radius: number, share: number): string {
  const [r, cx, cy] = [round(radius), round(centre[0]), round(centre[1])];
  if (share > 0.999) return `M${cx} ${round(cy - radius)}A${r} ${r} 0 1 1 ${cx} ${round(cy + radius)}A${r} ${r} 0 1 1 ${cx} ${round(cy - radius)}Z`;
  return `M${cx} ${cy}L${round(from[0])} ${round(from[1])}A${r} ${r} 0 ${share > 0.5 ? 1 : 0} 1 ${round(to[0])} ${round(to[1])}Z`;
}

/** Room above the drawing for the whole on one line, in pixels. */
const HEAD = 112;

/** Name, figure and unit of the whole, above the drawing: on one line, or the figure below the name where that is long; with the height that they take. */
function drawWhole(chart: ShareChart, frame: Frame): { readonly marks: readonly Mark[]; readonly height: number } {
  const { colours, width } = frame;
  const { name, value, unit } = chart.whole;
  const { least } = frame;
  const largest = clamp(width / (width < NARROW ? 20 : 30), 28, 52);
  const label = (x: number, y: number, words: string, size: number): Mark => text("whole", [x, y], words, { size, face: "sans", weight: 500, fill: colours.ink2, align: "left" });
  const drawFigure = (start: number, y: number, size: number): readonly Mark[] => {
    const small = Math.max(least, size * 0.8);
    const end = start + textWidth(printed(value), "numeral", size * 1.5) * 1.02 + 14;
    const words = unit === "" ? [] : wrapText(unit, "sans", small, width - end, frame.breaks);
    const units = words.map((part, index) => text("unit", [end, y - 2 - (words.length - 1 - index) * small * 1.15], part, { size: small, face: "sans", weight: 500, fill: colours.ink2, align: "left" }));
    return [text("value", [start, y], printed(value), { size: size * 1.5, face: "numeral", weight: 600, fill: colours.ink, align: "left" }), ...units];
  };
  for (let size = largest; size >= least; size -= 2) {
    const start = textWidth(name, "sans", size) * 1.02 + size * 0.7;
    const whole = start + textWidth(printed(value), "numeral", size * 1.5) * 1.02 + 14 + textWidth(unit, "sans", Math.max(least, size * 0.8)) * 1.04;
    if (whole <= width) return { marks: wordsOfDatum(chart.parts.length, [label(0, 74, name, size), ...drawFigure(start, 78, size)]), height: HEAD };
  }
  const size = Math.max(least, largest * 0.8);
  const lines = wrapText(name, "sans", size, width, frame.breaks);
  const below = lines.length * size * 1.22;
  const marks = [...lines.map((part, index) => label(0, size + index * size * 1.22, part, size)), ...drawFigure(0, below + size * 1.5, size)];
  return { marks: wordsOfDatum(chart.parts.length, marks), height: below + size * 1.5 + 28 };
}

/** Names and figures in a column, moved apart where parts are small, with leaders to their parts. */
function drawLabels(slices: readonly Slice[], anchors: readonly Anchor[], [left, above]: readonly [number, number], chart: ShareChart, frame: Frame): Labels {
  const [top, bottom] = [above + 4, frame.height - 20];
  const pitch = Math.min(160, (bottom - top) / slices.length);
  const size = clamp(Math.min(pitch * 0.56, frame.width / 18), 22, 96);
  const small = clamp(size * 0.66, frame.least, 36);
  const valueRoom = Math.max(...slices.map(({ part }) => textWidth(shownValue(part), "numeral", size) + markRoom(part, small, frame))) + 28;
  const names = setNames(slices.map((slice) => slice.part.name), pitch, frame.width - left - valueRoom, 52, frame);
  const order = anchors.map((_, index) => index).toSorted((a, b) => anchors[a]!.middle - anchors[b]!.middle);
  const middles = spread(order.map((index) => anchors[index]!.middle), pitch, top, bottom);
  const marks = order.flatMap((index, place): readonly Mark[] => {
    const { part } = slices[index]!;
    const { from } = anchors[index]!;
    const middle = middles[place]!;
    const accent = part.indicator !== null && part.indicator === chart.highlight ? frame.colours.seal : frame.colours.ink;
    const leader = line("leader", [...from, [left - 44, middle], [left - 14, middle]], frame.colours.line, 2, ["fade", index]);
    const [x, baseline] = [left + names.width + 28, middle + size * 0.34];
    const shown = shownValue(part);
    const value = shown === "" ? [] : [text("value", [x, baseline], shown, { size, face: "numeral", weight: 600, fill: accent, align: "left" }, ["fade", index])];
    const mark = part.derived === null ? [] : [text("derived", [x + textWidth(shown, "numeral", size) + APART, baseline], frame.plot.derivedMark(part.derived.range), { size: small, face: "sans", weight: 500, fill: frame.colours.ink2, align: "left" }, ["fade", index])];
    return wordsOfDatum(index, [leader, ...drawName(names.lines[index]!, left, middle, names.size, frame.colours.ink), ...value, ...mark]);
  });
  const bands = slices.map((_, index): Box => {
    const middle = middles[order.indexOf(index)]!;
    return { left: left - 14, right: frame.width, top: middle - pitch / 2, bottom: middle + pitch / 2 };
  });
  return { marks, bands };
}

/** Width of the words beside a derived figure. */
function markRoom({ derived }: SharePart, size: number, { plot }: Frame): number {
  return derived === null ? 0 : APART + textWidth(plot.derivedMark(derived.range), "sans", size) * 1.04;
}

/** Middles in order, at least `pitch` apart and inside the limits, as close as possible to where they were. */
function spread(middles: readonly number[], pitch: number, top: number, bottom: number): readonly number[] {
  const down: number[] = [];
  for (const middle of middles) down.push(Math.max(middle, (down.at(-1) ?? top - pitch / 2) + pitch));
  const up: number[] = [];
  for (const middle of down.toReversed()) up.push(Math.min(middle, (up.at(-1) ?? bottom + pitch / 2) - pitch));
  return up.toReversed();
}
