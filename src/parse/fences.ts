/** Turns fenced YAML blocks into blocks of the model, with every figure resolved. */
import type { Block, BlockOf, Step } from "../model/deck.ts";
import type { Form } from "../model/form.ts";
import type { Span } from "../model/span.ts";
import type { ParseContext } from "./context.ts";
import { withinLimits } from "./fences/chart-limits.ts";
import { CHART } from "./fences/chart.ts";
import { createDesk, type Desk } from "./fences/desk.ts";
import { FIGURES, resolveFigures } from "./fences/figures.ts";
import { INDICATORS, resolveIndicatorTable } from "./fences/indicators.ts";
import { PHOTOS, resolvePhotos } from "./fences/photos.ts";
import { PROJECTS, resolveProjects } from "./fences/projects.ts";
import { resolveReview, REVIEW } from "./fences/review.ts";
import { resolveTargets, TARGETS } from "./fences/targets.ts";
import { resolveTimeline, TIMELINE } from "./fences/timeline.ts";
import { resolveUnits, UNITS } from "./fences/units.ts";
import { resolveZones, ZONES } from "./fences/zones.ts";
import { mapped, type Shape } from "./shape.ts";
import { parseYaml } from "./yaml.ts";

/** A fence as found in Markdown; `line` is the 1-based line of its first content line. */
export interface Fence {
  readonly language: string;
  readonly text: string;
  readonly line: number;
  readonly span: Span;
  readonly step: Step;
}

/** Types of the blocks that fences become; `indicators` becomes a table. */
type FencedBlock = "chart" | "figures" | "targets" | "table" | "zones" | "projects" | "photos" | "units" | "review" | "timeline";
type FenceType = Exclude<FencedBlock, "table"> | "indicators";
/** A block without what the slide adds to it. */
type Content = { readonly [T in FencedBlock]: Omit<BlockOf<T>, "span" | "step"> }[FencedBlock];
type Resolve = (desk: Desk) => Content | null;

const SHAPES: Readonly<Record<FenceType, Shape<Resolve>>> = {
  chart: mapped(CHART, (resolve): Resolve => (desk) => {
    const chart = resolve(desk);
    const whole = chart === null ? null : withinLimits(chart, desk);
    return whole === null ? null : { type: "chart", chart: whole };
  }),
  figures: mapped(FIGURES, (keys): Resolve => (desk) => resolveFigures(keys, desk)),
  targets: mapped(TARGETS, (keys): Resolve => (desk) => resolveTargets(keys, desk)),
  indicators: mapped(INDICATORS, (keys): Resolve => (desk) => resolveIndicatorTable(keys, desk)),
  zones: mapped(ZONES, (keys): Resolve => (desk) => resolveZones(keys, desk)),
  projects: mapped(PROJECTS, (keys): Resolve => (desk) => resolveProjects(keys, desk)),
  photos: mapped(PHOTOS, (keys): Resolve => (desk) => resolvePhotos(keys, desk)),
  units: mapped(UNITS, (keys): Resolve => (desk) => resolveUnits(keys, desk)),
  review: mapped(REVIEW, (keys): Resolve => (desk) => resolveReview(keys, desk)),
  timeline: mapped(TIMELINE, (keys): Resolve => (desk) => resolveTimeline(keys, desk)),
};

/** Languages of fences that become blocks of their own; any other fence is code. */
export const FENCES: readonly string[] = Object.keys(SHAPES);

/** What each of them takes. */
export const FENCE_FORMS: Readonly<Record<string, Form>> = Object.fromEntries(Object.entries(SHAPES).map(([language, { form }]) => [language, form]));

/** Parses a fence of one of {@link FENCES}; null after reporting what is wrong, or for another language. */
export function parseFence(fence: Fence, context: ParseContext): Block | null {
  const shape = Object.entries(SHAPES).find(([language]) => language === fence.language)?.[1];
  if (shape === undefined) return null;
  // `text` lacks the indent of an indented fence, so columns count from the fence's own.
  const origin = { file: fence.span.file, line: fence.line, column: fence.span.column };
  const resolve = parseYaml(fence.text, shape, origin, context.report);
  const content = resolve === null ? null : resolve(createDesk(context, fence.span));
  return content === null ? null : { ...content, span: fence.span, step: fence.step };
}
