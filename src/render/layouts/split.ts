/** Layouts with the head on the left and ruled rows or a chart on the right: bullets, cards, chart. */
import type { BlockOf } from "../../model/deck.ts";
import { blocksOf, renderBlocks, renderCard, renderChartBlock, renderList } from "../blocks.ts";
import { CHART_TITLE, renderHead, SIDE_TITLE, textWidth, type HeadlineSize } from "../head.ts";
import { element } from "../html.ts";
import { plainText } from "../inlines.ts";
import type { LayoutParts, Scene } from "../scene.ts";

/** Pixels of a chart beside its head. */
const CHART = { width: 1120, height: 864 };
/** Widest item, in em, that is still set as a title. */
const SHORT = 14;

function splitParts(scene: Scene, lead: string, body: string, sizes: readonly HeadlineSize[] = SIDE_TITLE): LayoutParts {
  const leadBox = lead === "" ? "" : element("div", { class: "lead" }, lead);
  const side = element("div", { class: "side" }, renderHead(scene, sizes) + leadBox);
  return { classes: ["split"], ground: "paper", footer: "full", html: side + element("div", { class: "body" }, body) };
}

/** A chart and its head; a paragraph stands below the title. */
export function renderChartSlide(scene: Scene): LayoutParts {
  const { blocks } = scene.slide;
  const charts = blocksOf(blocks, "chart").map((block) => renderChartBlock(block, scene, CHART));
  const parts = splitParts(scene, renderBlocks(blocks.filter((block) => block.type !== "chart"), scene), charts.join(""), CHART_TITLE);
  // Within one box the legend, which stands below the lead, can give way to it.
  return { ...parts, html: element("div", { class: "chart-page" }, parts.html) };
}

/** One list as ruled rows; a paragraph before it is the lead. */
export function renderBullets(scene: Scene): LayoutParts {
  const { blocks } = scene.slide;
  const lists = blocksOf(blocks, "list");
  const rows = lists.map((list) => renderList(list, scene, { class: rowsClass(list.items.length) + (isShort(list) ? " rows-short" : "") }));
  return splitParts(scene, renderBlocks(blocks.filter((block) => block.type !== "list"), scene), rows.join(""));
}

/** Cards as ruled rows; a numeral may stand above the title. */
export function renderCards(scene: Scene): LayoutParts {
  const { blocks } = scene.slide;
  const cards = blocksOf(blocks, "card");
  const rows = cards.map((card: BlockOf<"card">) => renderCard(card, scene)).join("");
  return splitParts(scene, renderBlocks(blocks.filter((block) => block.type !== "card"), scene), element("div", { class: rowsClass(cards.length) }, rows));
}

/** A list of a few words each: its items are set as titles. */
function isShort(list: BlockOf<"list">): boolean {
  return list.items.every((entry) => entry.blocks.length === 0 && textWidth(plainText(entry.inlines)) <= SHORT);
}

function rowsClass(count: number): string {
  return `rows rows-${Math.max(1, Math.min(7, count))}`;
}
