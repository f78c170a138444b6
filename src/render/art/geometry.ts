/** The shape of a bridge: a parabola on the water with semicircular openings. */
import { decimal, renderPath, type Interval } from "./svg.ts";

/** An opening: a semicircle, on straight legs when `stilt` is above 0. */
export interface Arch {
  readonly x: number;
  readonly radius: number;
  readonly stilt: number;
}

/** A deck without openings; lengths in pixels, heights above the waterline. */
export interface Deck {
  readonly x: number;
  readonly waterline: number;
  /** Height of the crown. */
  readonly height: number;
  /** Half the distance between the feet. */
  readonly half: number;
}

export interface Bridge extends Deck {
  readonly arches: readonly Arch[];
  /** Distance of the rail above the crown; 0 draws none. */
  readonly rail: number;
  /** Distance of the voussoir line from the openings; 0 draws none. */
  readonly ring: number;
}

/** Height of the deck above the water at `x`; negative outside the feet. */
export function deckHeight(deck: Deck, x: number): number {
  return deck.height * (1 - ((x - deck.x) / deck.half) ** 2);
}

/** Half the deck's width at a height; null above the crown. */
export function deckReach(deck: Deck, height: number): number | null {
  return height >= deck.height ? null : deck.half * Math.sqrt(1 - height / deck.height);
}

/** Half an opening's width at a height; null above its top. */
export function archReach(arch: Arch, height: number): number | null {
  const above = height - arch.stilt;
  if (above >= arch.radius) return null;
  return above <= 0 ? arch.radius : Math.sqrt(arch.radius ** 2 - above ** 2);
}

/** Least distance, measured upwards, between an opening widened by `ring` and the deck. */
export function archClearance(deck: Deck, arch: Arch, ring: number): number {
  const radius = arch.radius + ring;
  let least = Infinity;
  for (let step = 0; step <= 32; step += 1) {
    const angle = (Math.PI * step) / 32;
    const top = arch.stilt + radius * Math.sin(angle);
    least = Math.min(least, deckHeight(deck, arch.x + radius * Math.cos(angle)) - top);
  }
  return least;
}

/** The rail's parabola has the same curvature, so that it meets the water level with the deck. */
export function railDeck(bridge: Bridge): Deck {
  const height = bridge.height + bridge.rail;
  return { ...bridge, height, half: bridge.half * Math.sqrt(height / bridge.height) };
}

/** A parabola as one quadratic curve from foot to foot. */
export function deckOutline(deck: Deck): string {
  const { x, waterline, height, half } = deck;
  return `M${decimal(x - half)} ${decimal(waterline)}q${decimal(half)} ${decimal(-2 * height)} ${decimal(2 * half)} 0`;
}

/** An opening as an open line from water to water; `wider` gives its voussoir line. */
export function archOutline(arch: Arch, waterline: number, wider = 0): string {
  const radius = decimal(arch.radius + wider);
  const [up, down] = arch.stilt > 0 ? [`v${decimal(-arch.stilt)}`, `v${decimal(arch.stilt)}`] : ["", ""];
  const start = `M${decimal(arch.x - arch.radius - wider)} ${decimal(waterline)}`;
  return `${start}${up}a${radius} ${radius} 0 0 1 ${decimal(2 * (arch.radius + wider))} 0${down}`;
}

/** Body with its openings cut out (`fill-rule: evenodd` in CSS); left open below, so that a stroke does not thicken the waterline. */
export function bodyOutline(bridge: Bridge): string {
  return deckOutline(bridge) + bridge.arches.map((arch) => archOutline(arch, bridge.waterline)).join("");
}

/** Body, voussoir lines and rail; CSS decides by `art-bridge` whether the bridge is solid or line work. */
export function renderBridge(bridge: Bridge): string {
  const rings = bridge.ring > 0 ? bridge.arches.map((arch) => archOutline(arch, bridge.waterline, bridge.ring)).join("") : "";
  return (
    renderPath("art-bridge", bodyOutline(bridge)) +
    renderPath("art-ring", rings) +
    (bridge.rail > 0 ? renderPath("art-rail", deckOutline(railDeck(bridge))) : "")
  );
}

/** The stretch of water that mirrors the whole bridge at the given height, openings included; null above the crown. */
export function deckShadow(deck: Deck, height: number): Interval | null {
  const reach = deckReach(deck, height);
  return reach === null ? null : { from: deck.x - reach, to: deck.x + reach };
}
