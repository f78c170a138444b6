/** A chart as a figure: the drawing, its data as a table, its legend. */
import type { Chart } from "../../model/chart.ts";
import type { Language } from "../../model/deck.ts";
import { plotWordsOf } from "../../model/plot-words.ts";
import type { Theme } from "../../model/theme.ts";
import { wordsOf } from "../../model/words.ts";
import { element, escapeHtml } from "../html.ts";
import { createLineBreaker, type LineBreaker } from "../line-break.ts";
import { layoutCompare } from "./compare.ts";
import { metaOf } from "./clean-svg.ts";
import { renderDataTable } from "./data-table.ts";
import { drawMarks } from "./draw.ts";
import { leastType, type Drawing, type Frame } from "./frame.ts";
import { round, type Box } from "./marks.ts";
import { layoutGrowth } from "./growth.ts";
import { layoutProgress } from "./progress.ts";
import { layoutRank } from "./rank.ts";
import { layoutRanking } from "./ranking.ts";
import { layoutShare } from "./share.ts";
import { layoutStructure } from "./structure.ts";
import { layoutTarget } from "./target.ts";
import { layoutTrend } from "./trend.ts";
import { phoneFrame, uprightSize } from "./upright.ts";
import { renderCaption } from "./legend.ts";

export interface ChartOptions {
  /** Prefix of every id inside. */
  readonly id: string;
  readonly theme: Theme;
  readonly lang: Language;
  /** Size of the drawing in CSS pixels; it scales with its box. */
  readonly width: number;
  readonly height: number;
  /** Pixels that an upright screen has for a second drawing and its caption, or a drawing for a phone; null for no second drawing. */
  readonly second: number | "phone" | null;
  /** True draws on white and leaves out the animation. */
  readonly print: boolean;
  /** True prepares the drawing for the script that shows values under the pointer. */
  readonly hover: boolean;
  /** Where long names may break; by default between phrases, without protected words. */
  readonly findBreaks?: LineBreaker;
}

/** Renders a chart: `<figure class="chart chart-TYPE">` with an SVG of text and shapes, a hidden data table, and a caption if there is a legend. */
export function renderChart(chart: Chart, options: ChartOptions): string {
  const { id, theme, lang, width, height, second, print, hover, findBreaks = createLineBreaker([]) } = options;
  const colours = print ? { ...theme.colours, paper: "#FFFFFF" } : theme.colours;
  const frame: Frame = { width, height, least: leastType(width), colours, words: wordsOf(lang), plot: plotWordsOf(lang), breaks: findBreaks };
  const drawing = layoutChart(chart, frame);
  const title = element("title", { id: `${id}-t` }, escapeHtml(chart.title)) + element("desc", { id: `${id}-d` }, escapeHtml(chart.statement));
  const svg = element("svg", { role: "img", "aria-labelledby": `${id}-t ${id}-d`, viewBox: `0 0 ${width} ${height}` }, `${title}\n${hover ? renderBands(drawing.bands) : ""}${drawMarks(drawing.marks, width, height, { moving: !print, hover })}\n`);
  const narrow = second === null ? "" : drawUpright(chart, id, { ...frame, ...frameOf(chart, drawing, second) }, print);
  const caption = renderCaption(drawing, chart.source, chart.demo, frame);
  return element("figure", { class: `chart chart-${chart.type}`, "data-source": chart.source }, svg + narrow + renderDataTable(chart, frame) + caption);
}

function frameOf(chart: Chart, drawing: Drawing, second: number | "phone"): Pick<Frame, "width" | "height" | "least"> {
  if (second === "phone") return phoneFrame(chart);
  const size = uprightSize(chart, drawing, second);
  return { ...size, least: leastType(size.width) };
}

/** The same chart on an upright page; it has the name of the first drawing, which stands beside it, hidden. */
function drawUpright(chart: Chart, id: string, frame: Frame, print: boolean): string {
  const { width, height } = frame;
  return element("svg", { class: "upright", role: "img", "aria-labelledby": `${id}-t ${id}-d`, viewBox: `0 0 ${width} ${height}` }, `\n${drawMarks(layoutChart(chart, frame).marks, width, height, { moving: !print, hover: false })}\n`);
}

/** Invisible areas below the marks, one for each row of the data table. */
function renderBands(bands: readonly Box[]): string {
  return bands.map(({ left, top, right, bottom }, index) => `<rect class="chart-band" x="${round(left)}" y="${round(top)}" width="${round(right - left)}" height="${round(bottom - top)}" fill="none"${metaOf(index)}/>\n`).join("");
}

function layoutChart(chart: Chart, frame: Frame): Drawing {
  switch (chart.type) {
    case "growth":
      return layoutGrowth(chart, frame);
    case "target":
      return layoutTarget(chart, frame);
    case "trend":
      return layoutTrend(chart, frame);
    case "progress":
      return layoutProgress(chart, frame);
    case "share":
      return layoutShare(chart, frame);
    case "compare":
      return layoutCompare(chart, frame);
    case "rank":
      return layoutRank(chart, frame);
    case "ranking":
      return layoutRanking(chart, frame);
    case "structure":
      return layoutStructure(chart, frame);
  }
}
