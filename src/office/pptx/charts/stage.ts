/** What the layouts of charts share: the room they have, and what they hand back. */
import type { Language } from "../../../model/deck.ts";
import type { Frame } from "../../../render/charts/frame.ts";
import type { Box } from "../../units.ts";
import type { ShapeOptions } from "../shapes.ts";
import { textRuns, type TextStyle } from "../text.ts";
import type { Plot } from "./plot.ts";
import type { SheetWords } from "./sheet-words.ts";

export interface Stage {
  readonly box: Box;
  /** As large as the box: the deck's own layouts measure in it. */
  readonly frame: Frame;
  readonly lang: Language;
  readonly sheet: SheetWords;
}

/** Native charts, and shapes beside them for what has no place in one. */
export interface ChartLayout {
  readonly plots: readonly Plot[];
  readonly shapes: readonly ShapeOptions[];
}

/** One line of words in a box of its own. */
export function words(text: string, box: Box, style: TextStyle, align: "l" | "ctr" | "r" = "l", anchor: "t" | "ctr" | "b" = "ctr"): ShapeOptions {
  return { name: text, box, text: { paragraphs: [{ align, runs: textRuns(text, style) }], anchor } };
}

/** A line between two points. */
export function strokeShape(name: string, box: Box, line: string): ShapeOptions {
  return { name, box, preset: "line", line, decorative: true };
}

/** Two arrows in the end of a bar: it goes on from here. */
export function openEnd(box: Box, turned: "right" | "left" | "up" | "down", fill: string, name: string): ShapeOptions {
  const adjust = (points: readonly (readonly [number, number])[]): string => points.map(([x, y], index) => `<a:${index === 0 ? "moveTo" : "lnTo"}><a:pt x="${x}" y="${y}"/></a:${index === 0 ? "moveTo" : "lnTo"}>`).join("");
  const place: Readonly<Record<typeof turned, (along: number, across: number) => readonly [number, number]>> = {
    right: (along, across) => [along, across], left: (along, across) => [100 - along, across], up: (along, across) => [across, 100 - along], down: (along, across) => [across, along],
  };
  const chevron = (from: number): string => adjust(([[from, 0], [from + 18, 0], [from + 52, 50], [from + 18, 100], [from, 100], [from + 34, 50]] as const).map(([along, across]) => place[turned](along, across)));
  const geometry = `<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst><a:path w="100" h="100">${chevron(0)}<a:close/>${chevron(42)}<a:close/></a:path></a:pathLst></a:custGeom>`;
  return { name, box, geometry, fill, decorative: true };
}
