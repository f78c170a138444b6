/** Figures: one that leads on a dark panel and the rest in ruled cells, or all in a grid below a band with the head. */
import { plainText } from "../../model/plain-text.ts";
import { panelArt } from "../art/panel.ts";
import { blocksOf, renderBlocks } from "../blocks.ts";
import { drawCards, type CardSet } from "../figures.ts";
import { HALL_TITLE, renderHead, type HeadlineSize } from "../head.ts";
import { element } from "../html.ts";
import type { LayoutParts, Scene } from "../scene.ts";

/** Titles of 60, 52 and 44 px on a panel, where the leading figure is the loud thing. */
export const LED_TITLE: readonly HeadlineSize[] = [{ holds: 18, line: 9 }, { holds: 30, line: 11 }, { holds: Infinity, line: 13.6 }];
export function renderFigures(scene: Scene): LayoutParts {
  const { blocks } = scene.slide;
  const rest = blocks.filter((block) => block.type !== "figures" && block.type !== "targets");
  const said = rest.flatMap((block) => (block.type === "paragraph" ? [plainText(block.inlines)] : [])).join("");
  const above = { kicker: scene.slide.kicker, title: plainText(scene.slide.title), lead: said };
  const [set = { lead: "", cells: "", count: 0 }]: readonly CardSet[] = [
    ...blocksOf(blocks, "figures").map((block) => drawCards(block, scene, above)),
    ...blocksOf(blocks, "targets").map((block) => drawCards(block, scene, above)),
  ];
  const lead = rest.length === 0 ? "" : element("div", { class: "lead" }, renderBlocks(rest, scene));
  const led = set.lead !== "";
  const width = set.count > 6 ? 640 : 768;
  const art = led && scene.theme.motif !== "none" ? panelArt(width, 31) : "";
  const side = led
    ? element("div", { class: "side panel" }, art + renderHead(scene, LED_TITLE) + set.lead + lead)
    : element("div", { class: "side band" }, renderHead(scene, HALL_TITLE) + lead);
  const classes = led ? ["with-hero", set.count > 6 && "many-beside"] : ["without-hero"];
  return { classes, ground: "paper", footer: led ? "panel" : "plain", html: element("div", { class: "figures-page" }, side + element("div", { class: "body" }, set.cells)) };
}
