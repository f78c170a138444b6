/** Closing: the last words over the long bridge. */
import { closingArt } from "../art/cover.ts";
import { renderBlocks } from "../blocks.ts";
import { renderTitle, type HeadlineSize } from "../head.ts";
import { element } from "../html.ts";
import type { LayoutParts, Scene } from "../scene.ts";
import { renderSeal } from "./cover.ts";

/** Titles of 128, 96 and 76 px. */
export const CLOSING_TITLE: readonly HeadlineSize[] = [{ holds: 23, line: 11.6 }, { holds: 45, line: 15.5 }, { holds: Infinity, line: 19.6 }];

export function renderClosing(scene: Scene): LayoutParts {
  const html =
    (scene.theme.motif === "none" ? "" : closingArt()) +
    element("header", { class: "closing-head" }, renderTitle(scene, CLOSING_TITLE) + renderBlocks(scene.slide.blocks, scene)) +
    renderSeal(scene);
  return { classes: [], ground: "deep", footer: "none", html };
}
