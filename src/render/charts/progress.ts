/** Actual against target for the same period: a bar from zero and a mark. */
import type { Chart, ProgressRow } from "../../model/chart.ts";
import { toNumber, type Figure } from "../../model/figure.ts";
import { drawBar, type Bar } from "./bars.ts";
import { bareNeed, drawAside, drawEndLabel, endNeed } from "./end-label.ts";
import { clamp, type Drawing, type Frame } from "./frame.ts";
import { line, ofDatum, rect, shift, text, wordsOfDatum, type Box, type Mark } from "./marks.ts";
import { drawName, lineSpans, setRows, type RowForm } from "./names.ts";
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
  readonly form: RowForm;
  readonly scales: readonly Scale[];
}

const PITCH = 240;
/** Rows closer than this, in pixels, stand in two columns where the drawing is wide. */
const CLOSE = 96;
const WIDE = 1600;
const COLUMN_GAP = 96;
/** Gap between the words of a target and its mark, and the line of these words, as shares of their size. */
const ABOVE = 1.3;

export function layoutProgress(chart: ProgressChart, frame: Frame): Drawing {
  const shared = sharesScale(chart.rows);
  const count = chart.rows.length;
  const columns = frame.width >= WIDE && (frame.height - 8) / count < CLOSE ? 2 : 1;
  const each = Math.ceil(count / columns);
  const own = { ...frame, width: (frame.width - COLUMN_GAP * (columns - 1)) / columns };
  const plan = planProgress(chart.rows, each, shared, own);
  const placeOf = (index: number): { readonly left: number; readonly top: number } => ({ left: Math.floor(index / each) * (own.width + COLUMN_GAP), top: (index % each) * plan.pitch });
  const rows = chart.rows.flatMap((row, index) => drawRow(row, index, placeOf(index).top, row.indicator === chart.highlight, plan, own).map((mark) => shift(mark, placeOf(index).left)));
  const [[from, to]] = lineSpans(plan.form, plan.pitch, 1) as readonly [readonly [number, number]];
  const axis = plan.scales.map(({ zero }, index): Mark => {
    const { left, top } = placeOf(index);
    return line("axis", [[left + zero, top + from], [left + zero, top + to]], frame.colours.ink, 3);
  });
  const bands = chart.rows.map((_, index): Box => {
    const { left, top } = placeOf(index);
    return { left, right: left + own.width, top, bottom: top + plan.pitch };
  });
  return { marks: [...rows, ...axis], legend: [], notes: shared ? [] : [frame.plot.ownScales], bands };
}

/** Rows of one measure share a scale; otherwise each row has its own, with the marks in line. */
function sharesScale(rows: readonly ProgressRow[]): boolean {
  return new Set(rows.map((row) => (row.measure === "growth" && !/百分点|point/.test(row.actual.raw) ? "%" : row.unit))).size <= 1;
}

function shown(figure: Figure, row: ProgressRow): string {
  return printed(figure, row.measure === "level" ? row.unit : "");
}

/** A plan for columns of `each` rows; `frame` is as wide as one of them. */
function planProgress(rows: readonly ProgressRow[], each: number, shared: boolean, frame: Frame): Plan {
  const { width, height } = frame;
  const { least } = frame;
  const pitch = Math.min(PITCH, (height - 8) / Math.max(1, each));
  const small = clamp(pitch * 0.25, least, 40);
  const form = setRows(rows.map((row) => row.name), pitch, width * 0.34, 56, frame, Math.max(...rows.map((row) => besideOf(row, least, frame))), small * ABOVE);
  const left = form.left + (form.left > 2 ? 40 : 0);
  const rest = { pitch, thickness: clamp(form.lane * 0.6, 8, 96), small, form };
  const { scales, size } = fitSize(clamp(Math.min(form.lane * 0.66, width / 14), least, 80), least, (one) => {
    const needs = rows.map((row) => (form.aside ? [bareNeed(row.actual), bareNeed({ ...row.target, qualifier: "exact" })] : needsOf(row, one, small, frame)));
    const common = fitScale(needs.flat(), left, width);
    // On its own scale every target is at 1, so one fit of the ratios serves all rows.
    const ratios = fitScale(rows.flatMap((row, index) => needs[index]!.map((need) => ratioNeed(need, row))), left, width);
    return { size: one, scale: shared ? common : ratios, scales: rows.map((row) => (shared ? common : { ...ratios, perUnit: ratios.perUnit / (toNumber(row.target) || 1) })) };
  });
  return { ...rest, size, scales };
}

/** Width of the figures beside a name: the actual one, and the words of the target below it. */
function besideOf(row: ProgressRow, size: number, frame: Frame): number {
  return Math.max(textWidth(shown(row.actual, row), "numeral", size), textWidth(targetText(row, frame), "sans", size)) * 1.04;
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

function drawRow(row: ProgressRow, index: number, top: number, accent: boolean, plan: Plan, frame: Frame): readonly Mark[] {
  const { colours } = frame;
  const scale = plan.scales[index]!;
  const middle = top + plan.form.barAt;
  const half = plan.thickness / 2;
  const bar = drawBar(row.actual, { scale, sides: [middle - half, middle + half], colour: accent ? colours.seal : colours.bar, direction: "right", floor: 0, order: index });
  const mark = at(scale, toNumber(row.target));
  // A range has a mark at either end.
  const ends = row.target.upper === undefined ? [mark] : [mark, at(scale, Number(row.target.upper))];
  const label = { text: shown(row.actual, row), size: plan.size, fill: accent ? colours.seal : colours.ink, order: index };
  const style = { size: plan.small, face: "sans", weight: 500, fill: colours.ink2 } as const;
  const nameAt = top + plan.form.nameAt;
  const step = plan.form.names.size * 0.6;
  const beside = plan.form.aside;
  const words = beside ? text("plan", [frame.width, nameAt + step + plan.small * 0.36], targetText(row, frame), { ...style, align: "right" }) : text("plan", [mark, middle - half - Math.max(12, plan.small * 0.36)], targetText(row, frame), { ...style, align: "center" });
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
      ...(beside ? [drawAside(label, frame.width, nameAt - step)] : drawEndLabel(label, clearOfMark(bar, mark, scale, textWidth(label.text, "numeral", label.size)), middle, [], colours.paper)),
      ...drawName(plan.form.names.lines[index]!, 0, nameAt, plan.form.names.size, colours.ink),
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
