/** What is planned: columns or lying bars from zero, each with its figure as published and last year's growth as a line; targets in words below. */
import type { Chart, TargetRow } from "../../model/chart.ts";
import { growthText, percentOf } from "../../model/growth.ts";
import { plannedRate } from "../../model/indicator.ts";
import { NARROW, type Drawing, type Frame } from "./frame.ts";
import { lastOf, type GoalRow } from "./goal-label.ts";
import { shift, type Box, type Mark } from "./marks.ts";
import { drawColumns, planColumns, type TargetPlot } from "./target-columns.ts";
import { drawRows } from "./target-rows.ts";
import { layoutWords, type Strip, type WordRow } from "./target-words.ts";

type TargetChart = Extract<Chart, { type: "target" }>;

/** A chart of this size is drawn in the sizes that a hall reads; a smaller one in proportion. */
const WHOLE = { width: 1696, height: 740 } as const;
/** An upright screen is read from nearer: what is narrow there has rows, one below the other, not smaller type. */
const UPRIGHT_UNIT = 0.85;
/** The strip of words: its type, beside one bar, and without any; its gap to the plot. */
const STRIP = { size: 40, lone: 60, alone: 72, gap: 26 } as const;
/** Share of the height that the strip may take beside no bar, one, two, and more. */
const SHARES = [1, 0.66, 0.46, 0.4] as const;
/** With more lying bars a wide chart has two columns. */
const MOST_ROWS = 10;
const COLUMN_GAP = 96;

export function layoutTarget(chart: TargetChart, frame: Frame): Drawing {
  const unit = frame.width < NARROW ? UPRIGHT_UNIT : Math.min(1, frame.width / WHOLE.width, frame.height / WHOLE.height);
  const rows = chart.rows.flatMap((row, datum): readonly GoalRow[] => {
    const rate = plannedRate(row.goal);
    return rate === null ? [] : [{ ...row, rate, datum }];
  });
  const words = chart.rows.flatMap((row, datum) => (plannedRate(row.goal) === null ? [{ ...row, datum }] : []));
  const { top, strip } = planStrip(words, rows.length, unit, frame.height, frame);
  const plot = rows.length === 0 ? { marks: [], bands: [] } : drawPlot(chart, rows, words.length === 0 ? frame.height : top - STRIP.gap * unit, unit, frame);
  const bands = chart.rows.map((_, datum): Box => {
    const row = rows.findIndex((other) => other.datum === datum);
    return row >= 0 ? plot.bands[row]! : strip.bands[words.findIndex((other) => other.datum === datum)]!;
  });
  return { marks: [...plot.marks, ...strip.marks], legend: [], notes: notesOf(rows, frame), bands };
}

/** The strip of words at the foot of `height` pixels, beside a plot of so many bars. */
export function planStrip(words: readonly WordRow[], bars: number, unit: number, height: number, frame: Frame): { readonly top: number; readonly strip: Strip } {
  const limit = frame.height * SHARES[Math.min(bars, SHARES.length - 1)]!;
  const size = (bars === 0 ? STRIP.alone : bars === 1 ? STRIP.lone : STRIP.size) * unit;
  const top = bars === 0 ? 0 : height - layoutWords(words, 0, limit, size, frame).height;
  return { top, strip: layoutWords(words, top, limit, size, frame) };
}

function drawPlot(chart: TargetChart, rows: readonly GoalRow[], height: number, unit: number, frame: Frame): TargetPlot {
  const from = frame.words.period(chart.from);
  const last = rows.map((row) => lastOf(row, from, frame));
  const plan = frame.width < NARROW ? null : planColumns(rows, last, height, unit, frame);
  const upright = plan === null ? null : drawColumns(rows, last, plan, unit, frame);
  if (upright !== null) return upright;
  const columns = rows.length > MOST_ROWS && frame.width >= 1600 ? 2 : 1;
  const each = Math.ceil(rows.length / columns);
  const width = (frame.width - COLUMN_GAP * (columns - 1)) / columns;
  const parts = Array.from({ length: columns }, (_, column): TargetPlot => {
    const [start, left] = [column * each, column * (width + COLUMN_GAP)];
    const part = drawRows(rows.slice(start, start + each), last.slice(start, start + each), height, unit, { ...frame, width });
    return { marks: part.marks.map((mark): Mark => shift(mark, left)), bands: part.bands.map((box) => ({ ...box, left: box.left + left, right: box.right + left })) };
  });
  return { marks: parts.flatMap(({ marks }) => marks), bands: parts.flatMap(({ bands }) => bands) };
}

/** What the plot leaves out: a growth of another kind than its scale, and what a plan adds to its number. */
function notesOf(rows: readonly TargetRow[], { plot }: Frame): readonly string[] {
  const others = rows.filter(({ last }) => last !== null && (last.against === "other" || percentOf(last) === null));
  return [
    ...others.map(({ name, last }) => plot.unplotted(name, growthText(last!))),
    ...rows.filter(({ wording, label }) => wording !== label).map(({ name, wording }) => plot.inFull(name, wording)),
  ];
}
