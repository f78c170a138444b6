/** The parts of a whole by a published ratio: a lying bar over the whole width for each period, its terms in large type. */
import type { Chart, StructureBar } from "../../model/chart.ts";
import { clamp, type Drawing, type Frame } from "./frame.ts";
import { line, ofDatum, rect, text, wordsOfDatum, type Box, type Mark } from "./marks.ts";
import { labelOf, layoutStructureRows } from "./structure-rows.ts";
import { textWidth, wrapText } from "./text-width.ts";

type StructureChart = Extract<Chart, { type: "structure" }>;

/** Gap between neighbouring labels, in pixels. */
const APART = 56;
/** Width of the column with the periods, and its type, where there is more than one. */
const WHEN = { width: 260, size: 48 } as const;
/** Smallest type of the terms, in pixels, and the gap where labels are many. */
const LEAST = 28;
const NEAR = 28;
/** Sizes of the names in one, two and three lines: as large as the labels allow, and no smaller than this. */
const NAMES = [{ lines: 1, least: 40 }, { lines: 2, least: 34 }, { lines: 3, least: 28 }] as const;
const LINE = 1.2;
/** The browser's widths differ a little from the estimate. */
const EDGE = 6;
/** Names up to this many em stay on one line. */
const SHORT = 4.2;
/** Height of a term with the gap below it in its own size, the thinnest bar, and the gap to the next period's. */
const ASCENT = 1.1;
const BAR = 12;
const NEXT = 16;

interface Plan {
  readonly left: number;
  readonly width: number;
  /** Sizes of names and terms, and the gap between labels. */
  readonly name: number;
  readonly size: number;
  readonly gap: number;
  /** The lines of each name. */
  readonly lines: readonly (readonly string[])[];
  /** Room for the names above the first bar, and for a term and its bar. */
  readonly head: number;
  readonly pitch: number;
}

export function layoutStructure(chart: StructureChart, frame: Frame): Drawing {
  const { bars, names } = chart;
  const plan = planStructure(chart, frame);
  const notes = bars.every(({ hundred }) => hundred) || names.length === 0 ? [] : [frame.plot.ratioOnly];
  if (plan === null) return { ...layoutStructureRows(chart, frame), notes };
  const marks = bars.flatMap((bar, index) => drawStructure(bar, index, chart, plan, frame));
  // One row of the table for each term of each period.
  const bands = bars.flatMap((bar, index) => partsOf(bar, plan).map(({ from, to }): Box => ({ left: from, right: to, top: plan.head + plan.pitch * index, bottom: plan.head + plan.pitch * (index + 1) })));
  return { marks, legend: [], notes, bands };
}

/** The largest names whose labels stand side by side, in as few lines as that takes; null where they never do. */
function planStructure(chart: StructureChart, frame: Frame): Plan | null {
  const left = chart.bars.length === 1 ? 0 : WHEN.width;
  const place = { left, width: frame.width - left - EDGE };
  for (const { lines, least } of NAMES) {
    for (const gap of [APART, NEAR]) {
      for (let name = chart.bars.length === 1 ? 64 : 52; name >= least; name -= 4) {
        const plan = tryPlan(chart, frame, { ...place, name, gap }, lines);
        if (plan !== null) return plan;
      }
    }
  }
  return null;
}

function tryPlan({ bars, names }: StructureChart, { height, breaks }: Frame, place: Pick<Plan, "left" | "width" | "name" | "gap">, most: number): Plan | null {
  const { width, name, gap } = place;
  const lines = names.map((one) => (most === 1 ? [one] : wrapText(one, "sans", name, Math.max(SHORT * name, (textWidth(one, "sans", name) / most) * 1.25), breaks)));
  if (lines.some((some) => some.length > most)) return null;
  const head = name * (1.5 + (Math.max(...lines.map((some) => some.length)) - 1) * LINE);
  const pitch = (height - head - 8) / bars.length;
  const wide = lines.map((some) => Math.max(...some.map((one) => textWidth(one, "sans", name) * 1.03)));
  const fits = (size: number): boolean => bars.every((bar, index) => sumOf(bar.terms.map((term, part) => Math.max(textWidth(labelOf(term, bar), "numeral", size) * 1.03, index === 0 ? wide[part]! : 0))) + gap * (names.length - 1) <= width);
  for (let size = clamp(pitch * 0.36, 44, 150); size >= LEAST; size -= 4) {
    if (size * ASCENT + BAR + NEXT <= pitch && fits(size)) return { ...place, lines, size, head, pitch };
  }
  return null;
}

