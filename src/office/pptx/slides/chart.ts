/** A chart below its head or beside it, down to the foot. */
import type { BlockOf } from "../../../model/deck.ts";
import { plainText } from "../../../model/plain-text.ts";
import { blocksOf } from "../../../render/blocks.ts";
import { ONE_COLUMN } from "../../../render/charts/ranking.ts";
import { CHART_TITLE, HALL_TITLE } from "../../../render/head.ts";
import type { Box } from "../../units.ts";
import { addKicker, addLead, addTitle, titleForm } from "../head.ts";
import { chartParts } from "../charts/chart-parts.ts";
import { appear, breakerOf, relate, type Sheet } from "../sheet.ts";
import { addWideHead } from "./wide.ts";

export function chartSlide(sheet: Sheet): void {
  const { blocks } = sheet.scene.slide;
  const [block] = blocksOf(blocks, "chart");
  const rest = blocks.filter((other) => other !== block);
  if (block === undefined) {
    addWideHead(sheet, rest);
    return;
  }
  const { chart } = block;
  if (chart.type === "ranking" && chart.bars.length <= ONE_COLUMN) return besideHead(sheet, block, rest);
  if (chart.type === "ranking" || chart.type === "structure") {
    const top = addWideHead(sheet, rest, 48);
    return addChart(sheet, block, { x: 112, y: top, width: 1696, height: 980 - top });
  }
  const { slide } = sheet.scene;
  // In one line as far as it goes, as on the page.
  const options = { sizes: HALL_TITLE, pixels: [84, 68, 54], inlines: slide.title.filter(({ type }) => type !== "break") };
  const shift = slide.kicker === "" ? 0 : 54;
  addKicker(sheet);
  const { height } = titleForm(sheet, options, 1696);
  addTitle(sheet, { ...options, box: { x: 112, y: 52 + shift, width: 1696, height: height * 0.94 } });
  const below = 56 + shift + height * 0.94;
  const lines = rest.reduce((sum, other) => sum + (other.type === "paragraph" ? Math.ceil(plainText(other.inlines).length / 35) : 0), 0);
  addLead(sheet, rest, { x: 112, y: below + 8, width: 1696, height: lines * 62 });
  const top = below + lines * 66 + 24;
  addChart(sheet, block, { x: 112, y: top, width: 1696, height: 1004 - top });
}

function besideHead(sheet: Sheet, block: BlockOf<"chart">, rest: Sheet["scene"]["slide"]["blocks"]): void {
  const options = { sizes: CHART_TITLE, pixels: [72, 60, 50] };
  addKicker(sheet);
  const { height } = titleForm(sheet, options, 560);
  addTitle(sheet, { ...options, box: { x: 112, y: 126, width: 560, height: Math.max(100, height) } });
  addLead(sheet, rest, { x: 112, y: 126 + height + 56, width: 540, height: 500 });
  addChart(sheet, block, { x: 688, y: 110, width: 1120, height: 864 });
}

function addChart(sheet: Sheet, { chart, step }: BlockOf<"chart">, box: Box): void {
  const { settings, theme } = sheet.scene;
  const made = chartParts(chart, { theme, lang: settings.lang, box, number: sheet.book.nextChart(), breaks: breakerOf(sheet.scene) });
  sheet.parts.push(...made.parts);
  const id = sheet.nextId();
  sheet.shapes.push(made.frame({ id, nextId: sheet.nextId, relate: (path) => relate(sheet, "chart", path) }));
  appear(sheet, step, id, "frame");
}
