/** Water at the foot of a dark panel: a line and loose ripples, from the same pen as the bridges that stand where sections begin. */
import { createRandom } from "./random.ts";
import { WIDE_WATER } from "./reflection.ts";
import { renderSvg, renderWaterline, SLIDE_HEIGHT } from "./svg.ts";
import { renderLooseWater } from "./water.ts";

/** `width` × 1080. Words stand above y 860; the foot's words from y 1010. */
export function panelArt(width: number, seed: number): string {
  const style = { ...WIDE_WATER, spacing: 15, depth: 118 };
  const water = renderLooseWater({ waterline: 868, left: 0, right: width, depth: 118 }, style, [], [], createRandom(seed));
  return renderSvg("slide art-panel", width, SLIDE_HEIGHT, water + renderWaterline(868, 0, width));
}
