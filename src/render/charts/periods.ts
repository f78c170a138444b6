/** A band for each period across the width, with the periods' names below. */
import type { Period } from "../../model/period.ts";
import type { Frame } from "./frame.ts";
import { text, type Box, type Mark } from "./marks.ts";
import { textWidth } from "./text-width.ts";

/** Equal bands that start at the pixel `left`. */
export interface Bands {
  readonly left: number;
  readonly step: number;
}

/** Bands for `count` periods between two pixels. */
export function bandsOf(count: number, left: number, right: number): Bands {
  return { left, step: (right - left) / Math.max(1, count) };
}

/** Middle of a period's band. */
export function bandMiddle(bands: Bands, index: number): number {
  return bands.left + bands.step * (index + 0.5);
}

/** Bands from top to bottom, one for each period. */
export function periodBands({ left, step }: Bands, count: number, { height }: Frame): readonly Box[] {
  return Array.from({ length: count }, (_, index) => ({ left: left + step * index, right: left + step * (index + 1), top: 0, bottom: height }));
}

/** Height of the names: one line for years, two where the year stands below its parts. */
export function namesHeight(periods: readonly Period[]): number {
  return periods.some((period) => period.type !== "year") ? 106 : 62;
}

/** Draws the names of periods from the pixel `top` downwards; a year stands where it begins, without 年 if there is no room. */
export function drawPeriods(periods: readonly Period[], bands: Bands, top: number, frame: Frame): readonly Mark[] {
  const names = periods.map((period) => frame.plot.tick(period));
  const widest = Math.max(0, ...names.map(([name]) => textWidth(name, "sans", 1)));
  // Where names are too small to be read, every second or third has one, the last always.
  const every = Math.max(1, Math.ceil((widest * frame.least) / (bands.step * 0.92)));
  const size = Math.min(44, (bands.step * every * 0.92) / widest);
  const style = { size, face: "sans", weight: 500, fill: frame.colours.ink2, align: "center" } as const;
  return names.flatMap(([name, year], index) => {
    const x = bandMiddle(bands, index);
    const label = text("tick", [x, top + 48], name, style);
    if ((names.length - 1 - index) % every !== 0) return [];
    if (year === "" || year === names[index - every]?.[1]) return [label];
    const small = Math.min(36, size * 1.2);
    return [label, text("tick", [Math.max(x, textWidth(year, "sans", small) / 2), top + 92], year, { ...style, size: small })];
  });
}
