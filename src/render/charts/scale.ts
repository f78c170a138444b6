/** Linear scales that start at zero and leave room for the labels beside their marks. */

/** A value and the pixels that must stay free before and after its position. */
export interface Need {
  readonly value: number;
  readonly before: number;
  readonly after: number;
}

export interface Scale {
  /** Pixel of zero. */
  readonly zero: number;
  readonly perUnit: number;
  /** False when the labels need more room than there is: they run outside and should be set smaller. */
  readonly fits: boolean;
}

/** The largest scale on which zero and every value, with the room they need, lie between the pixels `start` and `end`. */
export function fitScale(needs: readonly Need[], start: number, end: number): Scale {
  const all = [...needs, { value: 0, before: 0, after: 0 }];
  const low = Math.min(...all.map((need) => need.value));
  const high = Math.max(...all.map((need) => need.value));
  if (low === high) return { zero: start, perUnit: end - start, fits: true };
  let perUnit = Infinity;
  for (const a of all) {
    for (const b of all) {
      if (b.value > a.value) perUnit = Math.min(perUnit, (end - start - a.before - b.after) / (b.value - a.value));
    }
  }
  // Labels wider than the plot must not reverse the scale.
  const least = ((end - start) * 0.2) / (high - low);
  const fits = perUnit >= least;
  perUnit = Math.max(perUnit, least);
  const zero = start + Math.max(...all.map((need) => need.before - need.value * perUnit));
  return { zero, perUnit, fits };
}

/** The `plan` for the largest size, from `size` down to `least`, whose scale has room for all labels. */
export function fitSize<P extends { readonly scale: Scale }>(size: number, least: number, plan: (size: number) => P): P {
  let fitted = plan(size);
  for (let smaller = size - 2; !fitted.scale.fits && smaller >= least; smaller -= 2) fitted = plan(smaller);
  return fitted;
}

/** Pixel of a value. */
export function at(scale: Scale, value: number): number {
  return scale.zero + value * scale.perUnit;
}

/** At most two round values other than zero, between `low` and `high`, for gridlines. */
export function gridValues(low: number, high: number): readonly number[] {
  const range = Math.max(high, 0) - Math.min(low, 0);
  if (range <= 0) return [];
  for (let power = Math.floor(Math.log10(range)) - 1; ; power += 1) {
    for (const factor of [1, 2, 5]) {
      const values = multiples(factor, power, low, high);
      if (values.length <= 2) return values;
    }
  }
}

function multiples(factor: number, power: number, low: number, high: number): number[] {
  // Dividing by a whole power keeps 0.3 from becoming 0.30000000000000004.
  const value = (count: number): number => (power < 0 ? (count * factor) / 10 ** -power : count * factor * 10 ** power);
  const values: number[] = [];
  for (let count = Math.ceil(low / value(1)); value(count) <= high; count += 1) {
    if (count !== 0) values.push(value(count));
    if (values.length > 2) break;
  }
  return values;
}

/** A gridline's label: a round number with a true minus. */
export function gridLabel(value: number, unit: string): string {
  return `${value < 0 ? "\u2212" : ""}${Math.abs(value)}${unit}`;
}
