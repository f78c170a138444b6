/** The long bridge at the foot of an upright screen: drawn once in the page, shown on each slide that has room for it. */
import { renderBridge, type Bridge, type Deck } from "./geometry.ts";
import { packArches } from "./packing.ts";
import { createRandom } from "./random.ts";
import { renderReflection, WIDE_WATER, type RippleStyle } from "./reflection.ts";
import { renderWaterline } from "./svg.ts";
import { renderLooseWater } from "./water.ts";

const ID = "upright-foot";
/** Height of the drawing and its waterline, in pixels of a screen 1080 wide; the crown stands 103 above the line. */
const HEIGHT = 270;
const WATERLINE = 120;
/** The water reaches beyond both edges, since the drawing stands a little aside on each slide. */
const BEYOND = 80;

/** The drawing, for the body of the page: not seen itself. It takes its colours from the slide that uses it. */
export function uprightFootSource(): string {
  const deck: Deck = { x: 540, waterline: WATERLINE, height: 92, half: 462 };
  const bridge: Bridge = { ...deck, rail: 11, ring: 0, arches: packArches(deck) };
  const random = createRandom(18);
  const style: RippleStyle = { ...WIDE_WATER, spacing: 10, depth: 84, dash: [200, 160] };
  const edges = [-BEYOND, 1080 + BEYOND] as const;
  const reflection = renderReflection([bridge], style, random, ...edges);
  const water = renderLooseWater({ waterline: WATERLINE, left: edges[0], right: edges[1], depth: HEIGHT - WATERLINE - 4 }, style, [bridge], [], random);
  return `<svg class="art-source" width="0" height="0" aria-hidden="true"><g id="${ID}">${water}${renderBridge(bridge)}${reflection}${renderWaterline(WATERLINE, ...edges)}</g></svg>`;
}

/** Where a slide shows it. */
export function uprightFoot(): string {
  return `<svg class="art art-kiosk" viewBox="0 0 1080 ${HEIGHT}" preserveAspectRatio="xMidYMin slice" aria-hidden="true"><use href="#${ID}"/></svg>`;
}
