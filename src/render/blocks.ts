/** Renders blocks of any layout as HTML; a layout first takes out those that it sets itself. */
import type { Block, BlockOf, ListItem } from "../model/deck.ts";
import { plainText } from "../model/plain-text.ts";
import { uprightRoom } from "./charts/upright.ts";
import type { Size } from "./charts/frame.ts";
import { textWidth } from "../model/text-width.ts";
import { renderChart } from "./charts/render-chart.ts";
import { drawCards, type CardSet } from "./figures.ts";
import { classes, element, escapeHtml } from "./html.ts";
import { renderImage } from "./image.ts";
import { renderInlines } from "./inlines.ts";
import { renderPhotos } from "./photos.ts";
import { renderReview } from "./review.ts";
import { renderProjects, renderTimeline, renderZones } from "./schemes.ts";
import { renderTable } from "./table.ts";
import { renderUnits } from "./units.ts";
import { withStep, type Scene } from "./scene.ts";

export function renderBlocks(blocks: readonly Block[], scene: Scene): string {
  return blocks.map((block) => renderBlock(block, scene)).join("");
}

export function renderBlock(block: Block, scene: Scene): string {
  const attributes = withStep(block.step, scene);
  switch (block.type) {
    case "paragraph":
      return element("p", attributes, renderInlines(block.inlines, scene.setting));
    case "list":
      return renderList(block, scene);
    case "card":
      return renderCard(block, scene);
    case "quote":
      return element("blockquote", attributes, renderBlocks(block.blocks, scene));
    case "table":
      return renderTable(block, scene);
    case "code":
      return element("pre", attributes, element("code", {}, escapeHtml(block.text)));
    case "image":
      return renderImage(block, scene);
    case "chart":
      return renderChartBlock(block, scene, { width: 1120, height: 700 });
    case "figures":
    case "targets":
      return joinCards(drawCards(block, scene, NO_HEAD));
    case "zones":
      return renderZones(block, scene);
    case "projects":
      return renderProjects(block, scene);
    case "photos":
      return renderPhotos(block, scene);
    case "units":
      return renderUnits(block, scene);
    case "review":
      return renderReview(block, scene);
    case "timeline":
      return renderTimeline(block, scene);
    case "html":
      return element("div", attributes, block.html);
  }
}

/** Cards outside their own layout have nothing above them. */
const NO_HEAD = { kicker: "", title: "", lead: "" } as const;

function joinCards({ lead, cells }: CardSet): string {
  return lead + cells;
}

/** Blocks of one type, in order. */
export function blocksOf<T extends Block["type"]>(blocks: readonly Block[], type: T): readonly BlockOf<T>[] {
  return blocks.filter((block): block is BlockOf<T> => block.type === type);
}

/** `counted` gives items without a number of their own one that is only seen. */
export function renderList(list: BlockOf<"list">, scene: Scene, attributes: Readonly<Record<string, string>> = {}, counted = false): string {
  const entries = list.items.map((entry, index) => renderListItem(entry, scene, entry.ordinal ?? (counted ? `${index + 1}` : null)));
  return element(list.ordered ? "ol" : "ul", withStep(list.step, scene, attributes), entries.join(""));
}

function renderListItem(entry: ListItem, scene: Scene, ordinal: string | null): string {
  // The number is text, so that it has a glyph in every subset; `list-style` is off.
  const count = ordinal === null ? "" : element("span", { class: classes("count", countForm(ordinal)), "aria-hidden": "true" }, escapeHtml(ordinal));
  return element("li", withStep(entry.step, scene), count + renderLed(entry, scene) + renderBlocks(entry.blocks, scene));
}

/** Two digits are set smaller than one, and Han numerals smaller still, so that all stand in one column. */
function countForm(ordinal: string): string | null {
  const width = textWidth(ordinal);
  return width < 1.05 ? null : width < 1.2 ? "count-long" : "count-wide";
}

/** An item that opens with bold words uses them as its title and the rest as its text. */
function renderLed(entry: ListItem, scene: Scene): string {
  const [first, ...rest] = entry.inlines;
  if (first === undefined || first.type !== "strong") return element("span", { class: "text alone" }, renderInlines(entry.inlines, scene.setting));
  const lead = element("strong", { class: "item-title" }, renderInlines(first.children, scene.setting));
  const text = renderInlines(rest, scene.setting).replace(/^(?:\s|<wbr>)+/, "");
  // A punctuation mark follows directly; anything else needs a space where both share a line.
  const gap = /^\p{P}/u.test(text) ? "" : " ";
  return text === "" ? lead : lead + gap + element("span", { class: "text" }, text);
}

export function renderCard(card: BlockOf<"card">, scene: Scene): string {
  return element("article", withStep(card.step, scene, { class: "card" }), renderCardTitle(card, scene) + renderBlocks(card.blocks, scene));
}

/** A card's heading, one level below the slide's. */
function renderCardTitle(card: BlockOf<"card">, scene: Scene): string {
  return card.title.length === 0 ? "" : element(`h${scene.level + 1}`, { class: "card-title" }, renderInlines(card.title, scene.setting));
}

export function renderChartBlock(block: BlockOf<"chart">, scene: Scene, size: Size): string {
  const { theme, settings, slide, setting } = scene;
  const index = slide.blocks.indexOf(block);
  const id = index > 0 ? `${slide.id}.chart-${index}` : `${slide.id}.chart`;
  const breaks = setting.type === "phrases" ? { findBreaks: setting.findBreaks } : {};
  const lead = slide.blocks.flatMap((other) => (other.type === "paragraph" ? [plainText(other.inlines)] : [])).join("");
  const second = scene.second === "upright" ? uprightRoom({ kicker: slide.kicker, title: plainText(slide.title), lead }) : scene.second;
  const figure = renderChart(block.chart, { id, theme, lang: settings.lang, ...size, second, ...breaks, print: false, hover: settings.hover });
  return block.step === null ? figure : element("div", withStep(block.step, scene), figure);
}
