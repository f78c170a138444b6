/** Slides as on the stage, one at a time on their canvas: measured in the tab that prints them. */
import { inlineFaces, type FontShop } from "../../fonts/inline-faces.ts";
import { CANVAS } from "../../model/canvas.ts";
import type { EncodedImages } from "../../pictures/images.ts";
import { renderSlides } from "../../render/page/slides.ts";
import type { RenderedDeck } from "../../render/rendered.ts";
import type { FontedPage, InspectedPage, PrintPaper, StageRequest, World } from "../../world/world.ts";
import { composePage } from "./print-page.ts";

const ONE_AT_A_TIME = "body { margin: 0 } body > .slide { display: none } body > .slide.present { display: block }";

/** `script` measures the slides; without a paper nothing is printed. */
export function onStage(content: FontedPage, script: string, paper: PrintPaper | null): StageRequest {
  return { content, ...CANVAS, style: ONE_AT_A_TIME, script, paper };
}

export interface StageShop extends FontShop {
  readonly images: EncodedImages;
  /** The measuring script, for a browser to run. */
  readonly measuring: string;
  readonly world: World;
}

/** If no document shows the slides on their canvas: puts all of them in one page, only to measure them. */
export async function measureStage(deck: RenderedDeck, { images, measuring, world, ...fonts }: StageShop): Promise<readonly InspectedPage[]> {
  const faces = (await inlineFaces(["slides"], fonts))("slides");
  const content = { ...composePage(deck, { body: "", css: "" }, renderSlides(deck.slides, false), images), faces };
  return [await world.measurePage(onStage(content, measuring, null))];
}