function sumOf(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, 0);
}

/** Where each part of a bar starts and ends. */
function partsOf({ terms }: StructureBar, { left, width }: Plan): readonly { readonly from: number; readonly to: number }[] {
  const sum = terms.reduce((total, term) => total + Number(term), 0) || 1;
  let from = left;
  return terms.map((term) => {
    const to = from + (Number(term) / sum) * width;
    const part = { from, to };
    from = to;
    return part;
  });
}

/** The terms above their parts; the names once, above the first bar. */
function drawStructure(bar: StructureBar, index: number, { names, highlight, bars }: StructureChart, plan: Plan, { colours, words }: Frame): readonly Mark[] {
  const { size, name, lines, gap } = plan;
  const parts = partsOf(bar, plan);
  const labels = bar.terms.map((term) => labelOf(term, bar));
  const right = plan.left + plan.width;
  const widths = lines.map((some, part) => Math.max(textWidth(labels[part]!, "numeral", size) * 1.03, ...(index === 0 ? some.map((one) => textWidth(one, "sans", name) * 1.03) : [])));
  const places = spread(parts.map(({ from }) => from), widths, right, gap);
  const base = plan.head + plan.pitch * index + size * 0.86;
  const [top, bottom] = [base + size * 0.24, plan.head + plan.pitch * (index + 1) - (index === bars.length - 1 ? 0 : NEXT)];
  const tones = [colours.water, colours.bar];
  const when = bars.length === 1 ? [] : [text("panel", [0, (top + bottom) / 2 + WHEN.size * 0.36], words.period(bar.period), { size: WHEN.size, face: "sans", weight: 700, fill: colours.ink, align: "left" })];
  return [
    ...when,
    ...parts.flatMap(({ from, to }, part) => {
      const accent = names[part] === highlight;
      const fill = accent ? colours.seal : colours.ink;
      const datum = index * names.length + part;
      return [
        ...ofDatum(datum, [rect("bar", [from, top], [to, bottom], accent ? colours.seal : tones[part % tones.length]!, ["fade", part])]),
        ...(part === 0 ? [] : [line("seam", [[from, top], [from, bottom]], colours.paper, 6)]),
        ...wordsOfDatum(datum, [
          text("value", [places[part]!, base], labels[part]!, { size, face: "numeral", weight: 600, fill, align: "left" }, ["fade", part]),
          // The last lines of all names stand above the terms.
          ...(index === 0 ? lines[part]!.map((one, row) => text("name", [places[part]!, plan.head - name * (0.5 + (lines[part]!.length - 1 - row) * LINE)], one, { size: name, face: "sans", weight: 500, fill, align: "left" })) : []),
        ]),
      ];
    }),
  ];
}

/** Left edges in order, as close to the parts as the widths allow. */
function spread(lefts: readonly number[], widths: readonly number[], width: number, gap: number): readonly number[] {
  const right: number[] = [];
  for (const [index, left] of lefts.entries()) right.push(index === 0 ? left : Math.max(left, right[index - 1]! + widths[index - 1]! + gap));
  let limit = width;
  return right.map((_, index) => right.length - 1 - index).reduce<number[]>((places, index) => {
    const place = Math.min(right[index]!, limit - widths[index]!);
    limit = place - gap;
    return [place, ...places];
  }, []);
}
