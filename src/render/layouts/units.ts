/** Counted things: the figure above the horizon, the things themselves below it. */
import { unitsGround } from "../art/units.ts";
import { blocksOf, renderBlocks } from "../blocks.ts";
import { renderHead, type HeadlineSize } from "../head.ts";
import { element } from "../html.ts";
import type { LayoutParts, Scene } from "../scene.ts";

/** Titles of 84, 68 and 54 px, left of the figure. */
export const UNITS_TITLE: readonly HeadlineSize[] = [{ holds: 22, line: 11.4 }, { holds: 41, line: 14.1 }, { holds: Infinity, line: 17.8 }];

export function renderUnitsSlide(scene: Scene): LayoutParts {
  const { blocks } = scene.slide;
  const units = blocksOf(blocks, "units");
  const rest = blocks.filter((block) => block.type !== "units");
  const lead = rest.length === 0 ? "" : element("div", { class: "lead" }, renderBlocks(rest, scene));
  const ground = scene.theme.motif === "none" ? "" : units.map(({ kind }) => unitsGround(kind)).join("");
  const html = ground + element("div", { class: "units-head" }, renderHead(scene, UNITS_TITLE) + lead) + renderBlocks(units, scene);
  return { classes: [], ground: "deep", footer: "plain", html };
}
