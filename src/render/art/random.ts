/** Repeatable randomness: the same seed draws the same water on every machine. */

/** Returns the next number in [0, 1). */
export type Random = () => number;

/** A small 32-bit generator (multiply and xor-shift); any integer is a good seed. */
export function createRandom(seed: number): Random {
  let state = (seed ^ 0x2f6e2b1) >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 4294967296;
  };
}

/** A number evenly spread over [low, high). */
export function between(random: Random, low: number, high: number): number {
  return low + (high - low) * random();
}
