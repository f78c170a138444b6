/** Parts of a whole: one upright bar, or a pie of at most three parts, with names and figures beside it. */
import type { Chart, SharePart } from "../../model/chart.ts";
import { toNumber } from "../../model/figure.ts";
import { hatch } from "./bars.ts";
import { clamp, type Drawing, type Frame, type LegendKey } from "./frame.ts";
import { qualifierKeys } from "./legend.ts";
import { area, line, ofDatum, rect, round, strokes, text, wordsOfDatum, type Box, type Mark, type Point } from "./marks.ts";
import { drawName, setNames } from "./names.ts";
import { printed } from "./printed.ts";
import { textWidth, wrapText } from "./text-width.ts";

type ShareChart = Extract<Chart, { type: "share" }>;

/** One part: where it starts and ends in the whole, 0 to 1. */
interface Slice {
  readonly part: SharePart;
  readonly from: number;
  readonly to: number;
  readonly colour: string;
  /** Approximate as published, or computed. */
  readonly rough: boolean;
}

/** The points where a label's leader starts, and the height that suits the label best. */
interface Anchor {
  readonly from: readonly Point[];
  readonly middle: number;
}

const HEAD = 92;
/** The whole's name where it needs lines of its own above its figure, in pixels. */
const NAME = { size: 34, line: 42 } as const;
/** Gap between a derived figure and its mark, in pixels. */
const APART = 20;

export function layoutShare(chart: ShareChart, frame: Frame): Drawing {
  const slices = slicesOf(chart, frame);
  const drawn = chart.form === "pie" ? drawPie(slices, headOf(chart, frame), frame) : drawColumn(slices, headOf(chart, frame), frame);
  const labels = drawLabels(slices, drawn.anchors, drawn.left, chart, frame);
  const marks = [...drawn.marks, ...drawWhole(chart, drawn.left, frame), ...labels.marks];
  const published = chart.parts.filter((part) => part.indicator !== null);
  const rest = chart.parts.find((part) => part.indicator === null);
  const key: readonly LegendKey[] = rest === undefined ? [] : [{ symbol: "hatch", text: rest.derived === null ? frame.plot.restHatched : frame.plot.restDerived }];
  return { marks, legend: [...qualifierKeys(published.map((part) => part.value), frame.plot), ...key], notes: [], bands: labels.bands };
}

