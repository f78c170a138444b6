/** Which slides the long picture shows: few enough for a phone, and each understood without a speaker. */
import type { Section, Slide } from "./deck.ts";

/** Blocks with figures that speak for themselves. */
const TELLING: readonly Slide["blocks"][number]["type"][] = ["figures", "targets", "chart", "units", "review"];

/** Ids of the slides that the author chose (`long=true`); where none is chosen, key figures, charts, targets and openers of tasks, but no slide with `long=false`. */
export function chooseLong(sections: readonly Section[]): ReadonlySet<string> {
  const slides = sections.flatMap(({ slides: own }) => own);
  const chosen = slides.filter(({ long }) => long === true);
  const shown = chosen.length > 0 ? chosen : sections.flatMap((section) => (section.backup ? [] : section.slides.filter(isTelling)));
  return new Set(shown.map(({ id }) => id));
}

/** Whether it shows figures, a chart or targets, or opens a task. */
function isTelling({ long, layout, number, blocks }: Slide): boolean {
  return long !== false && ((layout === "cards" && number !== "") || blocks.some(({ type }) => TELLING.includes(type)));
}
