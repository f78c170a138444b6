/** Rank over time as a step line with first place on top; years without a published rank stay empty. */
import type { Chart } from "../../model/chart.ts";
import { clamp, type Drawing, type Frame } from "./frame.ts";
import { drawLineLabels, type LabelledPoint } from "./line-labels.ts";
import { disc, line, ofDatum, text, type Mark, type Point } from "./marks.ts";
import { bandMiddle, bandsOf, drawPeriods, namesHeight, periodBands } from "./periods.ts";
import { gridValues } from "./scale.ts";
import { textWidth } from "./text-width.ts";

type RankChart = Extract<Chart, { type: "rank" }>;

const TOP = 104;
/** Size of the gridline labels, which have a column of their own. */
const TICK = 36;
/** Room below the lowest step for its label. */
const BELOW = 100;

export function layoutRank(chart: RankChart, frame: Frame): Drawing {
  const { points } = chart;
  const { colours, words } = frame;
  const foot = frame.height - namesHeight(points.map((point) => point.period));
  const worst = Math.max(2, ...points.map((point) => point.rank ?? 1));
  const yOf = (rank: number): number => TOP + ((foot - BELOW - TOP) * (rank - 1)) / (worst - 1);
  const ranks = gridRanks(worst);
  const gutter = Math.max(...ranks.map((rank) => textWidth(words.place(rank), "sans", TICK))) + 20;
  const bands = bandsOf(points.length, gutter, frame.width);
  const band = bands.step;
  const labels = points.map((point) => (point.rank === null ? "" : words.place(point.rank)));
  const size = clamp((band - 8) / Math.max(1, ...labels.map((label) => textWidth(label, "numeral", 1))), 18, 88);
  const last = points.findLastIndex((point) => point.rank !== null);
  const places = points.map((point, index): LabelledPoint => ({
    at: point.rank === null ? null : [bandMiddle(bands, index), yOf(point.rank)],
    text: labels[index]!,
    fill: index === last ? colours.seal : colours.ink,
  }));
  const radius = clamp(band * 0.08, 6, 16);
  const bounds = { left: -8, right: frame.width + 8, top: 0, bottom: foot };
  const steps = stepRuns(places, band);
  const marks = [
    ...ranks.flatMap((rank) => gridLine(rank, yOf(rank), gutter, frame)),
    line("axis", [[gutter, foot], [frame.width, foot]], colours.ink, 3),
    ...steps.map((run) => line("line", run, colours.ink, 8, ["fade", 0])),
    ...places.flatMap((place, index) => (place.at === null ? [] : ofDatum(index, [disc("rim", place.at, radius + 4, colours.paper, ["fade", index]), disc("dot", place.at, radius, place.fill, ["fade", index])]))),
    ...drawLineLabels(places, { size, radius, bounds, lines: steps, zero: null, obstacles: [], paper: colours.paper }),
    ...drawPeriods(points.map((point) => point.period), bands, foot, frame),
  ];
  return { marks, legend: [], notes: points.some((point) => point.rank === null) ? [frame.plot.gap] : [], bands: periodBands(bands, points.length, frame) };
}

/** First place, and at most one round place below it. */
function gridRanks(worst: number): readonly number[] {
  return [1, ...(worst < 10 ? [] : gridValues(0, worst).slice(0, 1))];
}

function gridLine(rank: number, y: number, left: number, { width, colours, words }: Frame): readonly Mark[] {
  const label = text("tick", [0, y + 9], words.place(rank), { size: TICK, face: "sans", weight: 500, fill: colours.ink2, align: "left" });
  return [line("grid", [[left, y], [width, y]], colours.hair, 1.5), label];
}

/** A level stretch for each period and a vertical line between neighbours; gaps break the line. */
function stepRuns(places: readonly LabelledPoint[], band: number): readonly (readonly Point[])[] {
  const all: Point[][] = [[]];
  for (const { at } of places) {
    if (at === null) all.push([]);
    else all.at(-1)!.push([at[0] - band / 2, at[1]], [at[0] + band / 2, at[1]]);
  }
  return all.filter((run) => run.length > 0);
}
