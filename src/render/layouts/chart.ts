/** Chart: the title over the whole width and the drawing below it, down to the foot. */
import type { BlockOf } from "../../model/deck.ts";
import { plainText } from "../../model/plain-text.ts";
import { roomBelow } from "../../model/table-plan.ts";
import { textWidth } from "../../model/text-width.ts";
import { blocksOf, renderBlocks, renderChartBlock } from "../blocks.ts";
import { ONE_COLUMN } from "../charts/ranking.ts";
import { chooseSize, CHART_TITLE, HALL_TITLE, renderHead } from "../head.ts";
import { element } from "../html.ts";
import type { LayoutParts, Scene } from "../scene.ts";
import { wideParts } from "./wide.ts";

/** Size of a chart beside its head, in pixels. */
const BESIDE = { width: 1120, height: 864 };
/** Room for the legend and the source below a chart over the whole width. */
const CAPTION = 56;
/** Room for the stamp below a drawing that is coloured to its foot. */
const STAMP = 84;

/** From the head of a hall chart to its foot, in pixels, as in charts.css. */
const HALL = { top: 56, kicker: 54, titles: [92, 78, 64], line: [20, 24, 31], gap: 28, lead: 58, leadLine: 42, bottom: 1004, note: 46, noteLine: 52, noteGap: 14 } as const;

type ChartBlock = BlockOf<"chart">;

export function renderChartSlide(scene: Scene): LayoutParts {
  const [block] = blocksOf(scene.slide.blocks, "chart");
  if (block === undefined) return wideParts(scene, "", renderBlocks(scene.slide.blocks, scene));
  const { chart } = block;
  if (chart.type === "ranking" && chart.bars.length <= ONE_COLUMN) return besideHead(block, scene);
  return chart.type === "ranking" || chart.type === "structure" ? belowHead(block, scene) : inHall(block, scene);
}

function restOf(block: ChartBlock, { slide }: Scene): { readonly rest: readonly Scene["slide"]["blocks"][number][]; readonly text: string } {
  const rest = slide.blocks.filter((other) => other !== block);
  return { rest, text: rest.flatMap((other) => (other.type === "paragraph" ? [plainText(other.inlines)] : [])).join("") };
}

/** The head on the left, with the paragraph below the title; inside one box the legend, which stands below the lead, can give way to it. */
function besideHead(block: ChartBlock, scene: Scene): LayoutParts {
  const { rest } = restOf(block, scene);
  const lead = rest.length === 0 ? "" : element("div", { class: "lead" }, renderBlocks(rest, scene));
  const html = element("div", { class: "side" }, renderHead(scene, CHART_TITLE) + lead) + element("div", { class: "body" }, renderChartBlock(block, scene, BESIDE));
  return { classes: ["split"], ground: "paper", footer: "full", html: element("div", { class: "chart-page" }, html) };
}

/** The drawing below a head that spans the slide, as high as head and lead leave it. */
function belowHead(block: ChartBlock, scene: Scene): LayoutParts {
  const { rest, text } = restOf(block, scene);
  const stamped = block.chart.type === "structure" && block.chart.demo;
  const height = roomBelow({ title: plainText(scene.slide.title), lead: text }) - CAPTION - (stamped ? STAMP : 0);
  const parts = wideParts(scene, renderBlocks(rest, scene), renderChartBlock(block, scene, { width: 1696, height }));
  return { ...parts, classes: [...parts.classes, "chart-wide"] };
}

/** As large as the page: the title in one row, the drawing down to the foot, its notes below it where there are any. */
function inHall(block: ChartBlock, scene: Scene): LayoutParts {
  const { rest, text } = restOf(block, scene);
  const room = HALL.bottom - headHeight(scene, text);
  const whole = renderChartBlock(block, scene, { width: 1696, height: room });
  const notes = notesHeight(whole);
  const chart = notes === 0 ? whole : renderChartBlock(block, scene, { width: 1696, height: room - notes });
  const lead = rest.length === 0 ? "" : element("div", { class: "lead" }, renderBlocks(rest, scene));
  const html = element("div", { class: "stack" }, renderHead(scene, HALL_TITLE) + lead + element("div", { class: "body" }, chart));
  return { classes: ["chart-hall"], ground: "paper", footer: "plain", html };
}

function headHeight({ slide }: Scene, lead: string): number {
  const title = plainText(slide.title);
  const index = Number(chooseSize(title, HALL_TITLE).className.slice(-1)) - 1;
  const lines = Math.max(title.split("\n").length, Math.ceil(textWidth(title) / HALL.line[index]!));
  const leadLines = lead === "" ? 0 : Math.ceil(textWidth(lead) / HALL.leadLine);
  return HALL.top + (slide.kicker === "" ? 0 : HALL.kicker) + lines * HALL.titles[index]! + HALL.gap + leadLines * HALL.lead;
}

/** Height of the caption of a drawn chart, estimated from its words; 0 without one. */
function notesHeight(figure: string): number {
  const caption = /<figcaption[^>]*>(.*)<\/figcaption>/s.exec(figure)?.[1];
  if (caption === undefined) return 0;
  const parts = caption.replace(/<p class="stamp">.*?<\/p>/s, "").replaceAll(/<svg.*?<\/svg>/gs, "").split(/<\/(?:li|p)>/).map((part) => part.replaceAll(/<[^>]*>/g, "").trim()).filter((part) => part !== "");
  const width = parts.reduce((sum, part) => sum + textWidth(part) + 3, 0);
  return HALL.noteGap + Math.ceil(width / HALL.noteLine) * HALL.note;
}
