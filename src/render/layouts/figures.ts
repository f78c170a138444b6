/** Figures: a hero beside its head and the rest in ruled cells, or all in a grid under the head. */
import { blocksOf, renderBlocks } from "../blocks.ts";
import { renderFigureCards, renderTargetCards } from "../figures.ts";
import { renderHead, SIDE_TITLE, WIDE_TITLE } from "../head.ts";
import { element } from "../html.ts";
import type { LayoutParts, Scene } from "../scene.ts";

export function renderFigures(scene: Scene): LayoutParts {
  const { blocks } = scene.slide;
  const figures = blocksOf(blocks, "figures");
  const hero = figures.some((block) => block.cards.some((card) => card.hero));
  const cards = [...figures.map((block) => renderFigureCards(block, scene)), ...blocksOf(blocks, "targets").map((block) => renderTargetCards(block, scene))];
  const lead = renderBlocks(blocks.filter((block) => block.type !== "figures" && block.type !== "targets"), scene);
  const side = element("div", { class: "side" }, renderHead(scene, hero ? SIDE_TITLE : WIDE_TITLE) + (lead === "" ? "" : element("div", { class: "lead" }, lead)));
  return { classes: [hero ? "with-hero" : "without-hero"], ground: "paper", footer: "full", html: element("div", { class: "figures-page" }, side + element("div", { class: "body" }, cards.join(""))) };
}
