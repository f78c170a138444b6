/** A structure of many parts or long names, or on an upright screen: the parts one below the other, each with a bar for every period. */
import type { Chart, StructureBar } from "../../model/chart.ts";
import { clamp, type Drawing, type Frame } from "./frame.ts";
import { line, ofDatum, rect, text, wordsOfDatum, type Box, type Mark } from "./marks.ts";
import { drawName, setNames } from "./names.ts";
import { textWidth } from "./text-width.ts";

type StructureChart = Extract<Chart, { type: "structure" }>;

/** Tallest row of one period, and the gap between two parts in such rows. */
const PITCH = 96;
const APART = 0.5;

/** A term with its per cent sign where the terms make up a hundred. */
export function labelOf(term: string, { hundred }: StructureBar): string {
  return hundred ? `${term}%` : term;
}

/** Rows of one part are neighbours, so that its course over the periods is seen; the table has them by period. */
export function layoutStructureRows({ bars, names, highlight }: StructureChart, frame: Frame): Omit<Drawing, "notes"> {
  const { colours, words, width, height } = frame;
  const pitch = Math.min(PITCH, (height - 8) / (names.length * (bars.length + APART) - APART));
  const size = clamp(pitch * 0.56, 24, 48);
  const column = setNames(names, pitch * bars.length, width * 0.36, 40, frame);
  const whens = bars.map(({ period }) => (bars.length === 1 ? "" : words.period(period)));
  const small = Math.min(size, 32);
  const when = column.width + 32;
  const left = when + Math.max(...whens.map((word) => textWidth(word, "sans", small))) + (bars.length === 1 ? 0 : 24);
  const shares = bars.map(({ terms }) => terms.map((term) => Number(term) / (terms.reduce((sum, one) => sum + Number(one), 0) || 1)));
  const room = width - left - Math.max(...bars.flatMap((bar) => bar.terms.map((term) => textWidth(labelOf(term, bar), "numeral", size)))) * 1.04 - 24;
  const most = Math.max(...shares.flat());
  const top = (part: number, index: number): number => pitch * (part * (bars.length + APART) + index);
  const marks = names.flatMap((name, part): readonly Mark[] => {
    const accent = name === highlight;
    const fill = accent ? colours.seal : colours.ink;
    const rows = bars.flatMap((bar, index) => {
      const middle = top(part, index) + pitch / 2;
      const end = left + (shares[index]![part]! / most) * room;
      const half = clamp(pitch * 0.3, 7, 26);
      const datum = index * names.length + part;
      return [
        ...ofDatum(datum, [rect("bar", [left, middle - half], [end, middle + half], accent ? colours.seal : colours.bar, ["grow-right", part])]),
        ...wordsOfDatum(datum, [
          ...(bars.length === 1 ? [] : [text("when", [when, middle + small * 0.36], whens[index]!, { size: small, face: "sans", weight: 500, fill: colours.ink2, align: "left" })]),
          text("value", [end + 20, middle + size * 0.34], labelOf(bar.terms[part]!, bar), { size, face: "numeral", weight: 600, fill, align: "left" }, ["fade", part]),
        ]),
      ];
    });
    const middle = (top(part, 0) + top(part, bars.length - 1) + pitch) / 2;
    const axis = line("axis", [[left, top(part, 0)], [left, top(part, bars.length - 1) + pitch]], colours.ink, 3);
    return [...drawName(column.lines[part]!, 0, middle, column.size, fill, accent ? 700 : 500), ...rows, axis];
  });
  const bands = bars.flatMap((_, index) => names.map((__, part): Box => ({ left: 0, right: width, top: top(part, index), bottom: top(part, index) + pitch })));
  return { marks, legend: [], bands };
}
