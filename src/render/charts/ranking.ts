/** Areas in the order of their figures: one column of bars, or two where there are many; the one that matters is in the accent colour. */
import type { Chart, RankedArea } from "../../model/chart.ts";
import type { Figure } from "../../model/figure.ts";
import { drawBar } from "./bars.ts";
import { bareNeed, drawAside, drawEndLabel, endNeed } from "./end-label.ts";
import { clamp, type Drawing, type Frame } from "./frame.ts";
import { qualifierKeys } from "./legend.ts";
import { line, ofDatum, text, wordsOfDatum, type Box, type Mark } from "./marks.ts";
import { drawName, lineSpans, setAbove, setBeside, type RowForm } from "./names.ts";
import { withMinus } from "./printed.ts";
import { fitScale, fitSize, type Scale } from "./scale.ts";
import { textWidth } from "./text-width.ts";

type RankingChart = Extract<Chart, { type: "ranking" }>;

/** With more bars than this there are two columns, and the drawing takes the width of the slide. */
export const ONE_COLUMN = 10;
const PITCH = 110;
/** Narrower drawings, of upright screens, have one column. */
const WIDE = 1200;
/** Between the columns, in pixels. */
const APART = 72;
/** Shares of a column that names may take: more where they would otherwise be too small to be read. */
const NAMES = [0.46, 0.72] as const;
/** Words have no bar: they stand at the axis. */
const NONE: Figure = { raw: "", value: "0", decimals: 0, qualifier: "exact" };

interface Plan {
  readonly pitch: number;
  readonly column: number;
  readonly rows: number;
  readonly form: RowForm;
  /** Size of the figures and of the places. */
  readonly size: number;
  readonly place: number;
  /** Left edge of the names within a column, after the places. */
  readonly left: number;
  readonly scale: Scale;
}

export function layoutRanking(chart: RankingChart, frame: Frame): Drawing {
  const { bars } = chart;
  const plan = planRanking(bars, frame);
  const placeOf = (index: number): { x: number; top: number } => ({ x: Math.floor(index / plan.rows) * (plan.column + APART), top: (index % plan.rows) * plan.pitch });
  const marks = bars.flatMap((bar, index) => drawRow(bar, index, placeOf(index), plan, frame));
  const columns = [...new Set(bars.map((_, index) => placeOf(index).x))];
  const axes = columns.flatMap((x, index) => {
    const count = Math.min(plan.rows, bars.length - index * plan.rows);
    return lineSpans(plan.form, plan.pitch, count).map(([top, bottom]) => line("axis", [[x + plan.scale.zero, top], [x + plan.scale.zero, bottom]], frame.colours.ink, 3));
  });
  const bands = bars.map((_, index): Box => {
    const { x, top } = placeOf(index);
    return { left: x, right: x + plan.column, top, bottom: top + plan.pitch };
  });
  return { marks: [...marks, ...axes], legend: qualifierKeys(bars.flatMap(({ value }) => value.figure ?? []), frame.plot), notes: [], bands };
}

function planRanking(bars: readonly RankedArea[], frame: Frame): Plan {
  const { width, height } = frame;
  const columns = bars.length > ONE_COLUMN && width > WIDE ? 2 : 1;
  const rows = Math.ceil(bars.length / columns);
  const column = (width - APART * (columns - 1)) / columns;
  const pitch = Math.min(PITCH, (height - 8) / rows);
  const { least } = frame;
  const areas = bars.map(({ area }) => area);
  // The browser's widths differ a little from the estimate.
  const end = column - 12;
  const plan = (form: RowForm): Plan => {
    const place = clamp(form.names.size * 0.9, least, 48);
    const left = textWidth("20", "numeral", place) + 24;
    // The accent's name is bold, so a little wider.
    const start = left + (form.left > 2 ? form.names.width * 1.05 + 24 : 0);
    return fitSize(clamp(Math.min(form.lane * 0.68, 60), least, 60), least, (size) => ({
      pitch, column, rows, form, size, place, left, scale: fitScale(bars.map(({ value }) => (form.aside ? bareNeed(value.figure ?? NONE) : endNeed(value.figure ?? NONE, withMinus(value.text), size))), start, end),
    }));
  };
  const beside = NAMES.map((share) => plan(setBeside(areas, pitch, column * share, 52, frame, 0.6)));
  const fitted = beside.find(({ form, scale }) => form.names.size >= least && scale.fits);
  if (fitted !== undefined) return fitted;
  const figures = Math.max(...bars.map(({ value }) => textWidth(withMinus(value.text), "numeral", least) * 1.03)) + 12;
  return plan(setAbove(areas, pitch, column - beside[0]!.left, 52, frame, figures));
}

function drawRow({ accent, value, place }: RankedArea, index: number, { x, top }: { readonly x: number; readonly top: number }, plan: Plan, { colours }: Frame): readonly Mark[] {
  const [middle, nameAt] = [top + plan.form.barAt, top + plan.form.nameAt];
  const half = clamp(plan.form.lane * (plan.form.aside ? 0.36 : 0.26), plan.form.aside ? 3 : 8, 26);
  const fill = accent ? colours.seal : colours.ink;
  const scale: Scale = { ...plan.scale, zero: plan.scale.zero + x };
  const drawn = drawBar(value.figure ?? NONE, { scale, sides: [middle - half, middle + half], colour: accent ? colours.seal : colours.bar, direction: "right", floor: 0, order: index });
  const label = { text: withMinus(value.text), size: plan.size, fill, order: index };
  return wordsOfDatum(index, [
    ...(place === null ? [] : [text("place", [x + plan.left - 24, nameAt + plan.place * 0.36], `${place}`, { size: plan.place, face: "numeral", weight: 600, fill: accent ? colours.seal : colours.ink2, align: "right" })]),
    ...drawName(plan.form.names.lines[index]!, x + plan.left, nameAt, plan.form.names.size, fill, accent ? 700 : 500).map((mark) => ({ ...mark, role: "area" as const })),
    ...ofDatum(index, drawn.marks),
    ...(plan.form.aside ? [drawAside(label, x + plan.column - 12, nameAt)] : drawEndLabel(label, drawn, middle, [], colours.paper)),
  ]);
}
