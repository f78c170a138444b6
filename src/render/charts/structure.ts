/** The parts of a whole by a published ratio: a lying bar over the whole width for each period, its terms in large type. */
import type { Chart, StructureBar } from "../../model/chart.ts";
import { clamp, type Drawing, type Frame } from "./frame.ts";
import { line, ofDatum, rect, text, wordsOfDatum, type Box, type Mark } from "./marks.ts";
import { textWidth } from "./text-width.ts";

type StructureChart = Extract<Chart, { type: "structure" }>;

/** Gap between neighbouring labels, in pixels. */
const APART = 56;
/** Width of the column with the periods, and its type, where there is more than one. */
const WHEN = { width: 260, size: 48 } as const;
/** Smallest type: on an upright screen the drawing shrinks to 0.55. */
const LEAST = 44;

interface Plan {
  readonly left: number;
  readonly width: number;
  /** Sizes of names and terms. */
  readonly name: number;
  readonly size: number;
  /** Room for the names above the first bar, and for a term and its bar. */
  readonly head: number;
  readonly pitch: number;
}

export function layoutStructure(chart: StructureChart, frame: Frame): Drawing {
  const { bars, names } = chart;
  const plan = planStructure(chart, frame);
  const marks = bars.flatMap((bar, index) => drawStructure(bar, index, chart, plan, frame));
  // One row of the table for each term of each period.
  const bands = bars.flatMap((bar, index) => partsOf(bar, plan).map(({ from, to }): Box => ({ left: from, right: to, top: plan.head + plan.pitch * index, bottom: plan.head + plan.pitch * (index + 1) })));
  return { marks, legend: [], notes: bars.every(({ hundred }) => hundred) || names.length === 0 ? [] : [frame.plot.ratioOnly], bands };
}

function planStructure({ bars, names }: StructureChart, { width: whole, height }: Frame): Plan {
  const left = bars.length === 1 ? 0 : WHEN.width;
  const width = whole - left;
  const name = fitted(names, "sans", bars.length === 1 ? 64 : 52, width);
  const head = name * 1.5;
  const pitch = (height - head - 8) / bars.length;
  const size = Math.min(...bars.map((bar) => fitted(bar.terms.map((term) => labelOf(term, bar)), "numeral", clamp(pitch * 0.36, LEAST, 150), width)));
  return { left, width, name, size, head, pitch };
}

function labelOf(term: string, { hundred }: StructureBar): string {
  return hundred ? `${term}%` : term;
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
  const { size, name } = plan;
  const parts = partsOf(bar, plan);
  const labels = bar.terms.map((term) => labelOf(term, bar));
  const right = plan.left + plan.width;
  const widths = names.map((one, part) => Math.max(textWidth(labels[part]!, "numeral", size), index === 0 ? textWidth(one, "sans", name) * 1.03 : 0));
  const places = spread(parts.map(({ from }) => from), widths, right);
  const base = plan.head + plan.pitch * index + size * 0.86;
  const [top, bottom] = [base + size * 0.24, plan.head + plan.pitch * (index + 1) - (index === bars.length - 1 ? 0 : 24)];
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
          ...(index === 0 ? [text("name", [places[part]!, name], names[part]!, { size: name, face: "sans", weight: 500, fill, align: "left" })] : []),
        ]),
      ];
    }),
  ];
}

/** The size at which all texts stand side by side, up to `largest`. */
function fitted(texts: readonly string[], face: "numeral" | "sans", largest: number, width: number): number {
  const whole = texts.reduce((sum, one) => sum + textWidth(one, face, 1) * 1.03, 0);
  return Math.min(largest, (width - APART * (texts.length - 1)) / Math.max(1, whole));
}

/** Left edges in order, as close to the parts as the widths allow. */
function spread(lefts: readonly number[], widths: readonly number[], width: number): readonly number[] {
  const right: number[] = [];
  for (const [index, left] of lefts.entries()) right.push(index === 0 ? left : Math.max(left, right[index - 1]! + widths[index - 1]! + APART));
  let limit = width;
  return right.map((_, index) => right.length - 1 - index).reduce<number[]>((places, index) => {
    const place = Math.min(right[index]!, limit - widths[index]!);
    limit = place - APART;
    return [place, ...places];
  }, []);
}
