/** Water at the foot of a dark panel: a line and loose ripples, from the same pen as the bridges that stand where sections begin; on the line, where the title leaves room, what the page is about. */
import type { MotifChoice } from "../../model/motif.ts";
import { standingMotif } from "./motifs/motif.ts";
import { createRandom } from "./random.ts";
import { WIDE_WATER } from "./reflection.ts";
import { renderSvg, renderWaterline, SLIDE_HEIGHT } from "./svg.ts";
import { renderLooseWater } from "./water.ts";

const WATERLINE = 868;

/** The highest motif on a panel of 640 px ends here, in pixels from the top: words above it end before. */
export const PANEL_SKY = 570;

/** `width` × 1080. Words stand above y 860, above `PANEL_SKY` with a motif; the foot's words from y 1010. */
export function panelArt(width: number, seed: number, motif: MotifChoice | null = null): string {
  const style = { ...WIDE_WATER, spacing: 15, depth: 118 };
  const water = renderLooseWater({ waterline: WATERLINE, left: 0, right: width, depth: 118 }, style, [], [], createRandom(seed));
  return renderSvg("slide art-panel", width, SLIDE_HEIGHT, water + (motif === null ? "" : standingMotif(motif, width, WATERLINE)) + renderWaterline(WATERLINE, 0, width));
}
