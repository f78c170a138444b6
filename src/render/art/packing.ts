/** Sizes and places of a bridge's openings: as many as asked for, or as many as fit. */
import { archClearance, type Arch, type Deck } from "./geometry.ts";

/** An opening at the crown takes this much of the deck's height. */
const CROWN_SHARE = 0.82;

/** Radius of the next opening outwards, where the radius is `share` of the deck's height above its centre. */
function nextRadius(deck: Deck, inner: number, share: number): number {
  // u = inner + r solves (share·H/half²)·u² + u = inner + share·H.
  const bend = (share * deck.height) / deck.half ** 2;
  return (Math.sqrt(1 + 4 * bend * (inner + share * deck.height)) - 1) / (2 * bend) - inner;
}

/** Openings from the middle outwards until `count` or until the next would be smaller than `least`. */
function openings(deck: Deck, count: number, pier: number, share: number, least: number): Arch[] {
  const odd = count % 2 === 1;
  const arches: Arch[] = odd ? [{ x: deck.x, radius: share * deck.height, stilt: 0 }] : [];
  let edge = odd ? share * deck.height : -pier / 2;
  while (arches.length < count) {
    const radius = nextRadius(deck, edge + pier, share);
    if (!(radius >= least)) break;
    const away = edge + pier + radius;
    arches.unshift({ x: deck.x - away, radius, stilt: 0 });
    arches.push({ x: deck.x + away, radius, stilt: 0 });
    edge = away + radius;
  }
  return arches;
}

/** As many openings as the deck holds, with a large one in the middle (after the Precious Belt Bridge). */
export function packArches(deck: Deck, pier = 12, least = 12): readonly Arch[] {
  return openings(deck, 999, pier, CROWN_SHARE, least);
}

/** What limits a given number of openings. */
export interface ArchRoom {
  /** Farthest from the middle that an opening may reach. */
  readonly extent: number;
  /** Masonry between two openings. */
  readonly pier: number;
  readonly ring: number;
  /** Least masonry between a voussoir line and the deck. */
  readonly crown: number;
}

/** Exactly `count` openings (1 or more), as large as the room allows, left to right. */
export function fitArches(deck: Deck, count: number, room: ArchRoom): readonly Arch[] {
  let low = 0;
  let high = CROWN_SHARE;
  let best = openings(deck, count, room.pier, 0.001, 0);
  for (let round = 0; round < 30; round += 1) {
    const share = round === 0 ? high : (low + high) / 2;
    const arches = openings(deck, count, room.pier, share, 0);
    const last = arches.at(-1);
    const fits =
      arches.length === count && last !== undefined && last.x + last.radius <= deck.x + room.extent &&
      arches.every((arch) => archClearance(deck, arch, room.ring) >= room.crown);
    if (fits) {
      best = arches;
      low = share;
      if (round === 0) break;
    } else high = share;
  }
  return best;
}
