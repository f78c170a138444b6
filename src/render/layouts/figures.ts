/** Figures: one that leads on a dark panel and the rest in ruled cells, or all in a grid below a band with the head. */
import { textWidth } from "../../model/text-width.ts";
import { plainText } from "../../model/plain-text.ts";
import { panelArt } from "../art/panel.ts";
import { blocksOf, renderBlocks } from "../blocks.ts";
import { drawFigureCards, drawTargetCards, type CardSet } from "../figures.ts";
import { HALL_TITLE, renderHead, type HeadlineSize } from "../head.ts";
import { element } from "../html.ts";
import type { LayoutParts, Scene } from "../scene.ts";

/** Titles of 60, 52 and 44 px on a panel, where the leading figure is the loud thing. */
const LED_TITLE: readonly HeadlineSize[] = [{ holds: 18, line: 9 }, { holds: 30, line: 11 }, { holds: Infinity, line: 13.6 }];
/** Height of a band without a lead, and of one line of a lead, in pixels, as in ground.css. */
const BAND = { kicker: 54, title: 176, more: 96, lead: 60, line: 42 } as const;

/** Height of a band in pixels, as far as the grid below needs to know it. */
export function bandHeight({ slide }: Scene, lead: string): number {
  const title = textWidth(plainText(slide.title));
  return BAND.title + (slide.kicker === "" ? 0 : BAND.kicker) + (title > 20 && title <= 24 ? 0 : title > 24 ? BAND.more : 0) + (lead === "" ? 0 : Math.ceil(textWidth(lead) / BAND.line) * BAND.lead + 16);
}

export function renderFigures(scene: Scene): LayoutParts {
  const { blocks } = scene.slide;
  const rest = blocks.filter((block) => block.type !== "figures" && block.type !== "targets");
  const said = rest.flatMap((block) => (block.type === "paragraph" ? [plainText(block.inlines)] : [])).join("");
  const band = bandHeight(scene, said);
  const [set = { lead: "", cells: "", count: 0 }]: readonly CardSet[] = [
    ...blocksOf(blocks, "figures").map((block) => drawFigureCards(block, scene, band)),
    ...blocksOf(blocks, "targets").map((block) => drawTargetCards(block, scene, band)),
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
