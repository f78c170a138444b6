/** The windows in which finished pages are checked, and the requirements for each (rules V01, V02, V04). */
import { CANVAS } from "../../model/canvas.ts";
import type { LeastSizes, MeasureRequest } from "../../model/page-fault.ts";
import { LEAST_TYPE, type Theme, type TypeToken } from "../../model/theme.ts";

/** The window that shows a fault. */
export type ViewName = "stage" | "phone" | "portrait";

export interface View {
  readonly name: ViewName;
  readonly width: number;
  readonly height: number;
  readonly measure: MeasureRequest;
}

/** Cards that share a slide with many others take this share of a size. */
const DENSE = 0.85;

/** What a hall reads from the last row, as a theme asks for it. Charts are drawn to the least sizes: only what a theme asks beyond them is measured there. */
function hallSizes(type: Theme["type"]): LeastSizes {
  const beyond = (token: TypeToken): number | null => (type[token] > LEAST_TYPE[token] ? type[token] : null);
  return {
    foot: type.foot, label: type.label, body: type.dense,
    hall: { item: type.item, caption: type.body, numbers: type.numeral, growth: type.growth * DENSE, goal: beyond("goal"), rate: beyond("rate"), name: beyond("name") },
    drawings: true,
  };
}

/** All slides on the canvas in their final state, one at a time; `type` is the least type of the deck's theme. */
export function stageFor(type: Theme["type"]): View {
  return { name: "stage", ...CANVAS, measure: { slides: "body > .slide", single: true, scripted: false, sizes: hallSizes(type), contrast: { words: 4.5, marks: 3 } } };
}
/** The stage of a theme that asks for no more than every theme does. */
export const STAGE: View = stageFor(LEAST_TYPE);
/** The deck as read on a phone: one page, with its own script. */
export const PHONE: View = {
  name: "phone", width: 390, height: 844,
  measure: { slides: ".slides > section", single: false, scripted: true, sizes: { foot: 14, label: 14, body: 14, hall: null, drawings: false }, contrast: null },
};
/** The loop on an upright screen: drawings made for the wide canvas shrink to its width, but their labels must not. */
export const PORTRAIT: View = {
  name: "portrait", width: 1080, height: 1920,
  measure: { slides: ".slides > section", single: true, scripted: true, sizes: { foot: 28, label: 24, body: 32, hall: null, drawings: true }, contrast: null },
};

/** The script that measures a page in a window, for a browser to run. */
export function measuringScript(script: string, { measure }: View): string {
  return `${script}\n;window.measurePage(${JSON.stringify(measure)})`;
}
