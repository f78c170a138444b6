/** A figure as a drawing shows it: as published, with a true minus, and with its unit between number and qualifier. */
import { growthText, type Growth } from "../../model/growth.ts";
import type { Published } from "../../model/published.ts";
import { formatFigure } from "../../model/unit.ts";

/** `8%左右`, `−3.2%`; with a unit `2,000人以上`, but a rate keeps only its per cent sign. */
export function printed(figure: Published, unit = ""): string {
  return withMinus(figure.raw.includes(unit) ? figure.raw : formatFigure(figure, unit));
}

/** `11.6%`, `年均增长6.2%`: the base is named wherever it is not the year before. */
export function printedGrowth(growth: Growth): string {
  return withMinus(growthText(growth));
}

export function withMinus(text: string): string {
  return text.replace(/(?<!\d[%‰]?)-(?=\d)/, "\u2212");
}
