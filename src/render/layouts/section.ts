/** Divider: the section's name over a line bridge with as many arches as its number. */
import { sectionArt } from "../art/cover.ts";
import { wayClass } from "../art/way.ts";
import { renderBlocks } from "../blocks.ts";
import { renderKicker, renderTitle, type HeadlineSize } from "../head.ts";
import { element } from "../html.ts";
import type { LayoutParts, Scene } from "../scene.ts";

/** Titles of 136, 112, 92 and 76 px. */
export const SECTION_TITLE: readonly HeadlineSize[] = [
  { holds: 12.5, line: 6.5 }, { holds: 15.5, line: 7.9 }, { holds: 28, line: 9.6 }, { holds: Infinity, line: 11.7 },
];

export function renderSection(scene: Scene): LayoutParts {
  const { section, slide, words, theme } = scene;
  const number = section.number;
  const kicker = slide.kicker === "" && number !== null ? words.part(number) : slide.kicker;
  const html =
    (theme.motif === "none" ? "" : sectionArt(number ?? 1)) +
    element("header", { class: "section-head" }, renderKicker(scene, kicker) + renderTitle(scene, SECTION_TITLE) + renderBlocks(slide.blocks, scene));
  return { classes: [theme.motif !== "none" && wayClass(number ?? 1)], ground: "deep", footer: "none", html };
}
