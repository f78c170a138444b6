/** Checks whether as many things are seen as the figure above them says. */
import type { PageFault } from "../../model/page-fault.ts";

/** Drawings of counted things in which fewer or more are seen than were drawn for the figure. */
export function checkUnits(slide: Element): PageFault[] {
  const page = slide.getBoundingClientRect();
  return [...slide.querySelectorAll<HTMLElement>(".units")].flatMap((block) => {
    const least = Number(block.dataset["objects"]);
    const value = [...block.querySelectorAll<SVGGElement>(".unit")].filter((unit) => isSeen(unit, page)).length;
    const text = (block.querySelector(".counts .figure")?.textContent ?? "").trim();
    return value === least ? [] : [{ type: "missing-units" as const, slide: slide.id, text, other: null, value, least }];
  });
}

/** Whole and on the slide; a pixel may be lost to rounding. */
function isSeen(unit: SVGGElement, page: DOMRect): boolean {
  const { left, right, top, bottom, width } = unit.getBoundingClientRect();
  const shown = width > 0 && unit.checkVisibility({ visibilityProperty: true });
  return shown && left >= page.left - 1 && right <= page.right + 1 && top >= page.top - 1 && bottom <= page.bottom + 1;
}
