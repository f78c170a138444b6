/** Water without a bridge of its own: zones, projects, quotes, columns. */
import { createRandom } from "./random.ts";
import { WIDE_WATER, type RippleStyle } from "./reflection.ts";
import { renderSlideSvg, renderWaterline } from "./svg.ts";
import { renderLooseWater } from "./water.ts";

/** A waterline across the slide with a little loose water below it, kept 40 px away from what stands on the line. */
export function waterlineArt(options: {
  readonly waterline: number;
  /** Loose water reaches this far below the line. */
  readonly depth: number;
  readonly clear: readonly { readonly x: number; readonly width: number }[];
  readonly seed: number;
}): string {
  const { waterline, depth, clear, seed } = options;
  const kept = clear.map(({ x, width }) => ({ from: x - 40, to: x + width + 40 }));
  const area = { waterline, left: 0, right: 1920, depth };
  const style: RippleStyle = { ...WIDE_WATER, spacing: 17, depth };
  return renderSlideSvg("ground", renderLooseWater(area, style, [], kept, createRandom(seed)) + renderWaterline(waterline));
}
