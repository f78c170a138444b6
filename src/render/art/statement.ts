/** One long bridge whose openings hold commitments, with their outcomes below the water. */
import { renderBridge, type Arch, type Bridge } from "./geometry.ts";
import { createRandom } from "./random.ts";
import { renderReflection, type RippleStyle } from "./reflection.ts";
import { renderSlideSvg, renderWaterline } from "./svg.ts";

const WATERLINE = 608;
/** Flat water, so that the openings close before the words below begin. */
const WATER: RippleStyle = { spacing: 11, growth: 1.1, depth: 106, dash: [300, 200], squash: 0.56 };
/** Radius and distance of centres for 2–5 openings; each opening is 198 high. */
const OPENINGS: Readonly<Record<number, { readonly radius: number; readonly pitch: number }>> = {
  2: { radius: 188, pitch: 720 }, 3: { radius: 186, pitch: 576 }, 4: { radius: 172, pitch: 432 }, 5: { radius: 146, pitch: 339 },
};

/**
 * A bridge across the slide with 2–5 openings. `arches` are the openings, `x` their left edge. Words stand
 * inside them from y 470 to 592, and below the water from y 752, centred on the opening and at most `pitch` wide.
 */
export function statementArt(count: number): {
  readonly svg: string;
  readonly arches: readonly { readonly x: number; readonly width: number }[];
  readonly waterline: number;
  readonly pitch: number;
} {
  const { radius, pitch } = OPENINGS[Math.max(2, Math.min(5, count))]!;
  const arches: readonly Arch[] = Array.from({ length: count }, (_, index) => ({
    x: 960 + pitch * (index - (count - 1) / 2), radius, stilt: 198 - radius,
  }));
  const bridge: Bridge = { x: 960, waterline: WATERLINE, height: 286, half: 2300, rail: 16, ring: 11, arches };
  const reflection = renderReflection([bridge], WATER, createRandom(60 + count));
  const svg = renderSlideSvg("statement", renderBridge(bridge) + reflection + renderWaterline(WATERLINE));
  return { svg, arches: arches.map((arch) => ({ x: arch.x - radius, width: 2 * radius })), waterline: WATERLINE, pitch };
}
