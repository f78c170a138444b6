/** The windows in which finished pages are checked, and the requirements for each (rules V01, V02, V04). */
import { CANVAS } from "../../model/canvas.ts";
import type { MeasureRequest } from "../../model/page-fault.ts";

/** The window that shows a fault. */
export type ViewName = "stage" | "phone" | "portrait";

export interface View {
  readonly name: ViewName;
  readonly width: number;
  readonly height: number;
  readonly measure: MeasureRequest;
}

/** All slides on the canvas in their final state, one at a time. */
export const STAGE: View = {
  name: "stage", ...CANVAS,
  measure: { slides: "body > .slide", single: true, scripted: false, sizes: { label: 24, body: 32, numeral: 32, drawings: true }, contrast: { words: 4.5, marks: 3 } },
};
/** The deck as read on a phone: one page, with its own script. */
export const PHONE: View = {
  name: "phone", width: 390, height: 844,
  measure: { slides: ".slides > section", single: false, scripted: true, sizes: { label: 14, body: 14, numeral: 14, drawings: false }, contrast: null },
};
/** The loop on an upright screen: drawings made for the wide canvas shrink to its width, but their labels must not. */
export const PORTRAIT: View = {
  name: "portrait", width: 1080, height: 1920,
  measure: { slides: ".slides > section", single: true, scripted: true, sizes: { label: 24, body: 32, numeral: 32, drawings: true }, contrast: null },
};

/** The script that measures a page in a window, for a browser to run. */
export function measuringScript(script: string, { measure }: View): string {
  return `${script}\n;window.measurePage(${JSON.stringify(measure)})`;
}
