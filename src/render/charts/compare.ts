/** The town beside other areas: grouped bars, the town's own in the accent colour and in bold. */
import { hasRowPerBar, type Chart, type CompareGroup, type Datum } from "../../model/chart.ts";
import { toNumber, type Figure } from "../../model/figure.ts";
import { drawBar } from "./bars.ts";
import { drawEndLabel, endNeed } from "./end-label.ts";
import { clamp, NARROW, type Drawing, type Frame } from "./frame.ts";
import { line, ofDatum, text, wordsOfDatum, type Box, type Mark } from "./marks.ts";
import { drawName, setNames } from "./names.ts";
import { withMinus } from "./printed.ts";
import { fitScale, fitSize, type Scale } from "./scale.ts";
import { textWidth } from "./text-width.ts";

type CompareChart = Extract<Chart, { type: "compare" }>;
type CompareBar = CompareGroup["bars"][number];

interface Plan {
  /** Height of one bar's row. */
  readonly pitch: number;
  readonly size: number;
  /** Left edge and size of the areas' names. */
  readonly areas: number;
  readonly areaSize: number;
  /** Lines of each area's name, by group and bar. */
  readonly names: readonly (readonly (readonly string[])[])[];
  readonly scales: readonly Scale[];
}

const PITCH = 150;
/** Largest type of the areas' names, in pixels. */
const LARGEST_AREA = 54;
/** Gap between two groups, in rows. */
const APART = 0.6;
/** A narrow drawing has the name of a group above its bars, with this much below it, in pixels. */
const HEADING = { limit: 96, below: 14 } as const;
/** The browser's widths differ a little from the estimate. */
const EDGE = 12;

export function layoutCompare(chart: CompareChart, frame: Frame): Drawing {
  const { groups, measure } = chart;
  const count = groups.reduce((sum, group) => sum + group.bars.length, 0);
  const pitchBelow = (headings: number): number => Math.min(PITCH, (frame.height - 8 - headings) / Math.max(1, count + APART * (groups.length - 1)));
  const titles = groups.map((group) => (measure === "value" ? frame.plot.withUnit(group.name, group.unit) : group.name));
  const narrow = frame.width < NARROW;
  const names = narrow ? setNames(titles, HEADING.limit, frame.width, 40, frame) : setNames(titles, pitchBelow(0) * Math.max(1, ...groups.map((group) => group.bars.length)), frame.width * 0.28, 56, frame);
  const headings = names.lines.map((lines) => (narrow ? lines.length * names.size * 1.15 + HEADING.below : 0));
  const pitch = pitchBelow(headings.reduce((sum, height) => sum + height, 0));
  const shared = measure === "growth" || new Set(groups.map((group) => group.unit)).size <= 1;
  const plan = planCompare(groups, shared, pitch, narrow ? 0 : names.width + 40, frame);
  const perBar = hasRowPerBar(groups);
  let [top, rowsAbove] = [0, 0];
  const bands: Box[] = [];
  const marks = groups.flatMap((group, index) => {
    const height = pitch * group.bars.length;
    const heading = headings[index]!;
    const nameAt = narrow ? top + (heading - HEADING.below) / 2 : top + height / 2;
    top += heading;
    const drawn = [
      ...nameOfGroup(perBar ? null : index, drawName(names.lines[index]!, 0, nameAt, names.size, frame.colours.ink)),
      ...group.bars.flatMap((one, row) => drawArea(one, { group: index, datum: perBar ? rowsAbove + row : index, row, middle: top + pitch * (row + 0.5) }, plan, frame)),
      line("axis", [[plan.scales[index]!.zero, top], [plan.scales[index]!.zero, top + height]], frame.colours.ink, 3),
    ];
    if (perBar) bands.push(...group.bars.map((_, row): Box => ({ left: 0, right: frame.width, top: top + pitch * row, bottom: top + pitch * (row + 1) })));
    else bands.push({ left: 0, right: frame.width, top: top - heading, bottom: top + height });
    rowsAbove += group.bars.length;
    top += height + pitch * APART;
    return drawn;
  });
  return { marks, legend: [], notes: shared ? [] : [frame.plot.ownScales], bands };
}

