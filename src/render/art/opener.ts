/** The bridge at the foot of a task's opener: one opening for each task of the section, and light in the one that begins here. */
import { archOutline, renderBridge, type Arch, type Bridge } from "./geometry.ts";
import { createRandom } from "./random.ts";
import { renderReflection, WIDE_WATER } from "./reflection.ts";
import { renderPath, renderSlideSvg, renderWaterline } from "./svg.ts";
import { renderLooseWater } from "./water.ts";

const WATERLINE = 930;
/** Openings share this width; each is at most so wide. */
const SPAN = 1760;
const LARGEST = 104;
const MOST = 9;

/** Opening `number` of `of`, counted from 1. Words stand above y 730. */
export function openerArt(number: number, of: number): string {
  const count = Math.max(1, Math.min(MOST, of));
  const pitch = SPAN / count;
  const radius = Math.min(LARGEST, pitch / 2 - 24);
  const arches = Array.from({ length: count }, (_, index): Arch => ({ x: 960 + pitch * (index - (count - 1) / 2), radius, stilt: LARGEST - radius }));
  const bridge: Bridge = { x: 960, waterline: WATERLINE, height: 172, half: 2600, rail: 14, ring: 10, arches };
  const style = { ...WIDE_WATER, spacing: 10, depth: 66, dash: [220, 160] as const };
  const random = createRandom(70 + count);
  const lit = arches[Math.min(number, count) - 1];
  const light = lit === undefined ? "" : renderPath("art-lit", `${archOutline(lit, WATERLINE)}z`);
  const water = renderLooseWater({ waterline: WATERLINE, left: 0, right: 1920, depth: 66 }, style, [], [], random);
  return renderSlideSvg("section art-opener", water + renderBridge(bridge) + light + renderReflection([bridge], style, random) + renderWaterline(WATERLINE));
}
