/** Open water: loose dashes beside a reflection, and the band of ripples. */
import { deckShadow, type Bridge } from "./geometry.ts";
import { between, createRandom, type Random } from "./random.ts";
import { rowDepths, type RippleStyle } from "./reflection.ts";
import { dashOutline, renderPath, renderSvg, type Interval } from "./svg.ts";

/** Loose water keeps this far from a reflection. */
const CLEAR = 70;
/** A loose dash cut shorter than this is left out. */
const LEAST = 56;

/** The parts of a dash outside a stretch. */
function without(dash: Interval, stretch: Interval): Interval[] {
  const parts = [{ from: dash.from, to: Math.min(dash.to, stretch.from) }, { from: Math.max(dash.from, stretch.to), to: dash.to }];
  return dash.to <= stretch.from || dash.from >= stretch.to ? [dash] : parts.filter(({ from, to }) => to > from);
}

/** Loose dashes in one row, from `left` to `right`, outside the stretches kept clear. */
function looseDashes(left: number, right: number, clear: readonly Interval[], random: Random): readonly Interval[] {
  const dashes: Interval[] = [];
  let from = left + between(random, -260, 240);
  while (from < right) {
    const to = from + between(random, 70, 300);
    dashes.push({ from: Math.max(from, left - 20), to: Math.min(to, right + 20) });
    from = to + Math.max(36, between(random, 40, 540));
  }
  return clear
    .reduce((parts: readonly Interval[], stretch) => parts.flatMap((dash) => without(dash, stretch)), dashes)
    .filter((dash) => dash.to - dash.from >= LEAST);
}

/** Where loose water lies. */
export interface WaterArea {
  readonly waterline: number;
  readonly left: number;
  readonly right: number;
  /** Rows stop here, below the waterline. */
  readonly depth: number;
}

/** Loose water around bridges (or around stretches that are kept clear at every depth), as one path. */
export function renderLooseWater(
  area: WaterArea, style: RippleStyle, bridges: readonly Bridge[], clear: readonly Interval[], random: Random,
): string {
  const rows = rowDepths({ ...style, depth: area.depth }).map((depth) => {
    const shadows = bridges
      .map((bridge) => deckShadow(bridge, depth / style.squash))
      .filter((shadow) => shadow !== null)
      .map(({ from, to }) => ({ from: from - CLEAR, to: to + CLEAR }));
    return dashOutline(area.waterline + depth, looseDashes(area.left, area.right, [...clear, ...shadows], random));
  });
  return renderPath("art-water", rows.join(""));
}

/** Four rows of ripples, 72 high, `width` wide: a quiet edge for a page without a bridge. */
export function bandArt(seed: number, width: number): string {
  const random = createRandom(seed);
  const rows = [8, 22, 38, 56].map((y) => dashOutline(y, bandDashes(width, random)));
  return renderSvg("band", width, 72, renderPath("art-water", rows.join("")));
}

function bandDashes(width: number, random: Random): Interval[] {
  const dashes: Interval[] = [];
  let from = between(random, 0, 140);
  while (from < width - 70) {
    const to = Math.min(width, from + between(random, 70, 300));
    dashes.push({ from, to });
    from = to + Math.max(36, between(random, 30, 420));
  }
  return dashes;
}
