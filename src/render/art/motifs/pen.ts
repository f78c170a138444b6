/** The strokes that all motifs are made of. Heights count upwards from the waterline, in pixels of the slide. */
import { decimal, type Interval } from "../svg.ts";

/** Where everything stands, and the right edge of the drawing. */
export const WATERLINE = 640;
export const RIGHT = 1120;

/** What stands on the water, as far as its reflection is concerned: from `base` (0: the water) up to `height`. */
export interface Mass extends Interval {
  readonly height: number;
  readonly base?: number;
}

/** A drawing: bodies, lines of light on them, thin lines beside them, lit openings, and what is far behind. */
export interface Motif {
  /** Bodies one over the other; openings within one are holes. */
  readonly solid: readonly string[];
  readonly inner?: string;
  readonly lines?: string;
  readonly light?: string;
  readonly far?: readonly string[];
  readonly masses: readonly Mass[];
  readonly moon?: { readonly x: number; readonly height: number; readonly radius: number };
  /** Ground in place of water below the line. */
  readonly ground?: string;
}

export function at(x: number, height: number): string {
  return `${decimal(x)} ${decimal(WATERLINE - height)}`;
}

export function box(x: number, width: number, height: number, base = 0): string {
  const rise = decimal(height - base);
  return `M${at(x, base)}v-${rise}h${decimal(width)}v${rise}z`;
}

export function line(...points: readonly (readonly [number, number])[]): string {
  return `M${points.map(([x, height]) => at(x, height)).join("L")}`;
}

export function circle(x: number, height: number, radius: number): string {
  const r = decimal(radius);
  return `M${at(x - radius, height)}a${r} ${r} 0 1 1 ${decimal(2 * radius)} 0a${r} ${r} 0 1 1 ${decimal(-2 * radius)} 0z`;
}

/** A half circle, open below; on legs when `base` is below its middle. */
export function arch(x: number, radius: number, middle: number, base = middle): string {
  const r = decimal(radius);
  const leg = decimal(middle - base);
  return `M${at(x - radius, base)}v-${leg}a${r} ${r} 0 0 1 ${decimal(2 * radius)} 0v${leg}`;
}

/** Even openings in rows, from the lower left. */
export function grid(x: number, base: number, columns: number, rows: number, step: readonly [number, number], size: readonly [number, number]): string {
  const one = `v-${decimal(size[1])}h${decimal(size[0])}v${decimal(size[1])}z`;
  // After each opening the pen is at its lower left again.
  const row = `${one}${`m${decimal(step[0])} 0${one}`.repeat(columns - 1)}`;
  return Array.from({ length: rows }, (_, index) => `M${at(x, base + index * step[1])}${row}`).join("");
}

/** A swung roof: its eaves reach beyond the walls and turn up. */
export function roof(x: number, width: number, eaves: number, ridge: number): string {
  const [reach, top] = [width / 2, width * 0.26];
  const rise = ridge - eaves;
  return `M${at(x - reach, eaves + 8)}Q${at(x - reach * 0.62, eaves + rise * 0.12)} ${at(x - top, ridge)}H${decimal(x + top)}Q${at(x + reach * 0.62, eaves + rise * 0.12)} ${at(x + reach, eaves + 8)}Q${at(x + reach * 0.8, eaves - 6)} ${at(x, eaves - 6)}T${at(x - reach, eaves + 8)}z`;
}

/** A round crown on its trunk. */
export function tree(x: number, radius: number, trunk: number): string {
  return circle(x, trunk + radius * 0.86, radius) + box(x - Math.max(3, radius * 0.07), Math.max(6, radius * 0.14), trunk);
}

/** The branches in its crown. */
export function branches(x: number, radius: number, trunk: number): string {
  const r = decimal(radius * 0.46);
  const middle = trunk + radius * 0.5;
  return `M${at(x, trunk)}V${decimal(WATERLINE - middle - radius * 0.6)}M${at(x, middle - radius * 0.1)}a${r} ${r} 0 0 0 ${r} -${r}M${at(x, middle + radius * 0.16)}a${r} ${r} 0 0 1 -${r} -${r}`;
}

/** A hill, or a bank of earth: a low parabola. */
export function hill(x: number, half: number, height: number): string {
  return `M${at(x - half, 0)}q${decimal(half)} ${decimal(-2 * height)} ${decimal(2 * half)} 0z`;
}

/** The masses at a height, side by side. */
export function massesAt(masses: readonly Mass[], height: number): readonly Interval[] {
  const found = masses.filter((mass) => height <= mass.height && height >= (mass.base ?? 0)).toSorted((a, b) => a.from - b.from);
  return found.reduce((joined: readonly Interval[], { from, to }) => {
    const last = joined.at(-1);
    if (last === undefined || from > last.to) return [...joined, { from, to }];
    return [...joined.slice(0, -1), { from: last.from, to: Math.max(last.to, to) }];
  }, []);
}
