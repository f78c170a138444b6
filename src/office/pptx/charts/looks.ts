/** Fills of marks: solid for figures as they are, hatched for approximate ones, as the deck draws them. */
import type { Figure } from "../../../model/figure.ts";
import { schemeColour, solid, type Ink } from "../../ink.ts";
import { emu } from "../../units.ts";
import { xml } from "../../xml.ts";
import type { Cell } from "./workbook.ts";
import { numberFormat } from "./number-format.ts";

/** Fill and outline of a mark. */
export function markLook(ink: Ink, kind: "solid" | "hatched" | "quiet" | "frame"): string {
  switch (kind) {
    case "solid":
      return `${solid(ink)}<a:ln><a:noFill/></a:ln>`;
    case "hatched":
      return `<a:pattFill prst="wdUpDiag"><a:fgClr>${schemeColour(ink)}</a:fgClr><a:bgClr>${schemeColour("ground")}</a:bgClr></a:pattFill>${xml("a:ln", { w: emu(3) }, solid(ink))}`;
    case "quiet":
      return solid("hair") + xml("a:ln", { w: emu(3) }, solid("muted"));
    case "frame":
      return `<a:noFill/>${xml("a:ln", { w: emu(5) }, solid(ink))}`;
  }
}

/** Between two parts of a whole there is ground, so that grey print shows where one ends. */
export function partLook(ink: Ink, hatched: boolean): string {
  return markLook(ink, hatched ? "hatched" : "solid").replace("<a:ln><a:noFill/></a:ln>", xml("a:ln", { w: emu(4) }, solid("ground")));
}

/** Open upwards is no doubt about the number: it has arrows, no hatching. */
export function isRough({ qualifier }: Figure): boolean {
  return qualifier === "nearly" || qualifier === "about" || qualifier === "at-most";
}

/** A cell for a figure with the words that stand for it. */
export function figureCell(value: string, text: string): Extract<Cell, { type: "number" }> {
  return { type: "number", value, format: numberFormat(text, value) };
}

/** A figure in a cell, or words where there is none. */
export function publishedCell(figure: Figure | null, text: string): Cell {
  return figure === null ? { type: "text", text } : figureCell(figure.value, text);
}
