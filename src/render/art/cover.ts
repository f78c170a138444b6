/** Large bridges for the cover, the section dividers and the closing slide. */
import { archOutline, renderBridge, type Arch, type Bridge, type Deck } from "./geometry.ts";
import { fitArches, packArches } from "./packing.ts";
import { createRandom } from "./random.ts";
import { renderReflection, WIDE_WATER, type RippleStyle } from "./reflection.ts";
import { decimal, renderPath, renderSlideSvg, renderWaterline, SLIDE_HEIGHT, SLIDE_WIDTH } from "./svg.ts";
import { renderLooseWater } from "./water.ts";

/** Bridge, reflection, open water and waterline over the whole slide; `behind` and `above` are painted before the bridge and after its reflection. */
function renderScene(name: string, bridge: Bridge, style: RippleStyle, seed: number, behind = "", above = ""): string {
  const random = createRandom(seed);
  const area = { waterline: bridge.waterline, left: 0, right: SLIDE_WIDTH, depth: SLIDE_HEIGHT - 20 - bridge.waterline };
  const reflection = renderReflection([bridge], style, random);
  const water = renderLooseWater(area, style, [bridge], [], random);
  return renderSlideSvg(name, water + behind + renderBridge(bridge) + reflection + above + renderWaterline(bridge.waterline));
}

/** One solid arch, cropped on the right. Text: y < 440 left of x 1700, and x < 640 down to y 620. */
export function coverArt(): string {
  const bridge: Bridge = {
    x: 1328, waterline: 800, height: 314, half: 1040, rail: 20, ring: 15,
    arches: [{ x: 1328, radius: 262, stilt: 0 }],
  };
  const [arch] = bridge.arches;
  // A theme may let the sun rise in the arch (`--art-sun`), with its light on the water; otherwise both are empty.
  const sun = arch === undefined ? "" : renderPath("art-sun", `${archOutline(arch, bridge.waterline)}z`);
  const light = arch === undefined ? "" : renderPath("art-glow", mirrored(arch, bridge.waterline, SUN_DEPTH));
  return renderScene("cover", bridge, WIDE_WATER, 7, sun, light);
}

/** How far the light of the sun reaches on the water, in pixels: to the foot of the slide. */
const SUN_DEPTH = 268;

/** An arch turned over at the waterline, `depth` deep. */
function mirrored({ x, radius }: Arch, waterline: number, depth: number): string {
  return `M${decimal(x - radius)} ${waterline}a${decimal(radius)} ${depth} 0 0 0 ${decimal(2 * radius)} 0z`;
}

interface SectionShape {
  readonly x: number;
  readonly height: number;
  readonly half: number;
  readonly extent: number;
  readonly pier: number;
}

/** More openings make a longer, flatter bridge that stands farther left, so that each can be counted. */
function sectionShape(arches: number): SectionShape {
  if (arches <= 2) return { x: 1424, height: 336, half: 900, extent: arches === 1 ? 276 : 428, pier: 40 };
  const more = Math.min(arches, 9) - 3;
  return {
    x: 1356 - 30 * more, height: 330 * 0.9 ** more, half: 850 + 24 * more, extent: 512 + 32 * more,
    pier: Math.min(40 - 2.5 * more, 500 / arches),
  };
}

const bridges = new Map<number, Bridge>();

/** The bridge of a divider: as many arches as the section's number (1 or more). */
export function sectionArches(arches: number): Bridge {
  const known = bridges.get(arches);
  if (known !== undefined) return known;
  const bridge = fitSectionArches(arches);
  bridges.set(arches, bridge);
  return bridge;
}

function fitSectionArches(arches: number): Bridge {
  const shape = sectionShape(arches);
  const deck: Deck = { x: shape.x, waterline: 760, height: shape.height, half: shape.half };
  const ring = Math.max(0, Math.min(15, (shape.pier - 10) / 2));
  return { ...deck, rail: 20, ring, arches: fitArches(deck, arches, { extent: shape.extent, pier: shape.pier, ring, crown: 24 }) };
}

/** Line bridge of a divider. Text: y < 440 left of x 1000. */
export function sectionArt(arches: number): string {
  const bridge = sectionArches(arches);
  return renderScene("section", bridge, { ...WIDE_WATER, depth: bridge.height * WIDE_WATER.squash }, 20 + arches);
}

/** The long bridge of nine packed arches. Text: y < 540 over the whole width. */
export function closingArt(): string {
  const deck: Deck = { x: 960, waterline: 800, height: 196, half: 848 };
  const bridge: Bridge = { ...deck, rail: 16, ring: 0, arches: packArches(deck) };
  return renderScene("closing", bridge, { ...WIDE_WATER, spacing: 11, depth: 180, dash: [200, 160] }, 99);
}
