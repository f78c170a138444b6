/** Things that are counted, in rows that come nearer, from the horizon to the foot of the page. */
import type { UnitKind } from "../../model/units.ts";
import { renderBridge, type Bridge } from "./geometry.ts";
import { between, createRandom, type Random } from "./random.ts";
import { renderReflection, WIDE_WATER } from "./reflection.ts";
import { decimal, renderPath, renderSlideSvg, renderSvg, renderWaterline } from "./svg.ts";
import { escapeHtml } from "../html.ts";
import { UNIT_SHAPES } from "./unit-shapes.ts";
import { renderLooseWater } from "./water.ts";

/** Where the rows stand, in pixels: the width of the drawing and of the nearest row, and from where to where. */
interface UnitArea {
  readonly width: number;
  readonly row: number;
  readonly top: number;
  readonly bottom: number;
}

const WIDE: UnitArea = { width: 1920, row: 1720, top: 20, bottom: 412 };
/** On an upright screen the drawing is a page of its own below the head. */
const UPRIGHT: UnitArea = { width: 1080, row: 1000, top: 20, bottom: 892 };
/** Width of an object with the gap beside it, and its height, in the units of its shape. */
const CELL = { width: 142, height: 122 } as const;
/** Size of the farthest row, and its width, as shares of the nearest. */
const FAR = { size: 0.62, width: 0.34 } as const;
const LARGEST = 2.4;
/** Things on water lie looser than things on land. */
const ON_WATER: readonly UnitKind[] = ["lanterns", "boats"];

/** How far a row is along the way to the nearest, 0 to 1. */
function nearness(row: number, rows: number): number {
  return rows === 1 ? 1 : row / (rows - 1);
}

function sizeAt(near: number): number {
  return FAR.size + (1 - FAR.size) * near;
}

function widthAt(near: number): number {
  return FAR.width + (1 - FAR.width) * near;
}

/** Objects of each row, the farthest first: as many as its width holds, and `count` in all. */
function fillRows(count: number, rows: number): readonly number[] {
  const weights = Array.from({ length: rows }, (_, row) => widthAt(nearness(row, rows)) / sizeAt(nearness(row, rows)));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  let [done, passed] = [0, 0];
  const filled = weights.map((weight) => {
    passed += weight;
    const own = Math.round((count * passed) / sum) - done;
    done += own;
    return own;
  });
  // Rounding may leave a nearer row with fewer.
  return filled.toSorted((a, b) => a - b);
}

/** The size of the nearest objects if they stand in so many rows. */
function scaleOf(filled: readonly number[], area: UnitArea): number {
  const sizes = filled.map((_, row) => sizeAt(nearness(row, filled.length)));
  const height = (area.bottom - area.top) / (CELL.height * sizes.reduce((sum, size) => sum + size, 0));
  const widths = filled.map((count, row) => (area.row * widthAt(nearness(row, filled.length))) / (CELL.width * Math.max(1, count) * sizes[row]!));
  return Math.min(LARGEST, height, ...widths);
}

/** The rows in which the objects are largest. */
function planRows(count: number, area: UnitArea): { readonly filled: readonly number[]; readonly scale: number } {
  const plans = Array.from({ length: Math.min(12, count) }, (_, index) => fillRows(count, index + 1)).map((filled) => ({ filled, scale: scaleOf(filled, area) }));
  return plans.reduce((best, plan) => (plan.scale > best.scale ? plan : best));
}

/** What is to be drawn: of `count` objects the first `lit` shine, the next one up to a part of it (0 to 1), and the last `vague` are dashed. */
export interface UnitDrawing {
  readonly kind: UnitKind;
  readonly count: number;
  readonly lit: number;
  readonly part: number;
  readonly vague: number;
}

/** One object at its foot. All that shine are the first of them again. */
function renderUnit(index: number, place: string, id: string, { kind, count, lit, part, vague }: UnitDrawing): string {
  const shape = UNIT_SHAPES[kind]();
  const wrap = (state: string, body: string): string => `<g class="unit unit-${state}" transform="${place}">${body}</g>`;
  if (index < lit) return wrap("lit", index === 0 ? `<g id="${escapeHtml(id)}">${shape.lit}</g>` : `<use href="#${escapeHtml(id)}"/>`);
  if (index >= count - vague) return wrap("vague", renderPath("unit-line unit-dashed", shape.outline));
  const line = renderPath("unit-line", shape.outline);
  if (index > lit || part === 0) return wrap("dark", line);
  const width = decimal(140 * part);
  return wrap("part", `${line}<svg x="-70" y="-130" width="${width}" height="170" viewBox="-70 -130 ${width} 170">${shape.lit}</svg>`);
}

function renderRows(drawing: UnitDrawing, area: UnitArea, random: Random, id: string): string {
  const { filled, scale } = planRows(drawing.count, area);
  const loose = ON_WATER.includes(drawing.kind) ? 1 : 0.25;
  const total = filled.reduce((sum, _, row) => sum + sizeAt(nearness(row, filled.length)), 0);
  let [index, foot] = [0, area.top];
  return filled.map((count, row) => {
    const near = nearness(row, filled.length);
    const size = scale * sizeAt(near);
    const depth = ((area.bottom - area.top) * sizeAt(near)) / total;
    const pitch = Math.min((area.row * widthAt(near)) / Math.max(1, count), size * CELL.width * 1.7);
    foot += depth;
    const units = Array.from({ length: count }, (_, column) => {
      const spare = Math.max(0, pitch - size * (CELL.width - 10));
      const x = area.width / 2 + (column - (count - 1) / 2) * pitch + between(random, -0.3, 0.3) * spare * loose;
      const y = foot - between(random, 0, 0.1) * depth * loose;
      return renderUnit((index += 1) - 1, `translate(${decimal(x)} ${decimal(y)})scale(${Math.round(size * 100) / 100})`, id, drawing);
    });
    return `<g class="unit-row">${units.join("")}</g>`;
  }).join("");
}

/** 1920 × 480, from y 560 of the slide; or for an upright screen 1080 × 940. `slide` is the slide's id, which ids within the drawing begin with. */
export function unitsArt(drawing: UnitDrawing, upright: boolean, slide: string): string {
  const random = createRandom(300 + drawing.count);
  if (upright) return renderSvg("units art-units-upright", 1080, 940, renderRows(drawing, UPRIGHT, random, `${slide}.unit-upright`));
  return renderSvg("units", 1920, 480, renderRows(drawing, WIDE, random, `${slide}.unit`));
}

/** The horizon behind them: a line bridge left of the figure, and its water where they float. */
export function unitsGround(kind: UnitKind): string {
  const x = 520;
  const bridge: Bridge = { x, waterline: 560, height: 172, half: 740, rail: 14, ring: 10, arches: [{ x, radius: 128, stilt: 0 }] };
  const style = { ...WIDE_WATER, spacing: 10, depth: 46, dash: [260, 200] as const };
  const random = createRandom(61);
  const water = ON_WATER.includes(kind) ? renderLooseWater({ waterline: 560, left: 0, right: 1920, depth: 440 }, { ...WIDE_WATER, spacing: 26 }, [], [], random) : "";
  return renderSlideSvg("section art-units-ground", water + renderBridge(bridge) + renderReflection([bridge], style, random) + renderWaterline(560));
}
