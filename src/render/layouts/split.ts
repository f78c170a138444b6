/** Layouts with the head on the left and ruled rows or a chart on the right: bullets, cards, chart. */
import type { BlockOf } from "../../model/deck.ts";
import { textWidth } from "../../model/text-width.ts";
import { plainText } from "../../model/plain-text.ts";
import { roomBelow } from "../../model/table-plan.ts";
import { blocksOf, renderBlocks, renderCard, renderChartBlock, renderList } from "../blocks.ts";
import { CHART_TITLE, renderHead, SIDE_TITLE, type HeadlineSize } from "../head.ts";
import { classes, element } from "../html.ts";
import { ONE_COLUMN } from "../charts/ranking.ts";
import type { LayoutParts, Scene } from "../scene.ts";
import { wideParts } from "./wide.ts";

/** Size of a chart beside its head, in pixels. */
const CHART = { width: 1120, height: 864 };
/** Room for the legend and the source below a chart over the whole width. */
const CAPTION = 56;
/** Room for the stamp below a drawing that is coloured to its foot. */
const STAMP = 84;
/** Widest item, in em, that is set as a title, and widest item that gets the largest size. */
const SHORT = 14;
const SHORTEST = 11.4;
/** Widest title and text, in em, for up to four larger rows; each still fits on one line. */
const ROOMY = { title: 14, text: 20 };
/** Widest title and text, in em, for five to seven rows with the text beside the title. */
const BESIDE = { title: 7.5, text: 11 };

function splitParts(scene: Scene, lead: string, body: string, sizes: readonly HeadlineSize[] = SIDE_TITLE): LayoutParts {
  const leadBox = lead === "" ? "" : element("div", { class: "lead" }, lead);
  const side = element("div", { class: "side" }, renderHead(scene, sizes) + leadBox);
  return { classes: ["split"], ground: "paper", footer: "full", html: side + element("div", { class: "body" }, body) };
}

/** A chart and its head; a paragraph goes below the title. */
export function renderChartSlide(scene: Scene): LayoutParts {
  const { blocks } = scene.slide;
  const [wide] = blocksOf(blocks, "chart").filter(isWide);
  if (wide !== undefined) return renderWideChart(wide, scene);
  const charts = blocksOf(blocks, "chart").map((block) => renderChartBlock(block, scene, CHART));
  const parts = splitParts(scene, renderBlocks(blocks.filter((block) => block.type !== "chart"), scene), charts.join(""), CHART_TITLE);
  // Inside one box the legend, which stands below the lead, can give way to it.
  return { ...parts, html: element("div", { class: "chart-page" }, parts.html) };
}

/** Many areas, or a bar over the whole width. */
function isWide({ chart }: BlockOf<"chart">): boolean {
  return chart.type === "structure" || (chart.type === "ranking" && chart.bars.length > ONE_COLUMN);
}

/** The drawing below a head that spans the slide, as high as head and lead leave it. */
function renderWideChart(block: BlockOf<"chart">, scene: Scene): LayoutParts {
  const { blocks, title } = scene.slide;
  const rest = blocks.filter((other) => other !== block);
  const leadText = rest.flatMap((other) => (other.type === "paragraph" ? [plainText(other.inlines)] : [])).join("");
  const stamped = block.chart.type === "structure" && block.chart.demo;
  const height = roomBelow({ title: plainText(title), lead: leadText }) - CAPTION - (stamped ? STAMP : 0);
  const parts = wideParts(scene, renderBlocks(rest, scene), renderChartBlock(block, scene, { width: 1696, height }));
  return { ...parts, classes: [...parts.classes, "chart-wide"] };
}

/** One list as ruled rows; a paragraph before it is the lead. */
export function renderBullets(scene: Scene): LayoutParts {
  const { blocks } = scene.slide;
  const lists = blocksOf(blocks, "list");
  const rows = lists.map((list) => renderList(list, scene, { class: [rowsClass(scene.slide.part?.fullest ?? list.items.length), ...listForm(list)].join(" ") }));
  return splitParts(scene, renderBlocks(blocks.filter((block) => block.type !== "list"), scene), rows.join(""));
}

/** Cards as ruled rows; a numeral may stand above the title. */
export function renderCards(scene: Scene): LayoutParts {
  const { blocks } = scene.slide;
  const cards = blocksOf(blocks, "card");
  const rows = cards.map((card) => renderCard(card, scene)).join("");
  const form = classes(rowsClass(cards.length), cards.every(isRoomy) && "rows-roomy");
  return splitParts(scene, renderBlocks(blocks.filter((block) => block.type !== "card"), scene), element("div", { class: form }, rows));
}

/** Classes for a list with few words per item: items are set as titles, or as a title and its text on one line. */
function listForm(list: BlockOf<"list">): readonly string[] {
  const widths = list.items.map((entry) => textWidth(plainText(entry.inlines)));
  if (list.items.some((entry) => entry.blocks.length > 0)) return [];
  const led = list.items.map(({ inlines: [first, ...rest] }) =>
    first?.type === "strong" ? { title: textWidth(plainText(first.children)), text: textWidth(plainText(rest).trim()) } : null);
  if (led.every((row) => row !== null && row.text > 0)) {
    if (list.items.length > 4) return led.every((row) => fits(row, BESIDE)) ? ["rows-beside"] : [];
    return led.every((row) => fits(row, ROOMY)) ? ["rows-roomy"] : [];
  }
  if (widths.some((width) => width > SHORT)) return [];
  return widths.every((width) => width <= SHORTEST) ? ["rows-short"] : ["rows-short", "rows-wide"];
}

interface Widths {
  readonly title: number;
  readonly text: number;
}

function fits(row: Widths | null, limit: Widths): boolean {
  return row !== null && row.title <= limit.title && row.text <= limit.text;
}

/** A card with a title and at most one line, so that its row has room for larger type. */
function isRoomy(card: BlockOf<"card">): boolean {
  const [block, ...more] = card.blocks;
  const text = block === undefined ? 0 : block.type === "paragraph" ? textWidth(plainText(block.inlines)) : Infinity;
  return more.length === 0 && fits({ title: textWidth(plainText(card.title)), text }, ROOMY);
}

function rowsClass(count: number): string {
  return `rows rows-${Math.max(1, Math.min(7, count))}`;
}
