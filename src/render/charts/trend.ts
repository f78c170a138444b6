/** One indicator over time on one axis of periods: the level as bars above, its growth as a line below; gaps stay gaps. */
import type { Chart, SeriesPoint } from "../../model/chart.ts";
import { farEnd, toNumber, type Figure } from "../../model/figure.ts";
import { percentOf } from "../../model/growth.ts";
import { numberOf } from "../../model/published.ts";
import { drawBar } from "./bars.ts";
import { clamp, type Drawing, type Frame, type LegendKey } from "./frame.ts";
import { drawLineLabels, type LabelledPoint } from "./line-labels.ts";
import { disc, line, ofDatum, ring, text, type Mark, type Point } from "./marks.ts";
import { bandMiddle, bandsOf, drawPeriods, namesHeight, periodBands } from "./periods.ts";
import { printed, printedGrowth } from "./printed.ts";
import { at, fitScale } from "./scale.ts";
import { textWidth } from "./text-width.ts";

type TrendChart = Extract<Chart, { type: "trend" }>;

/** Top and bottom of a panel, including its title. */
interface Panel {
  readonly top: number;
  readonly bottom: number;
}

const TITLE = 58;
/** Largest label, as a share of its panel's height. */
const LABEL = 0.18;
/** Share of its band that a label fills: the browser's widths differ a little from the estimate. */
const WITHIN = 0.94;
/** Words have no bar: they stand at the axis. */
const NONE: Figure = { raw: "", value: "0", decimals: 0, qualifier: "exact" };

/** What the line joins: growth in per cent that has the same base as the others. */
function rateOf({ growth }: SeriesPoint): Figure | null {
  return growth === null || growth.against === "other" ? null : percentOf(growth);
}

export function layoutTrend(chart: TrendChart, frame: Frame): Drawing {
  const { points } = chart;
  const hasLevels = points.some((point) => point.value !== null);
  const hasRates = points.some((point) => point.growth !== null);
  const foot = frame.height - namesHeight(points.map((point) => point.period));
  const split = !hasRates ? foot : hasLevels ? foot * 0.6 : 0;
  const bands = bandsOf(points.length, 0, frame.width);
  const rates: Panel = { top: hasLevels ? split + 34 : 0, bottom: foot };
  const marks = [
    ...(hasLevels ? drawLevels(chart, { top: 0, bottom: split }, frame) : []),
    ...(hasRates ? drawRates(points, rates, frame) : []),
    ...drawPeriods(points.map((point) => point.period), bands, foot, frame),
  ];
  const gap = points.some((point) => (hasLevels && point.value === null) || (hasRates && point.growth === null));
  return { marks, legend: legendOf(points, frame), notes: gap ? [frame.plot.gap] : [], bands: periodBands(bands, points.length, frame) };
}

/** The lower end of a range is a point of the line; its label has both. Every other label says in its own words what its mark means. */
function legendOf(points: readonly SeriesPoint[], { plot }: Frame): readonly LegendKey[] {
  return points.some((point) => rateOf(point)?.qualifier === "range") ? [{ symbol: "open-dot", text: plot.lowerEnd }] : [];
}

function panelTitle(title: string, panel: Panel, { colours }: Frame): Mark {
  return text("panel", [0, panel.top + 38], title, { size: 38, face: "sans", weight: 500, fill: colours.ink2, align: "left" });
}

/** The latest published point is the one that the report talks about: it takes the accent. */
function latest(points: readonly SeriesPoint[], field: "value" | "growth"): number {
  return points.findLastIndex((point) => point[field] !== null);
}

/** Labels of points: as large as the widest allows within its band; where that is too small to be read, only every second or third point has one, the last always. */
interface Labels {
  readonly size: number;
  readonly texts: readonly string[];
}

function labelsOf(texts: readonly string[], band: number, largest: number, frame: Frame): Labels {
  const widest = Math.max(1, ...texts.map((label) => textWidth(label, "numeral", 1)));
  const last = texts.findLastIndex((label) => label !== "");
  const every = Math.max(1, Math.ceil((widest * Math.min(largest, frame.least)) / (band * WITHIN)));
  return { size: Math.min(largest, (band * every * WITHIN) / widest), texts: texts.map((label, index) => ((last - index) % every === 0 ? label : "")) };
}

