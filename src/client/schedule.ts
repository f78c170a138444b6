/**
 * Which slide shows is a function of the wall clock alone. So a reload goes on where the page was, two screens keep step, and a
 * player that shows the page for some seconds every few minutes comes to see all of it.
 */

/** The slide that is due. */
export interface Turn {
  /** Index of the slide. */
  readonly at: number;
  /** Counts slides since 1970; another number is another turn. */
  readonly number: number;
  /** When the next one is due, in milliseconds since 1970. */
  readonly until: number;
}

/** A shorter round is seen whole in any slot; in seconds. */
const SHORT_ROUND = 30;
/** A round may take this much longer, as a part of its length, but never more than these seconds. */
const STRETCH = 0.1;
const LONGEST_STRETCH = 60;
/** How often players of signage come back to a page, and the shortest time that they give to it; in seconds. */
const PERIODS = [60, 90, 120, 150, 180, 240, 300, 360, 420, 480, 600, 720, 900, 1200, 1800, 3600];
const SLOT = 10;

/** When each slide of a round ends, in milliseconds from its begin. `seconds` are above 0; each is stretched a little, so that slots do not fall on the same slides. */
export function planRound(seconds: readonly number[]): readonly number[] {
  const total = seconds.reduce((sum, stay) => sum + stay, 0);
  const factor = total < SHORT_ROUND ? 1 : lengthOf(total) / total;
  let sum = 0;
  return seconds.map((stay) => (sum += stay) * factor * 1000).map((end) => Math.max(1, Math.round(end)));
}

/** The slide that is due at `now`, milliseconds since 1970. */
export function turnAt(ends: readonly number[], now: number): Turn {
  const length = ends.at(-1) ?? 1;
  const round = Math.floor(now / length);
  const place = now - round * length;
  const at = Math.max(0, ends.findIndex((end) => end > place));
  return { at, number: round * ends.length + at, until: round * length + (ends[at] ?? length) };
}

/** Of all lengths not much longer than `total`, that with which the slots of a player see the round soonest; whole seconds. */
function lengthOf(total: number): number {
  const least = Math.ceil(total);
  const most = least + Math.min(LONGEST_STRETCH, Math.floor(total * STRETCH));
  let best = { length: least, slots: Number.POSITIVE_INFINITY };
  for (let length = least; length <= most; length += 1) {
    let slots = 0;
    for (const period of PERIODS) {
      slots = Math.max(slots, slotsToSeeAll(length, period, SLOT, Math.min(best.slots, length)));
      if (slots >= best.slots) break;
    }
    if (slots < best.slots) best = { length, slots };
  }
  return best.length;
}

/** How many slots of `slot` seconds, one every `period` seconds, see each second of a round; infinite if `most` do not. */
export function slotsToSeeAll(length: number, period: number, slot: number, most: number): number {
  const seen = new Uint8Array(length);
  let left = length;
  for (let count = 1; count <= most; count += 1) {
    const from = ((count - 1) * period) % length;
    for (let second = 0; second < slot; second += 1) {
      const place = (from + second) % length;
      left -= 1 - seen[place]!;
      seen[place] = 1;
    }
    if (left === 0) return count;
  }
  return Number.POSITIVE_INFINITY;
}