/** A group's name is a word of its row in the table, if it has one. */
function nameOfGroup(datum: number | null, marks: readonly Mark[]): readonly Mark[] {
  return datum === null ? marks : wordsOfDatum(datum, marks);
}

function planCompare(groups: readonly CompareGroup[], shared: boolean, pitch: number, areas: number, frame: Frame): Plan {
  const { width, plot } = frame;
  const { least } = frame;
  const named = setNames(groups.flatMap((group) => group.bars.map((bar) => bar.area)), pitch, width * 0.34, LARGEST_AREA, frame, 0.66);
  const areaSize = named.size;
  // The own area's name is bold, so a little wider.
  const left = areas + named.width * 1.04 + 24;
  const needs = (some: readonly CompareGroup[], size: number) => [
    ...some.flatMap((group) => dataOf(group).map(({ figure, text: words }) => endNeed(figure ?? NONE, withMinus(words), size))),
    { value: 0, before: 0, after: some.some((group) => group.bars.some((bar) => bar.value === null)) ? size * 0.4 + textWidth(plot.unpublished, "sans", areaSize) : 0 },
  ];
  const end = width - EDGE;
  const { size, scale: common } = fitSize(clamp(Math.min(pitch * 0.64, width / 18), least, 84), least, (one) => ({ size: one, scale: fitScale(needs(groups, one), left, end) }));
  const names = groups.map((group, index) => {
    const before = groups.slice(0, index).reduce((sum, { bars }) => sum + bars.length, 0);
    return named.lines.slice(before, before + group.bars.length);
  });
  return { pitch, size, areas, areaSize, names, scales: groups.map((group) => (shared ? common : fitScale(needs([group], size), left, end))) };
}

/** Words have no bar: they stand at the axis. */
const NONE: Figure = { raw: "", value: "0", decimals: 0, qualifier: "exact" };

function dataOf(group: CompareGroup): readonly Datum[] {
  return group.bars.flatMap((bar) => (bar.value === null ? [] : [bar.value]));
}

interface BarPlace {
  readonly group: number;
  /** Its row in the table of the data. */
  readonly datum: number;
  /** Place in the group. */
  readonly row: number;
  readonly middle: number;
}

function drawArea(bar: CompareBar, { group, datum, row, middle }: BarPlace, plan: Plan, { colours, plot }: Frame): readonly Mark[] {
  const scale = plan.scales[group]!;
  const order = group + row;
  const half = clamp(plan.pitch * 0.32, 6, 46);
  const name = drawName(plan.names[group]![row]!, plan.areas, middle, plan.areaSize, bar.own ? colours.ink : colours.ink2, bar.own ? 700 : 500).map((mark) => ({ ...mark, role: "area" as const }));
  if (bar.value === null) {
    const missing = text("missing", [scale.zero + plan.size * 0.38, middle + plan.areaSize * 0.36], plot.unpublished, { size: plan.areaSize, face: "sans", weight: 500, fill: colours.ink2, align: "left" });
    return wordsOfDatum(datum, [...name, missing]);
  }
  const figure = bar.value.figure ?? NONE;
  const drawn = drawBar(figure, { scale, sides: [middle - half, middle + half], colour: bar.own ? colours.seal : colours.bar, direction: "right", floor: 0, order });
  const label = { text: withMinus(bar.value.text), size: plan.size, fill: bar.own ? colours.seal : colours.ink, order };
  return wordsOfDatum(datum, [...name, ...ofDatum(datum, drawn.marks), ...drawEndLabel(label, { ...drawn, negative: toNumber(figure) < 0 }, middle, [], colours.paper)]);
}