function drawLevels(chart: TrendChart, panel: Panel, frame: Frame): readonly Mark[] {
  const { points } = chart;
  const bands = bandsOf(points.length, 0, frame.width);
  const band = bands.step;
  const { size, texts } = labelsOf(points.map((point) => (point.value === null ? "" : printed(point.value))), band, Math.min(84, (panel.bottom - panel.top) * LABEL), frame);
  const half = Math.min(190, band * 0.6) / 2;
  const needs = points.flatMap((point) => {
    const figure = numberOf(point.value);
    if (figure === null) return [];
    const value = farEnd(figure);
    const room = size * 1.05 + (figure.qualifier === "at-least" ? 32 : 0);
    return [{ value, before: value < 0 ? room : 0, after: value < 0 ? 0 : room }];
  });
  const scale = fitScale(needs, 0, panel.bottom - panel.top - TITLE);
  const last = latest(points, "value");
  const bars = points.flatMap((point, index) => {
    if (point.value === null) return [];
    const x = bandMiddle(bands, index);
    const colour = index === last ? frame.colours.seal : frame.colours.bar;
    const bar = drawBar(numberOf(point.value) ?? NONE, { scale, sides: [x - half, x + half], colour, direction: "up", floor: panel.bottom, order: index });
    const y = panel.bottom - bar.end + (bar.negative ? size * 0.92 : -size * 0.24);
    const fill = index === last ? frame.colours.seal : frame.colours.ink;
    const shown = texts[index]!;
    const reach = textWidth(shown, "numeral", size) / 2;
    const label = text("value", [clamp(x, reach, frame.width - reach), y], shown, { size, face: "numeral", weight: 600, fill, align: "center" }, ["fade", index]);
    return ofDatum(index, shown === "" ? bar.marks : [...bar.marks, label]);
  });
  const zero = panel.bottom - scale.zero;
  return [panelTitle(frame.plot.levelPanel(chart.unit), panel, frame), ...bars, line("axis", [[0, zero], [frame.width, zero]], frame.colours.ink, 3)];
}

function drawRates(points: readonly SeriesPoint[], panel: Panel, frame: Frame): readonly Mark[] {
  const { colours } = frame;
  const bands = bandsOf(points.length, 0, frame.width);
  const band = bands.step;
  const radius = clamp(band * 0.08, 5, 14);
  const { size, texts } = labelsOf(points.map((point) => (point.growth === null ? "" : printedGrowth(point.growth))), band, Math.min(58, (panel.bottom - panel.top) * LABEL), frame);
  const room = radius + size + 14;
  const scale = fitScale(points.flatMap((point) => (point.growth === null ? [] : [{ value: toNumber(rateOf(point) ?? NONE), before: room, after: room }])), 0, panel.bottom - panel.top - TITLE);
  const zero = panel.bottom - scale.zero;
  const last = latest(points, "growth");
  const places = points.map((point, index): LabelledPoint => {
    const rate = rateOf(point);
    const y = rate === null ? null : panel.bottom - at(scale, toNumber(rate));
    const fill = index === last ? colours.seal : colours.ink;
    return { at: y === null ? null : [bandMiddle(bands, index), y], text: texts[index]!, fill };
  });
  const dots = places.flatMap((place, index) => (place.at === null ? [] : ofDatum(index, dot(place.at, points[index]!, radius, place.fill, index, frame))));
  const stretches = runs(places);
  const bounds = { left: -8, right: frame.width + 8, top: panel.top + TITLE - 4, bottom: panel.bottom };
  const axis = { left: 0, right: frame.width, top: zero - 2, bottom: zero + 2 };
  return [
    panelTitle(frame.plot.growthPanel, panel, frame),
    line("axis", [[0, zero], [frame.width, zero]], colours.ink, 3),
    ...stretches.map((run) => line("line", run, colours.ink, 7, ["fade", 0])),
    ...dots,
    ...points.flatMap((point, index) => offLine(point, index, [bandMiddle(bands, index), zero - 14], size, frame)),
    ...drawLineLabels(places, { lines: stretches, zero, size, radius, bounds, obstacles: [axis], paper: colours.paper }),
  ];
}

/** A growth with another base, in points or in words is no point of the line: its text stands on the axis. */
function offLine(point: SeriesPoint, index: number, place: Point, size: number, { colours }: Frame): readonly Mark[] {
  if (point.growth === null || rateOf(point) !== null) return [];
  return ofDatum(index, [text("value", place, printedGrowth(point.growth), { size, face: "sans", weight: 500, fill: colours.ink2, align: "center" }, ["fade", index])]);
}

/** A dot with a rim of paper; hollow where the figure is approximate. */
function dot(centre: Point, point: SeriesPoint, radius: number, fill: string, order: number, { colours }: Frame): readonly Mark[] {
  const rim = disc("rim", centre, radius + 4, colours.paper, ["fade", order]);
  if (rateOf(point)?.qualifier === "exact") return [rim, disc("dot", centre, radius, fill, ["fade", order])];
  return [rim, ring("dot", centre, radius - 1, fill, 3, colours.paper, ["fade", order])];
}

/** Unbroken stretches of two points or more. */
function runs(places: readonly LabelledPoint[]): readonly (readonly Point[])[] {
  const all: Point[][] = [[]];
  for (const place of places) {
    if (place.at === null) all.push([]);
    else all.at(-1)!.push(place.at);
  }
  return all.filter((run) => run.length > 1);
}
