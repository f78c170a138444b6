/** Slides as the stage shows them, one at a time on their canvas: measured in the tab that prints them. */
import type { FontedPage, PrintPaper, StageRequest } from "../../world/world.ts";
import { CANVAS } from "./geometry.ts";

const ONE_AT_A_TIME = "body { margin: 0 } body > .slide { display: none } body > .slide.present { display: block }";

/** `script` measures; without a paper nothing is printed. */
export function onStage(content: FontedPage, script: string, paper: PrintPaper | null): StageRequest {
  return { content, ...CANVAS, style: ONE_AT_A_TIME, script, paper };
}
