/** A zone's moon: its symbol above the water, the moon's other half as ripples below. */
import type { ZoneSymbol } from "../../model/deck.ts";
import { archOutline, deckHeight, type Deck } from "./geometry.ts";
import { between, createRandom } from "./random.ts";
import { dashOutline, decimal, renderPath, renderSvg, renderWaterline } from "./svg.ts";

const RADIUS = 172;
/** The moon's centre, on the waterline. */
const X = 180;
const Y = 180;

/** Height of the moon's rim above the water at a distance from its centre. */
function rim(away: number): number {
  return Math.sqrt(Math.max(0, RADIUS ** 2 - away ** 2));
}

function point(x: number, height: number): string {
  return `${decimal(X + x)} ${decimal(Y - height)}`;
}

/** Where a furrow from (0, eye) to (foot, 0) leaves the moon: on its rim or on the water. */
function furrowEnd(foot: number, eye: number): string {
  let low = 0;
  let high = 1;
  if (Math.abs(foot) <= RADIUS) return point(foot, 0);
  for (let round = 0; round < 40; round += 1) {
    const share = (low + high) / 2;
    if (Math.hypot(foot * share, eye * (1 - share)) < RADIUS) low = share;
    else high = share;
  }
  return point(foot * low, eye * (1 - low));
}

/** Furrows in perspective, narrowing towards one vanishing point above the horizon. */
function renderFields(): string {
  const horizon = 96;
  const eye = 138;
  const share = 1 - horizon / eye;
  let furrows = "";
  for (let foot = -17 * 27; foot <= 17 * 27; foot += 54) {
    const [left, right] = [foot - 13, foot + 13];
    if (Math.max(Math.abs(left), Math.abs(right)) * share >= rim(horizon)) continue;
    furrows += `M${point(left * share, horizon)}L${furrowEnd(left, eye)} ${furrowEnd(right, eye)} ${point(right * share, horizon)}z`;
  }
  const edge = rim(horizon);
  return renderPath("art-field", furrows) + renderPath("art-field-edge", `M${point(-edge, horizon)}h${decimal(2 * edge)}`);
}

/** Left edge, width and height of the towers; every second one is solid. */
const TOWERS: readonly (readonly [number, number, number])[] = [
  [-150, 38, 64], [-112, 30, 112], [-82, 50, 90], [-32, 34, 150], [2, 58, 120], [60, 30, 78], [90, 52, 54],
];

function renderTowers(): string {
  const box = ([left, width, height]: readonly [number, number, number], inset: number): string =>
    `M${point(left + inset, 0)}v${decimal(-height + inset)}h${decimal(width - 2 * inset)}v${decimal(height - inset)}`;
  const solid = TOWERS.filter((_, index) => index % 2 === 1).map((tower) => `${box(tower, 0)}z`).join("");
  const open = TOWERS.filter((_, index) => index % 2 === 0).map((tower) => box(tower, 2)).join("");
  return renderPath("art-solid", solid) + renderPath("art-open", open);
}

/** Where a deck meets the moon's rim, right of the middle. */
function rimMeeting(deck: Deck): number {
  let low = 0;
  let high = RADIUS;
  for (let round = 0; round < 40; round += 1) {
    const away = (low + high) / 2;
    if (Math.hypot(away, deckHeight(deck, away)) < RADIUS) low = away;
    else high = away;
  }
  return low;
}

/** The part of a deck inside the moon as a curve from left to right. */
function deckCurve(deck: Deck, meeting: number): string {
  // Control point where the parabola's tangents at the two ends meet.
  const lift = (2 * deck.height * meeting ** 2) / deck.half ** 2;
  return `${point(-meeting, deckHeight(deck, meeting))}Q${point(0, deckHeight(deck, meeting) + lift)} ${point(meeting, deckHeight(deck, meeting))}`;
}

function renderZoneBridge(): string {
  const deck: Deck = { x: 0, waterline: 0, height: 112, half: 236 };
  const rail: Deck = { ...deck, height: 124, half: 236 * Math.sqrt(124 / 112) };
  const meeting = rimMeeting(deck);
  const arch = { x: X, radius: 80, stilt: 0 };
  const rimArc = (end: string): string => `A${RADIUS} ${RADIUS} 0 0 1 ${end}`;
  const body = `M${point(-RADIUS, 0)}${rimArc(deckCurve(deck, meeting))}${rimArc(point(RADIUS, 0))}z${archOutline(arch, Y)}z`;
  return (
    renderPath("art-solid", body) +
    renderPath("art-ring", archOutline(arch, Y, 7)) +
    renderPath("art-rail", `M${deckCurve(rail, rimMeeting(rail))}`)
  );
}

/** Rows of scallops, each with as many whole waves as fit into the moon. */
function renderWaves(): string {
  const rows = [24, 54, 84, 114].map((height, row) => {
    const wave = 46 - 6 * row;
    const count = Math.max(1, Math.floor((2 * rim(height + 10) - 24) / wave));
    const crest = decimal(wave / 2);
    return `M${point((-count * wave) / 2, height)}q${crest} ${decimal(-wave * 0.42)} ${decimal(wave)} 0${`t${decimal(wave)} 0`.repeat(count - 1)}`;
  });
  return renderPath("art-open", rows.join(""));
}

const SYMBOLS: Readonly<Record<ZoneSymbol, () => string>> = {
  fields: renderFields, towers: renderTowers, bridge: renderZoneBridge, water: renderWaves, none: () => "",
};

/** Chords of the moon's lower half, a little off the middle, closer near the water. */
function renderMoonRipples(): string {
  const random = createRandom(172);
  let rows = "";
  for (let depth = 11, step = 12.5; depth < RADIUS - 8; depth += step, step *= 1.13) {
    const half = rim(depth) - 1;
    const away = between(random, -6, 6);
    rows += dashOutline(Y + depth, [{ from: X + away - half, to: X + away + half }]);
  }
  return renderPath("art-chord", rows);
}

/** 360 × 352: moon of radius 172 on the waterline at (180, 180); the caller's waterline runs through it. */
export function zoneArt(symbol: ZoneSymbol): string {
  const half = `M${X - RADIUS} ${Y}a${RADIUS} ${RADIUS} 0 0 1 ${2 * RADIUS} 0`;
  return renderSvg("zone", 360, 352, SYMBOLS[symbol]() + renderPath("art-rim", half) + renderWaterline(Y, X - RADIUS, X + RADIUS) + renderMoonRipples());
}
