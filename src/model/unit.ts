/** Figures with their units, as they are printed. */
import type { Figure } from "./figure.ts";

/**
 * A published figure with its unit: 148亿元, 8亿元左右, 150余万人, 12.5 kWh; a figure that carries its per cent sign stays as it is.
 * No space before Chinese units or % (GB/T 15835), one before Latin ones.
 */
export function formatFigure(figure: Figure, unit: string): string {
  const { raw } = figure;
  if (unit === "" || raw.includes("%")) return raw;
  const gap = /^[A-Za-z]/.test(unit) ? " " : "";
  const [, number = raw, tail = ""] = /^(.*\d[余多]?)(\D*)$/.exec(raw) ?? [];
  return `${number}${gap}${unit}${tail}`;
}
