/** A figure as a drawing shows it: as published, with a true minus, and with its unit between number and qualifier. */
import type { Figure } from "../../model/figure.ts";

/** `8%左右`, `−3.2%`; with a unit `2,000人以上`, but a rate keeps only its per cent sign. */
export function printed(figure: Figure, unit = ""): string {
  const text = figure.raw.replace(/-(?=\d)/, "\u2212");
  const match = /^(.*\d)([余多]?)(\D*)$/su.exec(text);
  if (unit === "" || match === null || text.includes(unit) || text.includes("%")) return text;
  // As in formatFigure: a Latin unit is a word of its own.
  const gap = /^[A-Za-z]/.test(unit) ? " " : "";
  return `${match[1]}${match[2]}${gap}${unit}${match[3]}`;
}
