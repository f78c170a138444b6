/** The windows in which finished pages are checked, and the requirements for each (rules V01, V02, V04). */
import { CANVAS } from "../../model/canvas.ts";
import type { LeastSizes, MeasureRequest } from "../../model/page-fault.ts";
import { LEAST_TYPE } from "../../model/theme.ts";

/** The window that shows a fault. */
export type ViewName = "stage" | "phone" | "portrait";

export interface View {
  readonly name: ViewName;
  readonly width: number;
  readonly height: number;
  readonly measure: MeasureRequest;
}

/** What a hall reads from the last row: the tokens of themes, without what a theme asks for beyond them. */
/** Cards that share a slide with many others take this share of a size. */
const DENSE = 0.85;
const HALL_SIZES: LeastSizes = {
  foot: LEAST_TYPE.foot, label: LEAST_TYPE.label, body: LEAST_TYPE.dense,
  hall: { item: LEAST_TYPE.item, caption: LEAST_TYPE.body, numbers: LEAST_TYPE.numeral, growth: LEAST_TYPE.growth * DENSE },
  drawings: true,
};

/** All slides on the canvas in their final state, one at a time. */
export const STAGE: View = {
  name: "stage", ...CANVAS,
  measure: { slides: "body > .slide", single: true, scripted: false, sizes: HALL_SIZES, contrast: { words: 4.5, marks: 3 } },
};
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