/** The text beside a part's name; empty for a rest that nobody published. */
function shownValue({ indicator, value, derived }: SharePart): string {
  return indicator === null && derived === null ? "" : printed(value);
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

/** An upright bar that stands on the axis; the first part is on top. */
function drawColumn(slices: readonly Slice[], head: number, frame: Frame): Body {
  const width = clamp(frame.width * 0.18, 90, 220);
  const [top, bottom] = [head, frame.height - 8];
  const y = (share: number): number => top + (bottom - top) * share;
  const marks = slices.flatMap((slice, index): readonly Mark[] => {
    const [a, b]: [Point, Point] = [[0, y(slice.from)], [width, y(slice.to)]];
    if (!slice.rough) return ofDatum(index, [rect("bar", a, b, slice.colour, ["grow-up", 0])]);
    const outline = line("outline", [[1, a[1] + 1], [width - 1, a[1] + 1], [width - 1, b[1] - 1], [1, b[1] - 1], [1, a[1] + 1]], slice.colour, 2, ["fade", index]);
    return ofDatum(index, b[1] - a[1] < 8 ? [outline] : [hatch({ left: 0, top: a[1], right: width, bottom: b[1] }, slice.colour, index), outline]);
  });
  const seams = slices.slice(1).map((slice, index): Mark => {
    const thin = Math.min(slice.to - slice.from, slices[index]!.to - slices[index]!.from) * (bottom - top) < 8;
    return line("seam", [[0, y(slice.from)], [width, y(slice.from)]], frame.colours.paper, thin ? 1 : 4);
  });
  const anchors = slices.map((slice): Anchor => ({ from: [[width + 8, y((slice.from + slice.to) / 2)]], middle: y((slice.from + slice.to) / 2) }));
  return { marks: [...marks, ...seams, line("axis", [[0, bottom], [frame.width, bottom]], frame.colours.ink, 3)], anchors, left: width + 96 };
}

/** Sectors clockwise, turned so that the largest lies on the left: then a leader reaches every part without crossing another. */
function drawPie(slices: readonly Slice[], head: number, frame: Frame): Body {
  const radius = Math.min((frame.height - head) / 2 - 40, frame.width * 0.24);
  const centre: Point = [radius + 4, head + (frame.height - head) / 2];
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

/** Whether the figure of the whole stands below its name. */
function isStacked({ whole: { name, value, unit } }: ShareChart, frame: Frame): boolean {
  return textWidth(name, "sans", NAME.size) + 44 + textWidth(printed(value), "numeral", 56) + textWidth(unit, "sans", 32) > frame.width;
}

function wholeLines(chart: ShareChart, frame: Frame): readonly string[] {
  return isStacked(chart, frame) ? wrapText(chart.whole.name, "sans", NAME.size, frame.width * 0.96, frame.breaks) : [chart.whole.name];
}

/** Height of name and figure of the whole. */
function headOf(chart: ShareChart, frame: Frame): number {
  return HEAD + (isStacked(chart, frame) ? wholeLines(chart, frame).length * NAME.line : 0);
}

/** Name and figure of the whole, above the drawing. */
function drawWhole(chart: ShareChart, left: number, frame: Frame): readonly Mark[] {
  const { colours } = frame;
  const { name, value, unit } = chart.whole;
  const stacked = isStacked(chart, frame);
  const lines = wholeLines(chart, frame);
  const labels = lines.map((part, index) => text("whole", [0, 52 + (stacked ? -14 : 0) + index * NAME.line], part, { size: NAME.size, face: "sans", weight: 500, fill: colours.ink2, align: "left" }));
  const down = stacked ? lines.length * NAME.line : 0;
  const start = stacked ? 0 : Math.max(left, textWidth(name, "sans", NAME.size) + 32);
  const figure = text("value", [start, 56 + down], printed(value), { size: 56, face: "numeral", weight: 600, fill: colours.ink, align: "left" });
  const after = text("unit", [start + textWidth(printed(value), "numeral", 56) + 12, 54 + down], unit, { size: 32, face: "sans", weight: 500, fill: colours.ink2, align: "left" });
  return wordsOfDatum(chart.parts.length, unit === "" ? [...labels, figure] : [...labels, figure, after]);
}

/** Names and figures in a column, moved apart where parts are small, with leaders to their parts. */
function drawLabels(slices: readonly Slice[], anchors: readonly Anchor[], left: number, chart: ShareChart, frame: Frame): Labels {
  const [top, bottom] = [headOf(chart, frame) + 4, frame.height - 20];
  const stacked = isCramped(slices, left, frame);
  const pitch = Math.min(stacked ? 130 : 88, (bottom - top) / slices.length);
  const size = stacked ? clamp(pitch * 0.34, 24, 40) : clamp(pitch * 0.56, 24, 48);
  const small = clamp(size * 0.66, 24, 30);
  const valueRoom = Math.max(...slices.map(({ part }) => textWidth(shownValue(part), "numeral", size) + markRoom(part, small, frame))) + 28;
  // Long names have the whole line, with their figures below.
  const names = stacked ? setNames(slices.map((slice) => slice.part.name), pitch - size * 1.2, frame.width - left, 34, frame, 0.4, 1) : setNames(slices.map((slice) => slice.part.name), pitch, frame.width - left - valueRoom, 34, frame);
  const order = anchors.map((_, index) => index).toSorted((a, b) => anchors[a]!.middle - anchors[b]!.middle);
  const middles = spread(order.map((index) => anchors[index]!.middle), pitch, top, bottom);
  const marks = order.flatMap((index, place): readonly Mark[] => {
    const { part } = slices[index]!;
    const { from } = anchors[index]!;
    const middle = middles[place]!;
    const accent = part.indicator !== null && part.indicator === chart.highlight ? frame.colours.seal : frame.colours.ink;
    const leader = line("leader", [...from, [left - 44, middle], [left - 14, middle]], frame.colours.line, 2, ["fade", index]);
    const lift = stacked ? size * 0.56 : 0;
    const [x, baseline] = stacked ? [left, middle + lift + size * 0.34 + (names.lines[index]!.length - 1) * names.size * 0.56] : [left + names.width + 28, middle + size * 0.34];
    const shown = shownValue(part);
    const value = shown === "" ? [] : [text("value", [x, baseline], shown, { size, face: "numeral", weight: 600, fill: accent, align: "left" }, ["fade", index])];
    const mark = part.derived === null ? [] : [text("derived", [x + textWidth(shown, "numeral", size) + APART, baseline], frame.plot.derivedMark(part.derived.range), { size: small, face: "sans", weight: 500, fill: frame.colours.ink2, align: "left" }, ["fade", index])];
    return wordsOfDatum(index, [leader, ...drawName(names.lines[index]!, left, middle - lift, names.size, frame.colours.ink), ...value, ...mark]);
  });
  const bands = slices.map((_, index): Box => {
    const middle = middles[order.indexOf(index)]!;
    return { left: left - 14, right: frame.width, top: middle - pitch / 2, bottom: middle + pitch / 2 };
  });
  return { marks, bands };
}

/** Whether a name would take three lines beside the widest figure. */
function isCramped(slices: readonly Slice[], left: number, frame: Frame): boolean {
  const room = frame.width - left - 28 - Math.max(...slices.map(({ part }) => textWidth(shownValue(part), "numeral", 48) + markRoom(part, 30, frame)));
  return slices.some(({ part }) => textWidth(part.name, "sans", 34) > room * 2);
}

interface Labels {
  readonly marks: readonly Mark[];
  /** One for each slice. */
  readonly bands: readonly Box[];
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
