/** Water without a bridge of its own (zones, projects), and the bridge at the foot of the portrait kiosk. */
import { renderBridge, type Bridge, type Deck } from "./geometry.ts";
import { packArches } from "./packing.ts";
import { createRandom } from "./random.ts";
import { renderReflection, WIDE_WATER, type RippleStyle } from "./reflection.ts";
import { renderSlideSvg, renderSvg, renderWaterline } from "./svg.ts";
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

/** 1080 × 1920: the long bridge at the foot of the portrait kiosk, waterline y 1770. Text: y < 1650. */
export function kioskArt(): string {
  const deck: Deck = { x: 540, waterline: 1770, height: 92, half: 462 };
  const bridge: Bridge = { ...deck, rail: 11, ring: 0, arches: packArches(deck) };
  const random = createRandom(18);
  const style: RippleStyle = { ...WIDE_WATER, spacing: 10, depth: 84, dash: [200, 160] };
  const reflection = renderReflection([bridge], style, random, 0, 1080);
  const water = renderLooseWater({ waterline: 1770, left: 0, right: 1080, depth: 146 }, style, [bridge], [], random);
  return renderSvg("kiosk", 1080, 1920, water + renderBridge(bridge) + reflection + renderWaterline(1770, 0, 1080));
}
