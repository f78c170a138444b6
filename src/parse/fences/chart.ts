/** `chart`: the type decides which keys exist and how they resolve. */
import type { Chart, ChartType } from "../../model/chart.ts";
import { mapped, variant, type Shape } from "../shape.ts";
import { COMPARE, resolveCompare } from "./chart-compare.ts";
import { GROWTH, resolveGrowth } from "./chart-growth.ts";
import { PROGRESS, resolveProgress } from "./chart-progress.ts";
import { RANK, resolveRank } from "./chart-rank.ts";
import { RANKING, resolveRanking } from "./chart-ranking.ts";
import { resolveShare, SHARE } from "./chart-share.ts";
import { resolveStructure, STRUCTURE } from "./chart-structure.ts";
import { resolveTarget, TARGET } from "./chart-target.ts";
import { resolveTrend, TREND } from "./chart-trend.ts";
import type { Desk } from "./desk.ts";

type Resolve = (desk: Desk) => Chart | null;

const CHARTS: Readonly<Record<ChartType, Shape<Resolve>>> = {
  growth: mapped(GROWTH, (keys): Resolve => (desk) => resolveGrowth(keys, desk)),
  trend: mapped(TREND, (keys): Resolve => (desk) => resolveTrend(keys, desk)),
  target: mapped(TARGET, (keys): Resolve => (desk) => resolveTarget(keys, desk)),
  progress: mapped(PROGRESS, (keys): Resolve => (desk) => resolveProgress(keys, desk)),
  share: mapped(SHARE, (keys): Resolve => (desk) => resolveShare(keys, desk)),
  compare: mapped(COMPARE, (keys): Resolve => (desk) => resolveCompare(keys, desk)),
  rank: mapped(RANK, (keys): Resolve => (desk) => resolveRank(keys, desk)),
  ranking: mapped(RANKING, (keys): Resolve => (desk) => resolveRanking(keys, desk)),
  structure: mapped(STRUCTURE, (keys): Resolve => (desk) => resolveStructure(keys, desk)),
};

/** Reads a chart's keys into a function that resolves them; that function returns null after reporting. */
export const CHART: Shape<Resolve> = variant("type", CHARTS);
