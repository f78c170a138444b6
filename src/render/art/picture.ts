/** The drawing for a picture slide without a photo: mist, water and a bridge, varied by seed. */
import { renderBridge, type Bridge, type Deck } from "./geometry.ts";
import { fitArches, packArches } from "./packing.ts";
import { between, createRandom, type Random } from "./random.ts";
import { renderReflection, rowDepths, WIDE_WATER, type RippleStyle } from "./reflection.ts";
import { dashOutline, decimal, renderPath, renderSlideSvg, renderWaterline } from "./svg.ts";
import { renderLooseWater } from "./water.ts";

const WATERLINE = 640;
const RIGHT = 1120;

/** A view: a bridge, and perhaps one behind it or a moon above it. */
interface View {
  readonly far: Bridge | null;
  readonly near: Bridge;
  readonly moon: { readonly x: number; readonly y: number; readonly radius: number } | null;
}

/** One wide arch, near, cropped on both sides. */
function nearView(random: Random): View {
  const x = between(random, 400, 740);
  const deck: Deck = { x, waterline: WATERLINE, height: 238, half: between(random, 880, 960) };
  return { far: null, near: { ...deck, rail: 16, ring: 13, arches: [{ x, radius: 196, stilt: 0 }] }, moon: null };
}

/** A long low bridge, far, under a moon. */
function farView(random: Random): View {
  const height = between(random, 96, 124);
  const deck: Deck = { x: between(random, 460, 660), waterline: WATERLINE, height, half: between(random, 400, 480) };
  const moon = { x: deck.x + between(random, 130, 300) * (random() < 0.5 ? -1 : 1), y: between(random, 230, 290), radius: 84 };
  return { far: null, near: { ...deck, rail: 11, ring: 0, arches: packArches(deck, 10, 9) }, moon };
}

/** Two or three arches, half way, cropped on the left. */
function middleView(random: Random): View {
  const deck: Deck = { x: between(random, 400, 470), waterline: WATERLINE, height: 208, half: between(random, 560, 590) };
  const arches = fitArches(deck, random() < 0.5 ? 2 : 3, { extent: 390, pier: 34, ring: 11, crown: 14 });
  return { far: null, near: { ...deck, rail: 15, ring: 11, arches }, moon: null };
}

/** A near foot on the right, and a small bridge far behind it. */
function doubleView(random: Random): View {
  const small: Deck = { x: between(random, 220, 270), waterline: WATERLINE, height: 92, half: 178 };
  const large: Deck = { x: between(random, 1040, 1100), waterline: WATERLINE, height: 300, half: between(random, 560, 590) };
  return {
    far: { ...small, rail: 9, ring: 0, arches: [{ x: small.x, radius: 70, stilt: 0 }] },
    near: { ...large, rail: 18, ring: 14, arches: [{ x: large.x, radius: 236, stilt: 0 }] },
    moon: null,
  };
}

const VIEWS = [nearView, farView, middleView, doubleView] as const;

/** The moon and its path of light on the water. */
function renderMoon(moon: NonNullable<View["moon"]>, style: RippleStyle, random: Random): string {
  const { x, y, radius } = moon;
  const r = decimal(radius);
  const disc = `M${decimal(x - radius)} ${decimal(y)}a${r} ${r} 0 1 1 ${decimal(2 * radius)} 0a${r} ${r} 0 1 1 ${decimal(-2 * radius)} 0z`;
  const rows = rowDepths({ ...style, depth: 330 }).filter((depth) => depth > 150).map((depth) => {
    const half = radius * Math.sqrt(Math.max(0.05, 1 - ((depth - 240) / 100) ** 2));
    const away = between(random, -10, 10);
    return dashOutline(WATERLINE + depth, [{ from: x + away - half, to: x + away + half }]);
  });
  return renderPath("art-moon", disc) + renderPath("art-light", rows.join(""));
}

/** A bridge and its reflection, which ends where the crown is mirrored. */
function renderMirrored(bridge: Bridge, style: RippleStyle, random: Random): string {
  return renderBridge(bridge) + renderReflection([bridge], { ...style, depth: style.squash * bridge.height }, random, 0, RIGHT);
}

function viewOf(seed: number, random: Random): View {
  return VIEWS[((seed % VIEWS.length) + VIEWS.length) % VIEWS.length]!(random);
}

function renderView(view: View, random: Random): string {
  const style: RippleStyle = { ...WIDE_WATER, dash: [320, 160] };
  const area = { waterline: WATERLINE, left: 0, right: RIGHT, depth: 400 };
  const clear = view.moon === null ? [] : [{ from: view.moon.x - 130, to: view.moon.x + 130 }];
  return (
    renderLooseWater(area, style, view.far === null ? [view.near] : [view.far, view.near], clear, random) +
    (view.moon === null ? "" : renderMoon(view.moon, style, random)) +
    (view.far === null ? "" : `<g class="art-far">${renderMirrored(view.far, style, random)}</g>`) +
    renderMirrored(view.near, style, random)
  );
}

/** Bridge and water of `pictureArt`, 1120 px wide, without ground and waterline. */
export function bridgeScene(seed: number): string {
  const random = createRandom(seed);
  return renderView(viewOf(seed, random), random);
}

/** The bridge alone. */
export function standingBridge(seed: number): string {
  return renderBridge(viewOf(seed, createRandom(seed)).near);
}

/** Mist with a motif on the left 1120 px; consecutive seeds give different views. Text: x > 1180; y < 380 stays calm. */
export function pictureArt(seed: number): string {
  const random = createRandom(seed);
  const view = viewOf(seed, random);
  const scene = renderView(view, random);
  // A nested svg crops its content without an id that could collide.
  const crop = `<svg width="${RIGHT}" height="1080" viewBox="0 0 ${RIGHT} 1080">${renderPath("art-mist", "M0 0h1120v1080h-1120z")}${scene}</svg>`;
  return renderSlideSvg(view.moon === null ? "picture" : "picture art-calm", crop + renderWaterline(WATERLINE));
}
