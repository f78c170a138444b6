/** Actual against target for the same period: a bar from zero and a mark. */
import type { Chart, ProgressRow } from "../../model/chart.ts";
import { toNumber, type Figure } from "../../model/figure.ts";
import { drawBar, type Bar } from "./bars.ts";
import { drawEndLabel, endNeed } from "./end-label.ts";
import { clamp, rowBands, type Drawing, type Frame } from "./frame.ts";
import { line, ofDatum, rect, text, wordsOfDatum, type Mark } from "./marks.ts";
import { drawName, setNames, type NameColumn } from "./names.ts";
import { printed } from "./printed.ts";
import { at, fitScale, fitSize, type Need, type Scale } from "./scale.ts";
import { textWidth } from "./text-width.ts";

type ProgressChart = Extract<Chart, { type: "progress" }>;

interface Plan {
  readonly pitch: number;
  readonly thickness: number;
  readonly size: number;
  /** Size of the target's words above the mark. */
  readonly small: number;
  readonly names: NameColumn;
  readonly scales: readonly Scale[];
}

const PITCH = 240;

export function layoutProgress(chart: ProgressChart, frame: Frame): Drawing {
  const shared = sharesScale(chart.rows);
  const plan = planProgress(chart.rows, shared, frame);
  const axis = plan.scales.map(({ zero }, index): Mark => line("axis", [[zero, plan.pitch * index], [zero, plan.pitch * (index + 1)]], frame.colours.ink, 3));
  const marks = [...chart.rows.flatMap((row, index) => drawRow(row, index, row.indicator === chart.highlight, plan, frame)), ...axis];
  return { marks, legend: [], notes: shared ? [] : [frame.plot.ownScales], bands: rowBands(chart.rows.length, 0, plan.pitch, frame) };
}

/** Rows of one measure share a scale; otherwise each row has its own, with the marks in line. */
function sharesScale(rows: readonly ProgressRow[]): boolean {
  return new Set(rows.map((row) => (row.measure === "growth" && !/百分点|point/.test(row.actual.raw) ? "%" : row.unit))).size <= 1;
}

function shown(figure: Figure, row: ProgressRow): string {
  return printed(figure, row.measure === "level" ? row.unit : "");
}

function planProgress(rows: readonly ProgressRow[], shared: boolean, frame: Frame): Plan {
  const { width, height } = frame;
  const pitch = Math.min(PITCH, (height - 8) / Math.max(1, rows.length));
  const small = clamp(pitch * 0.25, 18, 40);
  const names = setNames(rows.map((row) => row.name), pitch, width * 0.34, 56, frame);
  const left = names.width + 40;
  const rest = { pitch, thickness: clamp(pitch * 0.38, 12, 96), small, names };
  const { scales, size } = fitSize(clamp(Math.min(pitch * 0.42, width / 20), 20, 80), 20, (one) => {
    const needs = rows.map((row) => needsOf(row, one, small, frame));
    const common = fitScale(needs.flat(), left, width);
    // On its own scale every target is at 1, so one fit of the ratios serves all rows.
    const ratios = fitScale(rows.flatMap((row, index) => needs[index]!.map((need) => ratioNeed(need, row))), left, width);
    return { size: one, scale: shared ? common : ratios, scales: rows.map((row) => (shared ? common : { ...ratios, perUnit: ratios.perUnit / (toNumber(row.target) || 1) })) };
  });
  return { ...rest, size, scales };
}

function needsOf(row: ProgressRow, size: number, small: number, frame: Frame): readonly Need[] {
  const actual = endNeed(row.actual, shown(row.actual, row), size);
  const value = toNumber(row.target);
  const half = textWidth(targetText(row, frame), "sans", small) / 2;
  // The label of the actual value stands beyond the mark if the bar ends before it.
  const beyond = Math.max(actual.before, actual.after) + 8;
  return [actual, value < 0 ? { value, before: Math.max(half, beyond), after: half } : { value, before: half, after: Math.max(half, beyond) }];
}

function ratioNeed(need: Need, row: ProgressRow): Need {
  const target = toNumber(row.target) || 1;
  const room = Math.max(need.before, need.after);
  return { value: need.value / target, before: need.value / target < 0 ? room : Math.min(need.before, need.after), after: need.value / target < 0 ? 0 : room };
}

function targetText(row: ProgressRow, { plot }: Frame): string {
  return plot.targetLabel(shown(row.target, row));
}

function drawRow(row: ProgressRow, index: number, accent: boolean, plan: Plan, frame: Frame): readonly Mark[] {
  const { colours } = frame;
  const scale = plan.scales[index]!;
  // The target's words stand above the bar, so the bar and the name sit a little below the middle of the row.
  const middle = plan.pitch * (index + 0.5) + plan.small * 0.45;
  const half = plan.thickness / 2;
  const bar = drawBar(row.actual, { scale, sides: [middle - half, middle + half], colour: accent ? colours.seal : colours.bar, direction: "right", floor: 0, order: index });
  const mark = at(scale, toNumber(row.target));
  // A range has a mark at either end.
  const ends = row.target.upper === undefined ? [mark] : [mark, at(scale, Number(row.target.upper))];
  const label = { text: shown(row.actual, row), size: plan.size, fill: accent ? colours.seal : colours.ink, order: index };
  const words = text("plan", [mark, middle - half - plan.small * 0.62], targetText(row, frame), { size: plan.small, face: "sans", weight: 500, fill: colours.ink2, align: "center" });
  return [
    ...ofDatum(index, [
      ...bar.marks,
      ...ends.flatMap((x) => [
        rect("halo", [x - 5, middle - half - 8], [x + 5, middle + half + 8], colours.paper),
        line("target", [[x, middle - half - 8], [x, middle + half + 8]], colours.ink, 5),
      ]),
    ]),
    ...wordsOfDatum(index, [
      words,
      ...drawEndLabel(label, clearOfMark(bar, mark, scale, textWidth(label.text, "numeral", label.size)), middle, [], colours.paper),
      ...drawName(plan.names.lines[index]!, 0, middle, plan.names.size, colours.ink),
    ]),
  ];
}

/** Moves the label beyond a mark after the bar's end, unless the label fits before the mark. */
function clearOfMark(bar: Bar, mark: number, scale: Scale, width: number): Bar {
  const left = bar.end < scale.zero;
  const free = left ? bar.end - mark : mark - bar.end;
  if (free < 0 || free > width + 60) return { ...bar, negative: left };
  return { ...bar, negative: left, end: mark + (left ? -4 : 4) };
}
