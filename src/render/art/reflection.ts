/** The bridge's reflection: rows of dashes where masonry is mirrored, nothing below an opening. */
import { archReach, deckShadow, type Bridge } from "./geometry.ts";
import { between, type Random } from "./random.ts";
import { dashOutline, renderPath, type Interval } from "./svg.ts";

/** CSS has this many looks for a row, from the waterline down. */
const RIPPLE_STEPS = 16;
/** A mirrored stretch shorter than this is never broken into dashes. */
const WHOLE_BELOW = 70;
/** A mirrored stretch shorter than this is a pier. */
const NARROW = 40;

/** How the rows of one picture are drawn. */
export interface RippleStyle {
  /** Distance between the first rows. */
  readonly spacing: number;
  /** Each distance is this many times the one above it. */
  readonly growth: number;
  /** The lowest row is at most this deep below the waterline. */
  readonly depth: number;
  /** Length of dashes near the waterline and at the bottom. */
  readonly dash: readonly [number, number];
  /** Height of the mirror image as a share of the bridge's. */
  readonly squash: number;
}

/** Water in front of a near bridge. */
export const WIDE_WATER: RippleStyle = { spacing: 12, growth: 1.085, depth: 268, dash: [460, 200], squash: 0.92 };

/** Depths of the rows below the waterline. */
export function rowDepths(style: RippleStyle): readonly number[] {
  const depths: number[] = [];
  let step = style.spacing;
  for (let depth = style.spacing * 0.9; depth <= style.depth; depth += step, step *= style.growth) depths.push(depth);
  return depths;
}

/** Stretches of masonry at a height: the deck's width without its openings, left to right. */
function masonryAt(bridge: Bridge, height: number): readonly Interval[] {
  const shadow = deckShadow(bridge, height);
  if (shadow === null) return [];
  const stretches: Interval[] = [];
  let from = shadow.from;
  for (const arch of bridge.arches) {
    const reach = archReach(arch, height);
    if (reach === null) continue;
    if (arch.x - reach > from) stretches.push({ from, to: arch.x - reach });
    from = Math.max(from, arch.x + reach);
  }
  if (shadow.to > from) stretches.push({ from, to: shadow.to });
  return stretches;
}

/** Moves both ends a little; the deeper the row, the more the water moves. */
function stir(stretch: Interval, depth: number, random: Random): Interval {
  const play = 3 + 0.11 * depth;
  if (stretch.to - stretch.from < NARROW) {
    // A pier only sways and widens: cut shorter it would be a crumb.
    const sway = between(random, -play, play) / 2;
    return { from: stretch.from + sway - between(random, 0, 4), to: stretch.to + sway + between(random, 0, 4) };
  }
  return { from: stretch.from + between(random, -play, play), to: stretch.to + between(random, -play, play) };
}

/** Breaks a stretch into dashes; `fade` 0 at the waterline, 1 at the bottom. */
function breakIntoDashes(stretch: Interval, fade: number, style: RippleStyle, random: Random): Interval[] {
  const length = style.dash[0] + (style.dash[1] - style.dash[0]) * fade;
  const gap = 6 + 30 * fade;
  const dashes: Interval[] = [];
  let from = stretch.from;
  while (stretch.to - from > WHOLE_BELOW) {
    const to = from + length * between(random, 0.45, 1.15);
    const next = to + gap * between(random, 0.7, 1.2);
    // A last crumb would look like a mistake, so the last dash includes it.
    if (stretch.to - next < 34) break;
    dashes.push({ from, to });
    from = next;
  }
  dashes.push({ from, to: stretch.to });
  return dashes;
}

/** The parts of the stretches between `left` and `right`. */
function clipped(stretches: readonly Interval[], left: number, right: number): readonly Interval[] {
  return stretches
    .map(({ from, to }) => ({ from: Math.max(from, left - 20), to: Math.min(to, right + 20) }))
    .filter(({ from, to }) => to - from > 6);
}

/** Rows below a waterline, one path per row; CSS draws them downwards by `art-ripple-1…16`. `mirrored` gives what stands at a height. */
export function renderMirror(waterline: number, mirrored: (height: number) => readonly Interval[], style: RippleStyle, random: Random, left = 0, right = 1920): string {
  const rows = rowDepths(style).map((depth) => {
    const fade = depth / style.depth;
    const dashes = clipped(mirrored(depth / style.squash), left, right)
      .map((stretch) => stir(stretch, depth, random))
      .flatMap((stretch) => breakIntoDashes(stretch, fade, style, random));
    const step = 1 + Math.round((RIPPLE_STEPS - 1) * fade);
    return renderPath(`art-ripple-${step}`, dashOutline(waterline + depth, dashes));
  });
  return `<g class="art-ripples">${rows.join("")}</g>`;
}

/** The reflection of all bridges on one waterline. */
export function renderReflection(bridges: readonly Bridge[], style: RippleStyle, random: Random, left = 0, right = 1920): string {
  return renderMirror(bridges[0]?.waterline ?? 0, (height) => bridges.flatMap((bridge) => masonryAt(bridge, height)), style, random, left, right);
}
