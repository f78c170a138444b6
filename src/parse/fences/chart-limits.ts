/** How many bars, rows or parts a chart may have and still be read from the last row; also in docs/authoring.md. */
import { tooManyBars } from "../../diagnostics/messages/blocks.ts";
import type { Chart } from "../../model/chart.ts";
import type { Desk } from "./desk.ts";

/** Null: the chart's own parser knows its limit. */
const MOST: Readonly<Record<Chart["type"], number | null>> = { growth: 14, target: 12, progress: 10, share: 8, compare: 15, ranking: null, structure: null, trend: null, rank: null };

/** The chart, or null after reporting that it has too many bars. */
export function withinLimits(chart: Chart, desk: Desk): Chart | null {
  const most = MOST[chart.type];
  const count = barsOf(chart);
  if (most === null || count <= most) return chart;
  desk.context.report(tooManyBars(desk.span, chart.type, count, most));
  return null;
}

function barsOf(chart: Chart): number {
  switch (chart.type) {
    case "growth":
    case "ranking":
    case "structure":
      return chart.bars.length;
    case "target":
    case "progress":
      return chart.rows.length;
    case "share":
      return chart.parts.length;
    case "compare":
      return chart.groups.reduce((sum, { bars }) => sum + bars.length, 0);
    case "trend":
    case "rank":
      return chart.points.length;
  }
}
