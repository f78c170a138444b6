/** Parts of a whole in rows below its bar, where they are many or their words long: name and figure, and below them the stretch of the bar that is theirs. */
import { clamp, rowBands, type Frame } from "./frame.ts";
import { line, ofDatum, text, wordsOfDatum, type Mark } from "./marks.ts";
import { drawName, setNames } from "./names.ts";
import { drawStretch, shownValue, type Labels, type ShareChart, type Slice } from "./share-parts.ts";
import { textWidth } from "./text-width.ts";

/** Height of the bar as a share of the drawing, and pixels below it. */
const BAR = { share: 0.16, least: 40, most: 140, below: 28 } as const;
const PITCH = 150;
/** Height of a row's stretch as a share of the row, and gaps above and below it, in pixels. */
const STRETCH = { share: 0.14, least: 8, most: 20, above: 4, below: 10 } as const;
/** Largest figures and names in pixels. */
const SIZES = { figure: 72, name: 48, note: 38 } as const;
const GAP = 28;

export function drawShareRows(slices: readonly Slice[], chart: ShareChart, top: number, frame: Frame): Labels {
  const { colours, plot, width } = frame;
  const bottom = top + clamp(frame.height * BAR.share, BAR.least, BAR.most);
  const first = bottom + BAR.below;
  const pitch = Math.min(PITCH, (frame.height - first) / slices.length);
  const stretch = clamp(pitch * STRETCH.share, STRETCH.least, STRETCH.most);
  const room = pitch - stretch - STRETCH.above - STRETCH.below;
  const { least } = frame;
  const figure = clamp(room * 0.8, least, SIZES.figure);
  const note = clamp(figure * 0.6, least, SIZES.note);
  const noteOf = ({ part }: Slice): string => (part.derived === null ? "" : plot.derivedMark(part.derived.range));
  const besideOf = (slice: Slice): number => textWidth(shownValue(slice.part), "numeral", figure) * 1.03 + (noteOf(slice) === "" ? 0 : GAP + textWidth(noteOf(slice), "sans", note) * 1.05);
  const names = setNames(slices.map(({ part }) => part.name), room, width - Math.max(...slices.map(besideOf)) - GAP, SIZES.name, frame, 0.7);
  const seams = slices.slice(1).map((slice): Mark => line("seam", [[width * slice.from, top], [width * slice.from, bottom]], colours.paper, 3));
  const rows = slices.flatMap((slice, index): readonly Mark[] => {
    const y = first + pitch * index;
    const [middle, stripTop] = [y + room / 2, y + room + STRETCH.above];
    const accent = slice.part.indicator !== null && slice.part.indicator === chart.highlight;
    const fill = accent ? colours.seal : colours.ink;
    const at = width - (noteOf(slice) === "" ? 0 : GAP + textWidth(noteOf(slice), "sans", note) * 1.05);
    const shown = shownValue(slice.part);
    const value = shown === "" ? [] : [text("value", [at, middle + figure * 0.34], shown, { size: figure, face: "numeral", weight: 600, fill, align: "right" }, ["fade", index])];
    const after = noteOf(slice) === "" ? [] : [text("derived", [width, middle + figure * 0.34], noteOf(slice), { size: note, face: "sans", weight: 500, fill: colours.ink2, align: "right" }, ["fade", index])];
    return [
      line("rule", [[0, stripTop + stretch / 2], [width, stripTop + stretch / 2]], colours.hair, 2),
      ...ofDatum(index, drawStretch(slice, index, stripTop, stripTop + stretch, frame)),
      ...wordsOfDatum(index, [...drawName(names.lines[index]!, 0, middle, names.size, colours.ink, accent ? 700 : 500), ...value, ...after]),
    ];
  });
  const whole = slices.flatMap((slice, index) => ofDatum(index, drawStretch(slice, index, top, bottom, frame)));
  return { marks: [...whole, ...seams, ...rows], bands: rowBands(slices.length, first, pitch, frame) };
}
