/** A figure as it stands in a drawing: as published, with a true minus, its unit between number and qualifier. */
import type { Figure } from "../../model/figure.ts";

/** `8%左右`, `−3.2%`; with a unit `2,000人以上`, but a rate keeps its per cent sign alone. */
export function printed(figure: Figure, unit = ""): string {
  const text = figure.raw.replace(/-(?=\d)/, "\u2212");
  const match = /^(.*\d)([余多]?)(\D*)$/su.exec(text);
  if (unit === "" || match === null || text.includes(unit) || text.includes("%")) return text;
  return `${match[1]}${match[2]}${unit}${match[3]}`;
}
