/** A chart of the deck as native charts with their workbooks, and as shapes for the words that have no place in one. */
import type { Chart } from "../../../model/chart.ts";
import type { Language } from "../../../model/deck.ts";
import { plotWordsOf } from "../../../model/plot-words.ts";
import type { Theme } from "../../../model/theme.ts";
import { wordsOf } from "../../../model/words.ts";
import { leastType } from "../../../render/charts/frame.ts";
import type { LineBreaker } from "../../../render/line-break.ts";
import type { ChartParts, Part } from "../../parts.ts";
import type { Box } from "../../units.ts";
import { group, properties, shape, transform, type Label } from "../shapes.ts";
import { compareLayout, rankingLayout } from "./areas.ts";
import { renderChartXml } from "./chart-xml.ts";
import { rankLayout, trendLayout } from "./course.ts";
import { growthLayout } from "./growth.ts";
import { shareLayout, structureLayout } from "./parts.ts";
import type { Plot } from "./plot.ts";
import { progressLayout } from "./progress.ts";
import { sheetWordsOf } from "./sheet-words.ts";
import { words, type ChartLayout, type Stage } from "./stage.ts";
import { targetLayout } from "./target.ts";
import { writeWorkbook } from "./workbook.ts";

export interface ChartContext {
  readonly theme: Theme;
  readonly lang: Language;
  /** Where the chart goes on its slide, in pixels of the canvas: the sizes of its type follow from it. */
  readonly box: Box;
  /** A number that no other chart of the presentation has. */
  readonly number: number;
  readonly breaks: LineBreaker;
}

/** Room below a chart for its source and its stamp. */
const SOURCE = 48;

/** The parts of a chart and the shapes that show it, from the model alone. */
export function chartParts(chart: Chart, { theme, lang, box, number, breaks }: ChartContext): ChartParts {
  const told = [chart.demo ? wordsOf(lang).demo : "", chart.source === null ? "" : plotWordsOf(lang).source(chart.source)].filter((part) => part !== "").join("　");
  const own: Box = told === "" ? box : { ...box, height: box.height - SOURCE };
  const frame: Stage["frame"] = { width: own.width, height: own.height, least: leastType(own.width), colours: theme.colours, words: wordsOf(lang), plot: plotWordsOf(lang), breaks };
  const { plots, shapes } = layoutChart(chart, { box: own, frame, lang, sheet: sheetWordsOf(lang) });
  const foot = told === "" ? [] : [words(told, { x: box.x, y: own.y + own.height, width: box.width, height: SOURCE }, { size: 32, ink: "muted", face: "sans" })];
  const parts = plots.map((plot, index) => partsOf(plot, `${number}${index === 0 ? "" : `-${index + 1}`}`));
  return {
    parts: parts.flat(),
    frame: ({ id, relate, nextId }) => {
      const label = (index: number): Label => ({ name: plots.length === 1 ? chart.title : `${chart.title} ${index + 1}`, description: chart.statement });
      const frameOf = (plot: Plot, index: number, own_: number): string => graphicFrame(own_, label(index), plot.box, relate(parts[index]![0]!.path));
      if (plots.length === 1 && shapes.length + foot.length === 0) return frameOf(plots[0]!, 0, id);
      const inside = [...plots.map((plot, index) => frameOf(plot, index, nextId())), ...[...shapes, ...foot].map((options) => shape(nextId(), options, lang))];
      return group(id, { name: chart.title, description: chart.statement }, box, inside);
    },
  };
}

function layoutChart(chart: Chart, stage: Stage): ChartLayout {
  switch (chart.type) {
    case "growth":
      return growthLayout(chart, stage);
    case "target":
      return targetLayout(chart, stage);
    case "trend":
      return trendLayout(chart, stage);
    case "progress":
      return progressLayout(chart, stage);
    case "share":
      return shareLayout(chart, stage);
    case "compare":
      return compareLayout(chart, stage);
    case "ranking":
      return rankingLayout(chart, stage);
    case "structure":
      return structureLayout(chart, stage);
    case "rank":
      return rankLayout(chart, stage);
  }
}

function partsOf(plot: Plot, name: string): readonly [Part, Part] {
  const workbook: Part = { path: `/ppt/embeddings/workbook${name}.xlsx`, type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", bytes: writeWorkbook(plot.table), relations: [] };
  const chart: Part = {
    path: `/ppt/charts/chart${name}.xml`, type: "application/vnd.openxmlformats-officedocument.drawingml.chart+xml", bytes: renderChartXml(plot, "rId1"),
    relations: [{ id: "rId1", type: "package", target: workbook.path }],
  };
  return [chart, workbook];
}

function graphicFrame(id: number, label: Label, box: Box, relation: string): string {
  const chart = `<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="${relation}"/>`;
  return `<p:graphicFrame><p:nvGraphicFramePr>${properties(id, label)}<p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr>${transform(box, "p:xfrm")}<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">${chart}</a:graphicData></a:graphic></p:graphicFrame>`;
}
